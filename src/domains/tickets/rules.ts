import type { TicketStatus } from '../../core/prisma/enums.ts'
import { Conflict, IllegalTransition, InvalidInput } from '../../core/problems.ts'

/** What can be asked of a ticket. */
export const ticketActions = [
  'REPLY',
  'CLAIM',
  'ASSIGN',
  'UPDATE',
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

interface Step {
  readonly from: readonly TicketStatus[]
  /** The state afterwards; null keeps the present one. */
  readonly to: TicketStatus | null
  readonly by: readonly ('CUSTOMER' | 'OPERATOR')[]
}
const both = ['CUSTOMER', 'OPERATOR'] as const
const desk = ['OPERATOR'] as const

/** The one table of the ticket's state machine. Messages and timers move it by `afterMessage` and `wake`. */
export const transitions: { readonly [A in TicketAction]: Step } = {
  REPLY: { from: [...open, 'RESOLVED', 'SPAM'], to: null, by: both },
  CLAIM: { from: [...open, 'RESOLVED'], to: null, by: desk },
  ASSIGN: { from: [...open, 'RESOLVED'], to: null, by: desk },
  UPDATE: { from: [...open, 'RESOLVED', 'SPAM'], to: null, by: desk },
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
  return ticketActions.filter((action) => {
    const step = transitions[action]
    return step.by.includes(side) && step.from.includes(status)
  })
}

/**
 * The state after an action.
 * @throws IllegalTransition naming the state and what is possible from it
 */
export function nextStatus(status: TicketStatus, action: TicketAction, side: Side): TicketStatus {
  const step = transitions[action]
  if (!step.by.includes(side) || !step.from.includes(status)) {
    throw new IllegalTransition(status, action, allowedActions(status, side))
  }
  return step.to ?? status
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
  if (milliseconds > maxSnoozeDays * 86_400_000) {
    throw new InvalidInput('range', ['until'], { min: 'now', max: `${maxSnoozeDays} days` })
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
