import { builder } from '../../../graphql/builder.ts'
import { maySeeDelivery } from '../../deliveries/policy.ts'
import { Delivery } from '../../deliveries/schema/type.ts'
import { maySeeOrder } from '../../orders/policy.ts'
import { Order } from '../../orders/schema/type.ts'
import { couldSee } from '../../tickets/policy.ts'
import { Ticket } from '../../tickets/schema/type.ts'
import { couldSeeComplaint } from '../policy.ts'
import { Complaint } from './type.ts'

// To-one relations take no where clause: policy looks at the row that was read with its parent.
builder.prismaObjectFields(Complaint, (t) => ({
  ticket: t.field({
    description: 'The conversation about it; null if the viewer may not see that ticket.',
    type: Ticket,
    nullable: true,
    select: (_args, _context, nested) => ({ ticket: nested(true) }),
    resolve: ({ ticket }, _args, { viewer }) => (couldSee(viewer, ticket) ? ticket : null),
  }),
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

builder.prismaObjectField('Ticket', 'complaint', (t) =>
  t.field({
    description:
      'The complaint that is talked about in the ticket; null when there is none, or none that the viewer may see.',
    type: Complaint,
    nullable: true,
    select: (_args, _context, nested) => ({ complaint: nested(true) }),
    resolve: ({ complaint }, _args, { viewer }) =>
      complaint !== null && couldSeeComplaint(viewer, complaint) ? complaint : null,
  }),
)
