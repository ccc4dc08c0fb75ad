import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { Issuers } from '../auth/tokens.ts'
import { newId } from '../core/ids.ts'
import type { Logger } from '../core/logger.ts'
import { StartRefused } from '../core/start-refused.ts'
import type { Env } from '../env.ts'
import type { Desk } from '../events/desk.ts'
import { topLevelError } from '../graphql/errors.ts'
import type { Viewers } from '../graphql/viewers.ts'
import { openContexts } from './contexts.ts'
import { createEndingStreams, type EndingStreams } from './ending-streams.ts'
import { createEndpoint, type Endpoint } from './endpoint.ts'
import { createErrorSeal } from './error-seal.ts'
import { createSocketProtocol } from './socket-protocol.ts'
import { openSockets, type Sockets } from './sockets.ts'

export interface RunningServer {
  /** The address of the GraphQL endpoint. */
  readonly url: string
  readonly port: number
  /** WebSockets that are open or closing. */
  socketCount(): number
  /** Takes nothing new, lets what is under way finish within STOP_SECONDS, then cuts off the rest. */
  close(): Promise<void>
}

export interface ServerOptions {
  readonly env: Env
  readonly desk: Desk
  readonly issuers: Issuers
  readonly viewers: Viewers
  readonly log: Logger
}

/**
 * Serves GraphQL over HTTP, SSE and WebSocket on one path. Port 0 takes any free one.
 * @throws StartRefused when the address cannot be listened on
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { env, log } = options
  const contexts = openContexts(options)
  const seal = createErrorSeal(log)
  const streams = createEndingStreams()
  const endpoint = createEndpoint({ ...options, contexts, seal, streams })
  const protocol = createSocketProtocol({ env, endpoint, contexts, seal, log })
  const sockets = openSockets({ env, protocol, log })
  const server = createServer({ requestTimeout: requestMs }, (request, response) => {
    if (!server.listening) response.setHeader('connection', 'close')
    answer(endpoint, request, response)
  })
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    if (pathOf(request) === '/graphql' && server.listening) sockets.upgrade(request, stream, head)
    else stream.end('HTTP/1.1 404 Not Found\r\nconnection: close\r\n\r\n')
  })
  await listen(server, env)
  const { address, port } = server.address() as AddressInfo
  let stopping: Promise<void> | undefined
  return {
    url: `http://${address.includes(':') ? `[${address}]` : address}:${port}/graphql`,
    port,
    socketCount: () => sockets.count(),
    async close() {
      stopping ??= stop(server, sockets, streams, env.STOP_SECONDS)
      await stopping
    },
  }
}

/** How long a client may take to send a request. */
const requestMs = 30_000

async function listen(server: Server, { HOST, PORT }: Env): Promise<void> {
  server.listen(PORT, HOST)
  try {
    await once(server, 'listening')
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? ''
    const reason = code === 'EADDRINUSE' ? 'another program listens there; set PORT' : String(error)
    throw new StartRefused(`cannot listen on ${HOST}:${PORT}: ${reason}`, { cause: error })
  }
}

const paths: readonly (string | null)[] = ['/graphql', '/healthz', '/readyz']

function answer(endpoint: Endpoint, request: IncomingMessage, response: ServerResponse): void {
  const requestId = newId()
  response.setHeader('x-request-id', requestId)
  const path = pathOf(request)
  if (path === '/') response.writeHead(302, { location: '/graphql' }).end()
  else if (paths.includes(path)) void endpoint(request, response, { req: request, res: response, requestId })
  else response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found. GraphQL is at /graphql.\n')
  response.once('finish', () => drain(request))
}

/** Null when the address of the request is none. */
function pathOf({ url = '/' }: IncomingMessage): string | null {
  return URL.canParse(url, 'http://localhost') ? new URL(url, 'http://localhost').pathname : null
}

const drainMs = 2_000

/**
 * A client that was answered before its request was read through may be still sending. Closing at once could destroy
 * the answer on its way, so the rest is thrown away unread for a moment first.
 */
function drain(request: IncomingMessage): void {
  if (request.complete) return
  request.resume()
  const timer = setTimeout(() => request.destroy(), drainMs)
  request.once('close', () => clearTimeout(timer))
}

async function stop(
  server: Server,
  sockets: Sockets,
  streams: EndingStreams,
  limitSeconds: number,
): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  sockets.close()
  streams.endAll(() => topLevelError('SERVICE_UNAVAILABLE', 'The server is restarting.'))
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const isClosed = await Promise.race([
    closed.then(() => true),
    pause(limitSeconds * 1_000, false, { ref: false }),
  ])
  clearInterval(idle)
  if (isClosed) return
  sockets.cut()
  server.closeAllConnections()
  await closed
}
