import type { IdKind } from '../core/ids.ts'
import { decodeIdOf } from '../core/ids.ts'

/** A required id of an input: null when it does not have the shape of one, which actions treat as not found. */
export function idOf(kind: IdKind, value: string): string | null {
  return decodeIdOf(kind, value)
}

/** An optional id: undefined when left out, null when it was given as null or has a wrong shape. */
export function optionalIdOf(kind: IdKind, value: string | null | undefined): string | null | undefined {
  return value === undefined || value === null ? value : (decodeIdOf(kind, value) ?? malformedId)
}

/** A UUID no row has: an id of wrong shape is an object that does not exist, not a request to unset. */
const malformedId = '00000000-0000-0000-0000-000000000000'
