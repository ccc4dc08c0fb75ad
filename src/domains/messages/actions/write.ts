import type { KnownViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import type { Message, Ticket } from '../../../core/prisma/client.ts'
import { Prisma } from '../../../core/prisma/client.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { appendWith } from '../../../events/log.ts'
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
  if (move.to !== ticket.status) {
    await tx.ticket.update({
      where: { id: ticket.id },
      data: await moveTicket(tx, desk, ticket, move),
      select: { id: true },
    })
    await appendMove(tx, actor, ticket, move)
  }
  const author = authorColumns(viewer)
  const writes = Prisma.sql`
    message as (
      insert into messages (id, ticket_id, seq, author_kind, author_customer_id, author_operator_id, author_name, text,
        requested_ticket_id, client_message_id, body_digest, sent_at, created_at)
      values (${message.id}::uuid, ${ticket.id}::uuid, ${message.seq}, ${author.authorKind}::author_kind,
        ${author.authorCustomerId}::uuid, ${author.authorOperatorId}::uuid, ${author.authorName}, ${draft.text},
        ${draft.requestedTicketId}::uuid, ${draft.clientMessageId}::uuid, ${draft.digest}, ${draft.sentAt},
        ${message.createdAt})
    ),
    counted as (
      update tickets set last_seq = ${message.seq}, last_activity_at = ${message.createdAt}
      where id = ${ticket.id}::uuid
    )`
  const subjects = { ticketId: ticket.id, customerId: ticket.customerId }
  const facts = { messageId: message.id, seq: message.seq, authorKind: actor.kind }
  const eventId = await appendWith(tx, writes, 'message.sent', actor, subjects, facts)
  return { messageId: message.id, ticketId: ticket.id, eventId }
}

function sideOfAuthor(viewer: KnownViewer): 'CUSTOMER' | 'OPERATOR' | 'SERVICE' {
  if (viewer.kind === 'customer') return 'CUSTOMER'
  return viewer.kind === 'operator' ? 'OPERATOR' : 'SERVICE'
}
