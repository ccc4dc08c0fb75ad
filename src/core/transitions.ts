import { IllegalTransition } from './problems.ts'

/** One action of a state machine: from which states, to which one, and by whom. */
export interface Step<State extends string, By extends string> {
  readonly from: readonly State[]
  /** The state afterwards; null keeps the present one. */
  readonly to: State | null
  readonly by: readonly By[]
}

/** A state machine as data: the one place where it stands. */
export type Transitions<Action extends string, State extends string, By extends string> = {
  readonly [A in Action]: Step<State, By>
}

/** Why an action is not possible now. */
export type ActionBlock = 'STATUS' | 'DEADLINE' | 'INFORMATION' | 'GOODS' | 'MONEY' | 'PERMISSION'

/** An action of somebody, and what stands in its way now. */
export interface OfferedAction<Action extends string> {
  readonly action: Action
  readonly blockedBy: readonly ActionBlock[]
}

/** Everything somebody may ever do, in the table's order, with what blocks it now. */
export function offeredActions<Action extends string, State extends string, By extends string>(
  transitions: Transitions<Action, State, By>,
  state: State,
  by: By,
  otherBlocks: (action: Action) => readonly ActionBlock[] = () => [],
): OfferedAction<Action>[] {
  const actions = Object.keys(transitions) as Action[]
  return actions
    .filter((action) => transitions[action].by.includes(by))
    .map((action) => {
      const isReachable = transitions[action].from.includes(state)
      return { action, blockedBy: isReachable ? otherBlocks(action) : ['STATUS'] }
    })
}

/** Everything somebody may do from a state, in the table's order. */
export function possibleActions<Action extends string, State extends string, By extends string>(
  transitions: Transitions<Action, State, By>,
  state: State,
  by: By,
): Action[] {
  return offeredActions(transitions, state, by)
    .filter(({ blockedBy }) => blockedBy.length === 0)
    .map(({ action }) => action)
}

/**
 * The state after an action.
 * @throws IllegalTransition naming the state and what is possible from it
 */
export function nextState<Action extends string, State extends string, By extends string>(
  transitions: Transitions<Action, State, By>,
  state: State,
  action: Action,
  by: By,
): State {
  const step = transitions[action]
  if (!step.by.includes(by) || !step.from.includes(state)) {
    throw new IllegalTransition(state, action, possibleActions(transitions, state, by))
  }
  return step.to ?? state
}
