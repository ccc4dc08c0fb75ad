import type { ExecutionResult } from 'graphql'
import { isAsyncIterable } from 'graphql-yoga'
import type { Context } from '../../graphql/context.ts'
import { topLevelError } from '../../graphql/errors.ts'
import { callAt } from '../call-at.ts'
import type { EndingStreams } from '../ending-streams.ts'
import { requestError } from '../request-error.ts'
import { mediaTypes } from './request-shape.ts'
import type { ServerPlugin } from './server-context.ts'

/**
 * Subscriptions over SSE: only for a client that takes an event stream, and not beyond the life of its token, which
 * a socket's close code would say over WebSocket.
 */
export function useEventStreams(streams: EndingStreams): ServerPlugin {
  return {
    onSubscribe({ args, setResultAndStopExecution }) {
      const { request, viewer } = args.contextValue as Context & { readonly request?: Request }
      if (request === undefined) return undefined
      if (
        !mediaTypes(request.headers.get('accept')).some((type) => /^(text|\*)\/(event-stream|\*)$/.test(type))
      ) {
        const error = requestError(406, 'A subscription needs Accept: text/event-stream, or a WebSocket.')
        setResultAndStopExecution({ errors: [error] })
        return undefined
      }
      return {
        onSubscribeResult({ result, setResult }) {
          if (!isAsyncIterable(result)) return
          const expiresAtMs = viewer.kind === 'anonymous' ? null : viewer.claims.expiresAt * 1_000
          setResult(untilExpiry(streams, result as AsyncIterableIterator<ExecutionResult>, expiresAtMs))
        },
      }
    },
  }
}

function untilExpiry(
  streams: EndingStreams,
  source: AsyncIterableIterator<ExecutionResult>,
  expiresAtMs: number | null,
) {
  if (expiresAtMs === null) return streams.add(source, () => {}).results
  const stream = streams.add(source, () => forget())
  const expire = () => stream.end(topLevelError('TOKEN_EXPIRED', 'The token has expired.'))
  const forget = callAt(expiresAtMs, expire)
  return stream.results
}
