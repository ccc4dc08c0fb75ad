import { decodeJwt, errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from 'jose'
import { now as presentTime } from '../core/clock.ts'
import type { Logger } from '../core/logger.ts'
import type { Env } from '../env.ts'
import { readClaims } from './claims.ts'
import { type DevelopmentIssuer, openDevelopmentIssuer } from './development-issuer.ts'
import { type Guests, openGuestKey, openGuests, type SecretKeeper } from './guests.ts'
import { IssuerUnavailable, openRemoteKeys } from './remote-keys.ts'
import {
  digestOf,
  isSecret,
  looksLikeSecret,
  noServiceTokens,
  type ServiceTokens,
} from './service-secrets.ts'
import { developmentIssuer, guestIssuer, requireTokenSource } from './start-rules.ts'
import { VerifiedTokens } from './verified-tokens.ts'
import type { Claims } from './viewer.ts'

export { IssuerUnavailable } from './remote-keys.ts'

const lengthLimit = 8_192
/** Stricter than decoding, which lets white space and padding pass: one signature, one way to write it. */
const shape = /^[\w-]+\.[\w-]+\.[\w-]+$/
/** Asymmetric only: with a symmetric one, the public key would be a secret that everybody knows. */
const algorithms = ['ES256', 'ES384', 'RS256', 'RS384', 'RS512', 'PS256', 'EdDSA']

export type TokenFault = 'MISSING' | 'FORGED' | 'EXPIRED'

const sentences: Record<TokenFault, string> = {
  MISSING: 'A token is needed.',
  FORGED: 'The token is not valid.',
  EXPIRED: 'The token has expired.',
}

/** The token does not say who is asking. The message is fit for the client. */
export class TokenRefused extends Error {
  readonly fault: TokenFault

  constructor(fault: TokenFault) {
    super(sentences[fault])
    this.fault = fault
  }
}

export interface Issuers {
  readonly mode: 'jwks' | 'development'
  readonly guests: Guests
  /** Null where its tokens are not taken. */
  readonly development: DevelopmentIssuer | null
  /**
   * Who the token says is asking. Every doubt is a refusal. A key taken out of the issuer's set counts for at most
   * 11 minutes more: 10 of the keys' cache and 1 of the verified tokens' cache.
   * @throws TokenRefused
   * @throws IssuerUnavailable when the issuer's keys cannot be read
   */
  readonly verify: (token: string) => Promise<Claims>
  /**
   * The same claims as they count now. A service token may have been revoked or rotated since; other tokens say all
   * that there is.
   * @throws TokenRefused
   */
  readonly verifyAgain: (claims: Claims) => Promise<Claims>
  /** Calls back when `verifyAgain` may have something else to say. */
  readonly onChanged: (listener: () => void) => () => void
}

interface IssuersOptions {
  env: Env
  secret: SecretKeeper
  log: Logger
  now?: () => Date
  /** None if left out. */
  serviceTokens?: ServiceTokens
}

/** @throws StartRefused when the settings would let strangers in, or a key cannot be used */
export async function openIssuers(options: IssuersOptions): Promise<Issuers> {
  const { env, secret, log, now = presentTime, serviceTokens = noServiceTokens } = options
  const source = requireTokenSource(env)
  const guestKey = await openGuestKey(env, secret)
  const keysByIssuer = new Map<string, JWTVerifyGetKey>([[guestIssuer, async () => guestKey.publicKey]])
  let development: DevelopmentIssuer | null = null
  if (source.mode === 'jwks') {
    keysByIssuer.set(source.issuer, openRemoteKeys(source.keysUrl))
  } else {
    development = await openDevelopmentIssuer(env.DATA_DIR, { audience: env.AUTH_AUDIENCE, now })
    const { publicKey } = development
    keysByIssuer.set(developmentIssuer, async () => publicKey)
  }
  return {
    mode: source.mode,
    guests: openGuests(guestKey, env, now),
    development,
    verify: openVerifier({ env, log, now, keysByIssuer, serviceTokens }),
    verifyAgain: async (claims) =>
      claims.serviceToken === undefined
        ? claims
        : await findSecret(serviceTokens, claims.serviceToken.digest, now()),
    onChanged: (listener) => serviceTokens.onChanged(listener),
  }
}

/** A secret that has ended is like a token that expired: its bearer had a right, and needs a fresh one. */
async function findSecret(serviceTokens: ServiceTokens, digest: string, now: Date): Promise<Claims> {
  const claims = await serviceTokens.find(digest)
  if (claims === null) throw new TokenRefused('FORGED')
  if (claims.expiresAt * 1_000 <= now.getTime()) throw new TokenRefused('EXPIRED')
  return claims
}

interface VerifierOptions extends Required<Pick<IssuersOptions, 'env' | 'log' | 'now' | 'serviceTokens'>> {
  keysByIssuer: ReadonlyMap<string, JWTVerifyGetKey>
}

function openVerifier(options: VerifierOptions): Issuers['verify'] {
  const verified = new VerifiedTokens(options.env.AUTH_CLOCK_SKEW_SECONDS)
  return async (token) => {
    if (token === '') throw new TokenRefused('MISSING')
    if (looksLikeSecret(token)) {
      if (!isSecret(token)) throw new TokenRefused('FORGED')
      return await findSecret(options.serviceTokens, digestOf(token), options.now())
    }
    if (token.length > lengthLimit || !shape.test(token)) throw new TokenRefused('FORGED')
    const known = verified.get(token, options.now())
    if (known !== null) return known
    const claims = readClaims(await readPayload(token, options))
    if (claims === null || (claims.role === 'guest') !== (claims.issuer === guestIssuer)) {
      options.log.debug('token refused: its claims are incomplete or not its issuer’s to make')
      throw new TokenRefused('FORGED')
    }
    verified.add(token, claims, options.now())
    return claims
  }
}

/** The unverified `iss` only chooses the keys; the signature is then checked with them and `iss` compared again. */
async function readPayload(
  token: string,
  { env, log, now, keysByIssuer }: VerifierOptions,
): Promise<JWTPayload> {
  try {
    const { iss: issuer = '' } = decodeJwt(token)
    const keys = keysByIssuer.get(issuer)
    if (keys === undefined) throw new errors.JWTInvalid('unknown issuer')
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience: env.AUTH_AUDIENCE,
      algorithms,
      clockTolerance: env.AUTH_CLOCK_SKEW_SECONDS,
      currentDate: now(),
    })
    return payload
  } catch (error) {
    if (error instanceof IssuerUnavailable) throw error
    log.debug({ reason: error instanceof Error ? error.message : String(error) }, 'token refused')
    throw new TokenRefused(error instanceof errors.JWTExpired ? 'EXPIRED' : 'FORGED')
  }
}

/**
 * The token of an `Authorization` header, or of its like in `connection_init`; null when there is none.
 * @throws TokenRefused when the header is there but is not `Bearer` and one token
 */
export function bearer(header: string | null | undefined): string | null {
  const text = header?.trim() ?? ''
  if (text === '') return null
  const [scheme, token, ...rest] = text.split(/ +/)
  if (scheme?.toLowerCase() !== 'bearer' || rest.length > 0) throw new TokenRefused('FORGED')
  if (token === undefined) throw new TokenRefused('MISSING')
  return token
}
