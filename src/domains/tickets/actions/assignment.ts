import type { KnownViewer } from '../../../auth/viewer.ts'
import type { Tx } from '../../../core/database.ts'
import type { Ticket } from '../../../core/prisma/client.ts'
import { AlreadyClaimed, NotFound } from '../../../core/problems.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import type { Actor } from '../../../events/log.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { sideOf } from '../policy.ts'
import * as rules from '../rules.ts'
import type { OnTicket, TicketChange } from './lock.ts'
import { appendMove, factsOf, lockTicket, moveTicket } from './lock.ts'

/** Takes a ticket. Atomic: of any number of operators one wins; claiming again one's own changes nothing. */
export async function claimTicket(
  desk: Desk,
  viewer: KnownViewer & { kind: 'operator' },
  input: OnTicket,
): Promise<TicketChange & { hasChanged: boolean }> {
  return await transact(desk, async (tx) => {
    const ticket = await lockTicket(tx, viewer, input.ticketId, 'ticketId')
    rules.nextStatus(ticket.status, 'CLAIM', 'OPERATOR')
    if (ticket.assigneeId === viewer.operatorId) {
      return { ticketId: ticket.id, eventId: await lastEventOf(tx, ticket.id), hasChanged: false }
    }
    if (ticket.assigneeId !== null) throw new AlreadyClaimed({ kind: 'Ticket', id: ticket.id })
    rules.assertVersion(ticket, input.expectedVersion)
    const target = { assigneeId: viewer.operatorId, teamId: ticket.teamId }
    const eventId = await setAssignment(tx, desk, actorOf(viewer), ticket, target)
    return { ticketId: ticket.id, eventId, hasChanged: true }
  })
}

/** 0 when all of them were archived: the payload then names the head of the log. */
async function lastEventOf(tx: Tx, ticketId: string): Promise<bigint> {
  const last = await tx.event.findFirst({
    where: { ticketId },
    orderBy: { id: 'desc' },
    select: { id: true },
  })
  return last?.id ?? 0n
}

/** Gives a ticket to an operator, to a team, or back to the queue. Fields left out stay. */
export async function assignTicket(
  desk: Desk,
  viewer: KnownViewer,
  input: OnTicket & { assigneeId: string | null | undefined; teamId: string | null | undefined },
): Promise<TicketChange> {
  return await transact(desk, async (tx) => {
    const ticket = await lockTicket(tx, viewer, input.ticketId, 'ticketId')
    rules.assertVersion(ticket, input.expectedVersion)
    rules.nextStatus(ticket.status, 'ASSIGN', sideOf(viewer))
    const { assigneeId = ticket.assigneeId, teamId = ticket.teamId } = input
    if (assigneeId !== null) {
      const operator = await tx.operator.findFirst({ where: { id: assigneeId, isDisabled: false } })
      if (operator === null) throw new NotFound('assigneeId')
    }
    if (teamId !== null && (await tx.team.findUnique({ where: { id: teamId } })) === null)
      throw new NotFound('teamId')
    const eventId = await setAssignment(tx, desk, actorOf(viewer), ticket, { assigneeId, teamId })
    return { ticketId: ticket.id, eventId }
  })
}

async function setAssignment(
  tx: Tx,
  desk: Desk,
  actor: Actor,
  ticket: Ticket,
  target: { assigneeId: string | null; teamId: string | null },
): Promise<bigint> {
  const to = rules.afterAssignment(ticket.status, target.assigneeId !== null)
  const move = { to, cause: 'CLAIM' as const }
  await tx.ticket.update({
    where: { id: ticket.id },
    data: {
      ...(to === ticket.status ? {} : await moveTicket(tx, desk, ticket, move)),
      version: { increment: 1 },
      assigneeId: target.assigneeId,
      teamId: target.teamId,
    },
  })
  if (to !== ticket.status) await appendMove(tx, actor, ticket, move)
  const subjects = { ticketId: ticket.id, customerId: ticket.customerId }
  return await append(tx, 'ticket.assigned', actor, subjects, { ...target, before: factsOf(ticket) })
}
