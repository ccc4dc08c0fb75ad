import { randomUUID } from 'node:crypto'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, ticketIn, unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { done, guest, mutate, openTicket, outcome, type Person, readTicket } from '../kit/world.ts'
import { entriesOf, type SendPayload, send, sendFields } from './entries.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
})
afterAll(async () => await server.close())

const size = (length: number) => ({ minLength: length, maxLength: length })
const numbersTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

describe('many senders at once', () => {
  it('get places 1 to n without a gap, in the order of commit', async () => {
    const property = fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 3 }), size(20)), async (counts) => {
      const { id } = await ticketIn(cast)
      const writers = [cast.ownBuyer, cast.operator, cast.supervisor, cast.service]
      let clock = 0
      const sent: { begun: number; answered: number; seq: number }[] = []
      const writeAll = async (writer: Person | undefined, sender: number, count: number) => {
        for (let n = 0; n < count; n += 1) {
          const begun = clock++
          const { message } = await send(writer ?? cast.ownBuyer, id, `${sender}/${n}`)
          sent.push({ begun, answered: clock++, seq: message.seq ?? 0 })
        }
      }
      await Promise.all(counts.map((count, index) => writeAll(writers[index % 4], index, count)))
      sent.sort((one, other) => one.seq - other.seq)
      const total = counts.reduce((sum, count) => sum + count, 0)
      expect(sent.map(({ seq }) => seq)).toEqual(numbersTo(total + 1).slice(1))
      // What was answered before another was sent has the lower place.
      const late = sent.filter((one, place) =>
        sent.slice(place + 1).some((next) => next.answered < one.begun),
      )
      expect(late).toEqual([])
      const entries = await entriesOf(server.desk, id)
      expect(entries.map(({ seq }) => seq)).toEqual(numbersTo(total + 1))
      expect(entries.map(({ eventId }) => eventId)).toEqual(
        entries.map(({ eventId }) => eventId).sort((one, other) => one - other),
      )
    })
    await fc.assert(property, { numRuns: 3 })
  })

  it('with one key write one message, and all get the same answer', async () => {
    const { id } = await openTicket(cast.ownBuyer)
    const clientMessageId = randomUUID()
    const answers = await Promise.all(
      Array.from({ length: 100 }, async () => await send(cast.ownBuyer, id, 'Одно', { clientMessageId })),
    )
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1)
    expect(answers[0]?.message).toMatchObject({ seq: 2, text: 'Одно', clientMessageId })
    expect(await entriesOf(server.desk, id)).toMatchObject([{ seq: 1 }, { seq: 2, text: 'Одно' }])
  })

  it('whatever the keys, write each of them once', async () => {
    const keys = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 10, maxLength: 40 })
    const property = fc.asyncProperty(keys, async (tries) => {
      const { id } = await openTicket(cast.ownBuyer)
      const ids = numbersTo(6).map(() => randomUUID())
      const answers = await Promise.all(
        tries.map(async (key) => {
          const sent = await send(cast.ownBuyer, id, `Ключ ${key}`, { clientMessageId: ids[key] })
          return `${key} ${sent.message.id}`
        }),
      )
      const distinct = new Set(tries).size
      expect(new Set(answers).size).toBe(distinct)
      expect(await entriesOf(server.desk, id)).toHaveLength(distinct + 1)
    })
    await fc.assert(property, { numRuns: 5 })
  })
})

describe('a key that was used before', () => {
  async function sentOnce() {
    const { id } = await ticketIn(cast)
    const clientMessageId = randomUUID()
    const first = await send(cast.ownBuyer, id, 'Первое', { clientMessageId })
    return { id, clientMessageId, first }
  }

  it('gives the message again, however it is written', async () => {
    const { id, clientMessageId, first } = await sentOnce()
    const retry = { clientMessageId: clientMessageId.toUpperCase(), sentAt: new Date().toISOString() }
    expect(await unchanged(server.desk, () => send(cast.ownBuyer, id, ' Первое ', retry))).toEqual(first)
  })

  it.each<[string, (cast: Cast) => Person, object]>([
    ['another text', ({ ownBuyer }) => ownBuyer, { text: 'Другое' }],
    ['another way to send it', ({ ownBuyer }) => ownBuyer, { keepOpen: true }],
    ['an operator', ({ operator }) => operator, {}],
    ['a service', ({ service }) => service, {}],
  ])('with %s is a conflict and writes nothing', async (_name, by, change) => {
    const { id, clientMessageId } = await sentOnce()
    const input = { ticketId: id, text: 'Первое', clientMessageId, ...change }
    const result = await unchanged(server.desk, () => mutate(by(cast), 'messageSend', input))
    expect(result).toEqual({
      __typename: 'IdempotencyConflict',
      code: 'IDEMPOTENCY_CONFLICT',
      detail: 'Этот ключ уже использован с другим содержанием.',
      path: ['clientMessageId'],
    })
  })

  it('counts for its ticket only', async () => {
    const { clientMessageId, first } = await sentOnce()
    const other = await openTicket(cast.ownBuyer)
    const second = await send(cast.ownBuyer, other.id, 'Иное', { clientMessageId })
    expect(second.message).toMatchObject({ seq: 2, text: 'Иное' })
    expect(second.message.id).not.toBe(first.message.id)
  })

  it('gives the message after the ticket was merged', async () => {
    const { id, clientMessageId, first } = await sentOnce()
    const into = await openTicket(cast.ownBuyer)
    await done(cast.supervisor, 'ticketMerge', { ticketId: id, intoTicketId: into.id })
    const retry = () => send(cast.ownBuyer, id, 'Первое', { clientMessageId })
    const again = await unchanged(server.desk, retry)
    expect(again).toEqual({ ...first, ticket: { id, status: 'MERGED', lastSeq: 2 } })
  })

  it('gives the message that went on to the target of a merge', async () => {
    const { id } = await ticketIn(cast, 'MERGED')
    const clientMessageId = randomUUID()
    const first = await send(cast.ownBuyer, id, 'Далее', { clientMessageId })
    expect(first.ticket.id).not.toBe(id)
    const retry = () => send(cast.ownBuyer, id, 'Далее', { clientMessageId })
    expect(await unchanged(server.desk, retry)).toEqual(first)
  })

  it('gives nothing when the target of the merge has left the sight of the sender', async () => {
    const { id } = await ticketIn(cast, 'MERGED')
    const input = { ticketId: id, text: 'Далее', clientMessageId: randomUUID() }
    const first = await send(cast.operator, id, input.text, input)
    const moved = { ticketId: first.ticket.id, teamId: cast.otherTeamId }
    await done(cast.supervisor, 'ticketAssign', moved)
    const retry = () => mutate(cast.operator, 'messageSend', input)
    const result = await unchanged(server.desk, retry)
    expect(result).toMatchObject({ __typename: 'NotFound', path: ['ticketId'] })
    await done(cast.supervisor, 'ticketAssign', { ...moved, teamId: cast.teamId })
    const again = await unchanged(server.desk, () => send(cast.operator, id, input.text, input))
    expect(again.message).toEqual(first.message)
  })

  it('gives the message after the ticket was closed', async () => {
    const { id, clientMessageId, first } = await sentOnce()
    await done(cast.operator, 'ticketResolve', { ticketId: id, resolution: 'FIXED' })
    await done(cast.operator, 'ticketClose', { ticketId: id })
    const retry = () => send(cast.ownBuyer, id, 'Первое', { clientMessageId })
    const again = await unchanged(server.desk, retry)
    expect(again).toEqual({ ...first, ticket: { id, status: 'CLOSED', lastSeq: 2 } })
  })

  it('gives the message that opened a successor, which is closed too by now', async () => {
    const { id } = await ticketIn(cast, 'CLOSED')
    const clientMessageId = randomUUID()
    const first = await send(cast.ownBuyer, id, 'Опять', { clientMessageId })
    await done(cast.supervisor, 'ticketResolve', { ticketId: first.ticket.id, resolution: 'FIXED' })
    await done(cast.supervisor, 'ticketClose', { ticketId: first.ticket.id })
    const retry = () => send(cast.ownBuyer, id, 'Опять', { clientMessageId })
    const again = await unchanged(server.desk, retry)
    expect(again.message).toEqual(first.message)
    expect(again.ticket).toEqual({ ...first.ticket, status: 'CLOSED' })
  })

  it('is the same person’s after a guest has logged in', async () => {
    const visitor = await guest(server)
    const { id } = await openTicket(visitor)
    const clientMessageId = randomUUID()
    const first = await send(visitor, id, 'Я гость', { clientMessageId })
    await done(cast.otherBuyer, 'guestLink', { guestToken: visitor.token }, 'customer { id }')
    const retry = () => send(cast.otherBuyer, id, 'Я гость', { clientMessageId })
    expect(await unchanged(server.desk, retry)).toEqual(first)
  })
})

describe('who may send', () => {
  it.each<[keyof Cast, string]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['guest', 'NotFound'],
    ['otherBuyer', 'NotFound'],
    ['operatorOfAnotherTeam', 'NotFound'],
    ['serviceWithoutScope', 'FORBIDDEN'],
    ['readingService', 'FORBIDDEN'],
  ])('not %s: %s', async (member, refusal) => {
    const { id } = await ticketIn(cast)
    const by = cast[member] as Person
    const trying = () => outcome(by, 'messageSend', { ticketId: id, text: 'Можно?' })
    expect(await unchanged(server.desk, trying)).toBe(refusal)
  })

  it.each<[keyof Cast, string]>([
    ['ownBuyer', 'CUSTOMER'],
    ['operator', 'OPERATOR'],
    ['supervisor', 'OPERATOR'],
    ['service', 'SERVICE'],
  ])('%s, as %s', async (member, kind) => {
    const { id } = await ticketIn(cast)
    const sentAt = '2026-01-02T03:04:05.678Z'
    const input = { ticketId: id, text: 'Ответ', sentAt }
    const fields = `${sendFields} message { kind sentAt author { kind } }`
    const { message } = await done<SendPayload>(cast[member] as Person, 'messageSend', input, fields)
    expect(message).toMatchObject({ seq: 2, kind: 'TEXT', sentAt, author: { kind } })
    expect(await readTicket(cast.ownBuyer, id)).toMatchObject({ lastSeq: 2 })
  })

  it('nobody into what does not exist', async () => {
    for (const ticketId of [`tkt_${randomUUID()}`, 'tkt_1', 'msg_x', '', `cus_${randomUUID()}`]) {
      const result = await mutate(cast.supervisor, 'messageSend', { ticketId, text: 'Есть?' })
      expect(result).toMatchObject({ __typename: 'NotFound', path: ['ticketId'] })
    }
  })
})
