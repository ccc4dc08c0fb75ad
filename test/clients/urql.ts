import { Client, fetchExchange, subscriptionExchange } from '@urql/core'
import { type CacheExchangeOpts, cacheExchange } from '@urql/exchange-graphcache'
import { persistedExchange } from '@urql/exchange-persisted'
import { MessageSendDocument, TicketEventsDocument, TicketMessagesDocument } from 'opora/client'
import { type FollowingPartner, pagesOf, type Shop, tell } from './partner.ts'
import { openSocket, subscribeResuming } from './resuming.ts'
import { typedDocument } from './typed-document.ts'

/** urql with its normalised cache: ids of documents over HTTP, subscriptions over graphql-ws. */
export function openUrql(shop: Shop, cache: Pick<CacheExchangeOpts, 'schema' | 'keys'>) {
  const socket = openSocket(shop)
  const client = new Client({
    url: shop.url,
    fetch: shop.fetch,
    // Short documents that the server does not know yet go by GET, which needs the header against forged requests.
    fetchOptions: { headers: { authorization: `Bearer ${shop.token}`, 'x-opora-csrf': '1' } },
    exchanges: [
      cacheExchange(cache),
      persistedExchange({ enableForMutation: true }),
      fetchExchange,
      subscriptionExchange({
        forwardSubscription: ({ query = '', ...rest }) => ({
          subscribe: (sink) => ({
            unsubscribe: subscribeResuming(socket, { query, ...rest }, sink as never),
          }),
        }),
      }),
    ],
  })
  return { ...partnerOf(client), client, close: () => void socket.dispose() }
}

function partnerOf(client: Client): Omit<FollowingPartner, 'close'> {
  return {
    readPages: async (ticketId, first) =>
      await pagesOf(async (after) => {
        const query = typedDocument(TicketMessagesDocument)
        const { data, error } = await client.query(query, { ticketId, first, after })
        if (error !== undefined) throw error
        return data?.ticket?.messages
      }),
    async send(ticketId, text) {
      const input = { ticketId, text, clientMessageId: crypto.randomUUID() }
      const { data, error } = await client.mutation(typedDocument(MessageSendDocument), { input })
      if (data === undefined) throw error ?? new Error('no data')
      const { messageSend } = data
      return messageSend.__typename === 'MessageSendPayload' ? messageSend.message : messageSend
    },
    follow(ticketId, listener) {
      const events = client.subscription(typedDocument(TicketEventsDocument), { ticketId })
      const { unsubscribe } = events.subscribe(({ data, error }) => {
        if (error !== undefined) listener.onRefused(error)
        if (data !== undefined) tell(listener, data.ticketEvents)
      })
      return unsubscribe
    },
  }
}
