import { InvalidInput } from './problems.ts'

/** Limits of texts, in UTF-16 code units as JavaScript counts them. */
export const textLimits = { message: 10_000, subject: 200, name: 200, tag: 50, key: 200 } as const

/**
 * A text a person wrote, with outer white space removed.
 * @throws InvalidInput when it is empty, too long, holds NUL (PostgreSQL cannot store it) or half a surrogate pair
 */
export function checkText(value: string, path: readonly string[], max: number): string {
  if (value.length > max * 2) throw new InvalidInput('tooLong', path, { max })
  const text = value.trim()
  if (text.length === 0) throw new InvalidInput('empty', path)
  if (text.length > max) throw new InvalidInput('tooLong', path, { max })
  return checkCharacters(text, path)
}

/** A text that need not be given. Null and undefined stay null. */
export function checkOptionalText(
  value: string | null | undefined,
  path: readonly string[],
  max: number,
): string | null {
  return value == null ? null : checkText(value, path, max)
}

/** @throws InvalidInput for characters no text may hold */
function checkCharacters(text: string, path: readonly string[]): string {
  if (text.includes('\0')) throw new InvalidInput('nul', path)
  if (!text.isWellFormed()) throw new InvalidInput('surrogate', path)
  return text
}

/** False for a text that the database cannot hold: nothing stored equals it, and asking for it would be an error. */
export function isStorable(text: string): boolean {
  return !text.includes('\0') && text.isWellFormed()
}
