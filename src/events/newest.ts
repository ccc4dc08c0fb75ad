import type { AuthorKind } from '../core/prisma/enums.ts'
import type { EventType, LogEvent } from './catalog.ts'
import type { Desk } from './desk.ts'
import { columns, eventOf, type Row } from './log.ts'
import { boundsOf } from './moments.ts'

/** Which events are wanted. Null does not narrow. */
export interface AuditFilter {
  readonly types: readonly EventType[] | null
  readonly actor: { readonly kind: AuthorKind; readonly id: string } | null
  readonly actorKinds: readonly AuthorKind[] | null
  readonly subject: { readonly column: SubjectColumn; readonly ids: readonly string[] } | null
  /** This moment or later. */
  readonly from: Date | null
  /** Before this moment. */
  readonly to: Date | null
}
export type SubjectColumn = 'ticket_id' | 'customer_id' | 'operator_id'

export interface NewestPage {
  readonly events: readonly LogEvent[]
  /** Where to go on. */
  readonly end: bigint
  readonly hasMore: boolean
}

/**
 * How many events a page looks at where no index finds those asked for. More than in the feed: who reads this is a
 * person who waits for an answer, and few do.
 */
const maxLooked = 100_000

/**
 * The newest events before a position, internal ones and those of the archive included. What has no number yet is not
 * among them: it is a moment old. Both tables are read in one statement, so that what is being archived meanwhile is
 * there once.
 */
export async function readNewest(
  { database: { pool } }: Desk,
  filter: AuditFilter,
  { before, size }: { before: bigint | null; size: number },
): Promise<NewestPage> {
  const bounds = await boundsOf(pool, filter)
  const head = await pool.query<{ position: string }>('select position from log_head where id = 1')
  const end = BigInt(head.rows[0]?.position ?? 0) + 1n
  const below = least(before ?? end, bounds.below, end)
  const lookedTo = isIndexed(filter) ? bounds.above : greatest(bounds.above, below - 1n - BigInt(maxLooked))
  const values: unknown[] = [below, lookedTo, size + 1]
  const conditions = conditionsOf(filter, (value) => `$${values.push(value)}`)
  const from = (table: string) => `(select ${columns} from ${table}
    where ${['position < $1', 'position > $2', ...conditions].join(' and ')} order by position desc limit $3)`
  const { rows } = await pool.query<Row>(
    `select * from (${from('events')} union all ${from('events_archive')}) as found order by position desc limit $3`,
    values,
  )
  const events = rows.slice(0, size).map(eventOf)
  const hasRow = rows.length > size
  const last = events.at(-1)
  return {
    events,
    end: hasRow && last !== undefined ? last.position : least(below, lookedTo + 1n),
    hasMore: hasRow || lookedTo > bounds.above,
  }
}

/** What a buyer did is found by whom it concerns: an index of who did it would cost every message of theirs. */
function isIndexed({ actor, subject }: AuditFilter): boolean {
  if (subject !== null && subject.column !== 'operator_id') return true
  return actor !== null && actor.kind !== 'CUSTOMER'
}

function conditionsOf(filter: AuditFilter, given: (value: unknown) => string): string[] {
  const { types, actor, actorKinds, subject, from, to } = filter
  return [
    ...(types === null ? [] : [`type = any(${given(types)}::text[])`]),
    ...(actor === null ? [] : [`actor_id = ${given(actor.id)}::uuid`, ...kindOf(actor)]),
    ...(actorKinds === null ? [] : [`actor_kind = any(${given(actorKinds)}::author_kind[])`]),
    ...(subject === null ? [] : [isOneOf(subject, given)]),
    ...(from === null ? [] : [`occurred_at >= ${given(from)}`]),
    ...(to === null ? [] : [`occurred_at < ${given(to)}`]),
  ]
}

/** One value lets the index give the order; the guests of a customer are few. */
function isOneOf({ column, ids }: NonNullable<AuditFilter['subject']>, given: (value: unknown) => string) {
  const [id, ...others] = ids
  return others.length === 0 ? `${column} = ${given(id)}::uuid` : `${column} = any(${given(ids)}::uuid[])`
}

/** Said twice of the desk's own and services, so that the planner sees that the index has them all. */
function kindOf({ kind }: { kind: AuthorKind }): string[] {
  return [`actor_kind = '${kind}'`, ...(kind === 'CUSTOMER' ? [] : [`actor_kind <> 'CUSTOMER'`])]
}

const least = (...positions: readonly bigint[]) =>
  positions.reduce((one, other) => (other < one ? other : one))
const greatest = (...positions: readonly bigint[]) =>
  positions.reduce((one, other) => (other > one ? other : one))
