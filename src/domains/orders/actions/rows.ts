import type { BulkTable } from '../../../core/bulk-rows.ts'
import { saysTheSame } from '../../../core/bulk-rows.ts'
import { newId } from '../../../core/ids.ts'
import type { Order, OrderItem } from '../../../core/prisma/client.ts'
import type { CheckedOrder, CheckedOrderItem } from './check.ts'

export type OrderRow = Omit<Order, 'createdAt'>

export const orders: BulkTable<OrderRow> = {
  name: 'orders',
  key: ['source', 'externalId'],
  plain: 'rawStatus',
  columns: {
    id: 'uuid',
    source: 'text',
    externalId: 'text',
    number: 'text',
    customerId: 'uuid',
    status: 'order_status',
    rawStatus: 'text',
    currencyCode: 'text',
    itemsTotal: 'bigint',
    shippingTotal: 'bigint',
    discountTotal: 'bigint',
    total: 'bigint',
    recipientName: 'text',
    addressCountry: 'text',
    addressRegion: 'text',
    addressCity: 'text',
    addressPostalCode: 'text',
    addressLine: 'text',
    placedAt: 'timestamptz',
    approvedAt: 'timestamptz',
    promisedTo: 'timestamptz',
    deliveredAt: 'timestamptz',
    cancelledAt: 'timestamptz',
    sourceUpdatedAt: 'timestamptz',
  },
}

export const orderItems: BulkTable<OrderItem> = {
  name: 'order_items',
  key: ['orderId', 'externalId'],
  plain: 'name',
  columns: {
    id: 'uuid',
    orderId: 'uuid',
    externalId: 'text',
    position: 'int',
    productId: 'uuid',
    name: 'text',
    sku: 'text',
    category: 'text',
    sellerName: 'text',
    quantity: 'int',
    unitPrice: 'bigint',
    total: 'bigint',
    shipping: 'bigint',
    isCancelled: 'boolean',
  },
}

/** A checked order with what it refers to, found. */
export interface Resolved {
  readonly item: CheckedOrder
  readonly row: OrderRow
  /** The product of each line, in the order of the lines; null for a line that names none. */
  readonly productIds: readonly (string | null)[]
}

/**
 * The lines to write so that those stored become the complete list given: a line keeps its place, a new one comes
 * after the last, one that is not named any more is cancelled. Empty when nothing changes.
 */
export function linesToWrite(
  { item, productIds }: Resolved,
  orderId: string,
  stored: readonly OrderItem[],
): OrderItem[] {
  const known = new Map(stored.map((line) => [line.externalId, line]))
  let last = Math.max(0, ...stored.map(({ position }) => position))
  const written = item.lines.flatMap((line, index) => {
    const before = known.get(line.externalId)
    if (before === undefined) last += 1
    const identity = { id: before?.id ?? newId(), position: before?.position ?? last }
    const row = lineRow(line, { ...identity, orderId, productId: productIds[index] ?? null })
    return before !== undefined && saysTheSame(orderItems, before, row) ? [] : [row]
  })
  const named = new Set(item.lines.map(({ externalId }) => externalId))
  const gone = stored.filter(({ externalId, isCancelled }) => !named.has(externalId) && !isCancelled)
  return [...written, ...gone.map((line) => ({ ...line, isCancelled: true }))]
}

function lineRow(
  { path: _path, productExternalId: _key, ...line }: CheckedOrderItem,
  identity: Pick<OrderItem, 'id' | 'position' | 'orderId' | 'productId'>,
): OrderItem {
  return { ...line, ...identity, isCancelled: false }
}
