import type { EventType, LogEvent } from './catalog.ts'
import type { Desk } from './desk.ts'
import type { ResetReason } from './follow.ts'
import { columns, eventOf, positionOf, type Row, readHead } from './log.ts'
import { boundsOf } from './moments.ts'

/** Which events a page of the log gives. Null does not narrow. */
export interface LogFilter {
  readonly types: readonly EventType[] | null
  readonly ticketId: string | null
  readonly customerIds: readonly string[] | null
  /** This moment or later. */
  readonly from: Date | null
  /** Before this moment. */
  readonly to: Date | null
  readonly withInternal: boolean
}

/** A page of the log, or why there is none from this cursor. */
export type LogPage =
  | { readonly kind: 'reset'; readonly reason: ResetReason; readonly position: bigint }
  | {
      readonly kind: 'page'
      readonly events: readonly LogEvent[]
      /** Where to go on; null when nothing is behind the cursor yet, not even its own place. */
      readonly end: bigint | null
      readonly hasMore: boolean
    }

/**
 * How many events a page looks at where no index finds those asked for: a filter that fits nothing must not read the
 * whole log. Who asks goes on from the page's end, which has moved.
 */
const maxLooked = 10_000
const maxPosition = 2n ** 63n - 1n

/** What follows a cursor in the order of the log, `size` events at most; from the oldest kept when it is null. */
export async function readPage(
  desk: Desk,
  filter: LogFilter,
  { after, size }: { after: string | null; size: number },
): Promise<LogPage> {
  const { pool } = desk.database
  const reset = async (reason: ResetReason) =>
    ({ kind: 'reset', reason, position: (await readHead(pool)).position }) as const
  const place = after === null ? null : desk.cursors.decode(after)
  if (after !== null && place === null) return await reset('UNKNOWN_CURSOR')
  const from = place?.kind === 'event' ? await positionOf(pool, place.value) : (place?.value ?? null)
  if (from === undefined) return await reset('EXPIRED')
  // Everything that has a number comes before what has none yet.
  if (from === null && place !== null) return { kind: 'page', events: [], end: null, hasMore: false }
  const { events, start, head, archived, lookedTo } = await look(desk, filter, from, size + 1)
  if (start > head) return await reset('AHEAD')
  if (start < archived) return await reset('EXPIRED')
  const page = events.slice(0, size)
  const last = page.at(-1)
  const end = events.length > size && last !== undefined ? last.position : lookedTo
  return { kind: 'page', events: page, end, hasMore: end < head }
}

/** Reads behind a place, and how far the log is at that very moment. */
async function look(desk: Desk, filter: LogFilter, from: bigint | null, limit: number) {
  const { above, below } = await boundsOf(desk.database.pool, filter)
  const values: unknown[] = [from, filterReach(filter), limit, above, below]
  const given = (value: unknown) => `$${values.push(value)}`
  const { types, ticketId, customerIds } = filter
  const conditions = [
    ...(filter.withInternal ? [] : ['not is_internal']),
    ...(types === null ? [] : [`type = any(${given(types)}::text[])`]),
    ...(ticketId === null ? [] : [`ticket_id = ${given(ticketId)}`]),
    ...(customerIds === null ? [] : [`customer_id = any(${given(customerIds)}::uuid[])`]),
    ...(filter.from === null ? [] : [`occurred_at >= ${given(filter.from)}`]),
    ...(filter.to === null ? [] : [`occurred_at < ${given(filter.to)}`]),
  ]
  const { rows } = await desk.database.pool.query<Place & Row>(lookText(conditions), values)
  const [first] = rows
  if (first === undefined) throw new Error('the log has no head row: a migration is missing')
  const { head, archived, start, lookedTo } = first
  return {
    events: rows.filter(({ position }) => position !== null).map(eventOf),
    head: BigInt(head),
    archived: BigInt(archived),
    start: BigInt(start),
    lookedTo: BigInt(lookedTo),
  }
}

/** $1: the place; $2: how far to look; $3: how many; $4 and $5: between what it occurred. */
function lookText(conditions: readonly string[]): string {
  return `with head as (
       select position as head, archived, coalesce($1::bigint, archived) as start from log_head where id = 1
     ), reach as (
       select head.*, greatest(start, $4::bigint)::numeric + $2::numeric as reach from head
     ), place as (
       select head, archived, start, greatest(start, $4::bigint) as above,
         -- Behind the time that is asked for there is nothing to look at.
         case when reach >= $5::bigint then head else least(head, reach)::bigint end as "lookedTo"
       from reach)
     select place.*, page.* from place left join lateral (
       select ${columns} from events where ${[
         'position > place.above',
         'position <= place."lookedTo"',
         'position < $5::bigint',
         ...conditions,
       ].join(' and ')}
       order by position limit $3) as page on true
     order by page.position`
}

interface Place {
  readonly head: string
  readonly archived: string
  readonly start: string
  readonly lookedTo: string
}

/** How far a page looks: to the end of the log where an index finds what is asked for. */
function filterReach({ ticketId, customerIds }: LogFilter): bigint {
  return ticketId === null && customerIds === null ? BigInt(maxLooked) : maxPosition
}
