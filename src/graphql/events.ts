import { encodeId } from '../core/ids.ts'
import type { EventType, LogEvent } from '../events/catalog.ts'
import type { Desk } from '../events/desk.ts'
import type { StreamItem, StreamName } from '../events/streams.ts'
import { streamsOf } from '../events/streams.ts'
import { builder } from './builder.ts'
import { AuthorKindEnum, describedEnum } from './enums.ts'

/** The items of a stream of one kind. */
type Streamed<K extends StreamItem['kind']> = Extract<StreamItem, { kind: K }>

function cursorOf(desk: Desk, item: StreamItem): string {
  return cursorAt(desk, item.kind === 'event' ? item.event.position : item.position)
}

/** A position of the log, as every stream, feed and write names it. */
export function cursorAt({ cursors }: Desk, value: bigint): string {
  return cursors.encode({ kind: 'position', value })
}

const cursorDescription = 'Where this stands in the log: pass it as `after` to go on from here.'

const controlNames: Record<Exclude<StreamItem['kind'], 'event'>, string> = {
  caughtUp: 'CaughtUp',
  lagged: 'Lagged',
  heartbeat: 'Heartbeat',
  reset: 'Reset',
  removed: 'Removed',
}

const names = new Map<EventType, string>()

/** The GraphQL type of each type of event that a stream carries, as the domains have given them. */
export const factNames: ReadonlyMap<EventType, string> = names

function typeNameOf(item: StreamItem): string {
  const name = item.kind === 'event' ? names.get(item.event.type) : controlNames[item.kind]
  if (name === undefined) throw new Error(`an event of this type must not reach a stream: ${item.kind}`)
  return name
}

function streamInterface(name: string, description: string, typeOf = typeNameOf) {
  return builder.interfaceRef<StreamItem>(name).implement({
    resolveType: typeOf,
    description,
    fields: (t) => ({
      cursor: t.string({
        description: cursorDescription,
        resolve: (item, _args, { desk }) => cursorOf(desk, item),
      }),
    }),
  })
}

export const TicketEvent = streamInterface(
  'TicketEvent',
  'What a stream of one ticket sends: facts (`Event`) and control types.',
)
export const InboxEvent = streamInterface(
  'InboxEvent',
  'What the stream of an inbox sends: facts (`Event`) and control types.',
)
export const CustomerEvent = streamInterface(
  'CustomerEvent',
  'What the stream of everything that concerns a buyer sends: facts (`Event`) and control types.',
)
/** In the stream of a bot a fact has a type of its own: it shows what is to be sent, and no ticket. */
const outboundNames = new Map<EventType, string>()
export const OutboundEvent = streamInterface(
  'OutboundEvent',
  'What the stream of a bot sends: what is to be sent to its platform (`Event`), and control types.',
  (item) => (item.kind === 'event' ? outboundNames.get(item.event.type) : undefined) ?? typeNameOf(item),
)
const streams: Readonly<Record<StreamName, typeof TicketEvent>> = {
  ticket: TicketEvent,
  inbox: InboxEvent,
  customer: CustomerEvent,
}

export const Actor = builder.objectRef<Pick<LogEvent, 'actorKind' | 'actorId'>>('Actor').implement({
  description: 'Who did something.',
  fields: (t) => ({
    kind: t.expose('actorKind', { description: 'Which side.', type: AuthorKindEnum }),
    id: t.id({
      description: 'The customer’s or operator’s id; null for bots, partners and the system.',
      nullable: true,
      resolve: ({ actorKind, actorId }) => {
        // Of a service the log keeps its token, which is for the audit only.
        if (actorId === null || actorKind === 'SERVICE') return null
        return encodeId(actorKind === 'CUSTOMER' ? 'Customer' : 'Operator', actorId)
      },
    }),
  }),
})

/** UUID-shaped ids of events: the log counts them by number. */
export function publicEventId({ id }: LogEvent): string {
  return `evt_00000000-0000-7000-8000-${id.toString(16).padStart(12, '0')}`
}

const otherName = 'OtherEvent'

export const Event = builder.interfaceRef<Streamed<'event'>>('Event').implement({
  // What no stream carries is in the feed all the same.
  resolveType: ({ event }) => names.get(event.type) ?? otherName,
  description: 'Something that happened, from the one log that every stream, feed and webhook reads.',
  fields: (t) => ({
    id: t.id({ description: 'The same in every stream.', resolve: ({ event }) => publicEventId(event) }),
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

builder.objectRef<Streamed<'event'>>(otherName).implement({
  description:
    'Something that happened and has no type of its own: history that was imported, and what the desk alone has to do with. `type` says what. In `events` only, for admins only.',
  interfaces: [Event],
})

/** A fact of one type, as its resolvers get it. */
export interface Fact<T extends EventType> extends Omit<Streamed<'event'>, 'event'> {
  readonly event: LogEvent<T>
}

/**
 * The type of a fact: how a type of event is shown in every stream that carries it. Its fields are added by
 * `builder.objectFields`: the facts of then, and objects as they are now, by the policy of now.
 */
export function factType<T extends EventType>(type: T, name: string, description: string) {
  if (names.has(type)) throw new Error(`${type} has a type already`)
  names.set(type, name)
  const ref = builder.objectRef<Fact<T>>(name)
  builder.objectType(ref, {
    description,
    interfaces: [Event, ...streamsOf(type).map((stream) => streams[stream])] as never,
  })
  return ref
}

/** The type of a fact in the stream of a bot. */
export function outboundFactType<T extends EventType>(type: T, name: string, description: string) {
  outboundNames.set(type, name)
  const ref = builder.objectRef<Fact<T>>(name)
  builder.objectType(ref, { description, interfaces: [Event, OutboundEvent] as never })
  return ref
}

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

const everyStream = [...Object.values(streams), OutboundEvent]

builder.objectRef<Streamed<'caughtUp'>>('CaughtUp').implement({
  description: 'The history is told; from here on it is live.',
  interfaces: everyStream,
})
builder.objectRef<Streamed<'heartbeat'>>('Heartbeat').implement({
  description:
    'Nothing was sent for a while: the stream is alive. Its `cursor` may be further on than the last fact’s.',
  interfaces: everyStream,
})
builder.objectRef<Streamed<'lagged'>>('Lagged').implement({
  description:
    'The subscriber read too slowly and its buffer was full. The stream ends; resume from `cursor`.',
  interfaces: everyStream,
})
builder.objectRef<Streamed<'reset'>>('Reset').implement({
  description:
    'The stream cannot go on from the cursor: read again what is shown; this stream goes on from `cursor`.',
  interfaces: everyStream,
  fields: (t) => ({ reason: t.expose('reason', { description: 'Why.', type: ResetReasonEnum }) }),
})
builder.objectRef<Streamed<'removed'>>('Removed').implement({
  description:
    'A ticket left the viewer’s sight or filter: take it away. A stream of that one ticket ends with it.',
  interfaces: everyStream,
  fields: (t) => ({
    subjectId: t.id({ description: 'Which.', resolve: ({ ticketId }) => encodeId('Ticket', ticketId) }),
  }),
})
