import { createHash } from 'node:crypto'
import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable } from '@apollo/client'
import { PersistedQueryLink } from '@apollo/client/link/persisted-queries'
import { OperationTypeNode, print } from 'graphql'
import type { Client } from 'graphql-ws'
import { MessageSendDocument, TicketEventsDocument, TicketMessagesDocument } from 'opora/client'
import { type FollowingPartner, pagesOf, type Shop, tell } from './partner.ts'
import { openSocket, subscribeResuming } from './resuming.ts'
import { typedDocument } from './typed-document.ts'

/** Apollo Client: ids of documents over HTTP, subscriptions over graphql-ws, one normalised cache for both. */
export function openApollo(shop: Shop, possibleTypes: Record<string, string[]>) {
  const socket = openSocket(shop)
  const http = ApolloLink.from([
    // Sends the hash of a document, and its text only to a server that does not know it yet.
    new PersistedQueryLink({ sha256: (text) => createHash('sha256').update(text).digest('hex') }),
    new HttpLink({ uri: shop.url, fetch: shop.fetch, headers: { authorization: `Bearer ${shop.token}` } }),
  ])
  const client = new ApolloClient({
    // Objects are found by `__typename` and `id`: ids are unique over all types.
    cache: new InMemoryCache({ possibleTypes }),
    link: ApolloLink.split(
      ({ operationType }) => operationType === OperationTypeNode.SUBSCRIPTION,
      resumingLink(socket),
      http,
    ),
  })
  return { ...partnerOf(client), client, close: () => closeAll(client, socket) }
}

/** As Apollo's own link to graphql-ws, but each subscription goes on after its last item when the socket comes back. */
function resumingLink(socket: Client): ApolloLink {
  return new ApolloLink(
    ({ query, variables, operationName }) =>
      new Observable((observer) => {
        const payload = { query: print(query), variables, operationName }
        return subscribeResuming(socket, payload, {
          next: (result) => observer.next(result),
          error: (error) => observer.error(error),
          complete: () => observer.complete(),
        })
      }),
  )
}

function partnerOf(client: ApolloClient): Omit<FollowingPartner, 'close'> {
  return {
    readPages: async (ticketId, first) =>
      await pagesOf(async (after) => {
        const query = typedDocument(TicketMessagesDocument)
        const { data } = await client.query({ query, variables: { ticketId, first, after } })
        return data?.ticket?.messages
      }),
    async send(ticketId, text) {
      const input = { ticketId, text, clientMessageId: crypto.randomUUID() }
      const { data } = await client.mutate({
        mutation: typedDocument(MessageSendDocument),
        variables: { input },
      })
      const result = data?.messageSend
      if (result === undefined) throw new Error('no data')
      return result.__typename === 'MessageSendPayload' ? result.message : result
    },
    follow(ticketId, listener) {
      const events = client.subscribe({ query: typedDocument(TicketEventsDocument), variables: { ticketId } })
      const subscription = events.subscribe(({ data, error }) => {
        if (error !== undefined) listener.onRefused(error)
        if (data != null) tell(listener, data.ticketEvents)
      })
      return () => subscription.unsubscribe()
    },
  }
}

function closeAll(client: ApolloClient, socket: Client): void {
  client.stop()
  void socket.dispose()
}
