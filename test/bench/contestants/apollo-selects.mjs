/** What Apollo's resolvers ask Prisma for: one call with everything a question shows. */

const all = (...names) => Object.fromEntries(names.map((name) => [name, true]))

const messages = (last) => ({
  where: { seq: { not: null } },
  orderBy: { seq: 'desc' },
  take: last,
  select: all(
    'id',
    'seq',
    'kind',
    'text',
    'authorKind',
    'authorName',
    'authorCustomerId',
    'authorOperatorId',
    'createdAt',
  ),
})

const ticket = {
  ...all('id', 'serial', 'subject', 'topic', 'channel', 'status', 'priority', 'language', 'tags', 'version'),
  ...all('lastSeq', 'lastActivityAt', 'createdAt'),
  assignee: { select: all('id', 'name') },
  team: { select: all('id', 'key', 'name') },
}
const delivery = all('id', 'carrier', 'trackingNumber', 'status', 'statusAt', 'promisedTo', 'isLate')
const order = all('id', 'number', 'status', 'placedAt', 'total', 'currencyCode')
const byPosition = { orderBy: { position: 'asc' } }

export const pageSelect = ({ messages: { last } }) => ({
  ...ticket,
  customer: { select: all('id', 'name', 'email', 'locale', 'isGuest') },
  order: { select: { ...order, items: { ...byPosition, select: all('id', 'name', 'quantity') } } },
  delivery: { select: delivery },
  messages: messages(last),
})

const items = {
  ...byPosition,
  select: {
    ...all('id', 'name', 'sku', 'category', 'quantity', 'isCancelled', 'unitPrice', 'total'),
    order: { select: all('currencyCode') },
  },
}
const payments = {
  orderBy: [{ startedAt: 'asc' }, { id: 'asc' }],
  select: all('id', 'method', 'status', 'amount', 'capturedAmount', 'currencyCode', 'startedAt'),
}
const events = (last) => ({
  orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }],
  take: last,
  select: all('id', 'code', 'rawText', 'location', 'occurredAt'),
})
const returns = (first) => ({
  orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  take: first,
  select: {
    ...all('id', 'serial', 'status', 'reason', 'wish', 'decision', 'createdAt'),
    items: {
      orderBy: { orderItemId: 'asc' },
      select: all('orderItemId', 'quantity', 'receivedQuantity'),
    },
  },
})

export const ticketSelect = (asked) => ({
  ...ticket,
  ...all('resolution', 'resolvedAt', 'closedAt'),
  customer: { select: all('id', 'name', 'email', 'phone', 'locale', 'isGuest') },
  order: {
    select: {
      ...order,
      ...all('promisedTo', 'deliveredAt', 'itemsTotal', 'shippingTotal'),
      items,
      payments,
      deliveries: {
        orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
        select: { ...delivery, deliveredAt: true, events: events(asked.events.last) },
      },
    },
  },
  returns: returns(asked.returns.first),
  complaint: {
    select: all('id', 'serial', 'about', 'status', 'resolution', 'answerDueAt', 'createdAt', 'closedAt'),
  },
  messages: messages(asked.messages.last),
})
