import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Member } from '../kit/cast.ts'
import { type Person, Refused } from '../kit/world.ts'
import { costOf, orderItem, upsertOrders } from '../orders/shop.ts'
import {
  type Depot,
  makeParcel,
  openDepot,
  parcel,
  readParcel,
  record,
  told,
  upsertParcels,
} from './parcels.ts'

let depot: Depot
let annas: string
let borises: string
beforeAll(async () => {
  depot = await openDepot()
  annas = await makeParcel(depot, 'anna', { promisedTo: '2026-03-02T00:00:00.000Z' })
  borises = await makeParcel(depot, 'boris', {
    orderExternalId: '2',
    carrier: 'russian-post',
    trackingNumber: 'RA644000001RU',
  })
  await record(depot.warehouse, told('anna', '8', '2026-03-02T00:00:00Z'))
  const kind = 'DAMAGED'
  const report = `mutation ($input: DeliveryProblemReportInput!) { deliveryProblemReport(input: $input) { __typename } }`
  await depot.cast.ownBuyer.ask(report, { input: { deliveryId: annas, kind } })
})
afterAll(async () => await depot.server.close())

/** Who sees the parcels of the own buyer and of the other one. */
const sight: readonly [Member | 'warehouse' | 'ordersOnly' | 'paymentsOnly', boolean, boolean][] = [
  ['anonymous', false, false],
  ['guest', false, false],
  ['ownBuyer', true, false],
  ['otherBuyer', false, true],
  ['operator', true, true],
  ['operatorOfAnotherTeam', true, true],
  ['supervisor', true, true],
  ['serviceWithoutScope', false, false],
  ['readingService', true, true],
  ['service', false, false],
  ['warehouse', true, true],
  ['ordersOnly', false, false],
  ['paymentsOnly', false, false],
]
const personOf = (who: (typeof sight)[number][0]): Person =>
  who === 'warehouse' || who === 'ordersOnly' || who === 'paymentsOnly' ? depot[who] : depot.cast[who]

async function seen(by: Person, query: string, variables: object = {}): Promise<unknown> {
  try {
    return await by.ask(query, { ...variables })
  } catch (error) {
    if (error instanceof Refused) return error.code
    throw error
  }
}

describe('a parcel, by every path', () => {
  it.each(sight)('%s sees the own buyer’s: %s, the other’s: %s', async (who, seesAnnas, seesBorises) => {
    const ids = { annas, borises }
    const { rows } = await depot.server.desk.database.pool.query<{ event: string; problem: string }>(
      `select 'trk_' || (select id from tracking_events where delivery_id = $1) as event,
        'dpr_' || (select id from delivery_problems where delivery_id = $1) as problem`,
      [annas.slice(4)],
    )
    const query = `query ($annas: ID!, $borises: ID!, $event: ID!, $problem: ID!) {
      annas: delivery(id: $annas) { id } borises: delivery(id: $borises) { id }
      byNumber: delivery(trackingNumber: "cdek-anna") { id }
      node(id: $annas) { id } event: node(id: $event) { id } problem: node(id: $problem) { id } }`
    const answer = await seen(personOf(who), query, { ...ids, ...rows[0] })
    const of = (sees: boolean, id: string | undefined) => (sees ? { id } : null)
    expect(answer).toEqual(
      who === 'anonymous'
        ? 'UNAUTHENTICATED'
        : {
            annas: of(seesAnnas, annas),
            borises: of(seesBorises, borises),
            byNumber: of(seesAnnas, annas),
            node: of(seesAnnas, annas),
            event: of(seesAnnas, rows[0]?.event),
            problem: of(seesAnnas, rows[0]?.problem),
          },
    )
  })

  it.each(sight)('%s and the list', async (who, seesAnnas, seesBorises) => {
    const answer = await seen(personOf(who), '{ deliveries { nodes { externalId } totalCount { value } } }')
    const sees = seesAnnas && seesBorises
    const refused = who === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
    expect(answer).toEqual(
      sees
        ? {
            deliveries: {
              nodes: [{ externalId: 'boris' }, { externalId: 'anna' }],
              totalCount: { value: 2 },
            },
          }
        : refused,
    )
  })

  it('shows its order and lines only to whom orders are visible', async () => {
    const items = [{ orderItemExternalId: '1', quantity: 1 }]
    const id = await makeParcel(depot, 'lines', { items })
    const fields = 'order { number } items { quantity orderItem { externalId } }'
    const all = { order: { number: 'N-1' }, items: [{ quantity: 1, orderItem: { externalId: '1' } }] }
    for (const who of [depot.cast.ownBuyer, depot.cast.operator, depot.cast.readingService]) {
      expect(await readParcel(who, id, fields)).toEqual(all)
    }
    const hidden = { order: null, items: [{ quantity: 1, orderItem: null }] }
    expect(await readParcel(depot.warehouse, id, fields)).toEqual(hidden)
  })

  it('is among its order’s parcels for those who may see parcels', async () => {
    const query = '{ order(number: "N-2") { deliveries { externalId carrier trackingUrl } } }'
    const trackingUrl = 'https://www.pochta.ru/tracking?barcode=RA644000001RU'
    const deliveries = [{ externalId: 'boris', carrier: 'russian-post', trackingUrl }]
    for (const who of [depot.cast.otherBuyer, depot.cast.operator, depot.cast.readingService]) {
      expect(await who.ask(query)).toEqual({ order: { deliveries } })
    }
    expect(await depot.ordersOnly.ask(query)).toEqual({ order: { deliveries: [] } })
  })

  it('is asked for by either id or number', async () => {
    const { cast } = depot
    expect(await seen(cast.operator, '{ delivery { id } }')).toBe('BAD_USER_INPUT')
    const both = `{ delivery(id: "${annas}", trackingNumber: "CDEK-anna") { id } }`
    expect(await seen(cast.operator, both)).toBe('BAD_USER_INPUT')
    for (const number of ['', ' ', 'a\0', 'x'.repeat(1_000), '\ud800']) {
      const query = 'query ($number: String) { delivery(trackingNumber: $number) { id } }'
      expect(await seen(cast.operator, query, { number })).toEqual({ delivery: null })
    }
    for (const id of ['', 'dlv_1', 'tkt_01990000-0000-7000-8000-000000000000']) {
      expect(await readParcel(cast.operator, id)).toBeNull()
    }
  })
})

describe('the list of parcels', () => {
  const list = async (filter: object) => {
    const query = 'query ($filter: DeliveryFilter) { deliveries(filter: $filter) { nodes { externalId } } }'
    const answer = await depot.cast.operator.ask<{ deliveries: { nodes: { externalId: string }[] } }>(query, {
      filter,
    })
    return answer.deliveries.nodes.map(({ externalId }) => externalId)
  }

  it('is narrowed by all that is given', async () => {
    const { cast } = depot
    expect(await list({ statuses: ['IN_TRANSIT'] })).toEqual(['anna'])
    expect(await list({ isLate: true })).toEqual(['anna'])
    expect(await list({ isLate: true, statuses: ['DELIVERED'] })).toEqual([])
    expect(await list({ carrier: 'russian-post' })).toEqual(['boris'])
    expect(await list({ carrier: 'a\0' })).toEqual([])
    expect(await list({ customerId: cast.otherBuyer.id })).toEqual(['boris'])
    expect(await list({ customerId: 'cus_1' })).toEqual([])
    expect(await list({ isLate: false, carrier: 'russian-post' })).toEqual(['boris'])
  })

  it('costs the same number of statements for 1 parcel and for 50, with all that hangs on them', async () => {
    const { partner, warehouse, cast } = depot
    await upsertOrders(partner, orderItem('many'))
    const names = Array.from({ length: 50 }, (_, index) => `many ${index}`)
    const items = [{ orderItemExternalId: '1', quantity: 1 }]
    await upsertParcels(warehouse, ...names.map((name) => parcel(name, { orderExternalId: 'many', items })))
    const codes = ['3', '8', '10']
    await record(
      warehouse,
      ...names.flatMap((name) =>
        codes.map((code, index) => told(name, code, `2026-03-0${index + 1}T00:00:00Z`)),
      ),
    )
    const query = `query ($first: Int) { deliveries(first: $first) { nodes { status order { number customer { name } }
      items { quantity orderItem { name } } events(last: 2) { nodes { code delivery { id } } } problems { kind } } } }`
    const cost = async (first: number) =>
      await costOf(depot, async () => {
        const answer = await cast.operator.ask<{ deliveries: { nodes: { events: { nodes: unknown[] } }[] } }>(
          query,
          { first },
        )
        expect(answer.deliveries.nodes).toHaveLength(first)
        expect(answer.deliveries.nodes[0]?.events.nodes).toHaveLength(2)
      })
    const one = await cost(1)
    expect(await cost(50)).toBe(one)
    const order = `{ order(number: "N-many") { deliveries { status events { nodes { rawCode } } } } }`
    const ofOrder = await costOf(depot, async () => await cast.operator.ask(order))
    expect(ofOrder).toBeLessThanOrEqual(one)
  })
})
