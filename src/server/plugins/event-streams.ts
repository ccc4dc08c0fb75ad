import type { ServerResponse } from 'node:http'
import type { ExecutionResult } from 'graphql'
import { isAsyncIterable } from 'graphql-yoga'
import type { Context } from '../../graphql/context.ts'
import { topLevelError } from '../../graphql/errors.ts'
import { callAt } from '../call-at.ts'
import type { EndingStreams } from '../ending-streams.ts'
import { requestError } from '../request-error.ts'
import { mediaTypes } from './request-shape.ts'
import type { ServerPlugin } from './server-context.ts'

const eventStream = /^(text|\*)\/(event-stream|\*)$/

/**
 * Subscriptions over SSE: only for a client that takes an event stream, not longer than the response is open, and not
 * beyond the life of the token, which a socket's close code would say over WebSocket.
 */
export function useEventStreams(streams: EndingStreams): ServerPlugin {
  return {
    onSubscribe({ args, setResultAndStopExecution }) {
      const { request, res, viewer } = args.contextValue as Context & {
        request?: Request
        res: ServerResponse
      }
      // Over WebSocket: the socket itself says all this.
      if (request === undefined) return undefined
      if (!mediaTypes(request.headers.get('accept')).some((type) => eventStream.test(type))) {
        const error = requestError(406, 'A subscription needs Accept: text/event-stream, or a WebSocket.')
        setResultAndStopExecution({ errors: [error] })
        return undefined
      }
      return {
        onSubscribeResult({ result, setResult }) {
          if (!isAsyncIterable(result)) return
          const expiresAtMs = viewer.kind === 'anonymous' ? null : viewer.claims.expiresAt * 1_000
          const source = result as AsyncIterableIterator<ExecutionResult>
          setResult(untilClosed(res, untilExpiry(streams, source, expiresAtMs)))
        },
      }
    },
  }
}

type Results = AsyncIterableIterator<ExecutionResult>

function untilExpiry(streams: EndingStreams, source: Results, expiresAtMs: number | null): Results {
  let forget = () => {}
  const { results, end } = streams.add(source, () => forget())
  if (expiresAtMs !== null) {
    forget = callAt(expiresAtMs, () => end(topLevelError('TOKEN_EXPIRED', 'The token has expired.')))
  }
  return results
}

/** A client may be gone before the stream has begun; then nobody would ever ask it to end. */
function untilClosed(response: ServerResponse, results: Results): Results {
  if (response.closed) void results.return?.()
  else response.once('close', () => void results.return?.())
  return results
}
