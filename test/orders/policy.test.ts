import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../kit/cast.ts'
import type { Person } from '../kit/world.ts'
import {
  openShop,
  orderItem,
  paymentItem,
  productItem,
  recordPayments,
  type Shop,
  upsertOrders,
  upsertProducts,
} from './shop.ts'

let shop: Shop
const ids = { product: '', order: '', item: '', payment: '' }
beforeAll(async () => {
  shop = await openShop()
  const { partner } = shop
  const [product] = await upsertProducts(partner, productItem('shoe'))
  const [order] = await upsertOrders(partner, orderItem('own'))
  const [payment] = await recordPayments(partner, paymentItem('own', 'own'))
  ids.product = product?.product?.id ?? ''
  ids.order = order?.order?.id ?? ''
  ids.payment = payment?.payment?.id ?? ''
  const query = 'query ($id: ID) { order(id: $id) { items { id } } }'
  const found = await shop.cast.operator.ask<{ order: { items: { id: string }[] } }>(query, { id: ids.order })
  ids.item = found.order.items[0]?.id ?? ''
})
afterAll(async () => await shop.server.close())

/** Every way that leads to the order of Anna, her payment, and herself by it. */
const query = `query ($order: ID!, $item: ID!, $payment: ID!, $product: ID!, $ids: [ID!]!, $anna: ID!) {
  byId: order(id: $order) { ...Seen }
  byNumber: order(number: "N-own") { ...Seen }
  asNode: node(id: $order) { ... on Order { ...Seen } }
  asNodes: nodes(ids: $ids) { __typename id }
  list: orders { nodes { ...Seen } totalCount { value } }
  ofCustomer: orders(filter: { customerId: $anna }) { nodes { ...Seen } }
  line: node(id: $item) { id ... on OrderItem { order { ...Seen } } }
  payment: node(id: $payment) { id ... on Payment { order { ...Seen } } }
  product: node(id: $product) { id }
  customer(id: $anna) { orders { nodes { ...Seen } } }
}
fragment Seen on Order { id recipientName address { line } customer { id name } items { id } payments { id } }`

interface Way {
  id: string
  recipientName: string
  address: { line: string }
  customer: { id: string } | null
  items: { id: string }[]
  payments: { id: string }[]
  order?: Way | null
}
interface Ways {
  byId: Way | null
  byNumber: Way | null
  asNode: Way | null
  asNodes: ({ id: string } | null)[]
  list: { nodes: Way[]; totalCount: { value: number } }
  ofCustomer: { nodes: Way[] }
  line: Way | null
  payment: Way | null
  product: { id: string } | null
  customer: { orders: { nodes: Way[] } } | null
}

async function read(who: Person): Promise<Ways> {
  const { order, item, payment, product } = ids
  const variables = {
    order,
    item,
    payment,
    product,
    ids: [order, item, payment],
    anna: shop.cast.ownBuyer.id,
  }
  return await who.ask<Ways>(query, variables)
}

/** Who sees the order, its payment, and whose it is. */
const sights: readonly [who: Exclude<Member, 'anonymous'> | 'ordersOnly' | 'paymentsOnly', ...boolean[]][] = [
  ['guest', false, false, false],
  ['otherBuyer', false, false, false],
  ['ownBuyer', true, true, true],
  ['operator', true, true, true],
  ['operatorOfAnotherTeam', true, true, true],
  ['supervisor', true, true, true],
  ['serviceWithoutScope', false, false, false],
  ['readingService', true, true, true],
  ['service', false, false, true],
  ['ordersOnly', true, false, false],
  ['paymentsOnly', false, true, false],
]

describe('what is seen of an order and its payment', () => {
  it.each(sights)('by %s: order %s, payment %s, customer %s', async (who, order, payment, customer) => {
    const ways = await read(who === 'ordersOnly' || who === 'paymentsOnly' ? shop[who] : shop.cast[who])
    const seen = {
      id: ids.order,
      recipientName: 'Анна Иванова',
      address: { line: 'Тверская, 1' },
      customer: customer ? { id: shop.cast.ownBuyer.id, name: 'anna' } : null,
      items: [{ id: ids.item }, { id: expect.stringMatching(/^itm_/) }],
      payments: payment ? [{ id: ids.payment }] : [],
    }
    const orNull = order ? seen : null
    const orNone = order ? [seen] : []
    expect(ways).toEqual({
      byId: orNull,
      byNumber: orNull,
      asNode: orNull,
      asNodes: [
        order ? { __typename: 'Order', id: ids.order } : null,
        order ? { __typename: 'OrderItem', id: ids.item } : null,
        payment ? { __typename: 'Payment', id: ids.payment } : null,
      ],
      list: { nodes: orNone, totalCount: { value: orNone.length } },
      ofCustomer: { nodes: orNone },
      line: order ? { id: ids.item, order: seen } : null,
      payment: payment ? { id: ids.payment, order: orNull } : null,
      product: { id: ids.product },
      customer: customer ? { orders: { nodes: orNone } } : null,
    })
  })

  it.each([
    '{ order(number: "N-own") { id } }',
    '{ orders { nodes { id } } }',
    '{ product(source: "shop", externalId: "shoe") { id } }',
    '{ products { nodes { id } } }',
  ])('nothing without a token: %s', async (asked) => {
    await expect(shop.cast.anonymous.ask(asked)).rejects.toThrow('UNAUTHENTICATED')
  })

  it('nothing more for a buyer who filters by another', async () => {
    const asked =
      'query ($id: ID) { orders(filter: { customerId: $id }) { nodes { id } totalCount { value } } }'
    expect(await shop.cast.otherBuyer.ask(asked, { id: shop.cast.ownBuyer.id })).toEqual({
      orders: { nodes: [], totalCount: { value: 0 } },
    })
  })
})
