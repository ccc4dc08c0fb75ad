import { DateTimeResolver, EmailAddressResolver, JSONResolver, URLResolver } from 'graphql-scalars'
import { builder } from './builder.ts'
import { topLevelError } from './errors.ts'

builder.addScalarType('DateTime', DateTimeResolver)
builder.addScalarType('EmailAddress', EmailAddressResolver)
builder.addScalarType('URL', URLResolver)
builder.addScalarType('JSON', JSONResolver)

/**
 * Whole numbers may be written without quotes; anything with a point must be a string, so that no float comes in. What is
 * a number but no amount of money is let through: it is refused as a Problem of its item, not as an error of the call.
 */
function decimalOf(value: unknown): string {
  if (typeof value === 'string' && /^-?\d{1,100}(\.\d{1,100})?$/.test(value)) return value
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value)
  throw topLevelError('BAD_USER_INPUT', 'A Decimal is a string such as "199.90".')
}

builder.scalarType('Decimal', {
  description: 'An exact decimal number as a string, such as `"199.90"`.',
  serialize: (value) => value,
  parseValue: decimalOf,
})

builder.scalarType('CurrencyCode', {
  description: 'A currency by its ISO 4217 code, such as `RUB`.',
  specifiedByURL: 'https://www.iso.org/iso-4217-currency-codes.html',
  serialize: (value) => value,
  parseValue(value) {
    if (typeof value === 'string') return value
    throw topLevelError('BAD_USER_INPUT', 'A CurrencyCode is a string such as "RUB".')
  },
})
