import type { JWTPayload } from 'jose'
import { type Claims, type Locale, type Role, roles } from './viewer.ts'

const subjectLimit = 255
const nameLimit = 200
/** The last second a Date can hold: a later `exp` would be a token that never ends. */
export const lastSecond = 8_640_000_000_000
/** Control characters and halves of a surrogate pair: no database keeps them as they came. */
const unstorable = /[\p{Cc}\p{Cs}]/u

/**
 * The claims of a token whose signature, issuer, audience and times are already verified.
 * @returns null when a claim that decides who is asking is missing or malformed
 */
export function readClaims(payload: JWTPayload): Claims | null {
  const { iss, sub, exp, role, scope, locale, name } = payload
  if (iss === undefined || !isSubject(sub) || !isRole(role)) return null
  if (exp === undefined || !(exp <= lastSecond)) return null
  if (scope !== undefined && typeof scope !== 'string') return null
  return Object.freeze({
    issuer: iss,
    subject: sub,
    role,
    scopes: Object.freeze((scope ?? '').split(' ').filter((word) => word !== '')),
    locale: readLocale(locale),
    name: isName(name) ? name : null,
    expiresAt: exp,
  })
}

/** 1 to 255 UTF-16 units, none of them a control character. */
export function isSubject(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= subjectLimit && !unstorable.test(value)
}

/** 1 to 200 UTF-16 units, none of them a control character. */
export function isName(value: unknown): value is string {
  return typeof value === 'string' && value !== '' && value.length <= nameLimit && !unstorable.test(value)
}

export function isRole(value: unknown): value is Role {
  return roles.some((role) => role === value)
}

/** `ru`, `ru-RU`, `en_US`, …; null for every other language. */
export function readLocale(value: unknown): Locale | null {
  const language = typeof value === 'string' ? value.toLowerCase().split(/[-_]/, 1)[0] : undefined
  return language === 'ru' || language === 'en' ? language : null
}
