import type { EventData, EventType, LogEvent } from '../../../events/catalog.ts'
import { builder } from '../../../graphql/builder.ts'
import type { Context } from '../../../graphql/context.ts'
import {
  AuthorKindEnum,
  ChannelEnum,
  describedEnum,
  PriorityEnum,
  ReaderSideEnum,
  TicketResolutionEnum,
  TicketStatusEnum,
  TopicEnum,
} from '../../../graphql/enums.ts'
import { visibleOperators } from '../../operators/policy.ts'
import { visibleTickets } from '../../tickets/policy.ts'
import { findTicket, Ticket } from '../../tickets/schema/type.ts'
import { visibleEntries } from '../policy.ts'
import type { Streamed } from './stream.ts'
import { Event, InboxEvent, TicketEvent } from './stream.ts'
import { Message } from './type.ts'

interface Fact<T extends EventType> extends Omit<Streamed<'event'>, 'event'> {
  readonly event: LogEvent<T>
}

/** A type of fact: each has its ticket as it is now; the fields added are the facts of then. */
function factType<T extends EventType>(name: string, description: string) {
  const ref = builder.objectRef<Fact<T>>(name)
  builder.objectType(ref, {
    description,
    interfaces: [Event, TicketEvent, InboxEvent] as never,
    fields: (t) => ({
      ticket: t.prismaField({
        description: 'The ticket as it is now.',
        type: Ticket,
        nullable: true,
        resolve: (query, { event }, _args, context) => findTicket(context, query, event.ticketId),
      }),
    }),
  })
  return ref
}

/** A type of fact about one entry, which is shown as it is now. */
function entryFactType<
  T extends
    | 'message.sent'
    | 'note.added'
    | 'message.edited'
    | 'message.redacted'
    | 'note.edited'
    | 'note.redacted',
>(name: string, description: string) {
  const ref = factType<T>(name, description)
  builder.objectFields(ref, (t) => ({
    message: t.prismaField({
      description: 'The entry as it is now; null if the viewer may no longer see it.',
      type: Message,
      nullable: true,
      resolve: async (query, fact, _args, context) =>
        await findEntry(context, query, fact.event as LogEvent<'message.edited'>),
    }),
  }))
  return ref
}

async function findEntry({ desk, viewer }: Context, query: object, { data }: LogEvent<'message.edited'>) {
  const where = { AND: [{ id: data.messageId, ticket: visibleTickets(viewer) }, visibleEntries(viewer)] }
  return await desk.database.prisma.message.findFirst({ ...query, where })
}

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
  },
)

builder.objectFields(factType<'ticket.opened'>('TicketOpened', 'A ticket was opened.'), (t) => ({
  topic: t.field({
    description: 'The topic then.',
    type: TopicEnum,
    resolve: ({ event }) => event.data.topic,
  }),
  channel: t.field({ description: 'Where.', type: ChannelEnum, resolve: ({ event }) => event.data.channel }),
}))

builder.objectFields(
  factType<'ticket.statusChanged'>('TicketStatusChanged', 'A ticket’s status changed.'),
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
  factType<'ticket.assigned'>('TicketAssigned', 'A ticket got another assignee or team.'),
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

builder.objectFields(factType<'ticket.updated'>('TicketUpdated', 'What a ticket is about changed.'), (t) => ({
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
}))

builder.objectFields(factType<'ticket.merged'>('TicketMerged', 'A ticket ended in another one.'), (t) => ({
  into: t.prismaField({
    description: 'Where it goes on; null if the viewer may not see it.',
    type: Ticket,
    nullable: true,
    resolve: (query, { event }, _args, context) => findTicket(context, query, event.data.intoId),
  }),
}))

factType<'ticket.tagged'>('TicketTagged', 'A ticket’s labels changed. For the desk only.')
factType<'ticket.linked'>('TicketLinked', 'A guest’s ticket became a logged-in customer’s.')

builder.objectFields(entryFactType<'message.sent'>('MessageSent', 'A public message was sent.'), (t) => ({
  seq: t.int({ description: 'Its place in the ticket.', resolve: ({ event }) => event.data.seq }),
  authorKind: t.field({
    description: 'Which side wrote it.',
    type: AuthorKindEnum,
    resolve: ({ event }) => event.data.authorKind,
  }),
}))
entryFactType<'message.edited'>('MessageEdited', 'The text of a public message changed.')
entryFactType<'message.redacted'>('MessageRedacted', 'The content of a public message was removed for good.')
entryFactType<'note.added'>('NoteAdded', 'A note was written. For the desk only.')
entryFactType<'note.edited'>('NoteEdited', 'The text of a note changed. For the desk only.')
entryFactType<'note.redacted'>(
  'NoteRedacted',
  'The content of a note was removed for good. For the desk only.',
)

builder.objectFields(factType<'messages.read'>('MessagesRead', 'A side read further.'), (t) => ({
  side: t.field({
    description: 'Which side.',
    type: ReaderSideEnum,
    resolve: ({ event }) => event.data.side,
  }),
  readSeq: t.int({ description: 'Up to which `seq`.', resolve: ({ event }) => event.data.readSeq }),
}))
