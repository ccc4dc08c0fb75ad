import { queryFromInfo } from '@pothos/plugin-prisma'
import { now } from '../../../core/clock.ts'
import { decodeIdOf } from '../../../core/ids.ts'
import type { Order as OrderRow, Prisma } from '../../../core/prisma/client.ts'
import { isStorable } from '../../../core/text.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionOf, nodePaths, pageArguments, relatedRows } from '../../../graphql/connections.ts'
import type { Context } from '../../../graphql/context.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { optionalIdOf } from '../../../graphql/input.ts'
import type { Keyset } from '../../../graphql/keyset.ts'
import { pageOf } from '../../../graphql/keyset.ts'
import { visibleOrders } from '../policy.ts'
import { lateOrders, timelyOrders } from '../reads.ts'
import { findOrder, OrderConnection, OrderStatusEnum } from './type.ts'

const OrderFilter = builder.inputType('OrderFilter', {
  description: 'Which orders. What is left out does not narrow; everything given must hold.',
  fields: (t) => ({
    statuses: t.field({ type: [OrderStatusEnum], required: false, description: 'In one of these states.' }),
    rawStatuses: t.stringList({
      required: false,
      description: 'With one of these words of the shop, to the letter.',
    }),
    source: t.string({ required: false, description: 'From this system.' }),
    customerId: t.id({ required: false, description: 'Of this customer.' }),
    placedFrom: t.field({ type: 'DateTime', required: false, description: 'Placed then or later.' }),
    placedTo: t.field({ type: 'DateTime', required: false, description: 'Placed before then.' }),
    isLate: t.boolean({ required: false, description: 'Late ones only, or only those that are not.' }),
    sellerName: t.string({
      required: false,
      description: 'With a line sold by this seller, to the letter.',
    }),
  }),
})

const newestOrders: Keyset<OrderRow> = {
  name: 'orders',
  keys: [
    { field: 'placedAt', direction: 'desc', type: 'date' },
    { field: 'id', direction: 'desc', type: 'string' },
  ],
}

const nothing = { id: { in: [] } }

/** The where clause of a filter, without policy. */
function filterOrders(filter: typeof OrderFilter.$inferInput, { desk }: Context): Prisma.OrderWhereInput {
  const { statuses, rawStatuses, source, placedFrom, placedTo, sellerName } = filter
  const customerId = optionalIdOf('Customer', filter.customerId)
  if (!isStorable(`${source ?? ''} ${sellerName ?? ''}`)) return nothing
  return {
    AND: [
      statuses == null ? {} : { status: { in: statuses } },
      rawStatuses == null ? {} : { rawStatus: { in: rawStatuses.filter(isStorable) } },
      source == null ? {} : { source },
      customerId == null ? {} : { customerId },
      placedFrom == null ? {} : { placedAt: { gte: placedFrom } },
      placedTo == null ? {} : { placedAt: { lt: placedTo } },
      filter.isLate == null ? {} : (filter.isLate ? lateOrders : timelyOrders)(desk, now()),
      sellerName == null ? {} : { items: { some: { sellerName } } },
    ],
  }
}

const maxNumberLength = 200

builder.queryFields((t) => ({
  order: t.prismaField({
    description:
      'One order, by id or by the number on the receipt. Null when there is none, or none that the viewer may see.',
    type: 'Order',
    nullable: true,
    args: {
      id: t.arg.id({ required: false, description: 'The id.' }),
      number: t.arg.string({ required: false, description: 'The number, to the letter.' }),
    },
    resolve: async (query, _root, { id, number }, context) => {
      if ((id == null) === (number == null)) {
        throw topLevelError('BAD_USER_INPUT', 'order takes either id or number.')
      }
      const uuid = id == null ? null : decodeIdOf('Order', id)
      const word = number?.trim() ?? ''
      const isNumber = word !== '' && word.length <= maxNumberLength && isStorable(word)
      return await findOrder(
        context,
        query,
        uuid === null ? (isNumber ? { number: word } : null) : { id: uuid },
      )
    },
  }),
  orders: t.field({
    description: 'The orders the viewer may see, the one placed last first.',
    type: OrderConnection,
    args: {
      filter: t.arg({ type: OrderFilter, required: false, description: 'Which.' }),
      ...pageArguments,
    },
    resolve: async (_root, { filter, ...args }, context, info) => {
      const page = pageOf(newestOrders, args)
      const { prisma } = context.desk.database
      const where = { AND: [visibleOrders(context.viewer), filterOrders(filter ?? {}, context)] }
      const query = queryFromInfo({ context, info, typeName: 'Order', paths: nodePaths })
      const rows = await prisma.order.findMany({
        ...query,
        where: { AND: [where, page.where] },
        orderBy: page.orderBy,
        take: page.take,
      })
      return connectionOf(page, rows, async (limit) => await prisma.order.count({ where, take: limit }))
    },
  }),
}))

builder.prismaObjectField('Customer', 'orders', (t) =>
  t.field({
    description: 'The customer’s orders that the viewer may see, the one placed last first.',
    type: OrderConnection,
    ...relatedRows({
      relation: 'orders',
      type: 'Order',
      keyset: newestOrders,
      among: ({ viewer }) => visibleOrders(viewer),
    }),
  }),
)
