import currencies from 'currency-codes'
import { InvalidInput } from './problems.ts'

/** Money is integer minor units of an ISO 4217 currency, never a float. */
export interface Money {
  readonly amount: bigint
  readonly currencyCode: string
}

/** The largest amount in minor units: what PostgreSQL's bigint holds with room to sum up. */
const maxMinorUnits = 10n ** 15n

const shape = /^(-?)(\d{1,100})(?:\.(\d{1,100}))?$/

/** How many digits a currency has after the point, by ISO 4217; null for a code that is not in it. */
function digitsOf(currencyCode: string): number | null {
  return /^[A-Z]{3}$/.test(currencyCode) ? (currencies.code(currencyCode)?.digits ?? null) : null
}

/** @throws InvalidInput for a code that ISO 4217 does not know */
export function checkCurrency(currencyCode: string, path: readonly string[]): string {
  if (digitsOf(currencyCode) === null) throw new InvalidInput('currency', path)
  return currencyCode
}

/**
 * A decimal amount such as `199.90` as minor units.
 * @throws InvalidInput for what is no number, negative, too large, finer than the currency, or of no known currency
 */
export function toMinorUnits(decimal: string, currencyCode: string, path: readonly string[]): bigint {
  const digits = digitsOf(currencyCode)
  if (digits === null) throw new InvalidInput('currency', path)
  const match = shape.exec(decimal)
  if (match === null) throw new InvalidInput('pattern', path, { pattern: '199.90' })
  const [, sign, whole = '', fraction = ''] = match
  const kept = fraction.replace(/0+$/, '')
  if (kept.length > digits) throw new InvalidInput('precision', path, { digits })
  const amount = BigInt(whole + kept.padEnd(digits, '0'))
  if (sign === '-' && amount > 0n) throw new InvalidInput('negative', path)
  return checkAmount(amount, path)
}

/** @throws InvalidInput for a sum that is too large */
export function checkAmount(amount: bigint, path: readonly string[]): bigint {
  if (amount > maxMinorUnits) throw new InvalidInput('range', path, { min: 0, max: '10^15' })
  return amount
}

/** Minor units as the decimal string people read: always with the currency's digits. */
export function toDecimal(amount: bigint, currencyCode: string): string {
  const digits = digitsOf(currencyCode) ?? 2
  const sign = amount < 0n ? '-' : ''
  const figures = (amount < 0n ? -amount : amount).toString().padStart(digits + 1, '0')
  if (digits === 0) return sign + figures
  return `${sign}${figures.slice(0, -digits)}.${figures.slice(-digits)}`
}
