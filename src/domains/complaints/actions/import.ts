import type { KnownViewer } from '../../../auth/viewer.ts'
import { allTogether, assertBulkSize } from '../../../core/bulk.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { checkPast } from '../../../core/dates.ts'
import { checkExternalKey, externalKey } from '../../../core/external-key.ts'
import { newId } from '../../../core/ids.ts'
import type { ComplaintAbout, ComplaintResolution, Language } from '../../../core/prisma/enums.ts'
import { InvalidInput, type Problem } from '../../../core/problems.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { appendAll } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { importedCustomerKey, shopOrImportedCustomers } from '../../customers/actions/imported.ts'
import type { CheckedConversation } from '../../messages/actions/import.ts'
import { checkTags, writeTickets } from '../../messages/actions/import.ts'
import { deriveSubject } from '../../messages/rules.ts'
import { ordersByKey } from '../../orders/keys.ts'

export interface ComplaintImportItem {
  readonly source: string
  readonly externalId: string
  readonly customerExternalId: string
  readonly customerName: string | null
  readonly order: { readonly source: string; readonly externalId: string } | null
  readonly about: ComplaintAbout
  readonly subject: string | null
  readonly text: string
  readonly language: Language
  readonly tags: readonly string[]
  readonly status: 'RECEIVED' | 'RESOLVED' | 'CLOSED'
  readonly resolution: ComplaintResolution | null
  readonly occurredAt: Date | null
  readonly answer: { readonly text: string; readonly occurredAt: Date | null } | null
}

export type ComplaintImportResult =
  | Problem
  | { readonly complaintId: string; readonly isNew: boolean; readonly eventId: bigint }

/**
 * Writes complaints of the past with their tickets: no clocks start, nobody is notified. Each item has its own result,
 * in order. One whose source and key are known already changes nothing, so that a whole import can be run again.
 */
export async function importComplaints(
  desk: Desk,
  viewer: KnownViewer,
  items: readonly ComplaintImportItem[],
): Promise<ComplaintImportResult[]> {
  assertBulkSize(items.length, 'complaints')
  return await allTogether(
    items,
    (item, index) => checkItem(item, ['complaints', String(index)]),
    async (rows) => await transact(desk, async (tx) => await writeAll(tx, viewer, rows)),
  )
}

const ticketStatus = { RECEIVED: 'OPEN', RESOLVED: 'RESOLVED', CLOSED: 'CLOSED' } as const

/** An item with the ids it will get, and the conversation that becomes its ticket. */
function checkItem(item: ComplaintImportItem, path: readonly string[]) {
  const at = (...names: string[]) => [...path, ...names]
  const isAnswered = item.status !== 'RECEIVED'
  if (isAnswered && item.resolution === null) throw new InvalidInput('required', at('resolution'))
  if (!isAnswered && item.resolution !== null) throw new InvalidInput('forbidden', at('resolution'))
  const createdAt = checkPast(item.occurredAt, at('occurredAt'), now())
  const text = checkText(item.text, at('text'), textLimits.message)
  const answer = item.answer === null ? null : checkAnswer(item.answer, createdAt, at('answer'))
  const source = checkText(item.source, at('source'), textLimits.key)
  const externalId = checkText(item.externalId, at('externalId'), textLimits.key)
  const conversation: CheckedConversation = {
    id: newId(),
    source,
    // Tickets of an import have keys of their own: the two imports of one source may use the same ones.
    externalId: `complaint ${externalId}`,
    customerExternalId: checkText(item.customerExternalId, at('customerExternalId'), textLimits.key),
    customerName: checkOptionalText(item.customerName, at('customerName'), textLimits.name),
    subject: checkOptionalText(item.subject, at('subject'), textLimits.subject) ?? deriveSubject(text),
    topic: 'COMPLAINT',
    channel: 'SITE_CHAT',
    language: item.language,
    status: ticketStatus[item.status],
    tags: checkTags(item.tags, at('tags')),
    createdAt,
    messages: [
      { authorKind: 'CUSTOMER', authorName: null, text, createdAt },
      ...(answer === null ? [] : [{ authorKind: 'OPERATOR' as const, authorName: null, ...answer }]),
    ],
  }
  const { about, status, resolution } = item
  const order = item.order === null ? null : checkExternalKey(item.order, at('order'))
  const resolvedAt = isAnswered ? (answer?.createdAt ?? createdAt) : null
  return { id: newId(), externalId, about, status, resolution, order, resolvedAt, conversation, path }
}
type Checked = ReturnType<typeof checkItem>

/** What the shop answered; at the complaint's time when it does not say when. */
function checkAnswer(
  { text, occurredAt }: NonNullable<ComplaintImportItem['answer']>,
  filedAt: Date,
  path: readonly string[],
) {
  return {
    text: checkText(text, [...path, 'text'], textLimits.message),
    createdAt: occurredAt === null ? filedAt : checkPast(occurredAt, [...path, 'occurredAt'], now()),
  }
}

async function writeAll(tx: Tx, viewer: KnownViewer, items: readonly Checked[]) {
  const results = new Map<string, ComplaintImportResult>()
  const orders = await ordersByKey(
    tx,
    items.flatMap(({ order }) => (order === null ? [] : [order])),
  )
  const orderOf = ({ order }: Checked) =>
    order === null ? null : (orders.get(externalKey(order))?.id ?? null)
  for (const item of items) {
    if (item.order !== null && orderOf(item) === null)
      results.set(item.id, new InvalidInput('unknown', [...item.path, 'order']))
  }
  const taken = items.filter(({ id }) => !results.has(id))
  const conversations = taken.map((item) => ({ ...item.conversation, orderId: orderOf(item) }))
  const customers = await shopOrImportedCustomers(tx, conversations)
  const tickets = await writeTickets(tx, viewer, conversations, customers)
  const rows = taken.map((item) => ({
    id: item.id,
    source: item.conversation.source,
    external_id: item.externalId,
    customer_id: customers.get(importedCustomerKey(item.conversation)) ?? '',
    ticket_id: tickets.get(item.conversation.id)?.ticketId ?? '',
    order_id: orderOf(item),
    about: item.about,
    status: item.status,
    resolution: item.resolution,
    resolved_at: item.resolvedAt,
    created_at: item.conversation.createdAt,
  }))
  for (const [id, result] of await insertAll(tx, viewer, rows)) results.set(id, result)
  return results
}

interface Row {
  readonly id: string
  readonly source: string
  readonly external_id: string
  readonly customer_id: string
  readonly ticket_id: string
}

/** Those that are new are written with their events; the others are looked up. */
async function insertAll(tx: Tx, viewer: KnownViewer, rows: readonly Row[]) {
  const results = new Map<string, ComplaintImportResult>()
  const created = await insertComplaints(tx, rows)
  const fresh = rows.filter(({ id }) => created.has(id))
  const eventIds = await appendAll(
    tx,
    actorOf(viewer),
    fresh.map(({ id, customer_id, ticket_id }) => ({
      type: 'complaint.imported' as const,
      subjects: { customerId: customer_id, ticketId: ticket_id },
      data: { complaintId: id },
    })),
  )
  fresh.forEach(({ id }, index) =>
    results.set(id, { complaintId: id, isNew: true, eventId: eventIds[index] ?? 0n }),
  )
  const known = rows.filter(({ id }) => !created.has(id))
  for (const { id, complaintId } of await knownComplaints(tx, known)) {
    results.set(id, { complaintId, isNew: false, eventId: 0n })
  }
  return results
}

async function insertComplaints(tx: Tx, rows: readonly object[]): Promise<Set<string>> {
  const inserted = await tx.$queryRaw<{ id: string }[]>`
    insert into complaints (id, source, external_id, customer_id, ticket_id, order_id, about, status, resolution,
      resolved_at, closed_at, created_at)
    select id, source, external_id, customer_id, ticket_id, order_id, about, status, resolution, resolved_at,
      case when status = 'CLOSED' then resolved_at end, created_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, source text, external_id text,
      customer_id uuid, ticket_id uuid, order_id uuid, about complaint_about, status complaint_status,
      resolution complaint_resolution, resolved_at timestamptz, created_at timestamptz)
    order by source, external_id on conflict do nothing returning id`
  return new Set(inserted.map(({ id }) => id))
}

async function knownComplaints(tx: Tx, rows: readonly { id: string; source: string; external_id: string }[]) {
  if (rows.length === 0) return []
  const given = rows.map(({ id, source, external_id }) => ({ id, source, external_id }))
  return await tx.$queryRaw<{ id: string; complaintId: string }[]>`
    select given.id, complaints.id as "complaintId"
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb) as given(id uuid, source text, external_id text)
    join complaints using (source, external_id)`
}
