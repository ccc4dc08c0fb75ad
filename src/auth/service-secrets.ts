import { createHash, randomInt } from 'node:crypto'
import { crc32 } from 'node:zlib'
import type { Claims } from './viewer.ts'

/**
 * The secrets of service tokens: `opora_`, 43 letters and digits, and 6 more that check them. People and scanners of
 * leaked secrets know one by its look, and a mistyped one is refused without asking the database.
 */

/** The issuer of service tokens; a configured issuer may not call itself so. */
export const serviceIssuer = 'opora:service'

const prefix = 'opora_'
const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
/** 62 to the 43rd is more than 2 to the 256th. */
const randomLength = 43
const checkLength = 6
const hintLength = 4
const shape = new RegExp(`^${prefix}[0-9A-Za-z]{${randomLength + checkLength}}$`)

/** A new secret, from the system's source of randomness. */
export function makeSecret(): string {
  const random = Array.from({ length: randomLength }, () => letters[randomInt(letters.length)]).join('')
  return `${prefix}${random}${checkOf(random)}`
}

/** True for what claims to be a secret of a service token, well-formed or not: no other token begins so. */
export function looksLikeSecret(token: string): boolean {
  return token.startsWith(prefix)
}

/** True for a secret without a slip of the pen. It may still be nobody's. */
export function isSecret(token: string): boolean {
  return shape.test(token) && token.endsWith(checkOf(token.slice(prefix.length, -checkLength)))
}

/** What is stored of a secret to tell it from others. It is of the check, and says nothing of the rest. */
export function hintOf(secret: string): string {
  return secret.slice(-hintLength)
}

/**
 * Under what a secret is stored and found. A fast hash is right: a slow one protects what people choose, and nobody
 * guesses 256 random bits. Looking it up by index gives nothing away by the time it takes: who cannot invert the hash
 * cannot steer which digest is compared.
 */
export function digestOf(secret: string): string {
  return createHash('sha256').update(secret).digest('base64')
}

/** Letters and digits of a CRC-32, which 6 of them hold. */
function checkOf(random: string): string {
  let rest = crc32(`${prefix}${random}`)
  let check = ''
  while (check.length < checkLength) {
    check = `${letters[rest % letters.length]}${check}`
    rest = Math.floor(rest / letters.length)
  }
  return check
}

/** The service tokens that the desk keeps, as those who check tokens ask for them. */
export interface ServiceTokens {
  /** Who a secret of this digest makes its bearer, and until when, as it is now; null when it is nobody's. */
  find(digest: string): Promise<Claims | null>
  /** Calls back when a service token was changed, on whatever node: look again. */
  onChanged(listener: () => void): () => void
}

/** Where there are none: every secret is nobody's. */
export const noServiceTokens: ServiceTokens = {
  find: async () => null,
  onChanged: () => () => {},
}
