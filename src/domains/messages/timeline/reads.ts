import type { AuthorKind } from '../../../core/prisma/enums.ts'
import type { EventType } from '../../../events/catalog.ts'
import type { Desk } from '../../../events/desk.ts'
import { shownTypes } from './entries.ts'

/**
 * Where an entry stands: the order of the log, which within a ticket is the order of `seq`. Messages that the log
 * does not tell of, imported ones, come before all it tells, by `seq`.
 */
export interface Place {
  /** The id of the event; 0 for a message without one. */
  readonly eventId: bigint
  /** The `seq` of a message without an event; else 0. */
  readonly seq: number
}

export interface TimelineRow extends Place {
  readonly ticketId: string
  readonly type: EventType
  readonly at: Date
  /** Of a message or a note. */
  readonly messageId: string | null
  readonly actorKind: AuthorKind
  readonly actorId: string | null
  readonly data: unknown
}

export interface TimelinePage {
  readonly take: number
  readonly isBackward: boolean
  readonly after: Place | null
  readonly before: Place | null
  /** True for those who may see the desk's own matters. */
  readonly withInternal: boolean
}

const maxBigint = 9_223_372_036_854_775_807n
const maxInt = 2_147_483_647

/** One page of each ticket's timeline, in one statement for any number of tickets; each reads its own page only. */
export async function readTimelines(
  { database: { pool } }: Desk,
  ticketIds: readonly string[],
  { take, isBackward, after, before, withInternal }: TimelinePage,
): Promise<TimelineRow[]> {
  const afterSeq = after === null ? 0 : after.eventId === 0n ? after.seq : maxInt
  const beforeSeq = before === null || before.eventId !== 0n ? maxInt : before.seq
  const { rows } = await pool.query<TimelineRow & { eventId: string }>({
    name: `timelines-${isBackward ? 'backward' : 'forward'}`,
    text: pageText(isBackward ? 'desc' : 'asc'),
    values: [
      ticketIds,
      take,
      afterSeq,
      beforeSeq,
      after?.eventId ?? 0n,
      before?.eventId ?? maxBigint,
      shownTypes,
      withInternal,
    ],
  })
  return rows.map((row) => ({ ...row, eventId: BigInt(row.eventId) }))
}

/** Numbered events are read by their index, the few that the sequencer has not come to yet after them. */
function pageText(way: 'asc' | 'desc'): string {
  const columns = `id as "eventId", 0 as seq, type, occurred_at as at, (data ->> 'messageId')::uuid as "messageId",
    actor_kind as "actorKind", actor_id as "actorId", data`
  const shown = `ticket_id = asked.id and type = any($7::text[]) and ($8 or not is_internal)`
  return `
    with bounds as materialized (
      select coalesce((select coalesce(position, ${maxBigint}) from "events" where id = $5), 0) as after,
        coalesce((select coalesce(position, ${maxBigint}) from "events" where id = $6),
          case when $6 = ${maxBigint} then $6 else 0 end) as before
    )
    select asked.id as "ticketId", page.* from unnest($1::uuid[]) as asked(id) cross join bounds cross join lateral (
      (select 0::bigint as position, 0::bigint as "eventId", seq, 'message.sent' as type, created_at as at,
          id as "messageId", author_kind as "actorKind", coalesce(author_customer_id, author_operator_id) as "actorId",
          '{}'::jsonb as data
        from "messages" where ticket_id = asked.id and seq > $3 and seq < $4 and seq < coalesce(
          (select (data ->> 'seq')::int from "events" where ticket_id = asked.id and type = 'message.sent'
            order by position, id limit 1), ${maxInt})
        order by seq ${way} limit $2)
      union all
      (select position, ${columns} from "events"
        where ${shown} and position > bounds.after and position < bounds.before
        order by position ${way} limit $2)
      union all
      (select ${maxBigint}, ${columns} from "events"
        where ${shown} and position is null and id > case when bounds.after = ${maxBigint} then $5 else 0 end
          and id < $6
        order by id ${way} limit $2)
      order by position ${way}, "eventId" ${way}, seq ${way} limit $2
    ) as page
    order by asked.id, position ${way}, "eventId" ${way}, seq ${way}`
}
