import { builder } from '../../../graphql/builder.ts'
import { factType } from '../../../graphql/events.ts'
import { findOrder, Order, OrderStatusEnum } from './type.ts'

// One selection may meet the facts of all domains: a field of one name has one type in all of them.
builder.objectFields(
  factType('order.upserted', 'OrderUpserted', 'The shop told of an order: a new one, or what changed.'),
  (t) => ({
    fromOrderStatus: t.field({
      description: 'Before; null when the order is new.',
      type: OrderStatusEnum,
      nullable: true,
      resolve: ({ event }) => event.data.from,
    }),
    toOrderStatus: t.field({
      description: 'After; the same as before when something else changed.',
      type: OrderStatusEnum,
      resolve: ({ event }) => event.data.to,
    }),
    order: t.prismaField({
      description: 'The order as it is now; null if the viewer may no longer see it.',
      type: Order,
      nullable: true,
      resolve: async (query, { event }, _args, context) =>
        await findOrder(context, query, { id: event.data.orderId }),
    }),
  }),
)
