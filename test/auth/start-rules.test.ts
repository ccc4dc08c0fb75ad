import { describe, expect, it } from 'vitest'
import { chooseTokenSource, isLoopback } from '../../src/auth/start-rules.ts'
import { openIssuers } from '../../src/auth/tokens.ts'
import { StartRefused } from '../../src/core/start-refused.ts'
import { readEnv } from '../../src/env.ts'
import { secretKeeper, silent } from './test-issuer.ts'

describe('loopback', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.255.3.4', true],
    ['::1', true],
    ['0:0:0:0:0:0:0:1', true],
    ['localhost', true],
    ['LOCALHOST', true],
    ['0.0.0.0', false],
    ['::', false],
    ['128.0.0.1', false],
    ['10.0.0.5', false],
    ['::2', false],
    ['127.0.0.1.shop.test', false],
    ['localhost.shop.test', false],
    ['127.1', false],
    ['', false],
  ])('%s: %s', (host, expected) => {
    expect(isLoopback(host)).toBe(expected)
  })
})

const keys = 'https://login.shop.test/keys'
const issuer = 'https://login.shop.test/'

describe('whose tokens are taken', () => {
  it.each<[Record<string, string>, string]>([
    [{}, 'development'],
    [{ HOST: 'localhost' }, 'development'],
    [{ HOST: '::1' }, 'development'],
    [{ HOST: '0.0.0.0', AUTH_DEV: '1' }, 'development'],
    [{ HOST: '0.0.0.0' }, 'refused'],
    [{ HOST: '::' }, 'refused'],
    [{ HOST: '0.0.0.0', AUTH_DEV: '0' }, 'refused'],
    [{ HOST: '0.0.0.0', AUTH_ISSUER: issuer }, 'refused'],
    [{ AUTH_JWKS_URL: keys, AUTH_ISSUER: issuer }, 'jwks'],
    [{ AUTH_JWKS_URL: keys, AUTH_ISSUER: issuer, HOST: '0.0.0.0' }, 'jwks'],
    [{ AUTH_JWKS_URL: keys, AUTH_ISSUER: issuer, AUTH_DEV: '1' }, 'jwks'],
    [{ AUTH_JWKS_URL: keys }, 'refused'],
    [{ AUTH_JWKS_URL: keys, AUTH_DEV: '1' }, 'refused'],
    [{ AUTH_JWKS_URL: 'https://', AUTH_ISSUER: issuer }, 'refused'],
    [{ AUTH_JWKS_URL: keys, AUTH_ISSUER: 'opora:guest' }, 'refused'],
    [{ AUTH_JWKS_URL: keys, AUTH_ISSUER: 'opora:dev' }, 'refused'],
  ])('%o: %s', (settings, mode) => {
    expect(chooseTokenSource(readEnv(settings)).mode).toBe(mode)
  })

  it('refuses the start in one line that says what to set', async () => {
    const opening = openIssuers({ env: readEnv({ HOST: '0.0.0.0' }), secret: secretKeeper(), log: silent })
    const error: unknown = await opening.catch((caught: unknown) => caught)
    expect(error).toBeInstanceOf(StartRefused)
    expect(error).toHaveProperty(
      'message',
      'HOST 0.0.0.0 is open to the network: set AUTH_JWKS_URL and AUTH_ISSUER, or AUTH_DEV=1 to take the tokens of npm run token',
    )
  })
})
