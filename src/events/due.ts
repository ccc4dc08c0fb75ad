import { now } from '../core/clock.ts'
import type { Tx } from '../core/database.ts'
import { Alarm } from './alarm.ts'
import type { Desk } from './desk.ts'
import { transact } from './transact.ts'
import { UnderWay } from './under-way.ts'

/**
 * Durable timers. A row fires once, on one of many nodes, in the transaction that does its work; it survives
 * restarts. Setting a timer again moves it.
 */
export type DueKind =
  | 'ticket.wake'
  | 'ticket.close'
  | 'idempotency.sweep'
  | 'log.archive'
  | 'complaint.answer'
  | 'complaint.close'
  | 'return.decision'
  | 'refund.execute'
  | 'delivery.late'
  | 'attachment.scan'
  | 'attachment.remove'
  | 'attachment.sweep'
  | 'outbound.lease'
  | 'export.run'
  | 'export.remove'
  | 'erasure.run'
  | 'retention.sweep'

/** What a timer does after its transaction, holding no lock: asking an outside system. It may never come to run. */
export type AfterCommit = () => Promise<void>

/** Does what has come due. `tx` also removes the row: both happen or neither. */
export type DueHandler = (tx: Tx, subjectId: string) => Promise<AfterCommit | undefined | void>

export async function setDue(tx: Tx, kind: DueKind, subjectId: string, dueAt: Date): Promise<void> {
  await tx.$executeRaw`
    insert into due (kind, subject_id, due_at) values (${kind}, ${subjectId}::uuid, ${dueAt})
    on conflict (kind, subject_id) do update set due_at = excluded.due_at, attempts = 0`
}

export async function clearDue(tx: Tx, kind: DueKind, subjectId: string): Promise<void> {
  await tx.$executeRaw`delete from due where kind = ${kind} and subject_id = ${subjectId}::uuid`
}

/** Sets many timers of a kind in one statement. */
export async function setDueAll(
  tx: Tx,
  kind: DueKind,
  timers: readonly { readonly subjectId: string; readonly dueAt: Date }[],
): Promise<void> {
  if (timers.length === 0) return
  const rows = timers.map(({ subjectId, dueAt }) => ({ subject_id: subjectId, due_at: dueAt }))
  await tx.$executeRaw`
    insert into due (kind, subject_id, due_at)
    select ${kind}, subject_id, due_at
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(subject_id uuid, due_at timestamptz)
    order by subject_id
    on conflict (kind, subject_id) do update set due_at = excluded.due_at, attempts = 0`
}

/** Takes many timers of a kind away in one statement. */
export async function clearDueAll(tx: Tx, kind: DueKind, subjectIds: readonly string[]): Promise<void> {
  if (subjectIds.length === 0) return
  await tx.$executeRaw`delete from due where kind = ${kind} and subject_id = any(${subjectIds}::uuid[])`
}

const maxBackOffSeconds = 3_600
/** How many outside systems may be waited for at once. */
const maxUnderWay = 16

/** Looks every second and after each fired row; a row that fails is tried again with growing pauses. */
export function startTimers(
  desk: Desk,
  handlers: { readonly [K in DueKind]: DueHandler },
): { close(): Promise<void> } {
  const alarm = new Alarm()
  const tell = (error: unknown) =>
    desk.log.error({ err: error }, 'a timer could not be fired; it will be tried again')
  const underWay = new UnderWay(maxUnderWay, tell)
  const running = (async () => {
    while (!alarm.isOff) {
      const fired = await fireNext(desk, handlers).catch((error: unknown) => {
        tell(error)
        return null
      })
      if (fired === null) await alarm.wait()
      else if (fired.afterCommit !== undefined) await underWay.start(fired.afterCommit)
    }
  })()
  return {
    async close() {
      alarm.turnOff()
      await running
      await underWay.end()
    },
  }
}

interface Fired {
  readonly afterCommit: AfterCommit | undefined
}

/** Fires the row that has been due longest; null when none is due. */
async function fireNext(
  desk: Desk,
  handlers: { readonly [K in DueKind]: DueHandler },
): Promise<Fired | null> {
  let taken: { kind: DueKind; subjectId: string } | null = null
  try {
    return await transact(desk, async (tx) => {
      const rows = await tx.$queryRaw<{ kind: DueKind; subjectId: string }[]>`
        select kind, subject_id as "subjectId" from due where due_at <= ${now()}
        order by due_at limit 1 for update skip locked`
      taken = rows[0] ?? null
      if (taken === null) return null
      // Removed first, so that a handler may set its own timer anew.
      await clearDue(tx, taken.kind, taken.subjectId)
      return { afterCommit: (await handlers[taken.kind](tx, taken.subjectId)) ?? undefined }
    })
  } catch (error) {
    if (taken !== null) await postpone(desk, taken)
    throw error
  }
}

async function postpone(
  desk: Desk,
  { kind, subjectId }: { kind: DueKind; subjectId: string },
): Promise<void> {
  await desk.database.pool.query(
    `update due set attempts = attempts + 1, due_at = now() + least(power(2, attempts), $3) * interval '1 second'
     where kind = $1 and subject_id = $2`,
    [kind, subjectId, maxBackOffSeconds],
  )
}
