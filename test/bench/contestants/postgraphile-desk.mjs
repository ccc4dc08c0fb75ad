import { listOfCodec, TYPES } from 'postgraphile/@dataplan/pg'
import { connection, context, lambda } from 'postgraphile/grafast'
import { extendSchema, gql } from 'postgraphile/utils'
import { shownBy } from './postgraphile-fields.mjs'

/** Policy, public ids, dates and money are SQL in plans, so that an answer stays one prepared statement. */

const typeDefs = gql`
  extend type Query {
    inbox(statuses: [TicketStatus!]!): TicketConnection
    inboxTicket(id: String!): Ticket
  }
  extend type Ticket {
    publicId: ID! number: String! lastActivityIso: String! createdIso: String! resolvedIso: String closedIso: String
    publicMessages: MessageConnection
    publicReturns: ReturnConnection
    publicComplaint: Complaint
  }
  extend type Customer { publicId: ID! }
  extend type Operator { publicId: ID! }
  extend type Team { publicId: ID! }
  type ShownMoney { amount: String! currencyCode: String! }
  extend type Order {
    publicId: ID! placedIso: String! promisedIso: String deliveredIso: String
    itemsTotalMoney: ShownMoney! shippingTotalMoney: ShownMoney! totalMoney: ShownMoney!
    publicItems: [OrderItem!]! publicPayments: [Payment!]! publicDeliveries: [Delivery!]!
  }
  extend type OrderItem { publicId: ID! unitPriceMoney: ShownMoney! totalMoney: ShownMoney! }
  extend type Payment { publicId: ID! startedIso: String! amountMoney: ShownMoney! capturedAmountMoney: ShownMoney! }
  extend type Delivery {
    publicId: ID! statusIso: String promisedIso: String deliveredIso: String
    publicEvents: TrackingEventConnection
  }
  extend type TrackingEvent { publicId: ID! occurredIso: String! }
  extend type Return { publicId: ID! number: String! createdIso: String! publicItems: [ReturnItem!]! }
  extend type ReturnItem { publicOrderItemId: ID! }
  extend type Complaint { publicId: ID! number: String! createdIso: String! closedIso: String answerDueIso: String }
  extend type Message { publicId: ID! createdIso: String! author: Author! }
  type Author { kind: AuthorKind! id: ID name: String }
`

export const DeskPlugin = extendSchema((build) => {
  const { sql } = build
  const { tickets } = build.pgResources
  const { publicId, readable, iso, money, children } = shownBy(build)

  /** The tickets that the asker may see. The shop's own rows the desk sees all of. */
  function visibleTickets() {
    const $asker = context().get('asker')
    const $tickets = tickets.find()
    const { alias } = $tickets
    const operatorId = $tickets.placeholder($asker.get('operatorId'), TYPES.uuid)
    const teamIds = $tickets.placeholder($asker.get('teamIds'), listOfCodec(TYPES.uuid))
    $tickets.where(
      sql`(${alias}.assignee_id = ${operatorId} or ${alias}.team_id is null or ${alias}.team_id = any(${teamIds}))`,
    )
    return $tickets
  }

  const plans = {
    Query: {
      inbox(_$root, { $statuses }) {
        const $tickets = visibleTickets()
        const codec = listOfCodec(tickets.codec.attributes.status.codec)
        $tickets.where(sql`${$tickets.alias}.status = any(${$tickets.placeholder($statuses, codec)})`)
        $tickets.orderBy({ attribute: 'last_activity_at', direction: 'DESC' })
        $tickets.orderBy({ attribute: 'id', direction: 'DESC' })
        $tickets.setOrderIsUnique()
        // `first` and `last` come with every connection.
        return connection($tickets)
      },
      inboxTicket(_$root, { $id }) {
        const $tickets = visibleTickets()
        const $uuid = lambda($id, (id) => id.slice('tkt_'.length))
        $tickets.where(sql`${$tickets.alias}.id = ${$tickets.placeholder($uuid, TYPES.uuid)}`)
        return $tickets.single()
      },
    },
    Ticket: {
      publicId: publicId('tkt'),
      number: readable('T'),
      lastActivityIso: iso('last_activity_at'),
      createdIso: iso('created_at'),
      resolvedIso: iso('resolved_at'),
      closedIso: iso('closed_at'),
      publicMessages($ticket) {
        const $messages = children('messages', 'ticket_id', ['seq', 'ASC'])($ticket)
        $messages.where(sql`${$messages.alias}.seq is not null`)
        return connection($messages)
      },
      publicReturns: ($ticket) =>
        connection(children('returns', 'ticket_id', ['created_at', 'DESC'], ['id', 'DESC'])($ticket)),
      publicComplaint: ($ticket) => children('complaints', 'ticket_id', ['id', 'ASC'])($ticket).single(),
    },
    Customer: { publicId: publicId('cus') },
    Operator: { publicId: publicId('opr') },
    Team: { publicId: publicId('tea') },
    Order: {
      publicId: publicId('ord'),
      placedIso: iso('placed_at'),
      promisedIso: iso('promised_to'),
      deliveredIso: iso('delivered_at'),
      itemsTotalMoney: money('items_total'),
      shippingTotalMoney: money('shipping_total'),
      totalMoney: money('total'),
      publicItems: children('order_items', 'order_id', ['position', 'ASC']),
      publicPayments: children('payments', 'order_id', ['started_at', 'ASC'], ['id', 'ASC']),
      publicDeliveries: children('deliveries', 'order_id', ['created_at', 'ASC'], ['id', 'ASC']),
    },
    OrderItem: {
      publicId: publicId('itm'),
      unitPriceMoney: money('unit_price', 'orders'),
      totalMoney: money('total', 'orders'),
    },
    Payment: {
      publicId: publicId('pay'),
      startedIso: iso('started_at'),
      amountMoney: money('amount'),
      capturedAmountMoney: money('captured_amount'),
    },
    Delivery: {
      publicId: publicId('dlv'),
      statusIso: iso('status_at'),
      promisedIso: iso('promised_to'),
      deliveredIso: iso('delivered_at'),
      publicEvents: ($delivery) =>
        connection(
          children('tracking_events', 'delivery_id', ['occurred_at', 'ASC'], ['id', 'ASC'])($delivery),
        ),
    },
    TrackingEvent: { publicId: publicId('trk'), occurredIso: iso('occurred_at') },
    Return: {
      publicId: publicId('ret'),
      number: readable('R'),
      createdIso: iso('created_at'),
      publicItems: children('return_items', 'return_id', ['order_item_id', 'ASC']),
    },
    ReturnItem: { publicOrderItemId: publicId('itm', 'order_item_id') },
    Complaint: {
      publicId: publicId('cmp'),
      number: readable('C'),
      createdIso: iso('created_at'),
      closedIso: iso('closed_at'),
      answerDueIso: iso('answer_due_at'),
    },
    Message: { publicId: publicId('msg'), createdIso: iso('created_at'), author: ($message) => $message },
    Author: {
      kind: ($message) => $message.get('author_kind'),
      id($message) {
        const { alias } = $message.getClassStep()
        return $message.select(
          sql`coalesce('cus_' || ${alias}.author_customer_id, 'opr_' || ${alias}.author_operator_id)`,
          TYPES.text,
        )
      },
      name: ($message) => $message.get('author_name'),
    },
  }
  const objects = Object.fromEntries(Object.entries(plans).map(([type, of]) => [type, { plans: of }]))
  return { typeDefs, objects }
})
