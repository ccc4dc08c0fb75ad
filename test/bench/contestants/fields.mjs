import { GraphQLScalarType } from 'graphql'
import { decimal, readable } from '../shown.ts'

/** How rows are shown by contestants with resolvers by hand; the columns have Prisma's names. */

const id = (prefix) => (row) => `${prefix}_${row.id}`

/** Fields of a row that are money: of its own currency, or of its order's. */
function money(...names) {
  const show = (name) => (row) => ({
    amount: decimal(row[name]),
    currencyCode: row.currencyCode ?? row.order.currencyCode,
  })
  return Object.fromEntries(names.map((name) => [name, show(name)]))
}

export const fields = {
  DateTime: new GraphQLScalarType({ name: 'DateTime', serialize: (date) => date.toISOString() }),
  Ticket: { id: id('tkt'), number: ({ serial }) => readable('T', serial) },
  Customer: { id: id('cus') },
  Operator: { id: id('opr') },
  Team: { id: id('tea') },
  Order: { id: id('ord'), ...money('itemsTotal', 'shippingTotal', 'total') },
  OrderItem: { id: id('itm'), ...money('unitPrice', 'total') },
  Payment: { id: id('pay'), ...money('amount', 'capturedAmount') },
  Delivery: { id: id('dlv') },
  TrackingEvent: { id: id('trk') },
  Return: { id: id('ret'), number: ({ serial }) => readable('R', serial) },
  ReturnItem: { orderItemId: ({ orderItemId }) => `itm_${orderItemId}` },
  Complaint: { id: id('cmp'), number: ({ serial }) => readable('C', serial) },
  Message: { id: id('msg'), author: (message) => message },
  Author: {
    kind: ({ authorKind }) => authorKind,
    id: ({ authorCustomerId, authorOperatorId }) =>
      authorCustomerId !== null ? `cus_${authorCustomerId}` : authorOperatorId && `opr_${authorOperatorId}`,
    name: ({ authorName }) => authorName,
  },
}

/** The UUID of a ticket's public id. */
export const ticketUuid = (publicId) => publicId.slice('tkt_'.length)
