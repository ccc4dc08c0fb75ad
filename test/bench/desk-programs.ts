import type { ContestantProgram } from './contestant.ts'
import { newerNode } from './foreign.ts'

/** Who answers an operator's questions, beside the hand-written limit of each. */
export function deskPrograms(limit: string): readonly ContestantProgram[] {
  return [
    { name: 'opora', program: 'test/bench/opora-program.ts' },
    { name: 'limit', program: limit },
    { name: 'postgraphile', program: 'test/bench/contestants/postgraphile.mjs', node: newerNode },
    { name: 'mercurius', program: 'test/bench/contestants/mercurius.mjs' },
    { name: 'apollo', program: 'test/bench/contestants/apollo.mjs' },
    { name: 'plain', program: 'test/bench/plain/plain-program.ts' },
  ]
}

/** At least so many times as fast as each. */
export const deskGoals = { limit: 0.5, postgraphile: 1.5, mercurius: 2, apollo: 2 }

/** Operators of different teams who ask, and how many ask at once. */
export const askerCount = 32
export const askerConnections = 16
