import type { KnownViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import type { Message, Ticket } from '../../../core/prisma/client.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { append } from '../../../events/log.ts'
import { appendMove, moveTicket } from '../../tickets/actions/lock.ts'
import { afterMessage } from '../../tickets/rules.ts'

/** A message about to be written, already checked. */
export interface Draft {
  readonly text: string
  readonly requestedTicketId: string
  readonly clientMessageId: string | null
  readonly digest: Uint8Array<ArrayBuffer>
  readonly sentAt: Date | null
  readonly keepOpen: boolean
}

export interface Written {
  readonly messageId: string
  readonly ticketId: string
  readonly eventId: bigint
}

/** Who wrote it, as a message row keeps it. */
export function authorColumns(viewer: KnownViewer) {
  const name = viewer.kind === 'operator' ? viewer.name : viewer.claims.name
  return {
    authorKind: actorOf(viewer).kind,
    authorCustomerId: viewer.kind === 'customer' ? viewer.customerId : null,
    authorOperatorId: viewer.kind === 'operator' ? viewer.operatorId : null,
    authorName: viewer.kind === 'customer' ? null : name,
  }
}

/** The person who wrote it, as they are known now: a guest's messages are the customer's after login. */
export async function authorNow(
  tx: Tx,
  { authorOperatorId, authorCustomerId }: Pick<Message, 'authorOperatorId' | 'authorCustomerId'>,
): Promise<string | null> {
  if (authorOperatorId !== null || authorCustomerId === null) return authorOperatorId
  const customer = await tx.customer.findUnique({
    where: { id: authorCustomerId },
    select: { mergedIntoId: true },
  })
  return customer?.mergedIntoId ?? authorCustomerId
}

/** Writes the next public message of a locked ticket, moves its state, and appends the events. */
export async function writeMessage(
  tx: Tx,
  desk: Desk,
  viewer: KnownViewer,
  ticket: Ticket,
  draft: Draft,
): Promise<Written> {
  const message = { id: newId(), seq: ticket.lastSeq + 1, createdAt: now() }
  const actor = actorOf(viewer)
  const move = { to: afterMessage(ticket.status, sideOfAuthor(viewer), draft), cause: 'MESSAGE' as const }
  const { text, requestedTicketId, clientMessageId, digest: bodyDigest, sentAt } = draft
  const said = { text, requestedTicketId, clientMessageId, bodyDigest, sentAt }
  await tx.message.create({
    data: { ...message, ...said, ...authorColumns(viewer), ticketId: ticket.id },
    select: { id: true },
  })
  const moved = move.to === ticket.status ? {} : await moveTicket(tx, desk, ticket, move)
  await tx.ticket.update({
    where: { id: ticket.id },
    data: { ...moved, lastSeq: message.seq, lastActivityAt: message.createdAt },
    select: { id: true },
  })
  if (move.to !== ticket.status) await appendMove(tx, actor, ticket, move)
  const subjects = { ticketId: ticket.id, customerId: ticket.customerId }
  const facts = { messageId: message.id, seq: message.seq, authorKind: actor.kind }
  const eventId = await append(tx, 'message.sent', actor, subjects, facts)
  return { messageId: message.id, ticketId: ticket.id, eventId }
}

function sideOfAuthor(viewer: KnownViewer): 'CUSTOMER' | 'OPERATOR' | 'SERVICE' {
  if (viewer.kind === 'customer') return 'CUSTOMER'
  return viewer.kind === 'operator' ? 'OPERATOR' : 'SERVICE'
}
