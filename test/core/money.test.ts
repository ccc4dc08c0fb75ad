import currencies from 'currency-codes'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { checkCurrency, toDecimal, toMinorUnits } from '../../src/core/money.ts'
import { InvalidInput } from '../../src/core/problems.ts'

const largest = 10n ** 15n
const digits = { RUB: 2, JPY: 0, KWD: 3 } as const
const currency = fc.constantFrom('RUB', 'JPY', 'KWD')
const amount = fc.bigInt({ min: 0n, max: largest })

/** Which rule refuses an amount; null when it is taken. */
function ruleOf(decimal: string, currencyCode: string): string | null {
  try {
    toMinorUnits(decimal, currencyCode, ['amount'])
    return null
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error
    expect(error.inputPath).toEqual(['amount'])
    return error.rule
  }
}

describe('money', () => {
  it('comes back as it was, in any currency', () => {
    fc.assert(
      fc.property(amount, currency, (minorUnits, code) => {
        expect(toMinorUnits(toDecimal(minorUnits, code), code, [])).toBe(minorUnits)
      }),
    )
    for (const code of currencies.codes().filter((one) => currencies.code(one)?.digits !== undefined)) {
      expect(toMinorUnits(toDecimal(12_345n, code), code, [])).toBe(12_345n)
    }
  })

  it('is shown with all digits of its currency, and no others', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -largest, max: largest }), currency, (minorUnits, code) => {
        const decimal = toDecimal(minorUnits, code)
        const [whole = '', fraction = ''] = decimal.split('.')
        expect(fraction).toHaveLength(digits[code])
        expect(whole).toMatch(/^-?(0|[1-9]\d*)$/)
        expect(BigInt(whole + fraction)).toBe(minorUnits)
        expect(decimal.startsWith('-')).toBe(minorUnits < 0n)
      }),
    )
  })

  it('means the same with fewer or more noughts at the end', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 11n }), currency, (minorUnits, code) => {
        const decimal = toDecimal(minorUnits, code)
        const longer = decimal.includes('.') ? `${decimal}0` : `${decimal}.0`
        const shorter = decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal
        expect(toMinorUnits(longer, code, [])).toBe(minorUnits)
        expect(toMinorUnits(shorter, code, [])).toBe(minorUnits)
      }),
    )
  })

  it('is refused when it is below nought, too large, or finer than its currency', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 1n, max: largest }), currency, (minorUnits, code) => {
        expect(ruleOf(`-${toDecimal(minorUnits, code)}`, code)).toBe('negative')
        expect(ruleOf(toDecimal(largest + minorUnits, code), code)).toBe('range')
      }),
    )
    fc.assert(
      fc.property(
        fc.bigInt({ min: 0n, max: 10n ** 9n }),
        currency,
        fc.integer({ min: 1, max: 9 }),
        (whole, code, last) => {
          const fraction = `${'0'.repeat(digits[code])}${last}`
          expect(ruleOf(`${whole}.${fraction}`, code)).toBe('precision')
        },
      ),
    )
  })

  it('is never made of anything but a plain decimal number', () => {
    const plain = /^-?\d{1,100}(\.\d{1,100})?$/
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!plain.test(text))
        expect(ruleOf(text, 'RUB')).toBe('pattern')
      }),
    )
  })

  it.each([
    ['0', 'RUB', 0n],
    ['-0', 'RUB', 0n],
    ['-0.00', 'RUB', 0n],
    ['007.5', 'RUB', 750n],
    ['199.90', 'RUB', 19_990n],
    ['199.9000', 'RUB', 19_990n],
    ['5', 'JPY', 5n],
    ['5.000', 'JPY', 5n],
    ['1.234', 'KWD', 1_234n],
    ['10000000000000', 'RUB', largest],
    ['1000000000000', 'KWD', largest],
    ['1000000000000000', 'JPY', largest],
    ['999999999999999', 'JPY', 999_999_999_999_999n],
  ])('%s %s is %s', (decimal, code, expected) => {
    expect(toMinorUnits(decimal, code, [])).toBe(expected)
  })

  it.each([
    '',
    '.',
    '1.',
    '.5',
    '+1',
    '1e3',
    '1,5',
    ' 1',
    '1 ',
    '0x1',
    '١',
    'NaN',
    'Infinity',
    '1.2.3',
    '--1',
    '1\n',
  ])('refuses %j as no number', (decimal) => {
    expect(ruleOf(decimal, 'RUB')).toBe('pattern')
  })

  it.each(['', 'RUR', 'rub', 'RU', 'RUBL', 'ZZZ', '643', 'constructor', '€'])(
    'knows no currency %j',
    (code) => {
      expect(() => checkCurrency(code, ['currencyCode'])).toThrow(InvalidInput)
      expect(ruleOf('1', code)).toBe('currency')
    },
  )

  it('knows the currencies of its buyers', () => {
    for (const code of ['RUB', 'BYN', 'KZT', 'AMD', 'KGS', 'UZS']) expect(checkCurrency(code, [])).toBe(code)
  })
})
