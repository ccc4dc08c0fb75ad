import type { Tx } from '../../../core/database.ts'
import type { TicketStatus } from '../../../core/prisma/enums.ts'
import type { Desk } from '../../../events/desk.ts'
import { systemActor } from '../../../events/log.ts'
import type { Move } from './lock.ts'
import { appendMove, moveTicket } from './lock.ts'

/** A snoozed ticket's time has come, or a resolved one's reopen window has ended. */
async function moveByTimer(
  tx: Tx,
  desk: Desk,
  ticketId: string,
  from: TicketStatus,
  move: Move,
): Promise<void> {
  await tx.$queryRaw`select 1 from tickets where id = ${ticketId}::uuid for no key update`
  const ticket = await tx.ticket.findUnique({ where: { id: ticketId } })
  if (ticket?.status !== from) return
  await tx.ticket.update({ where: { id: ticketId }, data: await moveTicket(tx, desk, ticket, move) })
  await appendMove(tx, systemActor, ticket, move)
}

/** The timers of tickets. */
export function ticketTimers(desk: Desk) {
  return {
    'ticket.wake': (tx: Tx, id: string) =>
      moveByTimer(tx, desk, id, 'SNOOZED', { to: 'OPEN', cause: 'WAKE' }),
    'ticket.close': (tx: Tx, id: string) =>
      moveByTimer(tx, desk, id, 'RESOLVED', { to: 'CLOSED', cause: 'REOPEN_WINDOW' }),
  }
}
