import type { KnownViewer } from '../../../auth/viewer.ts'
import type { Tx } from '../../../core/database.ts'
import type { Channel, Language } from '../../../core/prisma/enums.ts'
import { NotFound } from '../../../core/problems.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { createTicket } from '../../messages/actions/open.ts'
import { writeMessage } from '../../messages/actions/write.ts'
import { deriveSubject, digestBody } from '../../messages/rules.ts'
import { lockTicket } from '../../tickets/actions/lock.ts'
import { sideOf } from '../../tickets/policy.ts'
import { nextStatus } from '../../tickets/rules.ts'

export interface Conversation {
  readonly customerId: string
  readonly orderId: string
  readonly language: Language
  readonly channel: Channel
  readonly text: string
}

/** A new ticket about a return, so that its customer has somebody to talk to. */
export async function openConversation(
  tx: Tx,
  desk: Desk,
  viewer: KnownViewer,
  { text, ...columns }: Conversation,
): Promise<string> {
  const subject = deriveSubject(text)
  const ticket = await createTicket(tx, viewer, { ...columns, subject, topic: 'RETURN' }, actorOf(viewer))
  // The desk files for a customer: it is still the desk that has to act.
  const body = { text, keepOpen: true }
  const digest = Uint8Array.from(digestBody({ kind: 'TEXT', ...body }))
  const draft = { ...body, digest, requestedTicketId: ticket.id, clientMessageId: null, sentAt: null }
  await writeMessage(tx, desk, viewer, ticket, draft)
  return ticket.id
}

/**
 * The ticket that was given, if it is the same customer's and still goes on.
 * @throws NotFound, or IllegalTransition for one that has ended
 */
export async function joinConversation(
  tx: Tx,
  viewer: KnownViewer,
  ticketId: string | null,
  customerId: string,
): Promise<string> {
  const ticket = await lockTicket(tx, viewer, ticketId, 'ticketId')
  if (ticket.customerId !== customerId) throw new NotFound('ticketId')
  nextStatus(ticket.status, 'REPLY', sideOf(viewer))
  return ticket.id
}
