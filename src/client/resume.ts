import { declares } from './operation.ts'
import type { FollowPlace } from './standing.ts'
import type { Subscribing } from './subscribing.ts'

/** How a place in a stream is named: the field of its items, and the variable that resumes after it. */
const places = [
  { field: 'seq', variable: 'afterSeq', type: 'number' },
  { field: 'cursor', variable: 'after', type: 'string' },
] as const

/**
 * Moves the place to resume from behind this item. Throws a TypeError when the document can be resumed but does not
 * select by what.
 */
export function advance(payload: Subscribing, item: Record<string, unknown> | undefined): void {
  for (const { field, variable, type } of places) {
    if (!declares(payload.text, variable)) continue
    const value = item?.[field]
    if (typeof value !== type) throw new TypeError(`a document with $${variable} must select ${field}`)
    payload.variables = { ...payload.variables, [variable]: value }
  }
}

/** The place that a stream with these variables begins behind; empty when it begins now. */
export function placeOf({ text, variables }: Subscribing): FollowPlace {
  const known = places.filter(({ variable }) => declares(text, variable) && variables[variable] != null)
  return Object.fromEntries(known.map(({ variable }) => [variable, variables[variable]]))
}

/** What says that all that happened before is told: an item, the number of the last message, or nothing. */
export type HistoryEnd = 'CaughtUp' | 'lastSeq' | null

export function historyEndOf(document: string): HistoryEnd {
  if (declares(document, 'afterSeq')) return 'lastSeq'
  return declares(document, 'after') && document.includes('__typename') ? 'CaughtUp' : null
}
