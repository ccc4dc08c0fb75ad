import { type CryptoKey, calculateJwkThumbprint, exportJWK, generateKeyPair, importJWK, SignJWT } from 'jose'
import type { Role } from './viewer.ts'

const algorithm = 'ES256'

/** A key pair of an issuer of the server's own. */
export interface SigningKey {
  readonly privateKey: CryptoKey
  readonly publicKey: CryptoKey
  readonly keyId: string
}

interface TokenContent {
  issuer: string
  audience: string
  subject: string
  role: Role
  scope?: string | undefined
  locale?: string | null | undefined
  name?: string | null | undefined
  /** Both in seconds since 1970. */
  issuedAt: number
  expiresAt: number
}

/** @returns a new ES256 private key as a JWK in JSON */
export async function makeSigningKey(): Promise<string> {
  const { privateKey } = await generateKeyPair(algorithm, { extractable: true })
  return JSON.stringify(await exportJWK(privateKey))
}

/**
 * Reads what `makeSigningKey` wrote.
 * @returns null when the text is not a private P-256 key whose two halves belong together
 */
export async function readSigningKey(text: string): Promise<SigningKey | null> {
  try {
    const { kty, crv, x, y, d } = JSON.parse(text) as Record<'kty' | 'crv' | 'x' | 'y' | 'd', string>
    const publicJwk = { kty, crv, x, y }
    const privateKey = await importJWK({ ...publicJwk, d }, algorithm)
    const publicKey = await importJWK(publicJwk, algorithm)
    if (privateKey instanceof Uint8Array || publicKey instanceof Uint8Array) return null
    if (privateKey.type !== 'private') return null
    return { privateKey, publicKey, keyId: await calculateJwkThumbprint(publicJwk) }
  } catch {
    return null
  }
}

export async function signToken(key: SigningKey, content: TokenContent): Promise<string> {
  const { role, scope, locale, name } = content
  return await new SignJWT({ role, scope, locale: locale ?? undefined, name: name ?? undefined })
    .setProtectedHeader({ alg: algorithm, typ: 'JWT', kid: key.keyId })
    .setIssuer(content.issuer)
    .setAudience(content.audience)
    .setSubject(content.subject)
    .setIssuedAt(content.issuedAt)
    .setExpirationTime(content.expiresAt)
    .sign(key.privateKey)
}
