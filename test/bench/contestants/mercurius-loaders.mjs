/** A loader for each relation, one prepared statement each, written by hand. */

const customerColumns = 'id, name, email, phone, locale, is_guest as "isGuest"'
const orderColumns = `id, number, status, placed_at as "placedAt", promised_to as "promisedTo", delivered_at as "deliveredAt",
  items_total as "itemsTotal", shipping_total as "shippingTotal", total, currency_code as "currencyCode"`
const itemColumns = `i.order_id as "orderId", i.id, name, sku, category, quantity, is_cancelled as "isCancelled",
  unit_price as "unitPrice", i.total, currency_code as "currencyCode"`
const paymentColumns = `order_id as "orderId", id, method, status, amount, captured_amount as "capturedAmount",
  currency_code as "currencyCode", started_at as "startedAt"`
const deliveryColumns = `order_id as "orderId", id, carrier, tracking_number as "trackingNumber", status, status_at as "statusAt",
  promised_to as "promisedTo", delivered_at as "deliveredAt", is_late as "isLate"`
const complaintColumns = `ticket_id as "ticketId", id, serial, about, status, resolution, answer_due_at as "answerDueAt",
  created_at as "createdAt", closed_at as "closedAt"`
const messageColumns = `m.id, seq, kind, text, author_kind as "authorKind", author_name as "authorName",
  author_customer_id as "authorCustomerId", author_operator_id as "authorOperatorId", created_at as "createdAt"`

/** @param rows runs a prepared statement by name */
export function loadersOver(rows) {
  const ids = (queries, key) => [...new Set(queries.map(({ obj }) => obj[key]).filter((id) => id !== null))]
  const loader = (load) => ({ opts: { cache: false }, loader: load })

  /** The row that each parent names in `key`. */
  const related = (key, name, text, column = 'id') =>
    loader(async (queries) => {
      const found = await rows(name, text, [ids(queries, key)])
      const byId = new Map(found.map((row) => [row[column], row]))
      return queries.map(({ obj }) => byId.get(obj[key]) ?? null)
    })

  /** The rows of each parent, in the statement's order. */
  async function grouped(queries, column, found) {
    const lists = new Map(queries.map(({ obj }) => [obj.id, []]))
    for (const row of await found) lists.get(row[column]).push(row)
    return queries.map(({ obj }) => lists.get(obj.id))
  }
  const children = (column, name, text) =>
    loader(async (queries) => await grouped(queries, column, rows(name, text, [ids(queries, 'id')])))

  /** A page of each parent's rows; `text` finds those of `given.id`, `$2` at most. */
  const page = (argument, name, text, arrange = (list) => list) =>
    loader(async (queries) => {
      const most = Math.max(...queries.map(({ params }) => params[argument]))
      const statement = `select given.id as "parentId", child.* from unnest($1::uuid[]) as given(id) cross join lateral (${text}) as child`
      const lists = await grouped(queries, 'parentId', rows(name, statement, [ids(queries, 'id'), most]))
      return lists.map((list, index) => ({ nodes: arrange(list.slice(0, queries[index].params[argument])) }))
    })
  const reversed = (list) => list.toReversed()

  return {
    Ticket: {
      customer: related(
        'customerId',
        'customers',
        `select ${customerColumns} from customers where id = any($1::uuid[])`,
      ),
      assignee: related(
        'assigneeId',
        'operators',
        'select id, name from operators where id = any($1::uuid[])',
      ),
      team: related('teamId', 'teams', 'select id, key, name from teams where id = any($1::uuid[])'),
      order: related('orderId', 'orders', `select ${orderColumns} from orders where id = any($1::uuid[])`),
      delivery: related(
        'deliveryId',
        'delivery',
        `select ${deliveryColumns} from deliveries where id = any($1::uuid[])`,
      ),
      complaint: related(
        'id',
        'complaint',
        `select ${complaintColumns} from complaints where ticket_id = any($1::uuid[])`,
        'ticketId',
      ),
      returns: page(
        'first',
        'returns',
        `select id, serial, status, reason, wish, decision, created_at as "createdAt" from returns
         where ticket_id = given.id order by created_at desc, id desc limit $2`,
      ),
      messages: page(
        'last',
        'messages',
        `select ${messageColumns} from messages m where ticket_id = given.id and seq is not null
         order by seq desc limit $2`,
        reversed,
      ),
    },
    Order: {
      items: children(
        'orderId',
        'items',
        `select ${itemColumns} from order_items i join orders on orders.id = order_id
         where order_id = any($1::uuid[]) order by position`,
      ),
      payments: children(
        'orderId',
        'payments',
        `select ${paymentColumns} from payments where order_id = any($1::uuid[]) order by started_at, id`,
      ),
      deliveries: children(
        'orderId',
        'deliveries',
        `select ${deliveryColumns} from deliveries where order_id = any($1::uuid[]) order by created_at, id`,
      ),
    },
    Delivery: {
      events: page(
        'last',
        'events',
        `select id, code, raw_text as "rawText", location, occurred_at as "occurredAt" from tracking_events
         where delivery_id = given.id order by occurred_at desc, id desc limit $2`,
        reversed,
      ),
    },
    Return: {
      items: children(
        'returnId',
        'returned',
        `select return_id as "returnId", order_item_id as "orderItemId", quantity, received_quantity as "receivedQuantity"
         from return_items where return_id = any($1::uuid[]) order by order_item_id`,
      ),
    },
  }
}
