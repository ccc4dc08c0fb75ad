import type { Desk } from '../events/desk.ts'
import type { DueHandler, DueKind } from '../events/due.ts'
import { sweepIdempotencyKeys } from '../events/idempotency.ts'
import { ticketTimers } from './tickets/actions/timers.ts'

/** What each durable timer does when it comes due. */
export function timersOf(desk: Desk): { readonly [K in DueKind]: DueHandler } {
  return {
    ...ticketTimers(desk),
    'idempotency.sweep': sweepIdempotencyKeys,
  }
}
