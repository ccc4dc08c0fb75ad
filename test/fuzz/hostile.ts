import fc from 'fast-check'

/** Values that programs trip over. None of them looks like what the judge takes for a leak. */

const loneSurrogates = ['\uD800', 'a\uDC00b', '\uDFFF\uD800']
const handmade: readonly string[] = [
  '',
  ' ',
  '\0',
  'a\0b',
  ...loneSurrogates,
  '\uFEFF\u200B\u202E',
  'Z\u0351\u036B\u0343\u036A\u0302\u036B\u033D\u034F\u0334',
  '👩‍👩‍👧‍👦'.repeat(20),
  "'; drop table tickets; --",
  "' or '1'='1",
  '%_%\\',
  '$1',
  '${7*7}{{7*7}}<%= 7*7 %>',
  '<script>alert(1)</script>',
  '../../../../etc/passwd',
  '__proto__',
  'constructor',
  'null',
  'undefined',
  'NaN',
  '-0',
  '1e400',
  '99999999999999999999',
  '0x10',
  '1970-01-01T00:00:00Z',
  '+275760-09-13T00:00:00.001Z',
  '9999-12-31T23:59:60Z',
  'tkt_00000000-0000-0000-0000-000000000000',
  'tkt_ffffffff-ffff-ffff-ffff-ffffffffffff',
  'msg_0190a5f0-0000-7000-8000-00000000000',
  'TKT_0190A5F0-0000-7000-8000-000000000000',
  'T-000001',
  'T-99999999999999999999',
  'a@b',
  'x'.repeat(255),
  'ы'.repeat(10_001),
  'x'.repeat(60_000),
  'https://user:pass@example.test:99999/',
  'javascript:alert(1)',
  'http://169.254.169.254/latest/meta-data/',
  '\r\nset-cookie: a=b',
]

/** Texts of every kind fast-check knows, the same for the same seed. */
export function hostileTexts(seed: number): readonly string[] {
  const made = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 40 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
    fc.json({ maxDepth: 2 }),
    fc.emailAddress(),
    fc.webUrl(),
    fc.base64String({ maxLength: 60 }),
    fc.double().map(String),
  )
  return [...handmade, ...fc.sample(made, { seed, numRuns: 200 })]
}

export const hostileNumbers: readonly number[] = [
  0,
  -1,
  1,
  100,
  101,
  2_147_483_647,
  -2_147_483_648,
  2_147_483_648,
  Number.MAX_SAFE_INTEGER,
  1e308,
  -0.5,
  5e-324,
]

/** Values that are of no type the schema has where it takes a text or a number. */
export const strangers: readonly unknown[] = [
  null,
  true,
  7,
  'x',
  [],
  [[]],
  {},
  { a: { b: [null] } },
  [null, 1, 'x'],
]

/** What the schema's own scalars take, and programs may not. */
export const hostileOf: { readonly [scalar: string]: readonly unknown[] } = {
  Int: [0, -1, 101, 2_147_483_647, -2_147_483_648],
  Float: [0, -0.5, 5e-324, 1e308, -1e308],
  Boolean: [true, false],
  DateTime: [
    '0001-01-01T00:00:00.000Z',
    '1969-12-31T23:59:59.999Z',
    '9999-12-31T23:59:59.999Z',
    '2026-02-29T00:00:00Z',
    '2026-06-30T23:59:60Z',
    '2026-01-01T00:00:00+14:00',
  ],
  Decimal: [
    '-0',
    '0.000000000000001',
    '99999999999999999999999999.99',
    '1e400',
    '-1',
    '00012.50',
    '٣',
    '1,5',
  ],
  CurrencyCode: ['JPY', 'KWD', 'XXX', 'rub', 'РУБ'],
  EmailAddress: [
    `${'a'.repeat(64)}@${'b'.repeat(60)}.test`,
    'ы@пример.рф',
    "o'neil+x@example.test",
    'a@b',
    'A@EXAMPLE.TEST',
  ],
  URL: [
    'http://127.0.0.1:1/',
    'http://[::1]/',
    'ftp://example.test/',
    'https://example.test/\0',
    `https://example.test/${'x'.repeat(3_000)}`,
  ],
  JSON: [
    null,
    0,
    '\0',
    ['\uD800'],
    { '\0': 1 },
    { __proto__: { a: 1 } },
    { a: 'x'.repeat(50_000) },
    [[[[[[[[[[]]]]]]]]]],
  ],
}
