import { type Row, RowRefused } from '../bulk/table.ts'
import type { Column } from './folder.ts'
import {
  currencyCode,
  customerKey,
  optionalTime,
  productName,
  source,
  timeOf,
  updatedAt,
} from './map-orders.ts'
import type { OrderRow, Shop } from './shop.ts'

/** The catalogue has no times: this is the day after the last order of the data. */
const catalogueAt = '2018-10-18T03:00:00.000Z'

export function toProduct({ product_id }: Row<Column<'products'>>, shop: Shop) {
  const category = shop.categories.get(product_id)
  const item = {
    source,
    externalId: product_id,
    name: productName(product_id, category),
    ...(category !== undefined && { category }),
    sourceUpdatedAt: catalogueAt,
  }
  return [{ key: product_id, item }]
}

/** A person once, however many addresses there are of it: the addresses go to the orders. */
export function customerMapper() {
  const seen = new Set<string>()
  return ({ customer_unique_id }: Row<Column<'customers'>>) => {
    if (seen.has(customer_unique_id)) return []
    seen.add(customer_unique_id)
    const externalId = customerKey(customer_unique_id)
    // The desk knows Russian and English only.
    return [{ key: externalId, item: { externalId, locale: 'EN' as const } }]
  }
}

type PaymentRow = Row<Column<'payments'>>

const methods = {
  credit_card: 'CARD',
  debit_card: 'CARD',
  boleto: 'BANK_SLIP',
  voucher: 'VOUCHER',
} as const

function methodOf(type: string): (typeof methods)[keyof typeof methods] | 'OTHER' {
  return Object.hasOwn(methods, type) ? methods[type as keyof typeof methods] : 'OTHER'
}

/**
 * The data says of an order when its payment was approved, and nothing of money given back. What was paid for an order
 * that came to nothing counts as not taken, so that nobody grants a refund of it once more; a delivered order was paid,
 * also if the approval is missing.
 */
function statusOf({ order_status, order_approved_at }: OrderRow): 'CAPTURED' | 'CANCELLED' | 'PENDING' {
  if (order_status === 'canceled' || order_status === 'unavailable') return 'CANCELLED'
  return order_approved_at !== '' || order_status === 'delivered' ? 'CAPTURED' : 'PENDING'
}

export function toPayment(row: PaymentRow, shop: Shop) {
  const order = shop.orders.get(row.order_id)
  if (order === undefined) throw new RowRefused(`order_id ${row.order_id} is not among the orders`)
  const status = statusOf(order)
  const externalId = `${row.order_id}:${row.payment_sequential}`
  const item = {
    source,
    externalId,
    orderSource: source,
    orderExternalId: row.order_id,
    method: methodOf(row.payment_type),
    rawMethod: row.payment_type,
    status,
    currencyCode,
    amount: row.payment_value,
    capturedAmount: status === 'CAPTURED' ? row.payment_value : '0',
    // One row says 0.
    instalmentCount: Math.max(1, Number(row.payment_installments)),
    startedAt: timeOf(order.order_purchase_timestamp, 'order_purchase_timestamp'),
    sourceUpdatedAt: optionalTime(order.order_approved_at, 'order_approved_at') ?? updatedAt(order),
  }
  return [{ key: externalId, item }]
}
