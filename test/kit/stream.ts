import { createClient as createSseClient } from 'graphql-sse'
import { createClient as createSocketClient } from 'graphql-ws'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import type { TestServer } from './server.ts'
import { type Person, Refused } from './world.ts'

/** Subscriptions as the stock clients of both transports follow them. */

export const transports = ['WebSocket', 'SSE'] as const
export type Transport = (typeof transports)[number]

export interface Stream<Item> {
  /** The next item, waited for. A stream that ends with an error throws it as `Refused`. */
  next(): Promise<Item>
  /** All up to the first that fits, which is the last of them. */
  upTo(fits: (item: Item) => boolean): Promise<Item[]>
  /** The code of the error the stream ends with; what comes before it is passed over. */
  refusal(): Promise<string>
  /** Waits for the end; true unless something else comes first. */
  isOver(): Promise<boolean>
  leave(): Promise<void>
}

interface Result<Item> {
  readonly data?: { readonly item: Item } | null
  readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[]
}

/** Follows a subscription until the test is over; its field has the alias `item`. */
export function follow<Item>(
  server: TestServer,
  by: Person,
  query: string,
  variables: Record<string, unknown>,
  transport: Transport = 'WebSocket',
): Stream<Item> {
  const results = iterate<Item>(server, by, { query, variables }, transport)
  const leave = async () => void (await results.return?.())
  onTestFinished(leave)
  const next = async () => {
    const item = await take(results)
    if (item === over) throw new Error('the stream is over')
    return item
  }
  return {
    next,
    leave,
    async upTo(fits) {
      const items: Item[] = []
      for (;;) {
        const item = await next()
        items.push(item)
        if (fits(item)) return items
      }
    },
    async refusal() {
      try {
        for (;;) await next()
      } catch (error) {
        if (error instanceof Refused) return error.code
        throw error
      }
    },
    isOver: async () => (await take(results)) === over,
  }
}

function iterate<Item>(
  server: TestServer,
  { token }: Person,
  request: { query: string; variables: Record<string, unknown> },
  transport: Transport,
): AsyncIterableIterator<Result<Item>> {
  const authorization = `Bearer ${token}`
  if (transport === 'SSE') {
    const client = createSseClient({ url: server.url, headers: { authorization }, retryAttempts: 0 })
    return client.iterate(request) as AsyncIterableIterator<Result<Item>>
  }
  const client = createSocketClient({
    url: server.wsUrl,
    webSocketImpl: WebSocket,
    connectionParams: { authorization },
    retryAttempts: 0,
  })
  return client.iterate(request) as AsyncIterableIterator<Result<Item>>
}

const over = Symbol('over')

async function take<Item>(results: AsyncIterableIterator<Result<Item>>): Promise<Item | typeof over> {
  const { value, done } = await results.next().catch((error: unknown) => {
    // What is refused before it begins: graphql-ws throws the list of errors.
    if (!Array.isArray(error)) throw error
    const value: Result<Item> = { errors: error }
    return { value, done: false as const }
  })
  if (done === true) return over
  const { data, errors } = value
  const [error] = errors ?? []
  if (error !== undefined) throw new Refused(String(error.extensions?.['code']), error.message)
  if (data == null) throw new Error('an item without data')
  return data.item
}

export interface Sent {
  readonly id: string
  readonly seq: number
  readonly text: string
}

export function followMessages<Item = Sent>(
  server: TestServer,
  by: Person,
  variables: { ticketId: string; afterSeq?: number },
  { fields = 'id seq text', transport }: { fields?: string; transport?: Transport } = {},
): Stream<Item> {
  const query = `subscription ($ticketId: ID!, $afterSeq: Int) {
    item: messageSent(ticketId: $ticketId, afterSeq: $afterSeq) { ${fields} } }`
  return follow(server, by, query, variables, transport)
}

/** What a stream of the log gives, facts and control types alike. */
export interface Told {
  readonly __typename: string
  readonly cursor: string
  readonly id?: string
  readonly type?: string
  readonly reason?: string
  readonly subjectId?: string
  readonly seq?: number
  readonly message?: { readonly text: string } | null
}
const toldFields = `__typename cursor ... on Event { id type } ... on Reset { reason } ... on Removed { subjectId }
  ... on MessageSent { seq message { text } } ... on NoteAdded { message { text } }`

export function followTicket(
  server: TestServer,
  by: Person,
  variables: { ticketId: string; after?: string },
  transport?: Transport,
): Stream<Told> {
  const query = `subscription ($ticketId: ID!, $after: String) {
    item: ticketEvents(ticketId: $ticketId, after: $after) { ${toldFields} } }`
  return follow(server, by, query, variables, transport)
}

export function followInbox(
  server: TestServer,
  by: Person,
  variables: { filter?: object; after?: string } = {},
  transport?: Transport,
): Stream<Told> {
  const query = `subscription ($filter: InboxFilter, $after: String) {
    item: inboxEvents(filter: $filter, after: $after) { ${toldFields} } }`
  return follow(server, by, query, variables, transport)
}

export interface Typing {
  readonly authorKind: string
  readonly authorId: string | null
  readonly isTyping: boolean
}

export function followTyping(
  server: TestServer,
  by: Person,
  variables: { ticketId: string },
  transport?: Transport,
): Stream<Typing> {
  const query = `subscription ($ticketId: ID!) {
    item: typing(ticketId: $ticketId) { authorKind authorId isTyping } }`
  return follow(server, by, query, variables, transport)
}

export interface Presence {
  readonly operators: readonly { readonly isTyping: boolean; readonly operator: { readonly id: string } }[]
}

export function followPresence(
  server: TestServer,
  by: Person,
  variables: { ticketId: string },
  transport?: Transport,
): Stream<Presence> {
  const query = `subscription ($ticketId: ID!) {
    item: presence(ticketId: $ticketId) { operators { isTyping operator { id } } } }`
  return follow(server, by, query, variables, transport)
}

export interface Statuses {
  readonly isAll: boolean
  readonly operators: readonly { readonly id: string; readonly status: string }[]
}

export function followStatuses(server: TestServer, by: Person, transport?: Transport): Stream<Statuses> {
  const query = 'subscription { item: operatorStatuses { isAll operators { id status } } }'
  return follow(server, by, query, {}, transport)
}

/** True for what ends the telling of history. */
export const isCaughtUp = ({ __typename }: Told): boolean => __typename === 'CaughtUp'
