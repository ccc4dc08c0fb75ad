import type { Tx } from '../../../core/database.ts'
import type { Desk } from '../../../events/desk.ts'
import type { Actor } from '../../../events/log.ts'

/** Whose traces are removed: the customer's record and those joined to it. */
export interface Scope {
  readonly desk: Desk
  readonly customerIds: string[]
  readonly actor: Actor
}

/**
 * Removes one page of something that is still personal; how many rows it found. What is left says where it stands, so
 * a page that is done again, or a node that dies between two, harms nothing.
 */
export type ErasePage = (tx: Tx, scope: Scope) => Promise<number>
