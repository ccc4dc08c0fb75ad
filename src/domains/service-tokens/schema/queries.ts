import { queryFromInfo } from '@pothos/plugin-prisma'
import { now } from '../../../core/clock.ts'
import type { ServiceToken as Row } from '../../../core/prisma/client.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionOf, nodePaths, pageArguments } from '../../../graphql/connections.ts'
import type { Keyset } from '../../../graphql/keyset.ts'
import { pageOf } from '../../../graphql/keyset.ts'
import { serviceTokensThatAre, visibleServiceTokens } from '../policy.ts'
import { servicePattern } from '../rules.ts'
import { ServiceTokenConnection, ServiceTokenStatusEnum } from './type.ts'

/** Ids are ordered by time. */
const newestTokens: Keyset<Row> = {
  name: 'serviceTokens',
  keys: [{ field: 'id', direction: 'desc', type: 'string' }],
}

const ServiceTokenFilter = builder.inputType('ServiceTokenFilter', {
  description: 'Which service tokens. What is left out does not narrow; everything given must hold.',
  fields: (t) => ({
    status: t.field({
      type: ServiceTokenStatusEnum,
      required: false,
      description: 'Those that have this status now.',
    }),
    service: t.string({ required: false, description: 'Those of this service.' }),
  }),
})

builder.queryField('serviceTokens', (t) =>
  t.field({
    description: 'The service tokens, newest first, without their secrets. Admins only.',
    type: ServiceTokenConnection,
    authScopes: { admin: true },
    args: {
      filter: t.arg({ type: ServiceTokenFilter, required: false, description: 'Which.' }),
      ...pageArguments,
    },
    resolve: async (_root, { filter, ...args }, context, info) => {
      const page = pageOf(newestTokens, args)
      const { prisma } = context.desk.database
      const where = {
        AND: [
          visibleServiceTokens(context.viewer),
          filter?.status == null ? {} : serviceTokensThatAre(filter.status, now()),
          filter?.service == null ? {} : serviceNamed(filter.service),
        ],
      }
      const query = queryFromInfo({ context, info, typeName: 'ServiceToken', paths: nodePaths })
      const rows = await prisma.serviceToken.findMany({
        ...query,
        where: { AND: [where, page.where] },
        orderBy: page.orderBy,
        take: page.take,
      })
      return connectionOf(
        page,
        rows,
        async (limit) => await prisma.serviceToken.count({ where, take: limit }),
      )
    },
  }),
)

/** A name that no service can have is not asked of the database, which may not be able to hold it. */
function serviceNamed(service: string) {
  return servicePattern.test(service) ? { service } : { id: { in: [] } }
}
