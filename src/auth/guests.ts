import { StartRefused } from '../core/start-refused.ts'
import type { Env } from '../env.ts'
import { makeSigningKey, readSigningKey, type SigningKey, signToken } from './signing-key.ts'
import { guestIssuer } from './start-rules.ts'
import type { Locale } from './viewer.ts'

/** Finds the shared secret of that name, or keeps the one made now. */
export type SecretKeeper = (name: string, make: () => string | Promise<string>) => Promise<string>

/** Gives visitors who are not logged in a token of the server's own, in production too. */
export interface Guests {
  /** The token ends after GUEST_TOKEN_SECONDS; its `sub` is `guestId`, its role `guest`. */
  readonly sign: (
    guestId: string,
    options: { locale: Locale; name?: string | null | undefined },
  ) => Promise<{ token: string; expiresAt: Date }>
}

/**
 * The key is GUEST_KEY, else the secret all nodes share. Another key ends all guests' tokens given before.
 * @throws StartRefused when the key cannot be used
 */
export async function openGuestKey(env: Pick<Env, 'GUEST_KEY'>, secret: SecretKeeper): Promise<SigningKey> {
  const key = await readSigningKey(env.GUEST_KEY ?? (await secret('guest-key', makeSigningKey)))
  if (key !== null) return key
  const source = env.GUEST_KEY === undefined ? 'the secret guest-key in the database' : 'GUEST_KEY'
  throw new StartRefused(`${source} is not a private P-256 key as a JWK in JSON`)
}

export function openGuests(
  key: SigningKey,
  env: Pick<Env, 'AUTH_AUDIENCE' | 'GUEST_TOKEN_SECONDS'>,
  now: () => Date,
): Guests {
  return {
    sign: async (guestId, { locale, name }) => {
      const issuedAt = Math.floor(now().getTime() / 1000)
      const expiresAt = issuedAt + Math.floor(env.GUEST_TOKEN_SECONDS)
      const token = await signToken(key, {
        issuer: guestIssuer,
        audience: env.AUTH_AUDIENCE,
        subject: guestId,
        role: 'guest',
        locale,
        name,
        issuedAt,
        expiresAt,
      })
      return { token, expiresAt: new Date(expiresAt * 1000) }
    },
  }
}
