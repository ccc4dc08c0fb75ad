import type { Money } from '../../core/money.ts'
import { toDecimal } from '../../core/money.ts'
import type { ComplaintResolution, ComplaintStatus } from '../../core/prisma/enums.ts'
import { Conflict, InvalidInput } from '../../core/problems.ts'
import type { ActionBlock, OfferedAction, Transitions } from '../../core/transitions.ts'
import { offeredActions } from '../../core/transitions.ts'

/** What can be asked of a complaint. */
export type ComplaintAction =
  | 'ACKNOWLEDGE'
  | 'INVESTIGATE'
  | 'ASK_CUSTOMER'
  | 'RESOLVE'
  | 'WITHDRAW'
  | 'DISPUTE'
  | 'ARBITRATE'
  | 'FINALIZE'
  | 'CLOSE'

/** Who asks. Supervisors may all that operators may, and judge disputes; services act for the desk. */
export type ComplaintRole = 'CUSTOMER' | 'OPERATOR' | 'SUPERVISOR'

const desk = ['OPERATOR', 'SUPERVISOR'] as const
const worked = ['INVESTIGATING', 'WAITING_CUSTOMER'] as const
/** Not answered yet: the clock of the answer runs. */
export const unanswered = ['RECEIVED', 'ACKNOWLEDGED', ...worked] as const

/** The one table of the complaint's state machine. */
export const transitions: Transitions<ComplaintAction, ComplaintStatus, ComplaintRole> = {
  ACKNOWLEDGE: { from: ['RECEIVED'], to: 'ACKNOWLEDGED', by: desk },
  INVESTIGATE: { from: ['ACKNOWLEDGED', 'WAITING_CUSTOMER'], to: 'INVESTIGATING', by: desk },
  ASK_CUSTOMER: { from: ['INVESTIGATING'], to: 'WAITING_CUSTOMER', by: desk },
  RESOLVE: { from: worked, to: 'RESOLVED', by: desk },
  WITHDRAW: { from: unanswered, to: 'RESOLVED', by: ['CUSTOMER'] },
  DISPUTE: { from: ['RESOLVED'], to: 'DISPUTED', by: ['CUSTOMER'] },
  ARBITRATE: { from: ['DISPUTED'], to: 'ARBITRATION', by: ['SUPERVISOR'] },
  FINALIZE: { from: ['ARBITRATION'], to: 'FINAL', by: ['SUPERVISOR'] },
  CLOSE: { from: ['RESOLVED', 'FINAL'], to: 'CLOSED', by: ['CUSTOMER', ...desk] },
}

export interface Clock {
  readonly status: ComplaintStatus
  /** Until when the answer can be disputed; null when it cannot be. */
  readonly disputableUntil: Date | null
}

/**
 * What stands in an action's way beside the state: an answer is disputed in time, and while it can be disputed only
 * the customer may say that the matter is over.
 */
function blocksOf(action: ComplaintAction, role: ComplaintRole, clock: Clock, now: Date): ActionBlock[] {
  const isDisputable = clock.disputableUntil !== null && now < clock.disputableUntil
  if (action === 'DISPUTE' && !isDisputable) return ['DEADLINE']
  if (action === 'CLOSE' && role !== 'CUSTOMER' && clock.status === 'RESOLVED' && isDisputable)
    return ['PERMISSION']
  return []
}

/** All that a role may ever ask of a complaint, with what stands in its way now. */
export function offeredFor(clock: Clock, role: ComplaintRole, now: Date): OfferedAction<ComplaintAction>[] {
  return offeredActions(transitions, clock.status, role, (action) => blocksOf(action, role, clock, now))
}

const dayMilliseconds = 86_400_000

/** A term of days as so many times 24 hours: never later than the calendar days that a law counts. */
export function afterDays(from: Date, days: number): Date {
  return new Date(from.getTime() + days * dayMilliseconds)
}

/** Relief in money comes with its own resolution, and never without an amount. */
export function checkOutcome(resolution: ComplaintResolution, relief: Money | null): void {
  // Only the customer takes a complaint back.
  if (resolution === 'WITHDRAWN') throw new InvalidInput('forbidden', ['resolution'])
  if (resolution !== 'MONETARY_RELIEF') {
    if (relief !== null) throw new InvalidInput('forbidden', ['relief'])
    return
  }
  if (relief === null) throw new InvalidInput('required', ['relief'])
  if (relief.amount === 0n) {
    const min = toDecimal(1n, relief.currencyCode)
    throw new InvalidInput('range', ['relief', 'amount'], { min, max: '10^15' })
  }
}

/** @throws Conflict when the client has seen another version */
export function assertVersion(complaint: { id: string; version: number }, expected: number | null): void {
  if (expected !== null && expected !== complaint.version) {
    throw new Conflict(complaint.version, { kind: 'Complaint', id: complaint.id })
  }
}

/** `C-000123`: what people read out on the phone. */
export function complaintNumber(serial: number): string {
  return `C-${String(serial).padStart(6, '0')}`
}

/** The counter of a readable number, or null. The Cyrillic letter of the same shape is taken for the Latin one. */
export function serialOf(number: string): number | null {
  const match = /^[CcСс]-?(\d{1,9})$/.exec(number.trim())
  return match?.[1] === undefined ? null : Number(match[1])
}
