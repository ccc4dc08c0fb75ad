import { TicketEventsDocument, type TicketEventsSubscription } from 'opora/client'
import { type FollowingPartner, type Shop, tell } from './partner.ts'
import { only, plainPartner } from './plain.ts'
import { openSocket, subscribeResuming } from './resuming.ts'

/** The stock client of `graphql-transport-ws`: all over one socket, queries and mutations too. */
export function openGraphqlWs(shop: Shop): FollowingPartner {
  const client = openSocket(shop)
  return {
    ...plainPartner(async (query, variables) => await only(client.iterate({ query, variables }))),
    follow(ticketId, listener) {
      const payload = { query: TicketEventsDocument.toString(), variables: { ticketId } }
      return subscribeResuming<TicketEventsSubscription>(client, payload, {
        next: ({ data }) => data != null && tell(listener, data.ticketEvents),
        error: (error) => listener.onRefused(error),
        complete() {},
      })
    },
    close: () => void client.dispose(),
  }
}
