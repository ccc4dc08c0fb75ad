import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TicketStatus } from '../../src/core/prisma/enums.ts'
import { type Cast, castOf, eventsOf, ticketIn, unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { done, guest, mutate, openTicket, outcome, type Person, readTicket } from '../kit/world.ts'
import { note, send, uuidOf } from './entries.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
})
afterAll(async () => await server.close())

const fields = 'message { id seq noteSeq text editedAt redactedAt } ticket { version lastSeq lastActivityAt }'
const edit = async (by: Person, messageId: string, text: string) =>
  await done<{ message: { text: string; editedAt: string }; ticket: object }>(
    by,
    'messageEdit',
    { messageId, text },
    fields,
  )
const revisions = 'query ($id: ID!) { node(id: $id) { ... on Message { text revisions { revision text } } } }'

describe('an edit', () => {
  it('changes the text and keeps what it said before, for the desk', async () => {
    const { id } = await ticketIn(cast)
    const { message } = await send(cast.ownBuyer, id, 'Первая редакция')
    const ticket = await readTicket<object>(cast.ownBuyer, id, 'version lastSeq lastActivityAt')
    const edited = await edit(cast.ownBuyer, message.id, ' Вторая редакция ')
    expect(edited).toMatchObject({ message: { id: message.id, seq: 2, text: 'Вторая редакция' }, ticket })
    expect(Date.parse(edited.message.editedAt)).toBeGreaterThan(Date.now() - 60_000)
    await edit(cast.ownBuyer, message.id, 'Третья редакция')
    expect(await cast.operator.ask(revisions, { id: message.id })).toEqual({
      node: {
        text: 'Третья редакция',
        revisions: [
          { revision: 1, text: 'Первая редакция' },
          { revision: 2, text: 'Вторая редакция' },
        ],
      },
    })
    const events = await eventsOf(server.desk, id)
    const told = { type: 'message.edited', data: { messageId: uuidOf(message.id) } }
    expect(events.slice(-2)).toEqual([told, told])
  })

  it.each<[keyof Cast]>([['ownBuyer'], ['readingService'], ['service']])(
    'shows its history not to %s',
    async (member) => {
      const { id } = await ticketIn(cast)
      const { message } = await send(cast.operator, id, 'Тайное было сказано')
      await edit(cast.operator, message.id, 'Иное')
      const { data, errors } = await (cast[member] as Person).answer(revisions, { id: message.id })
      expect(data).toEqual({ node: { text: 'Иное', revisions: null } })
      expect(errors).toMatchObject([{ path: ['node', 'revisions'], extensions: { code: 'FORBIDDEN' } }])
    },
  )

  it('to the same text changes nothing', async () => {
    const { id } = await ticketIn(cast)
    const { message } = await send(cast.ownBuyer, id, 'Одно')
    const editing = () => edit(cast.ownBuyer, message.id, 'Одно')
    expect((await unchanged(server.desk, editing)).message).toMatchObject({ text: 'Одно', editedAt: null })
  })

  it('leaves the first try’s key its message', async () => {
    const { id } = await ticketIn(cast)
    const clientMessageId = randomUUID()
    const { message } = await send(cast.ownBuyer, id, 'Было', { clientMessageId })
    await edit(cast.ownBuyer, message.id, 'Стало')
    const again = await send(cast.ownBuyer, id, 'Было', { clientMessageId })
    expect(again.message).toMatchObject({ id: message.id, text: 'Стало' })
    const other = { ticketId: id, text: 'Стало', clientMessageId }
    expect(await outcome(cast.ownBuyer, 'messageSend', other)).toBe('IdempotencyConflict')
  })

  it('of a note is told as one', async () => {
    const { id } = await ticketIn(cast)
    const { message } = await note(cast.operator, id, 'Черновик')
    const edited = await edit(cast.operator, message.id, 'Чистовик')
    expect(edited.message).toMatchObject({ seq: null, noteSeq: 1, text: 'Чистовик' })
    const [last] = (await eventsOf(server.desk, id)).slice(-1)
    expect(last).toEqual({ type: 'note.edited', data: { messageId: uuidOf(message.id) } })
  })

  it('of a guest’s message is the logged-in person’s to make', async () => {
    const visitor = await guest(server)
    const { id } = await openTicket(visitor)
    const { message } = await send(visitor, id, 'До входа')
    await done(cast.otherBuyer, 'guestLink', { guestToken: visitor.token }, 'customer { id }')
    expect((await edit(cast.otherBuyer, message.id, 'После входа')).message.text).toBe('После входа')
    expect(await outcome(cast.ownBuyer, 'messageEdit', { messageId: message.id, text: 'Чужое' })).toBe(
      'NotFound',
    )
  })
})

describe('what may not be edited', () => {
  it.each<[keyof Cast, string]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['guest', 'NotFound'],
    ['otherBuyer', 'NotFound'],
    ['operator', 'NotFound'],
    ['operatorOfAnotherTeam', 'NotFound'],
    ['supervisor', 'NotFound'],
    ['readingService', 'FORBIDDEN'],
    ['service', 'FORBIDDEN'],
  ])('the message of a buyer by %s: %s', async (member, refusal) => {
    const { id } = await ticketIn(cast)
    const { message } = await send(cast.ownBuyer, id, 'Моё')
    const input = { messageId: message.id, text: 'Не моё' }
    const editing = () => outcome(cast[member] as Person, 'messageEdit', input)
    expect(await unchanged(server.desk, editing)).toBe(refusal)
  })

  it('the message of an operator by the buyer or another operator', async () => {
    const { id } = await ticketIn(cast)
    const { message } = await send(cast.operator, id, 'Моё')
    const input = { messageId: message.id, text: 'Не моё' }
    for (const by of [cast.ownBuyer, cast.supervisor]) {
      expect(await unchanged(server.desk, () => outcome(by, 'messageEdit', input))).toBe('NotFound')
    }
  })

  it('what was redacted', async () => {
    const { id } = await ticketIn(cast)
    const { message } = await send(cast.ownBuyer, id, 'Номер карты')
    await done(cast.operator, 'messageRedact', { messageId: message.id })
    const editing = () => mutate(cast.ownBuyer, 'messageEdit', { messageId: message.id, text: 'Опять' })
    expect(await unchanged(server.desk, editing)).toEqual({
      __typename: 'AlreadyRedacted',
      code: 'ALREADY_REDACTED',
      detail: 'Содержание этого сообщения удалено навсегда.',
      path: null,
    })
  })

  it.each<[TicketStatus, 'ownBuyer' | 'operator', string]>([
    ['CLOSED', 'ownBuyer', 'REPLY'],
    ['CLOSED', 'operator', 'REPLY'],
    ['MERGED', 'ownBuyer', 'REPLY'],
  ])('anything on a %s ticket by %s', async (status, author, action) => {
    const { id } = await ticketIn(cast)
    const { message } = await send(cast[author], id, 'Успел')
    if (status === 'MERGED') {
      const into = await openTicket(cast.ownBuyer)
      await done(cast.operator, 'ticketMerge', { ticketId: id, intoTicketId: into.id })
    } else {
      await done(cast.operator, 'ticketResolve', { ticketId: id, resolution: 'FIXED' })
      await done(cast.operator, 'ticketClose', { ticketId: id })
    }
    const editing = () => mutate(cast[author], 'messageEdit', { messageId: message.id, text: 'Поздно' })
    expect(await unchanged(server.desk, editing)).toMatchObject({
      __typename: 'IllegalTransition',
      from: status,
      action,
      allowedActions: [],
    })
  })

  it.each([
    ['', 'empty'],
    ['ж'.repeat(10_001), 'tooLong'],
    ['\0', 'nul'],
  ])('a message into a text that will not do', async (text, rule) => {
    const { id } = await ticketIn(cast)
    const { message } = await send(cast.ownBuyer, id, 'Текст')
    const editing = () => mutate(cast.ownBuyer, 'messageEdit', { messageId: message.id, text })
    const refused = { __typename: 'InvalidInput', rule, path: ['text'] }
    expect(await unchanged(server.desk, editing)).toMatchObject(refused)
  })

  it('what does not exist', async () => {
    for (const messageId of [`msg_${randomUUID()}`, 'msg_1', cast.ownBuyer.id, '']) {
      const editing = mutate(cast.ownBuyer, 'messageEdit', { messageId, text: 'Что?' })
      expect(await editing).toMatchObject({ __typename: 'NotFound', path: ['messageId'] })
    }
  })
})
