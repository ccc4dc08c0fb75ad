import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type Issuers, IssuerUnavailable, openIssuers } from '../../src/auth/tokens.ts'
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

/** Only `Date` is set by hand: the key set's ages are real constants of minutes. */

const start = new Date('2030-05-01T12:00:00Z')
let oldKey: TestKey
let newKey: TestKey
let testIssuer: TestIssuer
let issuers: Issuers

beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date'], now: start })
  oldKey = await makeKey('old')
  newKey = await makeKey('new')
  testIssuer = await openTestIssuer(oldKey)
  issuers = await openIssuers({ env: jwksEnv(testIssuer), secret: secretKeeper(), log: silent })
})
afterEach(async () => {
  vi.useRealTimers()
  await testIssuer.goDown().catch(() => undefined)
})

function at(seconds: number): void {
  vi.setSystemTime(start.getTime() + seconds * 1000)
}

function tokenBy(key: TestKey, subject = 'user-1'): Promise<string> {
  const claims = { iss: issuerName, aud: 'opora', sub: subject, role: 'customer' }
  return signClaims(key, { ...claims, exp: secondsOf(start) + 86_400 })
}

async function outcome(token: string): Promise<string> {
  return await issuers.verify(token).then(
    (claims) => claims.subject,
    (error: unknown) => {
      if (error instanceof IssuerUnavailable) return 'UNAVAILABLE'
      return (error as { fault: string }).fault
    },
  )
}

describe('the issuer’s keys', () => {
  it('are read once for any number of tokens', async () => {
    const tokens = await Promise.all(
      Array.from({ length: 20 }, (_, index) => tokenBy(oldKey, `user-${index}`)),
    )
    expect(testIssuer.fetchCount()).toBe(0)
    const subjects = await Promise.all(tokens.map((token) => outcome(token)))
    expect(subjects).toStrictEqual(tokens.map((_, index) => `user-${index}`))
    expect(testIssuer.fetchCount()).toBe(1)
  })

  it('are read again for an unknown key, and a new key counts without a restart', async () => {
    await outcome(await tokenBy(oldKey))
    testIssuer.publish(oldKey, newKey)
    at(5)
    expect(await outcome(await tokenBy(newKey, 'user-2'))).toBe('user-2')
    expect(await outcome(await tokenBy(oldKey, 'user-3'))).toBe('user-3')
    expect(testIssuer.fetchCount()).toBe(2)
  })

  it('are not read again by a flood of unknown keys', async () => {
    await outcome(await tokenBy(oldKey))
    at(4)
    for (let round = 0; round < 10; round += 1) expect(await outcome(await tokenBy(newKey))).toBe('FORGED')
    expect(testIssuer.fetchCount()).toBe(1)
    at(5)
    for (let round = 0; round < 10; round += 1) expect(await outcome(await tokenBy(newKey))).toBe('FORGED')
    expect(testIssuer.fetchCount()).toBe(2)
  })

  it('stop counting once taken out and read again; tokens seen before, a minute later', async () => {
    const seen = await tokenBy(oldKey)
    await outcome(seen)
    testIssuer.publish(newKey)
    at(59)
    expect(await outcome(await tokenBy(newKey, 'user-2'))).toBe('user-2')
    expect(await outcome(await tokenBy(oldKey, 'user-3'))).toBe('FORGED')
    expect(await outcome(seen)).toBe('user-1')
    at(60)
    expect(await outcome(seen)).toBe('FORGED')
  })

  it('stop counting 10 minutes after they were taken out, also when nothing else makes them read', async () => {
    const seen = await tokenBy(oldKey)
    await outcome(seen)
    testIssuer.publish(newKey)
    at(599)
    expect(await outcome(await tokenBy(oldKey, 'user-2'))).toBe('user-2')
    at(600)
    expect(await outcome(await tokenBy(oldKey, 'user-3'))).toBe('FORGED')
    expect(await outcome(seen)).toBe('FORGED')
    expect(testIssuer.fetchCount()).toBe(2)
  })
})

describe('while the issuer is down', () => {
  it('known keys count for 10 minutes, unknown ones are an outage, and all is well when it is back', async () => {
    await outcome(await tokenBy(oldKey))
    testIssuer.publish(oldKey, newKey)
    await testIssuer.goDown()
    at(599)
    expect(await outcome(await tokenBy(oldKey, 'user-2'))).toBe('user-2')
    expect(await outcome(await tokenBy(newKey, 'user-3'))).toBe('UNAVAILABLE')
    at(600)
    expect(await outcome(await tokenBy(oldKey, 'user-4'))).toBe('UNAVAILABLE')
    await testIssuer.comeBack()
    expect(await outcome(await tokenBy(oldKey, 'user-4'))).toBe('user-4')
    expect(await outcome(await tokenBy(newKey, 'user-3'))).toBe('user-3')
  })

  it.each<[string, number, string]>([
    ['an error', 500, '{"keys":[]}'],
    ['a redirect', 302, ''],
    ['no JSON', 200, '<html>maintenance</html>'],
    ['no key set', 200, '{"keys":"none"}'],
  ])('answering with %s, tokens wait and are not called forged', async (_name, status, body) => {
    testIssuer.answer(status, body)
    const token = await tokenBy(oldKey)
    await expect(issuers.verify(token)).rejects.toThrowError('Tokens cannot be checked at the moment.')
    expect(await outcome(token)).toBe('UNAVAILABLE')
    testIssuer.publish(oldKey)
    expect(await outcome(token)).toBe('user-1')
  })

  it('guests are known all the same', async () => {
    await testIssuer.goDown()
    const { token } = await issuers.guests.sign('cus_1', { locale: 'ru' })
    expect(await outcome(token)).toBe('cus_1')
  })
})
