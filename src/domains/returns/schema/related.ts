import { builder } from '../../../graphql/builder.ts'
import { visibleAttachments } from '../../attachments/policy.ts'
import { maySeeCustomer } from '../../customers/policy.ts'
import { Customer } from '../../customers/schema/type.ts'
import { maySeeOrder } from '../../orders/policy.ts'
import { Order } from '../../orders/schema/type.ts'
import { Payment } from '../../payments/schema/type.ts'
import { couldSee } from '../../tickets/policy.ts'
import { Ticket } from '../../tickets/schema/type.ts'
import { couldSeeReturn, maySeePayment } from '../policy.ts'
import { Refund } from './refund.ts'
import { Return } from './type.ts'

// To-one relations take no where clause: policy looks at the row that was read with its parent.
builder.prismaObjectFields(Return, (t) => ({
  customer: t.field({
    description: 'Whose it is; null for a partner’s system that may not see customers.',
    type: Customer,
    nullable: true,
    select: (_args, _context, nested) => ({ customer: nested(true) }),
    resolve: ({ customer }, _args, { viewer }) => (maySeeCustomer(viewer, customer) ? customer : null),
  }),
  order: t.field({
    description: 'The order the goods are of; null for a partner’s system that may not see orders.',
    type: Order,
    nullable: true,
    select: (_args, _context, nested) => ({ order: nested(true) }),
    resolve: ({ order }, _args, { viewer }) => (maySeeOrder(viewer, order) ? order : null),
  }),
  ticket: t.field({
    description: 'Where it is talked about; null when the viewer may not see that ticket.',
    type: Ticket,
    nullable: true,
    select: (_args, _context, nested) => ({ ticket: nested(true) }),
    resolve: ({ ticket }, _args, { viewer }) => (ticket !== null && couldSee(viewer, ticket) ? ticket : null),
  }),
  documents: t.relation('documents', {
    description: 'The files that belong to it and that the viewer may see, the oldest first.',
    query: (_args, { viewer }) => ({
      where: visibleAttachments(viewer),
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
  }),
}))

builder.prismaObjectFields(Refund, (t) => ({
  customer: t.field({
    description: 'Whose it is; null for a partner’s system that may not see customers.',
    type: Customer,
    nullable: true,
    select: (_args, _context, nested) => ({ customer: nested(true) }),
    resolve: ({ customer }, _args, { viewer }) => (maySeeCustomer(viewer, customer) ? customer : null),
  }),
  order: t.field({
    description: 'The order it is of; null for a partner’s system that may not see orders.',
    type: Order,
    nullable: true,
    select: (_args, _context, nested) => ({ order: nested(true) }),
    resolve: ({ order }, _args, { viewer }) => (maySeeOrder(viewer, order) ? order : null),
  }),
  payment: t.field({
    description:
      'The payment that gives the money back; null for a partner’s system that may not see payments.',
    type: Payment,
    nullable: true,
    select: (_args, _context, nested) => ({ payment: nested(true) }),
    resolve: ({ payment }, _args, { viewer }) => (maySeePayment(viewer, payment) ? payment : null),
  }),
  return: t.field({
    description: 'The return it was granted for; null when the desk granted it for the order.',
    type: Return,
    nullable: true,
    select: (_args, _context, nested) => ({ return: nested(true) }),
    resolve: ({ return: because }, _args, { viewer }) =>
      because !== null && couldSeeReturn(viewer, because) ? because : null,
  }),
}))
