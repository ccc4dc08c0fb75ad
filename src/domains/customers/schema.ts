import { queryFromInfo } from '@pothos/plugin-prisma'
import type { Viewer } from '../../auth/viewer.ts'
import { decodeIdOf, encodeId } from '../../core/ids.ts'
import type { Customer as CustomerRow } from '../../core/prisma/client.ts'
import { InvalidInput, NotFound } from '../../core/problems.ts'
import type { Desk } from '../../events/desk.ts'
import { builder } from '../../graphql/builder.ts'
import { connectionOf, connectionType, nodePaths, pageArguments } from '../../graphql/connections.ts'
import { payloadType } from '../../graphql/cursor.ts'
import { LanguageEnum } from '../../graphql/enums.ts'
import { topLevelError } from '../../graphql/errors.ts'
import type { Keyset } from '../../graphql/keyset.ts'
import { pageOf } from '../../graphql/keyset.ts'
import { findNodesBy, Node } from '../../graphql/node.ts'
import { customerViewer } from '../../graphql/viewer-of.ts'
import { linkGuest, startGuest } from './actions.ts'
import { visibleCustomers } from './policy.ts'

export const Customer = builder.prismaObject('Customer', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => encodeId('Customer', id) }),
    externalId: t.exposeString('externalId', { nullable: true }),
    name: t.exposeString('name', { nullable: true }),
    email: t.exposeString('email', { nullable: true }),
    phone: t.exposeString('phone', { nullable: true }),
    locale: t.expose('locale', { type: LanguageEnum }),
    isGuest: t.exposeBoolean('isGuest'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
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
  const redirect = await prisma.customer.findFirst({ where: key, select: { id: true, mergedIntoId: true } })
  if (redirect === null) return null
  const id = redirect.mergedIntoId ?? redirect.id
  return await prisma.customer.findFirst({ ...query, where: { AND: [{ id }, visibleCustomers(viewer)] } })
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
      if (uuid !== null) return await findCustomer(desk, viewer, query, { id: uuid })
      return externalId == null ? null : await findCustomer(desk, viewer, query, { externalId })
    },
  }),
  customers: t.field({
    description: 'Customers, newest first. For the desk and for partners with a customer or ticket scope.',
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
      const contains = {
        contains: likeLiteral((search ?? '').slice(0, maxSearchLength)),
        mode: 'insensitive' as const,
      }
      const filter = search == null || search === '' ? {} : { OR: [{ name: contains }, { email: contains }] }
      const where = { AND: [visibleCustomers(context.viewer), { mergedIntoId: null }, filter] }
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

/** NUL cannot be stored, so nothing matches it; the driver would refuse the whole statement. */
function likeLiteral(text: string): string {
  return text.replaceAll('\0', '').replaceAll(/[\\%_]/g, '\\$&')
}

const GuestStartInput = builder.inputType('GuestStartInput', {
  description: 'Starts a conversation without login.',
  fields: (t) => ({
    name: t.string({ required: false, description: 'How to address the person; up to 200 characters.' }),
  }),
})

interface GuestStarted {
  customerId: string
  token: string
  expiresAt: Date
  eventId: null
}
const GuestStartPayload = payloadType<GuestStarted>('GuestStartPayload', 'A guest’s token and record.')
builder.objectFields(GuestStartPayload, (t) => ({
  token: t.exposeString('token', {
    description: 'The bearer token of the guest: keep it, it is not shown again.',
  }),
  expiresAt: t.expose('expiresAt', { description: 'When the token ends.', type: 'DateTime' }),
  customer: t.prismaField({
    description: 'The guest’s record.',
    type: 'Customer',
    resolve: async (query, { customerId }, _args, { desk }) =>
      await desk.database.prisma.customer.findUniqueOrThrow({ ...query, where: { id: customerId } }),
  }),
}))

const GuestLinkInput = builder.inputType('GuestLinkInput', {
  description: 'Joins a guest to the logged-in buyer.',
  fields: (t) => ({
    guestToken: t.string({ description: 'The token of `guestStart`: the only proof of being that guest.' }),
  }),
})

const GuestLinkPayload = payloadType<{ customerId: string; eventId: bigint | null }>(
  'GuestLinkPayload',
  'The buyer, with the guest’s conversations.',
)
builder.objectFields(GuestLinkPayload, (t) => ({
  customer: t.prismaField({
    description: 'The buyer.',
    type: 'Customer',
    resolve: async (query, { customerId }, _args, { desk }) =>
      await desk.database.prisma.customer.findUniqueOrThrow({ ...query, where: { id: customerId } }),
  }),
}))

builder.mutationFields((t) => ({
  guestStart: t.field({
    description: 'Starts a guest session: the only mutation that needs no token.',
    type: GuestStartPayload,
    skipTypeScopes: true,
    args: { input: t.arg({ type: GuestStartInput, description: 'Who starts.' }) },
    errors: { types: [InvalidInput] },
    resolve: async (_root, { input }, { desk, issuers, locale }) => ({
      ...(await startGuest(desk, issuers, { name: input.name ?? null, locale })),
      eventId: null,
    }),
  }),
  guestLink: t.field({
    description: 'After login: the guest’s conversations become the buyer’s, and the guest’s token ends.',
    type: GuestLinkPayload,
    authScopes: { customer: true },
    args: { input: t.arg({ type: GuestLinkInput, description: 'Which guest.' }) },
    errors: { types: [InvalidInput, NotFound] },
    resolve: async (_root, { input }, context) =>
      await linkGuest(context.desk, context.issuers, customerViewer(context), input.guestToken),
  }),
}))
