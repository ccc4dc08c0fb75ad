import type { KnownViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import type { Money } from '../../../core/money.ts'
import { toMinorUnits } from '../../../core/money.ts'
import type { ComplaintResolution } from '../../../core/prisma/enums.ts'
import { IllegalTransition, InvalidInput, NotEligible, TooSoon } from '../../../core/problems.ts'
import { checkText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { transact } from '../../../events/transact.ts'
import { complaintRoleOf } from '../policy.ts'
import * as rules from '../rules.ts'
import { say } from './conversation.ts'
import type { ComplaintChange, OnComplaint, Ruled } from './lock.ts'
import { disputableUntil, lockComplaint, moveComplaint } from './lock.ts'

export interface Answer {
  readonly resolution: ComplaintResolution
  readonly relief: { readonly amount: string; readonly currencyCode: string } | null
  /** What the customer reads. */
  readonly text: string
}

interface Details {
  readonly text?: string
  readonly resolution?: ComplaintResolution
  readonly relief?: Money | null
}

/** One step of the state machine: version, rules, what is said in the ticket, columns, timers, event. */
async function step(
  desk: Desk,
  viewer: KnownViewer,
  input: OnComplaint,
  action: rules.ComplaintAction,
  { text, ...outcome }: Details = {},
): Promise<ComplaintChange> {
  return await transact(desk, async (tx) => {
    const complaint = await lockComplaint(tx, viewer, input.complaintId, 'complaintId')
    rules.assertVersion(complaint, input.expectedVersion)
    assertAllowed(complaint, action, viewer)
    await assertCurrency(tx, complaint, outcome.relief ?? null)
    if (text !== undefined) await say(tx, desk, viewer, complaint.ticketId, text)
    const to = rules.transitions[action].to ?? complaint.status
    const eventId = await moveComplaint(tx, actorOf(viewer), complaint, { to, cause: action, ...outcome })
    return { complaintId: complaint.id, eventId }
  })
}

/**
 * @throws IllegalTransition naming the state, and all that is possible
 * @throws NotEligible when the time to dispute has passed
 * @throws TooSoon when the customer can still dispute what the desk would close
 */
function assertAllowed(complaint: Ruled, action: rules.ComplaintAction, viewer: KnownViewer): void {
  const role = complaintRoleOf(viewer)
  const until = disputableUntil(complaint)
  const at = now()
  const { status } = complaint
  const offered = role === null ? [] : rules.offeredFor({ status, disputableUntil: until }, role, at)
  const blockedBy = offered.find((one) => one.action === action)?.blockedBy
  if (blockedBy?.length === 0) return
  if (blockedBy?.includes('DEADLINE') === true) throw new NotEligible(['windowPassed'], ['complaintId'])
  if (blockedBy?.includes('PERMISSION') === true && until !== null) {
    throw new TooSoon(Math.ceil((until.getTime() - at.getTime()) / 1_000))
  }
  const possible = offered.filter((one) => one.blockedBy.length === 0)
  throw new IllegalTransition(
    status,
    action,
    possible.map((one) => one.action),
  )
}

/** Relief on an order is in the order's currency. */
async function assertCurrency(tx: Tx, { orderId }: Ruled, relief: Money | null): Promise<void> {
  if (relief === null || orderId === null) return
  const order = await tx.order.findUnique({ where: { id: orderId }, select: { currencyCode: true } })
  if (order !== null && order.currencyCode !== relief.currencyCode) {
    throw new InvalidInput('currencyMismatch', ['relief', 'currencyCode'])
  }
}

/** What an answer says, its money as minor units. */
function checkAnswer({ text, resolution, relief }: Answer): Details {
  const money =
    relief === null
      ? null
      : {
          amount: toMinorUnits(relief.amount, relief.currencyCode, ['relief', 'amount']),
          currencyCode: relief.currencyCode,
        }
  rules.checkOutcome(resolution, money)
  return { text: checkSaid(text), resolution, relief: money }
}

const checkSaid = (text: string) => checkText(text, ['text'], textLimits.message)

/** Confirms to the customer that the complaint has arrived. */
export async function acknowledgeComplaint(desk: Desk, viewer: KnownViewer, input: OnComplaint) {
  return await step(desk, viewer, input, 'ACKNOWLEDGE')
}

/** Somebody looks into it, for the first time or again after the customer has answered. */
export async function investigateComplaint(desk: Desk, viewer: KnownViewer, input: OnComplaint) {
  return await step(desk, viewer, input, 'INVESTIGATE')
}

export async function askComplainant(desk: Desk, viewer: KnownViewer, input: OnComplaint & { text: string }) {
  return await step(desk, viewer, input, 'ASK_CUSTOMER', { text: checkSaid(input.text) })
}

/** Answers the complaint. The customer can dispute the answer for the policy's time; then it closes by itself. */
export async function resolveComplaint(desk: Desk, viewer: KnownViewer, input: OnComplaint & Answer) {
  return await step(desk, viewer, input, 'RESOLVE', checkAnswer(input))
}

/** The customer takes it back: resolved, with a code of its own. */
export async function withdrawComplaint(desk: Desk, viewer: KnownViewer, input: OnComplaint) {
  return await step(desk, viewer, input, 'WITHDRAW', { resolution: 'WITHDRAWN' })
}

/** The customer does not accept the answer, and says why. */
export async function disputeComplaint(
  desk: Desk,
  viewer: KnownViewer,
  input: OnComplaint & { text: string },
) {
  return await step(desk, viewer, input, 'DISPUTE', { text: checkSaid(input.text) })
}

export async function arbitrateComplaint(desk: Desk, viewer: KnownViewer, input: OnComplaint) {
  return await step(desk, viewer, input, 'ARBITRATE')
}

/** Judges the dispute. There is no dispute after it. */
export async function finalizeComplaint(desk: Desk, viewer: KnownViewer, input: OnComplaint & Answer) {
  return await step(desk, viewer, input, 'FINALIZE', checkAnswer(input))
}

/** Says that the matter is over. */
export async function closeComplaint(desk: Desk, viewer: KnownViewer, input: OnComplaint) {
  return await step(desk, viewer, input, 'CLOSE')
}
