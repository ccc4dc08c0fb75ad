import { describe, expect, it } from 'vitest'
import { DeclineReason, PaymentMethod } from '../../src/core/prisma/enums.ts'
import { adviceFor, normalisedReason, troubleOf } from '../../src/domains/payments/rules.ts'

describe('a provider’s code', () => {
  it.each([
    ['51', 'INSUFFICIENT_FUNDS'],
    [' Insufficient Funds ', 'INSUFFICIENT_FUNDS'],
    ['insufficient-funds', 'INSUFFICIENT_FUNDS'],
    ['3D_SECURE_FAILED', 'AUTHENTICATION_FAILED'],
    ['expired_card', 'CARD_EXPIRED'],
    ['05', 'ISSUER_DECLINED'],
    ['do_not_honor', 'ISSUER_DECLINED'],
    ['59', 'FRAUD_SUSPECTED'],
    ['61', 'LIMIT_EXCEEDED'],
    ['issuer_unavailable', 'TECHNICAL'],
    ['ошибка', 'UNKNOWN'],
    ['constructor', 'UNKNOWN'],
    ['', 'UNKNOWN'],
    [null, 'UNKNOWN'],
  ])('%j means %s', (rawReason, reason) => {
    expect(normalisedReason(rawReason)).toBe(reason)
  })
})

describe('the advice', () => {
  it.each([
    ['INSUFFICIENT_FUNDS', true],
    ['AUTHENTICATION_FAILED', true],
    ['CARD_EXPIRED', false],
    ['ISSUER_DECLINED', false],
    ['FRAUD_SUSPECTED', false],
    ['LIMIT_EXCEEDED', true],
    ['TECHNICAL', true],
    ['UNKNOWN', true],
  ] as const)('on %s: retryable %s', (reason, isRetryable) => {
    expect(adviceFor(reason, 'CARD').isRetryable).toBe(isRetryable)
  })

  it('always offers something else, and never the way that was refused', () => {
    for (const reason of Object.values(DeclineReason)) {
      for (const method of Object.values(PaymentMethod)) {
        const { alternatives } = adviceFor(reason, method)
        const isAnotherCard = method === 'CARD' && ['CARD_EXPIRED', 'ISSUER_DECLINED'].includes(reason)
        expect(alternatives.includes(method), `${reason} ${method}`).toBe(isAnotherCard)
        if (method !== 'CASH_ON_DELIVERY')
          expect(alternatives.length, `${reason} ${method}`).toBeGreaterThan(0)
      }
    }
  })
})

describe('the trouble of a payment', () => {
  const declined = { isSuccessful: false, declineReason: 'TECHNICAL' } as const
  const unexplained = { isSuccessful: false, declineReason: null } as const
  const successful = { isSuccessful: true, declineReason: null } as const
  it.each([
    ['PENDING', undefined, null],
    ['PENDING', declined, 'TECHNICAL'],
    ['PENDING', unexplained, 'UNKNOWN'],
    ['PENDING', successful, null],
    ['FAILED', undefined, 'UNKNOWN'],
    ['FAILED', declined, 'TECHNICAL'],
    ['FAILED', successful, 'UNKNOWN'],
    ['AUTHORIZED', declined, null],
    ['CAPTURED', declined, null],
    ['CANCELLED', declined, null],
    ['UNKNOWN', declined, null],
  ] as const)('%s after %j is %s', (status, last, trouble) => {
    expect(troubleOf(status, last)).toBe(trouble)
  })
})
