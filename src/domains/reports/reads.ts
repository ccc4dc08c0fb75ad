import type { Money } from '../../core/money.ts'
import type { ComplaintStatus, OrderStatus } from '../../core/prisma/enums.ts'
import type { Desk } from '../../events/desk.ts'

/** Which part of the shop is counted: null is no limit. */
export interface ShopPeriod {
  readonly source: string | null
  readonly from: Date | null
  readonly to: Date | null
}

interface StatusCount {
  readonly status: OrderStatus
  readonly rawStatus: string | null
  readonly count: number
}

/** What a report counts of orders. */
export interface OrderFigures {
  readonly byRawStatus: readonly StatusCount[]
  readonly goodsTotals: readonly Money[]
  readonly shippingTotals: readonly Money[]
  readonly totals: readonly Money[]
  readonly addressCount: number
  readonly deliveredCount: number
  readonly lateCount: number
}

/** The orders of the period, as a condition on `orders`; the values are those of `valuesOf`. */
const ordersOfPeriod = `($1::text is null or orders.source = $1)
  and ($2::timestamptz is null or orders.placed_at >= $2) and ($3::timestamptz is null or orders.placed_at < $3)`

const ofPeriod = (table: string, at: string) => `($1::text is null or ${table}.source = $1)
  and ($2::timestamptz is null or ${table}.${at} >= $2) and ($3::timestamptz is null or ${table}.${at} < $3)`

/** One statement of a report. Names are fixed, so that each is prepared once per connection. */
async function ask<Row extends object>(
  desk: Desk,
  { source, from, to }: ShopPeriod,
  name: string,
  text: string,
): Promise<Row[]> {
  const { rows } = await desk.database.pool.query<Row>({
    name: `report-${name}`,
    text,
    values: [source, from, to],
  })
  return rows
}

interface OrderRow {
  status: OrderStatus
  raw_status: string | null
  currency_code: string
  count: number
  addresses: number
  delivered: number
  late: number
  goods: string
  shipping: string
  total: string
}

/** Orders by status and currency, with all that is added up of them, in one statement. */
export async function orderFigures(desk: Desk, period: ShopPeriod): Promise<OrderFigures> {
  const rows = await ask<OrderRow>(
    desk,
    period,
    'orders',
    `select status, raw_status, currency_code, count(*)::int as count,
       count(*) filter (where coalesce(address_country, address_region, address_city, address_postal_code, address_line)
         is not null)::int as addresses,
       count(*) filter (where status = 'DELIVERED' and delivered_at is not null)::int as delivered,
       count(*) filter (where status = 'DELIVERED' and delivered_at > promised_to)::int as late,
       sum(items_total)::text as goods, sum(shipping_total)::text as shipping, sum(total)::text as total
     from orders where ${ordersOfPeriod}
     group by status, raw_status, currency_code order by status, raw_status, currency_code`,
  )
  const sum = (of: (row: OrderRow) => number) => rows.reduce((all, row) => all + of(row), 0)
  const money = (of: (row: OrderRow) => string) =>
    totals(rows.map((row) => ({ currencyCode: row.currency_code, amount: of(row) })))
  return {
    byRawStatus: merged(rows),
    goodsTotals: money(({ goods }) => goods),
    shippingTotals: money(({ shipping }) => shipping),
    totals: money(({ total }) => total),
    addressCount: sum(({ addresses }) => addresses),
    deliveredCount: sum(({ delivered }) => delivered),
    lateCount: sum(({ late }) => late),
  }
}

/** One entry for each status and word, whatever the currencies. */
function merged(rows: readonly OrderRow[]): StatusCount[] {
  const counts = new Map<string, StatusCount>()
  for (const { status, raw_status: rawStatus, count } of rows) {
    const key = JSON.stringify([status, rawStatus])
    counts.set(key, { status, rawStatus, count: count + (counts.get(key)?.count ?? 0) })
  }
  return [...counts.values()]
}

/** Sums by currency, in the order of its code. */
function totals(amounts: readonly { currencyCode: string; amount: string }[]): Money[] {
  const sums = new Map<string, bigint>()
  for (const { currencyCode, amount } of amounts)
    sums.set(currencyCode, (sums.get(currencyCode) ?? 0n) + BigInt(amount))
  return [...sums].sort().map(([currencyCode, amount]) => ({ currencyCode, amount }))
}

/** How many people have placed the orders. */
export async function countCustomers(desk: Desk, period: ShopPeriod): Promise<number> {
  const [row] = await ask<{ count: number }>(
    desk,
    period,
    'customers',
    `select count(distinct customer_id)::int as count from orders where ${ordersOfPeriod}`,
  )
  return row?.count ?? 0
}

export async function countItems(desk: Desk, period: ShopPeriod): Promise<number> {
  const [row] = await ask<{ count: number }>(
    desk,
    period,
    'items',
    `select count(*)::int as count from order_items join orders on orders.id = order_id where ${ordersOfPeriod}`,
  )
  return row?.count ?? 0
}

export interface PaymentFigures {
  readonly count: number
  readonly totals: readonly Money[]
  readonly capturedTotals: readonly Money[]
}

export async function paymentFigures(desk: Desk, period: ShopPeriod): Promise<PaymentFigures> {
  const rows = await ask<{ currencyCode: string; count: number; amount: string; captured: string }>(
    desk,
    period,
    'payments',
    `select payments.currency_code as "currencyCode", count(*)::int as count, sum(amount)::text as amount,
       sum(captured_amount)::text as captured
     from payments join orders on orders.id = order_id where ${ordersOfPeriod}
     group by payments.currency_code order by payments.currency_code`,
  )
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    totals: totals(rows),
    capturedTotals: totals(rows.map(({ currencyCode, captured }) => ({ currencyCode, amount: captured }))),
  }
}

export interface DeliveryFigures {
  readonly count: number
  readonly arrivedCount: number
  readonly lateCount: number
}

export async function deliveryFigures(desk: Desk, period: ShopPeriod): Promise<DeliveryFigures> {
  const [row] = await ask<DeliveryFigures>(
    desk,
    period,
    'deliveries',
    `select count(*)::int as count, count(deliveries.delivered_at)::int as "arrivedCount",
       count(*) filter (where is_late)::int as "lateCount"
     from deliveries join orders on orders.id = order_id where ${ordersOfPeriod}`,
  )
  return row ?? { count: 0, arrivedCount: 0, lateCount: 0 }
}

export async function ratingsByScore(
  desk: Desk,
  period: ShopPeriod,
): Promise<{ score: number; count: number; withTextCount: number }[]> {
  return await ask(
    desk,
    period,
    'ratings',
    `select score, count(*)::int as count, count(text)::int as "withTextCount"
     from ratings where ${ofPeriod('ratings', 'occurred_at')} group by score order by score desc`,
  )
}

export async function complaintsByStatus(
  desk: Desk,
  period: ShopPeriod,
): Promise<{ status: ComplaintStatus; count: number }[]> {
  return await ask(
    desk,
    period,
    'complaints',
    `select status, count(*)::int as count
     from complaints where ${ofPeriod('complaints', 'created_at')} group by status order by status`,
  )
}

export async function countSuggestions(desk: Desk, period: ShopPeriod): Promise<number> {
  const [row] = await ask<{ count: number }>(
    desk,
    period,
    'suggestions',
    `select count(*)::int as count from suggestions where ${ofPeriod('suggestions', 'created_at')}`,
  )
  return row?.count ?? 0
}
