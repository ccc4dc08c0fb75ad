import { queryFromInfo } from '@pothos/plugin-prisma'
import type { Viewer } from '../../../auth/viewer.ts'
import { decodeIdOf, encodeId } from '../../../core/ids.ts'
import type { Customer as CustomerRow, Prisma } from '../../../core/prisma/client.ts'
import { isStorable } from '../../../core/text.ts'
import { erasedName } from '../../../core/texts/texts.ts'
import type { Desk } from '../../../events/desk.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionOf, connectionType, nodePaths, pageArguments } from '../../../graphql/connections.ts'
import { LanguageEnum } from '../../../graphql/enums.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import type { Keyset } from '../../../graphql/keyset.ts'
import { pageOf } from '../../../graphql/keyset.ts'
import { findNodesBy, idDescription, Node } from '../../../graphql/node.ts'
import { maySeeCustomer, visibleCustomers } from '../policy.ts'

// A bot and a partner that writes history see whose a conversation is, and nothing of what the shop knows beside that.
const forWhomNull = 'Null for a partner’s system that sees the customer beside a conversation only.'

export const Customer = builder.prismaObject('Customer', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('Customer', id) }),
    externalId: t.exposeString('externalId', { nullable: true }),
    name: t.string({
      description:
        'The name to address the person by; null until it is known. Of an erased customer words in the viewer’s language that say so.',
      nullable: true,
      resolve: ({ name, erasedAt }, _args, { locale }) => (erasedAt === null ? name : erasedName(locale)),
    }),
    email: t.string({
      description: `The e-mail address, as the shop knows it. Never used to identify a person. ${forWhomNull}`,
      nullable: true,
      resolve: (customer, _args, { viewer }) => (maySeeCustomer(viewer, customer) ? customer.email : null),
    }),
    phone: t.string({
      description: `The phone number in E.164 form, as the shop knows it. ${forWhomNull}`,
      nullable: true,
      resolve: (customer, _args, { viewer }) => (maySeeCustomer(viewer, customer) ? customer.phone : null),
    }),
    locale: t.expose('locale', { type: LanguageEnum }),
    isGuest: t.exposeBoolean('isGuest'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    erasedAt: t.expose('erasedAt', { type: 'DateTime', nullable: true }),
  }),
})

export const CustomerConnection = connectionType('Customer', Customer)

const newestCustomers: Keyset<CustomerRow> = {
  name: 'customers',
  keys: [
    { field: 'createdAt', direction: 'desc', type: 'date' },
    { field: 'id', direction: 'desc', type: 'string' },
  ],
}

findNodesBy(
  'Customer',
  async (query, { desk, viewer }, id) => await findCustomer(desk, viewer, query, { id }),
)

/** One customer by policy; the id of a record that was joined to another gives that other one. */
async function findCustomer(
  { database: { prisma } }: Desk,
  viewer: Viewer,
  query: object,
  key: { id: string } | { externalId: string },
) {
  const selection = { ...query }
  const redirect = await prisma.customer.findFirst({ where: key, select: { id: true, mergedIntoId: true } })
  if (redirect === null) return null
  const id = redirect.mergedIntoId ?? redirect.id
  return await prisma.customer.findFirst({ ...selection, where: { AND: [{ id }, visibleCustomers(viewer)] } })
}

const maxSearchLength = 200

builder.queryFields((t) => ({
  customer: t.prismaField({
    description:
      'One customer, by id or by the partner’s key. A buyer finds only themself; null when there is none or none to see.',
    type: 'Customer',
    nullable: true,
    args: {
      id: t.arg.id({
        required: false,
        description: 'The id. The id of a joined record gives the customer it became.',
      }),
      externalId: t.arg.string({ required: false, description: 'The partner’s key.' }),
    },
    resolve: async (query, _root, { id, externalId }, { desk, viewer }) => {
      if ((id == null) === (externalId == null)) {
        throw topLevelError('BAD_USER_INPUT', 'customer takes either id or externalId.')
      }
      const uuid = id == null ? null : decodeIdOf('Customer', id)
      const selection = { ...query }
      if (uuid !== null) return await findCustomer(desk, viewer, selection, { id: uuid })
      if (externalId == null || !isStorable(externalId)) return null
      return await findCustomer(desk, viewer, selection, { externalId })
    },
  }),
  customers: t.field({
    description:
      'Customers, newest first, without those that were erased. For the desk and for partners with `customers:write`.',
    type: CustomerConnection,
    authScopes: { $any: { staff: true, service: 'customers:write' } },
    args: {
      search: t.arg.string({
        required: false,
        description: `Part of the name or the e-mail address, in any case; up to ${maxSearchLength} characters.`,
      }),
      ...pageArguments,
    },
    resolve: async (_root, { search, ...args }, context, info) => {
      const page = pageOf(newestCustomers, args)
      const { prisma } = context.desk.database
      const where = {
        AND: [
          visibleCustomers(context.viewer),
          { mergedIntoId: null, erasedAt: null },
          matching(search ?? ''),
        ],
      }
      const query = queryFromInfo({ context, info, typeName: 'Customer', paths: nodePaths })
      const rows = await prisma.customer.findMany({
        ...query,
        where: { AND: [where, page.where] },
        orderBy: page.orderBy,
        take: page.take,
      })
      return connectionOf(page, rows, async (limit) => await prisma.customer.count({ where, take: limit }))
    },
  }),
}))

/** The customers whose name or e-mail address has this part. */
function matching(search: string): Prisma.CustomerWhereInput {
  if (search.length > maxSearchLength) {
    throw topLevelError('BAD_USER_INPUT', `search must not be longer than ${maxSearchLength} characters.`)
  }
  if (search === '') return {}
  if (!isStorable(search)) return { id: { in: [] } }
  const contains = { contains: search.replaceAll(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const }
  return { OR: [{ name: contains }, { email: contains }] }
}
