import type { OperatorViewer, ServiceViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import type { Ticket } from '../../../core/prisma/client.ts'
import { Prisma } from '../../../core/prisma/client.ts'
import { IllegalTransition, NotFound } from '../../../core/problems.ts'
import { checkOptionalText } from '../../../core/text.ts'
import { actorOf, viewerKey } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { lockCarried } from '../../messages/actions/carry.ts'
import type { TicketChange } from '../../tickets/actions/lock.ts'
import { appendMove, lockTicket, moveTicket } from '../../tickets/actions/lock.ts'
import { allowedActions } from '../../tickets/rules.ts'
import { checkContext, maxReasonLength } from '../rules.ts'

/** The states in which somebody of the desk has to act already, and those a hand-over brings back to them. */
const waiting = ['WAITING_CUSTOMER', 'SNOOZED', 'RESOLVED']
const ended = ['CLOSED', 'MERGED', 'SPAM']

/** A bot gives a ticket to a person with what it knows, and is mute there until it is given back. */
export async function handOff(
  desk: Desk,
  viewer: ServiceViewer,
  input: { ticketId: string | null; reason: string | null; context: unknown },
): Promise<TicketChange> {
  const reason = checkOptionalText(input.reason, ['reason'], maxReasonLength)
  const context = (checkContext(input.context) as Prisma.InputJsonValue | null) ?? Prisma.DbNull
  return await transact(desk, async (tx) => {
    const ticket = await lockCarried(tx, viewer, input.ticketId, 'ticketId')
    const { id: ticketId, customerId, status } = ticket
    if (ended.includes(status)) {
      throw new IllegalTransition(status, 'HAND_OFF', allowedActions(status, 'OPERATOR'))
    }
    const said = { service: viewerKey(viewer), reason, context, handedOffAt: now(), resumedAt: null }
    await tx.botHandOff.upsert({ where: { ticketId }, create: { ticketId, ...said }, update: said })
    if (waiting.includes(status)) await bringBack(tx, desk, viewer, ticket)
    return {
      ticketId,
      eventId: await append(tx, 'ticket.handedOff', actorOf(viewer), { ticketId, customerId }, {}),
    }
  })
}

/** The ticket is the desk's to act on: it stands in its queue. */
async function bringBack(tx: Tx, desk: Desk, viewer: ServiceViewer, ticket: Ticket): Promise<void> {
  const move = { to: 'OPEN' as const, cause: 'HAND_OFF' as const }
  await tx.ticket.update({ where: { id: ticket.id }, data: await moveTicket(tx, desk, ticket, move) })
  await appendMove(tx, actorOf(viewer), ticket, move)
}

/** Gives a ticket back to the bot. Doing it again changes nothing. */
export async function resumeBot(
  desk: Desk,
  viewer: OperatorViewer,
  input: { ticketId: string | null },
): Promise<TicketChange> {
  return await transact(desk, async (tx) => {
    const { id: ticketId, customerId } = await lockTicket(tx, viewer, input.ticketId, 'ticketId')
    const handed = await tx.botHandOff.findUnique({ where: { ticketId } })
    if (handed === null) throw new NotFound('ticketId')
    if (handed.resumedAt !== null) return { ticketId, eventId: 0n }
    await tx.botHandOff.update({ where: { ticketId }, data: { resumedAt: now() } })
    return {
      ticketId,
      eventId: await append(tx, 'ticket.botResumed', actorOf(viewer), { ticketId, customerId }, {}),
    }
  })
}
