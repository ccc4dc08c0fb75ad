import { archiveTimer } from '../events/archive.ts'
import type { Desk } from '../events/desk.ts'
import type { DueHandler, DueKind } from '../events/due.ts'
import { sweepIdempotencyKeys } from '../events/idempotency.ts'
import { attachmentTimers } from './attachments/actions/timers.ts'
import { complaintTimers } from './complaints/actions/timers.ts'
import { deliveryTimers } from './deliveries/actions/late.ts'
import { privacyTimers } from './privacy/actions/timers.ts'
import { returnTimers } from './returns/actions/timers.ts'
import { threadTimers } from './threads/actions/claim.ts'
import { ticketTimers } from './tickets/actions/timers.ts'

/** What each durable timer does when it comes due. */
export function timersOf(desk: Desk): { readonly [K in DueKind]: DueHandler } {
  return {
    ...ticketTimers(desk),
    ...deliveryTimers,
    ...attachmentTimers(desk),
    ...returnTimers(desk),
    ...complaintTimers,
    ...threadTimers,
    ...privacyTimers(desk),
    'idempotency.sweep': sweepIdempotencyKeys,
    'log.archive': archiveTimer(desk),
  }
}
