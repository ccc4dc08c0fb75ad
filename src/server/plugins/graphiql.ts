import type { GraphiqlPages } from '../graphiql.ts'
import type { ServerPlugin } from './server-context.ts'

/** A browser that opens the endpoint gets GraphiQL, where there are such pages. */
export function useGraphiql(pages: GraphiqlPages | null): ServerPlugin {
  if (pages === null) return {}
  return {
    async onRequest({ request, url, endResponse, fetchAPI }) {
      const takesHtml = request.headers.get('accept')?.includes('text/html') === true
      if (request.method !== 'GET' || url.pathname !== '/graphql' || !takesHtml) return
      const { html, policy } = await pages.page(url.hostname)
      endResponse(
        new fetchAPI.Response(html, {
          headers: {
            'content-type': 'text/html; charset=utf-8',
            'cache-control': 'no-store',
            'content-security-policy': policy,
          },
        }),
      )
    },
  }
}
