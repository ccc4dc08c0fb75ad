import type { KnownViewer, OperatorViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import type { Message, Ticket } from '../../../core/prisma/client.ts'
import { AlreadyRedacted, NotFound } from '../../../core/problems.ts'
import { checkText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { redactAttachments } from '../../attachments/actions/remove.ts'
import { lockTicket } from '../../tickets/actions/lock.ts'
import { sideOf, visibleTickets } from '../../tickets/policy.ts'
import { nextStatus } from '../../tickets/rules.ts'
import { visibleEntries } from '../policy.ts'
import { deriveSubject } from '../rules.ts'
import type { Written } from './write.ts'
import { authorNow } from './write.ts'

/** A message or note the viewer may see, its ticket locked. */
async function lockMessage(
  tx: Tx,
  viewer: KnownViewer,
  messageId: string | null,
): Promise<{ message: Message; ticket: Ticket }> {
  if (messageId === null) throw new NotFound('messageId')
  const found = await tx.message.findFirst({
    where: { AND: [{ id: messageId, ticket: visibleTickets(viewer) }, visibleEntries(viewer)] },
    select: { ticketId: true },
  })
  if (found === null) throw new NotFound('messageId')
  const ticket = await lockTicket(tx, viewer, found.ticketId, 'messageId')
  const message = await tx.message.findUniqueOrThrow({ where: { id: messageId } })
  return { message, ticket }
}

/** Changes the text of one's own message or note; what it said before is kept. The same text changes nothing. */
export async function editMessage(
  desk: Desk,
  viewer: KnownViewer,
  input: { messageId: string | null; text: string },
): Promise<Written> {
  const text = checkText(input.text, ['text'], textLimits.message)
  return await transact(desk, async (tx) => {
    const { message, ticket } = await lockMessage(tx, viewer, input.messageId)
    const author = await authorNow(tx, message)
    if (author === null || author !== actorOf(viewer).id) throw new NotFound('messageId')
    if (message.redactedAt !== null) throw new AlreadyRedacted()
    nextStatus(ticket.status, message.seq === null ? 'UPDATE' : 'REPLY', sideOf(viewer))
    return await writeEdit(tx, viewer, message, ticket, text)
  })
}

/** Gives an entry of a locked ticket another text; what it said before is kept. */
export async function writeEdit(
  tx: Tx,
  viewer: KnownViewer,
  message: Message,
  ticket: Ticket,
  text: string,
): Promise<Written> {
  if (text === message.text) return { messageId: message.id, ticketId: ticket.id, eventId: 0n }
  const revision = 1 + (await tx.messageRevision.count({ where: { messageId: message.id } }))
  await tx.messageRevision.create({ data: { messageId: message.id, revision, text: message.text } })
  await tx.message.update({ where: { id: message.id }, data: { text, editedAt: now() } })
  const type = message.seq === null ? ('note.edited' as const) : ('message.edited' as const)
  const subjects = { ticketId: ticket.id, customerId: ticket.customerId }
  const eventId = await append(tx, type, actorOf(viewer), subjects, { messageId: message.id })
  return { messageId: message.id, ticketId: ticket.id, eventId }
}

/**
 * Removes the content for good: text, history of edits, files, cards, the digest that retries are compared by, and a subject made of
 * its words. The message's place and a mark stay. Works in every state of the ticket: erasure may not depend on it.
 * Redacting again changes nothing.
 */
export async function redactMessage(
  desk: Desk,
  viewer: OperatorViewer,
  input: { messageId: string | null },
): Promise<Written> {
  return await transact(desk, async (tx) => {
    const { message, ticket } = await lockMessage(tx, viewer, input.messageId)
    if (message.redactedAt !== null) return { messageId: message.id, ticketId: ticket.id, eventId: 0n }
    if (message.seq === 1) await removeDerivedSubject(tx, message)
    await tx.messageRevision.deleteMany({ where: { messageId: message.id } })
    await tx.messageCard.deleteMany({ where: { messageId: message.id } })
    await redactAttachments(tx, message.id)
    // Nor may it be guessed from what a bot handed in, nor go out any more.
    await tx.inbound.updateMany({ where: { messageId: message.id }, data: { digest: null } })
    await tx.outbound.updateMany({
      where: { messageId: message.id, status: { in: ['PENDING', 'FAILED'] } },
      data: { status: 'FAILED', failureCode: 'REDACTED', isRetryable: false, nextAttemptAt: null },
    })
    await tx.message.update({
      where: { id: message.id },
      data: { text: '', bodyDigest: null, redactedAt: now() },
    })
    const type = message.seq === null ? ('note.redacted' as const) : ('message.redacted' as const)
    const subjects = { ticketId: ticket.id, customerId: ticket.customerId }
    const eventId = await append(tx, type, actorOf(viewer), subjects, { messageId: message.id })
    return { messageId: message.id, ticketId: ticket.id, eventId }
  })
}

const removedSubject = '…'

/** A ticket opened without a subject has one made of its first words, and so have the tickets that continue it. */
async function removeDerivedSubject(tx: Tx, { id, ticketId, text }: Message): Promise<void> {
  const first = await tx.messageRevision.findFirst({ where: { messageId: id, revision: 1 } })
  const subject = deriveSubject(first?.text ?? text)
  await tx.$executeRaw`
    with recursive continued as (
      select ${ticketId}::uuid as id
      union select tickets.id from tickets join continued on tickets.predecessor_id = continued.id
    )
    update tickets set subject = ${removedSubject} from continued
    where tickets.id = continued.id and subject = ${subject}`
}
