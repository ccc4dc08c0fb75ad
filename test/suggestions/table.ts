import type { SuggestionStatus } from '../../src/core/prisma/enums.ts'
import type { Suggestion } from './scene.ts'

/** Every kind of viewer, as a suggestion of one buyer sees them. */
export const roles = [
  'anonymous',
  'guest',
  'otherBuyer',
  'ownBuyer',
  'operator',
  'operatorOfAnotherTeam',
  'supervisor',
  'serviceWithoutScope',
  'readingService',
  'service',
] as const
export type Role = (typeof roles)[number]

export interface Action {
  readonly mutation: string
  readonly by: readonly Role[]
  /** From where to where; every other status is refused. */
  readonly moves: { readonly [From in SuggestionStatus]?: Partial<Suggestion> }
  readonly input?: object
}
const staff = ['operator', 'operatorOfAnotherTeam', 'supervisor'] as const
const desk = (status: SuggestionStatus, moves: Action['moves']): Action => ({
  mutation: 'suggestionUpdate',
  by: staff,
  moves,
  input: { status },
})
const fromAlive = (after: Partial<Suggestion>): Action['moves'] => ({
  OPEN: after,
  PLANNED: after,
  STARTED: after,
})

/** The whole of the machine, as product.md draws it. */
export const table: Record<string, Action> = {
  VOTE: { mutation: 'suggestionVote', by: ['otherBuyer'], moves: fromAlive({ voteCount: 1 }) },
  UNVOTE: { mutation: 'suggestionUnvote', by: ['otherBuyer'], moves: fromAlive({ voteCount: 0 }) },
  PLAN: desk('PLANNED', { OPEN: { status: 'PLANNED' } }),
  START: desk('STARTED', { PLANNED: { status: 'STARTED' } }),
  COMPLETE: desk('COMPLETED', { STARTED: { status: 'COMPLETED' } }),
  DECLINE: desk('DECLINED', fromAlive({ status: 'DECLINED' })),
  MARK_DUPLICATE: desk('DUPLICATE', fromAlive({ status: 'DUPLICATE' })),
}

/** What somebody may ask at a status, in the order of the machine. */
export function allowedAt(status: SuggestionStatus, role: Role): string[] {
  return Object.entries(table)
    .filter(([, { by, moves }]) => by.includes(role) && moves[status] !== undefined)
    .map(([action]) => action)
}

/** What somebody's side may ask at all. */
export function offeredTo(role: Role): string[] {
  const side = role === 'ownBuyer' || role === 'guest' ? 'otherBuyer' : role
  return Object.keys(table).filter((action) => table[action]?.by.includes(side))
}

export const upperFirst = (name: string) => name.charAt(0).toUpperCase() + name.slice(1)
