import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, eventsOf, ticketIn, unchanged } from '../kit/cast.ts'
import { withClient } from '../kit/database.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { done, guest, mutate, openTicket, operator, outcome, type Person, readTicket } from '../kit/world.ts'
import { note, send } from './entries.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
})
afterAll(async () => await server.close())

interface Read {
  readonly unreadCount: number
  readonly customerReadSeq: number
  readonly deskReadSeq: number
}
const fields = 'unreadCount customerReadSeq deskReadSeq'
const read = async (by: Person, id: string) => await readTicket<Read>(by, id, fields)
const markRead = async (by: Person, ticketId: string, upToSeq: number) =>
  (await done<{ ticket: Read }>(by, 'messagesMarkRead', { ticketId, upToSeq }, `ticket { ${fields} }`)).ticket

/** Public messages 1 to 6: the buyer's 1, 2 and 6, an operator's 3 and 4, a bot's 5. */
async function conversation(): Promise<string> {
  const { id } = await ticketIn(cast)
  await send(cast.ownBuyer, id, 'Вопрос')
  await send(cast.operator, id, 'Ответ', { keepOpen: true })
  await note(cast.operator, id, 'Заметка')
  await send(cast.supervisor, id, 'Ещё ответ')
  await send(cast.service, id, 'Оцените ответ')
  await send(cast.ownBuyer, id, 'Хорошо')
  return id
}

describe('what is unread', () => {
  it('is what the other side has written since, for each reader by themself', async () => {
    const id = await conversation()
    const counts = async () =>
      await Promise.all(
        [cast.ownBuyer, cast.operator, cast.supervisor, cast.service].map(
          async (reader) => (await read(reader, id))?.unreadCount,
        ),
      )
    expect(await counts()).toEqual([3, 3, 3, 0])
    expect(await markRead(cast.ownBuyer, id, 3)).toEqual({
      unreadCount: 2,
      customerReadSeq: 3,
      deskReadSeq: 0,
    })
    expect(await counts()).toEqual([2, 3, 3, 0])
    expect(await markRead(cast.operator, id, 5)).toEqual({
      unreadCount: 1,
      customerReadSeq: 3,
      deskReadSeq: 5,
    })
    expect(await markRead(cast.supervisor, id, 2)).toEqual({
      unreadCount: 1,
      customerReadSeq: 3,
      deskReadSeq: 5,
    })
    expect(await markRead(cast.ownBuyer, id, 6)).toMatchObject({ unreadCount: 0, customerReadSeq: 6 })
    expect(await counts()).toEqual([0, 1, 1, 0])
    await send(cast.operator, id, 'До свидания')
    expect(await counts()).toEqual([1, 1, 1, 0])
  })

  it('is told to both sides, once per step', async () => {
    const id = await conversation()
    const before = (await eventsOf(server.desk, id)).length
    await markRead(cast.ownBuyer, id, 4)
    await markRead(cast.ownBuyer, id, 4)
    await markRead(cast.operator, id, 6)
    expect((await eventsOf(server.desk, id)).slice(before)).toEqual([
      { type: 'messages.read', data: { side: 'CUSTOMER', readSeq: 4 } },
      { type: 'messages.read', data: { side: 'OPERATOR', readSeq: 6 } },
    ])
  })

  it('never grows again by an older mark, in whatever order marks arrive', async () => {
    const id = await conversation()
    await Promise.all([2, 6, 4, 1, 5, 3].map(async (seq) => await markRead(cast.ownBuyer, id, seq)))
    expect(await read(cast.ownBuyer, id)).toMatchObject({ customerReadSeq: 6, unreadCount: 0 })
    const back = () => markRead(cast.ownBuyer, id, 1)
    expect(await unchanged(server.desk, back)).toMatchObject({ customerReadSeq: 6, unreadCount: 0 })
  })

  it('goes on where a guest stood after login', async () => {
    const visitor = await guest(server)
    const { id } = await openTicket(visitor)
    for (const text of ['Раз', 'Два', 'Три']) await send(cast.supervisor, id, text)
    await markRead(visitor, id, 3)
    await done(cast.otherBuyer, 'guestLink', { guestToken: visitor.token }, 'customer { id }')
    expect(await read(cast.otherBuyer, id)).toMatchObject({ customerReadSeq: 3, unreadCount: 1 })
    expect(await markRead(cast.otherBuyer, id, 4)).toMatchObject({ customerReadSeq: 4, unreadCount: 0 })
  })
})

describe('marking as read', () => {
  it('waits for no writer of the ticket', async () => {
    const id = await conversation()
    const reader = await operator(server, 'roman', { teams: [cast.teamId] })
    await withClient(server.desk.database.url, async (client) => {
      // The writer gets as far as its message, with the ticket locked, and stands still there.
      // Should a mark wait, this ends the wait and fails the test.
      await client.query(`set idle_in_transaction_session_timeout = '10s'`)
      await client.query('begin; lock table messages in share mode')
      const writing = send(cast.ownBuyer, id, 'Пишу')
      await until(async () => {
        const { rowCount } = await client.query(
          `select 1 from pg_locks where relation = 'messages'::regclass and not granted`,
        )
        return rowCount === 1
      })
      // A first mark and a later one.
      await markRead(cast.ownBuyer, id, 3)
      expect(await markRead(reader, id, 6)).toEqual({ unreadCount: 0, customerReadSeq: 3, deskReadSeq: 6 })
      expect(await markRead(cast.ownBuyer, id, 6)).toMatchObject({ customerReadSeq: 6 })
      await client.query('commit')
      expect(await writing).toMatchObject({ message: { seq: 7 } })
    })
  })

  it.each([[-1], [7], [2_147_483_647], [-2_147_483_648]])('up to %i of 6 is refused', async (upToSeq) => {
    const ticketId = await conversation()
    const marking = () => mutate(cast.ownBuyer, 'messagesMarkRead', { ticketId, upToSeq })
    expect(await unchanged(server.desk, marking)).toEqual({
      __typename: 'InvalidInput',
      code: 'INVALID_INPUT',
      detail: 'Должно быть от 0 до 6.',
      path: ['upToSeq'],
      rule: 'range',
    })
  })

  it.each<[keyof Cast, string]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['guest', 'NotFound'],
    ['otherBuyer', 'NotFound'],
    ['operatorOfAnotherTeam', 'NotFound'],
    ['readingService', 'FORBIDDEN'],
    ['service', 'FORBIDDEN'],
  ])('is not for %s: %s', async (member, refusal) => {
    const { id } = await ticketIn(cast)
    const input = { ticketId: id, upToSeq: 1 }
    const marking = () => outcome(cast[member] as Person, 'messagesMarkRead', input)
    expect(await unchanged(server.desk, marking)).toBe(refusal)
  })

  it('finds nothing where nothing is', async () => {
    for (const ticketId of [`tkt_${randomUUID()}`, 'tkt_1', '']) {
      const marking = mutate(cast.ownBuyer, 'messagesMarkRead', { ticketId, upToSeq: 0 })
      expect(await marking).toMatchObject({ __typename: 'NotFound', path: ['ticketId'] })
    }
  })

  it('works on a ticket that takes no messages any more', async () => {
    const { id } = await ticketIn(cast, 'CLOSED')
    expect(await markRead(cast.operator, id, 1)).toMatchObject({ deskReadSeq: 1, unreadCount: 0 })
  })
})
