import type { KnownViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import type { TicketResolution } from '../../../core/prisma/enums.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { transact } from '../../../events/transact.ts'
import { sideOf } from '../policy.ts'
import * as rules from '../rules.ts'
import type { Move, OnTicket, TicketChange } from './lock.ts'
import { appendMove, lockTicket, moveTicket } from './lock.ts'

/** A status change asked for by a person: version, rules, columns, timers, event. */
async function changeStatus(
  desk: Desk,
  viewer: KnownViewer,
  { ticketId, expectedVersion }: OnTicket,
  action: rules.TicketAction,
  details: Omit<Move, 'to'>,
): Promise<TicketChange> {
  return await transact(desk, async (tx) => {
    const ticket = await lockTicket(tx, viewer, ticketId, 'ticketId')
    rules.assertVersion(ticket, expectedVersion)
    const move = { ...details, to: rules.nextStatus(ticket.status, action, sideOf(viewer)) }
    if (rules.isSettling(action)) {
      const complaint = await complaintOf(tx, ticket.id)
      rules.assertComplaintResolved({ ...ticket, complaint }, action, sideOf(viewer))
    }
    await tx.ticket.update({ where: { id: ticket.id }, data: await moveTicket(tx, desk, ticket, move) })
    return { ticketId: ticket.id, eventId: await appendMove(tx, actorOf(viewer), ticket, move) }
  })
}

async function complaintOf(tx: Tx, ticketId: string) {
  return await tx.complaint.findUnique({ where: { ticketId }, select: { status: true } })
}

/** Hands the ticket to the customer or to a third party. */
export async function waitTicket(
  desk: Desk,
  viewer: KnownViewer,
  input: OnTicket & { forThirdParty: boolean },
) {
  const action = input.forThirdParty ? 'WAIT_THIRD_PARTY' : 'WAIT_CUSTOMER'
  return await changeStatus(desk, viewer, input, action, { cause: 'WAIT' })
}

/** Says that the matter is settled; the customer can reopen it within the reopen window. */
export async function resolveTicket(
  desk: Desk,
  viewer: KnownViewer,
  input: OnTicket & { resolution: TicketResolution },
) {
  return await changeStatus(desk, viewer, input, 'RESOLVE', {
    cause: 'RESOLVE',
    resolution: input.resolution,
  })
}

export async function reopenTicket(desk: Desk, viewer: KnownViewer, input: OnTicket) {
  return await changeStatus(desk, viewer, input, 'REOPEN', { cause: 'REOPEN' })
}

/** Lets the ticket sleep until a time, or until the customer writes. */
export async function snoozeTicket(desk: Desk, viewer: KnownViewer, input: OnTicket & { until: Date }) {
  rules.assertSnoozeUntil(input.until, now())
  return await changeStatus(desk, viewer, input, 'SNOOZE', { cause: 'SNOOZE', snoozedUntil: input.until })
}

/** Ends a resolved ticket before its reopen window does. */
export async function closeTicket(desk: Desk, viewer: KnownViewer, input: OnTicket) {
  return await changeStatus(desk, viewer, input, 'CLOSE', { cause: 'CLOSE' })
}

export async function markTicketAsSpam(desk: Desk, viewer: KnownViewer, input: OnTicket) {
  return await changeStatus(desk, viewer, input, 'SPAM', { cause: 'SPAM' })
}
