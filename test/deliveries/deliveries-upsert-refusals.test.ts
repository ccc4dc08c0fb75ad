import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { mutate, outcome } from '../kit/world.ts'
import { refusal, refusedWriters } from '../orders/shop.ts'
import { type Depot, makeParcel, openDepot, parcel, upsertParcels } from './parcels.ts'

let depot: Depot
beforeAll(async () => {
  depot = await openDepot()
})
afterAll(async () => await depot.server.close())

function refusedItem(rule: string, ...path: string[]) {
  const { code: problem, ...rest } = refusal(rule, ...path)
  return { ...rest, problem }
}

describe('deliveriesUpsert', () => {
  it.each<[string, object, string, string[]]>([
    ['an unknown order', { orderExternalId: 'none' }, 'unknown', ['orderExternalId']],
    [
      'an unknown line',
      { items: [{ orderItemExternalId: 'x', quantity: 1 }] },
      'unknown',
      ['items', '0', 'orderItemExternalId'],
    ],
    [
      'no quantity',
      { items: [{ orderItemExternalId: '1', quantity: 0 }] },
      'range',
      ['items', '0', 'quantity'],
    ],
    [
      'less than nothing',
      { items: [{ orderItemExternalId: '1', quantity: -1 }] },
      'range',
      ['items', '0', 'quantity'],
    ],
    [
      'a line twice',
      { items: [1, 1].map((quantity) => ({ orderItemExternalId: '1', quantity })) },
      'duplicate',
      ['items', '1', 'orderItemExternalId'],
    ],
    ['a carrier of another form', { carrier: 'СДЭК' }, 'pattern', ['carrier']],
    ['a carrier in capitals', { carrier: 'CDEK' }, 'pattern', ['carrier']],
    ['an empty key', { source: ' ' }, 'empty', ['source']],
    ['a long number', { trackingNumber: 'x'.repeat(51) }, 'tooLong', ['trackingNumber']],
    [
      'a promise that ends before it begins',
      { promisedFrom: '2026-03-02T00:00:00Z', promisedTo: '2026-03-01T00:00:00Z' },
      'beforeStart',
      ['promisedTo'],
    ],
    ['a promise for far off', { promisedTo: '9999-12-31T00:00:00Z' }, 'range', ['promisedTo']],
    ['a time long ago', { sourceUpdatedAt: '0001-01-01T00:00:00Z' }, 'range', ['sourceUpdatedAt']],
    ['a promise of long ago', { promisedFrom: '1989-12-31T23:59:59Z' }, 'range', ['promisedFrom']],
    [
      'a parcel kept for ever',
      { pickupPoint: { name: 'Пункт', storedUntil: '9999-12-31T00:00:00Z' } },
      'range',
      ['pickupPoint', 'storedUntil'],
    ],
    ['a pickup point without a name', { pickupPoint: { name: '' } }, 'empty', ['pickupPoint', 'name']],
  ])('refuses %s, and writes nothing', async (_what, more, rule, path) => {
    const { server, warehouse } = depot
    const refused = async () => await upsertParcels(warehouse, parcel('bad', more))
    expect(await unchanged(server.desk, refused)).toEqual([refusedItem(rule, 'deliveries', '0', ...path)])
  })

  it('refuses more of a line than was ordered', async () => {
    const { server, warehouse } = depot
    const items = [{ orderItemExternalId: '2', quantity: 4 }]
    const refused = async () => await upsertParcels(warehouse, parcel('bad', { items }))
    expect(await unchanged(server.desk, refused)).toMatchObject([
      { __typename: 'QuantityExceeded', available: 3, path: ['deliveries', '0', 'items', '0', 'quantity'] },
    ])
  })

  it('refuses a number that another parcel of the carrier has, in whatever form', async () => {
    const { warehouse } = depot
    await makeParcel(depot, 'number', { trackingNumber: 'RA 1' })
    const results = await upsertParcels(
      warehouse,
      parcel('thief', { trackingNumber: 'ra1' }),
      parcel('first', { trackingNumber: 'RA2' }),
      parcel('second', { trackingNumber: 'R A 2' }),
      parcel('other', { trackingNumber: 'RA1', carrier: 'russian-post' }),
    )
    expect(results).toMatchObject([
      refusedItem('taken', 'deliveries', '0', 'trackingNumber'),
      { isNew: true },
      refusedItem('duplicate', 'deliveries', '2', 'trackingNumber'),
      { isNew: true },
    ])
  })

  it('refuses another order for a known parcel, and a key that stands twice', async () => {
    const { warehouse } = depot
    await makeParcel(depot, 'moved')
    const later = { orderExternalId: '2', sourceUpdatedAt: '2026-03-04T00:00:00.000Z' }
    const results = await upsertParcels(warehouse, parcel('moved', later), parcel('moved'))
    expect(results).toEqual([
      refusedItem('otherOrder', 'deliveries', '0', 'orderExternalId'),
      refusedItem('duplicate', 'deliveries', '1', 'externalId'),
    ])
  })

  it('refuses more than 500 as a whole', async () => {
    const deliveries = Array.from({ length: 501 }, (_, index) => parcel(`many ${index}`))
    const refused = async () =>
      await mutate(depot.warehouse, 'deliveriesUpsert', { deliveries }, 'results { __typename }')
    expect(await unchanged(depot.server.desk, refused)).toEqual({
      ...refusal('tooMany', 'deliveries'),
    })
  })

  it.each(refusedWriters)('by %s: %s', async (who, expected) => {
    const input = { deliveries: [parcel('denied')] }
    const call = async () => await outcome(depot.cast[who], 'deliveriesUpsert', input)
    expect(await unchanged(depot.server.desk, call)).toBe(expected)
  })
})
