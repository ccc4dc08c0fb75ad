import type { Desk } from '../../../events/desk.ts'
import type { Given } from './details.ts'

const consideredMessages = 20
const consideredLetters = 2_000

/** What tickets have told so far: one statement for any number of them. */
export async function readGiven(
  { database: { pool } }: Desk,
  ticketIds: readonly string[],
): Promise<Map<string, Given>> {
  const { rows } = await pool.query<Given & { ticketId: string }>({
    name: 'tickets-given',
    text: `
      select tickets.id as "ticketId", order_id is not null as "hasOrder", delivery_id is not null as "hasDelivery",
        (select count(*) = 1 from order_items
          where order_items.order_id = tickets.order_id and not is_cancelled) as "hasSingleItem",
        exists (select 1 from returns where returns.ticket_id = tickets.id) as "hasReturn",
        exists (select 1 from messages join message_cards on message_cards.message_id = messages.id
          where messages.ticket_id = tickets.id and seq is not null and product_id is not null) as "hasProductCard",
        exists (select 1 from messages join attachments on attachments.message_id = messages.id
          where messages.ticket_id = tickets.id and seq is not null
            and attachments.status in ('PENDING', 'CLEAN')) as "hasAttachment",
        exists (select 1 from payments where payments.order_id = tickets.order_id) as "hasPayment",
        exists (select 1 from payments join payment_attempts on payment_attempts.payment_id = payments.id
          where payments.order_id = tickets.order_id and not is_successful) as "hasDeclinedPayment",
        concat_ws(E'\\n', subject, said.words) as words
      from tickets
      left join lateral (
        select string_agg(words, E'\\n') as words from (
          select left(text, ${consideredLetters}) as words from messages
          where messages.ticket_id = tickets.id and seq is not null and author_kind = 'CUSTOMER'
          order by seq limit ${consideredMessages}
        ) as first_ones
      ) as said on true
      where tickets.id = any($1::uuid[])`,
    values: [ticketIds],
  })
  return new Map(rows.map(({ ticketId, ...given }) => [ticketId, given]))
}
