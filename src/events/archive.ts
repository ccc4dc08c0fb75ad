import { now } from '../core/clock.ts'
import type { Database, Tx } from '../core/database.ts'
import type { Desk } from './desk.ts'
import type { DueHandler } from './due.ts'
import { setDue } from './due.ts'

/** So many events are moved in one transaction: writers and the sequencer never wait long for it. */
const batchSize = 2_000
/** Any number will do, as long as nothing else in the database locks it. */
const archiveLock = 7_240_002
const dayMilliseconds = 86_400_000

/**
 * Moves the oldest events out of the log if they are past their retention, a batch at most: those up to the first
 * younger one, and none that a consumer has not taken yet. The head says so in the same transaction, so that a cursor
 * of before leads to a Reset and never to a gap.
 * @returns how many were moved; fewer than a batch when no more are to be
 */
export async function archiveBatch(tx: Tx, retentionDays: number): Promise<number> {
  await tx.$executeRaw`select pg_advisory_xact_lock(${archiveLock}::bigint)`
  const oldest = new Date(now().getTime() - retentionDays * dayMilliseconds)
  const [found] = await tx.$queryRaw<{ upTo: bigint | null }[]>`
    with reach as (
      select archived, least(position, (select min(position) from consumers)) as "upTo" from log_head where id = 1
    ), batch as (
      select events.position, occurred_at from events, reach
      where events.position > archived and events.position <= "upTo" order by events.position limit ${batchSize}
    ), young as (
      select min(position) as position from batch where occurred_at >= ${oldest}
    )
    select max(batch.position) as "upTo" from batch, young
    where young.position is null or batch.position < young.position`
  const upTo = found?.upTo ?? null
  if (upTo === null) return 0
  const count = await tx.$executeRaw`
    with moved as (delete from events where position <= ${upTo} returning *)
    insert into events_archive (id, position, type, is_internal, ticket_id, customer_id, operator_id, actor_kind,
      actor_id, data, occurred_at)
    select id, position, type, is_internal, ticket_id, customer_id, operator_id, actor_kind, actor_id, data, occurred_at
    from moved`
  // Last: the sequencer waits for this row.
  await tx.$executeRaw`update log_head set archived = ${upTo} where id = 1`
  return count
}

/** Moves all that is past its retention, batch by batch. Can be stopped at any point and run again. */
export async function archiveAll({ prisma }: Database, retentionDays: number): Promise<number> {
  let total = 0
  for (let count = batchSize; count === batchSize; total += count) {
    count = await prisma.$transaction(async (tx) => await archiveBatch(tx, retentionDays))
  }
  return total
}

/** The one row of the archive's own timer. */
const archiveId = '00000000-0000-7000-8000-000000000002'
const archiveEveryMilliseconds = 3_600_000

/**
 * Removes the oldest events of the archive for good if they are past its own retention, a batch at most.
 * @returns how many were removed; fewer than a batch when no more are to be
 */
export async function forgetBatch(tx: Tx, retentionDays: number): Promise<number> {
  const oldest = new Date(now().getTime() - retentionDays * dayMilliseconds)
  return await tx.$executeRaw`
    delete from events_archive where occurred_at < ${oldest} and position in (
      select position from events_archive order by position limit ${batchSize} for update skip locked)`
}

/** Moves a batch, and comes back at once while there is more. Waits for its retention to be set when all is kept. */
export function archiveTimer({ env }: Desk): DueHandler {
  return async (tx) => {
    const moved = env.LOG_RETENTION_DAYS === 0 ? 0 : await archiveBatch(tx, env.LOG_RETENTION_DAYS)
    const gone = env.ARCHIVE_RETENTION_DAYS === 0 ? 0 : await forgetBatch(tx, env.ARCHIVE_RETENTION_DAYS)
    const pause = Math.max(moved, gone) === batchSize ? 0 : archiveEveryMilliseconds
    await setDue(tx, 'log.archive', archiveId, new Date(now().getTime() + pause))
  }
}

/** Sets the archive's timer unless it is set: called at each start. */
export async function scheduleArchive(tx: Tx): Promise<void> {
  const dueAt = new Date(now().getTime() + archiveEveryMilliseconds)
  await tx.$executeRaw`
    insert into due (kind, subject_id, due_at) values ('log.archive', ${archiveId}::uuid, ${dueAt})
    on conflict do nothing`
}
