import { exportJWK } from 'jose'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openIssuers } from '../../src/auth/tokens.ts'
import { StartRefused } from '../../src/core/start-refused.ts'
import {
  issuerName,
  jwksEnv,
  makeKey,
  openTestIssuer,
  secondsOf,
  secretKeeper,
  signClaims,
  silent,
  type TestIssuer,
  type TestKey,
} from './test-issuer.ts'

const present = new Date('2030-05-01T12:00:00.400Z')
const presentSeconds = secondsOf(present)
let clock = present
let testIssuer: TestIssuer
let issuerKey: TestKey
let guestKey: TestKey
let guestKeyText: string

beforeAll(async () => {
  issuerKey = await makeKey('key-1')
  testIssuer = await openTestIssuer(issuerKey)
  guestKey = await makeKey('guest')
  guestKeyText = JSON.stringify(await exportJWK(guestKey.privateKey))
})
afterAll(async () => await testIssuer.goDown())

function open(settings: Record<string, string> = {}, secret = secretKeeper()) {
  return openIssuers({ env: jwksEnv(testIssuer, settings), secret, log: silent, now: () => clock })
}

describe('a guest’s token', () => {
  it('says which guest, for as long as set', async () => {
    const issuers = await open({
      GUEST_TOKEN_SECONDS: '600',
      AUTH_CLOCK_SKEW_SECONDS: '0',
      AUTH_AUDIENCE: 'desk',
    })
    const { token, expiresAt } = await issuers.guests.sign('cus_1', { locale: 'ru', name: 'Гость' })
    expect(expiresAt).toStrictEqual(new Date('2030-05-01T12:10:00Z'))
    const claims = {
      issuer: 'opora:guest',
      subject: 'cus_1',
      role: 'guest',
      scopes: [],
      locale: 'ru',
      name: 'Гость',
      expiresAt: presentSeconds + 600,
    }
    expect(await issuers.verify(token)).toStrictEqual(claims)
    try {
      clock = new Date(expiresAt.getTime() - 1)
      expect(await issuers.verify(token)).toStrictEqual(claims)
      clock = expiresAt
      await expect(issuers.verify(token)).rejects.toMatchObject({ fault: 'EXPIRED' })
    } finally {
      clock = present
    }
  })

  it('needs no name', async () => {
    const issuers = await open()
    const { token } = await issuers.guests.sign('cus_1', { locale: 'en' })
    expect(await issuers.verify(token)).toMatchObject({ locale: 'en', name: null })
  })

  it('is taken by all nodes that share the secret, and by no others', async () => {
    const secret = secretKeeper()
    const [first, second, elsewhere] = await Promise.all([open({}, secret), open({}, secret), open()])
    const { token } = await first.guests.sign('cus_1', { locale: 'ru' })
    expect((await second.verify(token)).subject).toBe('cus_1')
    await expect(elsewhere.verify(token)).rejects.toMatchObject({ fault: 'FORGED' })
  })

  it('is signed by GUEST_KEY when set, and no secret is made then', async () => {
    const noSecret = async () => {
      throw new Error('asked for a secret')
    }
    const first = await open({ GUEST_KEY: guestKeyText }, noSecret)
    const second = await open({ GUEST_KEY: guestKeyText }, noSecret)
    const { token } = await first.guests.sign('cus_1', { locale: 'ru' })
    expect((await second.verify(token)).subject).toBe('cus_1')
  })

  it.each<[string, Record<string, unknown>, 'guest' | 'issuer', boolean]>([
    ['a guest', {}, 'guest', true],
    ['a customer', { role: 'customer' }, 'guest', false],
    ['an admin', { role: 'admin' }, 'guest', false],
    ['a guest of the configured issuer', { iss: issuerName }, 'guest', false],
    ['a guest of another audience', { aud: 'shop' }, 'guest', false],
    ['a guest by the configured issuer’s key', {}, 'issuer', false],
  ])('for %s %o by the %s key is taken: %s', async (_name, claims, signer, isTaken) => {
    const issuers = await open({ GUEST_KEY: guestKeyText })
    const good = { iss: 'opora:guest', aud: 'opora', sub: 'cus_1', role: 'guest', exp: presentSeconds + 60 }
    const token = await signClaims(signer === 'guest' ? guestKey : issuerKey, { ...good, ...claims })
    const fault = await issuers.verify(token).then(
      () => null,
      (error: { fault: string }) => error.fault,
    )
    expect(fault).toBe(isTaken ? null : 'FORGED')
  })
})

describe('a guest key that cannot be used refuses the start in one line without the key:', () => {
  it.each<[string, () => Promise<string>]>([
    ['no JSON', async () => 'secret-text'],
    ['JSON null', async () => 'null'],
    ['a public key', async () => JSON.stringify(guestKey.publicJwk)],
    ['another curve', async () => JSON.stringify(await exportJWK((await makeKey('x', 'ES384')).privateKey))],
    ['a symmetric key', async () => JSON.stringify({ kty: 'oct', k: 'c2VjcmV0LXRleHQ' })],
    [
      'halves of two keys',
      async () => JSON.stringify({ ...JSON.parse(guestKeyText), x: issuerKey.publicJwk.x }),
    ],
  ])('%s', async (_name, make) => {
    const text = await make()
    const refused = new StartRefused('GUEST_KEY is not a private P-256 key as a JWK in JSON')
    await expect(open({ GUEST_KEY: text })).rejects.toThrowError(refused)
    await expect(open({}, async () => text)).rejects.toThrowError(
      new StartRefused('the secret guest-key in the database is not a private P-256 key as a JWK in JSON'),
    )
  })
})
