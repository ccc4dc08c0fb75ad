import { answer, expireLease, openScene, type Scene, uuidOf } from '../../channels/scene.ts'
import { until } from '../../kit/postgres-process.ts'
import type { Person } from '../../kit/world.ts'
import { type BotApi, startBotApi } from './bot-api.ts'
import {
  type BridgeProcess,
  type BridgeSettings,
  bridgeFolder,
  secret,
  startBridge,
} from './bridge-process.ts'
import { type Gate, openGate } from './gate.ts'

/** A desk, Telegram, and the way between them. */
export interface TelegramScene extends Scene {
  readonly api: BotApi
  readonly gate: Gate
  readonly folder: string
  readonly settings: BridgeSettings
  start(more?: Partial<BridgeSettings>): Promise<BridgeProcess>
}

export async function openTelegram(settings: Record<string, string> = {}): Promise<TelegramScene> {
  const scene = await openScene(settings)
  const api = await startBotApi()
  const gate = await openGate(scene.server.url)
  const folder = bridgeFolder()
  const given = { oporaUrl: gate.url, oporaToken: scene.bot.token ?? '', telegramUrl: api.url, folder }
  return {
    ...scene,
    api,
    gate,
    folder,
    settings: given,
    start: async (more = {}) => await startBridge({ ...given, ...more }),
  }
}

let last = 100

/** A person who has not written yet. */
export const newPerson = () => (last += 1)

let updateId = 5_000

/** An update with a message of a person in their private chat with the bot. */
export function messageOf(person: number, content: object, messageId = 1) {
  updateId += 1
  const from = { id: person, is_bot: false, first_name: 'Анна', last_name: 'Т.', language_code: 'ru' }
  const chat = { id: person, type: 'private', first_name: 'Анна' }
  return {
    update_id: updateId,
    message: { message_id: messageId, date: 1_700_000_000 + messageId, from, chat, ...content },
  }
}

export function editOf(update: ReturnType<typeof messageOf>, content: object, secondsLater = 60) {
  updateId += 1
  const { message } = update
  return {
    update_id: updateId,
    edited_message: { ...message, edit_date: message.date + secondsLater, ...content },
  }
}

/** As Telegram sends it, once; the status, or 0 when nothing came back. */
export async function post(
  { address }: Pick<BridgeProcess, 'address'>,
  update: unknown,
  headers: Record<string, string> = { 'x-telegram-bot-api-secret-token': secret },
): Promise<number> {
  try {
    const body = typeof update === 'string' ? update : JSON.stringify(update)
    const response = await fetch(address, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body,
    })
    await response.arrayBuffer()
    return response.status
  } catch {
    return 0
  }
}

interface Known {
  readonly id: string
  readonly text: string
  readonly ticketId: string
  readonly attachments: readonly {
    readonly status: string
    readonly fileName: string
    readonly contentType: string | null
  }[]
}

/** What the desk has of a person, in order. */
export async function messagesOf({ server, cast }: Scene, person: number): Promise<Known[]> {
  const { rows } = await server.desk.database.pool.query<{ id: string }>(
    `select messages.id from messages join tickets on tickets.id = ticket_id
     join customer_identities on customer_identities.customer_id = tickets.customer_id
     where customer_identities.external_id = $1 and author_kind = 'CUSTOMER' order by messages.id`,
    [String(person)],
  )
  const { nodes } = await cast.supervisor.ask<{
    nodes: (Omit<Known, 'ticketId'> & { ticket: { id: string } })[]
  }>(
    `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Message { id text ticket { id }
      attachments { status fileName contentType } } } }`,
    { ids: rows.map(({ id }) => `msg_${id}`) },
  )
  return nodes.map(({ ticket, ...known }) => ({ ...known, ticketId: ticket.id }))
}

/** A person whose first message has reached the desk by the bridge; the ticket. */
export async function conversation(
  scene: TelegramScene,
  bridge: BridgeProcess,
  text = 'Где посылка?',
): Promise<{ person: number; ticketId: string; update: ReturnType<typeof messageOf> }> {
  const person = newPerson()
  const update = messageOf(person, { text })
  const status = await post(bridge, update)
  const [message] = await messagesOf(scene, person)
  if (status !== 200 || message === undefined) throw new Error(`the message was not taken: ${status}`)
  return { person, ticketId: message.ticketId, update }
}

/** An answer of the desk; its id. */
export async function reply({ cast }: Scene, ticketId: string, text: string): Promise<string> {
  return await answer(cast.supervisor, ticketId, text)
}

/** How far a message has come, by the desk's own query. */
export async function statusOf({ cast }: { cast: { supervisor: Person } }, messageId: string) {
  const { node } = await cast.supervisor.ask<{
    node: {
      delivery: {
        status: string
        failureCode: string | null
        isRetryable: boolean | null
        attemptCount: number
      }
    }
  }>(
    `query ($id: ID!) { node(id: $id) { ... on Message { delivery { status failureCode isRetryable attemptCount } } } }`,
    { id: messageId },
  )
  return node.delivery
}

export async function untilStatus(scene: Scene, messageId: string, status: string): Promise<void> {
  await until(async () => (await statusOf(scene, messageId)).status === status)
}

/** The lease ends now. */
export async function endLease({ server }: Scene, messageId: string): Promise<void> {
  await expireLease(server.desk, messageId)
}

/** The platform's keys that were reported. */
export async function externalIdsOf({ server }: Scene, messageId: string): Promise<string[]> {
  const { rows } = await server.desk.database.pool.query<{ ids: string[] }>(
    'select external_ids as ids from outbounds where message_id = $1',
    [uuidOf(messageId)],
  )
  return rows[0]?.ids ?? []
}
