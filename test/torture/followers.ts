import { setTimeout as pause } from 'node:timers/promises'
import { createClient as createSseClient } from 'graphql-sse'
import { createClient, type Operation, type OporaClient } from '../../src/client/index.ts'
import { retry } from './people.ts'

/** Whose history is checked, and what the log says it must be. */
export type Topic =
  | { readonly kind: 'messages'; readonly ticketId: string }
  | { readonly kind: 'ticket'; readonly ticketId: string; readonly withInternal: boolean }
  | { readonly kind: 'customer'; readonly ticketId: string }
  | { readonly kind: 'inbox' }

export interface Follower {
  readonly name: string
  readonly topic: Topic
  /** What it was told, in the order it came. */
  readonly told: readonly string[]
  /** How it stands at the moment, for a report of what went wrong. */
  state(): string
  /** Anything but facts and what a stream says of itself when all is well. */
  readonly surprises: readonly string[]
  stop(): Promise<void>
}

/** One item of any of the streams. */
interface Item {
  readonly __typename: string
  readonly id?: string
  readonly cursor?: string
  readonly seq?: number
  readonly clientMessageId?: string | null
}
type Stream = Operation<Record<string, Item>, Record<string, unknown>>

/** What a stream says of itself when all is well. */
const signs = ['CaughtUp', 'Heartbeat']

const event = '__typename cursor ... on Event { id }'
const documents: Readonly<Record<Topic['kind'], string>> = {
  messages:
    'subscription ($ticketId: ID!, $afterSeq: Int) { item: messageSent(ticketId: $ticketId, afterSeq: $afterSeq) { __typename seq clientMessageId } }',
  ticket: `subscription ($ticketId: ID!, $after: String) { item: ticketEvents(ticketId: $ticketId, after: $after) { ${event} } }`,
  customer: `subscription ($after: String) { item: customerEvents(after: $after) { ${event} } }`,
  inbox: `subscription ($after: String) { item: inboxEvents(after: $after) { ${event} } }`,
}

export interface FollowerOptions {
  readonly url: string
  readonly token: string
  readonly topic: Topic
  readonly transport: 'ws' | 'sse'
  /** Where event streams begin; messages begin with the first. */
  readonly after: string
}

export function messageKey(seq: number, clientMessageId: string | null): string {
  return `${seq} ${clientMessageId}`
}

/** Follows, over as many connections as it takes, until it is stopped. */
export function startFollower(options: FollowerOptions): Follower {
  const { topic, transport } = options
  const told: string[] = []
  const surprises: string[] = []
  const take = (item: Item | undefined) => {
    if (item?.id !== undefined) told.push(item.id)
    else if (item?.seq !== undefined) told.push(messageKey(item.seq, item.clientMessageId ?? null))
    else if (!signs.includes(item?.__typename ?? '')) surprises.push(item?.__typename ?? 'nothing')
  }
  const follow = transport === 'ws' ? followOverSocket : followOverSse
  const { running, stop, state } = follow(options, documents[topic.kind], variablesOf(options), take)
  const ended = running.catch((error: unknown) => {
    surprises.push(error instanceof Error ? error.message : String(error))
  })
  const of = topic.kind === 'inbox' ? '' : ` of ${topic.ticketId}`
  return {
    name: `${topic.kind}${of} over ${transport}`,
    topic,
    told,
    state,
    surprises,
    async stop() {
      stop()
      await ended
    },
  }
}

function variablesOf({ topic, after }: FollowerOptions): Record<string, unknown> {
  if (topic.kind === 'messages') return { ticketId: topic.ticketId, afterSeq: 0 }
  return topic.kind === 'ticket' ? { ticketId: topic.ticketId, after } : { after }
}

type Follow = (
  options: FollowerOptions,
  query: string,
  variables: Record<string, unknown>,
  take: (item: Item | undefined) => void,
) => { running: Promise<void>; stop: () => void; state: () => string }

/** As an app does it: the typed client resumes by itself. */
const followOverSocket: Follow = ({ url, token }, query, variables, take) => {
  const client: OporaClient = createClient({ url, token, retry, pingSeconds: 2 })
  let state = 'offline'
  const onState = (next: string) => {
    state = next
  }
  const operation: Stream = query
  const running = (async () => {
    for await (const { item } of client.follow(operation, variables, { onState })) take(item)
  })()
  return { running, stop: () => client.close(), state: () => state }
}

/** As a program does it that has nothing but the SSE client: it comes back after the last item it has. */
const followOverSse: Follow = ({ url, token }, query, variables, take) => {
  const client = createSseClient({ url, headers: { authorization: `Bearer ${token}` }, retryAttempts: 0 })
  let isStopped = false
  const places: Record<string, unknown> = { ...variables }
  const running = (async () => {
    while (!isStopped) {
      try {
        for await (const { data } of client.iterate<Record<string, Item>>({ query, variables: places })) {
          const item = data?.['item']
          // An error as the last item: the server stops, or has lost its database.
          if (item === undefined) break
          take(item)
          if (item.cursor !== undefined) places['after'] = item.cursor
          if (item.seq !== undefined) places['afterSeq'] = item.seq
        }
      } catch {
        // The connection was cut.
      }
      await pause(20 + Math.random() * 80)
    }
  })()
  return {
    running,
    state: () => 'following',
    stop() {
      isStopped = true
      client.dispose()
    },
  }
}
