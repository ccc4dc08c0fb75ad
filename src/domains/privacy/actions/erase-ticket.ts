import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { Prisma } from '../../../core/prisma/client.ts'
import type { ErasureCause } from '../../../events/catalog.ts'
import type { Desk } from '../../../events/desk.ts'
import { clearDueAll } from '../../../events/due.ts'
import type { Actor } from '../../../events/log.ts'
import { append } from '../../../events/log.ts'
import { appendMove, moveTicket } from '../../tickets/actions/lock.ts'
import { eraseFilesWhere } from './erase-files.ts'

const messagesAtOnce = 200
const removedSubject = '…'

/**
 * Removes the words of a ticket for good, a page of messages at a time: notes and the desk's answers too, for they are
 * about the person. Places, sides and times stay, so that counts and reports do; the last page ends the ticket.
 */
export async function eraseTicketPage(
  tx: Tx,
  desk: Desk,
  ticketId: string,
  why: { readonly actor: Actor; readonly cause: ErasureCause },
): Promise<void> {
  await tx.$queryRaw`select 1 from tickets where id = ${ticketId}::uuid for no key update`
  const messages = await tx.$queryRaw<{ id: string }[]>`
    select id from messages where ticket_id = ${ticketId}::uuid
      and (redacted_at is null or text <> '' or num_nonnulls(client_message_id, body_digest) > 0
        or (author_kind <> 'OPERATOR' and author_name is not null))
    order by id limit ${messagesAtOnce}`
  await eraseMessages(
    tx,
    messages.map(({ id }) => id),
  )
  if (messages.length < messagesAtOnce) await endTicket(tx, desk, ticketId, why)
}

/** Who spoke for the desk is no trace of the customer; every other name may be theirs. */
async function eraseMessages(tx: Tx, ids: string[]): Promise<void> {
  if (ids.length === 0) return
  const of = { messageId: { in: ids } }
  await eraseFilesWhere(tx, Prisma.sql`message_id = any(${ids}::uuid[])`)
  await tx.messageRevision.deleteMany({ where: of })
  await tx.messageCard.deleteMany({ where: of })
  await tx.inbound.deleteMany({ where: of })
  await tx.outbound.deleteMany({ where: of })
  await clearDueAll(tx, 'outbound.lease', ids)
  await tx.$executeRaw`
    update messages set text = '', body_digest = null, client_message_id = null,
      author_name = case when author_kind = 'OPERATOR' then author_name end,
      redacted_at = coalesce(redacted_at, ${now()})
    where id = any(${ids}::uuid[])`
}

async function endTicket(
  tx: Tx,
  desk: Desk,
  ticketId: string,
  { actor, cause }: { readonly actor: Actor; readonly cause: ErasureCause },
): Promise<void> {
  await tx.botHandOff.updateMany({
    where: { ticketId },
    data: { reason: null, context: Prisma.DbNull },
  })
  await leaveThread(tx, ticketId)
  const ticket = await tx.ticket.findUniqueOrThrow({ where: { id: ticketId } })
  const isOpen = ticket.status !== 'CLOSED' && ticket.status !== 'MERGED'
  const closing = isOpen ? await moveTicket(tx, desk, ticket, { to: 'CLOSED' }) : {}
  await tx.ticket.update({
    where: { id: ticketId },
    data: { ...closing, subject: removedSubject, tags: [], erasedAt: now() },
  })
  // What was merged into it has no messages of its own any more, only its subject.
  await tx.ticket.updateMany({
    where: { mergedIntoId: ticketId },
    data: { subject: removedSubject, tags: [], erasedAt: now() },
  })
  if (isOpen) await appendMove(tx, actor, ticket, { to: 'CLOSED', cause: 'ERASURE' })
  const { customerId, lastSeq, lastNoteSeq } = ticket
  const facts = { cause, messageCount: lastSeq + lastNoteSeq }
  await append(tx, 'ticket.erased', actor, { ticketId, customerId }, facts)
}

/** A platform's key of a conversation names the person: it goes with the last ticket that is answered there. */
async function leaveThread(tx: Tx, ticketId: string): Promise<void> {
  const left = await tx.$queryRaw<{ threadId: string }[]>`
    delete from ticket_threads where ticket_id = ${ticketId}::uuid returning thread_id as "threadId"`
  const ids = left.map(({ threadId }) => threadId)
  await tx.thread.deleteMany({ where: { id: { in: ids }, tickets: { none: {} }, outbounds: { none: {} } } })
}
