import { unsubscribe as offChannel, subscribe as onChannel } from 'node:diagnostics_channel'
import { once } from 'node:events'
import { type ClientRequest, type IncomingMessage, request } from 'node:http'
import type { Socket } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import { call, reserve, tokenHeader } from '../kit/event-stream.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { connect } from '../kit/socket.ts'
import { followTicket, isCaughtUp } from '../kit/stream.ts'
import { openStubbornSocket } from '../kit/stubborn-socket.ts'
import { buyer, openTicket, type Person } from '../kit/world.ts'
import { send } from '../messages/entries.ts'

/** Every connection the server has accepted, as it sees it. */
const lines = new Set<Socket>()
const accepted = (message: unknown) => {
  const { socket } = message as { socket: Socket }
  lines.add(socket)
  socket.once('close', () => lines.delete(socket))
}

let server: TestServer
let anna: Person
let idle: object
beforeAll(async () => {
  onChannel('net.server.socket', accepted)
  server = await startTestServer({ HEARTBEAT_SECONDS: '3', CONNECTION_INIT_SECONDS: '60' })
  anna = await buyer(server, 'anna')
  idle = inUse()
})
afterEach(async () => await until(() => JSON.stringify(inUse()) === JSON.stringify(idle)))
afterAll(async () => {
  offChannel('net.server.socket', accepted)
  await server.close()
})

const inUse = () => ({
  feed: server.desk.feed.listenerCount,
  tickets: server.desk.ticketNews.listenerCount,
  connections: server.opora.server.connectionCount(),
})

const longText = 'ы'.repeat(10_000)
const times = 40
/** What one event makes: 800 kB, so that the network's own buffers hold few. */
const eventBytes = times * longText.length * 2
const total = 40
const bigFields = Array.from({ length: times }, (_, n) => `text${n}: text`).join(' ')
const body = (field: 'ticketEvents' | 'messageSent', id: string) => ({
  query:
    field === 'ticketEvents'
      ? `subscription ($id: ID!) { ticketEvents(ticketId: $id) { __typename ... on MessageSent { message { ${bigFields} } } } }`
      : `subscription ($id: ID!) { messageSent(ticketId: $id, afterSeq: 0) { ${bigFields} } }`,
  variables: { id },
})

/** A client that opens a stream and never reads from then on; answers its port. */
type Begin = (field: 'ticketEvents' | 'messageSent', id: string) => Promise<number | undefined>

const bySocket: Begin = async (field, id) => {
  const socket = new WebSocket(server.wsUrl, 'graphql-transport-ws')
  socket.on('error', () => {})
  onTestFinished(() => socket.terminate())
  const [opened] = (await Promise.all([once(socket, 'upgrade'), once(socket, 'open')])) as [
    [IncomingMessage],
    [],
  ]
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${anna.token}` } }))
  await once(socket, 'message')
  socket.send(JSON.stringify({ type: 'subscribe', id: '1', payload: body(field, id) }))
  await once(socket, 'message')
  socket.pause()
  return opened[0].socket.localPort
}

function outgoing(method: string, headers: Record<string, string>): ClientRequest {
  const sent = request(server.url, {
    method,
    agent: false,
    headers: { accept: 'text/event-stream', authorization: `Bearer ${anna.token}`, ...headers },
  })
  sent.on('error', () => {})
  onTestFinished(() => void sent.destroy())
  return sent
}

async function standStill(sent: ClientRequest): Promise<number | undefined> {
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  answer.on('error', () => {})
  answer.pause()
  return sent.socket?.localPort
}

const byEvents: Begin = async (field, id) => {
  const sent = outgoing('POST', { 'content-type': 'application/json' })
  sent.end(JSON.stringify(body(field, id)))
  return await standStill(sent)
}

const bySingle: Begin = async (field, id) => {
  const token = await reserve(server, anna)
  const sent = outgoing('GET', { [tokenHeader]: token })
  sent.end()
  const port = await standStill(sent)
  const started = { ...body(field, id), extensions: { operationId: 'a' } }
  expect(
    (await call(server, 'POST', anna, { headers: { [tokenHeader]: token }, body: started })).status,
  ).toBe(202)
  return port
}

const transports: [string, Begin][] = [
  ['WebSocket', bySocket],
  ['SSE', byEvents],
  ['one event stream for all', bySingle],
]

describe.each(transports)('a client of %s that never reads', (_name, begin) => {
  it.each(['ticketEvents', 'messageSent'] as const)(
    'holds a bounded part of %s, delays nobody, and is cut',
    async (field) => {
      const { id } = await openTicket(anna)
      const cutBefore = server.desk.counts.cut
      const other = followTicket(server, anna, { ticketId: id })
      await other.upTo(isCaughtUp)
      const listening = inUse()
      const port = await begin(field, id)
      await until(() => JSON.stringify(inUse()) !== JSON.stringify(listening))
      const line = [...lines].find(({ remotePort }) => remotePort === port)
      if (line === undefined) throw new Error('the server does not know the client')
      let most = 0
      const seqs: number[] = []
      for (let sent = 0; sent < total; sent += 1) {
        await send(anna, id, longText)
        seqs.push((await other.upTo(({ __typename }) => __typename === 'MessageSent')).at(-1)?.seq ?? 0)
        most = Math.max(most, line.writableLength)
      }
      expect(seqs).toEqual(Array.from({ length: total }, (_, index) => index + 2))
      // It was clogged, with no more than a piece beyond what a stream buffers: not with what it was told.
      expect(most).toBeGreaterThan(0)
      expect(most).toBeLessThan(eventBytes * 2)
      expect(line.bytesWritten).toBeLessThan((total / 2) * eventBytes)
      await until(() => line.destroyed)
      expect(server.desk.counts.cut).toBe(cutBefore + 1)
      await other.leave()
    },
  )
})

describe('a socket', () => {
  it('that answers no ping is cut', async () => {
    await (await openStubbornSocket(server.wsUrl)).cut
  })

  it('that asks on and on and reads no answer is not listened to any more', async () => {
    const socket = new WebSocket(server.wsUrl, 'graphql-transport-ws')
    socket.on('error', () => {})
    onTestFinished(() => socket.terminate())
    const [[{ socket: mine }]] = (await Promise.all([once(socket, 'upgrade'), once(socket, 'open')])) as [
      [IncomingMessage],
      [],
    ]
    socket.send(
      JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${anna.token}` } }),
    )
    await once(socket, 'message')
    const line = [...lines].find(({ remotePort }) => remotePort === mine.localPort)
    if (line === undefined) throw new Error('the server does not know the client')
    socket.pause()
    const payload = { query: '{ __schema { types { name description fields { name description } } } }' }
    // Each question is as long as what the server reads at once.
    const padding = ' '.repeat(70_000)
    for (let count = 0; count < 200; count += 1) {
      socket.send(JSON.stringify({ type: 'subscribe', id: String(count), payload, padding }))
    }
    await until(() => line.isPaused())
    expect(line.bytesRead).toBeLessThan(200 * padding.length)
    await until(() => line.destroyed)
  })

  it('that names a second operation like a first one is closed with 4409', async () => {
    const socket = await connect(server.wsUrl, anna.token ?? '')
    const { id } = await openTicket(anna)
    const payload = body('ticketEvents', id)
    socket.send({ type: 'subscribe', id: '1', payload })
    expect(await socket.next()).toMatchObject({ type: 'next', id: '1' })
    socket.send({ type: 'subscribe', id: '1', payload })
    expect(await socket.closed).toEqual({ code: 4409, reason: 'Subscriber for 1 already exists' })
  })
})
