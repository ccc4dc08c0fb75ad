import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { digestOf, hintOf, isSecret, looksLikeSecret, makeSecret } from '../../src/auth/service-secrets.ts'

/** Made by another implementation of the same rule: CRC-32 of `opora_` and 43 letters, in base 62. */
const known = 'opora_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA1PeFOS'

describe('the secrets of service tokens', () => {
  it('are recognised by their look, and none is like another', () => {
    const secrets = Array.from({ length: 500 }, makeSecret)
    expect(new Set(secrets).size).toBe(secrets.length)
    for (const secret of secrets) {
      expect(secret).toMatch(/^opora_[0-9A-Za-z]{49}$/)
      expect([isSecret(secret), looksLikeSecret(secret)]).toEqual([true, true])
    }
    // Every letter comes in every place: none is left out or preferred by how they are drawn.
    for (let place = 6; place < 49; place += 1) {
      expect(new Set(secrets.map((secret) => secret[place])).size).toBeGreaterThan(50)
    }
  })

  it('have the check that others reckon too', () => {
    expect(isSecret(known)).toBe(true)
  })

  it('are refused with any letter changed, left out or doubled', () => {
    const secret = makeSecret()
    for (let place = 6; place < secret.length; place += 1) {
      const other = secret[place] === 'x' ? 'y' : 'x'
      expect(isSecret(`${secret.slice(0, place)}${other}${secret.slice(place + 1)}`)).toBe(false)
      expect(isSecret(`${secret.slice(0, place)}${secret.slice(place + 1)}`)).toBe(false)
      expect(isSecret(`${secret.slice(0, place)}${secret[place]}${secret.slice(place)}`)).toBe(false)
    }
    for (const wrong of ['', 'opora_', `${secret} `, secret.toUpperCase(), secret.slice(6)])
      expect(isSecret(wrong)).toBe(false)
    expect(looksLikeSecret('eyJhbGciOiJFUzI1NiJ9.e30.AA')).toBe(false)
  })

  it('are kept as their SHA-256 and their last four letters', () => {
    expect(digestOf(known)).toBe(createHash('sha256').update(known).digest('base64'))
    expect(hintOf(known)).toBe(known.slice(-4))
  })
})
