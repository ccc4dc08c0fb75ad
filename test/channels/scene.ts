import { randomUUID } from 'node:crypto'
import type { Desk } from '../../src/events/desk.ts'
import { type Cast, castOf } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { follow, type Stream, type Transport } from '../kit/stream.ts'
import { admin, done, mutate, type Person, service } from '../kit/world.ts'

export interface Scene {
  readonly server: TestServer
  readonly cast: Cast
  /** Carries Telegram, and holds no other scope. */
  readonly bot: Person
  /** Carries VK. */
  readonly vkBot: Person
  readonly admin: Person
}

export async function openScene(settings: Record<string, string> = {}): Promise<Scene> {
  const server = await startTestServer(settings)
  return {
    server,
    cast: await castOf(server),
    bot: await service(server, 'channels:telegram'),
    vkBot: await service(server, 'channels:vk'),
    admin: await admin(server),
  }
}

export interface Received {
  readonly __typename: string
  readonly isNew: boolean
  readonly isBotMuted: boolean
  readonly cursor: string
  readonly message: { readonly id: string; readonly seq: number; readonly text: string }
  readonly ticket: { readonly id: string; readonly status: string; readonly channel: string }
  readonly [field: string]: unknown
}
const receivedFields =
  'isNew isBotMuted cursor message { id seq text } ticket { id number status channel topic language subject }'

/** What Telegram says of a message of a person in a conversation that no other test writes in. */
export function telegram(more: object = {}) {
  const person = randomUUID()
  return {
    channel: 'TELEGRAM',
    account: '@opora_bot',
    conversationId: person,
    senderId: person,
    senderName: 'Анна Т.',
    externalId: `${person}:1`,
    text: 'Где посылка?',
    ...more,
  }
}

export async function receive(by: Person, input: object): Promise<Received> {
  return await done<Received>(by, 'channelMessageReceive', input, receivedFields)
}

/** The result, of whatever member of the union. */
export async function tryReceive(by: Person, input: object) {
  return await mutate(by, 'channelMessageReceive', input, receivedFields)
}

/** Sends an operator's answer, and gives its id. */
export async function answer(by: Person, ticketId: string, text: string): Promise<string> {
  const selection = 'message { id }'
  return (
    await done<{ message: { id: string } }>(by, 'messageSend', { ticketId, text, keepOpen: true }, selection)
  ).message.id
}

/** A conversation that has begun, and an answer on its way. */
export async function answered({ bot, cast }: Scene, text = 'Уже в пути') {
  const input = telegram()
  const { ticket } = await receive(bot, input)
  return { input, ticketId: ticket.id, messageId: await answer(cast.supervisor, ticket.id, text) }
}

export interface Claimed {
  readonly __typename: string
  readonly leaseToken: string
  readonly leaseUntil: string
  readonly [field: string]: unknown
}
const claimedFields = `leaseToken leaseUntil outbound { messageId text conversationId account channel seq kind ticketId
  author { kind name } attachments { id status url } externalIds delivery { status attemptCount } }`

/** The result of a claim, of whatever member of the union. */
export async function claim(by: Person, messageId: string, input: object = {}): Promise<Claimed> {
  const given = { messageId, account: '@opora_bot', worker: 'first', leaseSeconds: 60, ...input }
  return await mutate<Claimed>(by, 'outboundMessageClaim', given, claimedFields)
}

export interface Reported {
  readonly __typename: string
  readonly isChanged?: boolean
  readonly isOutdated?: boolean
  readonly outbound?: { readonly delivery: { readonly status: string } }
  readonly [field: string]: unknown
}

/** Reports what became of messages; each report's own result. */
export async function report(by: Person, ...reports: readonly object[]): Promise<Reported[]> {
  const results = `results { __typename
    ... on DeliveryReportPayload { isChanged isOutdated outbound { externalIds delivery { status failureCode isRetryable } } }
    ... on Problem { code path } ... on InvalidInput { rule } }`
  const input = { channel: 'TELEGRAM', account: '@opora_bot', reports }
  return (await done<{ results: Reported[] }>(by, 'channelDeliveryReport', input, results)).results
}

/** Claims a message and reports it as sent. */
export async function sent(
  by: Person,
  messageId: string,
  externalId: string = randomUUID(),
): Promise<string> {
  const { leaseToken } = await claim(by, messageId)
  const [result] = await report(by, { messageId, leaseToken, status: 'SENT', externalIds: [externalId] })
  if (result?.isChanged !== true) throw new Error(JSON.stringify(result))
  return externalId
}

export async function deliveryOf<Data = Record<string, unknown>>(
  by: Person,
  messageId: string,
  fields = 'status',
): Promise<Data | null> {
  const { node } = await by.ask<{ node: { delivery: Data | null } | null }>(
    `query ($id: ID!) { node(id: $id) { ... on Message { delivery { ${fields} } } } }`,
    { id: messageId },
  )
  return node?.delivery ?? null
}

export interface Heard {
  readonly __typename: string
  readonly cursor: string
  readonly type?: string
  readonly reason?: string
  readonly outbound?: {
    readonly messageId: string
    readonly text: string
    readonly conversationId: string
  } | null
}

export function followOutbound(
  { server }: Pick<Scene, 'server'>,
  by: Person,
  variables: { account?: string; channel?: string; after?: string } = {},
  transport?: Transport,
): Stream<Heard> {
  const outbound = 'outbound { messageId text conversationId externalIds delivery { status } }'
  const query = `subscription ($channel: Channel!, $account: String!, $after: String) {
    item: outboundMessages(channel: $channel, account: $account, after: $after) { __typename cursor
      ... on Event { type } ... on Reset { reason }
      ... on OutboundMessage { ${outbound} } ... on OutboundMessageEdited { ${outbound} }
      ... on OutboundMessageRedacted { ${outbound} } } }`
  return follow(server, by, query, { channel: 'TELEGRAM', account: '@opora_bot', ...variables }, transport)
}

export const uuidOf = (id: string) => id.slice(4)

/** Makes the lease of a message end now, as when its time has passed. */
export async function expireLease({ database: { pool } }: Desk, messageId: string): Promise<void> {
  await pool.query(`update outbounds set lease_until = now() - interval '1 second' where message_id = $1`, [
    uuidOf(messageId),
  ])
  await pool.query(`update due set due_at = now() where kind = 'outbound.lease' and subject_id = $1`, [
    uuidOf(messageId),
  ])
}
