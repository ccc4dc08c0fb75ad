import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Desk } from '../../src/events/desk.ts'
import { toldLog } from '../events/nodes.ts'
import { type Cast, castOf, eventsOf, statuses, ticketIn, unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { followMessages, followTicket, isCaughtUp } from '../kit/stream.ts'
import { done, openTicket, outcome, type Person, readTicket } from '../kit/world.ts'
import { entriesOf, note, send, uuidOf } from './entries.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
})
afterAll(async () => await server.close())

const fields = 'message { id seq noteSeq text redactedAt revisions { text } } ticket { version lastSeq }'
const redact = async (by: Person, messageId: string) =>
  await done<{ message: { redactedAt: string } }>(by, 'messageRedact', { messageId }, fields)

/** In which tables a word stands, in any column. */
async function tablesWith({ database: { pool } }: Desk, word: string): Promise<string[]> {
  const { rows } = await pool.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`,
  )
  const found: string[] = []
  for (const { name } of rows) {
    const stored = await pool.query(`select 1 from "${name}" as stored where stored::text ilike $1 limit 1`, [
      `%${word}%`,
    ])
    if (stored.rowCount !== 0) found.push(name)
  }
  return found
}

async function search(by: Person, words: string): Promise<string[]> {
  const { tickets } = await by.ask<{ tickets: { nodes: { id: string }[] } }>(
    'query ($search: String) { tickets(filter: { search: $search }) { nodes { id } } }',
    { search: words },
  )
  return tickets.nodes.map(({ id }) => id)
}

/** A word that nothing else here says. */
const secretWord = () => `тайна${randomUUID().replaceAll('-', '')}`

describe('a redaction', () => {
  it('removes text and history from every table and from the search, and leaves the place', async () => {
    const { id } = await ticketIn(cast)
    const [first, second] = [secretWord(), secretWord()]
    const { message } = await send(cast.ownBuyer, id, `Карта ${first}`)
    await done(cast.ownBuyer, 'messageEdit', { messageId: message.id, text: `Код ${second}` })
    await send(cast.ownBuyer, id, 'Дальше')
    expect(await tablesWith(server.desk, first)).toEqual(['message_revisions'])
    expect(await tablesWith(server.desk, second)).toEqual(['messages'])
    expect(await search(cast.operator, second)).toEqual([id])
    const before = await readTicket(cast.operator, id)
    const redacted = await redact(cast.operator, message.id)
    expect(redacted).toEqual({
      __typename: 'MessageRedactPayload',
      message: { ...mark(message.id), seq: 2, noteSeq: null },
      ticket: { version: before?.version, lastSeq: 3 },
    })
    for (const word of [first, second]) {
      expect(await tablesWith(server.desk, word)).toEqual([])
      expect(await search(cast.operator, word)).toEqual([])
    }
    expect((await entriesOf(server.desk, id)).map(({ seq, text }) => [seq, text])).toEqual([
      [1, 'Где посылка?'],
      [2, ''],
      [3, 'Дальше'],
    ])
    const [last] = (await eventsOf(server.desk, id)).slice(-1)
    expect(last).toEqual({ type: 'message.redacted', data: { messageId: uuidOf(message.id) } })
  })
  const mark = (id: string) => ({ id, text: '', redactedAt: expect.any(String), revisions: [] })

  it('of the first message removes the subject that was made of its words, of successors too', async () => {
    const word = secretWord()
    const { id } = await openTicket(cast.ownBuyer, { text: `Мой пароль ${word}` })
    await done(cast.supervisor, 'ticketResolve', { ticketId: id, resolution: 'FIXED' })
    await done(cast.supervisor, 'ticketClose', { ticketId: id })
    const { ticket: successor } = await send(cast.ownBuyer, id, 'Ещё вопрос')
    const messages = 'subject messages(first: 1) { nodes { id } }'
    const read = async (ticketId: string) =>
      await readTicket<{ subject: string; messages: { nodes: { id: string }[] } }>(
        cast.supervisor,
        ticketId,
        messages,
      )
    expect((await read(successor.id))?.subject).toBe(`Мой пароль ${word}`)
    await redact(cast.supervisor, (await read(id))?.messages.nodes[0]?.id ?? '')
    expect([(await read(id))?.subject, (await read(successor.id))?.subject]).toEqual(['…', '…'])
    expect(await tablesWith(server.desk, word)).toEqual([])
    expect(await search(cast.supervisor, word)).toEqual([])
  })

  it('leaves a subject that somebody wrote', async () => {
    const subject = 'Пароль'
    const { id } = await openTicket(cast.ownBuyer, { subject, text: 'Пароль мой такой' })
    const [entry] = await readAllOf(id)
    await redact(cast.supervisor, entry?.id ?? '')
    expect(await readTicket(cast.ownBuyer, id, 'subject')).toEqual({ subject })
  })
  const readAllOf = async (id: string) => {
    const fieldsOfAll = 'messages { nodes { id } }'
    const ticket = await readTicket<{ messages: { nodes: { id: string }[] } }>(
      cast.supervisor,
      id,
      fieldsOfAll,
    )
    return ticket?.messages.nodes ?? []
  }

  it('of a note removes it the same way', async () => {
    const { id } = await ticketIn(cast)
    const word = secretWord()
    const { message } = await note(cast.operator, id, word)
    expect(await redact(cast.supervisor, message.id)).toMatchObject({
      message: { ...mark(message.id), seq: null, noteSeq: 1 },
    })
    expect(await tablesWith(server.desk, word)).toEqual([])
    const [last] = (await eventsOf(server.desk, id)).slice(-1)
    expect(last).toEqual({ type: 'note.redacted', data: { messageId: uuidOf(message.id) } })
  })

  it('leaves the first try’s key its message', async () => {
    const { id } = await ticketIn(cast)
    const clientMessageId = randomUUID()
    const { message } = await send(cast.ownBuyer, id, 'Было', { clientMessageId })
    await redact(cast.operator, message.id)
    const retry = () => send(cast.ownBuyer, id, 'Было', { clientMessageId })
    const again = await unchanged(server.desk, retry)
    expect(again.message).toEqual({ id: message.id, seq: 2, text: '', clientMessageId })
    const input = { ticketId: id, text: 'Было', clientMessageId }
    const stealing = () => outcome(cast.operator, 'messageSend', input)
    expect(await unchanged(server.desk, stealing)).toBe('IdempotencyConflict')
  })

  it('is what followers see, in replays too', async () => {
    const { id } = await ticketIn(cast)
    const begun = await send(cast.ownBuyer, id, 'Начало')
    const { message } = await send(cast.ownBuyer, id, 'Секрет')
    await toldLog(server.desk)
    const live = followTicket(server, cast.ownBuyer, { ticketId: id })
    await live.upTo(isCaughtUp)
    await redact(cast.operator, message.id)
    expect(await live.next()).toMatchObject({ __typename: 'MessageRedacted', type: 'message.redacted' })
    const replay = followTicket(server, cast.ownBuyer, { ticketId: id, after: begun.cursor })
    const told = await replay.upTo(isCaughtUp)
    expect(told.map(({ __typename, message: shown }) => [__typename, shown?.text])).toEqual([
      ['MessageSent', ''],
      ['MessageRedacted', undefined],
      ['CaughtUp', undefined],
    ])
    const messages = followMessages(server, cast.ownBuyer, { ticketId: id, afterSeq: 2 })
    expect(await messages.next()).toEqual({ id: message.id, seq: 3, text: '' })
  })

  it.each(statuses)('works on a ticket that is %s', async (status) => {
    const { id } = await ticketIn(cast, status)
    const [entry] = await readAllOf(id)
    expect(await redact(cast.supervisor, entry?.id ?? '')).toMatchObject({ message: { text: '' } })
  })

  it('again keeps the first mark and writes nothing', async () => {
    const { id } = await ticketIn(cast)
    const { message } = await send(cast.ownBuyer, id, 'Раз')
    const first = await redact(cast.operator, message.id)
    const again = async () => await redact(cast.supervisor, message.id)
    expect(await unchanged(server.desk, again)).toEqual(first)
  })
})

describe('who may redact', () => {
  it.each<[keyof Cast, string]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['guest', 'FORBIDDEN'],
    ['otherBuyer', 'FORBIDDEN'],
    ['ownBuyer', 'FORBIDDEN'],
    ['operatorOfAnotherTeam', 'NotFound'],
    ['readingService', 'FORBIDDEN'],
    ['service', 'FORBIDDEN'],
  ])('not %s: %s', async (member, refusal) => {
    const { id } = await ticketIn(cast)
    const { message } = await send(cast.ownBuyer, id, 'Остаётся')
    const redacting = () => outcome(cast[member] as Person, 'messageRedact', { messageId: message.id })
    expect(await unchanged(server.desk, redacting)).toBe(refusal)
  })

  it('nobody what does not exist', async () => {
    for (const messageId of [`msg_${randomUUID()}`, 'msg_1', ''])
      expect(await outcome(cast.supervisor, 'messageRedact', { messageId })).toBe('NotFound')
  })
})
