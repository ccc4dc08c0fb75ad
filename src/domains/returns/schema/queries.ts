import { queryFromInfo } from '@pothos/plugin-prisma'
import { decodeIdOf } from '../../../core/ids.ts'
import type { Prisma, Refund as RefundRow, Return as ReturnRow } from '../../../core/prisma/client.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionOf, nodePaths, pageArguments, relatedRows } from '../../../graphql/connections.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { optionalIdOf } from '../../../graphql/input.ts'
import type { Keyset } from '../../../graphql/keyset.ts'
import { pageOf } from '../../../graphql/keyset.ts'
import { visibleRefunds, visibleReturns } from '../policy.ts'
import { returnSerialOf } from '../rules.ts'
import { ReturnStatusEnum } from './enums.ts'
import { RefundConnection } from './refund.ts'
import { findReturn, Return, ReturnConnection } from './type.ts'

const ReturnFilter = builder.inputType('ReturnFilter', {
  description: 'Which returns. What is left out does not narrow; everything given must hold.',
  fields: (t) => ({
    statuses: t.field({ type: [ReturnStatusEnum], required: false, description: 'One of these states.' }),
    customerId: t.id({ required: false, description: 'Of this customer.' }),
    orderId: t.id({ required: false, description: 'Of this order.' }),
  }),
})

/** The order of each list of returns or refunds: the newest first. */
const newest = <Row extends { createdAt: Date; id: string }>(name: string): Keyset<Row> => ({
  name,
  keys: [
    { field: 'createdAt', direction: 'desc', type: 'date' },
    { field: 'id', direction: 'desc', type: 'string' },
  ],
})
const newestReturns = newest<ReturnRow>('returns')

function filterReturns(filter: typeof ReturnFilter.$inferInput): Prisma.ReturnWhereInput {
  const customerId = optionalIdOf('Customer', filter.customerId)
  const orderId = optionalIdOf('Order', filter.orderId)
  return {
    ...(filter.statuses == null ? {} : { status: { in: filter.statuses } }),
    ...(customerId == null ? {} : { customerId }),
    ...(orderId == null ? {} : { orderId }),
  }
}

builder.queryFields((t) => ({
  return: t.prismaField({
    description:
      'One return, by id or by the readable number. Null when there is none, or none that the viewer may see.',
    type: 'Return',
    nullable: true,
    args: {
      id: t.arg.id({ required: false, description: 'The id.' }),
      number: t.arg.string({ required: false, description: 'The readable number, such as `R-000123`.' }),
    },
    resolve: async (query, _root, { id, number }, context) => {
      if ((id == null) === (number == null)) {
        throw topLevelError('BAD_USER_INPUT', 'return takes either id or number.')
      }
      const uuid = id == null ? null : decodeIdOf('Return', id)
      const serial = number == null ? null : returnSerialOf(number)
      const byNumber = serial === null ? null : { serial }
      return await findReturn(context, query, uuid === null ? byNumber : { id: uuid })
    },
  }),
  returns: t.field({
    description: 'The returns the viewer may see, newest first.',
    type: ReturnConnection,
    args: {
      filter: t.arg({ type: ReturnFilter, required: false, description: 'Which.' }),
      ...pageArguments,
    },
    resolve: async (_root, { filter, ...args }, context, info) => {
      const page = pageOf(newestReturns, args)
      const { prisma } = context.desk.database
      const where = { AND: [visibleReturns(context.viewer), filterReturns(filter ?? {})] }
      const query = queryFromInfo({ context, info, typeName: 'Return', paths: nodePaths })
      const rows = await prisma.return.findMany({
        ...query,
        where: { AND: [where, page.where] },
        orderBy: page.orderBy,
        take: page.take,
      })
      return connectionOf(page, rows, async (limit) => await prisma.return.count({ where, take: limit }))
    },
  }),
}))

const returnsOf = relatedRows({
  relation: 'returns',
  type: 'Return',
  keyset: newestReturns,
  among: ({ viewer }) => visibleReturns(viewer),
})
const refundsOf = relatedRows({
  relation: 'refunds',
  type: 'Refund',
  keyset: newest<RefundRow>('refunds'),
  among: ({ viewer }) => visibleRefunds(viewer),
})

builder.prismaObjectField('Customer', 'returns', (t) =>
  t.field({
    description: 'The customer’s returns that the viewer may see, newest first.',
    type: ReturnConnection,
    ...returnsOf,
  }),
)
builder.prismaObjectField('Order', 'returns', (t) =>
  t.field({
    description: 'The returns of the order’s goods that the viewer may see, newest first.',
    type: ReturnConnection,
    ...returnsOf,
  }),
)
builder.prismaObjectField('Order', 'refunds', (t) =>
  t.field({
    description: 'The refunds of the order that the viewer may see, newest first.',
    type: RefundConnection,
    ...refundsOf,
  }),
)
builder.prismaObjectField('Ticket', 'returns', (t) =>
  t.field({
    description: 'The returns that are talked about in the ticket and that the viewer may see, newest first.',
    type: ReturnConnection,
    ...returnsOf,
  }),
)
builder.prismaObjectField(Return, 'refunds', (t) =>
  t.field({
    description: 'The money granted because of the return, newest first.',
    type: RefundConnection,
    ...refundsOf,
  }),
)
