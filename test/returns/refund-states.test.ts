import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { mutate, outcome, type Person } from '../kit/world.ts'
import { type GatewayServer, startGateway } from './gateway-server.ts'
import { askLater, execute, grant, type Refund, readRefund } from './money.ts'
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
describe('the machine of the money', () => {
  const statuses = ['GRANTED', 'PENDING', 'SUCCEEDED', 'FAILED'] as const
  const roles = {
    anonymous: 'UNAUTHENTICATED',
    guest: 'FORBIDDEN',
    otherBuyer: 'FORBIDDEN',
    ownBuyer: 'FORBIDDEN',
    operator: 'FORBIDDEN',
    readingService: 'FORBIDDEN',
    warehouse: 'FORBIDDEN',
    supervisor: 'done',
    cashier: 'done',
  } as const
  const personOf = (role: keyof typeof roles): Person =>
    role === 'warehouse' || role === 'cashier' ? scene[role] : scene.cast[role]

  async function refundAt(status: (typeof statuses)[number]): Promise<Refund> {
    const refund = await granted()
    if (status === 'GRANTED') return refund
    gateway.behave(status === 'PENDING' ? 'pend' : status === 'FAILED' ? 'fail' : 'succeed')
    const done = await execute(scene.cashier, refund.id)
    gateway.behave('succeed')
    await askLater(scene, refund.id)
    return done
  }
  const cells = statuses.flatMap((status) =>
    (Object.keys(roles) as (keyof typeof roles)[]).map((role) => ({ status, role })),
  )

  it.each(cells)('EXECUTE at $status by $role', async ({ status, role }) => {
    const refund = await refundAt(status)
    expect(refund.status).toBe(status)
    const ask = async () => await outcome(personOf(role), 'refundExecute', { refundId: refund.id })
    const isPossible = status === 'GRANTED' || status === 'FAILED'
    if (roles[role] !== 'done') expect(await unchanged(scene.server.desk, ask)).toBe(roles[role])
    else if (isPossible) expect(await ask()).toBe('RefundExecutePayload')
    else {
      const result = await unchanged(
        scene.server.desk,
        async () => await mutate(personOf(role), 'refundExecute', { refundId: refund.id }),
      )
      expect(result).toMatchObject({
        __typename: 'IllegalTransition',
        from: status,
        action: 'EXECUTE',
        allowedActions: [],
      })
    }
  })
})

describe('what passed between the desk and the provider', () => {
  it('is for the desk and who executes; the buyer sees the money only', async () => {
    const refund = await granted()
    gateway.behave('fail')
    await execute(scene.cashier, refund.id)
    const inner =
      'status grantedBy { id } attemptCount lastAttemptAt gatewayReference failureCode isRetryable'
    const hidden = {
      status: 'FAILED',
      grantedBy: null,
      attemptCount: null,
      lastAttemptAt: null,
      gatewayReference: null,
      failureCode: null,
      isRetryable: null,
    }
    const { cast, cashier, warehouse } = scene
    expect(await readRefund(cast.ownBuyer, refund.id, inner)).toEqual(hidden)
    expect(await readRefund(cast.readingService, refund.id, inner)).toEqual(hidden)
    expect(await readRefund(warehouse, refund.id, inner)).toEqual(hidden)
    expect(await readRefund(cashier, refund.id, inner)).toMatchObject({
      grantedBy: null,
      failureCode: 'card_closed',
    })
    expect(await readRefund(cast.operator, refund.id, inner)).toMatchObject({
      grantedBy: { id: cast.operator.id },
      gatewayReference: `provider-${refund.id}`,
    })
    for (const who of [cast.otherBuyer, cast.guest, cast.serviceWithoutScope]) {
      expect(await readRefund(who, refund.id, inner)).toBeNull()
    }
  })

  it('says nothing of the token in the log', async () => {
    const refund = await granted()
    gateway.behave('breakBefore')
    await execute(scene.cashier, refund.id)
    expect(gateway.calls.at(-1)?.authorization).toBe('Bearer provider-secret')
    expect(JSON.stringify(scene.server.logs)).not.toContain('provider-secret')
    expect(scene.server.logs.map(({ msg }) => msg)).toContain(
      'the payment provider gave no answer; it will be asked again',
    )
  })
})

describe('a server that knows no provider', () => {
  it('refuses to execute, and says which setting is missing', async () => {
    const other = await openScene()
    try {
      const { orderId } = await buy(other)
      const { id } = await grant(other.cast.operator, { orderId }, '1.00')
      const result = await unchanged(
        other.server.desk,
        async () => await mutate(other.cashier, 'refundExecute', { refundId: id }),
      )
      expect(result).toEqual({
        __typename: 'NotConfigured',
        code: 'NOT_CONFIGURED',
        setting: 'PAYMENT_GATEWAY_URL',
        path: null,
        detail: 'Сервер для этого не настроен: не задано PAYMENT_GATEWAY_URL.',
      })
    } finally {
      await other.server.close()
    }
  })
})
