import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { outcome } from '../kit/world.ts'
import {
  openShop,
  orderItem,
  paymentItem,
  recordPayments,
  refusal,
  refusedWriters,
  type Shop,
  upsertOrders,
} from '../orders/shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
  await upsertOrders(shop.partner, orderItem('paid'))
})
afterAll(async () => await shop.server.close())

const payment = (externalId: string, more: object = {}) => paymentItem(externalId, 'paid', more)
const record = async (...items: object[]) => await recordPayments(shop.partner, ...items)
const failed = (externalId: string, more: object = {}) => ({
  externalId,
  isSuccessful: false,
  rawReason: 'insufficient_funds',
  occurredAt: `2026-03-01T10:0${externalId}:00.000Z`,
  ...more,
})

describe('paymentsRecord', () => {
  it.each([
    ['empty', { source: '' }, 'source'],
    ['tooLong', { externalId: 'k'.repeat(201) }, 'externalId'],
    ['empty', { orderSource: ' ' }, 'orderSource'],
    ['nul', { orderExternalId: '\0' }, 'orderExternalId'],
    ['tooLong', { rawMethod: 'м'.repeat(201) }, 'rawMethod'],
    ['surrogate', { rawStatus: '\ud83d' }, 'rawStatus'],
    ['negative', { amount: '-1' }, 'amount'],
    ['precision', { amount: '1.001' }, 'amount'],
    ['range', { amount: '99999999999999' }, 'amount'],
    ['range', { amount: '9'.repeat(100) }, 'amount'],
    ['range', { capturedAmount: '9'.repeat(100) }, 'capturedAmount'],
    ['negative', { capturedAmount: '-0.01' }, 'capturedAmount'],
    ['range', { capturedAmount: '2591.51' }, 'capturedAmount'],
    ['currency', { currencyCode: 'ZZZ' }, 'currencyCode'],
    ['range', { instalmentCount: 0 }, 'instalmentCount'],
    ['range', { instalmentCount: 121 }, 'instalmentCount'],
    ['range', { startedAt: '1970-01-01T00:00:00Z' }, 'startedAt'],
    ['range', { sourceUpdatedAt: '2126-01-01T00:00:00Z' }, 'sourceUpdatedAt'],
    ['duplicate', { attempts: [failed('1'), failed('1')] }, 'attempts.1.externalId'],
    ['nul', { attempts: [failed('1', { rawReason: '\0' })] }, 'attempts.0.rawReason'],
    ['range', { attempts: [failed('1', { occurredAt: '1980-01-01T00:00:00Z' })] }, 'attempts.0.occurredAt'],
    [
      'forbidden',
      { attempts: [failed('1', { isSuccessful: true, declineReason: 'TECHNICAL' })] },
      'attempts.0.declineReason',
    ],
    [
      'tooMany',
      { attempts: Array.from({ length: 201 }, (_, index) => ({ ...failed('1'), externalId: `${index}` })) },
      'attempts',
    ],
  ] as [rule: string, more: object, path: string][])('refuses as `%s` case %#', async (rule, more, path) => {
    const call = async () => await record(payment('bad', more))
    expect(await unchanged(shop.server.desk, call)).toEqual([
      refusal(rule, 'payments', '0', ...path.split('.')),
    ])
  })
})

describe('who may record payments', () => {
  it.each(refusedWriters)('not %s: %s', async (who, code) => {
    const input = { payments: [payment('not mine')] }
    const call = async () => await outcome(shop.cast[who], 'paymentsRecord', input)
    expect(await unchanged(shop.server.desk, call)).toBe(code)
  })

  it('not a partner with another scope', async () => {
    const input = { payments: [payment('mine')] }
    expect(await outcome(shop.ordersOnly, 'paymentsRecord', input)).toBe('FORBIDDEN')
    expect(await outcome(shop.paymentsOnly, 'paymentsRecord', input)).toBe('PaymentsRecordPayload')
  })
})
