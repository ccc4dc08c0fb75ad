import type { Client } from 'graphql-ws'
import {
  commitMutation,
  createOperationDescriptor,
  Environment,
  type FetchFunction,
  fetchQuery,
  getPaginationMetadata,
  getPaginationVariables,
  getRequest,
  getSingularSelector,
  Network,
  Observable,
  RecordSource,
  requestSubscription,
  Store,
  type SubscribeFunction,
} from 'relay-runtime'
import { type FollowingPartner, type Shop, tell } from './partner.ts'
import eventsSubscription, {
  type ticketEventsSubscription,
} from './relay/__generated__/ticketEventsSubscription.graphql.ts'
import sendMutation, {
  type ticketMessageSendMutation,
} from './relay/__generated__/ticketMessageSendMutation.graphql.ts'
import messagesFragment, {
  type ticketMessages$data,
  type ticketMessages$key,
} from './relay/__generated__/ticketMessages.graphql.ts'
import ticketQueryNode, { type ticketQuery } from './relay/__generated__/ticketQuery.graphql.ts'
import { openSocket, subscribeResuming } from './resuming.ts'

/** Relay without React. Its compiler has taken the texts away: what is sent are ids that the shop has registered. */
export function openRelay(shop: Shop) {
  const socket = openSocket(shop)
  const environment = new Environment({
    network: Network.create(fetchFunction(shop), subscribeFunction(socket)),
    store: new Store(new RecordSource()),
  })
  return { ...partnerOf(environment), environment, close: () => void socket.dispose() }
}

function fetchFunction(shop: Shop): FetchFunction {
  return async ({ id }, variables) => {
    const response = await (shop.fetch ?? fetch)(shop.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${shop.token}` },
      body: JSON.stringify({ documentId: `sha256:${id}`, variables }),
    })
    return await response.json()
  }
}

function subscribeFunction(socket: Client): SubscribeFunction {
  return ({ id }, variables) =>
    Observable.create((sink) => {
      // The protocol wants a text; where there is an id it is empty.
      const extensions = { persistedQuery: { version: 1, sha256Hash: id } }
      return subscribeResuming(
        socket,
        { query: '', variables, extensions },
        {
          next: (result) => sink.next(result as never),
          error: (error) => sink.error(error as Error),
          complete: () => sink.complete(),
        },
      )
    })
}

function partnerOf(environment: Environment): Omit<FollowingPartner, 'close'> {
  return {
    readPages: async (ticketId, size) => await readPages(environment, ticketId, size),
    send: async (ticketId, text) =>
      await new Promise((resolve, reject) => {
        commitMutation<ticketMessageSendMutation>(environment, {
          mutation: sendMutation,
          variables: { input: { ticketId, text, clientMessageId: crypto.randomUUID() } },
          onCompleted({ messageSend: { message, code = '', detail = '' } }) {
            resolve(message === undefined ? { code, detail } : { seq: message.seq ?? null })
          },
          onError: reject,
        })
      }),
    follow(ticketId, listener) {
      const { dispose } = requestSubscription<ticketEventsSubscription>(environment, {
        subscription: eventsSubscription,
        variables: { ticketId },
        onNext: (data) => data != null && tell(listener, data.ticketEvents),
        onError: (error) => listener.onRefused(error),
      })
      return dispose
    },
  }
}

/** What `usePaginationFragment` does in a page: the fragment says by which query its next page is asked. */
async function readPages(environment: Environment, id: string, count: number): Promise<string[][]> {
  const operation = createOperationDescriptor(getRequest(ticketQueryNode), { id, count })
  // Held while it is read, or the store might throw it away.
  const { dispose } = environment.retain(operation)
  const { paginationRequest, paginationMetadata } = getPaginationMetadata(messagesFragment, 'readPages')
  const found = await fetchQuery<ticketQuery>(environment, ticketQueryNode, { id, count }).toPromise()
  if (found?.ticket == null) throw new Error('there is no such ticket')
  const pages: string[][] = []
  for (;;) {
    const { edges, pageInfo } = readFragment(environment, found.ticket).messages
    pages.push(edges.slice(pages.flat().length).map(({ node }) => node.text))
    if (!pageInfo.hasNextPage) break
    const variables = getPaginationVariables(
      'forward',
      count,
      pageInfo.endCursor,
      { id, count },
      {},
      paginationMetadata,
    )
    // The store puts the page behind what it has of the connection.
    await fetchQuery(environment, paginationRequest, { ...variables, id }).toPromise()
  }
  dispose()
  return pages
}

function readFragment(environment: Environment, ticket: ticketMessages$key): ticketMessages$data {
  const selector = getSingularSelector(messagesFragment, ticket)
  if (selector == null) throw new Error('the ticket was not read with this fragment')
  return environment.lookup(selector).data as unknown as ticketMessages$data
}
