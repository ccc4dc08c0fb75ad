import { openTable } from '../bulk/table.ts'
import { type OlistFiles, startsRow, tables } from './folder.ts'
import { centsOf } from './map-orders.ts'
import type { OrderRow, Shop } from './shop.ts'

/**
 * What the files hold that does not fit together, counted. None of it is refused: an order without items is one, times
 * are kept as they are, each review is known by its own and the order's id.
 */
export async function countDirt(files: OlistFiles, shop: Shop): Promise<Readonly<Record<string, number>>> {
  const orders = [...shop.orders.values()]
  const count = (isDirt: (order: OrderRow) => boolean) => orders.filter(isDirt).length
  const hasDate = (order: OrderRow) => order.order_delivered_customer_date !== ''
  const before = (early: string, late: string) => early !== '' && late !== '' && early < late
  return {
    'orders without items': count(({ order_id }) => !shop.items.has(order_id)),
    'delivered without a date': count((order) => order.order_status === 'delivered' && !hasDate(order)),
    'canceled with a date of delivery': count((order) => order.order_status === 'canceled' && hasDate(order)),
    'handed to the carrier before approval': count((order) =>
      before(order.order_delivered_carrier_date, order.order_approved_at),
    ),
    'delivered before handed to the carrier': count((order) =>
      before(order.order_delivered_customer_date, order.order_delivered_carrier_date),
    ),
    'paid more than 5 cents above or below goods and freight': await countOddPayments(files, shop),
    ...(await countRepeatedReviews(files)),
  }
}

/** Instalments are rounded: less is no difference. */
const roundingCents = 5n

async function countOddPayments(files: OlistFiles, shop: Shop): Promise<number> {
  const paid = new Map<string, bigint>()
  for await (const row of openTable(files.payments, tables.payments.columns, startsRow).rows) {
    if ('reason' in row) continue
    const { order_id, payment_value } = row.row
    paid.set(order_id, (paid.get(order_id) ?? 0n) + centsOf(payment_value))
  }
  let odd = 0
  for (const [orderId, items] of shop.items) {
    const cost = items.reduce((sum, item) => sum + centsOf(item.price) + centsOf(item.freight_value), 0n)
    const difference = cost - (paid.get(orderId) ?? cost)
    if (difference > roundingCents || difference < -roundingCents) odd += 1
  }
  return odd
}

async function countRepeatedReviews(files: OlistFiles): Promise<Record<string, number>> {
  const reviewsOf = new Map<string, number>()
  const seen = new Map<string, number>()
  const add = (counts: Map<string, number>, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1)
  for await (const row of openTable(files.reviews, tables.reviews.columns, startsRow).rows) {
    if ('reason' in row) continue
    add(reviewsOf, row.row.order_id)
    add(seen, row.row.review_id)
  }
  const several = (counts: Map<string, number>) => [...counts.values()].filter((count) => count > 1).length
  return { 'orders with several reviews': several(reviewsOf), 'reviews of several orders': several(seen) }
}
