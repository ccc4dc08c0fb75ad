import { RowRefused } from '../bulk/table.ts'
import { zonedTime } from '../zoned-time.ts'
import type { ItemRow, OrderRow, Shop } from './shop.ts'

/** Where everything of this shop comes from, in our records. */
export const source = 'olist'
export const currencyCode = 'BRL'
const brazil = zonedTime('America/Sao_Paulo')

/** The times of the files are wall clock times of Brazil, without a zone. */
export function timeOf(wallClock: string, column: string): string {
  const time = optionalTime(wallClock, column)
  if (time === null) throw new RowRefused(`${column} is empty`)
  return time
}

export function optionalTime(wallClock: string, column: string): string | null {
  if (wallClock === '') return null
  const instant = brazil.instantOf(wallClock)
  if (instant === null)
    throw new RowRefused(`${column} is no time: ${JSON.stringify(wallClock.slice(0, 40))}`)
  return instant.toISOString()
}

/** The estimate is a day: the parcel is in time until its last millisecond in Brazil. */
export function promisedTo({ order_estimated_delivery_date: day }: OrderRow): string | null {
  if (day === '') return null
  const end = brazil.endOfDay(day)
  if (end === null) throw new RowRefused(`order_estimated_delivery_date is no day: ${JSON.stringify(day)}`)
  return end.toISOString()
}

const statuses = {
  created: 'CREATED',
  approved: 'PROCESSING',
  processing: 'PROCESSING',
  invoiced: 'PROCESSING',
  shipped: 'SHIPPED',
  delivered: 'DELIVERED',
  canceled: 'CANCELLED',
  unavailable: 'UNAVAILABLE',
} as const

/** What no table knows is kept in the shop's own word only. */
function statusOf(rawStatus: string): (typeof statuses)[keyof typeof statuses] | 'UNKNOWN' {
  return Object.hasOwn(statuses, rawStatus) ? statuses[rawStatus as keyof typeof statuses] : 'UNKNOWN'
}

/** The last thing that happened to an order. The estimate is no happening. */
export function updatedAt(row: OrderRow): string {
  const happenings = [
    timeOf(row.order_purchase_timestamp, 'order_purchase_timestamp'),
    optionalTime(row.order_approved_at, 'order_approved_at'),
    optionalTime(row.order_delivered_carrier_date, 'order_delivered_carrier_date'),
    optionalTime(row.order_delivered_customer_date, 'order_delivered_customer_date'),
  ].filter((time) => time !== null)
  return happenings.sort().at(-1) ?? ''
}

/** Olist names nobody and nothing: a customer is known by the person's id. */
export function customerKey(personId: string): string {
  return `${source}:${personId}`
}

/** The name of a product, of its category and the beginning of its id, which tells it from its like. */
export function productName(productId: string, category: string | undefined): string {
  const words = (category ?? 'product').replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)} ${productId.slice(0, 8)}`
}

export function addressOf(row: OrderRow, shop: Shop) {
  const address = shop.addresses.get(row.customer_id)
  if (address === undefined) throw new RowRefused(`customer_id ${row.customer_id} is not among the customers`)
  return address
}

export function toOrder(row: OrderRow, shop: Shop) {
  const { personId, postalCode, city, region } = addressOf(row, shop)
  const items = shop.items.get(row.order_id) ?? []
  const freights = items.map(({ freight_value }) => freight_value)
  const approvedAt = optionalTime(row.order_approved_at, 'order_approved_at')
  const deliveredAt = optionalTime(row.order_delivered_customer_date, 'order_delivered_customer_date')
  const promised = promisedTo(row)
  const item = {
    source,
    externalId: row.order_id,
    number: row.order_id,
    customerExternalId: customerKey(personId),
    status: statusOf(row.order_status),
    rawStatus: row.order_status,
    currencyCode,
    items: items.map((one) => toItem(one, shop)),
    shippingTotal: sumOf(freights),
    total: sumOf([...items.map(({ price }) => price), ...freights]),
    address: { country: 'BR', region, city, postalCode },
    placedAt: timeOf(row.order_purchase_timestamp, 'order_purchase_timestamp'),
    ...(approvedAt !== null && { approvedAt }),
    ...(promised !== null && { promisedTo: promised }),
    ...(deliveredAt !== null && { deliveredAt }),
    sourceUpdatedAt: updatedAt(row),
  }
  return [{ key: item.externalId, item }]
}

function toItem(row: ItemRow, shop: Shop) {
  const category = shop.categories.get(row.product_id)
  return {
    externalId: row.order_item_id,
    productExternalId: row.product_id,
    name: productName(row.product_id, category),
    ...(category !== undefined && { category }),
    sellerName: shop.sellers.get(row.seller_id) ?? row.seller_id,
    // Each row is one piece: several of a product are several rows.
    quantity: 1,
    unitPrice: row.price,
    shipping: row.freight_value,
  }
}

/** A decimal sum of decimals, exact. */
export function sumOf(amounts: readonly string[]): string {
  const cents = amounts.reduce((sum, amount) => sum + centsOf(amount), 0n)
  const digits = cents.toString().padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export function centsOf(amount: string): bigint {
  const match = /^(\d{1,12})(?:\.(\d{1,2}))?$/.exec(amount)
  if (match === null) throw new RowRefused(`no amount: ${JSON.stringify(amount.slice(0, 40))}`)
  return BigInt((match[1] ?? '') + (match[2] ?? '').padEnd(2, '0'))
}
