import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import {
  followInbox,
  followMessages,
  followTicket,
  isCaughtUp,
  type Told,
  transports,
} from '../kit/stream.ts'
import { admin, done, guest, openTicket, operator, type Person } from '../kit/world.ts'
import { send } from '../messages/entries.ts'
import { toldLog } from './nodes.ts'

/** What a follower sees when tickets come into sight and leave it, as it happens and when it is told again. */

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
})
afterAll(async () => await server.close())

const assign = async (ticketId: string, teamId: string | null) =>
  await done<{ cursor: string }>(cast.supervisor, 'ticketAssign', { ticketId, teamId }, 'cursor')
const names = (told: readonly Told[]) => told.map(({ __typename }) => __typename)
const removed = (subjectId: string) => ({ __typename: 'Removed', cursor: expect.any(String), subjectId })

/** A new ticket in the common queue, and where the log stood. */
async function newTicket(): Promise<{ id: string; cursor: string }> {
  const { id } = await openTicket(cast.ownBuyer)
  const { cursor } = await send(cast.ownBuyer, id, 'Начало')
  await toldLog(server.desk)
  return { id, cursor }
}

describe.each(transports)('a ticket that is given to another team, over %s', (transport) => {
  it('is Removed from an operator’s inbox, and comes back with the ticket', async () => {
    const [{ id }, other] = [await newTicket(), await newTicket()]
    const inbox = followInbox(server, cast.operator, {}, transport)
    await inbox.upTo(isCaughtUp)
    await assign(id, cast.otherTeamId)
    expect(await inbox.next()).toEqual(removed(id))
    await send(cast.ownBuyer, id, 'Не для этой команды')
    await send(cast.ownBuyer, other.id, 'Для всех')
    expect(await inbox.next()).toMatchObject({ type: 'message.sent', message: { text: 'Для всех' } })
    await assign(id, cast.teamId)
    expect(await inbox.next()).toMatchObject({ __typename: 'TicketAssigned' })
    await send(cast.ownBuyer, id, 'Снова для этой')
    expect(await inbox.next()).toMatchObject({ type: 'message.sent', message: { text: 'Снова для этой' } })
  })

  it('is Removed when history is told, as long as it is gone', async () => {
    const { id, cursor } = await newTicket()
    await send(cast.ownBuyer, id, 'Ещё видно')
    await assign(id, cast.otherTeamId)
    await send(cast.ownBuyer, id, 'Уже не видно')
    await toldLog(server.desk)
    const replay = async (by: Person) =>
      await followInbox(server, by, { after: cursor }, transport).upTo(isCaughtUp)
    const gone = await replay(cast.operator)
    expect(gone[0]).toEqual(removed(id))
    expect(names(gone)).toEqual(['Removed', 'CaughtUp'])
    const came = await replay(cast.operatorOfAnotherTeam)
    expect(names(came)).toEqual(['MessageSent', 'TicketAssigned', 'MessageSent', 'CaughtUp'])
    await assign(id, null)
    await toldLog(server.desk)
    expect(names(await replay(cast.operator))).toEqual([
      'MessageSent',
      'TicketAssigned',
      'MessageSent',
      'TicketAssigned',
      'CaughtUp',
    ])
  })

  it('ends an operator’s stream of it, and refuses another', async () => {
    const { id, cursor } = await newTicket()
    const stream = followTicket(server, cast.operator, { ticketId: id }, transport)
    const messages = followMessages(server, cast.operator, { ticketId: id, afterSeq: 1 }, { transport })
    await stream.upTo(isCaughtUp)
    expect(await messages.next()).toMatchObject({ seq: 2 })
    await assign(id, cast.otherTeamId)
    expect(await stream.next()).toEqual(removed(id))
    expect(await stream.isOver()).toBe(true)
    await send(cast.ownBuyer, id, 'Не видно')
    expect(await messages.refusal()).toBe('NOT_VISIBLE')
    expect(await messages.isOver()).toBe(true)
    const again = followTicket(server, cast.operator, { ticketId: id, after: cursor }, transport)
    expect(await again.refusal()).toBe('NOT_VISIBLE')
  })

  it('stays in the streams of its buyer, a supervisor, a service and its assignee', async () => {
    const { id } = await newTicket()
    const roman = await operator(server, `roman ${transport}`)
    await done(cast.supervisor, 'ticketAssign', { ticketId: id, assigneeId: roman.id })
    await toldLog(server.desk)
    const streams = [cast.ownBuyer, cast.supervisor, cast.readingService, roman].map((by) =>
      followTicket(server, by, { ticketId: id }, transport),
    )
    for (const stream of streams) await stream.upTo(isCaughtUp)
    await assign(id, cast.otherTeamId)
    await send(cast.ownBuyer, id, 'Все видят')
    for (const stream of streams) {
      expect([await stream.next(), await stream.next()]).toMatchObject([
        { __typename: 'TicketAssigned' },
        { __typename: 'MessageSent', message: { text: 'Все видят' } },
      ])
    }
  })
})

describe('a filter', () => {
  it('takes a ticket away that no longer fits, and gives it when it does', async () => {
    const { id } = await newTicket()
    const inbox = followInbox(server, cast.supervisor, { filter: { statuses: ['NEW', 'OPEN'] } })
    await inbox.upTo(isCaughtUp)
    await send(cast.supervisor, id, 'Ответ')
    expect(await inbox.next()).toEqual(removed(id))
    await send(cast.ownBuyer, id, 'Вопрос')
    expect(names([await inbox.next(), await inbox.next()])).toEqual(['TicketStatusChanged', 'MessageSent'])
  })

  it('by team, topic and assignee gives only what fits', async () => {
    const [first, second] = [await newTicket(), await newTicket()]
    await assign(first.id, cast.teamId)
    await done(cast.supervisor, 'ticketUpdate', { ticketId: second.id, topic: 'PAYMENT' })
    await toldLog(server.desk)
    const inboxes = [
      { teamId: cast.teamId, assigneeId: null },
      { topics: ['PAYMENT'], teamId: null },
      { assigneeId: 'opr_1' },
    ].map((filter) => followInbox(server, cast.supervisor, { filter }))
    for (const inbox of inboxes) await inbox.upTo(isCaughtUp)
    await send(cast.ownBuyer, first.id, 'Первое')
    await send(cast.ownBuyer, second.id, 'Второе')
    await done(cast.operator, 'ticketClaim', { ticketId: first.id })
    const { cursor } = await send(cast.ownBuyer, second.id, 'Третье')
    const [byTeam, byTopic, byNobody] = inboxes
    const texts = async (inbox: typeof byTeam, count: number) => {
      const told: (string | undefined)[] = []
      for (let n = 0; n < count; n += 1) {
        const item = await inbox?.next()
        told.push(item?.message?.text ?? item?.__typename)
      }
      return told
    }
    // What could have taken a ticket away, here the claim's two events, is told as Removed to whom it does not fit.
    expect(await texts(byTeam, 3)).toEqual(['Первое', 'Removed', 'Removed'])
    expect(await texts(byTopic, 4)).toEqual(['Второе', 'Removed', 'Removed', 'Третье'])
    expect(await texts(byNobody, 2)).toEqual(['Removed', 'Removed'])
    const late = followInbox(server, cast.supervisor, { filter: { topics: ['RETURN'] }, after: cursor })
    expect(isCaughtUp(await late.next())).toBe(true)
  })
})

describe('a person whose rights change', () => {
  it('is told to read again, and sees by the new ones', async () => {
    const { id, cursor } = await newTicket()
    await assign(id, cast.otherTeamId)
    const vera = await operator(server, 'vera')
    await toldLog(server.desk)
    const inbox = followInbox(server, vera)
    await inbox.upTo(isCaughtUp)
    await send(cast.ownBuyer, id, 'Не видно')
    const change = { operatorId: vera.id, teamIds: [cast.otherTeamId] }
    await done(await admin(server), 'operatorUpdate', change, '__typename')
    expect(await inbox.next()).toMatchObject({ __typename: 'Reset', reason: 'RIGHTS_CHANGED' })
    await send(cast.ownBuyer, id, 'Видно')
    expect(await inbox.next()).toMatchObject({ message: { text: 'Видно' } })
    const again = await followInbox(server, vera, { after: cursor }).upTo(isCaughtUp)
    expect(names(again)).toEqual(['TicketAssigned', 'MessageSent', 'Reset', 'MessageSent', 'CaughtUp'])
  })

  it('loses the streams of a guest by logging in, and keeps the conversation', async () => {
    const visitor = await guest(server)
    const { id } = await openTicket(visitor)
    await toldLog(server.desk)
    const [asGuest, byOther] = [
      followTicket(server, visitor, { ticketId: id }),
      followInbox(server, cast.supervisor),
    ]
    await asGuest.upTo(isCaughtUp)
    await byOther.upTo(isCaughtUp)
    await done(cast.otherBuyer, 'guestLink', { guestToken: visitor.token }, 'customer { id }')
    expect(await asGuest.refusal()).toBe('TOKEN_EXPIRED')
    expect(await byOther.next()).toMatchObject({ __typename: 'TicketLinked' })
    const stream = followMessages(server, cast.otherBuyer, { ticketId: id, afterSeq: 0 })
    expect(await stream.next()).toMatchObject({ seq: 1 })
  })
})
