import type {
  AuthorKind,
  Channel,
  Priority,
  ReaderSide,
  TicketResolution,
  TicketStatus,
  Topic,
} from '../core/prisma/enums.ts'

/**
 * Everything that can happen, on one page. Data holds ids, enums, numbers and the facts of visibility before the
 * change; never text, names or addresses, so that redaction and erasure are final.
 */
export interface EventData {
  'ticket.opened': { topic: Topic; channel: Channel; predecessorId: string | null }
  'ticket.imported': { messageCount: number }
  'ticket.statusChanged': {
    from: TicketStatus
    to: TicketStatus
    cause: TransitionCause
    resolution: TicketResolution | null
  }
  'ticket.assigned': { assigneeId: string | null; teamId: string | null; before: VisibilityFacts }
  'ticket.updated': { fields: string[]; priority: Priority; topic: Topic }
  'ticket.tagged': Record<string, never>
  'ticket.merged': { intoId: string; before: VisibilityFacts }
  'ticket.linked': { fromCustomerId: string }
  'message.sent': { messageId: string; seq: number; authorKind: AuthorKind }
  'message.edited': { messageId: string }
  'message.redacted': { messageId: string }
  'messages.read': { side: ReaderSide; readSeq: number }
  'note.added': { messageId: string; noteSeq: number }
  'note.edited': { messageId: string }
  'note.redacted': { messageId: string }
  'customer.upserted': Record<string, never>
  'customer.linked': { intoId: string }
  'operator.updated': { isDisabled: boolean }
}
export type EventType = keyof EventData

/** What set a status change off: the action asked for, a message that moved the ticket, or a timer. */
export type TransitionCause =
  | 'WAIT'
  | 'RESOLVE'
  | 'REOPEN'
  | 'SNOOZE'
  | 'CLOSE'
  | 'SPAM'
  | 'CLAIM'
  | 'MESSAGE'
  | 'WAKE'
  | 'REOPEN_WINDOW'

/** What decided who saw the ticket before a change; followers who lose it are told so. */
export interface VisibilityFacts {
  readonly customerId: string
  readonly assigneeId: string | null
  readonly teamId: string | null
}

interface Entry {
  /** Internal events exist for the desk only: no buyer gets them, by any path. */
  readonly isInternal: boolean
  /** History written by an import starts no clocks and notifies nobody: live streams pass it over. */
  readonly isHistory: boolean
}
const everyone: Entry = { isInternal: false, isHistory: false }
const desk: Entry = { isInternal: true, isHistory: false }

export const catalog: { readonly [T in EventType]: Entry } = {
  'ticket.opened': everyone,
  'ticket.imported': { isInternal: true, isHistory: true },
  'ticket.statusChanged': everyone,
  'ticket.assigned': everyone,
  'ticket.updated': everyone,
  'ticket.tagged': desk,
  'ticket.merged': everyone,
  'ticket.linked': everyone,
  'message.sent': everyone,
  'message.edited': everyone,
  'message.redacted': everyone,
  'messages.read': everyone,
  'note.added': desk,
  'note.edited': desk,
  'note.redacted': desk,
  'customer.upserted': desk,
  'customer.linked': desk,
  'operator.updated': desk,
}

/** One row of the log. `position` is the place in the one order over everything. */
export interface LogEvent<T extends EventType = EventType> {
  readonly id: bigint
  readonly position: bigint
  readonly type: T
  readonly isInternal: boolean
  readonly ticketId: string | null
  readonly customerId: string | null
  readonly operatorId: string | null
  readonly actorKind: AuthorKind
  readonly actorId: string | null
  readonly data: EventData[T]
  readonly occurredAt: Date
}

/** Whose rights an event changes, so that nobody goes on with those of before; null for most events. */
export function personChanged(event: {
  readonly type: EventType
  readonly operatorId?: string | null
  readonly customerId?: string | null
}): string | null {
  if (event.type === 'operator.updated') return event.operatorId ?? null
  return event.type === 'customer.linked' ? (event.customerId ?? null) : null
}

/** True for events of one type, with their data typed. */
export function isEvent<T extends EventType>(event: LogEvent, type: T): event is LogEvent<T> {
  return event.type === type
}
