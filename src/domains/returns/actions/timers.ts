import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import type { Desk } from '../../../events/desk.ts'
import { append, systemActor } from '../../../events/log.ts'
import { askAgain } from './execute.ts'
import { subjectsOf } from './lock.ts'

const undecided: readonly string[] = ['REQUESTED', 'INFO_REQUIRED', 'UNDER_REVIEW']

/** The deadline of the decision has passed. It does not count in `version`: nothing of the return itself has changed. */
async function escalate(tx: Tx, returnId: string): Promise<void> {
  await tx.$queryRaw`select 1 from returns where id = ${returnId}::uuid for no key update`
  const row = await tx.return.findUnique({ where: { id: returnId } })
  if (row === null || row.escalatedAt !== null || !undecided.includes(row.status)) return
  await tx.return.update({ where: { id: returnId }, data: { escalatedAt: now() } })
  await append(tx, 'return.escalated', systemActor, subjectsOf(row), { returnId })
}

/** The timers of returns and refunds. */
export function returnTimers(desk: Desk) {
  return {
    'return.decision': escalate,
    'refund.execute': async (tx: Tx, refundId: string) => await askAgain(tx, desk, refundId),
  }
}
