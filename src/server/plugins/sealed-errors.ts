import type { ExecutionResult } from 'graphql'
import { isAsyncIterable } from 'graphql-yoga'
import type { ErrorSeal } from '../error-seal.ts'
import type { ServerPlugin } from './server-context.ts'

/** Every result that leaves over HTTP, each event of a stream included, has its errors sealed. */
export function useSealedErrors(seal: ErrorSeal): ServerPlugin {
  return {
    onResultProcess({ result, setResult, serverContext: { requestId } }) {
      if (Array.isArray(result)) return
      if (isAsyncIterable(result)) setResult(sealEach(result as AsyncIterableIterator<ExecutionResult>))
      else setResult(seal.result(result, requestId))

      function sealEach(
        source: AsyncIterableIterator<ExecutionResult>,
      ): AsyncIterableIterator<ExecutionResult> {
        return {
          async next() {
            const next = await source.next()
            return next.done === true ? next : { value: seal.result(next.value, requestId), done: false }
          },
          // Straight to the source: a generator in between would make leaving wait for the next event.
          return: async () => (await source.return?.()) ?? { value: undefined, done: true },
          [Symbol.asyncIterator]() {
            return this
          },
        }
      }
    },
  }
}
