import type { ServerResponse } from 'node:http'
import type { GraphQLError } from 'graphql'
import { isAsyncIterable } from 'graphql-yoga'
import type { Viewer } from '../../auth/viewer.ts'
import type { Counts } from '../../events/counts.ts'
import type { Context } from '../../graphql/context.ts'
import { topLevelError } from '../../graphql/errors.ts'
import type { EndingStreams, Results } from '../ending-streams.ts'
import { EventStream, eventStreamHeaders } from '../event-stream.ts'
import type { OperationPlaces } from '../operation-places.ts'
import type { Places } from '../places.ts'
import { requestError } from '../request-error.ts'
import type { SingleConnections } from '../single-connections.ts'
import { onTokenEnd } from '../token-end.ts'
import { viewerKey } from '../viewer-key.ts'
import { mediaTypes } from './request-shape.ts'
import type { ServerPlugin } from './server-context.ts'

export interface EventStreamsOptions {
  readonly streams: EndingStreams
  readonly connections: SingleConnections
  readonly places: Places
  readonly operationPlaces: OperationPlaces
  readonly heartbeatMs: number
  readonly counts: Counts
}

const eventStream = /^(text|\*)\/(event-stream|\*)$/

export function takesEventStream(request: Request): boolean {
  return mediaTypes(request.headers.get('accept')).some((type) => eventStream.test(type))
}

/**
 * Subscriptions over SSE: only for a client that takes an event stream, not longer than the response is open, and not
 * beyond the life of the token, which a socket's close code would say over WebSocket. Operations of a single
 * connection are told on that one.
 */
export function useEventStreams(options: EventStreamsOptions): ServerPlugin {
  const { streams, connections, heartbeatMs, counts } = options
  return {
    onSubscribe({ args, setResultAndStopExecution }) {
      const { request, res, viewer, issuers } = args.contextValue as Context & {
        request?: Request
        res: ServerResponse
      }
      // Over WebSocket: the socket itself says all this.
      if (request === undefined) return undefined
      const operation = connections.operations.get(request)
      const refused = operation === undefined ? refusal(request, res, { ...options, viewer }) : null
      if (refused !== null) {
        setResultAndStopExecution({ errors: [refused] })
        return undefined
      }
      return {
        onSubscribeResult({ result, setResult }) {
          if (!isAsyncIterable(result)) return
          const toldOn = operation?.connection.streams ?? streams
          const onEnd = (end: () => void) =>
            viewer.kind === 'anonymous' ? () => {} : onTokenEnd(issuers, viewer.claims, end)
          setResult(untilTokenEnd(toldOn, result as Results, onEnd))
        },
      }
    },
    onResultProcess({ request, result, serverContext, setResultProcessor }) {
      if (!isAsyncIterable(result) || connections.operations.has(request)) return
      setResultProcessor((results, fetchAPI) => {
        const stream = new EventStream(serverContext.res, heartbeatMs, counts)
        void sendAll(stream, results as unknown as Results)
        return new fetchAPI.Response(stream.body as never, { status: 200, headers: eventStreamHeaders })
      }, 'text/event-stream')
    },
  }
}

function refusal(
  request: Request,
  response: ServerResponse,
  {
    places,
    operationPlaces,
    viewer,
  }: Pick<EventStreamsOptions, 'places' | 'operationPlaces'> & { viewer: Viewer },
) {
  if (!takesEventStream(request)) {
    return requestError(406, 'A subscription needs Accept: text/event-stream, or a WebSocket.')
  }
  const leave = places.take()
  if (leave === null)
    return topLevelError('SERVICE_UNAVAILABLE', 'Too many streams are open; try again later.')
  whenClosed(response, leave)
  // Nobody may follow nothing: that is refused by the field.
  if (viewer.kind === 'anonymous') return null
  try {
    whenClosed(response, operationPlaces.take(viewerKey(viewer.claims), response))
    return null
  } catch (error) {
    return error as GraphQLError
  }
}

function untilTokenEnd(
  streams: EndingStreams,
  source: Results,
  onEnd: (end: () => void) => () => void,
): Results {
  let forget = () => {}
  const { results, end } = streams.add(source, () => forget())
  forget = onEnd(() => end(topLevelError('TOKEN_EXPIRED', 'The token has expired.')))
  return results
}

async function sendAll(stream: EventStream, results: Results): Promise<void> {
  stream.onClosed(() => void results.return?.())
  for await (const result of results) await stream.sendNext(result, null)
  await stream.sendComplete(null)
  stream.end()
}

/** A client may be gone before the stream has begun. */
function whenClosed(response: ServerResponse, listener: () => void): void {
  if (response.closed) listener()
  else response.once('close', listener)
}
