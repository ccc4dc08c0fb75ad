import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../kit/postgres-process.ts'
import { openTicket } from '../kit/world.ts'
import { arrival, arriving } from './arrivals.ts'
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

/** CDEK's codes of the road, none of which is an end: on its way, delayed, out for delivery; at the pickup point. */
const road = fc.constantFrom('3', '8', '10', 'delay/47', '11', 'TELEPORTED')
const arrived = '12'
const pickupPoint = { name: 'ПВЗ 7' }
const at = (hour: number) => new Date(Date.UTC(2026, 2, 2, hour)).toISOString()

async function rows<Row extends object>(query: string, ...ids: string[]): Promise<Row[]> {
  const { pool } = depot.server.desk.database
  return (
    await pool.query<Row>(
      query,
      ids.map((id) => id.slice(4)),
    )
  ).rows
}

/** What the log says of a parcel, besides that it is there. */
const eventsOf = async (id: string) =>
  (
    await rows<{ type: string }>(
      `select type from events where data ->> 'deliveryId' = $1 and type like 'delivery.%' and type <> 'delivery.upserted'
       order by position`,
      id,
    )
  ).map(({ type }) => type)

const linesOf = async (ticketId: string) =>
  (
    await rows<{ text: string }>(
      `select text from messages where ticket_id = $1::uuid and kind = 'SYSTEM' order by seq`,
      ticketId,
    )
  ).map(({ text }) => text)

/** Waits until the reaction has handled everything that happened to a parcel since its ticket was opened. */
async function handled(ticketId: string, deliveryId: string): Promise<void> {
  const expected = (await eventsOf(deliveryId)).length
  await until(async () => {
    const changes = await rows(
      `select 1 from events where type = 'ticket.objectChanged' and ticket_id = $1::uuid
         and data ->> 'objectId' = $2 and data ->> 'change' <> 'delivery.upserted'`,
      ticketId,
      deliveryId,
    )
    return changes.length === expected
  })
}

let parcels = 0
async function parcelWithTicket() {
  parcels += 1
  const name = `news ${parcels}`
  const id = await makeParcel(depot, name, { pickupPoint })
  const ticket = await openTicket(depot.cast.ownBuyer, { deliveryId: id })
  return { id, name, ticketId: ticket.id }
}

async function arrive(events: object[], how: Parameters<typeof arriving>[1]): Promise<void> {
  for (const calls of arriving(events, how))
    await Promise.all(calls.map(async (some) => await record(depot.warehouse, ...some)))
}

describe('however tracking events arrive, the buyer is told once', () => {
  it('that the parcel waits at the pickup point, though the carrier says so again and again', async () => {
    const codes = fc.array(fc.oneof(road, fc.constant(arrived)), { maxLength: 8 })
    const property = fc.asyncProperty(codes, arrival, async (before, how) => {
      const { id, name, ticketId } = await parcelWithTicket()
      const events = [...before, arrived].map((code, hour) => told(name, code, at(hour)))
      await arrive(events, how)
      await handled(ticketId, id)
      expect(await readParcel(depot.cast.ownBuyer, id, 'status')).toEqual({ status: 'READY_FOR_PICKUP' })
      expect(await linesOf(ticketId)).toEqual([expect.stringContaining('ПВЗ 7')])
    })
    await fc.assert(property, { numRuns: 12, endOnFailure: true })
  })

  it('of each pickup point, though the parcel left one on the way', async () => {
    const { id, name, ticketId } = await parcelWithTicket()
    const { warehouse, cast } = depot
    await record(warehouse, told(name, arrived, at(1)))
    await record(warehouse, told(name, '10', at(2)))
    await record(warehouse, told(name, arrived, at(3)))
    await handled(ticketId, id)
    expect(await eventsOf(id)).toEqual(Array.from({ length: 3 }, () => 'delivery.statusChanged'))
    expect(await linesOf(ticketId)).toEqual([expect.stringContaining('ПВЗ 7')])
    const moved = { pickupPoint: { name: 'ПВЗ 8' }, sourceUpdatedAt: '2026-03-02T00:00:00.000Z' }
    await record(warehouse, told(name, '10', at(4)))
    await upsertParcels(warehouse, parcel(name, moved))
    await record(warehouse, told(name, arrived, at(5)))
    await handled(ticketId, id)
    expect(await readParcel(cast.ownBuyer, id, 'status')).toEqual({ status: 'READY_FOR_PICKUP' })
    expect(await linesOf(ticketId)).toEqual([
      expect.stringContaining('ПВЗ 7'),
      expect.stringContaining('ПВЗ 8'),
    ])
  })

  it('that the parcel is late, while its events come in at the moment of the promise', async () => {
    const property = fc.asyncProperty(fc.array(road, { maxLength: 30 }), arrival, async (codes, how) => {
      const { id, name, ticketId } = await parcelWithTicket()
      const promisedTo = new Date(Date.now() + 250).toISOString()
      const sourceUpdatedAt = '2026-03-02T00:00:00.000Z'
      await upsertParcels(depot.warehouse, parcel(name, { promisedTo, sourceUpdatedAt }))
      const events = codes.map((code, hour) => told(name, code, at(hour)))
      await arrive(events, { ...how, callSize: 1 })
      await until(async () => (await eventsOf(id)).includes('delivery.late'))
      await arrive(events, how)
      await handled(ticketId, id)
      const types = await eventsOf(id)
      expect(types.filter((type) => type === 'delivery.late')).toHaveLength(1)
      expect(types.filter((type) => type === 'delivery.problemReported')).toHaveLength(1)
      expect(await readParcel(depot.cast.ownBuyer, id, 'isLate problems { kind }')).toEqual({
        isLate: true,
        problems: [{ kind: 'LATE' }],
      })
      expect(await linesOf(ticketId)).toEqual([expect.stringContaining('задерживается')])
    })
    await fc.assert(property, { numRuns: 8, endOnFailure: true })
  })
})
