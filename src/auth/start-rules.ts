import { BlockList, isIP } from 'node:net'
import { StartRefused } from '../core/start-refused.ts'
import type { Env } from '../env.ts'
import { serviceIssuer } from './service-secrets.ts'

/** The issuers of the server's own; a configured issuer may not call itself so. */
export const guestIssuer = 'opora:guest'
export const developmentIssuer = 'opora:dev'

type TokenSource =
  | { readonly mode: 'jwks'; readonly keysUrl: URL; readonly issuer: string }
  | { readonly mode: 'development' }
  | { readonly mode: 'refused'; readonly reason: string }

const loopback = new BlockList()
loopback.addSubnet('127.0.0.0', 8, 'ipv4')
loopback.addAddress('::1', 'ipv6')

/** Whether a server on this host can be reached from its own machine only. */
export function isLoopback(host: string): boolean {
  const version = isIP(host)
  if (version === 0) return host.toLowerCase() === 'localhost'
  return loopback.check(host, version === 6 ? 'ipv6' : 'ipv4')
}

type Settings = Pick<Env, 'HOST' | 'AUTH_JWKS_URL' | 'AUTH_ISSUER' | 'AUTH_DEV'>

/** Whose tokens a server with these settings takes, or in one line why it must not start. */
export function chooseTokenSource(env: Settings): TokenSource {
  if (env.AUTH_JWKS_URL !== undefined) return configured(env.AUTH_JWKS_URL, env.AUTH_ISSUER)
  if (isLoopback(env.HOST) || env.AUTH_DEV) return { mode: 'development' }
  return refused(
    `HOST ${env.HOST} is open to the network: set AUTH_JWKS_URL and AUTH_ISSUER, or AUTH_DEV=1 to take the tokens of npm run token`,
  )
}

/** @throws StartRefused when a server with these settings must not start */
export function requireTokenSource(env: Settings): Exclude<TokenSource, { mode: 'refused' }> {
  const source = chooseTokenSource(env)
  if (source.mode === 'refused') throw new StartRefused(source.reason)
  return source
}

function configured(keys: string, issuer: string | undefined): TokenSource {
  if (!URL.canParse(keys)) return refused('AUTH_JWKS_URL is not a URL')
  if (issuer === undefined) return refused('AUTH_JWKS_URL is set: set AUTH_ISSUER too')
  if ([guestIssuer, developmentIssuer, serviceIssuer].includes(issuer)) {
    return refused(`AUTH_ISSUER ${issuer} is the name of an issuer of Opora's own`)
  }
  return { mode: 'jwks', keysUrl: new URL(keys), issuer }
}

function refused(reason: string): TokenSource {
  return { mode: 'refused', reason }
}
