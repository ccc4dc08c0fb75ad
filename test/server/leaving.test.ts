import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import { expect, it, onTestFinished } from 'vitest'
import { call, reserve, tokenHeader } from '../kit/event-stream.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { connect } from '../kit/socket.ts'
import { buyer, openTicket, type Person } from '../kit/world.ts'

const clientCount = 15

type Leave = () => Promise<unknown> | void

/** A client of each kind, that follows a ticket in two ways. */
type Come = (server: TestServer, by: Person, id: string) => Promise<Leave>

const bodies = (id: string) => [
  { query: 'subscription ($id: ID!) { messageSent(ticketId: $id, afterSeq: 0) { seq } }', variables: { id } },
  { query: 'subscription ($id: ID!) { ticketEvents(ticketId: $id) { cursor } }', variables: { id } },
]

const bySocket: Come = async (server, by, id) => {
  const socket = await connect(server.wsUrl, by.token ?? '')
  for (const [index, payload] of bodies(id).entries()) {
    socket.send({ type: 'subscribe', id: String(index), payload })
    await socket.next()
  }
  return async () => await socket.close()
}

async function open(server: TestServer, by: Person, method: string, headers: object, body: object | null) {
  const outgoing: ClientRequest = request(server.url, {
    method,
    agent: false,
    headers: { accept: 'text/event-stream', authorization: `Bearer ${by.token}`, ...headers },
  })
  outgoing.on('error', () => {})
  outgoing.end(body === null ? undefined : JSON.stringify(body))
  const [answer] = (await once(outgoing, 'response')) as [IncomingMessage]
  answer.on('error', () => {})
  answer.resume()
  return () => void outgoing.destroy()
}

const byEvents: Come = async (server, by, id) => {
  const headers = { 'content-type': 'application/json' }
  const leaves = await Promise.all(
    bodies(id).map(async (body) => await open(server, by, 'POST', headers, body)),
  )
  return () => {
    for (const leave of leaves) leave()
  }
}

const bySingle: Come = async (server, by, id) => {
  const headers = { [tokenHeader]: await reserve(server, by), connection: 'close' }
  const leave = await open(server, by, 'GET', headers, null)
  for (const [index, body] of bodies(id).entries()) {
    const started = { ...body, extensions: { operationId: String(index) } }
    expect((await call(server, 'POST', by, { headers, body: started })).status).toBe(202)
  }
  return leave
}

/**
 * What the process and the server hold; sockets and timers are those that keep the process going, without those of
 * the database's pool, which grows and shrinks by itself.
 */
function held({ desk, opora }: TestServer) {
  const resources = process.getActiveResourcesInfo()
  const { pool } = desk.database
  return {
    sockets: resources.filter((name) => name === 'TCPSocketWrap').length - pool.totalCount,
    timers: resources.filter((name) => name === 'Timeout').length - pool.idleCount,
    feed: desk.feed.listenerCount,
    tickets: desk.ticketNews.listenerCount,
    turns: desk.replays.taken + desk.replays.waiting,
    connections: opora.server.connectionCount(),
    inUse: pool.totalCount - pool.idleCount + pool.waitingCount,
  }
}

it.each<[string, Come, number]>([
  ['WebSocket', bySocket, 1],
  ['SSE', byEvents, 2],
  ['one event stream for all', bySingle, 1],
])('clients of %s that have left leave nothing behind', async (_name, come, connectionsEach) => {
  const server = await startTestServer()
  onTestFinished(async () => await server.close())
  const by = await buyer(server, 'anna')
  const { id } = await openTicket(by)
  // The pool and what is kept in memory are as warm before as after.
  const cold = held(server)
  await (await come(server, by, id))()
  await until(() => {
    const { feed, tickets, turns, connections, inUse } = held(server)
    return feed === cold.feed && tickets === cold.tickets && turns + connections + inUse === 0
  })
  const before = held(server)
  const leaves: Leave[] = []
  for (let count = 0; count < clientCount; count += 1) leaves.push(await come(server, by, id))
  await until(() => {
    const { feed, tickets } = held(server)
    return feed === before.feed + clientCount && tickets === before.tickets + clientCount
  })
  expect(held(server).connections).toBe(clientCount * connectionsEach)
  expect(held(server).timers).toBeGreaterThan(before.timers + clientCount - 5)
  await Promise.all(leaves.map(async (leave) => await leave()))
  await until(() =>
    Object.entries(held(server)).every(([name, count]) => count <= before[name as keyof typeof before]),
  )
})
