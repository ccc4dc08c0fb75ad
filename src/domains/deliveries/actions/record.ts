import type { KnownViewer } from '../../../auth/viewer.ts'
import { assertBulkSize } from '../../../core/bulk.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import type { DeliveryStatus } from '../../../core/prisma/enums.ts'
import { InvalidInput, Problem } from '../../../core/problems.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { transact } from '../../../events/transact.ts'
import type { CheckedEvent, TrackingEventInput } from './check-event.ts'
import { checkEvent, digestOf, eventIdOf, meaningFor } from './check-event.ts'
import { moveParcels } from './move.ts'
import type { LockedParcel } from './parcels.ts'
import { findParcels, lockParcels } from './parcels.ts'

export interface EventRecorded {
  readonly deliveryId: string
  /** What the carrier's code means; null for one that no table knows. */
  readonly code: DeliveryStatus | null
  /** False when the same was told before. */
  readonly isNew: boolean
  /** The event of the status that the call has changed; null when it has changed none. */
  readonly eventId: bigint | null
}
export type EventResult = Problem | EventRecorded

/**
 * Keeps what carriers told, in one transaction with the same number of statements for any number of events. What was
 * told before is kept once. Each event has its own result, in order. Parcels are locked in the order of their keys, so
 * that calls with the same parcels wait for each other instead of blocking each other.
 */
export async function recordTrackingEvents(
  desk: Desk,
  viewer: KnownViewer,
  events: readonly TrackingEventInput[],
): Promise<EventResult[]> {
  assertBulkSize(events.length, 'events')
  const checked = events.map((event, index) => checkEvent(event, ['events', String(index)], now()))
  return await transact(desk, async (tx) => await recordAll(tx, viewer, checked))
}

/** An event of a parcel that is there, ready to be written. */
interface Ready {
  readonly event: CheckedEvent
  readonly parcel: LockedParcel
  readonly code: DeliveryStatus | null
  readonly digest: string
}

async function recordAll(
  tx: Tx,
  viewer: KnownViewer,
  checked: readonly (CheckedEvent | Problem)[],
): Promise<EventResult[]> {
  const valid = checked.filter((event): event is CheckedEvent => !(event instanceof Problem))
  const found = await findParcels(tx, valid)
  const parcels = await lockParcels(tx, [...found.values()])
  const ready = valid.flatMap((event): Ready[] => {
    const parcel = parcels.get(found.get(event)?.id ?? '')
    return parcel === undefined
      ? []
      : [{ event, parcel, code: meaningFor(event, parcel), digest: digestOf(event, parcel) }]
  })
  const added = await insertEvents(tx, ready)
  const fresh = ready.filter((one) => added.has(one))
  await countUnknown(tx, fresh)
  const moved = await moveParcels(tx, actorOf(viewer), [...new Set(fresh.map(({ parcel }) => parcel))])
  const byEvent = new Map(ready.map((one) => [one.event, one]))
  return checked.map((event) => {
    if (event instanceof Problem) return event
    const one = byEvent.get(event)
    if (one === undefined) return new InvalidInput('unknown', [...event.path, event.keyField])
    const { parcel, code } = one
    const isNew = added.has(one)
    return { deliveryId: parcel.id, code, isNew, eventId: isNew ? (moved.get(parcel.id) ?? null) : null }
  })
}

/** Answers which of the events were not known, the first of those that are the same. */
async function insertEvents(tx: Tx, ready: readonly Ready[]): Promise<ReadonlySet<Ready>> {
  if (ready.length === 0) return new Set()
  const first = new Map<string, Ready>()
  for (const one of ready) {
    const key = `${one.parcel.id} ${one.digest}`
    if (!first.has(key)) first.set(key, one)
  }
  const rows = [...first.values()].map(({ event, parcel, code, digest }) => ({
    id: eventIdOf(parcel.id, code, digest),
    delivery_id: parcel.id,
    code,
    raw_code: event.rawCode,
    raw_text: event.rawText,
    location: event.location,
    occurred_at: event.occurredAt,
    source: event.source,
    digest,
  }))
  const inserted = await tx.$queryRaw<{ key: string }[]>`
    insert into tracking_events (id, delivery_id, code, raw_code, raw_text, location, occurred_at, source, digest)
    select id, delivery_id, code, raw_code, raw_text, location, occurred_at, source, decode(digest, 'hex')
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(id uuid, delivery_id uuid, code delivery_status,
      raw_code text, raw_text text, location text, occurred_at timestamptz, source text, digest text)
    on conflict (delivery_id, digest) do nothing
    returning delivery_id || ' ' || encode(digest, 'hex') as key`
  return new Set(inserted.flatMap(({ key }) => first.get(key) ?? []))
}

/** Counts the codes that no table knows, in the order of their keys: calls at once count one after the other. */
async function countUnknown(tx: Tx, fresh: readonly Ready[]): Promise<void> {
  const unknown = new Map<
    string,
    { carrier: string; raw_code: string; raw_text: string | null; count: number }
  >()
  for (const { event, parcel, code } of fresh) {
    if (code !== null) continue
    const carrier = event.codeKeyOf(parcel.carrier)
    const key = JSON.stringify([carrier, event.rawCode])
    const known = unknown.get(key)
    if (known !== undefined) known.count += 1
    else unknown.set(key, { carrier, raw_code: event.rawCode, raw_text: event.rawText, count: 1 })
  }
  if (unknown.size === 0) return
  await tx.$executeRaw`
    insert into unknown_carrier_codes as known (carrier, raw_code, raw_text, count)
    select carrier, raw_code, raw_text, count
    from jsonb_to_recordset(${JSON.stringify([...unknown.values()])}::jsonb)
      as given(carrier text, raw_code text, raw_text text, count int)
    order by carrier, raw_code
    on conflict (carrier, raw_code) do update
    set count = known.count + excluded.count, last_seen_at = excluded.last_seen_at`
}
