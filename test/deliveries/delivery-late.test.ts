import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../kit/postgres-process.ts'
import { done } from '../kit/world.ts'
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
beforeAll(async () => {
  depot = await openDepot()
})
afterAll(async () => await depot.server.close())

const soon = (milliseconds: number) => new Date(Date.now() + milliseconds).toISOString()
const past = '2026-03-02T00:00:00.000Z'
const fields = 'status isLate problems { kind reportedBy description resolvedAt }'

async function eventsOf(id: string): Promise<{ type: string; actor: string; customerId: string }[]> {
  const { rows } = await depot.server.desk.database.pool.query<{
    type: string
    actor: string
    customerId: string
  }>(
    `select type, actor_kind as actor, customer_id as "customerId" from events
     where data ->> 'deliveryId' = $1 and type not in ('delivery.upserted', 'delivery.statusChanged') order by id`,
    [id.slice(4)],
  )
  return rows
}

async function timerOf(id: string): Promise<Date | null> {
  const { rows } = await depot.server.desk.database.pool.query<{ due_at: Date }>(
    `select due_at from due where kind = 'delivery.late' and subject_id = $1`,
    [id.slice(4)],
  )
  return rows[0]?.due_at ?? null
}
const fired = async (id: string) => await until(async () => (await timerOf(id)) === null)

describe('a promise that passes', () => {
  it('while the parcel is on its way is told once, and opens a problem', async () => {
    const { cast, warehouse } = depot
    const promisedTo = soon(300)
    const id = await makeParcel(depot, 'late', { promisedTo })
    expect(await readParcel(cast.ownBuyer, id, fields)).toMatchObject({ isLate: false, problems: [] })
    await record(warehouse, told('late', '8', past))
    await fired(id)
    const late = {
      isLate: true,
      problems: [{ kind: 'LATE', reportedBy: 'SYSTEM', description: null, resolvedAt: null }],
    }
    expect(await readParcel(cast.ownBuyer, id, fields)).toEqual({ status: 'IN_TRANSIT', ...late })
    const customerId = cast.ownBuyer.id.slice(4)
    const news = [
      { type: 'delivery.late', actor: 'SYSTEM', customerId },
      { type: 'delivery.problemReported', actor: 'SYSTEM', customerId },
    ]
    expect(await eventsOf(id)).toEqual(news)
    const again = { promisedTo, sellerName: 'Ромашка', sourceUpdatedAt: '2026-03-02T00:00:00.000Z' }
    await upsertParcels(warehouse, parcel('late', again))
    await record(warehouse, told('late', '11', soon(0)))
    expect(await timerOf(id)).toBeNull()
    expect(await eventsOf(id)).toEqual(news)
    expect(await readParcel(cast.ownBuyer, id, fields)).toEqual({ status: 'OUT_FOR_DELIVERY', ...late })
  })

  it('after the parcel was handed over is nothing', async () => {
    const { cast, warehouse } = depot
    const id = await makeParcel(depot, 'timely', { promisedTo: soon(300) })
    await record(warehouse, told('timely', '4', past))
    await fired(id)
    expect(await readParcel(cast.operator, id, fields)).toEqual({
      status: 'DELIVERED',
      isLate: false,
      problems: [],
    })
    expect(await eventsOf(id)).toEqual([])
  })

  it.each(['2', '5'])('of a parcel that does not come any more (code %s) is nothing', async (rawCode) => {
    const { cast, warehouse } = depot
    const name = `ended ${rawCode}`
    const id = await makeParcel(depot, name, { promisedTo: soon(300) })
    await record(warehouse, told(name, rawCode, past))
    await fired(id)
    expect(await readParcel(cast.operator, id, fields)).toMatchObject({ isLate: false, problems: [] })
    expect(await eventsOf(id)).toEqual([])
  })

  it('finds a problem of the kind that is open already', async () => {
    const { cast } = depot
    const id = await makeParcel(depot, 'reported', { promisedTo: soon(500) })
    const report = { deliveryId: id, kind: 'LATE', description: 'Где она?' }
    await done(cast.ownBuyer, 'deliveryProblemReport', report, 'isNew')
    await fired(id)
    expect(await readParcel(cast.operator, id, fields)).toMatchObject({
      isLate: true,
      problems: [{ kind: 'LATE', reportedBy: 'CUSTOMER', description: 'Где она?', resolvedAt: null }],
    })
    expect((await eventsOf(id)).map(({ type }) => type)).toEqual([
      'delivery.problemReported',
      'delivery.late',
    ])
  })
})

describe('a promise that is moved', () => {
  it('to later counts then, and is told again when it is broken too', async () => {
    const { cast, warehouse } = depot
    const id = await makeParcel(depot, 'moved', { promisedTo: soon(100) })
    await fired(id)
    const later = { promisedTo: soon(400), sourceUpdatedAt: '2026-03-02T00:00:00.000Z' }
    await upsertParcels(warehouse, parcel('moved', later))
    expect(await readParcel(cast.operator, id, 'isLate')).toEqual({ isLate: false })
    await fired(id)
    expect(await readParcel(cast.operator, id, 'isLate problems { kind }')).toEqual({
      isLate: true,
      problems: [{ kind: 'LATE' }],
    })
    expect((await eventsOf(id)).filter(({ type }) => type === 'delivery.late')).toHaveLength(2)
  })

  it('to a time ahead sets the timer; taken back it is gone', async () => {
    const { warehouse } = depot
    const promisedTo = '2036-05-01T10:00:00.000Z'
    const id = await makeParcel(depot, 'ahead', { promisedTo })
    expect(await timerOf(id)).toEqual(new Date('2036-05-01T10:00:00.001Z'))
    await upsertParcels(warehouse, parcel('ahead', { sourceUpdatedAt: '2026-03-02T00:00:00.000Z' }))
    expect(await timerOf(id)).toBeNull()
  })
})

describe('history: a promise that has passed when it is told', () => {
  it('is broken without news by a parcel that came late', async () => {
    const { cast, warehouse } = depot
    const id = await makeParcel(depot, 'history', { promisedTo: past })
    expect(await timerOf(id)).toBeNull()
    await record(warehouse, told('history', '4', '2026-03-02T00:00:00.001Z'))
    expect(await readParcel(cast.operator, id, fields)).toEqual({
      status: 'DELIVERED',
      isLate: true,
      problems: [],
    })
    expect(await eventsOf(id)).toEqual([])
  })

  it('was kept by one that came at its last moment', async () => {
    const { cast, warehouse } = depot
    const id = await makeParcel(depot, 'kept', { promisedTo: past })
    expect(await readParcel(cast.operator, id, 'isLate')).toEqual({ isLate: true })
    await record(warehouse, told('kept', '4', past))
    expect(await readParcel(cast.operator, id, 'isLate')).toEqual({ isLate: false })
  })
})
