import { queryFromInfo } from '@pothos/plugin-prisma'
import { now } from '../../../core/clock.ts'
import { decodeIdOf, encodeId } from '../../../core/ids.ts'
import type { Prisma, Product as ProductRow } from '../../../core/prisma/client.ts'
import { isStorable } from '../../../core/text.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionOf, connectionType, nodePaths, pageArguments } from '../../../graphql/connections.ts'
import type { Context } from '../../../graphql/context.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import type { Keyset } from '../../../graphql/keyset.ts'
import { pageOf } from '../../../graphql/keyset.ts'
import { Money } from '../../../graphql/money.ts'
import { findNodesBy, idDescription, Node } from '../../../graphql/node.ts'
import { visibleProducts } from '../policy.ts'
import { runningAt } from '../rules.ts'

const moneyOf = (amount: bigint | null, currencyCode: string | null) =>
  amount === null || currencyCode === null ? null : { amount, currencyCode }

builder.prismaObject('ProductPromotion', {
  fields: (t) => ({
    name: t.exposeString('name'),
    price: t.field({
      description: 'The price while it runs; null when it does not change the price.',
      type: Money,
      nullable: true,
      select: { price: true, product: { select: { currencyCode: true } } },
      resolve: ({ price, product }) => moneyOf(price, product.currencyCode),
    }),
    startsAt: t.expose('startsAt', { type: 'DateTime', nullable: true }),
    endsAt: t.expose('endsAt', { type: 'DateTime', nullable: true }),
  }),
})

export const Product = builder.prismaObject('Product', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('Product', id) }),
    source: t.exposeString('source'),
    externalId: t.exposeString('externalId'),
    name: t.exposeString('name'),
    category: t.exposeString('category', { nullable: true }),
    description: t.exposeString('description', { nullable: true }),
    url: t.expose('url', { type: 'URL', nullable: true }),
    imageUrl: t.expose('imageUrl', { description: 'A picture of it.', type: 'URL', nullable: true }),
    price: t.field({
      description: 'The price without promotions; null when the shop does not say.',
      type: Money,
      nullable: true,
      resolve: ({ price, currencyCode }) => moneyOf(price, currencyCode),
    }),
    isAvailable: t.exposeBoolean('isAvailable'),
    stock: t.exposeInt('stock', { nullable: true }),
    promotions: t.relation('promotions', {
      description: 'The promotions that run now, in the shop’s order.',
      query: () => ({ where: runningAt(now()), orderBy: { position: 'asc' } }),
    }),
    sourceUpdatedAt: t.expose('sourceUpdatedAt', { type: 'DateTime' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
})

const ProductConnection = connectionType('Product', Product)

const newestProducts: Keyset<ProductRow> = {
  name: 'products',
  keys: [
    { field: 'createdAt', direction: 'desc', type: 'date' },
    { field: 'id', direction: 'desc', type: 'string' },
  ],
}

async function findProduct({ desk, viewer }: Context, query: object, key: Prisma.ProductWhereInput | null) {
  const selection = { ...query }
  if (key === null) return null
  return await desk.database.prisma.product.findFirst({
    ...selection,
    where: { AND: [key, visibleProducts(viewer)] },
  })
}
findNodesBy('Product', async (query, context, id) => await findProduct(context, query, { id }))

const maxSearchLength = 200

builder.queryFields((t) => ({
  product: t.prismaField({
    description:
      'One product, by id, or by `source` and `externalId` together. Null when there is none, or none to see.',
    type: 'Product',
    nullable: true,
    args: {
      id: t.arg.id({ required: false, description: 'The id.' }),
      source: t.arg.string({ required: false, description: 'The system the record comes from.' }),
      externalId: t.arg.string({ required: false, description: 'The shop’s own key inside the source.' }),
    },
    resolve: async (query, _root, { id, source, externalId }, context) => {
      const selection = { ...query }
      if ((id == null) === (externalId == null) || (source == null) !== (externalId == null)) {
        throw topLevelError('BAD_USER_INPUT', 'product takes either id, or source and externalId.')
      }
      const uuid = id == null ? null : decodeIdOf('Product', id)
      if (uuid !== null) return await findProduct(context, selection, { id: uuid })
      if (source == null || externalId == null || !isStorable(source + externalId)) return null
      return await findProduct(context, selection, { source, externalId })
    },
  }),
  products: t.field({
    description: 'The shop’s products, those seen first last.',
    type: ProductConnection,
    args: {
      search: t.arg.string({
        required: false,
        description: `Part of the name, in any case; up to ${maxSearchLength} characters.`,
      }),
      ...pageArguments,
    },
    resolve: async (_root, { search, ...args }, context, info) => {
      const page = pageOf(newestProducts, args)
      const { prisma } = context.desk.database
      const where = { AND: [visibleProducts(context.viewer), named(search ?? '')] }
      const query = queryFromInfo({ context, info, typeName: 'Product', paths: nodePaths })
      const rows = await prisma.product.findMany({
        ...query,
        where: { AND: [where, page.where] },
        orderBy: page.orderBy,
        take: page.take,
      })
      return connectionOf(page, rows, async (limit) => await prisma.product.count({ where, take: limit }))
    },
  }),
}))

/** The products whose name has this part. */
function named(search: string): Prisma.ProductWhereInput {
  if (search.length > maxSearchLength) {
    throw topLevelError('BAD_USER_INPUT', `search must not be longer than ${maxSearchLength} characters.`)
  }
  if (search === '') return {}
  if (!isStorable(search)) return { id: { in: [] } }
  return { name: { contains: search.replaceAll(/[\\%_]/g, '\\$&'), mode: 'insensitive' } }
}
