import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { countRows } from '../kit/rows.ts'
import {
  eventsDuring,
  lineItem,
  openShop,
  orderItem,
  productItem,
  refusal,
  type Shop,
  stale,
  upsertOrders,
  upsertProducts,
  uuidOf,
} from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
  await upsertProducts(shop.partner, productItem('shoe'))
})
afterAll(async () => await shop.server.close())

const upsert = async (...items: object[]) => await upsertOrders(shop.partner, ...items)

const money = 'amount currencyCode'
const fields = `id source externalId number status rawStatus itemsTotal { ${money} } shippingTotal { ${money} }
  discountTotal { ${money} } total { ${money} } recipientName address { country region city postalCode line }
  placedAt approvedAt promisedTo deliveredAt cancelledAt isLate sourceUpdatedAt customer { id }
  items { externalId position name sku category sellerName quantity unitPrice { ${money} } total { ${money} }
    shipping { ${money} } isCancelled product { name } }`
interface Order {
  id: string
  items: { externalId: string; position: number; isCancelled: boolean; quantity: number }[]
  [field: string]: unknown
}
async function read(externalId: string): Promise<Order> {
  const query = `query ($number: String) { order(number: $number) { ${fields} } }`
  const { order } = await shop.cast.operator.ask<{ order: Order }>(query, { number: `N-${externalId}` })
  return order
}
const rubles = (amount: string) => ({ amount, currencyCode: 'RUB' })

describe('ordersUpsert', () => {
  it('makes an order with its lines', async () => {
    const item = orderItem('whole', {
      items: [lineItem('b', { productExternalId: 'shoe' }), lineItem('a', { quantity: 3 })],
    })
    const [made] = await upsert(item)
    expect(made).toEqual({
      __typename: 'OrderUpsertPayload',
      isNew: true,
      cursor: expect.any(String),
      order: { id: expect.stringMatching(/^ord_/) },
    })
    const { currencyCode: _currency, customerExternalId: _customer, items: _items, ...facts } = item
    const line = { sku: 'SKU-b', category: 'обувь', sellerName: 'ООО «Ромашка»', shipping: rubles('150.00') }
    expect(await read('whole')).toEqual({
      ...facts,
      id: made?.order?.id,
      itemsTotal: rubles('7960.00'),
      shippingTotal: rubles('300.00'),
      discountTotal: rubles('50.00'),
      total: rubles('2591.50'),
      deliveredAt: null,
      cancelledAt: null,
      isLate: true,
      customer: { id: shop.cast.ownBuyer.id },
      items: [
        {
          ...line,
          externalId: 'b',
          position: 1,
          name: 'Строка b',
          quantity: 1,
          unitPrice: rubles('1990.00'),
          total: rubles('1990.00'),
          isCancelled: false,
          product: { name: 'Товар shoe' },
        },
        {
          ...line,
          externalId: 'a',
          sku: 'SKU-a',
          position: 2,
          name: 'Строка a',
          quantity: 3,
          unitPrice: rubles('1990.00'),
          total: rubles('5970.00'),
          isCancelled: false,
          product: null,
        },
      ],
    })
  })

  it('makes one of which little is said', async () => {
    await upsert({
      source: 'shop',
      externalId: 'bare',
      number: 'N-bare',
      customerExternalId: 'boris',
      status: 'UNKNOWN',
      currencyCode: 'JPY',
      items: [],
      total: 0,
      placedAt: '2016-09-04T21:15:19.000Z',
      sourceUpdatedAt: '2016-09-04T21:15:19.000Z',
    })
    expect(await read('bare')).toMatchObject({
      rawStatus: null,
      total: { amount: '0', currencyCode: 'JPY' },
      itemsTotal: { amount: '0', currencyCode: 'JPY' },
      address: null,
      recipientName: null,
      isLate: false,
      items: [],
    })
  })

  it('takes the lines as a complete list: each keeps its place, what is left out is cancelled', async () => {
    const lines = (...items: object[]) => orderItem('lines', { items })
    const places = async () =>
      (await read('lines')).items.map(({ externalId, position, quantity, isCancelled }) =>
        [externalId, position, quantity, isCancelled].join(' '),
      )
    await upsert(lines(lineItem('a'), lineItem('b'), lineItem('c')))
    await upsert(lines(lineItem('d'), lineItem('c', { quantity: 2 }), lineItem('a')))
    expect(await places()).toEqual(['a 1 1 false', 'b 2 1 true', 'c 3 2 false', 'd 4 1 false'])
    expect(await read('lines')).toMatchObject({ itemsTotal: rubles('7960.00') })
    await upsert(lines(lineItem('b')))
    expect(await places()).toEqual(['a 1 1 true', 'b 2 1 false', 'c 3 2 true', 'd 4 1 true'])
    await upsert(lines())
    expect((await read('lines')).items.every(({ isCancelled }) => isCancelled)).toBe(true)
    const again = await unchanged(shop.server.desk, async () => await upsert(lines()))
    expect(again).toMatchObject([{ isNew: false }])
  })

  it('appends one event for each change that its buyer can see', async () => {
    const customerId = uuidOf(shop.cast.ownBuyer.id)
    let item = orderItem('told')
    let orderId = ''
    const say = async (more: object) =>
      await eventsDuring(shop, async () => {
        item = { ...item, ...more }
        const [{ order } = { order: undefined }] = await upsert(item)
        orderId = uuidOf(order?.id)
      })
    const told = (from: string | null, to: string) => ({
      type: 'order.upserted',
      customerId,
      data: { orderId, from, to },
    })
    expect(await say({})).toEqual([told(null, 'PROCESSING')])
    expect(await unchanged(shop.server.desk, async () => await say({}))).toEqual([])
    expect(await say({ rawStatus: 'approved', sourceUpdatedAt: '2026-03-02T00:00:00.000Z' })).toEqual([])
    expect(await read('told')).toMatchObject({
      rawStatus: 'approved',
      sourceUpdatedAt: '2026-03-02T00:00:00.000Z',
    })
    expect(await say({ status: 'SHIPPED' })).toEqual([told('PROCESSING', 'SHIPPED')])
    const same = told('SHIPPED', 'SHIPPED')
    expect(await say({ promisedTo: '2026-03-11T00:00:00.000Z' })).toEqual([same])
    expect(await say({ total: '1.00' })).toEqual([same])
    expect(await say({ items: [lineItem('1')] })).toEqual([same])
    expect(await say({ address: { city: 'Казань' } })).toEqual([same])
    expect(await say({ status: 'DELIVERED', deliveredAt: '2026-03-09T00:00:00.000Z' })).toEqual([
      told('SHIPPED', 'DELIVERED'),
    ])
  })

  it('never goes backwards, nor to another buyer or currency', async () => {
    const now = '2026-03-05T00:00:00.000Z'
    await upsert(orderItem('clock', { sourceUpdatedAt: now }))
    const refused = async (more: object) =>
      await unchanged(
        shop.server.desk,
        async () => await upsert(orderItem('clock', { sourceUpdatedAt: now, ...more })),
      )
    expect(await refused({ status: 'CREATED', sourceUpdatedAt: '2026-03-04T23:59:59.999Z' })).toEqual([
      stale(now, 'orders', '0', 'sourceUpdatedAt'),
    ])
    expect(await refused({ customerExternalId: 'boris' })).toEqual([
      refusal('taken', 'orders', '0', 'customerExternalId'),
    ])
    expect(await refused({ currencyCode: 'BYN' })).toEqual([
      refusal('currencyMismatch', 'orders', '0', 'currencyCode'),
    ])
    await upsert(orderItem('clock', { status: 'SHIPPED', sourceUpdatedAt: now }))
    expect(await read('clock')).toMatchObject({ status: 'SHIPPED' })
  })

  it('keeps numbers unique over everything', async () => {
    await upsert(orderItem('n1'), orderItem('n2'))
    const taken = refusal('taken', 'orders', '0', 'number')
    for (const item of [
      orderItem('n1', { number: 'N-n2' }),
      orderItem('n3', { number: 'N-n2' }),
      orderItem('n2', { source: 'other', number: 'N-n2' }),
    ]) {
      expect(await unchanged(shop.server.desk, async () => await upsert(item))).toEqual([taken])
    }
    const twice = await upsert(orderItem('n4', { number: 'once' }), orderItem('n5', { number: 'once' }))
    expect(twice).toMatchObject([{ isNew: true }, refusal('duplicate', 'orders', '1', 'number')])
    expect(await upsert(orderItem('n1', { number: 'N-n1-renamed' }))).toMatchObject([{ isNew: false }])
    expect(await upsert(orderItem('n6', { number: 'N-n1' }))).toMatchObject([{ isNew: true }])
  })

  it('gives each item its own result, in order', async () => {
    const before = await countRows(shop.server.desk)
    const results = await upsert(
      orderItem('o1'),
      orderItem('o2', { customerExternalId: 'никто' }),
      orderItem('o3', {
        items: [lineItem('1', { productExternalId: 'shoe' }), lineItem('2', { productExternalId: '?' })],
      }),
      orderItem('o1', { number: 'other' }),
      orderItem('o4', { total: '-1' }),
      orderItem('o5'),
    )
    expect(results).toMatchObject([
      { isNew: true },
      refusal('unknown', 'orders', '1', 'customerExternalId'),
      refusal('unknown', 'orders', '2', 'items', '1', 'productExternalId'),
      refusal('duplicate', 'orders', '3', 'externalId'),
      refusal('negative', 'orders', '4', 'total'),
      { isNew: true },
    ])
    expect(await countRows(shop.server.desk)).toEqual({
      ...before,
      orders: (before['orders'] ?? 0) + 2,
      order_items: (before['order_items'] ?? 0) + 4,
      events: (before['events'] ?? 0) + 2,
    })
  })
})
