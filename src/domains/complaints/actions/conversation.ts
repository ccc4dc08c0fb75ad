import type { KnownViewer } from '../../../auth/viewer.ts'
import type { Tx } from '../../../core/database.ts'
import type { Ticket } from '../../../core/prisma/client.ts'
import type { Desk } from '../../../events/desk.ts'
import { createTicket } from '../../messages/actions/open.ts'
import { writeMessage } from '../../messages/actions/write.ts'
import { digestBody } from '../../messages/rules.ts'

/** Writes a public message about a complaint into a locked ticket. */
export async function writeInto(
  tx: Tx,
  desk: Desk,
  viewer: KnownViewer,
  ticket: Ticket,
  { text, keepOpen }: { text: string; keepOpen: boolean },
): Promise<void> {
  await writeMessage(tx, desk, viewer, ticket, {
    text,
    requestedTicketId: ticket.id,
    clientMessageId: null,
    digest: Uint8Array.from(digestBody({ kind: 'TEXT', text, keepOpen })),
    sentAt: null,
    keepOpen,
  })
}

/**
 * Says something in the conversation of a complaint, wherever it goes on now. The right is the complaint's: who may
 * act on it answers there, in whatever team's queue the ticket is.
 */
export async function say(
  tx: Tx,
  desk: Desk,
  viewer: KnownViewer,
  ticketId: string,
  text: string,
): Promise<void> {
  const ticket = await landingTicket(tx, viewer, ticketId)
  await writeInto(tx, desk, viewer, ticket, { text, keepOpen: false })
}

/** A merged ticket goes on in its target, a closed one in a successor: a complaint outlives its ticket. */
async function landingTicket(tx: Tx, viewer: KnownViewer, ticketId: string): Promise<Ticket> {
  await tx.$queryRaw`select 1 from tickets where id = ${ticketId}::uuid for no key update`
  const ticket = await tx.ticket.findUniqueOrThrow({ where: { id: ticketId } })
  if (ticket.status === 'MERGED' && ticket.mergedIntoId !== null) {
    return await landingTicket(tx, viewer, ticket.mergedIntoId)
  }
  if (ticket.status !== 'CLOSED') return ticket
  const successor = await tx.ticket.findFirst({
    where: { predecessorId: ticket.id, status: { notIn: ['CLOSED', 'SPAM'] } },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  if (successor !== null) return await landingTicket(tx, viewer, successor.id)
  const { customerId, subject, topic, channel, language, teamId, orderId, deliveryId } = ticket
  return await createTicket(tx, viewer, {
    predecessorId: ticket.id,
    customerId,
    subject,
    topic,
    channel,
    language,
    teamId,
    orderId,
    deliveryId,
  })
}
