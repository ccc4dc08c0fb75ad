import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TicketStatus } from '../../src/core/prisma/enums.ts'
import { type Cast, castOf, eventsOf, ticketIn, unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { done, mutate, openTicket, operator, type Person, readTicket, type Ticket } from '../kit/world.ts'
import { note, send, uuidOf } from './entries.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
})
afterAll(async () => await server.close())

const numbersTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)

type Row = readonly [author: 'ownBuyer' | 'operator' | 'service', from: TicketStatus, to: TicketStatus]
const table: readonly Row[] = [
  ['ownBuyer', 'NEW', 'NEW'],
  ['ownBuyer', 'OPEN', 'OPEN'],
  ['ownBuyer', 'WAITING_CUSTOMER', 'OPEN'],
  ['ownBuyer', 'WAITING_THIRD_PARTY', 'WAITING_THIRD_PARTY'],
  ['ownBuyer', 'SNOOZED', 'OPEN'],
  ['ownBuyer', 'RESOLVED', 'OPEN'],
  ['ownBuyer', 'SPAM', 'SPAM'],
  ['operator', 'NEW', 'WAITING_CUSTOMER'],
  ['operator', 'OPEN', 'WAITING_CUSTOMER'],
  ['operator', 'WAITING_CUSTOMER', 'WAITING_CUSTOMER'],
  ['operator', 'WAITING_THIRD_PARTY', 'WAITING_THIRD_PARTY'],
  ['operator', 'SNOOZED', 'SNOOZED'],
  ['operator', 'RESOLVED', 'RESOLVED'],
  ['operator', 'SPAM', 'SPAM'],
  ['service', 'NEW', 'NEW'],
  ['service', 'OPEN', 'OPEN'],
  ['service', 'RESOLVED', 'RESOLVED'],
]

describe('a public message', () => {
  it.each(table)('of %s takes %s to %s', async (author, from, to) => {
    const before = await ticketIn(cast, from)
    const told = (await eventsOf(server.desk, before.id)).length
    await send(cast[author], before.id, 'Слово')
    const after = await readTicket(cast.supervisor, before.id)
    const version = before.version + (from === to ? 0 : 1)
    expect(after).toEqual({ ...before, status: to, version, lastSeq: before.lastSeq + 1 })
    const moved = { type: 'ticket.statusChanged', data: { from, to, cause: 'MESSAGE', resolution: null } }
    const sent = { type: 'message.sent', data: { seq: before.lastSeq + 1 } }
    expect((await eventsOf(server.desk, before.id)).slice(told)).toMatchObject(
      from === to ? [sent] : [moved, sent],
    )
  })

  it.each<[TicketStatus, TicketStatus]>([
    ['NEW', 'OPEN'],
    ['OPEN', 'OPEN'],
    ['WAITING_CUSTOMER', 'WAITING_CUSTOMER'],
  ])('of an operator that keeps a ticket open takes %s to %s', async (from, to) => {
    const { id } = await ticketIn(cast, from)
    await send(cast.operator, id, 'Ещё отвечу', { keepOpen: true })
    expect(await readTicket(cast.supervisor, id)).toMatchObject({ status: to })
  })

  it.each<[TicketStatus]>([['SNOOZED'], ['RESOLVED']])(
    'of the customer stops the timer of a %s ticket',
    async (from) => {
      const { id } = await ticketIn(cast, from)
      const { pool } = server.desk.database
      const timers = () => pool.query('select kind from due where subject_id = $1', [uuidOf(id)])
      expect((await timers()).rowCount).toBe(1)
      await send(cast.ownBuyer, id, 'Всё ещё жду')
      expect((await timers()).rowCount).toBe(0)
      const fields = 'status snoozedUntil resolution resolvedAt'
      expect(await readTicket(cast.supervisor, id, fields)).toEqual({
        status: 'OPEN',
        snoozedUntil: null,
        resolution: null,
        resolvedAt: null,
      })
    },
  )
})

describe('a message to a merged ticket', () => {
  it.each<['ownBuyer' | 'operator' | 'service']>([['ownBuyer'], ['operator'], ['service']])(
    'of %s goes to the end of the chain',
    async (author) => {
      const [first, second, last] = [await ticketIn(cast), await ticketIn(cast), await ticketIn(cast)]
      await done(cast.operator, 'ticketMerge', { ticketId: first.id, intoTicketId: second.id })
      await done(cast.operator, 'ticketMerge', { ticketId: second.id, intoTicketId: last.id })
      const merged = [
        await readTicket(cast.supervisor, first.id),
        await readTicket(cast.supervisor, second.id),
      ]
      const sent = await send(cast[author], first.id, 'Куда?')
      expect(sent).toMatchObject({ message: { seq: 2 }, ticket: { id: last.id, lastSeq: 2 } })
      expect([
        await readTicket(cast.supervisor, first.id),
        await readTicket(cast.supervisor, second.id),
      ]).toEqual(merged)
    },
  )

  it('whose target is closed opens the target’s successor', async () => {
    const [first, target] = [await ticketIn(cast), await ticketIn(cast)]
    await done(cast.operator, 'ticketMerge', { ticketId: first.id, intoTicketId: target.id })
    await done(cast.operator, 'ticketResolve', { ticketId: target.id, resolution: 'ANSWERED' })
    await done(cast.operator, 'ticketClose', { ticketId: target.id })
    const { ticket } = await send(cast.ownBuyer, first.id, 'А теперь?')
    expect(await readTicket(cast.ownBuyer, ticket.id, 'predecessor { id }')).toEqual({
      predecessor: { id: target.id },
    })
  })
})

describe('a message to a closed ticket', () => {
  const fields =
    'id status subject topic channel language lastSeq team { id } customer { id } predecessor { id }'

  it('of the customer opens one successor, however many are sent at once', async () => {
    const closed = await ticketIn(cast, 'CLOSED')
    const sent = await Promise.all(
      numbersTo(20).map(async (n) => await send(cast.ownBuyer, closed.id, `Сообщение ${n}`)),
    )
    expect(new Set(sent.map(({ ticket }) => ticket.id)).size).toBe(1)
    const seqs = sent.map(({ message }) => message.seq ?? 0).sort((one, other) => one - other)
    expect(seqs).toEqual(numbersTo(20))
    const next = await send(cast.ownBuyer, closed.id, 'И ещё')
    expect(next).toMatchObject({ message: { seq: 21 }, ticket: { id: sent[0]?.ticket.id } })
    const before = await readTicket<object>(cast.supervisor, closed.id, fields)
    expect(await readTicket(cast.supervisor, next.ticket.id, fields)).toEqual({
      ...before,
      id: next.ticket.id,
      status: 'NEW',
      lastSeq: 21,
      predecessor: { id: closed.id },
    })
    expect(await readTicket(cast.supervisor, closed.id)).toEqual(closed)
    const opened = { type: 'ticket.opened', data: { predecessorId: uuidOf(closed.id) } }
    const [first] = await eventsOf(server.desk, next.ticket.id)
    expect(first).toMatchObject(opened)
  })

  it('opens another successor once the first is closed too', async () => {
    const closed = await ticketIn(cast, 'CLOSED')
    const first = await send(cast.ownBuyer, closed.id, 'Раз')
    await done(cast.supervisor, 'ticketResolve', { ticketId: first.ticket.id, resolution: 'FIXED' })
    await done(cast.supervisor, 'ticketClose', { ticketId: first.ticket.id })
    const second = await send(cast.ownBuyer, closed.id, 'Два')
    expect(second).toMatchObject({ message: { seq: 1 }, ticket: { status: 'NEW' } })
    expect(second.ticket.id).not.toBe(first.ticket.id)
    expect(await send(cast.ownBuyer, first.ticket.id, 'Три')).toMatchObject({ message: { seq: 1 } })
  })

  it.each<['operator' | 'service']>([['operator'], ['service']])('of %s is refused', async (author) => {
    const { id } = await ticketIn(cast, 'CLOSED')
    const sending = () => mutate(cast[author], 'messageSend', { ticketId: id, text: 'Ещё' })
    expect(await unchanged(server.desk, sending)).toEqual({
      __typename: 'IllegalTransition',
      code: 'ILLEGAL_TRANSITION',
      detail: 'Действие «ответить» невозможно в состоянии «закрыто». Возможно: ничего.',
      path: null,
      from: 'CLOSED',
      action: 'REPLY',
      allowedActions: [],
    })
  })
})

describe('lastSeenSeq', () => {
  let ticket: Ticket
  let olga: Person
  let sent: string[]
  beforeAll(async () => {
    ticket = await ticketIn(cast)
    olga = cast.operator
    sent = []
    sent.push((await send(cast.ownBuyer, ticket.id, 'Второе')).message.id)
    sent.push((await send(cast.supervisor, ticket.id, 'Третье')).message.id)
    await note(cast.supervisor, ticket.id, 'Заметка')
  })
  const reply = (by: Person, lastSeenSeq: number) =>
    mutate(by, 'messageSend', { ticketId: ticket.id, text: 'Ответ', lastSeenSeq })

  it.each([
    [1, 2],
    [0, 3],
    [-1, 3],
  ])('%i refuses an operator with the %i messages missed', async (lastSeenSeq, count) => {
    const [first] = (
      await olga.ask<{ ticket: { messages: { nodes: { id: string }[] } } }>(
        'query ($id: ID!) { ticket(id: $id) { messages(first: 1) { nodes { id } } } }',
        { id: ticket.id },
      )
    ).ticket.messages.nodes
    const missed = [first?.id, ...sent].slice(-count)
    expect(await unchanged(server.desk, () => reply(olga, lastSeenSeq))).toMatchObject({
      __typename: 'MissedMessages',
      code: 'MISSED_MESSAGES',
      path: null,
      lastSeq: 3,
      messages: missed.map((id) => ({ id })),
    })
  })

  it('refuses a service too', async () => {
    const refused = await unchanged(server.desk, () => reply(cast.service, 2))
    expect(refused).toMatchObject({ __typename: 'MissedMessages', messages: [{ id: sent[1] }] })
  })

  it('does not count one’s own messages, notes, and what a customer says they have seen', async () => {
    const other = await openTicket(cast.ownBuyer)
    const pavel = await operator(server, 'petr')
    const answer = async (by: Person, text: string, lastSeenSeq: number) =>
      (await send(by, other.id, text, { lastSeenSeq })).message.seq
    expect(await answer(pavel, 'Первый ответ', 1)).toBe(2)
    await note(cast.supervisor, other.id, 'Заметка')
    expect(await answer(pavel, 'Второй ответ', 1)).toBe(3)
    expect(await answer(cast.ownBuyer, 'Спасибо', 0)).toBe(4)
    expect(await answer(pavel, 'Пожалуйста', 4)).toBe(5)
    expect(await answer(pavel, 'И ещё', 2_147_483_647)).toBe(6)
  })
})
