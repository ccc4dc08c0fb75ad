import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { encodeId } from '../../../core/ids.ts'
import { toDecimal } from '../../../core/money.ts'
import type { Refund } from '../../../core/prisma/client.ts'
import type { RefundStatus } from '../../../core/prisma/enums.ts'
import type { Desk } from '../../../events/desk.ts'
import { clearDue } from '../../../events/due.ts'
import type { Actor } from '../../../events/log.ts'
import { append, systemActor } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import type { GatewayAnswer, PaymentGateway } from '../gateway.ts'
import { openGateway } from '../gateway.ts'
import { afterAnswer } from '../rules.ts'

/** The payment provider of the settings; its silence is logged, never what it was told. */
export function gatewayOf({ env, log }: Desk): PaymentGateway | null {
  return openGateway(env, (reason) =>
    log.warn({ reason }, 'the payment provider gave no answer; it will be asked again'),
  )
}

/**
 * Asks the provider about a refund that is on its way, outside any transaction, and records what it says. Safe at any
 * moment and any number of times: the provider knows the refund by its key. Null when nothing was recorded.
 */
export async function settleRefund(
  desk: Desk,
  gateway: PaymentGateway,
  refundId: string,
): Promise<bigint | null> {
  const refund = await desk.database.prisma.refund.findUniqueOrThrow({
    where: { id: refundId },
    include: {
      payment: { select: { source: true, externalId: true } },
      order: { select: { number: true } },
    },
  })
  if (refund.status !== 'PENDING') return null
  const { payment, order, amount, currencyCode, attemptCount } = refund
  const answer = await gateway.refund({
    idempotencyKey: encodeId('Refund', refundId),
    payment,
    orderNumber: order.number,
    amount: toDecimal(amount, currencyCode),
    currencyCode,
  })
  if (answer === null) return null
  return await transact(desk, async (tx) => await recordAnswer(tx, refundId, attemptCount, answer))
}

async function recordAnswer(
  tx: Tx,
  refundId: string,
  attempt: number,
  answer: GatewayAnswer,
): Promise<bigint | null> {
  const refund = await lockRefund(tx, refundId)
  const to = afterAnswer(answer.status)
  if (refund.status === 'SUCCEEDED') return null
  if (to === null) return await keepReference(tx, refund, answer)
  // An earlier attempt's failure says nothing of the present one; its success says all.
  if (to === 'FAILED' && (refund.status !== 'PENDING' || attempt !== refund.attemptCount)) return null
  if (to === 'SUCCEEDED' && refund.status === 'FAILED') {
    await moveRefund(tx, systemActor, refund, 'PENDING', {})
    refund.status = 'PENDING'
  }
  await clearDue(tx, 'refund.execute', refundId)
  const { reference, code, retryable } = answer
  return await moveRefund(tx, systemActor, refund, to, {
    gatewayReference: reference ?? refund.gatewayReference,
    ...(to === 'SUCCEEDED'
      ? { succeededAt: now(), failureCode: null, isRetryable: null }
      : { failureCode: code, isRetryable: retryable }),
  })
}

async function keepReference(tx: Tx, { id }: Refund, { reference }: GatewayAnswer): Promise<null> {
  if (reference !== null) await tx.refund.update({ where: { id }, data: { gatewayReference: reference } })
  return null
}

/** The refund, its row locked until the transaction ends. */
export async function lockRefund(tx: Tx, refundId: string): Promise<Refund> {
  await tx.$queryRaw`select 1 from refunds where id = ${refundId}::uuid for no key update`
  return await tx.refund.findUniqueOrThrow({ where: { id: refundId } })
}

/** A step of the money, with its event. */
export async function moveRefund(
  tx: Tx,
  actor: Actor,
  refund: Refund,
  to: RefundStatus,
  columns: Partial<Refund>,
): Promise<bigint> {
  await tx.refund.update({
    where: { id: refund.id },
    data: { ...columns, status: to, version: { increment: 1 } },
  })
  const because =
    refund.returnId === null
      ? null
      : await tx.return.findUnique({ where: { id: refund.returnId }, select: { ticketId: true } })
  const subjects = { ticketId: because?.ticketId ?? null, customerId: refund.customerId }
  return await append(tx, 'refund.statusChanged', actor, subjects, {
    refundId: refund.id,
    orderId: refund.orderId,
    returnId: refund.returnId,
    from: refund.status,
    to,
  })
}
