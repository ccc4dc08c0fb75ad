import type { KnownViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import type { Refund } from '../../../core/prisma/client.ts'
import { Conflict, IllegalTransition, NotConfigured, NotFound } from '../../../core/problems.ts'
import { checkOptionalText, textLimits } from '../../../core/text.ts'
import { nextState } from '../../../core/transitions.ts'
import type { Env } from '../../../env.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { setDue } from '../../../events/due.ts'
import { once } from '../../../events/idempotency.ts'
import { transact } from '../../../events/transact.ts'
import { refundSideOf, visibleRefunds } from '../policy.ts'
import { refundTransitions } from '../rules.ts'
import type { RefundChange } from './grant.ts'
import { exceeded } from './grant.ts'
import { gatewayOf, lockRefund, moveRefund, settleRefund } from './settle.ts'

export interface ExecuteInput {
  readonly refundId: string | null
  readonly expectedVersion: number | null
  readonly idempotencyKey: string | null
}

/**
 * Has the payment provider give a granted refund back. It is on its way, with a timer behind it, before the provider
 * is asked: whatever dies in between, it is asked again with the same key. Answers with what is known by then.
 */
export async function executeRefund(
  desk: Desk,
  viewer: KnownViewer,
  input: ExecuteInput,
): Promise<RefundChange> {
  const gateway = gatewayOf(desk)
  if (gateway === null) throw new NotConfigured('PAYMENT_GATEWAY_URL')
  const key = checkOptionalText(input.idempotencyKey, ['idempotencyKey'], textLimits.key)
  const begun = await transact(desk, async (tx) => {
    const stored = await once(tx, viewer, 'refundExecute', { key, input }, async () => {
      const { refundId, eventId } = await beginExecution(tx, desk.env, viewer, input)
      return { refundId, eventId: String(eventId) }
    })
    return { refundId: stored.refundId, eventId: BigInt(stored.eventId) }
  })
  const settled = await settleRefund(desk, gateway, begun.refundId)
  return settled === null ? begun : { refundId: begun.refundId, eventId: settled }
}

async function beginExecution(
  tx: Tx,
  env: Env,
  viewer: KnownViewer,
  { refundId, expectedVersion }: ExecuteInput,
): Promise<RefundChange> {
  const visible = { AND: [{ id: refundId ?? '' }, visibleRefunds(viewer)] }
  if (refundId === null || (await tx.refund.findFirst({ where: visible })) === null)
    throw new NotFound('refundId')
  const refund = await lockRefund(tx, refundId)
  if (expectedVersion !== null && expectedVersion !== refund.version) {
    throw new Conflict(refund.version, { kind: 'Refund', id: refund.id })
  }
  const side = refundSideOf(viewer)
  if (side === null) throw new IllegalTransition(refund.status, 'EXECUTE', [])
  const to = nextState(refundTransitions, refund.status, 'EXECUTE', side)
  await assertCovered(tx, refund)
  const at = now()
  const attemptCount = refund.attemptCount + 1
  await setDue(tx, 'refund.execute', refundId, askAgainAt(env, attemptCount, at))
  const columns = { attemptCount, lastAttemptAt: at }
  return { refundId, eventId: await moveRefund(tx, actorOf(viewer), refund, to, columns) }
}

/** The shop may have said since the grant that less was taken after all. */
async function assertCovered(tx: Tx, { id, paymentId, amount, currencyCode }: Refund): Promise<void> {
  await tx.$queryRaw`select 1 from payments where id = ${paymentId}::uuid for no key update`
  const { capturedAmount } = await tx.payment.findUniqueOrThrow({ where: { id: paymentId } })
  const { _sum: sum } = await tx.refund.aggregate({
    where: { paymentId, id: { not: id }, status: { in: ['PENDING', 'SUCCEEDED'] } },
    _sum: { amount: true },
  })
  const rest = capturedAmount - (sum.amount ?? 0n)
  if (amount > rest) throw exceeded(rest > 0n ? rest : 0n, currencyCode)
}

const maxPauseSeconds = 3_600
const marginSeconds = 5

/** Not before the present call has ended, and later each time. */
function askAgainAt(env: Env, attemptCount: number, from: Date): Date {
  const pause = Math.min(2 ** Math.min(attemptCount, 20), maxPauseSeconds)
  return new Date(from.getTime() + (env.PAYMENT_GATEWAY_TIMEOUT_SECONDS + marginSeconds + pause) * 1_000)
}

/**
 * The timer behind a refund on its way: sets itself anew, then asks the provider after the commit, so that no lock is
 * held meanwhile and no end of this process leaves the refund without a timer.
 */
export async function askAgain(tx: Tx, desk: Desk, refundId: string) {
  const refund = await lockRefund(tx, refundId)
  if (refund.status !== 'PENDING') return undefined
  const at = now()
  const attemptCount = refund.attemptCount + 1
  await setDue(tx, 'refund.execute', refundId, askAgainAt(desk.env, attemptCount, at))
  const gateway = gatewayOf(desk)
  if (gateway === null) return undefined
  await tx.refund.update({ where: { id: refundId }, data: { attemptCount, lastAttemptAt: at } })
  return async () => {
    await settleRefund(desk, gateway, refundId)
  }
}
