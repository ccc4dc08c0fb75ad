import { once } from 'node:events'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { Issuers } from '../auth/tokens.ts'
import type { Logger } from '../core/logger.ts'
import { StartRefused } from '../core/start-refused.ts'
import type { Env } from '../env.ts'
import type { Desk } from '../events/desk.ts'
import { topLevelError } from '../graphql/errors.ts'
import type { Viewers } from '../graphql/viewers.ts'
import { answerAttachment, isAttachmentPath } from './attachments.ts'
import { openContexts } from './contexts.ts'
import type { Admission } from './cost/admission.ts'
import { type CrossOrigin, openCrossOrigin } from './cross-origin.ts'
import { createEndingStreams, type EndingStreams } from './ending-streams.ts'
import { createEndpoint, type Endpoint } from './endpoint.ts'
import { createErrorSeal } from './error-seal.ts'
import { answerExport, isExportPath } from './exports.ts'
import { OperationPlaces } from './operation-places.ts'
import type { Operations } from './operations/operations.ts'
import { Places } from './places.ts'
import { requestIdOf } from './request-id.ts'
import { securityHeaders } from './security-headers.ts'
import { createSocketProtocol } from './socket-protocol.ts'
import { openSockets, type Sockets } from './sockets.ts'
import { spread } from './spread.ts'
import type { Watch } from './telemetry/watch.ts'

export interface RunningServer {
  /** The address of the GraphQL endpoint. */
  readonly url: string
  readonly port: number
  /** WebSockets that are open or closing. */
  socketCount(): number
  /** Sockets, event streams and reservations of such that hold a place. */
  connectionCount(): number
  /** Operations under way on sockets and event streams. */
  operationCount(): number
  /**
   * Takes no new socket or stream and sends away those it has over DRAIN_SECONDS, then lets what is under way finish
   * within STOP_SECONDS and cuts off the rest.
   */
  close(): Promise<void>
}

export interface ServerOptions {
  readonly env: Env
  readonly desk: Desk
  readonly issuers: Issuers
  readonly viewers: Viewers
  readonly operations: Operations
  readonly watch: Watch
  readonly admission: Admission
  readonly log: Logger
}

/**
 * Serves GraphQL over HTTP, SSE and WebSocket on one path. Port 0 takes any free one.
 * @throws StartRefused when the address cannot be listened on
 */
export async function startServer(options: ServerOptions): Promise<RunningServer> {
  const { env, desk, watch, log } = options
  const contexts = openContexts(options)
  const seal = createErrorSeal(log, (code) => desk.counts.error(code))
  const streams = createEndingStreams()
  const places = new Places(env.CONNECTION_LIMIT)
  const operationPlaces = new OperationPlaces(env)
  let stopping: Promise<void> | undefined
  const isStopping = () => stopping !== undefined
  const shared = { ...options, contexts, seal, operationPlaces }
  const endpoint = createEndpoint({ ...shared, streams, places, isStopping })
  const protocol = createSocketProtocol({ ...shared, endpoint })
  const sockets = openSockets({ env, protocol, places, counts: desk.counts, log })
  const crossOrigin = openCrossOrigin(env)
  const answerers = { desk, endpoint, crossOrigin, watch, secure: securityHeaders(env) }
  const server = createServer(timeLimits(env), (request, response) => {
    if (isStopping()) response.setHeader('connection', 'close')
    answer(answerers, request, response)
  })
  server.on('upgrade', (request: IncomingMessage, stream: Duplex, head: Buffer) => {
    const refusal = refusalOf(request, crossOrigin, isStopping())
    if (refusal === null) sockets.upgrade(request, stream, head)
    else stream.end(`HTTP/1.1 ${refusal}\r\nconnection: close\r\n\r\n`)
  })
  await listen(server, env)
  const { origin, port } = originOf(server)
  desk.links.origin = env.PUBLIC_URL?.replace(/\/+$/, '') ?? origin
  return {
    url: `${origin}/graphql`,
    port,
    socketCount: () => sockets.count(),
    connectionCount: () => places.taken,
    operationCount: () => operationPlaces.taken,
    async close() {
      stopping ??= stop(server, sockets, streams, env)
      await stopping
    },
  }
}

/** Why a connection may not become a WebSocket. */
function refusalOf(request: IncomingMessage, crossOrigin: CrossOrigin, isStopping: boolean): string | null {
  if (pathOf(request) !== '/graphql') return '404 Not Found'
  if (!crossOrigin.mayConnect(request)) return '403 Forbidden'
  return isStopping ? '503 Service Unavailable' : null
}

/** How long a client may take to send a request; the content of a file may take longer. */
const requestMs = 30_000

function timeLimits({ ATTACHMENT_UPLOAD_SECONDS: uploadSeconds }: Env) {
  return { headersTimeout: requestMs, requestTimeout: Math.max(requestMs, uploadSeconds * 1_000) }
}

function originOf(server: Server): { origin: string; port: number } {
  const { address, port } = server.address() as AddressInfo
  return { origin: `http://${address.includes(':') ? `[${address}]` : address}:${port}`, port }
}

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

const probes: readonly (string | null)[] = ['/healthz', '/readyz']

interface Answerers {
  readonly desk: Desk
  readonly endpoint: Endpoint
  readonly crossOrigin: CrossOrigin
  readonly watch: Watch
  readonly secure: (response: ServerResponse) => void
}

function answer(answerers: Answerers, request: IncomingMessage, response: ServerResponse): void {
  const { desk, crossOrigin, secure } = answerers
  const requestId = requestIdOf(request)
  secure(response)
  response.setHeader('x-request-id', requestId)
  const path = pathOf(request)
  response.once('finish', () => drain(request))
  if (crossOrigin.answers(request, response)) return
  if (!isAddressed(request)) {
    response.writeHead(400, { 'content-type': 'text/plain' }).end('The address of the request is none.\n')
    return
  }
  if (isAttachmentPath(path)) {
    void answerAttachment(desk, request, response)
    return
  }
  if (isExportPath(path)) {
    void answerExport(desk, request, response)
    return
  }
  limitTime(request)
  if (path === '/') response.writeHead(302, { location: '/graphql' }).end()
  else if (path === '/graphql') answerOperation(answerers, request, response, requestId)
  else if (probes.includes(path))
    void answerers.endpoint(request, response, { req: request, res: response, requestId, watched: null })
  else response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found. GraphQL is at /graphql.\n')
}

function answerOperation(
  { endpoint, watch }: Answerers,
  req: IncomingMessage,
  res: ServerResponse,
  requestId: string,
): void {
  const watched = watch.arrived('HTTP', requestId, req.headers['traceparent'])
  void watched.run(() => endpoint(req, res, { req, res, requestId, watched }))
}

/** Whether it names a host and path that can be one: what comes after here makes an address of them. */
function isAddressed({ url = '/', headers: { host = 'localhost' } }: IncomingMessage): boolean {
  if (/[/?#@\\]/.test(host)) return false
  return URL.canParse(`http://${host}`) && URL.canParse(`http://${host}${url}`)
}

/** Null when the address of the request is none. */
function pathOf({ url = '/' }: IncomingMessage): string | null {
  return URL.canParse(url, 'http://localhost') ? new URL(url, 'http://localhost').pathname : null
}

/** Node has one limit for all requests, which is that of the longest. */
function limitTime(request: IncomingMessage): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const timer = setTimeout(() => {
    if (!request.complete) request.destroy()
  }, requestMs)
  request.once('close', () => clearTimeout(timer))
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

async function stop(server: Server, sockets: Sockets, streams: EndingStreams, env: Env): Promise<void> {
  const endings = streams.endings(() => topLevelError('SERVICE_UNAVAILABLE', 'The server is restarting.'))
  // It goes on to listen meanwhile: those in front of it learn from /readyz to send nobody more.
  await spread([...sockets.closings(), ...endings], env.DRAIN_SECONDS)
  const closed = once(server, 'close')
  server.close()
  const idle = setInterval(() => server.closeIdleConnections(), 50)
  const isClosed = await Promise.race([
    closed.then(() => true),
    pause(env.STOP_SECONDS * 1_000, false, { ref: false }),
  ])
  clearInterval(idle)
  if (isClosed) return
  sockets.cut()
  server.closeAllConnections()
  await closed
}
