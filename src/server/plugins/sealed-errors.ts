import type { ExecutionResult } from 'graphql'
import { isAsyncIterable } from 'graphql-yoga'
import type { Locale } from '../../auth/viewer.ts'
import type { Context } from '../../graphql/context.ts'
import { acceptedLocale, type Contexts } from '../contexts.ts'
import { type ErrorSeal, hasSuggestion } from '../error-seal.ts'
import type { ServerContext, ServerPlugin } from './server-context.ts'

/** Every result that leaves over HTTP, each event of a stream included, has its errors sealed. */
export function useSealedErrors(seal: ErrorSeal, contexts: Contexts): ServerPlugin {
  return {
    async onResultProcess({ request, result, setResult, serverContext }) {
      const { requestId } = serverContext
      const locale = localeOf(serverContext, request)
      if (Array.isArray(result)) return
      if (isAsyncIterable(result)) setResult(sealEach(result as AsyncIterableIterator<ExecutionResult>))
      else {
        // Before execution nobody has asked yet who it is, and most errors name nothing.
        const hasSuggestions =
          result.errors?.some(hasSuggestion) === true && (await isFromStaff(contexts, request))
        setResult(seal.result(result, requestId, { hasSuggestions, locale }))
      }

      function sealEach(
        source: AsyncIterableIterator<ExecutionResult>,
      ): AsyncIterableIterator<ExecutionResult> {
        return {
          async next() {
            const next = await source.next()
            return next.done === true
              ? next
              : { value: seal.result(next.value, requestId, { locale }), done: false }
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

/** Of who asks, once that is known; before it only the header says something. */
function localeOf(context: ServerContext | (ServerContext & Context), { headers }: Request): Locale {
  return (
    ('locale' in context ? context.locale : null) ?? acceptedLocale(headers.get('accept-language')) ?? 'ru'
  )
}

async function isFromStaff(contexts: Contexts, request: Request): Promise<boolean> {
  // A token that is refused is told so elsewhere, or has not been looked at.
  const claims = await contexts.identify(request.headers.get('authorization')).catch(() => null)
  return await contexts.isStaff(claims)
}
