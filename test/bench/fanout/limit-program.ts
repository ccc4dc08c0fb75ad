import { type WebSocket, WebSocketServer } from 'ws'
import { serveBare } from '../serve.ts'
import { type Following, messageOf, type Publication } from './question.ts'

/** The limit: bare `ws` that sends the same bytes to everybody, with just enough protocol for the same followers. */

const sockets = new WebSocketServer({ noServer: true, perMessageDeflate: false })
const followers: Record<Following, Set<WebSocket>> = { ticket: new Set(), inbox: new Set() }
let seq = 0

sockets.on('connection', (socket) => {
  socket.on('message', (data: Buffer) => {
    const frame = JSON.parse(data.toString()) as { type: string; payload?: { query?: string } }
    if (frame.type === 'connection_init') socket.send('{"type":"connection_ack"}')
    if (frame.type === 'subscribe') {
      followers[frame.payload?.query?.includes('inboxEvents') === true ? 'inbox' : 'ticket'].add(socket)
    }
  })
})

function broadcast(to: ReadonlySet<WebSocket>, data: object): void {
  const frame = Buffer.from(JSON.stringify({ id: '1', type: 'next', payload: { data } }))
  for (const socket of to) socket.send(frame, { binary: false })
}

const server = serveBare(async (body) => {
  const { messageSent, inboxEvents } = messageOf(JSON.parse(body) as Publication, (seq += 1))
  broadcast(followers.ticket, { messageSent })
  broadcast(followers.inbox, { inboxEvents })
  return '{}'
})
server.on('upgrade', (request, stream, head) => {
  sockets.handleUpgrade(request, stream, head, (socket) => sockets.emit('connection', socket, request))
})
