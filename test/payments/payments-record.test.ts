import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { countRows } from '../kit/rows.ts'
import { mutate } from '../kit/world.ts'
import {
  costOf,
  eventsDuring,
  openShop,
  orderItem,
  paymentItem,
  recordPayments,
  refusal,
  type Shop,
  stale,
  upsertOrders,
  uuidOf,
} from '../orders/shop.ts'

let shop: Shop
let orderId: string
beforeAll(async () => {
  shop = await openShop()
  const [made] = await upsertOrders(
    shop.partner,
    orderItem('paid'),
    orderItem('other', { customerExternalId: 'boris' }),
  )
  orderId = made?.order?.id ?? ''
})
afterAll(async () => await shop.server.close())

const payment = (externalId: string, more: object = {}) => paymentItem(externalId, 'paid', more)
const record = async (...items: object[]) => await recordPayments(shop.partner, ...items)

const fields = `source externalId method rawMethod status rawStatus amount { amount currencyCode }
  capturedAmount { amount currencyCode } instalmentCount startedAt sourceUpdatedAt declineReason isRetryable alternatives
  order { id } attempts { externalId isSuccessful declineReason rawReason isRetryable alternatives occurredAt }`
interface Payment {
  attempts: { externalId: string; declineReason: string | null }[]
  [field: string]: unknown
}
async function read(externalId: string): Promise<Payment | undefined> {
  const query = `query ($id: ID) { order(id: $id) { payments { ${fields} } } }`
  const { order } = await shop.cast.operator.ask<{ order: { payments: Payment[] } }>(query, { id: orderId })
  return order.payments.find((one) => one['externalId'] === externalId)
}
const failed = (externalId: string, more: object = {}) => ({
  externalId,
  isSuccessful: false,
  rawReason: 'insufficient_funds',
  occurredAt: `2026-03-01T10:0${externalId}:00.000Z`,
  ...more,
})

describe('paymentsRecord', () => {
  it('records a payment with its attempts', async () => {
    const attempts = [failed('2', { declineReason: 'FRAUD_SUSPECTED', rawReason: 'R77' }), failed('1')]
    const item = payment('whole', { status: 'FAILED', capturedAmount: '0', instalmentCount: 3, attempts })
    const [made] = await record(item)
    expect(made).toEqual({
      __typename: 'PaymentRecordPayload',
      isNew: true,
      cursor: expect.any(String),
      payment: { id: expect.stringMatching(/^pay_/) },
    })
    const { currencyCode, orderSource: _source, orderExternalId: _order, amount, ...facts } = item
    expect(await read('whole')).toEqual({
      ...facts,
      amount: { amount, currencyCode },
      capturedAmount: { amount: '0.00', currencyCode },
      order: { id: orderId },
      declineReason: 'FRAUD_SUSPECTED',
      isRetryable: false,
      alternatives: ['CASH_ON_DELIVERY'],
      attempts: [
        {
          ...failed('1'),
          declineReason: 'INSUFFICIENT_FUNDS',
          isRetryable: true,
          alternatives: ['INSTALMENTS', 'CASH_ON_DELIVERY', 'SBP'],
        },
        { ...attempts[0], isRetryable: false, alternatives: ['CASH_ON_DELIVERY'] },
      ],
    })
  })

  it('adds up the attempts, each once; a later one settles the trouble', async () => {
    await record(payment('tries', { status: 'PENDING', capturedAmount: '0', attempts: [failed('1')] }))
    expect(await read('tries')).toMatchObject({ declineReason: 'INSUFFICIENT_FUNDS', isRetryable: true })
    const second = { externalId: '2', isSuccessful: true, occurredAt: '2026-03-01T10:09:00.000Z' }
    await record(payment('tries', { attempts: [second] }))
    await record(payment('tries', { attempts: [failed('1', { rawReason: '54' }), second] }))
    expect(await read('tries')).toMatchObject({
      status: 'CAPTURED',
      declineReason: null,
      isRetryable: false,
      alternatives: [],
      attempts: [
        { externalId: '1', declineReason: 'CARD_EXPIRED', rawReason: '54' },
        { ...second, declineReason: null, rawReason: null, isRetryable: false, alternatives: [] },
      ],
    })
  })

  it('appends one event for each change, and none for what was said before', async () => {
    const customerId = uuidOf(shop.cast.ownBuyer.id)
    let item = payment('told', { status: 'PENDING', capturedAmount: '0' })
    let paymentId = ''
    const say = async (more: object) =>
      await eventsDuring(shop, async () => {
        item = { ...item, ...more }
        const [{ payment: said } = { payment: undefined }] = await record(item)
        paymentId = uuidOf(said?.id)
      })
    const told = (from: string | null, to: string) => ({
      type: 'payment.recorded',
      customerId,
      data: { paymentId, orderId: uuidOf(orderId), from, to },
    })
    expect(await say({})).toEqual([told(null, 'PENDING')])
    expect(await unchanged(shop.server.desk, async () => await say({}))).toEqual([])
    expect(await say({ sourceUpdatedAt: '2026-03-02T00:00:00.000Z' })).toEqual([])
    expect(await say({ attempts: [failed('1')] })).toEqual([told('PENDING', 'PENDING')])
    expect(await say({ attempts: [] })).toEqual([])
    expect(await say({ status: 'CAPTURED', capturedAmount: '100' })).toEqual([told('PENDING', 'CAPTURED')])
  })

  it('never goes backwards, nor to another order', async () => {
    const now = '2026-03-05T00:00:00.000Z'
    await record(payment('clock', { sourceUpdatedAt: now }))
    const refused = async (more: object) =>
      await unchanged(
        shop.server.desk,
        async () => await record(payment('clock', { sourceUpdatedAt: now, ...more })),
      )
    expect(await refused({ attempts: [failed('1')], sourceUpdatedAt: '2026-03-04T00:00:00.000Z' })).toEqual([
      stale(now, 'payments', '0', 'sourceUpdatedAt'),
    ])
    expect(await refused({ orderExternalId: 'other' })).toEqual([
      refusal('taken', 'payments', '0', 'orderExternalId'),
    ])
  })

  it('gives each item its own result, in order', async () => {
    const before = await countRows(shop.server.desk)
    const results = await record(
      payment('o1'),
      payment('o2', { orderExternalId: 'нет' }),
      payment('o3', { orderSource: 'elsewhere' }),
      payment('o4', { currencyCode: 'BYN' }),
      payment('o1', { amount: '1', capturedAmount: '1' }),
      payment('o5', { attempts: [failed('1')] }),
    )
    expect(results).toMatchObject([
      { isNew: true },
      refusal('unknown', 'payments', '1', 'orderExternalId'),
      refusal('unknown', 'payments', '2', 'orderExternalId'),
      refusal('currencyMismatch', 'payments', '3', 'currencyCode'),
      refusal('duplicate', 'payments', '4', 'externalId'),
      { isNew: true },
    ])
    expect(await countRows(shop.server.desk)).toEqual({
      ...before,
      payments: (before['payments'] ?? 0) + 2,
      payment_attempts: (before['payment_attempts'] ?? 0) + 1,
      events: (before['events'] ?? 0) + 2,
    })
  })

  it('takes at most 500 at once, by the same number of statements as 1', async () => {
    const attempts = [failed('1')]
    const payments = Array.from({ length: 501 }, (_, index) => payment(`many ${index}`, { attempts }))
    const call = async () => await mutate(shop.partner, 'paymentsRecord', { payments })
    expect(await unchanged(shop.server.desk, call)).toMatchObject({ rule: 'tooMany', path: ['payments'] })
    const cost = async (...items: object[]) => await costOf(shop, async () => await record(...items))
    expect([await cost(payment('single', { attempts })), await cost(...payments.slice(1))]).toEqual([5, 5])
    const change = { status: 'CANCELLED', attempts: [failed('2')] }
    const changes = payments.slice(1).map((item) => ({ ...item, ...change }))
    expect([await cost(payment('single', change)), await cost(...changes)]).toEqual([8, 8])
  })
})

describe('calls at once', () => {
  it('of the same payments make each one once, whatever their sequence', async () => {
    const attempts = [failed('1'), failed('2')]
    const items = Array.from({ length: 60 }, (_, index) => payment(`rush ${index}`, { attempts }))
    const before = await countRows(shop.server.desk)
    const calls = Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? items : items.toReversed()))
    const results = await Promise.all(calls.map(async (call) => await record(...call)))
    expect(results.flat().filter(({ isNew }) => isNew)).toHaveLength(60)
    expect(await countRows(shop.server.desk)).toEqual({
      ...before,
      payments: (before['payments'] ?? 0) + 60,
      payment_attempts: (before['payment_attempts'] ?? 0) + 120,
      events: (before['events'] ?? 0) + 60,
    })
  })

  it('that change the same payments keep all their attempts', async () => {
    const calls = ['3', '4', '5', '6'].map((key, index) => {
      const items = Array.from({ length: 40 }, (_, place) =>
        payment(`rush ${place}`, { attempts: [failed(key)] }),
      )
      return index % 2 === 0 ? items : items.toReversed()
    })
    const results = await Promise.all(calls.map(async (call) => await record(...call)))
    expect(results.flat().filter(({ __typename }) => __typename !== 'PaymentRecordPayload')).toEqual([])
    for (const place of [0, 39]) {
      const keys = (await read(`rush ${place}`))?.attempts.map(({ externalId }) => externalId)
      expect(keys).toEqual(['1', '2', '3', '4', '5', '6'])
    }
  })
})
