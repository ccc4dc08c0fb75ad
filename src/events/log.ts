import type { Pool } from 'pg'
import type { Tx } from '../core/database.ts'
import type { Prisma as Types } from '../core/prisma/client.ts'
import { Prisma } from '../core/prisma/client.ts'
import type { AuthorKind } from '../core/prisma/enums.ts'
import type { EventData, EventType, LogEvent } from './catalog.ts'
import { catalog } from './catalog.ts'
import { noteAppended } from './transact.ts'

/** Who did it, as the log keeps it. */
export interface Actor {
  readonly kind: AuthorKind
  readonly id: string | null
}
export const systemActor: Actor = { kind: 'SYSTEM', id: null }

/** What the event is about; the streams of these subjects carry it. */
export interface Subjects {
  readonly ticketId?: string | null
  readonly customerId?: string | null
  readonly operatorId?: string | null
}

/**
 * Appends one event, as the last line of the transaction that made the change and under its subject's lock:
 * that lock is what makes the order within a subject the order of commit. Answers the event's id.
 */
export async function append<T extends EventType>(
  tx: Tx,
  type: T,
  actor: Actor,
  subjects: Subjects,
  data: EventData[T],
): Promise<bigint> {
  return await appendWith(tx, null, type, actor, subjects, data)
}

/**
 * The same in one statement with the writes that the event tells of, given as the `with` queries before it: for what
 * is done so often that each round trip counts.
 */
export async function appendWith<T extends EventType>(
  tx: Tx,
  writes: Types.Sql | null,
  type: T,
  actor: Actor,
  subjects: Subjects,
  data: EventData[T],
): Promise<bigint> {
  const rows = await tx.$queryRaw<
    { id: bigint }[]
  >`${writes === null ? Prisma.empty : Prisma.sql`with ${writes}`}
    insert into events (type, is_internal, ticket_id, customer_id, operator_id, actor_kind, actor_id, data)
    values (${type}, ${catalog[type].isInternal}, ${subjects.ticketId ?? null}::uuid,
      ${subjects.customerId ?? null}::uuid, ${subjects.operatorId ?? null}::uuid,
      ${actor.kind}::author_kind, ${actor.id}::uuid, ${JSON.stringify(data)}::jsonb)
    returning id`
  const id = rows[0]?.id
  if (id === undefined) throw new Error('an insert that returns its id returned none')
  noteAppended(tx, { type, ...subjects })
  return id
}

/** One event of many, for `appendAll`. */
export interface NewEvent<T extends EventType = EventType> {
  readonly type: T
  readonly subjects: Subjects
  readonly data: EventData[T]
}

/** Appends many events of one actor in one statement; their ids are in the order given. */
export async function appendAll(tx: Tx, actor: Actor, events: readonly NewEvent[]): Promise<bigint[]> {
  const rows = events.map(({ type, subjects, data }) => ({
    type,
    is_internal: catalog[type].isInternal,
    ticket_id: subjects.ticketId ?? null,
    customer_id: subjects.customerId ?? null,
    operator_id: subjects.operatorId ?? null,
    data,
  }))
  const inserted = await tx.$queryRaw<{ id: bigint }[]>`
    insert into events (type, is_internal, ticket_id, customer_id, operator_id, actor_kind, actor_id, data)
    select type, is_internal, ticket_id, customer_id, operator_id, ${actor.kind}::author_kind, ${actor.id}::uuid, data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(
      type text, is_internal boolean, ticket_id uuid, customer_id uuid, operator_id uuid, data jsonb)
    returning id`
  for (const { type, subjects } of events) noteAppended(tx, { type, ...subjects })
  return inserted.map(({ id }) => id)
}

/** Which events of the log a reader wants: one ticket's, one customer's, or all. */
export type Topic =
  | { readonly kind: 'ticket'; readonly ticketId: string }
  | { readonly kind: 'customer'; readonly customerId: string }
  | { readonly kind: 'all' }

const columns = `id, position, type, is_internal as "isInternal", ticket_id as "ticketId", customer_id as "customerId",
  operator_id as "operatorId", actor_kind as "actorKind", actor_id as "actorId", data, occurred_at as "occurredAt"`

interface Row extends Omit<LogEvent, 'id' | 'position'> {
  id: string
  position: string
}

/** Events of a topic with `after` < position ≤ `upTo`, in order, at most `limit`. */
export async function readLog(
  pool: Pool,
  topic: Topic,
  after: bigint,
  upTo: bigint,
  limit: number,
): Promise<LogEvent[]> {
  const { condition, values } = topicCondition(topic, 4)
  const result = await pool.query<Row>({
    name: `log-${topic.kind}`,
    text: `select ${columns} from events where position > $1 and position <= $2 ${condition}
      order by position limit $3`,
    values: [after, upTo, limit, ...values],
  })
  return result.rows.map((row) => ({ ...row, id: BigInt(row.id), position: BigInt(row.position) }))
}

function topicCondition(topic: Topic, place: number): { condition: string; values: string[] } {
  if (topic.kind === 'ticket') return { condition: `and ticket_id = $${place}`, values: [topic.ticketId] }
  if (topic.kind === 'customer')
    return { condition: `and customer_id = $${place}`, values: [topic.customerId] }
  return { condition: '', values: [] }
}

/** The highest position given so far, and the highest one that was archived away. */
export async function readHead(pool: Pool): Promise<{ position: bigint; archived: bigint }> {
  const result = await pool.query<{ position: string; archived: string }>(
    'select position, archived from log_head where id = 1',
  )
  const row = result.rows[0]
  if (row === undefined) throw new Error('the log has no head row: a migration is missing')
  return { position: BigInt(row.position), archived: BigInt(row.archived) }
}

/** The position of an event by its id: null while the sequencer has not numbered it, undefined when it is gone. */
export async function positionOf(pool: Pool, eventId: bigint): Promise<bigint | null | undefined> {
  const result = await pool.query<{ position: string | null }>('select position from events where id = $1', [
    eventId,
  ])
  const row = result.rows[0]
  if (row === undefined) return undefined
  return row.position === null ? null : BigInt(row.position)
}

/** How many events a topic has after a position, counted up to `limit`; internal ones only if asked for. */
export async function countLog(
  pool: Pool,
  topic: Topic,
  after: bigint,
  { limit, withInternal }: { limit: number; withInternal: boolean },
): Promise<number> {
  const { condition, values } = topicCondition(topic, 4)
  const result = await pool.query<{ count: number }>({
    name: `log-count-${topic.kind}`,
    text: `select count(*)::int as count
      from (select 1 from events where position > $1 and ($3 or not is_internal) ${condition} limit $2) as counted`,
    values: [after, limit, withInternal, ...values],
  })
  return result.rows[0]?.count ?? 0
}

/** The position of the topic's last event up to `upTo` that is not internal; what was archived when there is none. */
export async function lastPosition(pool: Pool, topic: Topic, upTo: bigint): Promise<bigint> {
  const { condition, values } = topicCondition(topic, 2)
  const result = await pool.query<{ position: string }>({
    name: `log-last-${topic.kind}`,
    text: `select coalesce(
        (select position from events where position <= $1 and not is_internal ${condition}
          order by position desc limit 1),
        (select archived from log_head where id = 1)) as position`,
    values: [upTo, ...values],
  })
  return BigInt(result.rows[0]?.position ?? 0)
}
