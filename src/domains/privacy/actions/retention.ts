import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import type { Desk } from '../../../events/desk.ts'
import { setDue } from '../../../events/due.ts'
import { systemActor } from '../../../events/log.ts'
import { eraseTicketPage } from './erase-ticket.ts'

/** The one row of the sweep's own timer. */
const sweepId = '00000000-0000-7000-8000-000000000003'
const sweepEveryMilliseconds = 3_600_000
const dayMilliseconds = 86_400_000

/**
 * Removes a page of words of a ticket that was closed longer ago than the setting says, and comes back at once while
 * there is more. With the setting 0 everything is kept.
 */
export async function sweepTickets(tx: Tx, desk: Desk): Promise<void> {
  const days = desk.env.RETENTION_CLOSED_TICKETS_DAYS
  const hasMore = days > 0 && (await eraseOldest(tx, desk, days))
  const pause = hasMore ? 0 : sweepEveryMilliseconds
  await setDue(tx, 'retention.sweep', sweepId, new Date(now().getTime() + pause))
}

async function eraseOldest(tx: Tx, desk: Desk, days: number): Promise<boolean> {
  const before = new Date(now().getTime() - days * dayMilliseconds)
  const [oldest] = await tx.$queryRaw<{ id: string }[]>`
    select id from tickets where status = 'CLOSED' and erased_at is null and closed_at < ${before}
    order by closed_at limit 1 for no key update skip locked`
  if (oldest === undefined) return false
  await eraseTicketPage(tx, desk, oldest.id, { actor: systemActor, cause: 'RETENTION' })
  return true
}

/** Sets the sweep's timer unless it is set: called at each start. */
export async function scheduleRetention(tx: Tx): Promise<void> {
  const dueAt = new Date(now().getTime() + sweepEveryMilliseconds)
  await tx.$executeRaw`
    insert into due (kind, subject_id, due_at) values ('retention.sweep', ${sweepId}::uuid, ${dueAt})
    on conflict do nothing`
}
