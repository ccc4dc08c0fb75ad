import { IllegalTransition, InvalidInput, NotFound } from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { idOf, optionalIdOf } from '../../../graphql/input.ts'
import { knownViewer } from '../../../graphql/viewer-of.ts'
import { maySeeDelivery } from '../../deliveries/policy.ts'
import { Delivery } from '../../deliveries/schema/type.ts'
import { maySeeOrder } from '../../orders/policy.ts'
import { Order } from '../../orders/schema/type.ts'
import { linkTicket } from '../actions/link.ts'
import { ticketPayload } from './mutations.ts'

const LinkInput = builder.inputType('TicketLinkInput', {
  description: 'Says what of the shop a ticket is about. Fields left out stay; null takes the link away.',
  fields: (t) => ({
    ticketId: t.id({ description: 'Which ticket.' }),
    orderId: t.id({
      required: false,
      description:
        'An order of the ticket’s customer. A linked parcel of another order goes with the change.',
    }),
    deliveryId: t.id({
      required: false,
      description: 'A parcel of the ticket’s customer. It brings its order with it when none is given.',
    }),
  }),
})

builder.mutationFields((t) => ({
  ticketLink: t.field({
    description:
      'Links an order or a parcel of the customer to a ticket, or takes a link away. The desk may, and the customer of the ticket. Links do not count in `version`.',
    type: ticketPayload<{ ticketId: string; eventId: bigint | null }>(
      'TicketLinkPayload',
      'The ticket with its links.',
    ),
    authScopes: { $any: { staff: true, buyer: true, service: 'tickets:write' } },
    args: { input: t.arg({ type: LinkInput, description: 'Which, and to what.' }) },
    errors: { types: [NotFound, IllegalTransition, InvalidInput] },
    resolve: async (_root, { input }, context) =>
      await linkTicket(context.desk, knownViewer(context), {
        ticketId: idOf('Ticket', input.ticketId),
        orderId: optionalIdOf('Order', input.orderId),
        deliveryId: optionalIdOf('Delivery', input.deliveryId),
      }),
  }),
}))

// To-one relations take no where clause: policy looks at the row that was read with its parent.
builder.prismaObjectFields('Ticket', (t) => ({
  order: t.field({
    description: 'The order it is about; null when there is none, or none that the viewer may see.',
    type: Order,
    nullable: true,
    select: (_args, _context, nested) => ({ order: nested(true) }),
    resolve: ({ order }, _args, { viewer }) => (order !== null && maySeeOrder(viewer, order) ? order : null),
  }),
  delivery: t.field({
    description: 'The parcel it is about; null when there is none, or none that the viewer may see.',
    type: Delivery,
    nullable: true,
    select: (_args, _context, nested) => ({ delivery: nested(true) }),
    resolve: ({ delivery }, _args, { viewer }) =>
      delivery !== null && maySeeDelivery(viewer, delivery) ? delivery : null,
  }),
}))
