import type { KnownViewer } from '../../../auth/viewer.ts'
import { allTogether, assertBulkSize } from '../../../core/bulk.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { checkPast } from '../../../core/dates.ts'
import { newId } from '../../../core/ids.ts'
import type { Language } from '../../../core/prisma/enums.ts'
import type { Problem } from '../../../core/problems.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { appendAll } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { importedCustomerKey, shopOrImportedCustomers } from '../../customers/actions/imported.ts'

export interface SuggestionImportItem {
  readonly source: string
  readonly externalId: string
  readonly customerExternalId: string
  readonly customerName: string | null
  readonly title: string
  readonly text: string
  readonly language: Language
  readonly occurredAt: Date | null
}

export type SuggestionImportResult =
  | Problem
  | { readonly suggestionId: string; readonly isNew: boolean; readonly eventId: bigint }

/**
 * Writes suggestions of the past: nobody is notified. Each item has its own result, in order; one whose source and
 * key are known already changes nothing.
 */
export async function importSuggestions(
  desk: Desk,
  viewer: KnownViewer,
  items: readonly SuggestionImportItem[],
): Promise<SuggestionImportResult[]> {
  assertBulkSize(items.length, 'suggestions')
  return await allTogether(
    items,
    (item, index) => checkItem(item, ['suggestions', String(index)]),
    async (rows) => await transact(desk, async (tx) => await writeAll(tx, viewer, rows)),
  )
}

function checkItem(item: SuggestionImportItem, path: readonly string[]) {
  const at = (name: string) => [...path, name]
  return {
    id: newId(),
    source: checkText(item.source, at('source'), textLimits.key),
    externalId: checkText(item.externalId, at('externalId'), textLimits.key),
    customerExternalId: checkText(item.customerExternalId, at('customerExternalId'), textLimits.key),
    customerName: checkOptionalText(item.customerName, at('customerName'), textLimits.name),
    title: checkText(item.title, at('title'), textLimits.subject),
    text: checkText(item.text, at('text'), textLimits.message),
    language: item.language,
    createdAt: checkPast(item.occurredAt, at('occurredAt'), now()),
  }
}

async function writeAll(tx: Tx, viewer: KnownViewer, items: readonly ReturnType<typeof checkItem>[]) {
  const customers = await shopOrImportedCustomers(tx, items)
  const rows = items.map((item) => ({
    id: item.id,
    source: item.source,
    external_id: item.externalId,
    customer_id: customers.get(importedCustomerKey(item)) ?? '',
    title: item.title,
    text: item.text,
    language: item.language,
    created_at: item.createdAt,
  }))
  const inserted = await tx.$queryRaw<{ id: string }[]>`
    insert into suggestions (id, source, external_id, customer_id, title, text, language, created_at)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, source text,
      external_id text, customer_id uuid, title text, text text, language language, created_at timestamptz)
    order by source, external_id on conflict (source, external_id) do nothing returning id`
  const created = new Set(inserted.map(({ id }) => id))
  const fresh = rows.filter(({ id }) => created.has(id))
  const eventIds = await appendAll(
    tx,
    actorOf(viewer),
    fresh.map(({ id, customer_id }) => ({
      type: 'suggestion.imported' as const,
      subjects: { customerId: customer_id },
      data: { suggestionId: id },
    })),
  )
  const results = new Map<string, SuggestionImportResult>(
    fresh.map(({ id }, index) => [id, { suggestionId: id, isNew: true, eventId: eventIds[index] ?? 0n }]),
  )
  for (const { id, suggestionId } of await knownSuggestions(
    tx,
    rows.filter(({ id }) => !created.has(id)),
  )) {
    results.set(id, { suggestionId, isNew: false, eventId: 0n })
  }
  return results
}

async function knownSuggestions(tx: Tx, rows: readonly object[]) {
  if (rows.length === 0) return []
  return await tx.$queryRaw<{ id: string; suggestionId: string }[]>`
    select given.id, suggestions.id as "suggestionId"
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, source text, external_id text)
    join suggestions using (source, external_id)`
}
