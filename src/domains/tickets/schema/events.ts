import type { EventData, EventType, LogEvent } from '../../../events/catalog.ts'
import { builder } from '../../../graphql/builder.ts'
import {
  ChannelEnum,
  describedEnum,
  PriorityEnum,
  TicketResolutionEnum,
  TicketStatusEnum,
  TopicEnum,
} from '../../../graphql/enums.ts'
import { factType } from '../../../graphql/events.ts'
import { AttachmentScanned, AttachmentUploaded } from '../../attachments/schema/events.ts'
import { Delivery, findDelivery } from '../../deliveries/schema/type.ts'
import { visibleOperators } from '../../operators/policy.ts'
import { findOrder, Order } from '../../orders/schema/type.ts'
import { findPayment, Payment } from '../../payments/schema/type.ts'
import { findTicket, Ticket } from './type.ts'

/** Shows the ticket of a fact as it is now. */
function addTicket<T extends EventType>(ref: ReturnType<typeof factType<T>>): void {
  builder.objectFields(ref, (t) => ({
    ticket: t.prismaField({
      description: 'The ticket as it is now; null when there is none, or none that the viewer may see.',
      type: Ticket,
      nullable: true,
      resolve: (query, { event }, _args, context) => findTicket(context, query, event.ticketId),
    }),
  }))
}

/** A type of fact about something that has a ticket, which is shown as it is now. */
export function ticketFactType<T extends EventType>(type: T, name: string, description: string) {
  const ref = factType(type, name, description)
  addTicket(ref)
  return ref
}

// Files stand below the tickets whose messages they are in.
addTicket(AttachmentUploaded)
addTicket(AttachmentScanned)

const CauseEnum = describedEnum<EventData['ticket.statusChanged']['cause']>(
  'TransitionCause',
  'What set a status change off.',
  {
    WAIT: '`ticketWait`.',
    RESOLVE: '`ticketResolve`.',
    REOPEN: '`ticketReopen`.',
    SNOOZE: '`ticketSnooze`.',
    CLOSE: '`ticketClose`.',
    SPAM: '`ticketMarkSpam`.',
    CLAIM: 'Somebody took or was given the ticket.',
    MESSAGE: 'A public message.',
    WAKE: 'A snoozed ticket’s time had come.',
    REOPEN_WINDOW: 'The reopen window had ended.',
    HAND_OFF: 'A bot handed the ticket to a person: `botHandOff`.',
    ERASURE: 'Its customer was erased: `customerErase`.',
  },
)

builder.objectFields(ticketFactType('ticket.opened', 'TicketOpened', 'A ticket was opened.'), (t) => ({
  topic: t.field({
    description: 'The topic then.',
    type: TopicEnum,
    resolve: ({ event }) => event.data.topic,
  }),
  channel: t.field({ description: 'Where.', type: ChannelEnum, resolve: ({ event }) => event.data.channel }),
}))

builder.objectFields(
  ticketFactType('ticket.statusChanged', 'TicketStatusChanged', 'A ticket’s status changed.'),
  (t) => ({
    from: t.field({
      description: 'Before.',
      type: TicketStatusEnum,
      resolve: ({ event }) => event.data.from,
    }),
    to: t.field({ description: 'After.', type: TicketStatusEnum, resolve: ({ event }) => event.data.to }),
    cause: t.field({
      description: 'What set it off.',
      type: CauseEnum,
      resolve: ({ event }) => event.data.cause,
    }),
    resolution: t.field({
      description: 'How it was resolved; null for other changes.',
      type: TicketResolutionEnum,
      nullable: true,
      resolve: ({ event }) => event.data.resolution,
    }),
  }),
)

builder.objectFields(
  ticketFactType('ticket.assigned', 'TicketAssigned', 'A ticket got another assignee or team.'),
  (t) => ({
    assignee: t.prismaField({
      description: 'Who got it; null for nobody. For the desk: null for others.',
      type: 'Operator',
      nullable: true,
      resolve: async (query, { event }, _args, { desk, viewer }) => {
        const id = event.data.assigneeId
        const selection = { ...query }
        if (id === null) return null
        const where = { AND: [{ id }, visibleOperators(viewer)] }
        return await desk.database.prisma.operator.findFirst({ ...selection, where })
      },
    }),
  }),
)

builder.objectFields(
  ticketFactType('ticket.updated', 'TicketUpdated', 'What a ticket is about changed.'),
  (t) => ({
    fields: t.stringList({ description: 'Which fields.', resolve: ({ event }) => event.data.fields }),
    priority: t.field({
      description: 'The priority then.',
      type: PriorityEnum,
      resolve: ({ event }) => event.data.priority,
    }),
    topic: t.field({
      description: 'The topic then.',
      type: TopicEnum,
      resolve: ({ event }) => event.data.topic,
    }),
  }),
)

builder.objectFields(
  ticketFactType('ticket.merged', 'TicketMerged', 'A ticket ended in another one.'),
  (t) => ({
    into: t.prismaField({
      description: 'Where it goes on; null if the viewer may not see it.',
      type: Ticket,
      nullable: true,
      resolve: (query, { event }, _args, context) => findTicket(context, query, event.data.intoId),
    }),
  }),
)

ticketFactType('ticket.tagged', 'TicketTagged', 'A ticket’s labels changed. For the desk only.')
ticketFactType('ticket.linked', 'TicketLinked', 'A guest’s ticket became a logged-in customer’s.')

const keyOf = (id: string | null) => (id === null ? null : { id })

builder.objectFields(
  ticketFactType(
    'ticket.objectsLinked',
    'TicketObjectsLinked',
    'What of the shop a ticket is about changed.',
  ),
  (t) => ({
    order: t.prismaField({
      description: 'The order it was linked to; null for none, or none that the viewer may see.',
      type: Order,
      nullable: true,
      resolve: async (query, { event }, _args, context) =>
        await findOrder(context, query, keyOf(event.data.orderId)),
    }),
    delivery: t.prismaField({
      description: 'The parcel it was linked to; null for none, or none that the viewer may see.',
      type: Delivery,
      nullable: true,
      resolve: async (query, { event }, _args, context) =>
        await findDelivery(context, query, keyOf(event.data.deliveryId)),
    }),
  }),
)

/** The object of a change if it is of one kind. */
function changed(
  { data: { change, objectId } }: LogEvent<'ticket.objectChanged'>,
  kind: 'order' | 'payment' | 'delivery',
): string | null {
  return change.startsWith(`${kind}.`) ? objectId : null
}

builder.objectFields(
  ticketFactType(
    'ticket.objectChanged',
    'TicketObjectChanged',
    'Something happened to the order or the parcel that a ticket is about, or to a payment of the order.',
  ),
  (t) => ({
    change: t.string({
      description: 'What happened, the type of the object’s own event, such as `delivery.late`.',
      resolve: ({ event }) => event.data.change,
    }),
    order: t.prismaField({
      description: 'The order as it is now; null when something else changed, or the viewer may not see it.',
      type: Order,
      nullable: true,
      resolve: async (query, { event }, _args, context) =>
        await findOrder(context, query, keyOf(changed(event, 'order'))),
    }),
    payment: t.prismaField({
      description:
        'The payment as it is now; null when something else changed, or the viewer may not see it.',
      type: Payment,
      nullable: true,
      resolve: async (query, { event }, _args, context) =>
        await findPayment(context, query, changed(event, 'payment')),
    }),
    delivery: t.prismaField({
      description: 'The parcel as it is now; null when something else changed, or the viewer may not see it.',
      type: Delivery,
      nullable: true,
      resolve: async (query, { event }, _args, context) =>
        await findDelivery(context, query, keyOf(changed(event, 'delivery'))),
    }),
  }),
)
