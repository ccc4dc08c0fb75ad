import * as fc from 'fast-check'
import { exportSPKI, importJWK, SignJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Issuers, openIssuers, TokenRefused } from '../../src/auth/tokens.ts'
import {
  issuerName,
  jwksEnv,
  makeKey,
  openTestIssuer,
  secondsOf,
  secretKeeper,
  signClaims,
  signText,
  silent,
  type TestIssuer,
  type TestKey,
} from './test-issuer.ts'

const present = new Date('2030-05-01T12:00:00.400Z')
const presentSeconds = secondsOf(present)
const skewSeconds = 7
let clock = present
let key: TestKey
let stranger: TestKey
let testIssuer: TestIssuer
let issuers: Issuers

const good = {
  iss: issuerName,
  aud: 'opora',
  sub: 'user-1',
  role: 'operator',
  exp: presentSeconds + 3_600,
}

function open(source = testIssuer) {
  const env = jwksEnv(source, { AUTH_CLOCK_SKEW_SECONDS: `${skewSeconds}` })
  return openIssuers({ env, secret: secretKeeper(), log: silent, now: () => clock })
}

async function faultOf(token: string): Promise<string> {
  const error: unknown = await issuers.verify(token).catch((caught: unknown) => caught)
  if (!(error instanceof TokenRefused)) throw new Error('not refused', { cause: error })
  return error.fault
}

beforeAll(async () => {
  key = await makeKey('key-1')
  stranger = await makeKey('key-1')
  testIssuer = await openTestIssuer(key)
  issuers = await open()
})
afterAll(async () => await testIssuer.goDown())

describe('a good token', () => {
  it('says who is asking', async () => {
    const claims = {
      ...good,
      role: 'service',
      scope: ' tickets:read  channels:vk ',
      locale: 'ru-RU',
      name: 'Анна',
    }
    const token = await signClaims(key, claims)
    expect(await issuers.verify(token)).toStrictEqual({
      issuer: issuerName,
      subject: 'user-1',
      role: 'service',
      scopes: ['tickets:read', 'channels:vk'],
      locale: 'ru',
      name: 'Анна',
      expiresAt: presentSeconds + 3_600,
    })
    expect(issuers).toMatchObject({ mode: 'jwks', development: null })
  })

  it('may be for several audiences and as long as 8 KB', async () => {
    const short = await signClaims(key, { ...good, aud: ['shop', 'opora'], pad: '' })
    const pad = 'x'.repeat(Math.floor(((8_192 - short.length) * 3) / 4) - 2)
    const token = await signClaims(key, { ...good, aud: ['shop', 'opora'], pad })
    expect(token.length).toBeGreaterThan(8_180)
    expect(token.length).toBeLessThanOrEqual(8_192)
    expect((await issuers.verify(token)).subject).toBe('user-1')
  })

  it.each(['ES256', 'ES384', 'RS256', 'RS384', 'RS512', 'PS256', 'EdDSA'])(
    'may be signed by %s',
    async (algorithm) => {
      const other = await makeKey('other', algorithm)
      const source = await openTestIssuer(other)
      const claims = await (await open(source)).verify(await signClaims(other, good))
      await source.goDown()
      expect(claims.subject).toBe('user-1')
    },
  )
})

describe('a forged token is refused:', () => {
  it.each<[string, () => Promise<string>]>([
    ['signed by a stranger under a known key id', () => signClaims(stranger, good)],
    ['payload changed after signing', async () => withPart(1, JSON.stringify({ ...good, role: 'admin' }))],
    ['header changed after signing', async () => withPart(0, JSON.stringify({ alg: 'ES256' }))],
    ['signature cut off', async () => (await signClaims(key, good)).replace(/[^.]+$/, '')],
    ['alg none', async () => withPart(0, '{"alg":"none"}', '')],
    ['alg None', async () => withPart(0, '{"alg":"None","kid":"key-1"}', '')],
    ['alg none over a good signature', async () => withPart(0, '{"alg":"none","kid":"key-1"}')],
    ['HS256 with the public key as the secret (PEM)', async () => hmac(await publicPem())],
    ['HS256 with the public key as the secret (JWK)', async () => hmac(JSON.stringify(key.publicJwk))],
    ['unknown critical header', async () => withPart(0, '{"alg":"ES256","kid":"key-1","crit":["x"],"x":1}')],
    ['white space in the signature', async () => (await signClaims(key, good)).replace(/.$/, '\n$&')],
    ['padding after the signature', async () => `${await signClaims(key, good)}==`],
    ['not a token', async () => 'undefined'],
    ['five parts', async () => 'a.b.c.d.e'],
  ])('%s', async (_name, make) => {
    expect(await faultOf(await make())).toBe('FORGED')
  })

  it.each(['ES512', 'PS384', 'PS512', 'Ed25519'])('%s, an algorithm not on the list', async (algorithm) => {
    const other = await makeKey('other', algorithm)
    const source = await openTestIssuer(other)
    const refusal = (await open(source)).verify(await signClaims(other, good))
    await expect(refusal).rejects.toMatchObject({ fault: 'FORGED' })
    await source.goDown()
  })

  it.each<[string, Record<string, unknown>]>([
    ['wrong audience', { aud: 'shop' }],
    ['wrong audiences', { aud: ['shop', 'opora2'] }],
    ['no audience', { aud: undefined }],
    ['wrong issuer', { iss: 'https://login.shop.test' }],
    ['issuer not a text', { iss: [issuerName] }],
    ['no issuer', { iss: undefined }],
    ['development issuer', { iss: 'opora:dev' }],
    ['no end', { exp: undefined }],
    ['end not a number', { exp: `${presentSeconds + 60}` }],
    ['end past all dates', { exp: 1e15 }],
    ['not yet valid', { nbf: presentSeconds + skewSeconds + 1 }],
    ['no role', { role: undefined }],
    ['unknown role', { role: 'root' }],
    ['two roles', { role: ['operator'] }],
    ['role of the guests', { role: 'guest' }],
    ['role of the guests in their issuer’s name', { role: 'guest', iss: 'opora:guest' }],
    ['no subject', { sub: undefined }],
    ['empty subject', { sub: '' }],
    ['subject of 256 characters', { sub: 'x'.repeat(256) }],
    ['subject with a line break', { sub: 'user\n1' }],
    ['subject with NUL', { sub: 'user\u0000' }],
    ['subject with half a surrogate pair', { sub: 'user\ud800' }],
    ['subject not a text', { sub: 7 }],
    ['scopes as a list', { scope: ['tickets:read'] }],
  ])('%s', async (_name, claims) => {
    expect(await faultOf(await signClaims(key, { ...good, ...claims }))).toBe('FORGED')
  })

  it('an infinite end', async () => {
    const { exp: _exp, ...rest } = good
    expect(await faultOf(await signText(key, JSON.stringify(rest).replace(/}$/, ',"exp":1e999}')))).toBe(
      'FORGED',
    )
  })

  it('longer than 8 KB, without even looking for its key', async () => {
    const source = await openTestIssuer(key)
    const refusal = (await open(source)).verify(await signClaims(key, { ...good, pad: 'x'.repeat(6_200) }))
    await expect(refusal).rejects.toMatchObject({ fault: 'FORGED' })
    expect(source.fetchCount()).toBe(0)
    await source.goDown()
  })

  it('whatever text it is, with a sentence that gives nothing away', async () => {
    const token = await signClaims(key, good)
    const changed = fc
      .tuple(fc.nat(token.length - 2), fc.string({ maxLength: 3 }))
      .map(([at, text]) => token.slice(0, at) + text + token.slice(at + 1))
      .filter((text) => text !== token)
    const anything = fc.oneof(fc.string({ minLength: 1, unit: 'binary' }), changed)
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        await expect(issuers.verify(text)).rejects.toMatchObject({
          fault: 'FORGED',
          message: 'The token is not valid.',
        })
      }),
      { numRuns: 300 },
    )
  })
})

describe('time', () => {
  it('no token is not a forged token', async () => {
    expect(await faultOf('')).toBe('MISSING')
  })

  it('allows the clock skew, both ways', async () => {
    const early = await signClaims(key, { ...good, nbf: presentSeconds + skewSeconds })
    const late = await signClaims(key, { ...good, exp: presentSeconds - skewSeconds + 1 })
    expect((await issuers.verify(early)).subject).toBe('user-1')
    expect((await issuers.verify(late)).expiresAt).toBe(presentSeconds - skewSeconds + 1)
  })

  it('an expired token is refused as expired, a forged expired one as forged', async () => {
    const claims = { ...good, exp: presentSeconds - skewSeconds }
    expect(await faultOf(await signClaims(key, claims))).toBe('EXPIRED')
    expect(await faultOf(await signClaims(stranger, claims))).toBe('FORGED')
  })

  it('a token verified before expires to the millisecond', async () => {
    const token = await signClaims(key, { ...good, exp: presentSeconds + 20 })
    const end = (presentSeconds + 20 + skewSeconds) * 1000
    try {
      await issuers.verify(token)
      clock = new Date(end - 1)
      expect((await issuers.verify(token)).expiresAt).toBe(presentSeconds + 20)
      clock = new Date(end)
      expect(await faultOf(token)).toBe('EXPIRED')
    } finally {
      clock = present
    }
  })
})

async function withPart(index: 0 | 1, json: string, signature?: string): Promise<string> {
  const parts = (await signClaims(key, good)).split('.')
  parts[index] = Buffer.from(json).toString('base64url')
  return [...parts.slice(0, 2), signature ?? parts[2]].join('.')
}

async function publicPem(): Promise<string> {
  const publicKey = await importJWK(key.publicJwk, 'ES256', { extractable: true })
  if (publicKey instanceof Uint8Array) throw new Error('not a public key')
  return await exportSPKI(publicKey)
}

async function hmac(secret: string): Promise<string> {
  const header = { alg: 'HS256', kid: key.keyId }
  return await new SignJWT(good).setProtectedHeader(header).sign(new TextEncoder().encode(secret))
}
