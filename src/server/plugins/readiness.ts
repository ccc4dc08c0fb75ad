import type { Desk } from '../../events/desk.ts'
import type { ServerPlugin } from './server-context.ts'

/** `/readyz`: the database answers, so requests make sense. */
export function useReadiness(desk: Desk): ServerPlugin {
  return {
    async onRequest({ url, endResponse, fetchAPI }) {
      if (url.pathname !== '/readyz') return
      const isReady = await desk.database.pool.query('select 1').then(
        () => true,
        () => false,
      )
      endResponse(
        new fetchAPI.Response(isReady ? 'ok' : 'the database does not answer', {
          status: isReady ? 200 : 503,
        }),
      )
    },
  }
}
