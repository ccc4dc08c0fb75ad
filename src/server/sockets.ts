import type { IncomingMessage } from 'node:http'
import type { Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { handleProtocols, makeServer, type Server } from 'graphql-ws'
import { type WebSocket, WebSocketServer } from 'ws'
import type { Logger } from '../core/logger.ts'
import type { Env } from '../env.ts'
import type { Counts } from '../events/counts.ts'
import { closeCodes, closeSocket } from './close-codes.ts'
import { Outbox, takenBytes } from './outbox.ts'
import type { Places } from './places.ts'
import type { Extra } from './socket-connection.ts'
import type { SocketProtocol } from './socket-protocol.ts'

/** The WebSockets of one server: frames in and out, and nothing of GraphQL. */
export interface Sockets {
  /** Sockets that are open or closing. */
  count(): number
  /** Takes over a connection that asked to become a WebSocket. */
  upgrade(request: IncomingMessage, stream: Duplex, head: Buffer): void
  /** One function for each socket: it tells the client to come back to another node or later. */
  closings(): (() => void)[]
  /** Cuts off those who are still there. */
  cut(): void
}

interface SocketsOptions {
  readonly env: Env
  readonly protocol: SocketProtocol
  readonly places: Places
  readonly counts: Counts
  readonly log: Logger
}

export function openSockets({ env, protocol, places, counts, log }: SocketsOptions): Sockets {
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: env.BODY_LIMIT_BYTES,
    handleProtocols,
  })
  const graphql = makeServer(protocol)
  server.on('connection', (socket, request) => {
    socket.on('error', (error) => log.debug({ err: error }, 'a socket failed'))
    const leavePlace = places.take()
    if (leavePlace === null) {
      closeSocket(socket, closeCodes.tryAgainLater, 'Try again later')
      return
    }
    socket.once('close', leavePlace)
    serve(graphql, socket, request, { env, counts, log })
  })
  return {
    count: () => server.clients.size,
    upgrade(request, stream, head) {
      stream.on('error', (error) => log.debug({ err: error }, 'an upgrade failed'))
      server.handleUpgrade(request, stream, head, (socket) => server.emit('connection', socket, request))
    },
    closings: () =>
      [...server.clients].map(
        (socket) => () => closeSocket(socket, closeCodes.restart, 'The server is restarting'),
      ),
    cut() {
      for (const socket of server.clients) socket.terminate()
    },
  }
}

function serve(
  graphql: Server<Extra>,
  socket: WebSocket,
  request: IncomingMessage,
  { env, counts, log }: Pick<SocketsOptions, 'env' | 'counts' | 'log'>,
): void {
  const outbox = new Outbox(request.socket)
  keepAlive(socket, request.socket, outbox, { pingMs: env.HEARTBEAT_SECONDS * 1_000, counts })
  const left = graphql.opened(
    {
      protocol: socket.protocol,
      send: async (text) => await outbox.send(() => sendNow(socket, text)),
      close: (code = closeCodes.badRequest, reason = '') => closeSocket(socket, code, reason),
      onMessage: (take) => listen(socket, outbox, take, log),
    },
    { socket, request, send: async (frame) => await outbox.send(() => sendNow(socket, frame())) },
  )
  socket.once('close', (code, reason) => {
    left(code, reason.toString()).catch((error: unknown) => log.error({ err: error }, 'a socket left badly'))
  })
}

function sendNow(socket: WebSocket, frame: string | Buffer): void {
  if (socket.readyState === socket.OPEN) socket.send(frame, { binary: false })
}

/** A client that does not read its answers is not listened to meanwhile, so that they do not pile up. */
function listen(socket: WebSocket, outbox: Outbox, take: (text: string) => Promise<void>, log: Logger): void {
  socket.on('message', (data, isBinary) => {
    // A client that was told to go may still send; nothing of it counts any more.
    if (socket.readyState !== socket.OPEN) return
    if (outbox.isClogged && !socket.isPaused) {
      socket.pause()
      void outbox.send(() => socket.resume())
    }
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

/**
 * A client is gone that answers no ping within the time of the next one. One with a backlog, whose answer may wait
 * behind it, is gone when it takes nothing of it in that time.
 */
function keepAlive(
  socket: WebSocket,
  line: Socket,
  outbox: Outbox,
  { pingMs, counts }: { pingMs: number; counts: Counts },
): void {
  let isAlive = true
  let taken = takenBytes(line)
  socket.on('pong', () => {
    isAlive = true
  })
  const timer = setInterval(() => {
    const before = taken
    taken = takenBytes(line)
    const { isClogged } = outbox
    if (isClogged ? taken === before : !isAlive) {
      if (isClogged) counts.cut += 1
      socket.terminate()
      return
    }
    isAlive = isClogged
    if (socket.readyState === socket.OPEN && !isClogged) socket.ping()
  }, pingMs)
  socket.once('close', () => clearInterval(timer))
}
