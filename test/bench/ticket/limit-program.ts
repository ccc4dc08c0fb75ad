import { Pool } from 'pg'
import { readEnv } from '../../../src/env.ts'
import { openAskers } from '../askers.ts'
import { iso, lastMessages, list, money, one, readable, ticketColumns, visible } from '../limit-sql.ts'
import { serveBare } from '../serve.ts'

/** The limit: what a ticket costs when it is one hand-written statement behind bare HTTP and the same token check. */

const customer = one(
  `'cus_' || id as id, name, email, phone, locale, is_guest as "isGuest"`,
  'customers where id = t.customer_id',
)
const items = list(
  `'itm_' || id as id, name, sku, category, quantity, is_cancelled as "isCancelled", ${money('unit_price')} as "unitPrice",
   ${money('total')} as total`,
  `(select order_items.*, orders.currency_code from order_items where order_id = orders.id order by position) as lines`,
)
const payments = list(
  `'pay_' || id as id, method, status, ${money('amount')} as amount, ${money('captured_amount')} as "capturedAmount",
   ${iso('started_at')} as "startedAt"`,
  'payments where order_id = orders.id order by started_at, id',
)
const events = list(
  `'trk_' || id as id, code, raw_text as "rawText", location, ${iso('occurred_at')} as "occurredAt"`,
  `(select * from tracking_events where delivery_id = deliveries.id order by occurred_at desc, id desc limit 20) as newest
   order by occurred_at, id`,
)
const deliveries = list(
  `'dlv_' || id as id, carrier, tracking_number as "trackingNumber", status, ${iso('status_at')} as "statusAt",
   ${iso('promised_to')} as "promisedTo", ${iso('delivered_at')} as "deliveredAt", is_late as "isLate",
   json_build_object('nodes', ${events}) as events`,
  'deliveries where order_id = orders.id order by created_at, id',
)
const order = one(
  `'ord_' || id as id, number, status, ${iso('placed_at')} as "placedAt", ${iso('promised_to')} as "promisedTo",
   ${iso('delivered_at')} as "deliveredAt", ${money('items_total')} as "itemsTotal",
   ${money('shipping_total')} as "shippingTotal", ${money('total')} as total, ${items} as items, ${payments} as payments,
   ${deliveries} as deliveries`,
  'orders where id = t.order_id',
)
const returned = list(
  `'itm_' || order_item_id as "orderItemId", quantity, received_quantity as "receivedQuantity"`,
  'return_items where return_id = returns.id order by order_item_id',
)
const returns = list(
  `'ret_' || id as id, ${readable('R')} as number, status, reason, wish, decision, ${iso('created_at')} as "createdAt",
   ${returned} as items`,
  'returns where ticket_id = t.id order by created_at desc, id desc limit 10',
)
const complaint = one(
  `'cmp_' || id as id, ${readable('C')} as number, about, status, resolution, ${iso('answer_due_at')} as "answerDueAt",
   ${iso('created_at')} as "createdAt", ${iso('closed_at')} as "closedAt"`,
  'complaints where ticket_id = t.id',
)

const ticket = `
  select '{"data":{"ticket":' || coalesce((
    select row_to_json(ticket)::text from (
      select ${ticketColumns}, t.resolution, ${iso('t.resolved_at')} as "resolvedAt", ${iso('t.closed_at')} as "closedAt",
        ${customer} as customer, ${order} as "order", json_build_object('nodes', ${returns}) as returns,
        ${complaint} as complaint, ${lastMessages(50)}
      from tickets t where t.id = $3 and ${visible}
    ) as ticket
  ), 'null') || '}}' as json`

const env = readEnv()
const pool = new Pool({
  connectionString: env.DATABASE_URL,
  max: env.DATABASE_POOL,
  options: '-c TimeZone=UTC -c plan_cache_mode=force_generic_plan',
})
const askerOf = await openAskers(pool)

serveBare(async (body, authorization) => {
  const { operatorId, teamIds } = await askerOf(authorization)
  const { id } = (JSON.parse(body) as { variables: { id: string } }).variables
  const values = [operatorId, teamIds, id.slice('tkt_'.length)]
  const found = await pool.query<{ json: string }>({ name: 'ticket', text: ticket, values })
  return found.rows[0]?.json ?? ''
})
