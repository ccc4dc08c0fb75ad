import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { append, systemActor } from '../../../events/log.ts'
import { unanswered } from '../rules.ts'
import { lockAmong, moveComplaint } from './lock.ts'

/** The deadline of the answer has passed: somebody above learns of it, once. */
async function escalate(tx: Tx, id: string): Promise<void> {
  const complaint = await lockAmong(tx, id, { status: { in: [...unanswered] }, escalatedAt: null })
  if (complaint === null) return
  await tx.complaint.update({ where: { id }, data: { escalatedAt: now() }, select: { id: true } })
  const { ticketId, customerId } = complaint
  await append(tx, 'complaint.escalated', systemActor, { ticketId, customerId }, { complaintId: id })
}

/** Nobody disputed the answer in time. */
async function closeUndisputed(tx: Tx, id: string): Promise<void> {
  const complaint = await lockAmong(tx, id, { status: 'RESOLVED' })
  if (complaint === null) return
  await moveComplaint(tx, systemActor, complaint, { to: 'CLOSED', cause: 'DISPUTE_WINDOW' })
}

/** The timers of complaints. */
export const complaintTimers = { 'complaint.answer': escalate, 'complaint.close': closeUndisputed }
