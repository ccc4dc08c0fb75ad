import { readLocale } from '../auth/claims.ts'
import type { Issuers } from '../auth/tokens.ts'
import { bearer } from '../auth/tokens.ts'
import type { Claims, Locale, Role } from '../auth/viewer.ts'
import type { Desk } from '../events/desk.ts'
import type { Context } from '../graphql/context.ts'
import type { Viewers } from '../graphql/viewers.ts'
import { onTokenEnd } from './token-end.ts'

/** Who sent a request or opened a socket, as their token says; `claims` is null without one. */
export interface Asker {
  readonly claims: Claims | null
  /** The language asked for; null leaves it to the token. */
  readonly locale: Locale | null
}

export interface Contexts {
  /**
   * @param authorization an `Authorization` header or its like in `connection_init`
   * @throws TokenRefused
   * @throws IssuerUnavailable
   */
  identify(authorization: string | null | undefined): Promise<Claims | null>
  /**
   * A new context: who is asking is read again, from memory unless it has changed.
   * @throws TokenRefused when the person was disabled, the guest has logged in or the service token was revoked since
   */
  make(asker: Asker, requestId: string): Promise<Context>
  /** Calls back once, when the token no longer counts. Answers how to call it off. */
  onTokenEnd(claims: Claims, callback: () => void): () => void
  /** Whether somebody is of the desk, as it knows them now. Of others no record is made. */
  isStaff(claims: Claims | null): Promise<boolean>
}

const staffRoles: ReadonlySet<string> = new Set(['operator', 'supervisor', 'admin'] satisfies Role[])

export function openContexts(options: { desk: Desk; issuers: Issuers; viewers: Viewers }): Contexts {
  const { desk, issuers, viewers } = options
  async function make(asker: Asker, requestId: string): Promise<Context> {
    const claims =
      asker.claims?.serviceToken === undefined ? asker.claims : await issuers.verifyAgain(asker.claims)
    const locale = asker.locale ?? claims?.locale ?? 'ru'
    const viewer =
      claims === null ? ({ kind: 'anonymous', locale } as const) : { ...(await viewers.of(claims)), locale }
    return { desk, issuers, viewer, locale, requestId, renew: async () => await make(asker, requestId) }
  }
  return {
    make,
    onTokenEnd: (claims, callback) => onTokenEnd(issuers, claims, callback),
    async identify(authorization) {
      const token = bearer(authorization)
      return token === null ? null : await issuers.verify(token)
    },
    async isStaff(claims) {
      if (claims === null || !staffRoles.has(claims.role)) return false
      return await viewers.of(claims).then(
        ({ kind }) => kind === 'operator',
        () => false,
      )
    },
  }
}

/** The first language of an `Accept-Language` header that we speak; null when there is none. */
export function acceptedLocale(header: string | null | undefined): Locale | null {
  const ranges = (header ?? '').split(',').map((range) => {
    const [tag = '', ...parameters] = range.split(';').map((part) => part.trim())
    const weight = parameters.find((parameter) => parameter.startsWith('q='))
    return { locale: readLocale(tag), weight: weight === undefined ? 1 : Number(weight.slice(2)) }
  })
  const spoken = ranges.filter(({ locale, weight }) => locale !== null && weight > 0)
  return spoken.sort((one, other) => other.weight - one.weight)[0]?.locale ?? null
}
