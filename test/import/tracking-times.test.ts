import { describe, expect, test } from 'vitest'
import { carrierTime } from '../../src/commands/import/tracking/carrier-time.ts'
import { carrierKey } from '../../src/commands/import/tracking/sample.ts'

describe('the moments of carriers', () => {
  test.each([
    ['2026-03-01T15:29:27+01:00', '2026-03-01T14:29:27.000Z'],
    ['2026-03-01T15:29:27-0530', '2026-03-01T20:59:27.000Z'],
    ['2026-03-01 15:29', '2026-03-01T15:29:00.000Z'],
    ['2026-03-01 15:29:27', '2026-03-01T15:29:27.000Z'],
    ['2026-03-01 15:29:27 +0300', '2026-03-01T12:29:27.000Z'],
    ['2026-03-01T15:29:27.123456Z', '2026-03-01T15:29:27.123Z'],
    [' 2026-03-01\n', '2026-03-01T00:00:00.000Z'],
    ['2024-02-29', '2024-02-29T00:00:00.000Z'],
  ])('%j is %s', (text, moment) => {
    expect(carrierTime(text)).toBe(moment)
  })

  test.each([
    '',
    'yesterday',
    '01.03.2026',
    '2026-02-29',
    '2026-02-31T10:00:00Z',
    '2026-13-01',
    '2026-00-10',
    '2026-03-01T25:00:00Z',
    '2026-03-01T10:61',
    '2026-03-01T10:00:00+99:00',
    '1772366967',
    '2026-03-01T10',
  ])('%j is none', (text) => {
    expect(carrierTime(text)).toBeNull()
  })
})

test.each([
  ['USPS', 'usps'],
  ['Canada Post', 'canada-post'],
  ['postnl_3s', 'postnl-3s'],
  ['«DHL» Express!', 'dhl-express'],
])('the carrier %s is known as %s', (name, key) => {
  expect(carrierKey(name)).toBe(key)
})
