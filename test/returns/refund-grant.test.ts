import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { done, mutate, outcome } from '../kit/world.ts'
import { paymentItem, recordPayments, uuidOf } from '../orders/shop.ts'
import { grant, grantInput, type Refund, refundFields, rubles } from './money.ts'
import { buy, openScene, returnAt, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

async function refused(input: object) {
  return await unchanged(
    scene.server.desk,
    async () => await mutate(scene.cast.operator, 'refundGrant', input),
  )
}

describe('refundGrant', () => {
  it('grants money for an order, of the payment of which most is left', async () => {
    const { orderId, paymentIds } = await buy(scene, { captured: ['1000.00', '2000.00', '10.00'] })
    const { operator, ownBuyer } = scene.cast
    const first = await grant(operator, { orderId }, '1500.50')
    expect(first).toEqual({
      id: expect.stringMatching(/^rfd_/),
      status: 'GRANTED',
      version: 1,
      attemptCount: 0,
      gatewayReference: null,
      failureCode: null,
      isRetryable: null,
      succeededAt: null,
      amount: rubles('1500.50'),
      payment: { id: paymentIds[1] },
      order: { id: orderId },
      return: null,
      grantedBy: { id: operator.id },
      customer: { id: ownBuyer.id },
      allowedActions: [],
    })
    expect((await grant(operator, { orderId }, '600.00')).payment).toEqual({ id: paymentIds[0] })
    expect((await grant(operator, { orderId, paymentId: paymentIds[2] }, '10.00')).payment).toEqual({
      id: paymentIds[2],
    })
    const { rows } = await scene.server.desk.database.pool.query(
      `select type, customer_id, ticket_id, data from events where type = 'refund.granted' and data ->> 'orderId' = $1
       order by id limit 1`,
      [uuidOf(orderId)],
    )
    expect(rows).toEqual([
      {
        type: 'refund.granted',
        customer_id: uuidOf(ownBuyer.id),
        ticket_id: null,
        data: { refundId: uuidOf(first.id), orderId: uuidOf(orderId), returnId: null },
      },
    ])
  })

  it('never grants more than a payment brought in, over all that was granted of it', async () => {
    const { orderId, paymentIds } = await buy(scene, { captured: ['100.00', '60.00'] })
    await grant(scene.cast.operator, { orderId }, '70.00')
    const exceeded = {
      __typename: 'AmountExceeded',
      code: 'AMOUNT_EXCEEDED',
      path: ['amount'],
      detail: 'Можно вернуть не больше 60.00 RUB.',
      availableAmount: rubles('60.00'),
    }
    expect(await refused(grantInput({ orderId }, '60.01'))).toEqual(exceeded)
    const ofFirst = grantInput({ orderId, paymentId: paymentIds[0] }, '30.01')
    expect(await refused(ofFirst)).toMatchObject({
      __typename: 'AmountExceeded',
      availableAmount: rubles('30.00'),
    })
    await grant(scene.cast.operator, { orderId }, '60.00')
    await grant(scene.cast.operator, { orderId }, '30.00')
    expect(await refused(grantInput({ orderId }, '0.01'))).toMatchObject({ availableAmount: rubles('0.00') })
  })

  it('of fifty grants at once no more than was captured', async () => {
    const { orderId } = await buy(scene, { captured: ['100.00', '100.00'] })
    const results = await Promise.all(
      Array.from(
        { length: 50 },
        async () => await outcome(scene.cast.operator, 'refundGrant', grantInput({ orderId }, '30.00')),
      ),
    )
    expect(results.filter((result) => result === 'RefundGrantPayload')).toHaveLength(6)
    expect(results.filter((result) => result === 'AmountExceeded')).toHaveLength(44)
  })

  it('grants one refund for one key', async () => {
    const { orderId } = await buy(scene)
    const input = grantInput({ orderId }, '10.00')
    const ask = async () =>
      (
        await done<{ refund: Refund }>(
          scene.cast.operator,
          'refundGrant',
          input,
          `refund { ${refundFields} }`,
        )
      ).refund
    const [first, ...others] = await Promise.all([ask(), ask(), ask()])
    expect(others).toEqual([first, first])
    expect(await unchanged(scene.server.desk, ask)).toEqual(first)
    expect(await refused({ ...input, amount: rubles('10.01') })).toMatchObject({
      __typename: 'IdempotencyConflict',
    })
  })

  it.each([
    ['nothing', rubles('0'), 'range'],
    ['nothing at all', rubles('0.00'), 'range'],
    ['less than nothing', rubles('-1.00'), 'negative'],
    ['a part of a kopeck', rubles('0.001'), 'precision'],
    ['more than there is in the world', rubles('99999999999999999999'), 'range'],
    ['a number of a hundred figures', rubles('9'.repeat(100)), 'range'],
    ['more than is counted', rubles('999999999999999'), 'range'],
    ['an unknown currency', { amount: '1.00', currencyCode: 'XYZ' }, 'currency'],
    ['no currency', { amount: '1.00', currencyCode: '' }, 'currency'],
    ['another currency', { amount: '1.00', currencyCode: 'USD' }, 'currencyMismatch'],
  ])('refuses %s', async (_what, amount, rule) => {
    const { orderId } = await buy(scene)
    const result = await refused({ ...grantInput({ orderId }, '1.00'), amount })
    expect(result).toMatchObject({ __typename: 'InvalidInput', rule })
    expect(result['path']).toContain('amount')
  })

  it('refuses what is no number at all', async () => {
    const { orderId } = await buy(scene)
    for (const amount of ['1e3', 'NaN', '', '1,00', 0.5]) {
      const input = { ...grantInput({ orderId }, '1.00'), amount: { amount, currencyCode: 'RUB' } }
      const result = await unchanged(
        scene.server.desk,
        async () => await outcome(scene.cast.operator, 'refundGrant', input),
      )
      expect(['BAD_USER_INPUT', 'GRAPHQL_VALIDATION_FAILED']).toContain(result)
    }
  })

  it('needs an order or a return, not both, and payments that are the order’s', async () => {
    const [one, other] = [await buy(scene), await buy(scene)]
    const { id: returnId } = await returnAt(scene, 'KEPT')
    expect(await refused(grantInput({}, '1.00'))).toMatchObject({
      __typename: 'InvalidInput',
      rule: 'required',
    })
    const both = grantInput({ returnId, orderId: one.orderId }, '1.00')
    expect(await refused(both)).toMatchObject({ __typename: 'InvalidInput', rule: 'required' })
    for (const paymentId of [other.paymentIds[0], 'pay_x', one.orderId]) {
      const input = grantInput({ orderId: one.orderId, paymentId }, '1.00')
      expect(await refused(input)).toMatchObject({ __typename: 'NotFound', path: ['paymentId'] })
    }
    for (const orderId of ['ord_01990000-0000-7000-8000-000000000000', returnId, '']) {
      expect(await refused(grantInput({ orderId }, '1.00'))).toMatchObject({ __typename: 'NotFound' })
    }
  })
})

describe('what the shop says of a payment later', () => {
  it('bounds the next grants', async () => {
    const { orderId, externalId } = await buy(scene, { captured: ['100.00'] })
    await grant(scene.cast.operator, { orderId }, '60.00')
    const later = paymentItem(`${externalId}-0`, externalId, {
      amount: '100.00',
      capturedAmount: '70.00',
      sourceUpdatedAt: '2026-03-02T12:00:00.000Z',
    })
    expect(await recordPayments(scene.partner, later)).toMatchObject([{ __typename: 'PaymentRecordPayload' }])
    expect(await refused(grantInput({ orderId }, '10.01'))).toMatchObject({
      availableAmount: rubles('10.00'),
    })
  })
})
