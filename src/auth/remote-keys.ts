import { createRemoteJWKSet, errors, type JWTVerifyGetKey } from 'jose'

/** How long a key that was taken out of the set may still count. */
const cacheMs = 600_000
/** An unknown key id asks for the set anew at most this often, however many such tokens come. */
const cooldownMs = 5_000

/** The issuer's keys could not be read: nobody knows whether the token is good. An outage, worth a retry. */
export class IssuerUnavailable extends Error {}

/**
 * The public keys of a configured issuer: read when first needed, again when a token names an unknown key, and again
 * after 10 minutes. While the issuer is down, keys read less than 10 minutes ago still count. An issuer with several
 * keys of one kind must name the one used in the token's `kid`.
 */
export function openRemoteKeys(url: URL): JWTVerifyGetKey {
  const keys = createRemoteJWKSet(url, { cacheMaxAge: cacheMs, cooldownDuration: cooldownMs })
  return async (header, token) => {
    try {
      return await keys(header, token)
    } catch (error) {
      if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
        throw error
      throw new IssuerUnavailable('Tokens cannot be checked at the moment.', { cause: error })
    }
  }
}
