import type { KnownViewer } from '../../../auth/viewer.ts'
import type { Tx } from '../../../core/database.ts'
import type { Ticket } from '../../../core/prisma/client.ts'
import { IllegalTransition } from '../../../core/problems.ts'
import type { Desk } from '../../../events/desk.ts'
import { transact } from '../../../events/transact.ts'
import { sideOf } from '../../tickets/policy.ts'
import { allowedActions, nextStatus } from '../../tickets/rules.ts'
import { assertNothingMissed, checkClientMessageId, digestBody } from '../rules.ts'
import { assertChannelTakes, lockCarried } from './carry.ts'
import type { Enclosures } from './enclose.ts'
import { checkMessage } from './enclose.ts'
import { linkByText } from './intake.ts'
import { createTicket } from './open.ts'
import { findWritten } from './retry.ts'
import type { Draft, Written } from './write.ts'
import { writeMessage } from './write.ts'

export interface MessageInput {
  readonly ticketId: string | null
  readonly text: string
  readonly clientMessageId: string | null
  readonly lastSeenSeq: number | null
  readonly sentAt: Date | null
  readonly keepOpen: boolean
  /** Undefined when it carries nothing beside its words. */
  readonly enclosures?: Enclosures | undefined
}

/**
 * Sends a public message. Any number of retries with one `clientMessageId` give the one message. A message to a
 * merged ticket goes to the target; a customer's message to a closed one opens a successor.
 */
export async function sendMessage(desk: Desk, viewer: KnownViewer, input: MessageInput): Promise<Written> {
  const { keepOpen, enclosures } = input
  const text = checkMessage(input.text, enclosures)
  const clientMessageId = checkClientMessageId(input.clientMessageId)
  const digest = Uint8Array.from(digestBody({ kind: 'TEXT', text, keepOpen, enclosures }))
  return await transact(desk, async (tx) => {
    const requested = await lockCarried(tx, viewer, input.ticketId, 'ticketId')
    const draft: Draft = {
      text,
      requestedTicketId: requested.id,
      clientMessageId,
      digest,
      sentAt: input.sentAt,
      keepOpen,
      enclosures,
    }
    const stored = await findWritten(tx, viewer, draft, 'message.sent')
    if (stored !== null) return stored
    const ticket = await landingTicket(tx, viewer, requested)
    nextStatus(ticket.status, 'REPLY', sideOf(viewer))
    await assertChannelTakes(tx, viewer, ticket)
    await refuseWhenMissed(tx, viewer, ticket, input.lastSeenSeq)
    const written = await writeMessage(tx, desk, viewer, ticket, draft)
    if (viewer.kind === 'customer') await linkByText(tx, ticket, text)
    return written
  })
}

/** The ticket a message to `requested` lands in, locked. */
export async function landingTicket(tx: Tx, viewer: KnownViewer, requested: Ticket): Promise<Ticket> {
  let ticket = requested
  while (ticket.status === 'MERGED' && ticket.mergedIntoId !== null) {
    ticket = await lockCarried(tx, viewer, ticket.mergedIntoId, 'ticketId')
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
  return await landingTicket(tx, viewer, await lockCarried(tx, viewer, successor.id, 'ticketId'))
}

/** A closed matter goes on: a new ticket that remembers the old one. */
async function openSuccessor(tx: Tx, viewer: KnownViewer, closed: Ticket): Promise<Ticket> {
  const {
    id: predecessorId,
    customerId,
    subject,
    topic,
    channel,
    language,
    teamId,
    orderId,
    deliveryId,
  } = closed
  return await createTicket(tx, viewer, {
    predecessorId,
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
