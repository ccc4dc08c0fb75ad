import type { ServerPlugin } from './server-context.ts'

/** `/healthz`: the process answers. */
export function useHealth(): ServerPlugin {
  return {
    onRequest({ url, endResponse, fetchAPI }) {
      if (url.pathname === '/healthz') endResponse(new fetchAPI.Response('ok'))
    },
  }
}
