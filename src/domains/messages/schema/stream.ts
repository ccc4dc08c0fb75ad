import { encodeId } from '../../../core/ids.ts'
import type { EventType, LogEvent } from '../../../events/catalog.ts'
import type { Desk } from '../../../events/desk.ts'
import { builder } from '../../../graphql/builder.ts'
import { AuthorKindEnum, describedEnum } from '../../../graphql/enums.ts'
import type { StreamItem } from '../../tickets/live.ts'

/** What a stream hands to GraphQL: the item, and the desk whose cursors name its place. */
export type Streamed<K extends StreamItem['kind'] = StreamItem['kind']> = Extract<StreamItem, { kind: K }>

export function cursorOf(desk: Desk, item: StreamItem): string {
  const value = item.kind === 'event' ? item.event.position : item.position
  return desk.cursors.encode({ kind: 'position', value })
}

const cursorDescription = 'Where this stands in the log: pass it as `after` to go on from here.'

const controlNames: Record<Exclude<StreamItem['kind'], 'event'>, string> = {
  caughtUp: 'CaughtUp',
  lagged: 'Lagged',
  reset: 'Reset',
  removed: 'Removed',
}

/** The type of each fact; null for what no stream of tickets carries. */
const factNames: Record<EventType, string | null> = {
  'ticket.opened': 'TicketOpened',
  'ticket.imported': null,
  'ticket.statusChanged': 'TicketStatusChanged',
  'ticket.assigned': 'TicketAssigned',
  'ticket.updated': 'TicketUpdated',
  'ticket.tagged': 'TicketTagged',
  'ticket.merged': 'TicketMerged',
  'ticket.linked': 'TicketLinked',
  'message.sent': 'MessageSent',
  'message.edited': 'MessageEdited',
  'message.redacted': 'MessageRedacted',
  'messages.read': 'MessagesRead',
  'note.added': 'NoteAdded',
  'note.edited': 'NoteEdited',
  'note.redacted': 'NoteRedacted',
  'customer.upserted': null,
  'customer.linked': null,
  'operator.updated': null,
}

function typeNameOf(item: StreamItem): string {
  const name = item.kind === 'event' ? factNames[item.event.type] : controlNames[item.kind]
  if (name === null) throw new Error(`an event of this type must not reach a stream: ${item.kind}`)
  return name
}

export const TicketEvent = builder.interfaceRef<StreamItem>('TicketEvent').implement({
  resolveType: typeNameOf,
  description: 'What a stream of one ticket sends: facts (`Event`) and control types.',
  fields: (t) => ({
    cursor: t.string({
      description: cursorDescription,
      resolve: (item, _args, { desk }) => cursorOf(desk, item),
    }),
  }),
})

export const InboxEvent = builder.interfaceRef<StreamItem>('InboxEvent').implement({
  resolveType: typeNameOf,
  description: 'What the stream of an inbox sends: facts (`Event`) and control types.',
  fields: (t) => ({
    cursor: t.string({
      description: cursorDescription,
      resolve: (item, _args, { desk }) => cursorOf(desk, item),
    }),
  }),
})

const Actor = builder.objectRef<LogEvent>('Actor').implement({
  description: 'Who did something.',
  fields: (t) => ({
    kind: t.expose('actorKind', { description: 'Which side.', type: AuthorKindEnum }),
    id: t.id({
      description: 'The customer’s or operator’s id; null for bots, partners and the system.',
      nullable: true,
      resolve: ({ actorKind, actorId }) => {
        if (actorId === null) return null
        return encodeId(actorKind === 'CUSTOMER' ? 'Customer' : 'Operator', actorId)
      },
    }),
  }),
})

/** UUID-shaped ids of events: the log counts them by number. */
export function eventId({ id }: LogEvent): string {
  return `evt_00000000-0000-7000-8000-${id.toString(16).padStart(12, '0')}`
}

export const Event = builder.interfaceRef<Streamed<'event'>>('Event').implement({
  resolveType: typeNameOf,
  description: 'Something that happened, from the one log that every stream, feed and webhook reads.',
  fields: (t) => ({
    id: t.id({ description: 'The same in every stream.', resolve: ({ event }) => eventId(event) }),
    type: t.string({
      description: 'What happened, such as `message.sent`.',
      resolve: ({ event }) => event.type,
    }),
    cursor: t.string({
      description: cursorDescription,
      resolve: (item, _args, { desk }) => cursorOf(desk, item),
    }),
    occurredAt: t.field({ description: 'When.', type: 'DateTime', resolve: ({ event }) => event.occurredAt }),
    actor: t.field({ description: 'Who did it.', type: Actor, resolve: ({ event }) => event }),
  }),
})

const ResetReasonEnum = describedEnum<Streamed<'reset'>['reason']>(
  'ResetReason',
  'Why a stream cannot go on from a cursor.',
  {
    UNKNOWN_CURSOR: 'The cursor was not made by this log, or before it was restored.',
    AHEAD: 'The cursor is ahead of the log.',
    EXPIRED: 'The log no longer reaches back that far.',
    TOO_FAR: 'More happened since than a replay gives.',
    RIGHTS_CHANGED: 'The viewer’s role or teams changed: other tickets may be visible now.',
  },
)

const both = [TicketEvent, InboxEvent]

builder.objectRef<Streamed<'caughtUp'>>('CaughtUp').implement({
  description: 'The history is told; from here on it is live.',
  interfaces: both,
})
builder.objectRef<Streamed<'lagged'>>('Lagged').implement({
  description:
    'The subscriber read too slowly and its buffer was full. The stream ends; resume from `cursor`.',
  interfaces: both,
})
builder.objectRef<Streamed<'reset'>>('Reset').implement({
  description:
    'The stream cannot go on from the cursor: read again what is shown; this stream goes on from `cursor`.',
  interfaces: both,
  fields: (t) => ({ reason: t.expose('reason', { description: 'Why.', type: ResetReasonEnum }) }),
})
builder.objectRef<Streamed<'removed'>>('Removed').implement({
  description:
    'A ticket left the viewer’s sight or filter: take it away. A stream of that one ticket ends with it.',
  interfaces: both,
  fields: (t) => ({
    subjectId: t.id({ description: 'Which.', resolve: ({ ticketId }) => encodeId('Ticket', ticketId) }),
  }),
})
