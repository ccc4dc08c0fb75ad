import { encodeId } from '../../../core/ids.ts'
import type { ErasureStatus } from '../../../core/prisma/enums.ts'
import { builder } from '../../../graphql/builder.ts'
import { describedEnum } from '../../../graphql/enums.ts'
import { findNodesBy, idDescription, Node } from '../../../graphql/node.ts'
import { visibleErasures } from '../policy.ts'

const ErasureStatusEnum = describedEnum<ErasureStatus>(
  'CustomerErasureStatus',
  'Where an erasure stands; nothing leads back.',
  {
    RUNNING: 'Nobody is this customer any more; what the shop keeps beside is being removed.',
    COMPLETED: 'Nothing personal is left, files included.',
  },
)

export const CustomerErasure = builder.prismaObject('CustomerErasure', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('CustomerErasure', id) }),
    status: t.expose('status', { type: ErasureStatusEnum }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    completedAt: t.expose('completedAt', { type: 'DateTime', nullable: true }),
    customer: t.relation('customer', { description: 'The record that is left, without the person.' }),
  }),
})

findNodesBy(
  'CustomerErasure',
  async (query, { desk, viewer }, id) =>
    await desk.database.prisma.customerErasure.findFirst({
      ...query,
      where: { AND: [{ id }, visibleErasures(viewer)] },
    }),
)

builder.prismaObjectField('Customer', 'erasure', (t) =>
  t.relation('erasure', {
    description: 'How the customer was erased; null for everybody else. For admins only: null for others.',
    nullable: true,
    authScopes: { admin: true },
    unauthorizedResolver: () => null,
  }),
)
