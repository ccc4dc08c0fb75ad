import { answer, type Place } from './scene.ts'

/** Every kind of viewer, as a complaint of one buyer sees them. */
export type Role =
  | 'anonymous'
  | 'guest'
  | 'otherBuyer'
  | 'ownBuyer'
  | 'operator'
  | 'operatorOfAnotherTeam'
  | 'supervisor'
  | 'clerk'
  | 'reader'
  | 'serviceWithoutScope'
export const roles: readonly Role[] = [
  'anonymous',
  'guest',
  'otherBuyer',
  'ownBuyer',
  'operator',
  'operatorOfAnotherTeam',
  'supervisor',
  'clerk',
  'reader',
  'serviceWithoutScope',
]

export interface Action {
  readonly mutation: string
  readonly by: readonly Role[]
  /** From where to where; every other place is refused. */
  readonly moves: { readonly [From in Place]?: { status: string; resolution?: string } }
  readonly input?: object
  /** Refused for its time and not for the state: by which Problem, for whom. */
  readonly late?: { readonly at: Place; readonly by: readonly Role[]; readonly problem: object }
}
const people = ['operator', 'operatorOfAnotherTeam', 'supervisor'] as const
const desk = [...people, 'clerk'] as const
const to = (status: string) => ({ status })
const resolved = { status: 'RESOLVED', resolution: 'EXPLANATION' }
const withdrawn = { status: 'RESOLVED', resolution: 'WITHDRAWN' }

/** The whole of the machine, as product.md draws it. */
export const table: Record<string, Action> = {
  ACKNOWLEDGE: {
    mutation: 'complaintAcknowledge',
    by: desk,
    moves: { RECEIVED: to('ACKNOWLEDGED') },
  },
  INVESTIGATE: {
    mutation: 'complaintInvestigate',
    by: desk,
    moves: { ACKNOWLEDGED: to('INVESTIGATING'), WAITING_CUSTOMER: to('INVESTIGATING') },
  },
  ASK_CUSTOMER: {
    mutation: 'complaintAskCustomer',
    by: desk,
    moves: { INVESTIGATING: to('WAITING_CUSTOMER') },
    input: { text: 'Когда это было?' },
  },
  RESOLVE: {
    mutation: 'complaintResolve',
    by: desk,
    moves: { INVESTIGATING: resolved, WAITING_CUSTOMER: resolved },
    input: answer,
  },
  WITHDRAW: {
    mutation: 'complaintWithdraw',
    by: ['ownBuyer'],
    moves: {
      RECEIVED: withdrawn,
      ACKNOWLEDGED: withdrawn,
      INVESTIGATING: withdrawn,
      WAITING_CUSTOMER: withdrawn,
    },
  },
  DISPUTE: {
    mutation: 'complaintDispute',
    by: ['ownBuyer'],
    moves: { RESOLVED: to('DISPUTED') },
    input: { text: 'Не согласна' },
    late: {
      at: 'SETTLED',
      by: ['ownBuyer'],
      problem: { __typename: 'NotEligible', reasons: ['windowPassed'], path: ['complaintId'] },
    },
  },
  ARBITRATE: { mutation: 'complaintArbitrate', by: ['supervisor'], moves: { DISPUTED: to('ARBITRATION') } },
  FINALIZE: {
    mutation: 'complaintFinalize',
    by: ['supervisor'],
    moves: { ARBITRATION: { status: 'FINAL', resolution: 'EXPLANATION' } },
    input: answer,
  },
  CLOSE: {
    mutation: 'complaintClose',
    by: ['ownBuyer', ...desk],
    moves: { RESOLVED: to('CLOSED'), SETTLED: to('CLOSED'), FINAL: to('CLOSED') },
    late: { at: 'RESOLVED', by: desk, problem: { __typename: 'TooSoon', path: null } },
  },
}

/** How an action ends at a place for a role who may ask: what it is then, or why not. */
export function fateOf({ moves, late }: Action, place: Place, role: Role): 'done' | 'illegal' | 'late' {
  if (late?.at === place && late.by.includes(role)) return 'late'
  return moves[place] === undefined ? 'illegal' : 'done'
}

/** What somebody may ask at a place, in the order of the machine. */
export function allowedAt(place: Place, role: Role): string[] {
  return Object.entries(table)
    .filter(([, action]) => action.by.includes(role) && fateOf(action, place, role) === 'done')
    .map(([name]) => name)
}

export const upperFirst = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)

/** Who may not even ask: a top-level error, whatever the complaint. */
export function deniedOutcome(role: Role, by: readonly Role[]): string {
  if (role === 'anonymous') return 'UNAUTHENTICATED'
  // Somebody of the same kind may: then the complaint of another is not there.
  const isOtherBuyer = (role === 'otherBuyer' || role === 'guest') && by.includes('ownBuyer')
  return isOtherBuyer ? 'NotFound' : 'FORBIDDEN'
}
