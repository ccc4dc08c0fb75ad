import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { unlimited } from '../kit/unlimited.ts'
import { done, type Person } from '../kit/world.ts'
import {
  costOf,
  lineItem,
  openShop,
  orderItem,
  paymentItem,
  productItem,
  recordPayments,
  type Shop,
  upsertOrders,
  upsertProducts,
} from './shop.ts'

/** Any number of rows costs the same number of SQL statements. */

let shop: Shop
beforeAll(async () => {
  shop = await openShop(unlimited)
  const { partner } = shop
  const keys = Array.from({ length: 60 }, (_, index) => String(index))
  const attempts = [1, 2, 3].map((key) => ({
    externalId: `${key}`,
    isSuccessful: key === 3,
    occurredAt: `2026-03-01T10:0${key}:00Z`,
  }))
  const promotions = [{ name: 'Скидка', price: '1' }, { name: 'Подарок' }]
  await done(
    partner,
    'customersUpsert',
    { customers: keys.map((externalId) => ({ externalId, name: `Покупатель ${externalId}` })) },
    '__typename',
  )
  await upsertProducts(partner, ...keys.map((key) => productItem(key, { promotions })))
  const items = (key: string) => keys.slice(0, 5).map((line) => lineItem(line, { productExternalId: key }))
  await upsertOrders(
    partner,
    ...keys.map((key) => orderItem(`of anna ${key}`, { items: items(key) })),
    ...keys.map((key) => orderItem(`of ${key}`, { customerExternalId: key, items: items(key) })),
  )
  await recordPayments(
    partner,
    ...keys.map((key) => paymentItem(`a${key}`, `of anna ${key}`, { attempts })),
    ...keys.map((key) => paymentItem(`b${key}`, `of ${key}`, { attempts })),
  )
})
afterAll(async () => await shop.server.close())
beforeEach(async () => {
  // Who asks is read at the first request only.
  for (const who of [shop.cast.operator, shop.cast.ownBuyer]) await who.ask('{ viewer { __typename } }')
})

const order = `id number isLate total { amount currencyCode } customer { id name }
  items { id name unitPrice { amount } total { amount currencyCode } shipping { amount } order { number }
    product { id name price { amount } promotions { name price { amount } } } }
  payments { id amount { amount } declineReason isRetryable alternatives order { number }
    attempts { isSuccessful isRetryable alternatives } }`

async function cost(who: Person, query: string, first: number): Promise<[rows: number, statements: number]> {
  let rows = 0
  const statements = await costOf(shop, async () => {
    const { list } = await who.ask<{ list: { nodes: unknown[] } }>(query, { first })
    rows = list.nodes.length
  })
  return [rows, statements]
}

describe('the statements of a list', () => {
  it.each([
    ['orders', `query ($first: Int) { list: orders(first: $first) { nodes { ${order} } } }`],
    [
      'customers with their orders',
      `query ($first: Int) { list: customers(first: $first) { nodes { id orders(first: 20) { nodes { ${order} } } } } }`,
    ],
    [
      'products',
      `query ($first: Int) { list: products(first: $first) { nodes {
        id name price { amount } promotions { name price { amount } } } } }`,
    ],
  ])('of %s are as many for 1 row as for 50', async (_what, query) => {
    const [one, many] = [await cost(shop.cast.operator, query, 1), await cost(shop.cast.operator, query, 50)]
    expect(one).toEqual([1, 1])
    expect(many).toEqual([50, 1])
  })

  it('of a buyer’s own orders are as many for 1 row as for 50', async () => {
    const query = `query ($first: Int) { viewer { customer { orders(first: $first) { nodes { ${order} } } } } }`
    const costs = []
    for (const first of [1, 50]) {
      costs.push(await costOf(shop, async () => await shop.cast.ownBuyer.ask(query, { first })))
    }
    expect(costs).toEqual([1, 1])
  })
})
