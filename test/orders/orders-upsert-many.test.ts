import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { countRows } from '../kit/rows.ts'
import { mutate } from '../kit/world.ts'
import { costOf, lineItem, openShop, orderItem, type Shop, upsertOrders } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(async () => await shop.server.close())

const upsert = async (...items: object[]) => await upsertOrders(shop.partner, ...items)

interface Order {
  total: { amount: string; currencyCode: string }
  items: { externalId: string; position: number; isCancelled: boolean }[]
}
async function read(number: string): Promise<Order> {
  const query = `query ($number: String) { order(number: $number) {
    total { amount currencyCode } items { externalId position isCancelled } } }`
  return (await shop.cast.operator.ask<{ order: Order }>(query, { number })).order
}

describe('ordersUpsert of many', () => {
  it('takes at most 500 at once, by the same number of statements as 1', async () => {
    const orders = Array.from({ length: 501 }, (_, index) => orderItem(`many ${index}`))
    const call = async () => await mutate(shop.partner, 'ordersUpsert', { orders })
    expect(await unchanged(shop.server.desk, call)).toMatchObject({ rule: 'tooMany', path: ['orders'] })
    const cost = async (...items: object[]) => await costOf(shop, async () => await upsert(...items))
    expect([await cost(orderItem('single')), await cost(...orders.slice(1))]).toEqual([6, 6])
    const change = { status: 'SHIPPED', items: [lineItem('3')] }
    const changes = orders.slice(1).map((order) => ({ ...order, ...change }))
    expect([await cost(orderItem('single', change)), await cost(...changes)]).toEqual([9, 9])
  })
})

describe('calls at once', () => {
  it('of the same orders make each one once, whatever their sequence', async () => {
    const items = Array.from({ length: 60 }, (_, index) => orderItem(`rush ${index}`))
    const before = await countRows(shop.server.desk)
    const calls = Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? items : items.toReversed()))
    const results = await Promise.all(calls.map(async (call) => await upsert(...call)))
    expect(results.flat().filter(({ isNew }) => isNew)).toHaveLength(60)
    expect(new Set(results.flat().map(({ order }) => order?.id)).size).toBe(60)
    expect(await countRows(shop.server.desk)).toEqual({
      ...before,
      orders: (before['orders'] ?? 0) + 60,
      order_items: (before['order_items'] ?? 0) + 120,
      events: (before['events'] ?? 0) + 60,
    })
  })

  it('that change the same orders leave one of the states said', async () => {
    const calls = Array.from({ length: 8 }, (_, index) => {
      const items = Array.from({ length: 40 }, (_item, place) =>
        orderItem(`rush ${place}`, { total: `${index}`, items: [lineItem(`${index}`)] }),
      )
      return index % 2 === 0 ? items : items.toReversed()
    })
    const results = await Promise.all(calls.map(async (call) => await upsert(...call)))
    expect(results.flat().filter(({ __typename }) => __typename !== 'OrderUpsertPayload')).toEqual([])
    for (const place of [0, 20, 39]) {
      const { total, items } = await read(`N-rush ${place}`)
      const alive = items.filter(({ isCancelled }) => !isCancelled)
      expect(alive.map(({ externalId }) => ({ amount: `${externalId}.00`, currencyCode: 'RUB' }))).toEqual([
        total,
      ])
      expect(items.map(({ position }) => position)).toEqual(items.map((_, index) => index + 1))
    }
  })

  it('that want the same numbers give each to one', async () => {
    const before = await countRows(shop.server.desk)
    const numbers = Array.from({ length: 10 }, (_, index) => `wanted ${index}`)
    const calls = Array.from({ length: 6 }, (_, caller) => {
      const items = numbers.map((number, index) => orderItem(`${caller} of ${index}`, { number }))
      return caller % 2 === 0 ? items : items.toReversed()
    })
    const results = await Promise.all(calls.map(async (call) => await upsert(...call)))
    expect(results.flat().filter(({ isNew }) => isNew)).toHaveLength(10)
    expect(results.flat().filter(({ rule }) => rule === 'taken')).toHaveLength(50)
    expect((await countRows(shop.server.desk))['orders']).toBe((before['orders'] ?? 0) + 10)
  })
})
