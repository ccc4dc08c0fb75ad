import type { Pool } from 'pg'
import { now } from '../core/clock.ts'

/** How the log and what is done by it stand: for those who watch over it. */
export interface LogState {
  /** The position given last. */
  readonly head: number
  readonly archived: number
  /** Committed events without a number, counted up to a limit. */
  readonly unnumbered: number
  readonly consumers: readonly ConsumerPlace[]
  readonly overdue: readonly OverdueTimers[]
}

export interface ConsumerPlace {
  readonly name: string
  /** It is written for each event that concerns the consumer, and once in a hundred others. */
  readonly position: number
}

export interface OverdueTimers {
  readonly kind: string
  readonly count: number
  /** Of the one that has been due longest. */
  readonly seconds: number
}

const maxUnnumbered = 10_000

const logState = `
  select position::float8 as head, archived::float8 as archived,
    (select count(*)::int from (select from events where position is null limit ${maxUnnumbered}) as waiting)
      as unnumbered,
    (select coalesce(json_agg(json_build_object('name', name, 'position', position) order by name), '[]')
      from consumers) as consumers,
    (select coalesce(json_agg(json_build_object('kind', kind, 'count', count, 'seconds', seconds) order by kind), '[]')
      from (select kind, count(*), extract(epoch from $1::timestamptz - min(due_at))::float8 as seconds
        from due where due_at <= $1 group by kind) as late) as overdue
  from log_head where id = 1`

export async function readLogState(pool: Pool): Promise<LogState> {
  const { rows } = await pool.query<LogState>({ name: 'log-state', text: logState, values: [now()] })
  const [state] = rows
  if (state === undefined) throw new Error('the log has no head row: a migration is missing')
  return state
}

/** The places of consumers that no code goes on with: each of them holds the archive back for ever. */
export async function forgottenConsumers(
  pool: Pool,
  known: ReadonlySet<string>,
): Promise<readonly ConsumerPlace[]> {
  const { rows } = await pool.query<ConsumerPlace>(
    'select name, position::float8 as position from consumers order by name',
  )
  return rows.filter(({ name }) => !known.has(name))
}
