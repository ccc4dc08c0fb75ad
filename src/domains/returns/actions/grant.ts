import type { OperatorViewer } from '../../../auth/viewer.ts'
import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import { toDecimal, toMinorUnits } from '../../../core/money.ts'
import { AmountExceeded, InvalidInput, NotFound } from '../../../core/problems.ts'
import { checkText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { once } from '../../../events/idempotency.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { visibleOrders } from '../../orders/policy.ts'
import type { ReturnWithFacts } from '../reads.ts'
import { leftToGrant } from '../rules.ts'
import { assertAllowed, lockReturn } from './lock.ts'

/** What every change of a refund answers. */
export interface RefundChange {
  readonly refundId: string
  readonly eventId: bigint
}

export interface GrantInput {
  /** Of these two exactly one; null: an id of wrong shape. */
  readonly returnId: string | null | undefined
  readonly orderId: string | null | undefined
  readonly amount: { readonly amount: string; readonly currencyCode: string }
  /** Undefined: the payment of which most is left. */
  readonly paymentId: string | null | undefined
  readonly idempotencyKey: string
}

/**
 * Grants money to be given back: because of an approved return, or for an order as the desk sees fit. Never more than
 * the payment brought in, over all that was granted of it, nor more than the return gives reason for.
 */
export async function grantRefund(
  desk: Desk,
  viewer: OperatorViewer,
  input: GrantInput,
): Promise<RefundChange> {
  const key = checkText(input.idempotencyKey, ['idempotencyKey'], textLimits.key)
  if ((input.returnId === undefined) === (input.orderId === undefined)) {
    throw new InvalidInput('required', ['returnId'])
  }
  const { currencyCode } = input.amount
  const amount = toMinorUnits(input.amount.amount, currencyCode, ['amount'])
  if (amount === 0n) {
    throw new InvalidInput('range', ['amount'], { min: toDecimal(1n, currencyCode), max: '10^15' })
  }
  return await transact(desk, async (tx) => {
    const stored = await once(tx, viewer, 'refundGrant', { key, input }, async () => {
      const { refundId, eventId } = await writeGrant(tx, viewer, input, { amount, currencyCode })
      return { refundId, eventId: String(eventId) }
    })
    return { refundId: stored.refundId, eventId: BigInt(stored.eventId) }
  })
}

async function writeGrant(
  tx: Tx,
  viewer: OperatorViewer,
  input: GrantInput,
  money: { amount: bigint; currencyCode: string },
): Promise<RefundChange> {
  const because =
    input.returnId === undefined ? null : await lockReturn(tx, viewer, input.returnId, 'returnId')
  if (because !== null) assertGrantable(because, viewer, money)
  const orderId = because?.orderId ?? input.orderId ?? null
  const order =
    orderId === null
      ? null
      : await tx.order.findFirst({ where: { AND: [{ id: orderId }, visibleOrders(viewer)] } })
  if (order === null) throw new NotFound('orderId')
  if (order.currencyCode !== money.currencyCode) throw new InvalidInput('currencyMismatch', ['amount'])
  const paymentId = await payingPayment(tx, order, input.paymentId, money.amount)
  const { customerId } = order
  const { id: refundId, returnId } = await tx.refund.create({
    data: {
      id: newId(),
      orderId: order.id,
      returnId: because?.id ?? null,
      paymentId,
      customerId,
      ...money,
      grantedById: viewer.operatorId,
    },
  })
  const subjects = { ticketId: because?.ticketId ?? null, customerId }
  const facts = { refundId, orderId: order.id, returnId }
  return { refundId, eventId: await append(tx, 'refund.granted', actorOf(viewer), subjects, facts) }
}

/** @throws IllegalTransition, or AmountExceeded when the return gives no reason for as much */
function assertGrantable(
  row: ReturnWithFacts,
  viewer: OperatorViewer,
  { amount, currencyCode }: { amount: bigint; currencyCode: string },
): void {
  if (currencyCode !== row.currencyCode) throw new InvalidInput('currencyMismatch', ['amount'])
  assertAllowed(row, 'GRANT_REFUND', viewer)
  const left = leftToGrant(row)
  if (amount > left) throw exceeded(left, currencyCode)
}

/** The payment that gives the money back, locked with the order's others, so that no two grants take the same rest. */
async function payingPayment(
  tx: Tx,
  order: { id: string; currencyCode: string },
  wanted: string | null | undefined,
  amount: bigint,
): Promise<string> {
  await tx.$queryRaw`select 1 from payments where order_id = ${order.id}::uuid order by id for no key update`
  const rests = await tx.$queryRaw<{ id: string; rest: bigint }[]>`
    select id, captured_amount - coalesce(
      (select sum(amount) from refunds where payment_id = payments.id), 0)::bigint as rest
    from payments where order_id = ${order.id}::uuid and currency_code = ${order.currencyCode}
    order by rest desc, id`
  const [chosen] = wanted === undefined ? rests : rests.filter(({ id }) => id === wanted)
  if (chosen === undefined && wanted !== undefined) throw new NotFound('paymentId')
  const rest = chosen === undefined || chosen.rest < 0n ? 0n : chosen.rest
  if (chosen === undefined || amount > rest) throw exceeded(rest, order.currencyCode)
  return chosen.id
}

export function exceeded(left: bigint, currencyCode: string): AmountExceeded {
  return new AmountExceeded({ amount: left, currencyCode }, toDecimal(left, currencyCode), ['amount'])
}
