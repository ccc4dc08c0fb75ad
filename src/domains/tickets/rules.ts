import type { ComplaintStatus, TicketStatus } from '../../core/prisma/enums.ts'
import { Conflict, IllegalTransition, InvalidInput } from '../../core/problems.ts'
import type { Transitions } from '../../core/transitions.ts'
import { nextState, possibleActions } from '../../core/transitions.ts'

/** What can be asked of a ticket. */
export const ticketActions = [
  'REPLY',
  'CLAIM',
  'ASSIGN',
  'UPDATE',
  'LINK',
  'WAIT_CUSTOMER',
  'WAIT_THIRD_PARTY',
  'SNOOZE',
  'RESOLVE',
  'REOPEN',
  'CLOSE',
  'MERGE',
  'SPAM',
] as const
export type TicketAction = (typeof ticketActions)[number]

/** `open` states: somebody still has to do something. */
const open = ['NEW', 'OPEN', 'WAITING_CUSTOMER', 'WAITING_THIRD_PARTY', 'SNOOZED'] as const
const worked = ['OPEN', 'WAITING_CUSTOMER', 'WAITING_THIRD_PARTY'] as const

const both = ['CUSTOMER', 'OPERATOR'] as const
const desk = ['OPERATOR'] as const

/** The one table of the ticket's state machine. Messages and timers move it by `afterMessage` and `wake`. */
export const transitions: Transitions<TicketAction, TicketStatus, Side> = {
  REPLY: { from: [...open, 'RESOLVED', 'SPAM'], to: null, by: both },
  CLAIM: { from: [...open, 'RESOLVED'], to: null, by: desk },
  ASSIGN: { from: [...open, 'RESOLVED'], to: null, by: desk },
  UPDATE: { from: [...open, 'RESOLVED', 'SPAM'], to: null, by: desk },
  LINK: { from: [...open, 'RESOLVED', 'SPAM'], to: null, by: both },
  WAIT_CUSTOMER: { from: ['OPEN'], to: 'WAITING_CUSTOMER', by: desk },
  WAIT_THIRD_PARTY: { from: ['OPEN'], to: 'WAITING_THIRD_PARTY', by: desk },
  SNOOZE: { from: worked, to: 'SNOOZED', by: desk },
  RESOLVE: { from: open, to: 'RESOLVED', by: both },
  REOPEN: {
    from: ['WAITING_CUSTOMER', 'WAITING_THIRD_PARTY', 'SNOOZED', 'RESOLVED', 'SPAM'],
    to: 'OPEN',
    by: desk,
  },
  CLOSE: { from: ['RESOLVED'], to: 'CLOSED', by: desk },
  MERGE: { from: open, to: 'MERGED', by: desk },
  SPAM: { from: open, to: 'SPAM', by: desk },
}

export type Side = 'CUSTOMER' | 'OPERATOR'

/** Everything a side may do from a state, in the table's order. */
export function allowedActions(status: TicketStatus, side: Side): TicketAction[] {
  return possibleActions(transitions, status, side)
}

/**
 * The state after an action.
 * @throws IllegalTransition naming the state and what is possible from it
 */
export function nextStatus(status: TicketStatus, action: TicketAction, side: Side): TicketStatus {
  return nextState(transitions, status, action, side)
}

/** A complaint in one of these states has not been answered for good: its ticket is not settled before it is. */
const openComplaints: readonly ComplaintStatus[] = [
  'RECEIVED',
  'ACKNOWLEDGED',
  'INVESTIGATING',
  'WAITING_CUSTOMER',
  'DISPUTED',
  'ARBITRATION',
]
const settling: readonly TicketAction[] = ['RESOLVE', 'CLOSE']

/** True for the actions that end the matter. */
export function isSettling(action: TicketAction): boolean {
  return settling.includes(action)
}

/** True if an action would settle a ticket whose complaint has no resolution yet. */
export function waitsForComplaint(
  action: TicketAction,
  complaint: { readonly status: ComplaintStatus } | null,
): boolean {
  return complaint !== null && settling.includes(action) && openComplaints.includes(complaint.status)
}

/** @throws IllegalTransition when the action would settle a ticket before its complaint is resolved */
export function assertComplaintResolved(
  ticket: { readonly status: TicketStatus; readonly complaint: { readonly status: ComplaintStatus } | null },
  action: TicketAction,
  side: Side,
): void {
  if (!waitsForComplaint(action, ticket.complaint)) return
  const others = allowedActions(ticket.status, side).filter((one) => !settling.includes(one))
  throw new IllegalTransition(ticket.status, action, others)
}

/** The state after a claim or assignment: somebody works on it now. */
export function afterAssignment(status: TicketStatus, hasAssignee: boolean): TicketStatus {
  return status === 'NEW' && hasAssignee ? 'OPEN' : status
}

/** The state after a public message. An operator's reply hands the ticket to the customer unless it keeps it open. */
export function afterMessage(
  status: TicketStatus,
  author: 'CUSTOMER' | 'OPERATOR' | 'SERVICE',
  options: { keepOpen: boolean },
): TicketStatus {
  if (author === 'CUSTOMER') {
    return ['WAITING_CUSTOMER', 'SNOOZED', 'RESOLVED'].includes(status) ? 'OPEN' : status
  }
  if (author === 'OPERATOR' && (status === 'NEW' || status === 'OPEN')) {
    return options.keepOpen ? 'OPEN' : 'WAITING_CUSTOMER'
  }
  return status
}

/** @throws Conflict when the client has seen another version */
export function assertVersion(ticket: { id: string; version: number }, expectedVersion: number | null): void {
  if (expectedVersion !== null && expectedVersion !== ticket.version) {
    throw new Conflict(ticket.version, { kind: 'Ticket', id: ticket.id })
  }
}

const maxSnoozeDays = 365

/** @throws InvalidInput unless the time is in the future, at most a year ahead */
export function assertSnoozeUntil(until: Date, now: Date): void {
  const milliseconds = until.getTime() - now.getTime()
  if (milliseconds <= 0) throw new InvalidInput('past', ['until'])
  const latest = new Date(now.getTime() + maxSnoozeDays * 86_400_000)
  if (until > latest) {
    throw new InvalidInput('range', ['until'], { min: now.toISOString(), max: latest.toISOString() })
  }
}

export const maxTags = 20

/** `T-000123`: what people read out on the phone. */
export function ticketNumber(serial: number): string {
  return `T-${String(serial).padStart(6, '0')}`
}

/** The counter of a readable number, or null when it does not have the shape of one. */
export function serialOf(number: string): number | null {
  const match = /^[TtТт]-?(\d{1,9})$/.exec(number.trim())
  return match?.[1] === undefined ? null : Number(match[1])
}
