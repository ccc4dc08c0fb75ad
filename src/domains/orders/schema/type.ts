import { now } from '../../../core/clock.ts'
import { encodeId } from '../../../core/ids.ts'
import type { Order as OrderRow, Prisma } from '../../../core/prisma/client.ts'
import type { OrderStatus } from '../../../core/prisma/enums.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionType } from '../../../graphql/connections.ts'
import type { Context } from '../../../graphql/context.ts'
import { describedEnum } from '../../../graphql/enums.ts'
import { findTogether, isById } from '../../../graphql/find-together.ts'
import { Money } from '../../../graphql/money.ts'
import { findNodesBy, idDescription, Node } from '../../../graphql/node.ts'
import { maySeeCustomer } from '../../customers/policy.ts'
import { Customer } from '../../customers/schema/type.ts'
import { maySeeOrder, visibleOrders } from '../policy.ts'
import { isLate } from '../rules.ts'

export const OrderStatusEnum = describedEnum<OrderStatus>(
  'OrderStatus',
  'Where an order stands. The shop’s own word is kept beside it as `rawStatus`.',
  {
    CREATED: 'Placed, nothing more.',
    AWAITING_PAYMENT: 'Has to be paid first.',
    PROCESSING: 'Is being prepared.',
    SHIPPED: 'On its way.',
    PARTIALLY_DELIVERED: 'Some of it has arrived.',
    DELIVERED: 'All of it has arrived.',
    CANCELLED: 'Nothing of it will come.',
    UNAVAILABLE: 'The shop cannot get the goods.',
    UNKNOWN: 'The shop’s word has no counterpart here: see `rawStatus`.',
  },
)

const OrderAddress = builder.objectRef<OrderRow>('OrderAddress').implement({
  description: 'Where an order goes.',
  fields: (t) => ({
    country: t.exposeString('addressCountry', { description: 'The country.', nullable: true }),
    region: t.exposeString('addressRegion', { description: 'The region or state.', nullable: true }),
    city: t.exposeString('addressCity', { description: 'The city.', nullable: true }),
    postalCode: t.exposeString('addressPostalCode', { description: 'The postal code.', nullable: true }),
    line: t.exposeString('addressLine', { description: 'Street, house and flat.', nullable: true }),
  }),
})

const hasAddress = (order: OrderRow) =>
  [
    order.addressCountry,
    order.addressRegion,
    order.addressCity,
    order.addressPostalCode,
    order.addressLine,
  ].some((part) => part !== null)

export const Order = builder.prismaObject('Order', {
  interfaces: [Node],
  fields: (t) => {
    const money = (field: 'itemsTotal' | 'shippingTotal' | 'discountTotal' | 'total', description: string) =>
      t.field({
        description,
        type: Money,
        resolve: (order) => ({ amount: order[field], currencyCode: order.currencyCode }),
      })
    return {
      id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('Order', id) }),
      source: t.exposeString('source'),
      externalId: t.exposeString('externalId'),
      number: t.exposeString('number'),
      status: t.expose('status', { type: OrderStatusEnum }),
      rawStatus: t.exposeString('rawStatus', { nullable: true }),
      itemsTotal: money('itemsTotal', 'The lines that are not cancelled, without shipping.'),
      shippingTotal: money('shippingTotal', 'Shipping.'),
      discountTotal: money('discountTotal', 'Discounts already taken off. Information only.'),
      total: money('total', 'What is to be paid.'),
      recipientName: t.exposeString('recipientName', { description: 'Who receives it.', nullable: true }),
      address: t.field({
        description: 'Where it goes; null when the shop does not say.',
        type: OrderAddress,
        nullable: true,
        resolve: (order) => (hasAddress(order) ? order : null),
      }),
      placedAt: t.expose('placedAt', { type: 'DateTime' }),
      approvedAt: t.expose('approvedAt', { type: 'DateTime', nullable: true }),
      promisedTo: t.expose('promisedTo', { type: 'DateTime', nullable: true }),
      deliveredAt: t.expose('deliveredAt', { type: 'DateTime', nullable: true }),
      cancelledAt: t.expose('cancelledAt', { type: 'DateTime', nullable: true }),
      isLate: t.boolean({
        description:
          'True if it arrived later than `promisedTo`, or is still awaited and `promisedTo` has passed.',
        resolve: (order) => isLate(order, now()),
      }),
      sourceUpdatedAt: t.expose('sourceUpdatedAt', { type: 'DateTime' }),
      createdAt: t.expose('createdAt', { type: 'DateTime' }),
      items: t.relation('items', {
        description: 'Its lines in the shop’s order, cancelled ones too.',
        query: { orderBy: { position: 'asc' } },
      }),
    }
  },
})

// To-one relations take no where clause: policy looks at the row that was read with its parent.
builder.prismaObjectFields(Order, (t) => ({
  customer: t.field({
    description: 'Whose it is; null for a partner’s system that may not see customers.',
    type: Customer,
    nullable: true,
    select: (_args, _context, nested) => ({ customer: nested(true) }),
    resolve: ({ customer }, _args, { viewer }) => (maySeeCustomer(viewer, customer) ? customer : null),
  }),
}))

export const OrderItem = builder.prismaObject('OrderItem', {
  interfaces: [Node],
  fields: (t) => {
    const money = (field: 'unitPrice' | 'total' | 'shipping', description: string) =>
      t.field({
        description,
        type: Money,
        select: { [field]: true, order: { select: { currencyCode: true } } } as {
          unitPrice: true
          total: true
          shipping: true
          order: { select: { currencyCode: true } }
        },
        resolve: (item) => ({ amount: item[field], currencyCode: item.order.currencyCode }),
      })
    return {
      id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('OrderItem', id) }),
      externalId: t.exposeString('externalId'),
      position: t.exposeInt('position'),
      product: t.relation('product', {
        description: 'The product as the shop offers it now; null when the shop does not say which.',
        nullable: true,
      }),
      name: t.exposeString('name'),
      sku: t.exposeString('sku', { nullable: true }),
      category: t.exposeString('category', { nullable: true }),
      sellerName: t.exposeString('sellerName', { nullable: true }),
      quantity: t.exposeInt('quantity'),
      unitPrice: money('unitPrice', 'The price of one.'),
      total: money('total', 'The price of the line, without shipping.'),
      shipping: money('shipping', 'The line’s part of the shipping.'),
      isCancelled: t.exposeBoolean('isCancelled'),
    }
  },
})

builder.prismaObjectFields(OrderItem, (t) => ({
  order: t.field({
    description: 'The order it is a line of; null for a partner’s system that may not see orders.',
    type: Order,
    nullable: true,
    select: (_args, _context, nested) => ({ order: nested(true) }),
    resolve: ({ order }, _args, { viewer }) => (maySeeOrder(viewer, order) ? order : null),
  }),
}))

export const OrderConnection = connectionType('Order', Order)

/** One order by policy. */
export async function findOrder(context: Context, query: object, key: Prisma.OrderWhereInput | null) {
  const { desk, viewer } = context
  if (key === null || isById(key)) {
    return await findTogether(
      context,
      'Order',
      { query, id: key?.id ?? null },
      async (selection, ids) =>
        await desk.database.prisma.order.findMany({
          ...selection,
          where: { AND: [{ id: { in: ids } }, visibleOrders(viewer)] },
        }),
    )
  }
  return await desk.database.prisma.order.findFirst({
    ...query,
    where: { AND: [key, visibleOrders(viewer)] },
  })
}

findNodesBy('Order', async (query, context, id) => await findOrder(context, query, { id }))
findNodesBy(
  'OrderItem',
  async (query, { desk, viewer }, id) =>
    await desk.database.prisma.orderItem.findFirst({ ...query, where: { id, order: visibleOrders(viewer) } }),
)
