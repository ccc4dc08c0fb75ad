import { isAsyncIterable } from 'graphql-yoga'
import { TokenRefused } from '../../auth/tokens.ts'
import type { Claims } from '../../auth/viewer.ts'
import { topLevelError } from '../../graphql/errors.ts'
import type { Contexts } from '../contexts.ts'
import type { Results } from '../ending-streams.ts'
import { eventStreamHeaders } from '../event-stream.ts'
import { requestError } from '../request-error.ts'
import type { SingleConnection, SingleConnections } from '../single-connections.ts'
import { single } from '../single-connections.ts'
import { takesEventStream } from './event-streams.ts'
import type { ServerContext, ServerPlugin } from './server-context.ts'

const tokenHeader = 'x-graphql-event-stream-token'
const reserved = {
  status: 201,
  headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
}
const opened = { status: 200, headers: eventStreamHeaders }

/**
 * graphql-sse's single connection mode: PUT reserves an event stream, GET with its token opens it, POST with the
 * token starts an operation on it, DELETE stops one. Each of them says who asks, and only who made the reservation
 * may use it. What an operation meets before it begins is answered as to any other POST.
 */
export function useSingleConnection(contexts: Contexts, connections: SingleConnections): ServerPlugin {
  function markPrepared({ request }: { request?: Request }): void {
    const operation = request === undefined ? undefined : connections.operations.get(request)
    if (operation !== undefined) operation.isPrepared = true
  }
  return {
    async onRequestParse({ request, url, serverContext, endResponse, fetchAPI }) {
      const { method } = request
      const end = (body: unknown, init: ResponseInit) =>
        endResponse(new fetchAPI.Response(body as never, init))
      const token = request.headers.get(tokenHeader) ?? url.searchParams.get('token')
      if (method !== 'PUT' && (token === null || !usual.has(method))) return undefined
      const claims = await whoAsks(contexts, request, serverContext.requestId)
      if (method === 'PUT') return end(reserve(connections, claims), reserved)
      const connection = connections.find(token ?? '', claims)
      if (connection === null) throw requestError(404, 'There is no such reservation.')
      if (method === 'POST') return startOperation(connections, request, connection)
      const onTokenEnd = (end: () => void) => contexts.onTokenEnd(claims, end)
      if (method === 'DELETE') return end(stop(url, connection), { status: 200 })
      return end(open(request, connection, onTokenEnd, serverContext), opened)
    },
    onExecute: ({ args }) => markPrepared(args.contextValue),
    onSubscribe: ({ args }) => markPrepared(args.contextValue),
    onResultProcess({ request, setResultProcessor }) {
      const begin = beginning(connections, request)
      if (begin === undefined) return
      setResultProcessor(
        (result, fetchAPI) => new fetchAPI.Response(null, { status: begin(result) ? 202 : 204 }),
        'application/json',
      )
    },
    onResponse({ request }) {
      const operation = connections.operations.get(request)
      if (operation?.id != null) operation.connection.release(operation.id)
    },
  }
}

const usual: ReadonlySet<string> = new Set(['GET', 'POST', 'DELETE'])

async function whoAsks(contexts: Contexts, request: Request, requestId: string): Promise<Claims> {
  const claims = await contexts.identify(request.headers.get('authorization'))
  if (claims === null) throw new TokenRefused('MISSING')
  // Refuses who was disabled since the token was given.
  await contexts.make({ claims, locale: null }, requestId)
  return claims
}

function reserve(connections: SingleConnections, claims: Claims): string {
  const token = connections.reserve(claims)
  if (token !== null) return token
  throw topLevelError('SERVICE_UNAVAILABLE', 'Too many streams are open; try again later.')
}

/** Once the body is read, it says the name of the operation. */
function startOperation(connections: SingleConnections, request: Request, connection: SingleConnection) {
  const operation = { connection, id: null as string | null, isPrepared: false }
  connections.operations.set(request, operation)
  return {
    onRequestParseDone({ requestParserResult }: { requestParserResult: unknown }) {
      const { extensions } = requestParserResult as { extensions?: { operationId?: unknown } | null }
      const id = extensions?.operationId
      if (typeof id !== 'string' || id === '') throw requestError(400, 'extensions.operationId is missing.')
      if (!connection.take(id)) throw requestError(409, 'There is an operation with this operationId.')
      operation.id = id
    },
  }
}

/** How what has been prepared begins on its stream; false when it was stopped before. */
function beginning(connections: SingleConnections, request: Request) {
  const { connection, id, isPrepared } = connections.operations.get(request) ?? {}
  if (connection === undefined || id == null || isPrepared !== true) return undefined
  return (result: unknown) =>
    connection.begin(id, isAsyncIterable(result) ? (result as Results) : single(result as never))
}

function open(
  request: Request,
  connection: SingleConnection,
  onTokenEnd: (end: () => void) => () => void,
  { res }: ServerContext,
) {
  if (!takesEventStream(request)) throw requestError(406, 'Accept must allow text/event-stream.')
  const stream = connection.open(res, onTokenEnd)
  if (stream === null) throw requestError(409, 'The stream of this reservation is open already.')
  return stream.body
}

function stop(url: URL, connection: SingleConnection): null {
  const id = url.searchParams.get('operationId')
  if (id === null || id === '') throw requestError(400, 'operationId is missing.')
  connection.stop(id)
  return null
}
