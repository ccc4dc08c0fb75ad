import type { KnownViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import type { Ticket } from '../../../core/prisma/client.ts'
import { IllegalTransition } from '../../../core/problems.ts'
import { checkText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { lockTicket } from '../../tickets/actions/lock.ts'
import { sideOf } from '../../tickets/policy.ts'
import { allowedActions, nextStatus } from '../../tickets/rules.ts'
import { assertNothingMissed, assertSameMessage, checkClientMessageId, digestBody } from '../rules.ts'
import type { Draft, Written } from './write.ts'
import { authorNow, writeMessage } from './write.ts'

export interface MessageInput {
  readonly ticketId: string | null
  readonly text: string
  readonly clientMessageId: string | null
  readonly lastSeenSeq: number | null
  readonly sentAt: Date | null
  readonly keepOpen: boolean
}

/**
 * Sends a public message. Any number of retries with one `clientMessageId` give the one message. A message to a
 * merged ticket goes to the target; a customer's message to a closed one opens a successor.
 */
export async function sendMessage(desk: Desk, viewer: KnownViewer, input: MessageInput): Promise<Written> {
  const text = checkText(input.text, ['text'], textLimits.message)
  const clientMessageId = checkClientMessageId(input.clientMessageId)
  const digest = Uint8Array.from(digestBody({ kind: 'TEXT', text, keepOpen: input.keepOpen }))
  return await transact(desk, async (tx) => {
    const requested = await lockTicket(tx, viewer, input.ticketId, 'ticketId')
    const draft: Draft = {
      text,
      requestedTicketId: requested.id,
      clientMessageId,
      digest,
      sentAt: input.sentAt,
      keepOpen: input.keepOpen,
    }
    const stored = await findSent(tx, viewer, draft)
    if (stored !== null) return stored
    const ticket = await landingTicket(tx, viewer, requested)
    nextStatus(ticket.status, 'REPLY', sideOf(viewer))
    await refuseWhenMissed(tx, viewer, ticket, input.lastSeenSeq)
    return await writeMessage(tx, desk, viewer, ticket, draft)
  })
}

/** The message an earlier try with this key wrote, wherever it landed. Looked up under the requested ticket's lock. */
async function findSent(tx: Tx, viewer: KnownViewer, draft: Draft): Promise<Written | null> {
  const { requestedTicketId, clientMessageId, digest } = draft
  if (clientMessageId === null) return null
  const stored = await tx.message.findUnique({
    where: { requestedTicketId_clientMessageId: { requestedTicketId, clientMessageId } },
  })
  if (stored === null) return null
  const author = await authorNow(tx, stored)
  assertSameMessage({ author, digest: stored.bodyDigest }, { author: actorOf(viewer).id, digest })
  const event = await tx.event.findFirst({
    where: {
      ticketId: stored.ticketId,
      type: 'message.sent',
      data: { path: ['messageId'], equals: stored.id },
    },
    select: { id: true },
  })
  return { messageId: stored.id, ticketId: stored.ticketId, eventId: event?.id ?? 0n }
}

/** The ticket a message to `requested` lands in, locked. */
async function landingTicket(tx: Tx, viewer: KnownViewer, requested: Ticket): Promise<Ticket> {
  let ticket = requested
  while (ticket.status === 'MERGED' && ticket.mergedIntoId !== null) {
    ticket = await lockTicket(tx, viewer, ticket.mergedIntoId, 'ticketId')
  }
  if (ticket.status !== 'CLOSED') return ticket
  if (viewer.kind !== 'customer') {
    throw new IllegalTransition(ticket.status, 'REPLY', allowedActions(ticket.status, 'OPERATOR'))
  }
  const successor = await tx.ticket.findFirst({
    where: { predecessorId: ticket.id, status: { notIn: ['CLOSED', 'SPAM'] } },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  if (successor === null) return await openSuccessor(tx, viewer, ticket)
  return await landingTicket(tx, viewer, await lockTicket(tx, viewer, successor.id, 'ticketId'))
}

/** A closed matter goes on: a new ticket that remembers the old one. */
async function openSuccessor(tx: Tx, viewer: KnownViewer, closed: Ticket): Promise<Ticket> {
  const { customerId, subject, topic, channel, language, teamId } = closed
  const ticket = await tx.ticket.create({
    data: {
      id: newId(),
      customerId,
      subject,
      topic,
      channel,
      language,
      teamId,
      predecessorId: closed.id,
      lastActivityAt: now(),
    },
  })
  await append(
    tx,
    'ticket.opened',
    actorOf(viewer),
    { ticketId: ticket.id, customerId },
    { topic, channel, predecessorId: closed.id },
  )
  return ticket
}

async function refuseWhenMissed(tx: Tx, viewer: KnownViewer, ticket: Ticket, lastSeenSeq: number | null) {
  if (viewer.kind === 'customer' || lastSeenSeq === null || ticket.lastSeq <= lastSeenSeq) return
  const newest = await tx.message.findFirst({
    where: {
      ticketId: ticket.id,
      seq: { gt: lastSeenSeq },
      ...(viewer.kind === 'operator' ? { NOT: { authorOperatorId: viewer.operatorId } } : {}),
    },
    orderBy: { seq: 'desc' },
    select: { seq: true },
  })
  assertNothingMissed(ticket.id, lastSeenSeq, newest?.seq ?? 0)
}
