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
  /** Of a service that came with a service token. Only the log keeps it: what a service wrote has no author. */
  readonly serviceTokenId?: string
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
      ${actor.kind}::author_kind, ${idOf(actor)}::uuid, ${JSON.stringify(data)}::jsonb)
    returning id`
  const id = rows[0]?.id
  if (id === undefined) throw new Error('an insert that returns its id returned none')
  noteAppended(tx, { type, ...subjects })
  return id
}

function idOf({ id, serviceTokenId }: Actor): string | null {
  return id ?? serviceTokenId ?? null
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
    select type, is_internal, ticket_id, customer_id, operator_id, ${actor.kind}::author_kind, ${idOf(actor)}::uuid, data
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given(
      type text, is_internal boolean, ticket_id uuid, customer_id uuid, operator_id uuid, data jsonb)
    returning id`
  for (const { type, subjects } of events) noteAppended(tx, { type, ...subjects })
  return inserted.map(({ id }) => id)
}

/** Which events of the log a reader wants: one ticket's, one customer's, or all. */
export type Topic =
  | { readonly kind: 'ticket'; readonly ticketId: string }
  /** `customerIds`: the customer, and the guests it was before it logged in. */
  | { readonly kind: 'customer'; readonly customerIds: readonly string[] }
  | { readonly kind: 'all' }

export const columns = `id, position, type, is_internal as "isInternal", ticket_id as "ticketId", customer_id as "customerId",
  operator_id as "operatorId", actor_kind as "actorKind", actor_id as "actorId", data, occurred_at as "occurredAt"`

export interface Row extends Omit<LogEvent, 'id' | 'position'> {
  id: string
  position: string
}

export const eventOf = ({ id, position, ...row }: Row): LogEvent => ({
  ...row,
  id: BigInt(id),
  position: BigInt(position),
})

/** Events of a topic with `after` < position ≤ `upTo`, in order, at most `limit`. */
export async function readLog(
  pool: Pool,
  topic: Topic,
  after: bigint,
  upTo: bigint,
  limit: number,
): Promise<LogEvent[]> {
  const { name, condition, values } = topicCondition(topic, 4)
  const result = await pool.query<Row>({
    name: `log-${name}`,
    text: `select ${columns} from events where position > $1 and position <= $2 ${condition}
      order by position limit $3`,
    values: [after, upTo, limit, ...values],
  })
  return result.rows.map(eventOf)
}

/**
 * The same with how far the log was archived at that very moment: events up to there are missing without a gap to be
 * seen.
 */
export async function readHistory(
  pool: Pool,
  topic: Topic,
  after: bigint,
  upTo: bigint,
  limit: number,
): Promise<{ events: LogEvent[]; archived: bigint }> {
  const { name, condition, values } = topicCondition(topic, 4)
  const result = await pool.query<Row & { archived: string }>({
    name: `log-history-${name}`,
    text: `select log_head.archived, history.* from log_head left join lateral (
        select ${columns} from events where position > $1 and position <= $2 ${condition}
        order by position limit $3) as history on true
      where log_head.id = 1 order by history.position`,
    values: [after, upTo, limit, ...values],
  })
  const [first] = result.rows
  const rows = result.rows.filter(({ position }) => position !== null)
  return { events: rows.map(eventOf), archived: BigInt(first?.archived ?? 0) }
}

/** Events of some types among the next `limit` of the log, and how far that is. */
export async function readBatch(
  tx: Tx,
  types: readonly EventType[],
  after: bigint,
  limit: number,
): Promise<{ events: LogEvent[]; upTo: bigint; isFull: boolean }> {
  const [next] = await tx.$queryRaw<{ count: number; upTo: bigint | null }[]>`
    select count(*)::int as count, max(position) as "upTo"
    from (select position from events where position > ${after} order by position limit ${limit}) as next`
  const upTo = next?.upTo ?? after
  const isFull = next?.count === limit
  if (upTo === after) return { events: [], upTo, isFull }
  const events = await tx.$queryRaw<LogEvent[]>`
    select ${Prisma.raw(columns)} from events
    where position > ${after} and position <= ${upTo} and type = any(${[...types]}::text[]) order by position`
  return { events, upTo, isFull }
}

/** The condition, its values, and a name for statements with it: one that was prepared keeps its text. */
function topicCondition(topic: Topic, place: number): { name: string; condition: string; values: unknown[] } {
  if (topic.kind === 'all') return { name: 'all', condition: '', values: [] }
  if (topic.kind === 'ticket') {
    return { name: 'ticket', condition: `and ticket_id = $${place}`, values: [topic.ticketId] }
  }
  const [customerId, ...others] = topic.customerIds
  // One value lets the index give the order; the guests of a customer are few.
  return others.length === 0
    ? { name: 'customer', condition: `and customer_id = $${place}`, values: [customerId] }
    : {
        name: 'customers',
        condition: `and customer_id = any($${place}::uuid[])`,
        values: [topic.customerIds],
      }
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
  const { name, condition, values } = topicCondition(topic, 4)
  const result = await pool.query<{ count: number }>({
    name: `log-count-${name}`,
    text: `select count(*)::int as count
      from (select 1 from events where position > $1 and ($3 or not is_internal) ${condition} limit $2) as counted`,
    values: [after, limit, withInternal, ...values],
  })
  return result.rows[0]?.count ?? 0
}

/** The position of the topic's last event up to `upTo` that is not internal; what was archived when there is none. */
export async function lastPosition(pool: Pool, topic: Topic, upTo: bigint): Promise<bigint> {
  const { name, condition, values } = topicCondition(topic, 2)
  const result = await pool.query<{ position: string }>({
    name: `log-last-${name}`,
    text: `select coalesce(
        (select position from events where position <= $1 and not is_internal ${condition}
          order by position desc limit 1),
        (select archived from log_head where id = 1)) as position`,
    values: [upTo, ...values],
  })
  return BigInt(result.rows[0]?.position ?? 0)
}
