import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { twoNodes } from '../events/nodes.ts'
import { unchanged } from '../kit/cast.ts'
import { mutate, service } from '../kit/world.ts'
import { eventsDuring, orderItem, upsertOrders } from '../orders/shop.ts'
import {
  costOfWrite,
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
beforeAll(async () => {
  depot = await openDepot()
})
afterAll(async () => await depot.server.close())

describe('trackingEventsRecord', () => {
  it('keeps what was told, moves the parcel, and tells its customer', async () => {
    const { warehouse, cast } = depot
    const id = await makeParcel(depot, 'first')
    const events = await eventsDuring(depot, async () => {
      const results = await record(
        warehouse,
        told('first', '3', '2026-03-02T10:00:00+03:00', { rawText: 'Принят', location: 'Москва' }),
        told('first', '12', '2026-03-05T09:00:00Z'),
        {
          source: 'cdek-hook',
          carrier: 'cdek',
          trackingNumber: 'cdek-first',
          rawCode: '8',
          occurredAt: '2026-03-04T00:00:00Z',
        },
      )
      expect(results.map(({ isNew, code, delivery }) => [isNew, code, delivery?.id])).toEqual([
        [true, 'HANDED_TO_CARRIER', id],
        [true, 'READY_FOR_PICKUP', id],
        [true, 'IN_TRANSIT', id],
      ])
    })
    expect(events).toEqual([
      {
        type: 'delivery.statusChanged',
        customerId: cast.ownBuyer.id.slice(4),
        data: expect.objectContaining({ deliveryId: id.slice(4), from: 'CREATED', to: 'READY_FOR_PICKUP' }),
      },
    ])
    const fields = `status rawStatus statusAt events { nodes { code rawCode rawText location occurredAt source } }
      lastTwo: events(last: 2) { nodes { rawCode } pageInfo { hasPreviousPage } }`
    expect(await readParcel(cast.ownBuyer, id, fields)).toEqual({
      status: 'READY_FOR_PICKUP',
      rawStatus: '12',
      statusAt: '2026-03-05T09:00:00.000Z',
      events: {
        nodes: [
          {
            code: 'HANDED_TO_CARRIER',
            rawCode: '3',
            rawText: 'Принят',
            location: 'Москва',
            occurredAt: '2026-03-02T07:00:00.000Z',
            source: 'shop',
          },
          expect.objectContaining({ rawCode: '8', source: 'cdek-hook' }),
          expect.objectContaining({ rawCode: '12', rawText: null, location: null }),
        ],
      },
      lastTwo: { nodes: [{ rawCode: '8' }, { rawCode: '12' }], pageInfo: { hasPreviousPage: true } },
    })
  })

  it('keeps the same once, also within a call and with the moment in another offset', async () => {
    const { server, warehouse } = depot
    await makeParcel(depot, 'twice')
    const one = told('twice', '3', '2026-03-02T10:00:00+03:00')
    const same = told('twice', '3', '2026-03-02T07:00:00Z', { source: 'shop' })
    const results = await record(
      warehouse,
      one,
      same,
      told('twice', '3', '2026-03-02T07:00:00Z', { location: 'Омск' }),
    )
    expect(results.map(({ isNew }) => isNew)).toEqual([true, false, true])
    const again = async () => await record(warehouse, same, one)
    expect((await unchanged(server.desk, again)).map(({ isNew }) => isNew)).toEqual([false, false])
  })

  it('an older event that comes late changes nothing but the list', async () => {
    const { warehouse, cast } = depot
    const id = await makeParcel(depot, 'late')
    await record(warehouse, told('late', '4', '2026-03-05T00:00:00Z'))
    const before = await readParcel(cast.operator, id)
    const events = await eventsDuring(depot, async () => {
      const [result] = await record(warehouse, told('late', '11', '2026-03-04T00:00:00Z'))
      expect(result).toMatchObject({ isNew: true, code: 'OUT_FOR_DELIVERY' })
    })
    expect(events).toEqual([])
    expect(await readParcel(cast.operator, id)).toEqual(before)
    expect(before).toEqual({
      status: 'DELIVERED',
      rawStatus: '4',
      statusAt: '2026-03-05T00:00:00.000Z',
      deliveredAt: '2026-03-05T00:00:00.000Z',
      isLate: false,
    })
  })

  it('reads codes by the carrier’s table, by that of the system named, or takes what is said', async () => {
    const { warehouse } = depot
    await makeParcel(depot, 'codes', { carrier: 'russian-post', trackingNumber: 'RA644000001RU' })
    const at = (hour: number) => `2026-03-02T0${hour}:00:00Z`
    const results = await record(
      warehouse,
      told('codes', '8/2', at(1)),
      told('codes', '8/99', at(2)),
      told('codes', 'InTransit_003', at(3), { codeSystem: 'AFTERSHIP' }),
      told('codes', 'Exception_Returning', at(4), { codeSystem: 'SEVENTEEN_TRACK' }),
      told('codes', 'own word', at(5), { code: 'DELIVERED' }),
      { source: 'shop', externalId: 'codes', code: 'LOST', occurredAt: at(6) },
    )
    expect(results.map(({ code }) => code)).toEqual([
      'READY_FOR_PICKUP',
      'IN_TRANSIT',
      'IN_TRANSIT',
      'RETURNING',
      'DELIVERED',
      'LOST',
    ])
  })

  it('keeps unknown codes raw and counts them, each event once', async () => {
    const { warehouse, cast } = depot
    const id = await makeParcel(depot, 'unknown')
    const strange = told('unknown', 'TELEPORTED', '2026-03-03T00:00:00Z', { rawText: 'Телепортирован' })
    await record(warehouse, told('unknown', '8', '2026-03-02T00:00:00Z'))
    const [result] = await record(warehouse, strange)
    expect(result).toMatchObject({ isNew: true, code: null })
    await record(warehouse, strange, told('unknown', 'TELEPORTED', '2026-03-04T00:00:00Z'))
    expect(await readParcel(cast.ownBuyer, id, 'status rawStatus')).toEqual({
      status: 'IN_TRANSIT',
      rawStatus: '8',
    })
    const query = '{ unknownCarrierCodes(carrier: "cdek") { carrier rawCode rawText count } }'
    const codes = [{ carrier: 'cdek', rawCode: 'TELEPORTED', rawText: 'Телепортирован', count: 2 }]
    for (const who of [cast.supervisor, warehouse]) {
      expect(await who.ask(query)).toEqual({ unknownCarrierCodes: codes })
    }
    for (const who of [cast.operator, cast.ownBuyer, cast.guest, cast.service, cast.readingService]) {
      const { errors } = await who.answer(query)
      expect(errors?.[0]?.extensions?.['code']).toBe('FORBIDDEN')
    }
  })

  it('costs the same number of statements for 1 event and for 500 of 50 parcels', async () => {
    const { partner, warehouse } = depot
    await upsertOrders(partner, orderItem('bulk'))
    const names = Array.from({ length: 50 }, (_, index) => `bulk ${index}`)
    await upsertParcels(warehouse, ...names.map((name) => parcel(name, { orderExternalId: 'bulk' })))
    const events = names.flatMap((name) =>
      ['3', '8', '21', '22', '13', '19', '20', '10', '??', '11'].map((code, index) =>
        told(name, code, `2026-03-02T0${index}:00:00Z`),
      ),
    )
    const cost = async (some: object[]) => {
      const call = async () =>
        await mutate(warehouse, 'trackingEventsRecord', { events: some }, 'results { __typename }')
      return await costOfWrite(depot, call)
    }
    const unknown = [told('first', '??', '2026-03-08T00:00:00Z'), told('first', '4', '2026-03-08T00:00:00Z')]
    const few = await cost(unknown)
    expect(await cost(events)).toBe(few)
    expect(few).toBeLessThanOrEqual(8)
  })
})

describe('two nodes that are told the same at once', () => {
  it('end in one state, each event kept once, without a deadlock', { timeout: 60_000 }, async () => {
    const { first, second } = await twoNodes()
    const scopes = 'customers:write orders:write deliveries:write'
    const [here, there] = await Promise.all([service(first, scopes), service(second, scopes)])
    await mutate(
      here,
      'customersUpsert',
      { customers: [{ externalId: 'anna', name: 'Анна' }] },
      'results { __typename }',
    )
    await upsertOrders(here, orderItem('1'))
    const names = Array.from({ length: 20 }, (_, index) => `node ${index}`)
    await upsertParcels(here, ...names.map((name) => parcel(name)))
    const events = names.flatMap((name) =>
      ['1', '3', '8', 'strange', '10', '11', '4'].map((code, index) =>
        told(name, code, `2026-03-0${index + 1}T00:00:00Z`),
      ),
    )
    const orders = [events, events.toReversed(), events.toSorted(() => 0.5 - Math.random())]
    const calls = orders.flatMap((some) => [here, there].map(async (by) => await record(by, ...some)))
    const made = (await Promise.all(calls)).flat()
    expect(made.filter(({ isNew }) => isNew === true)).toHaveLength(events.length)
    const { pool } = first.desk.database
    const { rows: states } = await pool.query(
      'select distinct status, raw_status, status_at, delivered_at, is_late from deliveries',
    )
    const at = new Date('2026-03-07T00:00:00Z')
    expect(states).toEqual([
      { status: 'DELIVERED', raw_status: '4', status_at: at, delivered_at: at, is_late: false },
    ])
    expect((await pool.query('select 1 from tracking_events')).rows).toHaveLength(events.length)
    expect((await pool.query('select count from unknown_carrier_codes')).rows).toEqual([{ count: 20 }])
    const told20 = await pool.query(`select 1 from events where type = 'delivery.statusChanged'`)
    expect(told20.rows).toHaveLength(20)
  })
})
