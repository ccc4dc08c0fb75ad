import { encodeId } from '../../../core/ids.ts'
import type { Rating as Row } from '../../../core/prisma/client.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionType } from '../../../graphql/connections.ts'
import type { Keyset } from '../../../graphql/keyset.ts'
import { findNodesBy, idDescription, Node } from '../../../graphql/node.ts'
import { maySeeCustomer } from '../../customers/policy.ts'
import { Customer } from '../../customers/schema/type.ts'
import { maySeeOrder } from '../../orders/policy.ts'
import { Order } from '../../orders/schema/type.ts'
import { visibleRatings } from '../policy.ts'

export const Rating = builder.prismaObject('Rating', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('Rating', id) }),
    source: t.exposeString('source'),
    externalId: t.exposeString('externalId'),
    score: t.exposeInt('score'),
    text: t.exposeString('text', { nullable: true }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime' }),
    createdAt: t.expose('createdAt', {
      description: 'When it was recorded here.',
      type: 'DateTime',
    }),
    customer: t.field({
      description:
        'Who gave it; null where the source does not say, and for a partner’s system that may not see customers.',
      type: Customer,
      nullable: true,
      select: (_args, _context, nested) => ({ customer: nested(true) }),
      resolve: ({ customer }, _args, { viewer }) =>
        customer !== null && maySeeCustomer(viewer, customer) ? customer : null,
    }),
    order: t.field({
      description: 'The order that is judged; null when there is none, or none that the viewer may see.',
      type: Order,
      nullable: true,
      select: (_args, _context, nested) => ({ order: nested(true) }),
      resolve: ({ order }, _args, { viewer }) =>
        order !== null && maySeeOrder(viewer, order) ? order : null,
    }),
    product: t.relation('product', {
      description: 'The product that is judged; null when it is the order as a whole.',
      nullable: true,
    }),
  }),
})

export const RatingConnection = connectionType<Row>('Rating', Rating)

export const newestRatings: Keyset<Row> = {
  name: 'ratings',
  keys: [
    { field: 'occurredAt', direction: 'desc', type: 'date' },
    { field: 'id', direction: 'desc', type: 'string' },
  ],
}

findNodesBy(
  'Rating',
  async (query, { desk, viewer }, id) =>
    await desk.database.prisma.rating.findFirst({
      ...query,
      where: { AND: [{ id }, visibleRatings(viewer)] },
    }),
)
