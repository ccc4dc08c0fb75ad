import type { Money as MoneyValue } from '../core/money.ts'
import { toDecimal } from '../core/money.ts'
import { builder } from './builder.ts'

export const Money = builder.objectRef<MoneyValue>('Money').implement({
  description: 'An amount of money, exact.',
  fields: (t) => ({
    amount: t.field({
      description: 'In whole units, with as many digits after the point as ISO 4217 gives the currency.',
      type: 'Decimal',
      resolve: ({ amount, currencyCode }) => toDecimal(amount, currencyCode),
    }),
    currencyCode: t.expose('currencyCode', { description: 'Which currency.', type: 'CurrencyCode' }),
  }),
})

export const MoneyInput = builder.inputType('MoneyInput', {
  description: 'An amount of money, exact.',
  fields: (t) => ({
    amount: t.field({
      type: 'Decimal',
      description: 'In whole units, such as `199.90`; not negative, no finer than the currency.',
    }),
    currencyCode: t.field({ type: 'CurrencyCode', description: 'Which currency.' }),
  }),
})
