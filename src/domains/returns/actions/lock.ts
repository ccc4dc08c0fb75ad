import type { KnownViewer } from '../../../auth/viewer.ts'
import type { Tx } from '../../../core/database.ts'
import type { Return } from '../../../core/prisma/client.ts'
import type { ReturnDecision, ReturnStatus } from '../../../core/prisma/enums.ts'
import { Conflict, IllegalTransition, NotFound } from '../../../core/problems.ts'
import type { Actor } from '../../../events/log.ts'
import { append } from '../../../events/log.ts'
import { returnSideOf, visibleReturns } from '../policy.ts'
import type { ReturnWithFacts } from '../reads.ts'
import { rulesOf, withFacts } from '../reads.ts'
import type { ReturnAction } from '../rules.ts'
import { offeredFor } from '../rules.ts'

/** What every change of a return answers: the return, and where in the log the write landed. */
export interface ReturnChange {
  readonly returnId: string
  readonly eventId: bigint
}

export interface OnReturn {
  readonly returnId: string | null
  readonly expectedVersion: number | null
}

/**
 * The return as the viewer may see it, its row locked until the transaction ends. Locks are taken in this order:
 * return, lines of the order, payments, refunds.
 * @throws NotFound
 */
export async function lockReturn(
  tx: Tx,
  viewer: KnownViewer,
  returnId: string | null,
  path: string,
): Promise<ReturnWithFacts> {
  if (returnId === null) throw new NotFound(path)
  await tx.$queryRaw`select 1 from returns where id = ${returnId}::uuid for no key update`
  const row = await tx.return.findFirst({
    where: { AND: [{ id: returnId }, visibleReturns(viewer)] },
    include: withFacts,
  })
  if (row === null) throw new NotFound(path)
  return row
}

/** @throws Conflict when the client has seen another version */
export function assertVersion(row: Return, expectedVersion: number | null): void {
  if (expectedVersion !== null && expectedVersion !== row.version) {
    throw new Conflict(row.version, { kind: 'Return', id: row.id })
  }
}

/** @throws IllegalTransition naming what stands in the way, and all that is possible */
export function assertAllowed(row: ReturnWithFacts, action: ReturnAction, viewer: KnownViewer): void {
  const side = returnSideOf(viewer)
  const offered = side === null ? [] : offeredFor(row, side, rulesOf(row).needsInspection)
  const wanted = offered.find((one) => one.action === action)
  if (wanted?.blockedBy.length === 0) return
  const isAboutGoods = action.endsWith('_GOODS') || wanted?.blockedBy.includes('GOODS') === true
  const from = isAboutGoods ? (row.goodsStatus ?? row.status) : row.status
  const possible = offered.filter(({ blockedBy }) => blockedBy.length === 0)
  throw new IllegalTransition(
    from,
    action,
    possible.map((one) => one.action),
  )
}

/** The streams that carry the events of a return. */
export function subjectsOf({ ticketId, customerId }: Pick<Return, 'ticketId' | 'customerId'>) {
  return { ticketId, customerId }
}

/** Appends the event of a change of the decision. */
export async function appendMove(
  tx: Tx,
  actor: Actor,
  row: Return,
  move: { to: ReturnStatus; cause: ReturnAction; decision: ReturnDecision | null },
): Promise<bigint> {
  return await append(tx, 'return.statusChanged', actor, subjectsOf(row), {
    returnId: row.id,
    from: row.status,
    ...move,
  })
}
