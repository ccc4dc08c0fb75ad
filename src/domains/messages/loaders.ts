import { perContext } from '../../graphql/loader.ts'
import { readerOf } from './actions/read.ts'
import type { Given } from './intake/details.ts'
import { readGiven } from './intake/reads.ts'

/** How many public messages of the other side the viewer has not read, per ticket: one statement for any number. */
export const unreadCounts = perContext<string, number>(async ({ desk, viewer }, ticketIds) => {
  if (viewer.kind !== 'customer' && viewer.kind !== 'operator') return ticketIds.map(() => 0)
  const result = await desk.database.pool.query<{ ticketId: string; count: number }>({
    name: 'unread-counts',
    text: `
      select given.id as "ticketId", count(messages.id)::int as count
      from unnest($1::uuid[]) as given(id)
      left join read_markers on read_markers.ticket_id = given.id and reader_id = $2
      join messages on messages.ticket_id = given.id and seq > coalesce(read_seq, 0)
        and (author_kind = 'CUSTOMER') <> $3
      group by given.id`,
    values: [ticketIds, readerOf(viewer), viewer.kind === 'customer'],
  })
  const counts = new Map(result.rows.map(({ ticketId, count }) => [ticketId, count]))
  return ticketIds.map((id) => counts.get(id) ?? 0)
})

export interface ReadUpTo {
  readonly customer: number
  readonly desk: number
}

/** Up to which `seq` each side has read, per ticket. */
export const readMarkers = perContext<string, ReadUpTo>(async ({ desk }, ticketIds) => {
  const rows = await desk.database.prisma.readMarker.groupBy({
    by: ['ticketId', 'side'],
    where: { ticketId: { in: [...ticketIds] } },
    _max: { readSeq: true },
  })
  const of = (ticketId: string, side: string) =>
    rows.find((row) => row.ticketId === ticketId && row.side === side)?._max.readSeq ?? 0
  return ticketIds.map((id) => ({ customer: of(id, 'CUSTOMER'), desk: of(id, 'OPERATOR') }))
})

/** What a ticket has told so far, for the details that its topic needs. */
export const givenDetails = perContext<string, Given>(async ({ desk }, ticketIds) => {
  const given = await readGiven(desk, ticketIds)
  return ticketIds.map((id) => given.get(id) ?? new Error('the ticket is gone'))
})
