import type { KnownViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { checkPast } from '../../../core/dates.ts'
import { newId } from '../../../core/ids.ts'
import type { AuthorKind, Channel, Language, TicketStatus, Topic } from '../../../core/prisma/enums.ts'
import { InvalidInput, Problem } from '../../../core/problems.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { appendAll } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { importedCustomerKey, importedCustomers } from '../../customers/actions/imported.ts'
import { maxTags } from '../../tickets/rules.ts'

export interface ImportItem {
  readonly source: string
  readonly externalId: string
  readonly customerExternalId: string
  readonly customerName: string | null
  readonly subject: string
  readonly topic: Topic
  readonly channel: Channel
  readonly language: Language
  readonly status: 'OPEN' | 'RESOLVED' | 'CLOSED'
  readonly tags: readonly string[]
  readonly occurredAt: Date | null
  readonly messages: readonly ImportMessage[]
}
export interface ImportMessage {
  readonly authorKind: Exclude<AuthorKind, 'SERVICE'>
  readonly authorName: string | null
  readonly text: string
  readonly occurredAt: Date | null
}

export type ImportResult =
  | Problem
  | { readonly ticketId: string; readonly isNew: boolean; readonly eventId: bigint }

export const maxTicketsPerImport = 100
export const maxMessagesPerTicket = 1_000

/**
 * Writes conversations of the past: no clocks start, nobody is notified. Each item has its own result, in order; one
 * that cannot be taken does not spoil the others. An item whose source and key are known already changes nothing, so
 * that a whole import can be run again.
 */
export async function importTickets(
  desk: Desk,
  viewer: KnownViewer,
  items: readonly ImportItem[],
): Promise<ImportResult[]> {
  if (items.length > maxTicketsPerImport)
    throw new InvalidInput('tooMany', ['tickets'], { max: maxTicketsPerImport })
  const checked = items.map((item, index) => checkItem(item, ['tickets', String(index)]))
  const rows = checked.filter((item): item is Checked => !(item instanceof Problem))
  const written = await transact(
    desk,
    async (tx) => await writeTickets(tx, viewer, rows, await importedCustomers(tx, rows)),
  )
  return checked.map((item) => {
    if (item instanceof Problem) return item
    const result = written.get(item.id)
    if (result === undefined) throw new Error('an imported ticket is neither new nor known')
    return result
  })
}

/** Each tag once. */
export function checkTags(tags: readonly string[], path: readonly string[]): string[] {
  if (tags.length > maxTags) throw new InvalidInput('tooMany', path, { max: maxTags })
  return [...new Set(tags.map((tag, index) => checkText(tag, [...path, String(index)], textLimits.tag)))]
}

/** An item with the ids it will get; or why it cannot be taken. */
function checkItem(item: ImportItem, path: readonly string[]) {
  try {
    const at = (...names: string[]) => [...path, ...names]
    const { messages, tags } = item
    if (messages.length > maxMessagesPerTicket) {
      throw new InvalidInput('tooMany', at('messages'), { max: maxMessagesPerTicket })
    }
    const createdAt = checkPast(item.occurredAt, at('occurredAt'), now())
    const entries = messages.map((message, index) => ({
      ...message,
      authorName: checkOptionalText(
        message.authorName,
        at('messages', String(index), 'authorName'),
        textLimits.name,
      ),
      text: checkText(message.text, at('messages', String(index), 'text'), textLimits.message),
      createdAt:
        message.occurredAt === null
          ? createdAt
          : checkPast(message.occurredAt, at('messages', String(index), 'occurredAt'), now()),
    }))
    return {
      ...item,
      id: newId(),
      source: checkText(item.source, at('source'), textLimits.key),
      externalId: checkText(item.externalId, at('externalId'), textLimits.key),
      customerExternalId: checkText(item.customerExternalId, at('customerExternalId'), textLimits.key),
      customerName: checkOptionalText(item.customerName, at('customerName'), textLimits.name),
      subject: checkText(item.subject, at('subject'), textLimits.subject),
      tags: checkTags(tags, at('tags')),
      createdAt,
      messages: entries,
      status: item.status satisfies TicketStatus,
    }
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

type Checked = Exclude<ReturnType<typeof checkItem>, Problem>

/** A conversation of the past, already checked, with the id it gets if its source and key are new. */
export type CheckedConversation = Omit<Checked, 'occurredAt' | 'messages'> & {
  readonly messages: readonly (Omit<ImportMessage, 'occurredAt'> & { readonly createdAt: Date })[]
  readonly orderId?: string | null
}

/**
 * Writes conversations of the past, as many as there are in the same number of statements. Answers by the id given
 * which ticket each one is: a new one, or that of an earlier import.
 */
export async function writeTickets(
  tx: Tx,
  viewer: KnownViewer,
  items: readonly CheckedConversation[],
  customers: ReadonlyMap<string, string>,
) {
  const created = await insertTickets(tx, items, customers)
  const fresh = items.filter(({ id }) => created.has(id))
  await insertMessages(tx, fresh, customers)
  const eventIds = await appendAll(
    tx,
    actorOf(viewer),
    fresh.map(({ id, messages, ...item }) => ({
      type: 'ticket.imported' as const,
      subjects: { ticketId: id, customerId: customers.get(importedCustomerKey(item)) ?? null },
      data: { messageCount: messages.length },
    })),
  )
  const results = new Map<string, Exclude<ImportResult, Problem>>()
  fresh.forEach(({ id }, index) =>
    results.set(id, { ticketId: id, isNew: true, eventId: eventIds[index] ?? 0n }),
  )
  const known = items.filter(({ id }) => !created.has(id))
  for (const { id, ticketId } of await knownTickets(tx, known)) {
    results.set(id, { ticketId, isNew: false, eventId: 0n })
  }
  return results
}

/** The tickets of items that an earlier import, or an earlier item of this one, has written. */
async function knownTickets(tx: Tx, items: readonly CheckedConversation[]) {
  if (items.length === 0) return []
  const rows = items.map(({ id, source, externalId }) => ({ id, source, external_id: externalId }))
  return await tx.$queryRaw<{ id: string; ticketId: string }[]>`
    select given.id, tickets.id as "ticketId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, source text, external_id text)
    join tickets using (source, external_id)`
}

async function insertTickets(
  tx: Tx,
  items: readonly CheckedConversation[],
  customers: ReadonlyMap<string, string>,
) {
  const rows = items.map((item) => ({
    id: item.id,
    customer_id: customers.get(importedCustomerKey(item)),
    subject: item.subject,
    topic: item.topic,
    channel: item.channel,
    status: item.status,
    language: item.language,
    tags: item.tags,
    last_seq: item.messages.length,
    last_activity_at: item.messages.at(-1)?.createdAt ?? item.createdAt,
    source: item.source,
    external_id: item.externalId,
    created_at: item.createdAt,
    order_id: item.orderId ?? null,
  }))
  const inserted = await tx.$queryRaw<{ id: string }[]>`
    insert into tickets (id, customer_id, subject, topic, channel, status, language, tags, last_seq, last_activity_at,
      source, external_id, created_at, order_id, closed_at)
    select id, customer_id, subject, topic, channel, status, language,
      array(select jsonb_array_elements_text(tags)), last_seq, last_activity_at, source, external_id, created_at, order_id,
      case when status = 'CLOSED' then last_activity_at end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, customer_id uuid, subject text,
      topic topic, channel channel, status ticket_status, language language, tags jsonb, last_seq int,
      last_activity_at timestamptz, source text, external_id text, created_at timestamptz, order_id uuid)
    order by source, external_id on conflict (source, external_id) do nothing returning id`
  return new Set(inserted.map(({ id }) => id))
}

async function insertMessages(
  tx: Tx,
  items: readonly CheckedConversation[],
  customers: ReadonlyMap<string, string>,
) {
  const rows = items.flatMap((item) =>
    item.messages.map(({ authorKind, authorName, text, createdAt }, index) => ({
      id: newId(),
      ticket_id: item.id,
      seq: index + 1,
      kind: authorKind === 'SYSTEM' ? 'SYSTEM' : 'TEXT',
      author_kind: authorKind,
      author_customer_id: authorKind === 'CUSTOMER' ? customers.get(importedCustomerKey(item)) : null,
      author_name: authorName,
      text,
      created_at: createdAt,
    })),
  )
  await tx.$executeRaw`
    insert into messages (id, ticket_id, seq, kind, author_kind, author_customer_id, author_name, text, created_at)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, ticket_id uuid, seq int,
      kind message_kind, author_kind author_kind, author_customer_id uuid, author_name text, text text,
      created_at timestamptz)`
}
