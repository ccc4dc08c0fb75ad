import { rowsBy, storedRows } from '../../../core/bulk-rows.ts'
import type { Tx } from '../../../core/database.ts'
import { externalKey } from '../../../core/external-key.ts'
import { newId } from '../../../core/ids.ts'
import type { Problem } from '../../../core/problems.ts'
import { InvalidInput, QuantityExceeded } from '../../../core/problems.ts'
import { ordersByKey } from '../../orders/keys.ts'
import type { CheckedDelivery } from './check.ts'
import type { DeliveryRow } from './table.ts'
import { deliveries, keyOfParcel } from './table.ts'

/** How many of an order's line a parcel holds. */
export interface Held {
  readonly orderItemId: string
  readonly quantity: number
}

/** A checked parcel with what it refers to, found. */
export interface Resolved {
  readonly item: CheckedDelivery
  readonly row: DeliveryRow
  readonly held: readonly Held[]
}

interface Line {
  readonly id: string
  readonly orderId: string
  readonly externalId: string
  readonly quantity: number
}

/** What the parcels of one call refer to: each kind read in one statement. */
export async function resolveDeliveries(
  tx: Tx,
  items: readonly CheckedDelivery[],
): Promise<Map<CheckedDelivery, Resolved | Problem>> {
  const orders = await ordersByKey(tx, items.map(orderKey))
  const lines = await linesOf(tx, [...new Set([...orders.values()].map(({ id }) => id))])
  const holderOf = await holdersOf(tx, items)
  return new Map(
    items.map((item): [CheckedDelivery, Resolved | Problem] => {
      const order = orders.get(externalKey(orderKey(item)))
      if (order === undefined) return [item, new InvalidInput('unknown', [...item.path, 'orderExternalId'])]
      const held = heldOf(item, lines.get(order.id) ?? [])
      if (!Array.isArray(held)) return [item, held]
      const refused = holderOf(item)
      if (refused !== null) return [item, refused]
      return [item, { item, row: rowOf(item, order), held }]
    }),
  )
}

const orderKey = ({ orderSource, orderExternalId }: CheckedDelivery) => ({
  source: orderSource,
  externalId: orderExternalId,
})

/** The parcel as it is when nothing was heard of it from the carrier. */
function rowOf(
  item: CheckedDelivery,
  order: { readonly id: string; readonly customerId: string },
): DeliveryRow {
  const { source, externalId, carrier, trackingNumber, sellerName, promisedFrom, promisedTo } = item
  return {
    id: newId(),
    source,
    externalId,
    orderId: order.id,
    customerId: order.customerId,
    carrier,
    trackingNumber,
    sellerName,
    promisedFrom,
    promisedTo,
    status: 'CREATED',
    deliveredAt: null,
    isLate: false,
    pickupPointName: item.pickupPoint?.name ?? null,
    pickupPointAddress: item.pickupPoint?.address ?? null,
    pickupPointHours: item.pickupPoint?.hours ?? null,
    storedUntil: item.pickupPoint?.storedUntil ?? null,
    sourceUpdatedAt: item.sourceUpdatedAt,
  }
}

async function linesOf(tx: Tx, orderIds: readonly string[]): Promise<Map<string, Line[]>> {
  if (orderIds.length === 0) return new Map()
  const lines = await tx.$queryRaw<Line[]>`
    select id, order_id as "orderId", external_id as "externalId", quantity
    from order_items where order_id = any(${orderIds}::uuid[])`
  return rowsBy(lines, 'orderId')
}

function heldOf(item: CheckedDelivery, lines: readonly Line[]): Held[] | Problem {
  const held: Held[] = []
  for (const [index, { orderItemExternalId, quantity }] of item.items.entries()) {
    const at = (name: string) => [...item.path, 'items', String(index), name]
    const line = lines.find(({ externalId }) => externalId === orderItemExternalId)
    if (line === undefined) return new InvalidInput('unknown', at('orderItemExternalId'))
    if (quantity > line.quantity) return new QuantityExceeded(line.quantity, at('quantity'))
    held.push({ orderItemId: line.id, quantity })
  }
  return held
}

/** Tells what stands against the number of an item: it is another parcel's, or an earlier item of the call has it. */
async function holdersOf(tx: Tx, items: readonly CheckedDelivery[]) {
  const given = items.filter(({ trackingNumber }) => trackingNumber !== null)
  const stored = await storedRows(tx, deliveries, ['carrier', 'trackingNumber'], given.map(numberOf))
  const holders = new Map([...stored.values()].map((row) => [numberKey(row), keyOfParcel(row)]))
  const claimed = new Set<string>()
  return (item: CheckedDelivery): Problem | null => {
    if (item.trackingNumber === null) return null
    const number = numberKey(item)
    const at = [...item.path, 'trackingNumber']
    const holder = holders.get(number)
    if (holder !== undefined && holder !== keyOfParcel(item)) return new InvalidInput('taken', at)
    if (claimed.has(number)) return new InvalidInput('duplicate', at)
    claimed.add(number)
    return null
  }
}

type Numbered = Pick<DeliveryRow, 'carrier' | 'trackingNumber'>
const numberOf = ({ carrier, trackingNumber }: Numbered) => ({ carrier, trackingNumber })
const numberKey = ({ carrier, trackingNumber }: Numbered) => JSON.stringify([carrier, trackingNumber])

/** What parcels hold now. */
export async function heldItems(tx: Tx, deliveryIds: readonly string[]): Promise<Map<string, Held[]>> {
  if (deliveryIds.length === 0) return new Map()
  const rows = await tx.$queryRaw<(Held & { deliveryId: string })[]>`
    select delivery_id as "deliveryId", order_item_id as "orderItemId", quantity
    from delivery_items where delivery_id = any(${deliveryIds}::uuid[])`
  return rowsBy(rows, 'deliveryId')
}

export function holdTheSame(some: readonly Held[], others: readonly Held[]): boolean {
  const keysOf = (held: readonly Held[]) =>
    held
      .map(({ orderItemId, quantity }) => `${orderItemId} ${quantity}`)
      .sort()
      .join()
  return keysOf(some) === keysOf(others)
}

/** Gives parcels these contents and no others. */
export async function replaceHeld(
  tx: Tx,
  parcels: readonly { readonly deliveryId: string; readonly held: readonly Held[] }[],
): Promise<void> {
  if (parcels.length === 0) return
  const rows = parcels.flatMap(({ deliveryId, held }) =>
    held.map(({ orderItemId, quantity }) => ({
      delivery_id: deliveryId,
      order_item_id: orderItemId,
      quantity,
    })),
  )
  await tx.$executeRaw`
    delete from delivery_items where delivery_id = any(${parcels.map(({ deliveryId }) => deliveryId)}::uuid[])`
  await tx.$executeRaw`
    insert into delivery_items (delivery_id, order_item_id, quantity)
    select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given(delivery_id uuid, order_item_id uuid, quantity int)`
}
