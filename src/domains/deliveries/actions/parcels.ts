import type { Tx } from '../../../core/database.ts'
import type { DeliveryStatus } from '../../../core/prisma/enums.ts'
import type { CheckedEvent } from './check-event.ts'
import { keyOfParcel } from './table.ts'

interface ParcelKey {
  readonly id: string
  readonly source: string
  readonly externalId: string
}

/** A parcel under its lock. */
export interface LockedParcel extends ParcelKey {
  readonly orderId: string
  readonly customerId: string
  readonly carrier: string
  readonly status: DeliveryStatus
  readonly rawStatus: string | null
  readonly statusAt: Date | null
  readonly promisedTo: Date | null
  readonly deliveredAt: Date | null
  readonly isLate: boolean
}

/** The parcels that events tell of, found by number or by the source's key. */
export async function findParcels(
  tx: Tx,
  events: readonly CheckedEvent[],
): Promise<ReadonlyMap<CheckedEvent, ParcelKey>> {
  if (events.length === 0) return new Map()
  const keys = new Map(events.map((event) => [keyOfEvent(event), event]))
  const rows = [...keys.entries()].map(([key, { source, externalId, carrier, trackingNumber }]) => ({
    key,
    source,
    external_id: externalId,
    carrier,
    tracking_number: trackingNumber,
  }))
  const found = await tx.$queryRaw<(ParcelKey & { key: string })[]>`
    with given as materialized (
      select * from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
        as given(key text, source text, external_id text, carrier text, tracking_number text))
    select key, stored.id, stored.source, stored.external_id as "externalId"
    from given join deliveries as stored using (carrier, tracking_number)
    union all
    select key, stored.id, stored.source, stored.external_id
    from given join deliveries as stored using (source, external_id)`
  const byKey = new Map(found.map(({ key, ...parcel }) => [key, parcel]))
  return new Map(
    events.flatMap((event) => {
      const parcel = byKey.get(keyOfEvent(event))
      return parcel === undefined ? [] : [[event, parcel] as const]
    }),
  )
}

function keyOfEvent({ source, externalId, carrier, trackingNumber }: CheckedEvent): string {
  return JSON.stringify(externalId === null ? [carrier, trackingNumber] : [source, externalId, null])
}

/** Locks parcels in the order of their keys, as the upserts do. */
export async function lockParcels(
  tx: Tx,
  parcels: readonly ParcelKey[],
): Promise<ReadonlyMap<string, LockedParcel>> {
  if (parcels.length === 0) return new Map()
  const keys = new Map(parcels.map((parcel) => [keyOfParcel(parcel), parcel.id]))
  const ids = [...keys.keys()].sort().map((key) => keys.get(key))
  const rows = await tx.$queryRaw<LockedParcel[]>`
    select id, source, external_id as "externalId", order_id as "orderId", customer_id as "customerId", carrier, status,
      raw_status as "rawStatus", status_at as "statusAt", promised_to as "promisedTo", delivered_at as "deliveredAt",
      is_late as "isLate"
    from unnest(${ids}::uuid[]) with ordinality as given(id, place) join deliveries using (id)
    order by place for no key update of deliveries`
  return new Map(rows.map((row) => [row.id, row]))
}
