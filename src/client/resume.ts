import { declares } from './operation.ts'
import type { Subscribing } from './socket.ts'

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
    if (!declares(payload.query, variable)) continue
    const value = item?.[field]
    if (typeof value !== type) throw new TypeError(`a document with $${variable} must select ${field}`)
    payload.variables = { ...payload.variables, [variable]: value }
  }
}
