import type { Contexts } from '../contexts.ts'
import { acceptedLocale } from '../contexts.ts'
import type { ServerPlugin } from './server-context.ts'

/** The context of an HTTP request: who is asking by `Authorization`, in which language by `Accept-Language`. */
export function useAuthentication(contexts: Contexts): ServerPlugin {
  return {
    async onContextBuilding({ context, extendContext }) {
      const { request, requestId } = context
      // Operations of a WebSocket come with a context of their own.
      if (request === undefined || requestId === undefined) return
      const claims = await contexts.identify(request.headers.get('authorization'))
      const locale = acceptedLocale(request.headers.get('accept-language'))
      extendContext({ ...(await contexts.make({ claims, locale }, requestId)) })
    },
  }
}
