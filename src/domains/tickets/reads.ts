import type { Viewer } from '../../auth/viewer.ts'
import type { Prisma } from '../../core/prisma/client.ts'
import type { Desk } from '../../events/desk.ts'
import { maySeeInternal } from './policy.ts'

/** A search considers this many tickets, those written to last. */
export const searchLimit = 1_000

/**
 * Tickets whose subject or messages hold the words, in Russian or English, in any form and case. Buyers search what
 * they may read: their own tickets, public messages only. The caller's where clause applies the policy again.
 */
export async function searchTickets(
  desk: Desk,
  viewer: Viewer,
  words: string,
): Promise<Prisma.TicketWhereInput> {
  const customerId = viewer.kind === 'customer' ? viewer.customerId : null
  const result = await desk.database.pool.query<{ id: string }>({
    name: 'ticket-search',
    text: `
      with query as (select websearch_to_tsquery('russian', $1) as words),
      found as (
        select tickets.id, tickets.last_activity_at from tickets, query
        where to_tsvector('russian', subject) @@ words and ($2::uuid is null or customer_id = $2)
        union
        select tickets.id, tickets.last_activity_at from messages join tickets on tickets.id = messages.ticket_id, query
        where to_tsvector('russian', text) @@ words and ($3 or seq is not null)
          and ($2::uuid is null or customer_id = $2)
      )
      select id from found order by last_activity_at desc limit ${searchLimit}`,
    values: [words.replaceAll('\0', ''), customerId, maySeeInternal(viewer)],
  })
  return { id: { in: result.rows.map(({ id }) => id) } }
}
