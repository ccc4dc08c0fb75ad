import { now } from '../../core/clock.ts'
import { perContext } from '../../graphql/loader.ts'
import type { ReplyWindow } from '../channels/rules.ts'
import { replyWindowAt } from '../channels/rules.ts'

/** Until when each ticket may be answered; null where nothing limits it. One statement for any number. */
export const replyWindows = perContext<string, ReplyWindow | null>(async ({ desk }, ticketIds) => {
  const { rows } = await desk.database.pool.query<{
    id: string
    windowSeconds: number | null
    lastInboundAt: Date | null
  }>({
    name: 'reply-windows',
    text: `
      select tickets.id, reply_window_seconds as "windowSeconds",
        case when reply_window_seconds is not null then coalesce(last_inbound_at,
          (select max(messages.created_at) from messages where ticket_id = tickets.id and author_kind = 'CUSTOMER'))
        end as "lastInboundAt"
      from tickets
      left join ticket_threads on ticket_threads.ticket_id = tickets.id
      left join threads on threads.id = thread_id
      join channel_settings on channel_settings.channel = coalesce(threads.channel, tickets.channel)
      where tickets.id = any($1::uuid[])`,
    values: [ticketIds],
  })
  const found = new Map(rows.map((row) => [row.id, row]))
  return ticketIds.map((id) => {
    const row = found.get(id)
    return row === undefined ? null : replyWindowAt(row.windowSeconds, row.lastInboundAt, now())
  })
})
