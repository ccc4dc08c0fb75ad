import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../kit/world.ts'
import { lineItem, openShop, orderItem, type Shop, upsertOrders } from './shop.ts'

let shop: Shop
let operator: Person
const ids = new Map<string, string>()
const day = (number: number) => `2026-02-${String(number).padStart(2, '0')}T12:00:00.000Z`

/** Six orders, one a day; `e` and `f` were placed in one moment. */
const orders = {
  a: { status: 'DELIVERED', rawStatus: 'delivered', promisedTo: day(10), deliveredAt: day(10) },
  b: { status: 'DELIVERED', rawStatus: 'delivered', promisedTo: day(10), deliveredAt: day(11) },
  c: { status: 'CANCELLED', rawStatus: 'canceled', promisedTo: day(10), cancelledAt: day(3) },
  d: { status: 'SHIPPED', rawStatus: 'shipped', promisedTo: day(10), customerExternalId: 'boris' },
  e: {
    status: 'PROCESSING',
    rawStatus: 'invoiced',
    promisedTo: '2035-01-01T00:00:00.000Z',
    source: 'second',
  },
  f: {
    status: 'PROCESSING',
    rawStatus: 'approved',
    promisedTo: null,
    items: [lineItem('1', { sellerName: 'Другой' }), lineItem('2', { sellerName: 'Третий' })],
  },
} as const

beforeAll(async () => {
  shop = await openShop()
  operator = shop.cast.operator
  const items = Object.entries(orders).map(([key, more], index) =>
    orderItem(key, { placedAt: day(Math.min(index, 4) + 1), ...more }),
  )
  for (const [index, { order }] of (await upsertOrders(shop.partner, ...items)).entries()) {
    ids.set(Object.keys(orders)[index] ?? '', order?.id ?? '')
  }
})
afterAll(async () => await shop.server.close())

interface Page {
  nodes: { number: string }[]
  edges: { cursor: string }[]
  totalCount: { value: number; isCapped: boolean }
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string }
}
async function find(variables: object, who = operator): Promise<Page> {
  const query = `query ($filter: OrderFilter, $first: Int, $after: String, $last: Int, $before: String) {
    orders(filter: $filter, first: $first, after: $after, last: $last, before: $before) {
      nodes { number } edges { cursor } totalCount { value isCapped }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`
  return (await who.ask<{ orders: Page }>(query, { ...variables })).orders
}
const keysOf = ({ nodes }: Page) => nodes.map(({ number }) => number.slice('N-'.length)).join('')
const filtered = async (filter: object) => keysOf(await find({ filter }))

describe('the list of orders', () => {
  it.each([
    [{}, 'fedcba'],
    [{ statuses: ['DELIVERED'] }, 'ba'],
    [{ statuses: ['DELIVERED', 'SHIPPED'] }, 'dba'],
    [{ statuses: [] }, ''],
    [{ statuses: ['UNKNOWN'] }, ''],
    [{ rawStatuses: ['approved', 'canceled'] }, 'fc'],
    [{ rawStatuses: ['APPROVED'] }, ''],
    [{ rawStatuses: ['shipped', '\0'] }, 'd'],
    [{ source: 'second' }, 'e'],
    [{ source: 'seco' }, ''],
    [{ source: '\0' }, ''],
    [{ placedFrom: day(3) }, 'fedc'],
    [{ placedTo: day(3) }, 'ba'],
    [{ placedFrom: day(2), placedTo: day(5) }, 'dcb'],
    [{ placedFrom: day(5), placedTo: day(2) }, ''],
    [{ isLate: true }, 'db'],
    [{ isLate: false }, 'feca'],
    [{ isLate: true, statuses: ['SHIPPED'] }, 'd'],
    [{ sellerName: 'Третий' }, 'f'],
    [{ sellerName: 'трет' }, ''],
    [{ sellerName: '\0' }, ''],
    [{ statuses: null, isLate: null, sellerName: null, customerId: null }, 'fedcba'],
  ])('filtered by %j has %j', async (filter, expected) => {
    expect(await filtered(filter)).toBe(expected)
  })

  it('filters by customer', async () => {
    expect(await filtered({ customerId: shop.cast.otherBuyer.id })).toBe('d')
    expect((await filtered({ customerId: shop.cast.ownBuyer.id })).length).toBe(5)
    for (const customerId of [ids.get('a'), 'cus_1', '', shop.cast.operator.id]) {
      expect(await filtered({ customerId })).toBe('')
    }
  })

  it('says of each order whether it is late, as the filter does', async () => {
    const query = '{ orders { nodes { number isLate } } }'
    const { orders: page } = await operator.ask<{ orders: { nodes: { number: string; isLate: boolean }[] } }>(
      query,
    )
    const late = page.nodes.filter(({ isLate }) => isLate).map(({ number }) => number)
    expect(late).toEqual(['N-d', 'N-b'])
  })

  it('gives each order once, forward and backward, those of one moment too', async () => {
    const all = keysOf(await find({}))
    const forward: string[] = []
    for (
      let page = await find({ first: 2 });
      ;
      page = await find({ first: 2, after: page.pageInfo.endCursor })
    ) {
      forward.push(keysOf(page))
      if (!page.pageInfo.hasNextPage) break
    }
    const backward: string[] = []
    for (
      let page = await find({ last: 1 });
      ;
      page = await find({ last: 1, before: page.pageInfo.startCursor })
    ) {
      backward.unshift(keysOf(page))
      if (!page.pageInfo.hasPreviousPage) break
    }
    expect([forward.join(''), backward.join('')]).toEqual([all, all])
    expect(all.slice(2)).toBe('dcba')
    expect((await find({ first: 1 })).totalCount).toEqual({ value: 6, isCapped: false })
    expect((await find({ first: 1, filter: { isLate: true } })).totalCount.value).toBe(2)
  })

  it('refuses a page that cannot be', async () => {
    for (const variables of [{ first: 0 }, { last: 101 }, { first: 1, last: 1 }, { after: 'x' }]) {
      await expect(find(variables)).rejects.toThrow('BAD_USER_INPUT')
    }
  })
})

describe('one order', () => {
  const ask = async (args: string, who = operator) =>
    (await who.ask<{ order: { number: string } | null }>(`{ order(${args}) { number } }`)).order
  it('is found by id or by number', async () => {
    expect(await ask(`id: "${ids.get('a')}"`)).toEqual({ number: 'N-a' })
    expect(await ask('number: " N-a "')).toEqual({ number: 'N-a' })
  })

  it.each([
    'id: "ord_01990000-0000-7000-8000-000000000000"',
    'id: "ord_1"',
    'id: ""',
    'number: "N-нет"',
    'number: ""',
    'number: "n-a"',
    'number: "a\\u0000"',
  ])('is null for %s', async (args) => {
    expect(await ask(args)).toBeNull()
  })

  it('is asked for by one of the two', async () => {
    for (const args of ['id: null', `id: "${ids.get('a')}", number: "N-a"`]) {
      await expect(ask(args)).rejects.toThrow('BAD_USER_INPUT')
    }
  })

  it('and its lines are nodes', async () => {
    const query = `query ($id: ID!) { node(id: $id) { __typename id
      ... on Order { number items { id } } ... on OrderItem { name order { number } } } }`
    interface Found {
      node: { __typename: string; items?: { id: string }[] }
    }
    const { node } = await operator.ask<Found>(query, { id: ids.get('a') })
    expect(node).toMatchObject({ __typename: 'Order', id: ids.get('a'), number: 'N-a' })
    const [item] = node.items ?? []
    expect(await operator.ask(query, { id: item?.id })).toEqual({
      node: { __typename: 'OrderItem', id: item?.id, name: 'Строка 1', order: { number: 'N-a' } },
    })
  })
})
