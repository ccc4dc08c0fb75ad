import { describe, expect, it } from 'vitest'
import { bearer } from '../../src/auth/tokens.ts'

describe('bearer', () => {
  it.each([
    ['Bearer a.b.c', 'a.b.c'],
    ['bearer a.b.c', 'a.b.c'],
    ['  Bearer   a.b.c  ', 'a.b.c'],
    ['', null],
    [' ', null],
    [null, null],
    [undefined, null],
  ])('%j: %j', (header, token) => {
    expect(bearer(header)).toBe(token)
  })

  it.each([
    ['Basic YTpi', 'FORGED'],
    ['a.b.c', 'FORGED'],
    ['Bearera.b.c', 'FORGED'],
    ['Bearer a.b.c d', 'FORGED'],
    ['Bearer', 'MISSING'],
    ['Bearer ', 'MISSING'],
  ])('%j is refused: %s', (header, fault) => {
    expect(() => bearer(header)).toThrowError(expect.objectContaining({ fault }))
  })
})
