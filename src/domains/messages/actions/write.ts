import type { KnownViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import type { Message, Ticket } from '../../../core/prisma/client.ts'
import { Prisma } from '../../../core/prisma/client.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { appendWith, systemActor } from '../../../events/log.ts'
import { appendMove, moveTicket } from '../../tickets/actions/lock.ts'
import { afterMessage } from '../../tickets/rules.ts'
import type { Enclosures } from './enclose.ts'
import { enclose } from './enclose.ts'

/** A message about to be written, already checked. */
export interface Draft {
  readonly text: string
  readonly requestedTicketId: string
  readonly clientMessageId: string | null
  readonly digest: Uint8Array<ArrayBuffer>
  readonly sentAt: Date | null
  readonly keepOpen: boolean
  readonly enclosures?: Enclosures | undefined
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
  const written = await insertMessage(tx, ticket, { ...draft, ...authorColumns(viewer), kind: 'TEXT' })
  if (draft.enclosures !== undefined) await enclose(tx, viewer, ticket, written.messageId, draft.enclosures)
  return written
}

/** What the ticket of a public message must be known by; its row is locked. */
export type Addressed = Pick<Ticket, 'id' | 'customerId' | 'lastSeq'>

/** Writes a public line of the system into a locked ticket. It asks nobody to act: the state stays as it is. */
export async function writeSystemMessage(tx: Tx, ticket: Addressed, text: string): Promise<Written> {
  return await insertMessage(tx, ticket, {
    kind: 'SYSTEM',
    text,
    authorKind: systemActor.kind,
    authorCustomerId: null,
    authorOperatorId: null,
    authorName: null,
    requestedTicketId: null,
    clientMessageId: null,
    digest: null,
    sentAt: null,
  })
}

type Entry = ReturnType<typeof authorColumns> &
  Pick<Draft, 'text' | 'clientMessageId' | 'sentAt'> & {
    readonly kind: 'TEXT' | 'SYSTEM'
    readonly requestedTicketId: string | null
    readonly digest: Uint8Array<ArrayBuffer> | null
  }

/** Message, counters and event in one statement. */
async function insertMessage(tx: Tx, ticket: Addressed, entry: Entry): Promise<Written> {
  const message = { id: newId(), seq: ticket.lastSeq + 1, createdAt: now() }
  const writes = Prisma.sql`
    message as (
      insert into messages (id, ticket_id, seq, kind, author_kind, author_customer_id, author_operator_id, author_name,
        text, requested_ticket_id, client_message_id, body_digest, sent_at, created_at)
      values (${message.id}::uuid, ${ticket.id}::uuid, ${message.seq}, ${entry.kind}::message_kind,
        ${entry.authorKind}::author_kind, ${entry.authorCustomerId}::uuid, ${entry.authorOperatorId}::uuid,
        ${entry.authorName}, ${entry.text}, ${entry.requestedTicketId}::uuid, ${entry.clientMessageId}::uuid,
        ${entry.digest}, ${entry.sentAt}, ${message.createdAt})
    ),
    counted as (
      update tickets set last_seq = ${message.seq}, last_activity_at = ${message.createdAt}
      where id = ${ticket.id}::uuid
    )${entry.authorKind === 'CUSTOMER' ? Prisma.empty : outboundOf(ticket, message.id)}`
  const actor = { kind: entry.authorKind, id: entry.authorOperatorId ?? entry.authorCustomerId }
  const subjects = { ticketId: ticket.id, customerId: ticket.customerId }
  const facts = { messageId: message.id, seq: message.seq, authorKind: actor.kind }
  const eventId = await appendWith(tx, writes, 'message.sent', actor, subjects, facts)
  return { messageId: message.id, ticketId: ticket.id, eventId }
}

/** What the desk says in a ticket that came from a platform goes there; what the customer says came from somewhere. */
function outboundOf(ticket: Addressed, messageId: string) {
  return Prisma.sql`,
    outbound as (
      insert into outbounds (message_id, thread_id, external_ids)
      select ${messageId}::uuid, thread_id, '{}' from ticket_threads where ticket_id = ${ticket.id}::uuid
    )`
}

function sideOfAuthor(viewer: KnownViewer): 'CUSTOMER' | 'OPERATOR' | 'SERVICE' {
  if (viewer.kind === 'customer') return 'CUSTOMER'
  return viewer.kind === 'operator' ? 'OPERATOR' : 'SERVICE'
}
