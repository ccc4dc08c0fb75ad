import type { KnownViewer } from '../../../auth/viewer.ts'
import { allTogether, assertBulkSize } from '../../../core/bulk.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { checkPast } from '../../../core/dates.ts'
import type { ExternalKey } from '../../../core/external-key.ts'
import { checkExternalKey, externalKey } from '../../../core/external-key.ts'
import { newId } from '../../../core/ids.ts'
import { InvalidInput, type Problem } from '../../../core/problems.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { appendAll } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { importedCustomerKey, shopOrImportedCustomers } from '../../customers/actions/imported.ts'
import { ordersByKey } from '../../orders/keys.ts'
import { productsByKey } from '../../products/keys.ts'

export interface RatingItem {
  readonly source: string
  readonly externalId: string
  readonly customerExternalId: string | null
  readonly order: ExternalKey | null
  readonly product: ExternalKey | null
  readonly score: number
  readonly text: string | null
  readonly occurredAt: Date | null
}

export type RatingResult =
  | Problem
  | { readonly ratingId: string; readonly isNew: boolean; readonly eventId: bigint }

/**
 * Keeps customers' judgements in stars, all of a call in the same few statements. Each item has its own result, in
 * order; one whose source and key are known already changes nothing.
 */
export async function recordRatings(
  desk: Desk,
  viewer: KnownViewer,
  items: readonly RatingItem[],
): Promise<RatingResult[]> {
  assertBulkSize(items.length, 'ratings')
  return await allTogether(
    items,
    (item, index) => checkItem(item, ['ratings', String(index)]),
    async (rows) => await transact(desk, async (tx) => await writeAll(tx, viewer, rows)),
  )
}

function checkItem(item: RatingItem, path: readonly string[]) {
  const at = (...names: string[]) => [...path, ...names]
  if (item.score < 1 || item.score > 5) throw new InvalidInput('range', at('score'), { min: 1, max: 5 })
  return {
    id: newId(),
    path,
    source: checkText(item.source, at('source'), textLimits.key),
    externalId: checkText(item.externalId, at('externalId'), textLimits.key),
    customerExternalId: checkOptionalText(item.customerExternalId, at('customerExternalId'), textLimits.key),
    order: item.order === null ? null : checkExternalKey(item.order, at('order')),
    product: item.product === null ? null : checkExternalKey(item.product, at('product')),
    score: item.score,
    text: checkOptionalText(item.text, at('text'), textLimits.message),
    occurredAt: checkPast(item.occurredAt, at('occurredAt'), now()),
  }
}
type Checked = ReturnType<typeof checkItem>

const given = <T>(values: readonly (T | null)[]): T[] => values.filter((value) => value !== null)

async function writeAll(tx: Tx, viewer: KnownViewer, items: readonly Checked[]) {
  const results = new Map<string, RatingResult>()
  const orders = await ordersByKey(tx, given(items.map(({ order }) => order)))
  const products = await productsByKey(tx, given(items.map(({ product }) => product)))
  const taken = items.filter(({ id, path, order, product }) => {
    const unknown =
      order !== null && !orders.has(externalKey(order))
        ? 'order'
        : product !== null && !products.has(externalKey(product))
          ? 'product'
          : null
    if (unknown !== null) results.set(id, new InvalidInput('unknown', [...path, unknown]))
    return unknown === null
  })
  const customers = await customersOf(tx, taken)
  const rows = taken.map((item) => {
    const order = item.order === null ? undefined : orders.get(externalKey(item.order))
    return {
      id: item.id,
      source: item.source,
      external_id: item.externalId,
      customer_id: customers(item) ?? order?.customerId ?? null,
      order_id: order?.id ?? null,
      product_id: item.product === null ? null : (products.get(externalKey(item.product)) ?? null),
      score: item.score,
      text: item.text,
      occurred_at: item.occurredAt,
    }
  })
  for (const [id, result] of await insertAll(tx, viewer, rows)) results.set(id, result)
  return results
}

/** Whose each rating is by the source's own key; null where it does not say. */
async function customersOf(tx: Tx, items: readonly Checked[]) {
  const named = items.flatMap(({ source, customerExternalId }) =>
    customerExternalId === null
      ? []
      : [{ source, customerExternalId, customerName: null, language: 'RU' as const }],
  )
  const customers = named.length === 0 ? new Map() : await shopOrImportedCustomers(tx, named)
  return ({ source, customerExternalId }: Checked): string | null =>
    customerExternalId === null
      ? null
      : (customers.get(importedCustomerKey({ source, customerExternalId })) ?? null)
}

interface Row {
  readonly id: string
  readonly source: string
  readonly external_id: string
  readonly customer_id: string | null
  readonly score: number
}

async function insertAll(tx: Tx, viewer: KnownViewer, rows: readonly Row[]) {
  const inserted = await tx.$queryRaw<{ id: string }[]>`
    insert into ratings (id, source, external_id, customer_id, order_id, product_id, score, text, occurred_at)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, source text,
      external_id text, customer_id uuid, order_id uuid, product_id uuid, score int, text text,
      occurred_at timestamptz)
    order by source, external_id on conflict (source, external_id) do nothing returning id`
  const created = new Set(inserted.map(({ id }) => id))
  const fresh = rows.filter(({ id }) => created.has(id))
  const eventIds = await appendAll(
    tx,
    actorOf(viewer),
    fresh.map(({ id, customer_id, score }) => ({
      type: 'rating.recorded' as const,
      subjects: { customerId: customer_id },
      data: { ratingId: id, score },
    })),
  )
  const results = new Map<string, RatingResult>(
    fresh.map(({ id }, index) => [id, { ratingId: id, isNew: true, eventId: eventIds[index] ?? 0n }]),
  )
  const others = rows.filter(({ id }) => !created.has(id))
  if (others.length === 0) return results
  const known = await tx.$queryRaw<{ id: string; ratingId: string }[]>`
    select given.id, ratings.id as "ratingId"
    from jsonb_to_recordset(${JSON.stringify(others)}::jsonb) as given(id uuid, source text, external_id text)
    join ratings using (source, external_id)`
  for (const { id, ratingId } of known) results.set(id, { ratingId, isNew: false, eventId: 0n })
  return results
}
