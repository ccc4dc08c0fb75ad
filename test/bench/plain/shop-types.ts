import type { TrackingEvent as EventRow } from '../../../src/core/prisma/client.ts'
import { decimal, readable } from '../shown.ts'
import { builder } from './builder.ts'

/** What the shop tells of: orders with their payments and parcels, returns, complaints. */

interface Amount {
  readonly minorUnits: bigint
  readonly currencyCode: string
}

const Money = builder.objectRef<Amount>('Money').implement({
  fields: (t) => ({
    amount: t.string({ resolve: ({ minorUnits }) => decimal(minorUnits) }),
    currencyCode: t.exposeString('currencyCode'),
  }),
})

builder.prismaObject('OrderItem', {
  fields: (t) => {
    const money = (field: 'unitPrice' | 'total') =>
      t.field({
        type: Money,
        select: { unitPrice: true, total: true, order: { select: { currencyCode: true } } },
        resolve: (item) => ({ minorUnits: item[field], currencyCode: item.order.currencyCode }),
      })
    return {
      id: t.id({ resolve: ({ id }) => `itm_${id}` }),
      name: t.exposeString('name'),
      sku: t.exposeString('sku', { nullable: true }),
      category: t.exposeString('category', { nullable: true }),
      quantity: t.exposeInt('quantity'),
      isCancelled: t.exposeBoolean('isCancelled'),
      unitPrice: money('unitPrice'),
      total: money('total'),
    }
  },
})
builder.prismaObject('Payment', {
  fields: (t) => {
    const money = (field: 'amount' | 'capturedAmount') =>
      t.field({
        type: Money,
        resolve: (payment) => ({ minorUnits: payment[field], currencyCode: payment.currencyCode }),
      })
    return {
      id: t.id({ resolve: ({ id }) => `pay_${id}` }),
      method: t.exposeString('method'),
      status: t.exposeString('status'),
      amount: money('amount'),
      capturedAmount: money('capturedAmount'),
      startedAt: t.expose('startedAt', { type: 'DateTime' }),
    }
  },
})

const TrackingEvent = builder.prismaObject('TrackingEvent', {
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => `trk_${id}` }),
    code: t.exposeString('code', { nullable: true }),
    rawText: t.exposeString('rawText', { nullable: true }),
    location: t.exposeString('location', { nullable: true }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime' }),
  }),
})
const TrackingEventConnection = builder
  .objectRef<{ nodes: EventRow[] }>('TrackingEventConnection')
  .implement({
    fields: (t) => ({ nodes: t.field({ type: [TrackingEvent], resolve: ({ nodes }) => nodes }) }),
  })

builder.prismaObject('Delivery', {
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => `dlv_${id}` }),
    carrier: t.exposeString('carrier'),
    trackingNumber: t.exposeString('trackingNumber', { nullable: true }),
    status: t.exposeString('status'),
    statusAt: t.expose('statusAt', { type: 'DateTime', nullable: true }),
    promisedTo: t.expose('promisedTo', { type: 'DateTime', nullable: true }),
    deliveredAt: t.expose('deliveredAt', { type: 'DateTime', nullable: true }),
    isLate: t.exposeBoolean('isLate'),
    events: t.field({
      type: TrackingEventConnection,
      args: { last: t.arg.int({ required: true }) },
      select: ({ last }, _context, nested) =>
        ({
          events: nested({ orderBy: [{ occurredAt: 'desc' }, { id: 'desc' }], take: last }, {
            getType: () => 'TrackingEvent',
            paths: [[{ name: 'nodes' }]],
          } as never),
        }) as never,
      resolve: (delivery) => ({
        nodes: (delivery as unknown as { events: EventRow[] }).events.toReversed(),
      }),
    }),
  }),
})

builder.prismaObject('Order', {
  fields: (t) => {
    const money = (field: 'itemsTotal' | 'shippingTotal' | 'total') =>
      t.field({
        type: Money,
        resolve: (order) => ({ minorUnits: order[field], currencyCode: order.currencyCode }),
      })
    return {
      id: t.id({ resolve: ({ id }) => `ord_${id}` }),
      number: t.exposeString('number'),
      status: t.exposeString('status'),
      placedAt: t.expose('placedAt', { type: 'DateTime' }),
      promisedTo: t.expose('promisedTo', { type: 'DateTime', nullable: true }),
      deliveredAt: t.expose('deliveredAt', { type: 'DateTime', nullable: true }),
      itemsTotal: money('itemsTotal'),
      shippingTotal: money('shippingTotal'),
      total: money('total'),
      items: t.relation('items', { query: { orderBy: { position: 'asc' } } }),
      payments: t.relation('payments', { query: { orderBy: [{ startedAt: 'asc' }, { id: 'asc' }] } }),
      deliveries: t.relation('deliveries', { query: { orderBy: [{ createdAt: 'asc' }, { id: 'asc' }] } }),
    }
  },
})

builder.prismaObject('ReturnItem', {
  fields: (t) => ({
    orderItemId: t.id({ resolve: ({ orderItemId }) => `itm_${orderItemId}` }),
    quantity: t.exposeInt('quantity'),
    receivedQuantity: t.exposeInt('receivedQuantity'),
  }),
})
export const Return = builder.prismaObject('Return', {
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => `ret_${id}` }),
    number: t.string({ resolve: ({ serial }) => readable('R', serial) }),
    status: t.exposeString('status'),
    reason: t.exposeString('reason'),
    wish: t.exposeString('wish'),
    decision: t.exposeString('decision', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    items: t.relation('items', { query: { orderBy: { orderItemId: 'asc' } } }),
  }),
})
builder.prismaObject('Complaint', {
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => `cmp_${id}` }),
    number: t.string({ resolve: ({ serial }) => readable('C', serial) }),
    about: t.exposeString('about'),
    status: t.exposeString('status'),
    resolution: t.exposeString('resolution', { nullable: true }),
    answerDueAt: t.expose('answerDueAt', { type: 'DateTime', nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
  }),
})
