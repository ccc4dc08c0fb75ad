import { now } from '../core/clock.ts'
import type { Tx } from '../core/database.ts'
import { Alarm } from './alarm.ts'
import type { Desk } from './desk.ts'
import { transact } from './transact.ts'

/**
 * Durable timers. A row fires once, on one of many nodes, in the transaction that does its work; it survives
 * restarts. Setting a timer again moves it.
 */
export type DueKind = 'ticket.wake' | 'ticket.close' | 'idempotency.sweep'

/** Does what has come due. `tx` also removes the row: both happen or neither. */
export type DueHandler = (tx: Tx, subjectId: string) => Promise<void>

export async function setDue(tx: Tx, kind: DueKind, subjectId: string, dueAt: Date): Promise<void> {
  await tx.$executeRaw`
    insert into due (kind, subject_id, due_at) values (${kind}, ${subjectId}::uuid, ${dueAt})
    on conflict (kind, subject_id) do update set due_at = excluded.due_at, attempts = 0`
}

export async function clearDue(tx: Tx, kind: DueKind, subjectId: string): Promise<void> {
  await tx.$executeRaw`delete from due where kind = ${kind} and subject_id = ${subjectId}::uuid`
}

const maxBackOffSeconds = 3_600

/** Looks every second and after each fired row; a row that fails is tried again with growing pauses. */
export function startTimers(
  desk: Desk,
  handlers: { readonly [K in DueKind]: DueHandler },
): { close(): Promise<void> } {
  const alarm = new Alarm()
  const running = (async () => {
    while (!alarm.isOff) {
      const hasFired = await fireNext(desk, handlers).catch((error: unknown) => {
        desk.log.error({ err: error }, 'a timer could not be fired; it will be tried again')
        return false
      })
      if (!hasFired) await alarm.wait()
    }
  })()
  return {
    async close() {
      alarm.turnOff()
      await running
    },
  }
}

async function fireNext(desk: Desk, handlers: { readonly [K in DueKind]: DueHandler }): Promise<boolean> {
  let taken: { kind: DueKind; subjectId: string } | null = null
  try {
    return await transact(desk, async (tx) => {
      const rows = await tx.$queryRaw<{ kind: DueKind; subjectId: string }[]>`
        select kind, subject_id as "subjectId" from due where due_at <= ${now()}
        order by due_at limit 1 for update skip locked`
      taken = rows[0] ?? null
      if (taken === null) return false
      // Removed first, so that a handler may set its own timer anew.
      await clearDue(tx, taken.kind, taken.subjectId)
      await handlers[taken.kind](tx, taken.subjectId)
      return true
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
