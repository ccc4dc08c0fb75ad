import type { Viewer } from '../../auth/viewer.ts'
import type { Desk } from '../../events/desk.ts'
import { positionOf } from '../../events/log.ts'
import { type AuditFilter, type NewestPage, readNewest } from '../../events/newest.ts'
import { mayAudit } from './policy.ts'

/** The newest events before a cursor of the log, from its end without one; null for a cursor that is none. */
export async function readAudit(
  desk: Desk,
  viewer: Viewer,
  filter: AuditFilter,
  { after, size }: { after: string | null; size: number },
): Promise<NewestPage | null> {
  if (!mayAudit(viewer)) return { events: [], end: 0n, hasMore: false }
  if (after === null) return await readNewest(desk, filter, { before: null, size })
  const place = desk.cursors.decode(after)
  if (place === null) return null
  // A write that has no number yet, or none any more: everything that has one comes before it.
  const before =
    place.kind === 'position' ? place.value : ((await positionOf(desk.database.pool, place.value)) ?? null)
  return await readNewest(desk, filter, { before, size })
}
