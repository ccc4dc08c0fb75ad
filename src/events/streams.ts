import type { EventType, LogEvent } from './catalog.ts'
import { catalog } from './catalog.ts'
import type { ResetReason } from './follow.ts'
import type { Shared } from './shared.ts'

/** What a stream of the log sends: facts, and what a client must know about the stream itself. */
export type StreamItem =
  | { readonly kind: 'event'; readonly event: LogEvent; readonly shared: Shared }
  | { readonly kind: 'caughtUp'; readonly position: bigint }
  | { readonly kind: 'reset'; readonly position: bigint; readonly reason: ResetReason | 'RIGHTS_CHANGED' }
  | { readonly kind: 'lagged'; readonly position: bigint }
  | { readonly kind: 'heartbeat'; readonly position: bigint; readonly shared: Shared }
  | { readonly kind: 'removed'; readonly position: bigint; readonly ticketId: string }

/** The streams of the log: of one ticket, of an operator's tickets, of everything that concerns one buyer. */
export type StreamName = 'ticket' | 'inbox' | 'customer'

/** What has a ticket: orders, payments and parcels have none of their own. */
const ofTickets = [
  'ticket.',
  'message.',
  'messages.',
  'note.',
  'attachment.',
  'return.',
  'refund.',
  'complaint.',
] as const

/**
 * Which streams carry events of a type. What happens to an order or a parcel is told to the tickets linked to it by
 * `ticket.objectChanged`.
 */
export function streamsOf(type: EventType): readonly StreamName[] {
  const { isHistory, isInternal } = catalog[type]
  if (isHistory) return []
  const isOfTicket = ofTickets.some((prefix) => type.startsWith(prefix))
  return [
    ...(isOfTicket ? (['ticket', 'inbox'] as const) : []),
    ...(isInternal ? [] : (['customer'] as const)),
  ]
}
