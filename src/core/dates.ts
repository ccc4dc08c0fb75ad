import { InvalidInput } from './problems.ts'

const earliest = new Date('1990-01-01T00:00:00.000Z')
const yearsAhead = 10

/** @throws InvalidInput for a date that no order of a shop can have: before 1990, or more than ten years ahead */
export function checkDate(date: Date, path: readonly string[], now: Date): Date {
  const latest = new Date(now)
  latest.setUTCFullYear(latest.getUTCFullYear() + yearsAhead)
  if (!(date >= earliest && date <= latest)) {
    throw new InvalidInput('range', path, { min: '1990', max: latest.getUTCFullYear() })
  }
  return date
}

/**
 * When something of the past happened: now when it is not given.
 * @throws InvalidInput for a time that has not come, or that is before 1990
 */
export function checkPast(date: Date | null, path: readonly string[], now: Date): Date {
  if (date === null) return now
  if (date > now) throw new InvalidInput('future', path)
  return checkDate(date, path, now)
}

/** A date that need not be given. Null stays null. */
export function checkOptionalDate(date: Date | null, path: readonly string[], now: Date): Date | null {
  return date === null ? null : checkDate(date, path, now)
}
