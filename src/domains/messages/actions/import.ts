import { v5 } from 'uuid'
import type { KnownViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import type { AuthorKind, Channel, Language, TicketStatus, Topic } from '../../../core/prisma/enums.ts'
import { InvalidInput, Problem } from '../../../core/problems.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { appendAll } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
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
  const written = await transact(desk, async (tx) => await writeAll(tx, viewer, rows))
  return checked.map((item) => {
    if (item instanceof Problem) return item
    const result = written.get(item.id)
    if (result === undefined) throw new Error('an imported ticket is neither new nor known')
    return result
  })
}

/** An item with the ids it will get; or why it cannot be taken. */
function checkItem(item: ImportItem, path: readonly string[]) {
  try {
    const at = (...names: string[]) => [...path, ...names]
    const { messages, tags } = item
    if (tags.length > maxTags) throw new InvalidInput('tooMany', at('tags'), { max: maxTags })
    if (messages.length > maxMessagesPerTicket) {
      throw new InvalidInput('tooMany', at('messages'), { max: maxMessagesPerTicket })
    }
    const createdAt = checkPast(item.occurredAt, at('occurredAt'))
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
          : checkPast(message.occurredAt, at('messages', String(index), 'occurredAt')),
    }))
    return {
      ...item,
      id: newId(),
      source: checkText(item.source, at('source'), textLimits.key),
      externalId: checkText(item.externalId, at('externalId'), textLimits.key),
      customerExternalId: checkText(item.customerExternalId, at('customerExternalId'), textLimits.key),
      customerName: checkOptionalText(item.customerName, at('customerName'), textLimits.name),
      subject: checkText(item.subject, at('subject'), textLimits.subject),
      tags: [...new Set(tags.map((tag, index) => checkText(tag, at('tags', String(index)), textLimits.tag)))],
      createdAt,
      messages: entries,
      status: item.status satisfies TicketStatus,
    }
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}
/** Now when it is not given. */
function checkPast(at: Date | null, path: readonly string[]): Date {
  if (at !== null && at > now()) throw new InvalidInput('future', path)
  return at ?? now()
}

type Checked = Exclude<ReturnType<typeof checkItem>, Problem>

async function writeAll(tx: Tx, viewer: KnownViewer, items: readonly Checked[]) {
  const customers = await importedCustomers(tx, items)
  const created = await insertTickets(tx, items, customers)
  const fresh = items.filter(({ id }) => created.has(id))
  await insertMessages(tx, fresh, customers)
  const eventIds = await appendAll(
    tx,
    actorOf(viewer),
    fresh.map(({ id, messages, ...item }) => ({
      type: 'ticket.imported' as const,
      subjects: { ticketId: id, customerId: customers.get(customerKey(item)) ?? null },
      data: { messageCount: messages.length },
    })),
  )
  const results = new Map<string, Exclude<ImportResult, Problem>>()
  fresh.forEach(({ id }, index) =>
    results.set(id, { ticketId: id, isNew: true, eventId: eventIds[index] ?? 0n }),
  )
  const known = items.filter(({ id }) => !created.has(id))
  const stored = await tx.ticket.findMany({
    where: { OR: known.map(({ source, externalId }) => ({ source, externalId })) },
    select: { id: true, source: true, externalId: true },
  })
  const ids = new Map(stored.map(({ id, source, externalId }) => [JSON.stringify([source, externalId]), id]))
  for (const { id, source, externalId } of known) {
    const ticketId = ids.get(JSON.stringify([source, externalId]))
    if (ticketId !== undefined) results.set(id, { ticketId, isNew: false, eventId: 0n })
  }
  return results
}

/** The namespace of ids made from an import's own keys: two nodes importing one customer make the same row. */
const importNamespace = '6c2c6d0e-8a2b-4b0e-9d6a-6f0b8f6f2d11'

function customerKey({ source, customerExternalId }: { source: string; customerExternalId: string }): string {
  return JSON.stringify([`import:${source}`, customerExternalId])
}

async function importedCustomers(tx: Tx, items: readonly Checked[]): Promise<Map<string, string>> {
  const rows = [...new Map(items.map((item) => [customerKey(item), item])).entries()].map(([key, item]) => ({
    id: v5(key, importNamespace),
    identity_id: v5(`identity ${key}`, importNamespace),
    source: `import:${item.source}`,
    external_id: item.customerExternalId,
    name: item.customerName,
    locale: item.language,
  }))
  const json = JSON.stringify(rows)
  await tx.$executeRaw`
    insert into customers (id, name, locale)
    select given.id, given.name, given.locale from jsonb_to_recordset(${json}::jsonb) as given(
      id uuid, name text, locale language, source text, external_id text)
    where not exists (select 1 from customer_identities as known
      where known.source = given.source and known.external_id = given.external_id)
    order by given.id on conflict do nothing`
  await tx.$executeRaw`
    insert into customer_identities (id, customer_id, source, external_id, is_verified)
    select identity_id, id, source, external_id, false from jsonb_to_recordset(${json}::jsonb) as given(
      id uuid, identity_id uuid, source text, external_id text)
    where exists (select 1 from customers where customers.id = given.id)
    order by identity_id on conflict do nothing`
  const found = await tx.$queryRaw<{ source: string; externalId: string; customerId: string }[]>`
    select known.source, known.external_id as "externalId", coalesce(c.merged_into_id, c.id) as "customerId"
    from jsonb_to_recordset(${json}::jsonb) as given(source text, external_id text)
    join customer_identities as known using (source, external_id)
    join customers as c on c.id = known.customer_id`
  return new Map(
    found.map(({ source, externalId, customerId }) => [JSON.stringify([source, externalId]), customerId]),
  )
}

async function insertTickets(tx: Tx, items: readonly Checked[], customers: ReadonlyMap<string, string>) {
  const rows = items.map((item) => ({
    id: item.id,
    customer_id: customers.get(customerKey(item)),
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
  }))
  const inserted = await tx.$queryRaw<{ id: string }[]>`
    insert into tickets (id, customer_id, subject, topic, channel, status, language, tags, last_seq, last_activity_at,
      source, external_id, created_at, closed_at)
    select id, customer_id, subject, topic, channel, status, language,
      array(select jsonb_array_elements_text(tags)), last_seq, last_activity_at, source, external_id, created_at,
      case when status = 'CLOSED' then last_activity_at end
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, customer_id uuid, subject text,
      topic topic, channel channel, status ticket_status, language language, tags jsonb, last_seq int,
      last_activity_at timestamptz, source text, external_id text, created_at timestamptz)
    order by source, external_id on conflict (source, external_id) do nothing returning id`
  return new Set(inserted.map(({ id }) => id))
}

async function insertMessages(tx: Tx, items: readonly Checked[], customers: ReadonlyMap<string, string>) {
  const rows = items.flatMap((item) =>
    item.messages.map(({ authorKind, authorName, text, createdAt }, index) => ({
      id: newId(),
      ticket_id: item.id,
      seq: index + 1,
      kind: authorKind === 'SYSTEM' ? 'SYSTEM' : 'TEXT',
      author_kind: authorKind,
      author_customer_id: authorKind === 'CUSTOMER' ? customers.get(customerKey(item)) : null,
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
