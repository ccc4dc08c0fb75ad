import { addressOf, optionalTime, promisedTo, source, timeOf, updatedAt } from './map-orders.ts'
import type { ItemRow, OrderRow, Shop } from './shop.ts'

/** Olist does not say who carries the parcels. */
const carrier = 'olist'

/** The parcels of an order: one for each seller, as each sends its own goods. */
function parcelsOf(
  { order_id }: OrderRow,
  shop: Shop,
): { key: string; sellerId: string; items: ItemRow[] }[] {
  const bySeller = groupBySeller(shop.items.get(order_id) ?? [])
  return [...bySeller].map(([sellerId, items]) => ({ key: `${order_id}:${sellerId}`, sellerId, items }))
}

function groupBySeller(items: readonly ItemRow[]): Map<string, ItemRow[]> {
  const bySeller = new Map<string, ItemRow[]>()
  for (const item of items) bySeller.set(item.seller_id, [...(bySeller.get(item.seller_id) ?? []), item])
  return bySeller
}

export function toDeliveries(row: OrderRow, shop: Shop) {
  addressOf(row, shop)
  const promised = promisedTo(row)
  const sourceUpdatedAt = updatedAt(row)
  return parcelsOf(row, shop).map(({ key, sellerId, items }) => ({
    key,
    item: {
      source,
      externalId: key,
      orderSource: source,
      orderExternalId: row.order_id,
      carrier,
      sellerName: shop.sellers.get(sellerId) ?? sellerId,
      items: items.map(({ order_item_id }) => ({ orderItemExternalId: order_item_id, quantity: 1 })),
      ...(promised !== null && { promisedTo: promised }),
      sourceUpdatedAt,
    },
  }))
}

/** What the order's times say of its parcels. */
export function toTrackingEvents(row: OrderRow, shop: Shop) {
  const happenings = happeningsOf(row)
  return parcelsOf(row, shop).flatMap(({ key }) =>
    happenings.map(({ code, rawCode, occurredAt }) => ({
      key: `${key} ${rawCode}`,
      item: { source, externalId: key, code, rawCode, occurredAt },
    })),
  )
}

interface Happening {
  readonly code: 'CREATED' | 'HANDED_TO_CARRIER' | 'DELIVERED' | 'CANCELLED'
  readonly rawCode: string
  readonly occurredAt: string
}

/**
 * In the order of the files: their times are not always so. A cancelled order's parcel is cancelled by the last that is
 * known of it, unless it was delivered; a delivered one without a date stays where it was seen last, for a date that
 * nobody wrote down would be invented.
 */
function happeningsOf(row: OrderRow): Happening[] {
  const approvedAt = optionalTime(row.order_approved_at, 'order_approved_at')
  const handedAt = optionalTime(row.order_delivered_carrier_date, 'order_delivered_carrier_date')
  const deliveredAt = optionalTime(row.order_delivered_customer_date, 'order_delivered_customer_date')
  const isCancelled = row.order_status === 'canceled' && deliveredAt === null
  const purchasedAt = timeOf(row.order_purchase_timestamp, 'order_purchase_timestamp')
  const all = [
    { code: 'CREATED' as const, rawCode: 'purchased', occurredAt: purchasedAt },
    { code: 'CREATED' as const, rawCode: 'approved', occurredAt: approvedAt },
    { code: 'HANDED_TO_CARRIER' as const, rawCode: 'handed_to_carrier', occurredAt: handedAt },
    { code: 'DELIVERED' as const, rawCode: 'delivered', occurredAt: deliveredAt },
    { code: 'CANCELLED' as const, rawCode: 'canceled', occurredAt: isCancelled ? updatedAt(row) : null },
  ]
  return all.filter((one): one is Happening => one.occurredAt !== null)
}
