import { Client, Pool } from 'pg'
import { type WebSocket, WebSocketServer } from 'ws'
import { readEnv } from '../../../src/env.ts'
import { openAskers } from '../askers.ts'
import { type Input, type Written, writeByHand } from '../send/by-hand.ts'
import { serveBare } from '../serve.ts'

/** The limit: what was written by hand is told to all nodes by NOTIFY, with all of it, and goes out over bare `ws`. */

const env = readEnv()
const pool = new Pool({ connectionString: env.DATABASE_URL, max: env.DATABASE_POOL })
const askerOf = await openAskers(pool)
const channel = 'limit_latency'

interface News {
  readonly ticketId: string
  readonly frame: string
}
let waiting: News[] = []
let isNotifying = false
/** A notification holds 8,000 bytes. */
const newsPerNotification = 16

/** After the commit, and many in one: a notification holds a lock over the whole of PostgreSQL. */
function notify(news: News): void {
  waiting.push(news)
  if (isNotifying) return
  isNotifying = true
  void (async () => {
    while (waiting.length > 0) {
      const payload = JSON.stringify(waiting.splice(0, newsPerNotification))
      await pool.query({ name: 'notify', text: 'select pg_notify($1, $2)', values: [channel, payload] })
    }
    isNotifying = false
  })()
}

const followers = new Map<string, Set<WebSocket>>()
const ear = new Client({ connectionString: env.DATABASE_URL })
await ear.connect()
await ear.query(`listen ${channel}`)
ear.on('notification', ({ payload = '[]' }) => {
  for (const { ticketId, frame } of JSON.parse(payload) as News[]) {
    const bytes = Buffer.from(frame)
    for (const socket of followers.get(ticketId) ?? []) socket.send(bytes, { binary: false })
  }
})

function frameOf({ message }: Written, text: string, name: string): string {
  const author = { kind: 'OPERATOR', name }
  const messageSent = {
    id: `msg_${message.id}`,
    seq: message.seq,
    text,
    author,
    createdAt: message.createdAt,
  }
  return JSON.stringify({ id: '1', type: 'next', payload: { data: { messageSent } } })
}

interface ClientFrame {
  readonly type: string
  readonly payload?: { readonly variables?: { readonly ticketId?: string } }
}
const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
sockets.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    const { type, payload } = JSON.parse(data.toString()) as ClientFrame
    if (type === 'connection_init') socket.send('{"type":"connection_ack"}')
    const ticketId = payload?.variables?.ticketId
    if (type !== 'subscribe' || ticketId === undefined) return
    const all = followers.get(ticketId) ?? new Set()
    followers.set(ticketId, all.add(socket))
  })
})

const server = serveBare(async (body, authorization) => {
  const asker = await askerOf(authorization)
  const { input } = (JSON.parse(body) as { variables: { input: Input } }).variables
  const written = await writeByHand(pool, asker, input)
  notify({ ticketId: input.ticketId, frame: frameOf(written, input.text, asker.name) })
  const { id, ...message } = written.message
  return JSON.stringify({ data: { messageSend: { message: { id: `msg_${id}`, ...message } } } })
})
server.on('upgrade', (request, stream, head) => {
  sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket, request))
})
