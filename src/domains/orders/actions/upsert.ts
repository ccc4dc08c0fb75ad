import type { KnownViewer } from '../../../auth/viewer.ts'
import { insertMissing, keyOf, rowsBy, saysTheSame, storedRows, upsertRows } from '../../../core/bulk-rows.ts'
import type { Tx } from '../../../core/database.ts'
import type { OrderItem } from '../../../core/prisma/client.ts'
import { InvalidInput, Problem } from '../../../core/problems.ts'
import { actorOf } from '../../../events/acting.ts'
import { staleOver, writeBulk } from '../../../events/bulk-write.ts'
import type { Desk } from '../../../events/desk.ts'
import { appendAll } from '../../../events/log.ts'
import type { CheckedOrder, OrderInput } from './check.ts'
import { checkOrder } from './check.ts'
import { resolveOrders } from './resolve.ts'
import type { OrderRow, Resolved } from './rows.ts'
import { linesToWrite, orderItems, orders } from './rows.ts'

export interface OrderDone {
  readonly orderId: string
  readonly isNew: boolean
  readonly eventId: bigint | null
}

/**
 * Makes or changes orders by the shop's own key; the shop owns them. Each item has its own result, in order; one that
 * cannot be taken does not spoil the others. What was said before in the same words appends nothing.
 */
export async function upsertOrders(
  desk: Desk,
  viewer: KnownViewer,
  items: readonly OrderInput[],
): Promise<(OrderDone | Problem)[]> {
  return await writeBulk(desk, {
    name: 'orders',
    items,
    check: checkOrder,
    write: async (tx, checked) => await writeOrders(tx, viewer, checked),
  })
}

/** An order that is new, or of which something was said that is not stored. */
interface Change {
  readonly item: CheckedOrder
  readonly row: OrderRow
  readonly before: OrderRow | null
  readonly lines: readonly OrderItem[]
  /** Whether its customer could notice. */
  readonly isVisible: boolean
}

async function writeOrders(tx: Tx, viewer: KnownViewer, items: readonly CheckedOrder[]) {
  const results = new Map<CheckedOrder, OrderDone | Problem>()
  const taken: Resolved[] = []
  for (const [item, resolved] of await resolveOrders(tx, items)) {
    if (resolved instanceof Problem) results.set(item, resolved)
    else taken.push(resolved)
  }
  const known = await readKnown(tx, taken)
  const changes: Change[] = []
  for (const resolved of taken) {
    const before = known.orders.get(keyOf(orders, resolved.row)) ?? null
    const refused = before === null ? null : refusalOf(before, resolved)
    const orderId = before?.id ?? resolved.row.id
    results.set(resolved.item, refused ?? { orderId, isNew: before === null, eventId: null })
    const change = refused === null ? changeOf(resolved, before, known.items.get(orderId) ?? []) : null
    if (change !== null) changes.push(change)
  }
  await writeChanges(tx, viewer, changes, results)
  return results
}

/** Inserts what is new, and gives what was stored of the others, locked from now on. */
async function readKnown(tx: Tx, taken: readonly Resolved[]) {
  const rows = taken.map(({ row }) => row)
  const fresh = await insertMissing(tx, orders, rows)
  const known = rows.filter(({ id }) => !fresh.has(id))
  const stored = await storedRows(tx, orders, orders.key, known)
  const asked = [...stored.values()].map(({ id }) => ({ orderId: id }))
  const lines = await storedRows(tx, orderItems, ['orderId'], asked)
  return { orders: stored, items: rowsBy(lines.values(), 'orderId') }
}

/** Payments, parcels and refunds rely on whose an order is and in what currency: neither ever changes. */
function refusalOf(before: OrderRow, { item, row }: Resolved): Problem | null {
  const stale = staleOver(before, item)
  if (stale !== null) return stale
  if (before.customerId !== row.customerId) {
    return new InvalidInput('taken', [...item.path, 'customerExternalId'])
  }
  return before.currencyCode === row.currencyCode
    ? null
    : new InvalidInput('currencyMismatch', [...item.path, 'currencyCode'])
}

function changeOf(resolved: Resolved, before: OrderRow | null, stored: readonly OrderItem[]): Change | null {
  const { item } = resolved
  const row = { ...resolved.row, id: before?.id ?? resolved.row.id }
  const lines = linesToWrite(resolved, row.id, stored)
  if (before === null) return { item, row, before, lines, isVisible: true }
  if (lines.length === 0 && saysTheSame(orders, before, row)) return null
  const isVisible = lines.length > 0 || !saysTheSame(orders, before, row, ['sourceUpdatedAt', 'rawStatus'])
  return { item, row, before, lines, isVisible }
}

async function writeChanges(
  tx: Tx,
  viewer: KnownViewer,
  changes: readonly Change[],
  results: Map<CheckedOrder, OrderDone | Problem>,
): Promise<void> {
  const known = changes.filter(({ before }) => before !== null)
  await upsertRows(
    tx,
    orders,
    known.map(({ row }) => row),
  )
  await upsertRows(
    tx,
    orderItems,
    changes.flatMap(({ lines }) => lines),
  )
  const visible = changes.filter(({ isVisible }) => isVisible)
  const eventIds = await appendAll(
    tx,
    actorOf(viewer),
    visible.map(({ row, before }) => ({
      type: 'order.upserted',
      subjects: { customerId: row.customerId },
      data: { orderId: row.id, from: before?.status ?? null, to: row.status },
    })),
  )
  for (const [index, { item, row, before }] of visible.entries()) {
    results.set(item, { orderId: row.id, isNew: before === null, eventId: eventIds[index] ?? null })
  }
}
