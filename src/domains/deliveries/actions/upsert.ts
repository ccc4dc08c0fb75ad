import type { KnownViewer } from '../../../auth/viewer.ts'
import { insertMissing, saysTheSame, storedRows, upsertRows } from '../../../core/bulk-rows.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { InvalidInput, Problem } from '../../../core/problems.ts'
import { actorOf } from '../../../events/acting.ts'
import { staleOver, writeBulk } from '../../../events/bulk-write.ts'
import type { Desk } from '../../../events/desk.ts'
import { appendAll } from '../../../events/log.ts'
import { isLate } from '../rules.ts'
import type { CheckedDelivery, DeliveryInput } from './check.ts'
import { checkDelivery } from './check.ts'
import { setLateChecks } from './late.ts'
import type { Held, Resolved } from './resolve.ts'
import { heldItems, holdTheSame, replaceHeld, resolveDeliveries } from './resolve.ts'
import type { DeliveryRow } from './table.ts'
import { deliveries, keyOfParcel } from './table.ts'

export interface DeliveryDone {
  readonly deliveryId: string
  readonly isNew: boolean
  /** Null when nothing was said that was not known. */
  readonly eventId: bigint | null
}

/**
 * Makes or changes parcels by the source's own key. Each item has its own result, in order; one that cannot be taken
 * does not spoil the others. What was said before in the same words appends nothing.
 */
export async function upsertDeliveries(
  desk: Desk,
  viewer: KnownViewer,
  items: readonly DeliveryInput[],
): Promise<(DeliveryDone | Problem)[]> {
  return await writeBulk(desk, {
    name: 'deliveries',
    items,
    check: (item, path) => checkDelivery(item, path, now()),
    write: async (tx, checked) => await writeDeliveries(tx, viewer, checked),
  })
}

/** A parcel that is new, or of which something was said that is not stored. */
interface Change {
  readonly item: CheckedDelivery
  readonly row: DeliveryRow
  readonly before: DeliveryRow | null
  readonly held: readonly Held[]
  readonly isRepacked: boolean
}

async function writeDeliveries(tx: Tx, viewer: KnownViewer, items: readonly CheckedDelivery[]) {
  const results = new Map<CheckedDelivery, DeliveryDone | Problem>()
  const taken: Resolved[] = []
  for (const [item, resolved] of await resolveDeliveries(tx, items)) {
    if (resolved instanceof Problem) results.set(item, resolved)
    else taken.push(resolved)
  }
  const known = await readKnown(tx, taken)
  const changes: Change[] = []
  for (const resolved of taken) {
    const { item } = resolved
    const before = known.parcels.get(keyOfParcel(item)) ?? null
    const refused = before === null ? null : refusalOf(before, resolved)
    const deliveryId = before?.id ?? resolved.row.id
    results.set(item, refused ?? { deliveryId, isNew: before === null, eventId: null })
    const change = refused === null ? changeOf(resolved, before, known.held.get(deliveryId) ?? []) : null
    if (change !== null) changes.push(change)
  }
  await writeChanges(tx, viewer, changes, results)
  return results
}

/** Inserts what is new, and gives what was stored of the others, locked from now on. */
async function readKnown(tx: Tx, taken: readonly Resolved[]) {
  const rows = taken.map(({ row }) => ({ ...row, isLate: isLate(row.promisedTo, row, now()) }))
  const fresh = await insertMissing(tx, deliveries, rows)
  const known = rows.filter(({ id }) => !fresh.has(id))
  const parcels = await storedRows(tx, deliveries, deliveries.key, known)
  const held = await heldItems(
    tx,
    [...parcels.values()].map(({ id }) => id),
  )
  return { parcels, held }
}

/** Whose a parcel is never changes: problems, tickets and events rely on it. */
function refusalOf(before: DeliveryRow, { item, row }: Resolved): Problem | null {
  if (before.orderId !== row.orderId) return new InvalidInput('otherOrder', [...item.path, 'orderExternalId'])
  return staleOver(before, item)
}

function changeOf({ item, row, held }: Resolved, before: DeliveryRow | null, stored: readonly Held[]) {
  const isRepacked = !holdTheSame(held, stored)
  if (before === null) return { item, row, before, held, isRepacked }
  const { id, status, deliveredAt } = before
  const after = { ...row, id, status, deliveredAt, isLate: isLate(row.promisedTo, before, now()) }
  if (!isRepacked && saysTheSame(deliveries, before, after)) return null
  return { item, row: after, before, held, isRepacked }
}

async function writeChanges(
  tx: Tx,
  viewer: KnownViewer,
  changes: readonly Change[],
  results: Map<CheckedDelivery, DeliveryDone | Problem>,
): Promise<void> {
  const known = changes.filter(({ before }) => before !== null)
  await upsertRows(
    tx,
    deliveries,
    known.map(({ row }) => row),
  )
  await replaceHeld(
    tx,
    changes.filter(({ isRepacked }) => isRepacked).map(({ row, held }) => ({ deliveryId: row.id, held })),
  )
  const isPromisedAnew = ({ row, before }: Change) =>
    row.promisedTo?.getTime() !== before?.promisedTo?.getTime()
  await setLateChecks(
    tx,
    changes.filter(isPromisedAnew).map(({ row }) => row),
  )
  const told = changes.filter(
    ({ row, before, isRepacked }) =>
      before === null || isRepacked || !saysTheSame(deliveries, before, row, ['sourceUpdatedAt']),
  )
  const eventIds = await appendAll(
    tx,
    actorOf(viewer),
    told.map(({ row: { id: deliveryId, orderId, customerId }, before }) => ({
      type: 'delivery.upserted',
      subjects: { customerId },
      data: { deliveryId, orderId, isNew: before === null },
    })),
  )
  for (const [index, { item, row, before }] of told.entries()) {
    results.set(item, { deliveryId: row.id, isNew: before === null, eventId: eventIds[index] ?? null })
  }
}
