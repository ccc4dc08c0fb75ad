import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import type { Actor } from '../../../events/log.ts'
import { appendAll } from '../../../events/log.ts'
import type { Sighting, Whereabouts } from '../rules.ts'
import { isLate, whereabouts } from '../rules.ts'
import type { LockedParcel } from './parcels.ts'

interface Move {
  readonly parcel: LockedParcel
  readonly to: Whereabouts & { readonly isLate: boolean }
}

/** Brings parcels, under their locks, to where their events say they are. Answers the log's event of each that moved. */
export async function moveParcels(
  tx: Tx,
  actor: Actor,
  parcels: readonly LockedParcel[],
): Promise<ReadonlyMap<string, bigint>> {
  if (parcels.length === 0) return new Map()
  const sightings = await readSightings(tx, parcels)
  const moves = parcels
    .map((parcel): Move => {
      const to = whereabouts(sightings.get(parcel.id) ?? [])
      return { parcel, to: { ...to, isLate: isLate(parcel.promisedTo, to, now()) } }
    })
    .filter(isChange)
  await writeMoves(tx, moves)
  const told = moves.filter(({ parcel, to }) => parcel.status !== to.status)
  const eventIds = await appendAll(
    tx,
    actor,
    told.map(({ parcel: { id: deliveryId, orderId, customerId, status }, to }) => ({
      type: 'delivery.statusChanged' as const,
      subjects: { customerId },
      data: { deliveryId, orderId, from: status, to: to.status },
    })),
  )
  return new Map(told.flatMap(({ parcel }, index) => [[parcel.id, eventIds[index] ?? 0n] as const]))
}

function isChange({ parcel, to }: Move): boolean {
  return (
    parcel.status !== to.status ||
    parcel.rawStatus !== to.rawStatus ||
    parcel.statusAt?.getTime() !== to.statusAt?.getTime() ||
    parcel.deliveredAt?.getTime() !== to.deliveredAt?.getTime() ||
    parcel.isLate !== to.isLate
  )
}

async function readSightings(tx: Tx, parcels: readonly LockedParcel[]): Promise<Map<string, Sighting[]>> {
  const rows = await tx.$queryRaw<(Sighting & { deliveryId: string })[]>`
    select delivery_id as "deliveryId", code, raw_code as "rawCode", occurred_at as "occurredAt",
      encode(digest, 'hex') as digest
    from tracking_events where delivery_id = any(${parcels.map(({ id }) => id)}::uuid[]) and code is not null`
  const byParcel = new Map<string, Sighting[]>(parcels.map(({ id }) => [id, []]))
  for (const row of rows) byParcel.get(row.deliveryId)?.push(row)
  return byParcel
}

async function writeMoves(tx: Tx, moves: readonly Move[]): Promise<void> {
  if (moves.length === 0) return
  const rows = moves.map(({ parcel: { id }, to }) => ({
    id,
    status: to.status,
    raw_status: to.rawStatus,
    status_at: to.statusAt,
    delivered_at: to.deliveredAt,
    is_late: to.isLate,
  }))
  await tx.$executeRaw`
    update deliveries set status = given.status, raw_status = given.raw_status, status_at = given.status_at,
      delivered_at = given.delivered_at, is_late = given.is_late
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, status delivery_status, raw_status text,
      status_at timestamptz, delivered_at timestamptz, is_late boolean)
    where deliveries.id = given.id`
}
