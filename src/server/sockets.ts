import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { handleProtocols, makeServer } from 'graphql-ws'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Logger } from '../core/logger.ts'
import type { Env } from '../env.ts'
import { closeCodes, closeSocket } from './close-codes.ts'
import type { SocketProtocol } from './socket-protocol.ts'

/** The WebSockets of one server: frames in and out, and nothing of GraphQL. */
export interface Sockets {
  /** Sockets that are open or closing. */
  count(): number
  /** Takes over a connection that asked to become a WebSocket. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void
  /** Tells all clients to come back to another node or later. */
  close(): void
  /** Cuts off those who are still there. */
  cut(): void
}

const pingMs = 12_000

export function openSockets(options: { env: Env; protocol: SocketProtocol; log: Logger }): Sockets {
  const { env, protocol, log } = options
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: env.BODY_LIMIT_BYTES,
    handleProtocols,
  })
  const graphql = makeServer(protocol)
  server.on('connection', (socket, request) => {
    socket.on('error', (error) => log.debug({ err: error }, 'a socket failed'))
    keepAlive(socket)
    const left = graphql.opened(
      {
        protocol: socket.protocol,
        send: async (text) => await send(socket, text),
        close: (code = closeCodes.badRequest, reason = '') => closeSocket(socket, code, reason),
        onMessage: (take) => listen(socket, take, log),
      },
      { socket, request },
    )
    socket.once('close', (code, reason) => {
      left(code, reason.toString()).catch((error: unknown) =>
        log.error({ err: error }, 'a socket left badly'),
      )
    })
  })
  return {
    count: () => server.clients.size,
    upgrade(request, stream, head) {
      stream.on('error', (error) => log.debug({ err: error }, 'an upgrade failed'))
      server.handleUpgrade(request, stream, head, (socket) => server.emit('connection', socket, request))
    },
    close() {
      for (const socket of server.clients) closeSocket(socket, closeCodes.restart, 'The server is restarting')
    },
    cut() {
      for (const socket of server.clients) socket.terminate()
    },
  }
}

/** Resolves when the frame has left for the network, so that a slow client holds one frame and no more. */
async function send(socket: WebSocket, text: string): Promise<void> {
  if (socket.readyState !== socket.OPEN) return
  await new Promise<void>((resolve) => socket.send(text, () => resolve()))
}

function listen(socket: WebSocket, take: (text: string) => Promise<void>, log: Logger): void {
  socket.on('message', (data, isBinary) => {
    // A client that was told to go may still send; nothing of it counts any more.
    if (socket.readyState !== socket.OPEN) return
    if (isBinary) {
      closeSocket(socket, closeCodes.badRequest, 'Binary frames are not taken')
      return
    }
    take((data as Buffer).toString()).catch((error: unknown) => {
      if (error instanceof Error && error.message.startsWith('Unexpected message of type')) {
        closeSocket(socket, closeCodes.badRequest, 'Invalid message received')
        return
      }
      log.error({ err: error }, 'a message of a socket failed')
      closeSocket(socket, closeCodes.internalError, 'Internal server error')
    })
  })
}

/** A client that answers no ping within the time of the next one is gone. */
function keepAlive(socket: WebSocket): void {
  let isAlive = true
  socket.on('pong', () => {
    isAlive = true
  })
  const timer = setInterval(() => {
    if (!isAlive) {
      socket.terminate()
      return
    }
    isAlive = false
    if (socket.readyState === socket.OPEN) socket.ping()
  }, pingMs)
  socket.once('close', () => clearInterval(timer))
}
