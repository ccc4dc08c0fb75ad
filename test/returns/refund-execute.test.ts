import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { mutate, outcome } from '../kit/world.ts'
import { paymentItem, recordPayments, uuidOf } from '../orders/shop.ts'
import { type Behaviour, type GatewayServer, startGateway } from './gateway-server.ts'
import { askedAgainIn, askNow, execute, grant, type Refund, readRefund } from './money.ts'
import { buy, openScene, type Scene } from './scene.ts'

let scene: Scene
let gateway: GatewayServer
beforeAll(async () => {
  gateway = await startGateway()
  scene = await openScene({
    PAYMENT_GATEWAY_URL: gateway.url,
    PAYMENT_GATEWAY_TOKEN: 'provider-secret',
    PAYMENT_GATEWAY_TIMEOUT_SECONDS: '1',
  })
})
afterAll(async () => {
  await scene.server.close()
  await gateway.close()
})
beforeEach(() => gateway.behave('succeed'))

async function granted(amount = '100.50'): Promise<Refund> {
  const { orderId } = await buy(scene)
  return await grant(scene.cast.operator, { orderId }, amount)
}
const callsOf = (id: string) => gateway.calls.filter(({ key }) => key === id)

async function movesOf(id: string) {
  const { rows } = await scene.server.desk.database.pool.query<{ move: string }>(
    `select actor_kind || ' ' || (data ->> 'from') || ' ' || (data ->> 'to') as move from events
     where type = 'refund.statusChanged' and data ->> 'refundId' = $1 order by id`,
    [uuidOf(id)],
  )
  return rows.map(({ move }) => move)
}

describe('refundExecute', () => {
  it('has the provider give the money back, under the refund’s own key', async () => {
    const refund = await granted()
    const done = await execute(scene.cashier, refund.id)
    expect(done).toMatchObject({
      status: 'SUCCEEDED',
      version: 3,
      attemptCount: 1,
      gatewayReference: `provider-${refund.id}`,
      failureCode: null,
      succeededAt: expect.any(String),
    })
    expect(callsOf(refund.id)).toEqual([
      {
        key: refund.id,
        authorization: 'Bearer provider-secret',
        body: {
          payment: { source: 'bank', externalId: expect.stringMatching(/^bought-\d+-0$/) },
          orderNumber: expect.stringMatching(/^N-bought-\d+$/),
          amount: '100.50',
          currencyCode: 'RUB',
        },
      },
    ])
    expect(await movesOf(refund.id)).toEqual(['SERVICE GRANTED PENDING', 'SYSTEM PENDING SUCCEEDED'])
    expect(await askedAgainIn(scene, refund.id)).toBeNull()
  })

  it('keeps a failure with its code, and tries again under the same key', async () => {
    const refund = await granted()
    gateway.behave('fail')
    expect(await execute(scene.cast.supervisor, refund.id)).toMatchObject({
      status: 'FAILED',
      failureCode: 'card_closed',
      isRetryable: true,
      allowedActions: [{ action: 'EXECUTE', isAllowed: true, blockedBy: [] }],
    })
    expect(await askedAgainIn(scene, refund.id)).toBeNull()
    gateway.behave('succeed')
    expect(await execute(scene.cashier, refund.id)).toMatchObject({
      status: 'SUCCEEDED',
      attemptCount: 2,
      failureCode: null,
      isRetryable: null,
    })
    expect(callsOf(refund.id)).toHaveLength(2)
    expect(await movesOf(refund.id)).toEqual([
      'OPERATOR GRANTED PENDING',
      'SYSTEM PENDING FAILED',
      'SERVICE FAILED PENDING',
      'SYSTEM PENDING SUCCEEDED',
    ])
  })

  it.each<Behaviour>(['breakAfter', 'breakBefore', 'hangAfter', 'hangBefore', 'babbleAfter', 'pend'])(
    'stays PENDING when the provider does %s, is asked again, and the money moves once',
    async (behaviour) => {
      const refund = await granted()
      gateway.behave(behaviour)
      expect(await execute(scene.cashier, refund.id)).toMatchObject({ status: 'PENDING', attemptCount: 1 })
      const first = (await askedAgainIn(scene, refund.id)) ?? 0
      expect(first).toBeGreaterThan(5)
      const arrived = gateway.arrival()
      await askNow(scene)
      expect((await arrived).key).toBe(refund.id)
      await until(async () => ((await askedAgainIn(scene, refund.id)) ?? 0) > 5)
      const second = (await askedAgainIn(scene, refund.id)) ?? 0
      expect(second).toBeGreaterThan(first)
      expect(await readRefund(scene.cashier, refund.id)).toMatchObject({ status: 'PENDING', attemptCount: 2 })
      gateway.behave('succeed')
      await until(async () => {
        // More than once, for a call that took longer than it is waited for.
        await askNow(scene)
        return (await readRefund(scene.cashier, refund.id))?.status === 'SUCCEEDED'
      })
      expect(await askedAgainIn(scene, refund.id)).toBeNull()
      expect(gateway.executed.get(refund.id)).toMatchObject({ amount: '100.50' })
      expect(await movesOf(refund.id)).toEqual(['SERVICE GRANTED PENDING', 'SYSTEM PENDING SUCCEEDED'])
    },
  )

  it('of twenty at once one begins, and money moves once', async () => {
    const refund = await granted()
    const results = await Promise.all(
      Array.from(
        { length: 20 },
        async () => await outcome(scene.cashier, 'refundExecute', { refundId: refund.id }),
      ),
    )
    expect(results.filter((result) => result === 'RefundExecutePayload')).toHaveLength(1)
    expect(results.filter((result) => result === 'IllegalTransition')).toHaveLength(19)
    expect(callsOf(refund.id)).toHaveLength(1)
  })

  it('with a key of its own answers a retry without beginning again', async () => {
    const refund = await granted()
    const input = { refundId: refund.id, idempotencyKey: `execute ${refund.id}` }
    expect(await outcome(scene.cashier, 'refundExecute', input)).toBe('RefundExecutePayload')
    const again = await unchanged(
      scene.server.desk,
      async () => await outcome(scene.cashier, 'refundExecute', input),
    )
    expect(again).toBe('RefundExecutePayload')
    expect(callsOf(refund.id)).toHaveLength(1)
  })

  it('is refused when the shop has said that less was taken after all', async () => {
    const { orderId, externalId } = await buy(scene, { captured: ['100.00'] })
    const [first, second] = [
      await grant(scene.cast.operator, { orderId }, '60.00'),
      await grant(scene.cast.operator, { orderId }, '40.00'),
    ]
    await recordPayments(
      scene.partner,
      paymentItem(`${externalId}-0`, externalId, {
        amount: '100.00',
        capturedAmount: '70.00',
        sourceUpdatedAt: '2026-03-02T12:00:00.000Z',
      }),
    )
    expect(await execute(scene.cashier, first.id)).toMatchObject({ status: 'SUCCEEDED' })
    const result = await unchanged(
      scene.server.desk,
      async () => await mutate(scene.cashier, 'refundExecute', { refundId: second.id }),
    )
    expect(result).toMatchObject({
      __typename: 'AmountExceeded',
      availableAmount: { amount: '10.00', currencyCode: 'RUB' },
    })
  })

  it('with another version is a Conflict; an unknown one is not found', async () => {
    const { id } = await granted()
    const ask = async (input: object) =>
      await unchanged(scene.server.desk, async () => await mutate(scene.cashier, 'refundExecute', input))
    expect(await ask({ refundId: id, expectedVersion: 2 })).toMatchObject({
      __typename: 'Conflict',
      currentVersion: 1,
      current: { id },
    })
    for (const refundId of ['rfd_01990000-0000-7000-8000-000000000000', 'ret_x', '']) {
      expect(await ask({ refundId })).toMatchObject({ __typename: 'NotFound', path: ['refundId'] })
    }
  })
})
