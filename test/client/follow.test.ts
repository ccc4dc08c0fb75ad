import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type FollowState,
  InboxEventsDocument,
  MessageSentDocument,
  type RetryOptions,
  TicketAssignDocument,
  TicketEventsDocument,
  TypingDocument,
  TypingSetDocument,
} from '../../src/client/index.ts'
import { withClient } from '../kit/database.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, openTicket, operator, type Person, supervisor, team } from '../kit/world.ts'
import { badNetwork, clientOf, numbered, sendAll, take, textsOf } from './desk.ts'

let server: TestServer
let anna: Person
let olga: Person
let idleListeners: number
beforeAll(async () => {
  server = await startTestServer({ STREAM_BUFFER: '10' })
  idleListeners = server.desk.feed.listenerCount
  anna = await buyer(server, 'anna')
  olga = await operator(server, 'olga')
})
afterAll(async () => await server.close())

const newTicket = async () => (await openTicket(anna)).id

describe('follow', () => {
  it('tells history, then what happens, in order', async () => {
    const ticketId = await newTicket()
    const client = clientOf(server.url, anna)
    const messages = client.follow(MessageSentDocument, { ticketId, afterSeq: 0 })
    expect(textsOf(await take(messages, 1))).toEqual([[1, 'Где посылка?']])
    await sendAll(client, ticketId, numbered('слово', 3))
    expect(textsOf(await take(messages, 3))).toEqual([
      [2, 'слово 1'],
      [3, 'слово 2'],
      [4, 'слово 3'],
    ])
  })

  it('with afterSeq left out it begins now, and a connection lost before the first message loses nothing', async () => {
    const ticketId = await newTicket()
    const network = await badNetwork(server.url)
    const states: FollowState[] = []
    const messages = clientOf(network.url, anna).follow(
      MessageSentDocument,
      { ticketId },
      { onState: (state) => void states.push(state) },
    )
    const first = messages.next()
    await until(() => states.at(-1) === 'live')
    network.refuse(true)
    network.cutAll()
    await until(() => states.at(-1) === 'offline')
    await sendAll(clientOf(server.url, anna), ticketId, numbered('слово', 2))
    network.refuse(false)
    const { value } = await first
    expect(textsOf([value!, ...(await take(messages, 1))])).toEqual([
      [2, 'слово 1'],
      [3, 'слово 2'],
    ])
    await until(() => states.length === 5)
    expect(states).toEqual(['catchingUp', 'live', 'offline', 'catchingUp', 'live'])
  })

  it('says when it catches up and when it is live, also after a lost connection', async () => {
    const ticketId = await newTicket()
    const network = await badNetwork(server.url)
    const states: FollowState[] = []
    const events = clientOf(network.url, olga).follow(
      TicketEventsDocument,
      { ticketId },
      { onState: (state) => void states.push(state) },
    )
    const types = async (count: number) =>
      (await take(events, count)).map(({ ticketEvents }) => ticketEvents.__typename)
    expect(await types(1)).toEqual(['CaughtUp'])
    network.refuse(true)
    network.cutAll()
    await until(() => states.at(-1) === 'offline')
    await sendAll(clientOf(server.url, olga), ticketId, ['Здравствуйте!'])
    // What has no place in the log yet would come after `CaughtUp`.
    await until(async () => {
      const { rows } = await server.desk.database.pool.query('select from events where position is null')
      return rows.length === 0
    })
    network.refuse(false)
    expect((await types(2)).toSorted()).toEqual(['MessageSent', 'TicketStatusChanged'])
    expect(await types(1)).toEqual(['CaughtUp'])
    expect(states).toEqual(['catchingUp', 'live', 'offline', 'catchingUp', 'live'])
  })

  it('goes on without a gap when the server had to let it go for reading too slowly', async () => {
    const ticketId = await newTicket()
    const buyerClient = clientOf(server.url, anna)
    const events = clientOf(server.url, olga).follow(TicketEventsDocument, { ticketId })
    expect((await take(events, 1))[0]?.ticketEvents.__typename).toBe('CaughtUp')
    // More events than the server keeps for a follower get their numbers at the same moment.
    await withClient(server.desk.env.DATABASE_URL ?? '', async (database) => {
      await database.query('begin')
      await database.query('select from log_head for update')
      await sendAll(buyerClient, ticketId, numbered('слово', 30))
      await database.query('commit')
    })
    const got = (await take(events, 31)).map(({ ticketEvents: event }) =>
      event.__typename === 'MessageSent' ? event.seq : event.__typename,
    )
    // It was let go, or it would not have caught up a second time; `Lagged` itself is not handed out.
    expect(got).toEqual([...Array.from({ length: 30 }, (_, index) => index + 2), 'CaughtUp'])
  })

  it('asks again for an item that the server failed on, and throws when it fails again and again', async () => {
    const ticketId = await newTicket()
    const { pool } = server.desk.database
    const failures = () => server.logs.filter(({ msg }) => msg === 'a request failed').length
    const start = (retry: RetryOptions) =>
      clientOf(server.url, anna, { retry }).follow(MessageSentDocument, { ticketId, afterSeq: 0 })
    await pool.query('alter table messages rename column author_name to gone')
    const before = failures()
    const eager = start({ firstPauseMs: 5, longestPauseMs: 5 })
    await expect(eager.next()).rejects.toMatchObject({ code: 'INTERNAL_SERVER_ERROR', retryable: true })
    expect(failures() - before).toBe(8)
    const patient = start({ firstPauseMs: 400, longestPauseMs: 400 }).next()
    await until(() => failures() - before === 9)
    await pool.query('alter table messages rename column gone to author_name')
    expect(textsOf([(await patient).value!])).toEqual([[1, 'Где посылка?']])
  })

  it('gives what is ephemeral', async () => {
    const ticketId = await newTicket()
    const states: FollowState[] = []
    const signs = clientOf(server.url, olga).follow(
      TypingDocument,
      { ticketId },
      { onState: (state) => void states.push(state) },
    )
    const sign = signs.next()
    const client = clientOf(server.url, anna)
    await until(() => states.length === 1)
    // What is ephemeral is told to those who listen already: it is said again until it is heard.
    await until(async () => {
      await client.mutate(TypingSetDocument, { input: { ticketId, isTyping: true } })
      return await Promise.race([sign.then(() => true), pause(20, false)])
    })
    expect((await sign).value?.typing).toMatchObject({ authorKind: 'CUSTOMER', isTyping: true })
    expect(states).toEqual(['live'])
  })
})

describe('the end of following', () => {
  it('leaving lets go of the socket and of the server’s listeners; others keep the socket', async () => {
    const ticketId = await newTicket()
    await until(() => server.opora.server.socketCount() === 0)
    await until(() => server.desk.feed.listenerCount === idleListeners)
    const client = clientOf(server.url, olga)
    const [one, other] = [1, 2].map(() => client.follow(TicketEventsDocument, { ticketId }))
    await Promise.all([take(one!, 1), take(other!, 1)])
    expect(server.opora.server.socketCount()).toBe(1)
    const waiting = one!.next()
    expect(await one!.return?.()).toEqual({ value: undefined, done: true })
    expect(await waiting).toEqual({ value: undefined, done: true })
    await until(() => server.desk.feed.listenerCount === idleListeners + 1)
    expect(server.opora.server.socketCount()).toBe(1)
    await other!.return?.()
    await until(() => server.opora.server.socketCount() === 0)
    await until(() => server.desk.feed.listenerCount === idleListeners)
  })

  it('a signal ends it quietly, also while the server cannot be reached', async () => {
    const network = await badNetwork(server.url)
    network.refuse(true)
    const leaving = new AbortController()
    const slow = clientOf(network.url, olga, { retry: { firstPauseMs: 1e9, longestPauseMs: 1e9 } })
    const events = slow.follow(InboxEventsDocument, {}, { signal: leaving.signal })
    const waiting = events.next()
    await until(() => network.connectionCount === 1)
    leaving.abort()
    expect(await waiting).toEqual({ value: undefined, done: true })
    const aborted = slow.follow(InboxEventsDocument, {}, { signal: AbortSignal.abort() })
    expect(await aborted.next()).toEqual({ value: undefined, done: true })
    expect(network.connectionCount).toBe(1)
  })

  it('closing the client ends all it follows, now and later', async () => {
    const client = clientOf(server.url, olga)
    const events = client.follow(InboxEventsDocument)
    await take(events, 1)
    const waiting = events.next()
    client.close()
    expect(await waiting).toEqual({ value: undefined, done: true })
    expect(await client.follow(InboxEventsDocument).next()).toEqual({ value: undefined, done: true })
    await until(() => server.opora.server.socketCount() === 0)
  })

  it.each<[string, string, { toString(): string }, Record<string, unknown>]>([
    ['FORBIDDEN', 'an inbox', InboxEventsDocument, {}],
    ['NOT_VISIBLE', 'events of no ticket', TicketEventsDocument, { ticketId: 'tkt_0' }],
    ['NOT_VISIBLE', 'messages of no ticket, from now', MessageSentDocument, { ticketId: 'tkt_0' }],
    ['NOT_VISIBLE', 'messages of no ticket', MessageSentDocument, { ticketId: 'tkt_0', afterSeq: 0 }],
    ['STREAM_RESET', 'messages after one that is not there', MessageSentDocument, { afterSeq: 99 }],
    ['GRAPHQL_VALIDATION_FAILED', 'an unknown field', 'subscription { nothing }', {}],
  ])('%s is final: %s', async (code, _what, document, variables) => {
    const all = { ticketId: await newTicket(), ...variables }
    const stream = clientOf(server.url, anna).follow(document, all)
    await expect(stream.next()).rejects.toMatchObject({ name: 'OporaError', code })
    expect(await stream.next()).toEqual({ value: undefined, done: true })
  })

  it('a document that names a place to resume from but selects none is refused', async () => {
    const document =
      'subscription ($ticketId: ID!, $afterSeq: Int) { messageSent(ticketId: $ticketId, afterSeq: $afterSeq) { id } }'
    const stream = clientOf(server.url, anna).follow(document, { ticketId: await newTicket(), afterSeq: 0 })
    await expect(stream.next()).rejects.toThrow('a document with $afterSeq must select seq')
  })

  it('a ticket that goes out of sight ends its stream with Removed, without an error', async () => {
    const ticketId = await newTicket()
    const teamId = await team(server, 'returns')
    const events = clientOf(server.url, olga).follow(TicketEventsDocument, { ticketId })
    expect((await take(events, 1))[0]?.ticketEvents.__typename).toBe('CaughtUp')
    const chief = clientOf(server.url, await supervisor(server))
    const { ticketAssign } = await chief.mutate(TicketAssignDocument, { input: { ticketId, teamId } })
    expect(ticketAssign.__typename).toBe('TicketAssignPayload')
    const last = []
    for await (const { ticketEvents } of events) last.push(ticketEvents)
    expect(last).toEqual([{ __typename: 'Removed', cursor: expect.any(String), subjectId: ticketId }])
  })
})
