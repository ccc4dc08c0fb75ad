import { builder } from '../../../graphql/builder.ts'
import { factType } from '../../../graphql/events.ts'
import { findOrder, Order } from '../../orders/schema/type.ts'
import { findPayment, Payment, PaymentStatusEnum } from './type.ts'

// One selection may meet the facts of all domains: a field of one name has one type in all of them.
builder.objectFields(
  factType('payment.recorded', 'PaymentRecorded', 'A payment began, or something changed about it.'),
  (t) => ({
    fromPaymentStatus: t.field({
      description: 'Before; null when the payment is new.',
      type: PaymentStatusEnum,
      nullable: true,
      resolve: ({ event }) => event.data.from,
    }),
    toPaymentStatus: t.field({
      description: 'After; the same as before when something else changed, such as another try.',
      type: PaymentStatusEnum,
      resolve: ({ event }) => event.data.to,
    }),
    payment: t.prismaField({
      description: 'The payment as it is now; null if the viewer may no longer see it.',
      type: Payment,
      nullable: true,
      resolve: async (query, { event }, _args, context) =>
        await findPayment(context, query, event.data.paymentId),
    }),
    order: t.prismaField({
      description: 'What is paid, as it is now; null if the viewer may no longer see it.',
      type: Order,
      nullable: true,
      resolve: async (query, { event }, _args, context) =>
        await findOrder(context, query, { id: event.data.orderId }),
    }),
  }),
)
