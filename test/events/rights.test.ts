import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import {
  followInbox,
  followMessages,
  followPresence,
  followStatuses,
  followTicket,
  followTyping,
  isCaughtUp,
  type Stream,
  type Transport,
  transports,
} from '../kit/stream.ts'
import { admin, done, openTicket, operator, type Person } from '../kit/world.ts'
import { toldLog } from './nodes.ts'

/** Streams end with the rights they began with, at once and by themselves: nothing else happens in these tests. */

let server: TestServer
let cast: Cast
let alla: Person
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  alla = await admin(server)
})
afterAll(async () => await server.close())

type Begin = (by: Person, ticketId: string, transport: Transport) => Promise<Stream<unknown>>

/** Each begins to follow and waits until it listens. */
const streams: [name: string, begin: Begin][] = [
  [
    'ticketEvents',
    async (by, ticketId, transport) => {
      const stream = followTicket(server, by, { ticketId }, transport)
      await stream.upTo(isCaughtUp)
      return stream
    },
  ],
  [
    'messageSent',
    async (by, ticketId, transport) => {
      const stream = followMessages(server, by, { ticketId, afterSeq: 0 }, { transport })
      await stream.next()
      return stream
    },
  ],
  ['typing', async (by, ticketId, transport) => followTyping(server, by, { ticketId }, transport)],
  [
    'presence',
    async (by, ticketId, transport) => {
      const stream = followPresence(server, by, { ticketId }, transport)
      await stream.next()
      return stream
    },
  ],
]
const ofTheDesk: typeof streams = [
  [
    'inboxEvents',
    async (by, _ticketId, transport) => {
      const stream = followInbox(server, by, {}, transport)
      await stream.upTo(isCaughtUp)
      return stream
    },
  ],
  [
    'operatorStatuses',
    async (by, _ticketId, transport) => {
      const stream = followStatuses(server, by, transport)
      await stream.next()
      return stream
    },
  ],
]

/** An operator of the team, who follows a ticket of the team; the stream waits for what comes next. */
async function following(begin: Begin, transport: Transport) {
  const leaver = await operator(server, `leaver ${randomUUID()}`, { teams: [cast.teamId] })
  const { id } = await openTicket(cast.ownBuyer)
  await done(cast.supervisor, 'ticketAssign', { ticketId: id, teamId: cast.teamId })
  await toldLog(server.desk)
  const listening = server.desk.personNews.listenerCount
  const stream = await begin(leaver, id, transport)
  const next = stream.refusal()
  await until(() => server.desk.personNews.listenerCount > listening)
  const change = async (rights: object) =>
    await done(alla, 'operatorUpdate', { operatorId: leaver.id, ...rights }, '__typename')
  return { stream, next, change }
}

describe.each(transports)('over %s', (transport) => {
  it.each([...streams, ...ofTheDesk])('%s of an operator who is disabled ends', async (_name, begin) => {
    const { stream, next, change } = await following(begin, transport)
    await change({ isDisabled: true })
    expect(await next).toBe('TOKEN_EXPIRED')
    expect(await stream.isOver()).toBe(true)
  })

  it.each(streams.filter(([name]) => name !== 'ticketEvents'))(
    '%s of an operator who is taken out of the team ends',
    async (_name, begin) => {
      const { stream, next, change } = await following(begin, transport)
      await change({ teamIds: [] })
      expect(await next).toBe('NOT_VISIBLE')
      expect(await stream.isOver()).toBe(true)
    },
  )

  it('ticketEvents of an operator who is taken out of the team says Removed, and ends', async () => {
    const leaver = await operator(server, `leaver ${randomUUID()}`, { teams: [cast.teamId] })
    const { id } = await openTicket(cast.ownBuyer)
    await done(cast.supervisor, 'ticketAssign', { ticketId: id, teamId: cast.teamId })
    await toldLog(server.desk)
    const stream = followTicket(server, leaver, { ticketId: id }, transport)
    const [{ cursor } = { cursor: '' }] = await stream.upTo(isCaughtUp)
    await done(alla, 'operatorUpdate', { operatorId: leaver.id, teamIds: [] }, '__typename')
    expect(await stream.next()).toEqual({ __typename: 'Removed', cursor, subjectId: id })
    expect(await stream.isOver()).toBe(true)
  })

  it('a supervisor who becomes an operator loses the ticket of another team', async () => {
    const chief = await operator(server, `chief ${randomUUID()}`, { role: 'supervisor' })
    const { id } = await openTicket(cast.ownBuyer)
    await done(cast.supervisor, 'ticketAssign', { ticketId: id, teamId: cast.teamId })
    await toldLog(server.desk)
    const stream = followTicket(server, chief, { ticketId: id }, transport)
    await stream.upTo(isCaughtUp)
    await done(alla, 'operatorUpdate', { operatorId: chief.id, role: 'OPERATOR' }, '__typename')
    expect(await stream.next()).toMatchObject({ __typename: 'Removed', subjectId: id })
    expect(await stream.isOver()).toBe(true)
  })
})
