import { ticketCustomer, ticketTime } from './fill-chance.ts'

/** What a shop has for seven of ten tickets: an order of the customer and all that follows from it. */

/**
 * Who bought what when, by the number of the ticket about it. Three orders in four have one line, the rest up to four.
 * Of the newest fifth half are still on their way. The newest are placed four days before their ticket.
 */
export const purchases = `
  create temp table purchases as
  select n, ${ticketCustomer} as customer_id, placed_at, pg_temp.uuid7(placed_at, n, 'order') as order_id,
    pg_temp.uuid7(placed_at, n, 'delivery') as delivery_id,
    n <= :tickets * 0.8 or pg_temp.roll(n, 20, 2) = 0 as is_delivered, 3 + pg_temp.roll(n, 21, 6) as event_count,
    (array[1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 2, 2, 2, 3, 4])[1 + pg_temp.roll(n, 22, 20)] as line_count
  from generate_series(1, :tickets) as n
  cross join lateral (select ${ticketTime} - make_interval(days => 4 + pg_temp.roll(n, 23, 10)) as placed_at) as time
  where pg_temp.roll(n, 24, 10) < 7;
  create temp table lines as
  select n, place, name, category, 1 + (pg_temp.roll(n * 4 + place, 26, 10) / 9) as quantity,
    19900 + 1000 * pg_temp.roll(n * 4 + place, 27, 300)::bigint as unit_price
  from purchases
  cross join lateral generate_series(1, line_count) as place
  join (values (0, 'Kettle', 'home'), (1, 'Headphones', 'electronics'), (2, 'Running shoes', 'shoes'),
    (3, 'Winter jacket', 'clothes'), (4, 'Desk lamp', 'home'), (5, 'Picture book', 'books')) as goods(kind, name, category)
    on kind = pg_temp.roll(n * 4 + place, 25, 6);
  analyze purchases;
  analyze lines`

/** Shipping costs 299 roubles where the goods cost less than 3,000. */
const orders = `
  insert into orders (id, source, external_id, number, customer_id, status, currency_code, items_total, shipping_total,
    total, recipient_name, address_country, address_city, address_line, placed_at, approved_at, promised_to, delivered_at,
    source_updated_at, created_at)
  select order_id, 'bench', 'order ' || n, 'B' || n, customer_id,
    (case when is_delivered then 'DELIVERED' else 'SHIPPED' end)::order_status, 'RUB', goods, shipping, goods + shipping,
    'Customer', 'RU', 'Kazan', 'Station street, ' || n % 200, placed_at, placed_at + interval '2 minutes',
    placed_at + interval '5 days', case when is_delivered then placed_at + make_interval(hours => 9 * event_count) end,
    placed_at, placed_at
  from purchases
  join (select n, sum(quantity * unit_price) as goods from lines group by n) as sums using (n)
  cross join lateral (select case when goods < 300000 then 29900 else 0 end as shipping) as costs`

const orderItems = `
  insert into order_items (id, order_id, external_id, position, name, sku, category, quantity, unit_price, total)
  select pg_temp.uuid7(placed_at, n * 4 + place, 'line'), order_id, place, place, name, 'SKU-' || n % 5000, category,
    quantity, unit_price, quantity * unit_price
  from purchases join lines using (n)`

const payments = `
  insert into payments (id, source, external_id, order_id, customer_id, method, status, currency_code, amount,
    captured_amount, started_at, source_updated_at, created_at)
  select pg_temp.uuid7(orders.placed_at, n, 'payment'), 'bench', 'payment ' || n, order_id, orders.customer_id,
    (array['CARD', 'CARD', 'SBP', 'WALLET'])[1 + pg_temp.roll(n, 28, 4)]::payment_method, 'CAPTURED', currency_code, total,
    total, orders.placed_at, orders.placed_at, orders.placed_at
  from purchases join orders on orders.id = order_id`

const eventTime = (place: string) => `placed_at + make_interval(hours => 9 * ${place})`

const deliveries = `
  insert into deliveries (id, source, external_id, order_id, customer_id, carrier, tracking_number, status, raw_status,
    status_at, promised_to, delivered_at, is_late, source_updated_at, created_at)
  select delivery_id, 'bench', 'delivery ' || n, order_id, customer_id, 'cdek', (1000000000 + n)::text, status::delivery_status,
    status, at, placed_at + interval '5 days', case when is_delivered then at end, not is_delivered, at, placed_at
  from purchases
  cross join lateral (
    select case when is_delivered then 'DELIVERED' else 'IN_TRANSIT' end as status, ${eventTime('event_count')} as at
  ) as now`

const trackingEvents = `
  insert into tracking_events (id, delivery_id, code, raw_code, raw_text, location, occurred_at, received_at, source, digest)
  select id, delivery_id, code::delivery_status, code, initcap(replace(code, '_', ' ')), 'Kazan', at, at, 'bench',
    uuid_send(id)
  from purchases
  cross join lateral generate_series(1, event_count) as place
  cross join lateral (
    select pg_temp.uuid7(${eventTime('place')}, n * 8 + place, 'tracking') as id, ${eventTime('place')} as at,
      case place when 1 then 'CREATED' when 2 then 'HANDED_TO_CARRIER'
        when event_count then case when is_delivered then 'DELIVERED' else 'IN_TRANSIT' end else 'IN_TRANSIT' end as code
  ) as told`

/** What has to be there before the tickets about it. */
export const boughtStatements = [orders, orderItems, payments, deliveries, trackingEvents]

/** Of a tenth of what was delivered the first line is to be given back. */
const returns = `
  insert into returns (id, serial, customer_id, order_id, ticket_id, policy_version_id, status, reason, wish, decision,
    currency_code, created_at)
  select pg_temp.uuid7(created_at, n, 'return'), n, tickets.customer_id, tickets.order_id, tickets.id,
    (select id from policy_versions where kind = 'RETURNS' order by version desc limit 1), stage::return_status,
    'notSuitable', 'RETURN_AND_REFUND', case when stage = 'APPROVED' then 'RETURN_AND_REFUND'::return_decision end,
    'RUB', created_at
  from purchases
  join tickets on serial = n
  cross join lateral (select (array['REQUESTED', 'UNDER_REVIEW', 'APPROVED'])[1 + pg_temp.roll(n, 30, 3)] as stage) as state
  where is_delivered and pg_temp.roll(n, 29, 10) = 0;
  select setval('returns_serial_seq', :tickets)`

const returnItems = `
  insert into return_items (return_id, order_item_id, quantity)
  select returns.id, order_items.id, 1 from returns join order_items using (order_id) where position = 1`

/** A tenth of the tickets about an order are complaints. */
const complaints = `
  insert into complaints (id, serial, customer_id, ticket_id, order_id, delivery_id, about, status, resolution, closed_at,
    created_at)
  select pg_temp.uuid7(created_at, n, 'complaint'), n, tickets.customer_id, tickets.id, tickets.order_id, tickets.delivery_id,
    (enum_range(null::complaint_about))[1 + pg_temp.roll(n, 32, 5)], stage::complaint_status,
    case when stage = 'CLOSED' then 'EXPLANATION'::complaint_resolution end, case when stage = 'CLOSED' then created_at end,
    created_at
  from purchases
  join tickets on serial = n
  cross join lateral (select (array['RECEIVED', 'INVESTIGATING', 'CLOSED', 'CLOSED'])[1 + pg_temp.roll(n, 33, 4)] as stage) as state
  where pg_temp.roll(n, 31, 10) = 0;
  select setval('complaints_serial_seq', :tickets)`

/** What is asked for in the tickets. */
export const askedStatements = [returns, returnItems, complaints]

export const shopTables = [
  'orders',
  'order_items',
  'payments',
  'deliveries',
  'tracking_events',
  'returns',
  'return_items',
  'complaints',
]
