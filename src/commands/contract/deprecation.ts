import type { Place } from './places.ts'

/** Days are written as `2027-06-01`, so that they compare as texts. */
export type Day = string

/** What the reason of a deprecation promises. */
export interface Promised {
  /** The schema coordinate of what to use instead. */
  readonly replacement: string
  /** It stays until the end of this day. */
  readonly removedAfter: Day
}

const shape = /^Use `([@\w.:()]+)`[^`]*\. Removed after (\d{4}-\d{2}-\d{2})\.$/

/** Reads ``Use `Query.orders` with a filter. Removed after 2027-06-01.``; null for every other reason. */
export function readReason(reason: string): Promised | null {
  const [, replacement, removedAfter] = shape.exec(reason) ?? []
  if (replacement === undefined || removedAfter === undefined || !isDay(removedAfter)) return null
  return { replacement, removedAfter }
}

export function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text)
}

const leastMonths = 6

/** The earliest day that may be promised on this one: half a year later. */
export function earliestRemoval(day: Day): Day {
  const date = new Date(`${day}T00:00:00Z`)
  const month = date.getUTCMonth() + leastMonths
  const later = new Date(Date.UTC(date.getUTCFullYear(), month, date.getUTCDate()))
  // 31 August and six months more is the last of February, not some day of March.
  if (later.getUTCMonth() !== month % 12) later.setUTCDate(0)
  return later.toISOString().slice(0, 10)
}

/** What is wrong with the reason of a deprecation; null when it is right. */
export function faultOf(
  reason: string,
  {
    places,
    notBefore,
  }: { readonly places: ReadonlySet<string> | ReadonlyMap<string, Place>; readonly notBefore: Day },
): string | null {
  const promised = readReason(reason)
  if (promised === null) return 'must say: Use `Type.member` …. Removed after YYYY-MM-DD.'
  if (!places.has(promised.replacement)) return `there is no ${promised.replacement} to use instead`
  if (promised.removedAfter < notBefore) return `must stay until ${notBefore} at least`
  return null
}

/**
 * The deprecations that promise too little, with what is wrong. One that was released may not end earlier than was said
 * then; a new one gives half a year from `day`.
 */
export function deprecationFaults(
  places: ReadonlyMap<string, Place>,
  released: ReadonlyMap<string, Place>,
  day: Day,
): string[] {
  return [...places].flatMap(([coordinate, { deprecation }]) => {
    if (deprecation === null) return []
    const before = readReason(released.get(coordinate)?.deprecation ?? '')
    const fault = faultOf(deprecation, { places, notBefore: before?.removedAfter ?? earliestRemoval(day) })
    return fault === null ? [] : [`${coordinate}: its deprecation ${fault}`]
  })
}
