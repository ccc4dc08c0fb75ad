import { describe, expect, it } from 'vitest'
import { readClaims } from '../../src/auth/claims.ts'
import { roles } from '../../src/auth/viewer.ts'

/** What is refused is tested with whole tokens in tokens.test.ts. */

const payload = { iss: 'issuer', sub: 'user-1', role: 'customer', exp: 1_900_000_000 }

describe('claims', () => {
  it.each(roles)('know the role %s', (role) => {
    expect(readClaims({ ...payload, role })?.role).toBe(role)
  })

  it.each([
    ['en', 'en'],
    ['EN_us', 'en'],
    ['ru', 'ru'],
    ['ru-RU', 'ru'],
    ['rup', null],
    ['de', null],
    ['', null],
    [7, null],
    [undefined, null],
  ])('with locale %j speak %j', (locale, expected) => {
    expect(readClaims({ ...payload, locale })?.locale).toBe(expected)
  })

  it.each([
    ['а'.repeat(200), 'а'.repeat(200)],
    ['а'.repeat(201), null],
    ['', null],
    ['a\u0000b', null],
    ['a\ud800', null],
    ['a😀', 'a😀'],
    [['Anna'], null],
    [undefined, null],
  ])('with name %j have the name %j', (name, expected) => {
    expect(readClaims({ ...payload, name })?.name).toBe(expected)
  })

  it.each([
    ['tickets:read', ['tickets:read']],
    ['  tickets:read   channels:vk ', ['tickets:read', 'channels:vk']],
    ['', []],
    [undefined, []],
  ])('with scope %j have the scopes %j', (scope, expected) => {
    expect(readClaims({ ...payload, scope })?.scopes).toStrictEqual(expected)
  })

  it('take a subject of up to 255 characters', () => {
    expect(readClaims({ ...payload, sub: 'я'.repeat(255) })?.subject).toBe('я'.repeat(255))
    expect(readClaims({ ...payload, sub: 'я'.repeat(256) })).toBeNull()
  })
})
