import type { CustomerViewer, OperatorViewer } from '../../auth/viewer.ts'
import { NotFound } from '../../core/problems.ts'
import type { Desk } from '../../events/desk.ts'
import { readerOf } from '../messages/actions/read.ts'
import { sideOf, visibleTickets } from '../tickets/policy.ts'
import type { OperatorStatus } from './topics.ts'
import { atTheDesk, presentOn, typingIn } from './topics.ts'

/** Nothing here is stored: these are leases, which end unless they are taken again. */

/** How long a sign of typing lasts. */
export const typingSeconds = 6

/** Tells the ticket's followers that the viewer writes, or stopped. */
export async function setTyping(
  desk: Desk,
  viewer: CustomerViewer | OperatorViewer,
  input: { ticketId: string | null; isTyping: boolean },
): Promise<{ expiresAt: Date }> {
  const topic = typingIn(await visibleTicketId(desk, viewer, input.ticketId))
  return { expiresAt: take(desk, viewer, topic, input.isTyping ? 'TYPING' : null, typingSeconds) }
}

/** Tells the desk that the operator looks at a ticket, or left it. */
export async function setPresence(
  desk: Desk,
  viewer: OperatorViewer,
  input: { ticketId: string | null; isPresent: boolean },
): Promise<{ expiresAt: Date }> {
  const topic = presentOn(await visibleTicketId(desk, viewer, input.ticketId))
  const value = input.isPresent ? 'PRESENT' : null
  return { expiresAt: take(desk, viewer, topic, value, desk.env.PRESENCE_SECONDS) }
}

/** Tells the desk whether the operator is there. */
export function setOperatorStatus(
  desk: Desk,
  viewer: OperatorViewer,
  status: OperatorStatus,
): { operatorId: string; expiresAt: Date } {
  const value = status === 'OFFLINE' ? null : status
  const expiresAt = take(desk, viewer, atTheDesk, value, desk.env.OPERATOR_STATUS_SECONDS)
  return { operatorId: viewer.operatorId, expiresAt }
}

function take(
  { leases }: Desk,
  viewer: CustomerViewer | OperatorViewer,
  topic: string,
  value: string | null,
  seconds: number,
): Date {
  return leases.set({ topic, holderKind: sideOf(viewer), holderId: readerOf(viewer), value }, seconds)
}

async function visibleTicketId(
  { database }: Desk,
  viewer: CustomerViewer | OperatorViewer,
  id: string | null,
): Promise<string> {
  const where = id === null ? null : { AND: [{ id }, visibleTickets(viewer)] }
  const isVisible = where !== null && (await database.prisma.ticket.count({ where })) > 0
  if (id === null || !isVisible) throw new NotFound('ticketId')
  return id
}
