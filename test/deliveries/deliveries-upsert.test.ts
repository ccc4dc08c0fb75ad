import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { mutate } from '../kit/world.ts'
import { eventsDuring, orderItem, stale, upsertOrders } from '../orders/shop.ts'
import {
  costOfWrite,
  type Depot,
  makeParcel,
  openDepot,
  parcel,
  readParcel,
  upsertParcels,
} from './parcels.ts'

let depot: Depot
beforeAll(async () => {
  depot = await openDepot()
})
afterAll(async () => await depot.server.close())

const fields = `source externalId carrier trackingNumber trackingUrl sellerName status rawStatus statusAt promisedFrom
  promisedTo deliveredAt isLate pickupPoint { name address hours storedUntil } sourceUpdatedAt order { number }
  items { quantity orderItem { externalId name } } events { nodes { id } } problems { id }`

const whole = {
  trackingNumber: ' cdek 100 ',
  sellerName: 'ООО «Ромашка»',
  items: [{ orderItemExternalId: '2', quantity: 2 }],
  promisedFrom: '2036-03-08T06:00:00.000Z',
  promisedTo: '2036-03-08T18:00:00.000Z',
  pickupPoint: {
    name: 'СДЭК на Тверской',
    address: 'Москва, Тверская, 1',
    hours: 'ежедневно 10–22',
    storedUntil: '2036-03-15T18:00:00.000Z',
  },
}
const shown = {
  source: 'shop',
  externalId: 'whole',
  carrier: 'cdek',
  trackingNumber: 'CDEK100',
  trackingUrl: 'https://www.cdek.ru/ru/tracking?order_id=CDEK100',
  sellerName: 'ООО «Ромашка»',
  status: 'CREATED',
  rawStatus: null,
  statusAt: null,
  promisedFrom: '2036-03-08T06:00:00.000Z',
  promisedTo: '2036-03-08T18:00:00.000Z',
  deliveredAt: null,
  isLate: false,
  pickupPoint: whole.pickupPoint,
  sourceUpdatedAt: '2026-03-01T12:00:00.000Z',
  order: { number: 'N-1' },
  items: [{ quantity: 2, orderItem: { externalId: '2', name: 'Строка 2' } }],
  events: { nodes: [] },
  problems: [],
}

describe('deliveriesUpsert', () => {
  it('makes a parcel, and tells its customer', async () => {
    const { cast } = depot
    let id = ''
    const events = await eventsDuring(depot, async () => {
      id = await makeParcel(depot, 'whole', whole)
    })
    expect(await readParcel(cast.ownBuyer, id, fields)).toEqual(shown)
    expect(events).toMatchObject([
      {
        type: 'delivery.upserted',
        customerId: cast.ownBuyer.id.slice(4),
        data: { deliveryId: id.slice(4), isNew: true },
      },
    ])
  })

  it('said again changes nothing; said later it is the whole of what is known', async () => {
    const { server, warehouse, cast } = depot
    const again = await unchanged(
      server.desk,
      async () => await upsertParcels(warehouse, parcel('whole', whole)),
    )
    expect(again).toMatchObject([{ __typename: 'DeliveryUpsertPayload', isNew: false }])
    const sourceUpdatedAt = '2026-03-02T00:00:00.000Z'
    const bare = parcel('whole', { carrier: 'own-courier', trackingNumber: null, sourceUpdatedAt })
    const [later] = await upsertParcels(warehouse, bare)
    expect(await readParcel(cast.operator, later?.delivery?.id ?? '', fields)).toEqual({
      ...shown,
      carrier: 'own-courier',
      trackingNumber: null,
      trackingUrl: null,
      sellerName: null,
      items: [],
      promisedFrom: null,
      promisedTo: null,
      pickupPoint: null,
      sourceUpdatedAt,
    })
  })

  it('that says nothing new but a later time appends no event, and counts as the later one', async () => {
    const { warehouse } = depot
    await makeParcel(depot, 'time')
    const later = { sourceUpdatedAt: '2026-03-03T00:00:00.000Z' }
    const events = await eventsDuring(
      depot,
      async () => void (await upsertParcels(warehouse, parcel('time', later))),
    )
    expect(events).toEqual([])
    expect(await upsertParcels(warehouse, parcel('time'))).toEqual([
      { ...staleParcel(later.sourceUpdatedAt), path: ['deliveries', '0', 'sourceUpdatedAt'] },
    ])
  })

  it('an older one is refused, and does not spoil the others', async () => {
    const { warehouse } = depot
    await makeParcel(depot, 'old')
    const older = parcel('old', { sellerName: 'Другой', sourceUpdatedAt: '2026-02-28T23:59:59.999Z' })
    const results = await upsertParcels(warehouse, parcel('young'), older, parcel('younger'))
    expect(results).toMatchObject([{ isNew: true }, staleParcel('2026-03-01T12:00:00.000Z'), { isNew: true }])
  })

  it('of two calls at once with the same parcels in other orders both are done, once', async () => {
    const { warehouse, server } = depot
    const all = Array.from({ length: 30 }, (_, index) => parcel(`race ${index}`))
    const calls = await Promise.all(
      [all, all.toReversed(), all].map(async (items) => await upsertParcels(warehouse, ...items)),
    )
    const made = calls.flat().filter(({ isNew }) => isNew === true)
    expect(calls.flat().every(({ __typename }) => __typename === 'DeliveryUpsertPayload')).toBe(true)
    expect(made).toHaveLength(30)
    const { rows } = await server.desk.database.pool.query(
      `select 1 from deliveries where external_id like 'race %'`,
    )
    expect(rows).toHaveLength(30)
  })

  it('of two parcels that ask for one number at once exactly one gets it', async () => {
    const { warehouse } = depot
    const calls = await Promise.all(
      ['a', 'b', 'c', 'd'].map(
        async (name) => await upsertParcels(warehouse, parcel(`number ${name}`, { trackingNumber: 'ONE' })),
      ),
    )
    const outcomes = calls.flat().map(({ __typename }) => __typename)
    expect(outcomes.toSorted()).toEqual([
      'DeliveryUpsertPayload',
      'InvalidInput',
      'InvalidInput',
      'InvalidInput',
    ])
  })

  it('costs the same number of statements for 1 parcel and for 50', async () => {
    const { partner, warehouse } = depot
    await upsertOrders(partner, ...Array.from({ length: 50 }, (_, index) => orderItem(`cost ${index}`)))
    const items = Array.from({ length: 50 }, (_, index) =>
      parcel(`cost ${index}`, {
        orderExternalId: `cost ${index}`,
        items: [{ orderItemExternalId: '1', quantity: 1 }],
        promisedTo: '2036-01-01T00:00:00Z',
      }),
    )
    const cost = async (some: object[]) => {
      const input = { deliveries: some }
      const call = async () => await mutate(warehouse, 'deliveriesUpsert', input, 'results { __typename }')
      return await costOfWrite(depot, call)
    }
    const one = await cost(items.slice(0, 1))
    expect(await cost(items.slice(1))).toBe(one)
    expect(one).toBeLessThanOrEqual(10)
  })
})

function staleParcel(at: string) {
  const { code: problem, path: _path, ...rest } = stale(at)
  return { ...rest, problem }
}
