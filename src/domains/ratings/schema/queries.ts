import { queryFromInfo } from '@pothos/plugin-prisma'
import type { Prisma } from '../../../core/prisma/client.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionOf, nodePaths, pageArguments, relatedRows } from '../../../graphql/connections.ts'
import { optionalIdOf } from '../../../graphql/input.ts'
import { pageOf } from '../../../graphql/keyset.ts'
import { visibleRatings } from '../policy.ts'
import { newestRatings, RatingConnection } from './type.ts'

const RatingFilter = builder.inputType('RatingFilter', {
  description: 'Which ratings. What is left out does not narrow; everything given must hold.',
  fields: (t) => ({
    scores: t.intList({ required: false, description: 'With one of these scores, from 1 to 5.' }),
    hasText: t.boolean({ required: false, description: 'With words, or without any.' }),
    customerId: t.id({ required: false, description: 'Given by this customer.' }),
    orderId: t.id({ required: false, description: 'Of this order.' }),
    productId: t.id({ required: false, description: 'Of this product.' }),
  }),
})

function filterRatings(filter: typeof RatingFilter.$inferInput): Prisma.RatingWhereInput {
  const { scores, hasText } = filter
  const customerId = optionalIdOf('Customer', filter.customerId)
  const orderId = optionalIdOf('Order', filter.orderId)
  const productId = optionalIdOf('Product', filter.productId)
  return {
    ...(scores == null ? {} : { score: { in: scores } }),
    ...(hasText == null ? {} : { text: hasText ? { not: null } : null }),
    ...(customerId == null ? {} : { customerId }),
    ...(orderId == null ? {} : { orderId }),
    ...(productId == null ? {} : { productId }),
  }
}

builder.queryFields((t) => ({
  ratings: t.field({
    description: 'The ratings the viewer may see, newest first: a buyer’s own, for the desk all.',
    type: RatingConnection,
    args: {
      filter: t.arg({ type: RatingFilter, required: false, description: 'Which.' }),
      ...pageArguments,
    },
    resolve: async (_root, { filter, ...args }, context, info) => {
      const page = pageOf(newestRatings, args)
      const { prisma } = context.desk.database
      const where = { AND: [visibleRatings(context.viewer), filterRatings(filter ?? {})] }
      const query = queryFromInfo({ context, info, typeName: 'Rating', paths: nodePaths })
      const rows = await prisma.rating.findMany({
        ...query,
        where: { AND: [where, page.where] },
        orderBy: page.orderBy,
        take: page.take,
      })
      return connectionOf(page, rows, async (limit) => await prisma.rating.count({ where, take: limit }))
    },
  }),
}))

const ratingsOf = relatedRows({
  relation: 'ratings',
  type: 'Rating',
  keyset: newestRatings,
  among: ({ viewer }) => visibleRatings(viewer),
})

builder.prismaObjectField('Customer', 'ratings', (t) =>
  t.field({
    description: 'The ratings the customer gave and the viewer may see, newest first.',
    type: RatingConnection,
    ...ratingsOf,
  }),
)
builder.prismaObjectField('Order', 'ratings', (t) =>
  t.field({
    description: 'The ratings of the order that the viewer may see, newest first.',
    type: RatingConnection,
    ...ratingsOf,
  }),
)
builder.prismaObjectField('Product', 'ratings', (t) =>
  t.field({
    description: 'The ratings of the product that the viewer may see, newest first.',
    type: RatingConnection,
    ...ratingsOf,
  }),
)
