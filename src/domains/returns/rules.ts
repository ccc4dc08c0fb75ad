import type {
  GoodsStatus,
  InspectionResult,
  RefundStatus,
  ReturnDecision,
  ReturnStatus,
} from '../../core/prisma/enums.ts'
import type { ActionBlock, OfferedAction, Transitions } from '../../core/transitions.ts'
import { offeredActions } from '../../core/transitions.ts'

/** Who moves the machines: a buyer, the desk, or a partner's system. */
export type ReturnSide = 'CUSTOMER' | 'OPERATOR' | 'SUPERVISOR' | 'SERVICE'

const customer = ['CUSTOMER'] as const
const staff = ['OPERATOR', 'SUPERVISOR'] as const
const people = [...customer, ...staff] as const

/** What can be asked of the decision about a return. */
export type DecisionAction =
  | 'ASK_INFO'
  | 'PROVIDE_INFO'
  | 'REVIEW'
  | 'APPROVE'
  | 'DECLINE'
  | 'RECONSIDER'
  | 'CANCEL'
  | 'GRANT_REFUND'

/** The machine of the decision. The desk gives information too: what a buyer says on the phone. */
export const decisionTransitions: Transitions<DecisionAction, ReturnStatus, ReturnSide> = {
  ASK_INFO: { from: ['REQUESTED'], to: 'INFO_REQUIRED', by: staff },
  PROVIDE_INFO: { from: ['INFO_REQUIRED'], to: 'REQUESTED', by: people },
  REVIEW: { from: ['REQUESTED'], to: 'UNDER_REVIEW', by: staff },
  APPROVE: { from: ['UNDER_REVIEW'], to: 'APPROVED', by: staff },
  DECLINE: { from: ['UNDER_REVIEW'], to: 'DECLINED', by: staff },
  RECONSIDER: { from: ['DECLINED'], to: 'REQUESTED', by: customer },
  CANCEL: {
    from: ['REQUESTED', 'INFO_REQUIRED', 'UNDER_REVIEW', 'APPROVED', 'DECLINED'],
    to: 'CANCELLED',
    by: people,
  },
  GRANT_REFUND: { from: ['APPROVED'], to: null, by: staff },
}

/** Where the goods are; ABSENT while none are to be sent. */
export type GoodsState = GoodsStatus | 'ABSENT'
export type GoodsAction = 'SEND_GOODS' | 'RECEIVE_GOODS' | 'INSPECT_GOODS'

/** The machine of the goods. What a receipt leads to depends on whether all has come: `afterReceipt`. */
export const goodsTransitions: Transitions<GoodsAction, GoodsState, ReturnSide> = {
  SEND_GOODS: { from: ['AWAITING'], to: 'IN_TRANSIT', by: ['CUSTOMER', 'SERVICE'] },
  RECEIVE_GOODS: { from: ['IN_TRANSIT', 'PARTIALLY_RECEIVED'], to: null, by: [...staff, 'SERVICE'] },
  INSPECT_GOODS: { from: ['PARTIALLY_RECEIVED', 'RECEIVED'], to: 'INSPECTED', by: [...staff, 'SERVICE'] },
}

export type ReturnAction = DecisionAction | GoodsAction
export type RefundAction = 'EXECUTE'

/** The machine of the money, as far as people move it; the rest is the payment provider's: `afterAnswer`. */
export const refundTransitions: Transitions<RefundAction, RefundStatus, ReturnSide> = {
  EXECUTE: { from: ['GRANTED', 'FAILED'], to: 'PENDING', by: ['SUPERVISOR', 'SERVICE'] },
}

/** Where the money is after the provider's answer; null: it has not decided yet. */
export function afterAnswer(status: 'succeeded' | 'failed' | 'pending'): RefundStatus | null {
  if (status === 'pending') return null
  return status === 'succeeded' ? 'SUCCEEDED' : 'FAILED'
}

/** Which decision makes the goods come back. */
export function goodsAfterDecision(decision: ReturnDecision): GoodsStatus | null {
  return decision === 'REFUND_WITHOUT_RETURN' ? null : 'AWAITING'
}

export function afterReceipt(
  items: readonly { quantity: number; receivedQuantity: number }[],
): 'PARTIALLY_RECEIVED' | 'RECEIVED' {
  return items.every((item) => item.receivedQuantity === item.quantity) ? 'RECEIVED' : 'PARTIALLY_RECEIVED'
}

/** What the rules look at beside the status. */
export interface ReturnFacts {
  readonly status: ReturnStatus
  readonly decision: ReturnDecision | null
  readonly goodsStatus: GoodsStatus | null
  readonly inspection: InspectionResult | null
  readonly priceDifference: bigint | null
  readonly items: readonly ItemFacts[]
  readonly refunds: readonly { readonly amount: bigint }[]
}

export interface ItemFacts {
  readonly quantity: number
  readonly receivedQuantity: number
  readonly orderItem: { readonly quantity: number; readonly total: bigint; readonly shipping: bigint }
}

/** What some of a line's goods cost, with their part of the shipping, rounded down to the minor unit. */
export function valueOf({ quantity, total, shipping }: ItemFacts['orderItem'], count: number): bigint {
  const share = (amount: bigint) => (amount * BigInt(count)) / BigInt(Math.max(quantity, 1))
  return share(total) + share(shipping)
}

/** What the goods of a return cost. */
export function goodsValue(items: readonly Pick<ItemFacts, 'quantity' | 'orderItem'>[]): bigint {
  return items.reduce((sum, { orderItem, quantity }) => sum + valueOf(orderItem, quantity), 0n)
}

/** What can still be granted because of the return: by the decision, and for goods that came back. */
export function leftToGrant({ decision, priceDifference, items, refunds }: ReturnFacts): bigint {
  const granted = refunds.reduce((sum, { amount }) => sum + amount, 0n)
  const left = limitOf(decision, priceDifference, items) - granted
  return left > 0n ? left : 0n
}

function limitOf(
  decision: ReturnDecision | null,
  priceDifference: bigint | null,
  items: readonly ItemFacts[],
): bigint {
  if (decision === null || decision === 'REPAIR') return 0n
  if (decision === 'EXCHANGE') return -(priceDifference ?? 0n)
  const isKept = decision === 'REFUND_WITHOUT_RETURN'
  return goodsValue(
    items.map(({ orderItem, quantity, receivedQuantity }) => ({
      orderItem,
      quantity: isKept ? quantity : receivedQuantity,
    })),
  )
}

/** What blocks an action beside the status of the return. */
export function blocksOf(
  action: DecisionAction,
  facts: ReturnFacts,
  needsInspection: boolean,
): ActionBlock[] {
  if (action === 'CANCEL') {
    const isSent = facts.goodsStatus !== null && facts.goodsStatus !== 'AWAITING'
    return [...(isSent ? ['GOODS' as const] : []), ...(facts.refunds.length > 0 ? ['MONEY' as const] : [])]
  }
  if (action !== 'GRANT_REFUND') return []
  return [
    ...(isBackInOrder(facts, needsInspection) ? [] : ['GOODS' as const]),
    ...(leftToGrant(facts) > 0n ? [] : ['MONEY' as const]),
  ]
}

function isBackInOrder(
  { decision, goodsStatus, inspection }: ReturnFacts,
  needsInspection: boolean,
): boolean {
  if (decision === 'REFUND_WITHOUT_RETURN') return true
  if (inspection === 'FAIL') return false
  if (needsInspection || decision === 'INSPECTION') return inspection === 'PASS'
  if (decision === 'EXCHANGE') return goodsStatus === 'RECEIVED' || goodsStatus === 'INSPECTED'
  return goodsStatus !== null && goodsStatus !== 'AWAITING' && goodsStatus !== 'IN_TRANSIT'
}

/** Everything a side may ever do with a return, with what blocks it now. */
export function offeredFor(
  facts: ReturnFacts,
  side: ReturnSide,
  needsInspection: boolean,
): OfferedAction<ReturnAction>[] {
  return [
    ...offeredActions<DecisionAction, ReturnStatus, ReturnSide>(
      decisionTransitions,
      facts.status,
      side,
      (action) => blocksOf(action, facts, needsInspection),
    ),
    ...offeredActions<GoodsAction, GoodsState, ReturnSide>(
      goodsTransitions,
      facts.goodsStatus ?? 'ABSENT',
      side,
    ),
  ]
}

const dayMs = 86_400_000

export function addDays(from: Date, days: number): Date {
  return new Date(from.getTime() + days * dayMs)
}

/** What stands in the way of giving a line back for a reason; the keys that clients see. */
export const eligibilityBlocks = [
  'lineCancelled',
  'nothingLeft',
  'notReturnable',
  'notDelivered',
  'windowPassed',
] as const
export type EligibilityBlock = (typeof eligibilityBlocks)[number]

/** A line as the rules of eligibility see it. */
export interface LineFacts {
  readonly isCancelled: boolean
  /** How many are not in a live return yet. */
  readonly left: number
  readonly deliveredAt: Date | null
}

export function deadlineOf(line: LineFacts, reason: { readonly windowDays: number }): Date | null {
  return line.deliveredAt === null ? null : addDays(line.deliveredAt, reason.windowDays)
}

/** Why a line cannot be given back for a reason now; empty when it can. */
export function eligibilityOf(
  line: LineFacts,
  reason: { readonly isAllowed: boolean; readonly windowDays: number },
  now: Date,
): EligibilityBlock[] {
  const deadline = deadlineOf(line, reason)
  const blocks: Record<EligibilityBlock, boolean> = {
    lineCancelled: line.isCancelled,
    nothingLeft: line.left < 1,
    notReturnable: !reason.isAllowed,
    notDelivered: deadline === null,
    windowPassed: deadline !== null && deadline < now,
  }
  return eligibilityBlocks.filter((block) => blocks[block])
}

/** `R-000123`: what people read out on the phone. */
export function returnNumber(serial: number): string {
  return `R-${String(serial).padStart(6, '0')}`
}

/** The counter of a readable number, or null when it does not have the shape of one. */
export function returnSerialOf(number: string): number | null {
  const match = /^[Rr]-?(\d{1,9})$/.exec(number.trim())
  return match?.[1] === undefined ? null : Number(match[1])
}
