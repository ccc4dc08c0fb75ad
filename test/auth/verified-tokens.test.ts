import { describe, expect, it } from 'vitest'
import { VerifiedTokens } from '../../src/auth/verified-tokens.ts'
import type { Claims } from '../../src/auth/viewer.ts'

const startMs = 1_900_000_000_000
const at = (seconds: number) => new Date(startMs + seconds * 1000)

function claimsUntil(seconds: number): Claims {
  const claims = {
    issuer: 'i',
    subject: 's',
    role: 'customer',
    scopes: [],
    locale: null,
    name: null,
  } as const
  return { ...claims, expiresAt: startMs / 1000 + seconds }
}

describe('the cache of verified tokens', () => {
  it.each([
    ['a minute', 3_600, 0, 60],
    ['until the token ends', 30, 0, 30],
    ['until the token ends and the skew has passed', 30, 5, 35],
    ['a minute, though the skew ends later', 58, 5, 60],
  ])('keeps an entry %s', (_name, expiresInSeconds, skewSeconds, keptSeconds) => {
    const tokens = new VerifiedTokens(skewSeconds)
    const claims = claimsUntil(expiresInSeconds)
    tokens.add('token', claims, at(0))
    expect(tokens.get('token', at(keptSeconds - 0.001))).toBe(claims)
    expect(tokens.get('token', at(keptSeconds))).toBeNull()
    expect(tokens.get('token', at(0))).toBeNull()
  })

  it('holds 10,000 and lets the longest unused go', () => {
    const tokens = new VerifiedTokens(0)
    const claims = claimsUntil(3_600)
    for (let index = 0; index < 10_000; index += 1) tokens.add(`token-${index}`, claims, at(0))
    expect(tokens.get('token-0', at(1))).toBe(claims)
    tokens.add('one-more', claims, at(1))
    expect(tokens.get('token-1', at(1))).toBeNull()
    expect(tokens.get('token-0', at(1))).toBe(claims)
    expect(tokens.get('token-2', at(1))).toBe(claims)
    expect(tokens.get('one-more', at(1))).toBe(claims)
  })
})
