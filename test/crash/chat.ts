import { randomUUID } from 'node:crypto'
import { openDevelopmentIssuer } from '../../src/auth/development-issuer.ts'
import {
  createClient,
  MessageSendDocument,
  type MessageSentSubscription,
  type Operation,
  type OporaClient,
  TicketOpenDocument,
} from '../../src/client/index.ts'
import { withClient } from '../kit/database.ts'

/** A conversation between one buyer and the desk, as clients have it. */

const people = {
  anna: { sub: 'anna', role: 'customer', name: 'Анна' },
  olga: { sub: 'olga', role: 'operator', name: 'Ольга' },
  pavel: { sub: 'pavel', role: 'operator', name: 'Павел' },
  sergey: { sub: 'sergey', role: 'supervisor', name: 'Сергей' },
} as const
export type Person = keyof typeof people

/** Comes back at once and never gives up: how long a client waits is not what is asked here. */
const retry = { attempts: Number.POSITIVE_INFINITY, firstPauseMs: 20, longestPauseMs: 200 }

export interface People {
  token(person: Person): Promise<string>
  client(person: Person, url: string): Promise<OporaClient>
}

/** The people of the server whose DATA_DIR this is. */
export async function peopleOf(dataDir: string): Promise<People> {
  const issuer = await openDevelopmentIssuer(dataDir)
  const token = async (person: Person) => await issuer.sign(people[person])
  return { token, client: async (person, url) => createClient({ url, token: await token(person), retry }) }
}

/** Opens the buyer's ticket. The first message is its number 1. */
export async function openTicket(
  buyer: OporaClient,
  text: string,
): Promise<{ ticketId: string; cursor: string }> {
  const { ticketOpen } = await buyer.mutate(TicketOpenDocument, { input: { text } })
  if (ticketOpen.__typename !== 'TicketOpenPayload') throw new Error(JSON.stringify(ticketOpen))
  return { ticketId: ticketOpen.ticket.id, cursor: ticketOpen.cursor }
}

/** A message as the sender was told, the follower got, or the database has it. */
export interface ChatMessage {
  readonly seq: number
  readonly text: string
  readonly clientMessageId: string | null
}

/** Sends a message under a new key until the server has acknowledged it. */
export async function send(by: OporaClient, ticketId: string, text: string): Promise<ChatMessage> {
  const clientMessageId = randomUUID()
  const { messageSend } = await by.mutate(MessageSendDocument, { input: { ticketId, text, clientMessageId } })
  if (messageSend.__typename !== 'MessageSendPayload') throw new Error(JSON.stringify(messageSend))
  return toChatMessage(messageSend.message)
}

function toChatMessage(message: MessageSentSubscription['messageSent']): ChatMessage {
  const { seq, text, clientMessageId } = message
  if (seq === null) throw new Error(`not public: ${text}`)
  return { seq, text, clientMessageId }
}

/** What `messageSent` gives, up to the last message. */
export async function collectMessages(
  items: AsyncIterable<MessageSentSubscription>,
  isLast: (seq: number) => boolean,
): Promise<ChatMessage[]> {
  const got: ChatMessage[] = []
  for await (const { messageSent } of items) {
    const message = toChatMessage(messageSent)
    got.push(message)
    if (isLast(message.seq)) return got
  }
  throw new Error(`the stream ended after ${got.length} messages`)
}

/** An event as a follower got it: its id, and its place as the server names it. */
export interface ChatEvent {
  readonly id: string
  readonly cursor: string
}

/** An item of a stream of events; what is no fact has no id. */
interface StreamItem extends Partial<ChatEvent> {
  readonly __typename: string
  readonly seq?: number
}

/** The least that tells one event from another: who follows by these costs the server little. */
const parts = '__typename cursor ... on Event { id } ... on MessageSent { seq }'
export const ticketEventIds: Operation<{ ticketEvents: StreamItem }, { ticketId: string; after: string }> =
  `subscription ($ticketId: ID!, $after: String) { ticketEvents(ticketId: $ticketId, after: $after) { ${parts} } }`
export const inboxEventIds: Operation<{ inboxEvents: StreamItem }, { after: string }> =
  `subscription ($after: String) { inboxEvents(after: $after) { ${parts} } }`

/** The facts of a stream of events, up to the last message. */
export async function collectEvents(
  source: AsyncIterable<{ ticketEvents: StreamItem } | { inboxEvents: StreamItem }>,
  isLast: (seq: number) => boolean,
): Promise<ChatEvent[]> {
  const got: ChatEvent[] = []
  for await (const data of source) {
    const { __typename, id, cursor, seq } = 'ticketEvents' in data ? data.ticketEvents : data.inboxEvents
    if (__typename === 'CaughtUp') continue
    if (id === undefined || cursor === undefined) throw new Error(`${__typename} after ${got.length} events`)
    got.push({ id, cursor })
    if (seq !== undefined && isLast(seq)) return got
  }
  throw new Error(`the stream ended after ${got.length} events`)
}

/** The ticket's public messages as the database has them, in the order of `seq`. */
export async function storedMessages(databaseUrl: string, ticketId: string): Promise<ChatMessage[]> {
  return await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<ChatMessage>(
      `select seq, text, client_message_id as "clientMessageId" from messages
       where ticket_id = $1 and seq is not null order by seq`,
      [uuidOf(ticketId)],
    )
    return rows
  })
}

interface LogPart {
  /** The first message's event: what is asked for comes after it. */
  readonly afterOpening: string
  /** Left out: of all tickets. */
  readonly ticketId?: string
  readonly withInternal: boolean
}

/** The ids of the log's events in the order of their position. */
export async function storedEvents(databaseUrl: string, part: LogPart): Promise<string[]> {
  return await withClient(databaseUrl, async (client) => {
    const { rows } = await client.query<{ id: string }>(
      `select lpad(to_hex(id), 12, '0') as id from events
       where ticket_id is not null and (ticket_id = $1 or $1 is null) and ($2 or not is_internal)
         and position > (select max(position) from events where type = 'message.sent' and ticket_id = $3
           and (data ->> 'seq')::int = 1)
       order by position`,
      [
        part.ticketId === undefined ? null : uuidOf(part.ticketId),
        part.withInternal,
        uuidOf(part.afterOpening),
      ],
    )
    return rows.map(({ id }) => `evt_00000000-0000-7000-8000-${id}`)
  })
}

function uuidOf(publicId: string): string {
  return publicId.slice(publicId.indexOf('_') + 1)
}
