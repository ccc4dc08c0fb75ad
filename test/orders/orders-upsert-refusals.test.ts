import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { outcome } from '../kit/world.ts'
import { lineItem, openShop, orderItem, refusal, refusedWriters, type Shop, upsertOrders } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(async () => await shop.server.close())

const upsert = async (...items: object[]) => await upsertOrders(shop.partner, ...items)

describe('ordersUpsert', () => {
  it.each([
    ['empty', { source: '' }, 'source'],
    ['nul', { externalId: 'a\0' }, 'externalId'],
    ['tooLong', { number: 'n'.repeat(51) }, 'number'],
    ['empty', { number: ' ' }, 'number'],
    ['tooLong', { customerExternalId: 'k'.repeat(201) }, 'customerExternalId'],
    ['surrogate', { rawStatus: '\udc00' }, 'rawStatus'],
    ['currency', { currencyCode: 'RUR' }, 'currencyCode'],
    ['currency', { currencyCode: 'rub' }, 'currencyCode'],
    ['negative', { shippingTotal: '-300' }, 'shippingTotal'],
    ['negative', { discountTotal: -50 }, 'discountTotal'],
    ['precision', { total: '1.001' }, 'total'],
    ['precision', { currencyCode: 'JPY', items: [], total: '1.5' }, 'total'],
    ['range', { total: '10000000000000.01' }, 'total'],
    ['range', { total: '12345678901234567890' }, 'total'],
    ['range', { total: '9'.repeat(100) }, 'total'],
    ['negative', { total: '-999999999999999999999999999999' }, 'total'],
    ['precision', { total: `1.${'0'.repeat(40)}1` }, 'total'],
    ['negative', { total: '-0.01' }, 'total'],
    ['tooLong', { recipientName: 'я'.repeat(201) }, 'recipientName'],
    ['nul', { address: { city: '\0' } }, 'address.city'],
    ['tooLong', { address: { postalCode: '1'.repeat(21) } }, 'address.postalCode'],
    ['tooLong', { address: { line: 'я'.repeat(501) } }, 'address.line'],
    ['range', { placedAt: '1989-12-31T23:59:59Z' }, 'placedAt'],
    ['range', { approvedAt: '0001-01-01T00:00:00Z' }, 'approvedAt'],
    ['range', { promisedTo: '2126-01-01T00:00:00Z' }, 'promisedTo'],
    ['range', { deliveredAt: '9999-01-01T00:00:00Z' }, 'deliveredAt'],
    ['range', { cancelledAt: '1900-01-01T00:00:00Z' }, 'cancelledAt'],
    ['range', { sourceUpdatedAt: '2126-01-01T00:00:00Z' }, 'sourceUpdatedAt'],
    ['tooMany', { items: Array.from({ length: 501 }, (_, index) => lineItem(`${index}`)) }, 'items'],
    ['duplicate', { items: [lineItem('1'), lineItem('1')] }, 'items.1.externalId'],
    ['range', { items: [lineItem('1', { quantity: 0 })] }, 'items.0.quantity'],
    ['range', { items: [lineItem('1', { quantity: -1 })] }, 'items.0.quantity'],
    ['range', { items: [lineItem('1', { quantity: 10_001 })] }, 'items.0.quantity'],
    ['negative', { items: [lineItem('1', { unitPrice: '-1' })] }, 'items.0.unitPrice'],
    [
      'range',
      { items: [lineItem('1', { quantity: 10_000, unitPrice: '9999999999999' })] },
      'items.0.unitPrice',
    ],
    ['negative', { items: [lineItem('1', { shipping: '-1' })] }, 'items.0.shipping'],
    [
      'range',
      {
        items: [lineItem('1', { unitPrice: '9999999999999' }), lineItem('2', { unitPrice: '9999999999999' })],
      },
      'items',
    ],
    ['empty', { items: [lineItem('1', { name: '' })] }, 'items.0.name'],
    ['nul', { items: [lineItem('1', { sellerName: '\0a' })] }, 'items.0.sellerName'],
  ] as [rule: string, more: object, path: string][])('refuses as `%s` case %#', async (rule, more, path) => {
    const call = async () => await upsert(orderItem('bad', more))
    expect(await unchanged(shop.server.desk, call)).toEqual([
      refusal(rule, 'orders', '0', ...path.split('.')),
    ])
  })
})

describe('who may keep orders', () => {
  it.each(refusedWriters)('not %s: %s', async (who, code) => {
    const input = { orders: [orderItem('not mine')] }
    const call = async () => await outcome(shop.cast[who], 'ordersUpsert', input)
    expect(await unchanged(shop.server.desk, call)).toBe(code)
  })

  it('not a partner with another scope', async () => {
    const input = { orders: [orderItem('not mine')] }
    expect(await outcome(shop.paymentsOnly, 'ordersUpsert', input)).toBe('FORBIDDEN')
    expect(await outcome(shop.ordersOnly, 'ordersUpsert', input)).toBe('OrdersUpsertPayload')
  })
})
