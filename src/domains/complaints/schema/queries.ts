import { queryFromInfo } from '@pothos/plugin-prisma'
import { decodeIdOf } from '../../../core/ids.ts'
import type { Prisma, Complaint as Row } from '../../../core/prisma/client.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionOf, nodePaths, pageArguments, relatedRows } from '../../../graphql/connections.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { optionalIdOf } from '../../../graphql/input.ts'
import type { Keyset } from '../../../graphql/keyset.ts'
import { pageOf } from '../../../graphql/keyset.ts'
import { visibleComplaints } from '../policy.ts'
import { serialOf } from '../rules.ts'
import {
  ComplaintAboutEnum,
  ComplaintConnection,
  ComplaintResolutionEnum,
  ComplaintStatusEnum,
  findComplaint,
} from './type.ts'

const ComplaintFilter = builder.inputType('ComplaintFilter', {
  description: 'Which complaints. What is left out does not narrow; everything given must hold.',
  fields: (t) => ({
    statuses: t.field({ type: [ComplaintStatusEnum], required: false, description: 'One of these states.' }),
    about: t.field({ type: [ComplaintAboutEnum], required: false, description: 'About one of these.' }),
    resolutions: t.field({
      type: [ComplaintResolutionEnum],
      required: false,
      description: 'Resolved in one of these ways.',
    }),
    customerId: t.id({ required: false, description: 'Of this customer.' }),
    orderId: t.id({ required: false, description: 'About this order.' }),
  }),
})

const newestComplaints: Keyset<Row> = {
  name: 'complaints',
  keys: [
    { field: 'createdAt', direction: 'desc', type: 'date' },
    { field: 'id', direction: 'desc', type: 'string' },
  ],
}

function filterComplaints(filter: typeof ComplaintFilter.$inferInput): Prisma.ComplaintWhereInput {
  const { statuses, about, resolutions } = filter
  const customerId = optionalIdOf('Customer', filter.customerId)
  const orderId = optionalIdOf('Order', filter.orderId)
  return {
    ...(statuses == null ? {} : { status: { in: statuses } }),
    ...(about == null ? {} : { about: { in: about } }),
    ...(resolutions == null ? {} : { resolution: { in: resolutions } }),
    ...(customerId == null ? {} : { customerId }),
    ...(orderId == null ? {} : { orderId }),
  }
}

builder.queryFields((t) => ({
  complaint: t.prismaField({
    description:
      'One complaint, by id or by the readable number. Null when there is none, or none that the viewer may see.',
    type: 'Complaint',
    nullable: true,
    args: {
      id: t.arg.id({ required: false, description: 'The id.' }),
      number: t.arg.string({ required: false, description: 'The readable number, such as `C-000123`.' }),
    },
    resolve: async (query, _root, { id, number }, context) => {
      if ((id == null) === (number == null)) {
        throw topLevelError('BAD_USER_INPUT', 'complaint takes either id or number.')
      }
      const uuid = id == null ? null : decodeIdOf('Complaint', id)
      const serial = number == null ? null : serialOf(number)
      const byNumber = serial === null ? null : { serial }
      return await findComplaint(context, query, uuid === null ? byNumber : { id: uuid })
    },
  }),
  complaints: t.field({
    description: 'The complaints the viewer may see, newest first.',
    type: ComplaintConnection,
    args: {
      filter: t.arg({ type: ComplaintFilter, required: false, description: 'Which.' }),
      ...pageArguments,
    },
    resolve: async (_root, { filter, ...args }, context, info) => {
      const page = pageOf(newestComplaints, args)
      const { prisma } = context.desk.database
      const where = { AND: [visibleComplaints(context.viewer), filterComplaints(filter ?? {})] }
      const query = queryFromInfo({ context, info, typeName: 'Complaint', paths: nodePaths })
      const rows = await prisma.complaint.findMany({
        ...query,
        where: { AND: [where, page.where] },
        orderBy: page.orderBy,
        take: page.take,
      })
      return connectionOf(page, rows, async (limit) => await prisma.complaint.count({ where, take: limit }))
    },
  }),
}))

const complaintsOf = relatedRows({
  relation: 'complaints',
  type: 'Complaint',
  keyset: newestComplaints,
  among: ({ viewer }) => visibleComplaints(viewer),
})

builder.prismaObjectField('Customer', 'complaints', (t) =>
  t.field({
    description: 'The customer’s complaints that the viewer may see, newest first.',
    type: ComplaintConnection,
    ...complaintsOf,
  }),
)
builder.prismaObjectField('Order', 'complaints', (t) =>
  t.field({
    description: 'The complaints about the order that the viewer may see, newest first.',
    type: ComplaintConnection,
    ...complaintsOf,
  }),
)
builder.prismaObjectField('Delivery', 'complaints', (t) =>
  t.field({
    description: 'The complaints about the parcel that the viewer may see, newest first.',
    type: ComplaintConnection,
    ...complaintsOf,
  }),
)
