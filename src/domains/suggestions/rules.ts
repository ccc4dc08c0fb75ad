import type { Viewer } from '../../auth/viewer.ts'
import type { SuggestionStatus } from '../../core/prisma/enums.ts'
import { Conflict, IllegalTransition } from '../../core/problems.ts'
import type { ActionBlock, Transitions } from '../../core/transitions.ts'
import { nextState, possibleActions } from '../../core/transitions.ts'

/** What can be asked of a suggestion. */
export const suggestionActions = [
  'VOTE',
  'UNVOTE',
  'PLAN',
  'START',
  'COMPLETE',
  'DECLINE',
  'MARK_DUPLICATE',
] as const
export type SuggestionAction = (typeof suggestionActions)[number]
export type SuggestionRole = 'CUSTOMER' | 'OPERATOR'

const alive = ['OPEN', 'PLANNED', 'STARTED'] as const
const buyer = ['CUSTOMER'] as const
const desk = ['OPERATOR'] as const

/** The one table of the suggestion's state machine. */
export const transitions: Transitions<SuggestionAction, SuggestionStatus, SuggestionRole> = {
  VOTE: { from: alive, to: null, by: buyer },
  UNVOTE: { from: alive, to: null, by: buyer },
  PLAN: { from: ['OPEN'], to: 'PLANNED', by: desk },
  START: { from: ['PLANNED'], to: 'STARTED', by: desk },
  COMPLETE: { from: ['STARTED'], to: 'COMPLETED', by: desk },
  DECLINE: { from: alive, to: 'DECLINED', by: desk },
  MARK_DUPLICATE: { from: alive, to: 'DUPLICATE', by: desk },
}

/** Whose side the viewer is on; null for partners' systems, which only read. */
export function roleOf(viewer: Viewer): SuggestionRole | null {
  if (viewer.kind === 'customer') return 'CUSTOMER'
  return viewer.kind === 'operator' ? 'OPERATOR' : null
}

/**
 * What stands in the viewer's way beside the state: nobody votes for their own, and a guest, who costs nothing to
 * make, logs in first.
 */
export function blocksOf(viewer: Viewer, suggestion: { readonly customerId: string }): ActionBlock[] {
  if (viewer.kind !== 'customer') return []
  return viewer.role === 'guest' || viewer.customerId === suggestion.customerId ? ['PERMISSION'] : []
}

const actionTo: { readonly [Status in SuggestionStatus]: SuggestionAction | null } = {
  OPEN: null,
  PLANNED: 'PLAN',
  STARTED: 'START',
  COMPLETED: 'COMPLETE',
  DECLINED: 'DECLINE',
  DUPLICATE: 'MARK_DUPLICATE',
}

/** @throws IllegalTransition unless the table leads from one state to the other */
export function assertStep(from: SuggestionStatus, to: SuggestionStatus, role: SuggestionRole): void {
  const action = actionTo[to]
  // Nothing leads back to the beginning.
  if (action === null) throw new IllegalTransition(from, 'OPEN', possibleActions(transitions, from, role))
  nextState(transitions, from, action, role)
}

/** @throws Conflict when the client has seen another version */
export function assertVersion(suggestion: { id: string; version: number }, expected: number | null): void {
  if (expected !== null && expected !== suggestion.version) {
    throw new Conflict(suggestion.version, { kind: 'Suggestion', id: suggestion.id })
  }
}

/** `S-000123`: what people read out. */
export function suggestionNumber(serial: number): string {
  return `S-${String(serial).padStart(6, '0')}`
}

/** The counter of a readable number, or null when it does not have the shape of one. */
export function serialOf(number: string): number | null {
  const match = /^[Ss]-?(\d{1,9})$/.exec(number.trim())
  return match?.[1] === undefined ? null : Number(match[1])
}
