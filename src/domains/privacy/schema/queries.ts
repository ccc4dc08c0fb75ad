import { queryFromInfo } from '@pothos/plugin-prisma'
import { decodeIdOf } from '../../../core/ids.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionOf, nodePaths, pageArguments } from '../../../graphql/connections.ts'
import { optionalIdOf } from '../../../graphql/input.ts'
import { pageOf } from '../../../graphql/keyset.ts'
import { visibleExports } from '../policy.ts'
import { CustomerExport, CustomerExportConnection, findExport, newestExports } from './export.ts'

const forWhom =
  'A buyer finds those of themself; supervisors and admins find all. Operators and partners’ systems find none.'

builder.queryFields((t) => ({
  customerExport: t.prismaField({
    description: `One copy of a customer’s records, to see how far it has come and to get it. ${forWhom}`,
    type: CustomerExport,
    nullable: true,
    args: { id: t.arg.id({ description: 'The id.' }) },
    resolve: async (query, _root, { id }, context) =>
      await findExport(context, query, decodeIdOf('CustomerExport', id)),
  }),
  customerExports: t.field({
    description: `Copies of customers’ records, newest first. ${forWhom}`,
    type: CustomerExportConnection,
    args: {
      customerId: t.arg.id({ required: false, description: 'Of this customer only.' }),
      ...pageArguments,
    },
    resolve: async (_root, { customerId, ...args }, context, info) => {
      const page = pageOf(newestExports, args)
      const { prisma } = context.desk.database
      const ofCustomer = optionalIdOf('Customer', customerId)
      const where = {
        AND: [visibleExports(context.viewer), ofCustomer == null ? {} : { customerId: ofCustomer }],
      }
      const query = queryFromInfo({ context, info, typeName: 'CustomerExport', paths: nodePaths })
      const rows = await prisma.customerExport.findMany({
        ...query,
        where: { AND: [where, page.where] },
        orderBy: page.orderBy,
        take: page.take,
      })
      const count = async (limit: number) => await prisma.customerExport.count({ where, take: limit })
      return connectionOf(page, rows, count)
    },
  }),
}))
