import { Pool } from 'pg'
import { readEnv } from '../../../src/env.ts'
import { openAskers } from '../askers.ts'
import { iso, lastMessages, list, money, one, ticketColumns, visible } from '../limit-sql.ts'
import { serveBare } from '../serve.ts'

/** The limit: what a page costs when it is one hand-written statement behind bare HTTP and the same token check. */

const order = one(
  `'ord_' || id as id, number, status, ${iso('placed_at')} as "placedAt", ${money('total')} as total,
   ${list(`'itm_' || id as id, name, quantity`, 'order_items where order_id = orders.id order by position')} as items`,
  'orders where id = t.order_id',
)
const delivery = one(
  `'dlv_' || id as id, carrier, tracking_number as "trackingNumber", status, ${iso('status_at')} as "statusAt",
   ${iso('promised_to')} as "promisedTo", is_late as "isLate"`,
  'deliveries where id = t.delivery_id',
)
const customer = one(
  `'cus_' || id as id, name, email, locale, is_guest as "isGuest"`,
  'customers where id = t.customer_id',
)

const page = `
  select '{"data":{"tickets":{"nodes":[' || coalesce(string_agg(json, ',' order by place) filter (where place <= $4), '')
    || '],"pageInfo":{"hasNextPage":' || (count(*) > $4)::text || '}}}}' as json
  from (
    select row_number() over (order by t.last_activity_at desc, t.id desc) as place, (
      select row_to_json(ticket)::text from (
        select ${ticketColumns}, ${customer} as customer, ${order} as "order", ${delivery} as delivery, ${lastMessages(5)}
      ) as ticket
    ) as json
    from (
      select * from tickets
      where status = any($3::ticket_status[]) and ${visible}
      order by last_activity_at desc, id desc limit $4 + 1
    ) as t
  ) as made`

const env = readEnv()
const pool = new Pool({
  connectionString: env.DATABASE_URL,
  max: env.DATABASE_POOL,
  // Planning anew for each operator's teams would cost more than half as much as the page itself.
  options: '-c TimeZone=UTC -c plan_cache_mode=force_generic_plan',
})
const askerOf = await openAskers(pool)

interface Asked {
  readonly variables: { readonly filter: { readonly statuses: string[] }; readonly first: number }
}

serveBare(async (body, authorization) => {
  const { operatorId, teamIds } = await askerOf(authorization)
  const { filter, first } = (JSON.parse(body) as Asked).variables
  const values = [operatorId, teamIds, filter.statuses, first]
  const found = await pool.query<{ json: string }>({ name: 'page', text: page, values })
  return found.rows[0]?.json ?? ''
})
