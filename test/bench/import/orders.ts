import { existsSync } from 'node:fs'
import type { OrderUpsertInput } from '../../../src/client/index.ts'
import { findOlist } from '../../../src/commands/import/olist/folder.ts'
import { toOrder } from '../../../src/commands/import/olist/map-orders.ts'
import { readShop } from '../../../src/commands/import/olist/shop.ts'
import { projectPath } from '../../../src/core/project-path.ts'

const folder = projectPath('..', 'shared', 'data', 'olist')
/** Orders in one call, and how many different calls there are. */
export const ordersPerCall = 500
const callCount = 10

/** Orders to write over and over, each time under other keys. */
export interface OrderSet {
  /** For the results: where they come from. */
  readonly source: string
  readonly orders: readonly OrderUpsertInput[]
}

/** Real orders of Olist where the data lies beside the checkout, else as many with its distribution of items. */
export async function readOrders(): Promise<OrderSet> {
  const count = ordersPerCall * callCount
  if (!existsSync(folder)) return { source: 'built-in distribution', orders: builtIn(count) }
  const shop = await readShop(await findOlist([folder]))
  const rows = [...shop.orders.values()].slice(0, count)
  const orders = rows.flatMap((row) => toOrder(row, shop).map(({ item }) => item))
  return { source: `the first ${orders.length} orders of Olist`, orders }
}

/** Of 100 orders, how many have 0, 1, 2, … items; counted in Olist. */
const itemCounts = [3, 87, 7, 2, 1]

function builtIn(count: number): OrderUpsertInput[] {
  const sizes = itemCounts.flatMap((share, size) => Array.from({ length: share }, () => size))
  return Array.from({ length: count }, (_, index) => {
    const items = Array.from({ length: sizes[(index * 37) % sizes.length] ?? 1 }, (_item, place) => ({
      externalId: String(place + 1),
      productExternalId: `p${(index + place) % 1_000}`,
      name: `Health beauty ${index % 1_000}`,
      category: 'health_beauty',
      sellerName: 'ibitinga, SP (1f50f920)',
      quantity: 1,
      unitPrice: '121.66',
      shipping: '20.08',
    }))
    return {
      source: 'olist',
      externalId: `o${index}`,
      number: `o${index}`,
      customerExternalId: `c${index}`,
      status: 'DELIVERED',
      rawStatus: 'delivered',
      currencyCode: 'BRL',
      items,
      shippingTotal: '20.08',
      total: '141.74',
      address: { country: 'BR', region: 'SP', city: 'sao paulo', postalCode: '01310' },
      placedAt: '2018-01-14T16:33:31.000Z',
      approvedAt: '2018-01-14T16:48:30.000Z',
      promisedTo: '2018-02-06T01:59:59.999Z',
      deliveredAt: '2018-01-22T15:19:16.000Z',
      sourceUpdatedAt: '2018-01-22T15:19:16.000Z',
    }
  })
}
