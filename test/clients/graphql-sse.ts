import { createClient } from 'graphql-sse'
import { TicketEventsDocument, type TicketEventsSubscription } from 'opora/client'
import { type FollowingPartner, type Shop, tell } from './partner.ts'
import { only, plainPartner } from './plain.ts'
import { shortPause } from './resuming.ts'

/** The stock client of graphql-sse, where WebSockets are blocked: every operation is a request of its own. */
export function openGraphqlSse(shop: Shop): FollowingPartner {
  const client = createClient({
    url: shop.url,
    headers: () => ({ authorization: `Bearer ${shop.token}` }),
    retryAttempts: Infinity,
    retry: shortPause,
  })
  return {
    ...plainPartner(async (query, variables) => await only(client.iterate({ query, variables }))),
    follow(ticketId, listener) {
      // Said again on each reconnect, as they then are.
      const variables: Record<string, unknown> = { ticketId }
      return client.subscribe<TicketEventsSubscription>(
        { query: TicketEventsDocument.toString(), variables },
        {
          next({ data }) {
            if (data == null) return
            variables['after'] = data.ticketEvents.cursor
            tell(listener, data.ticketEvents)
          },
          error: (error) => listener.onRefused(error),
          complete() {},
        },
      )
    },
    close: () => client.dispose(),
  }
}
