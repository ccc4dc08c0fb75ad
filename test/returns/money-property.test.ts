import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { until } from '../kit/postgres-process.ts'
import { mutate } from '../kit/world.ts'
import { productItem, upsertProducts, uuidOf } from '../orders/shop.ts'
import { type Behaviour, type GatewayServer, startGateway } from './gateway-server.ts'
import { askNow, grantInput, rubles } from './money.ts'
import { type Bought, buy, openScene, requestInput, type Scene } from './scene.ts'

let scene: Scene
let gateway: GatewayServer
/** One cheaper and one dearer than what is bought. */
let replacements: readonly string[]
beforeAll(async () => {
  gateway = await startGateway()
  scene = await openScene({ PAYMENT_GATEWAY_URL: gateway.url, PAYMENT_GATEWAY_TIMEOUT_SECONDS: '0.1' })
  const made = await upsertProducts(
    scene.partner,
    productItem('cheap', { price: '1.01' }),
    productItem('dear', { price: '9000.00' }),
  )
  replacements = made.map(({ product }) => product?.id ?? '')
})
afterAll(async () => {
  await scene.server.close()
  await gateway.close()
})

const behaviours: readonly Behaviour[] = [
  'succeed',
  'fail',
  'pend',
  'breakAfter',
  'breakBefore',
  'hangAfter',
  'hangBefore',
  'babbleAfter',
]
const which = fc.nat({ max: 5 })
const quantity = fc.integer({ min: 1, max: 3 })
const amount = fc.integer({ min: 1, max: 300_000 }).map((kopecks) => (kopecks / 100).toFixed(2))
const step = fc.oneof(
  fc.record({ kind: fc.constant('request' as const), which, quantity }),
  fc.record({
    kind: fc.constant('approve' as const),
    which,
    decision: fc.constantFrom('RETURN_AND_REFUND', 'REFUND_WITHOUT_RETURN', 'EXCHANGE', 'INSPECTION'),
  }),
  fc.record({ kind: fc.constant('decline' as const), which }),
  fc.record({ kind: fc.constant('reconsider' as const), which }),
  fc.record({ kind: fc.constant('cancel' as const), which }),
  fc.record({ kind: fc.constant('return' as const), which, quantity, isGood: fc.boolean() }),
  fc.record({
    kind: fc.constant('grant' as const),
    which,
    amount,
    isForReturn: fc.boolean(),
    isTwice: fc.boolean(),
  }),
  fc.record({ kind: fc.constant('execute' as const), which, behaviour: fc.constantFrom(...behaviours) }),
  fc.record({ kind: fc.constant('retry' as const), which, behaviour: fc.constantFrom(...behaviours) }),
  fc.record({ kind: fc.constant('timers' as const), behaviour: fc.constantFrom(...behaviours) }),
)
type Step = typeof step extends fc.Arbitrary<infer S> ? S : never

interface World {
  readonly bought: Bought
  readonly returns: { id: string; orderItemId: string }[]
  readonly refunds: string[]
  /** The inputs of executions, for retries. */
  readonly executions: object[]
}

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(list.length, 1)]

async function play({ bought, returns, refunds, executions }: World, one: Step): Promise<void> {
  const { cast, warehouse, cashier } = scene
  const row = 'which' in one ? pick(returns, one.which) : undefined
  const onRow = { returnId: row?.id ?? 'ret_none' }
  if (one.kind === 'request') {
    const orderItemId = pick(bought.itemIds, one.which) ?? ''
    const input = await requestInput(scene, bought, { items: [{ orderItemId, quantity: one.quantity }] })
    const filed = await mutate<{ return?: { id: string } }>(
      cast.ownBuyer,
      'returnRequest',
      input,
      'return { id }',
    )
    if (filed.return !== undefined) returns.push({ id: filed.return.id, orderItemId })
  } else if (one.kind === 'approve') {
    const replacementProductId = one.decision === 'EXCHANGE' ? pick(replacements, one.which) : undefined
    await mutate(cast.operator, 'returnReview', onRow)
    await mutate(cast.operator, 'returnApprove', { ...onRow, decision: one.decision, replacementProductId })
  } else if (one.kind === 'decline') {
    await mutate(cast.operator, 'returnDecline', { ...onRow, code: 'used', text: 'Нет' })
  } else if (one.kind === 'reconsider') await mutate(cast.ownBuyer, 'returnReconsider', onRow)
  else if (one.kind === 'cancel') await mutate(cast.ownBuyer, 'returnCancel', onRow)
  else if (one.kind === 'return') {
    const items = [{ orderItemId: row?.orderItemId ?? '', quantity: one.quantity }]
    await mutate(cast.ownBuyer, 'returnGoodsSend', onRow)
    await mutate(warehouse, 'returnGoodsReceive', { ...onRow, items })
    if (one.isGood) await mutate(warehouse, 'returnGoodsInspect', { ...onRow, result: 'PASS' })
  } else if (one.kind === 'grant') {
    const input = grantInput(one.isForReturn ? onRow : { orderId: bought.orderId }, one.amount)
    const calls = one.isTwice ? [input, input] : [input]
    const answers = await Promise.all(
      calls.map(
        async (call) =>
          await mutate<{ refund?: { id: string } }>(cast.operator, 'refundGrant', call, 'refund { id }'),
      ),
    )
    const made = new Set(answers.map(({ refund }) => refund?.id))
    expect(made.size).toBe(1)
    for (const id of made) if (id !== undefined) refunds.push(id)
  } else {
    gateway.behave(one.behaviour)
    if (one.kind === 'timers') {
      await askNow(scene)
      return
    }
    const refundId = pick(refunds, one.which)
    const known = one.kind === 'retry' ? pick(executions, one.which) : undefined
    if (refundId === undefined) return
    const input = known ?? { refundId, idempotencyKey: crypto.randomUUID() }
    executions.push(input)
    await mutate(cashier, 'refundExecute', input)
  }
}

async function rowsOf<Row extends object>(text: string, orderId: string): Promise<Row[]> {
  return (await scene.server.desk.database.pool.query<Row>(text, [uuidOf(orderId)])).rows
}

/** What holds after each step, whatever it was. */
async function assertSound(orderId: string): Promise<void> {
  const overdrawn = await rowsOf(
    `select payments.id from payments join refunds on payment_id = payments.id where payments.order_id = $1
     group by payments.id having sum(refunds.amount) > captured_amount`,
    orderId,
  )
  expect(overdrawn).toEqual([])
  const tooMany = await rowsOf(
    `select order_items.id from order_items join return_items on order_item_id = order_items.id
     join returns on returns.id = return_id and status not in ('DECLINED', 'CANCELLED')
     where order_items.order_id = $1 group by order_items.id having sum(return_items.quantity) > order_items.quantity`,
    orderId,
  )
  expect(tooMany).toEqual([])
  const stuck = await rowsOf(
    `select id from refunds where order_id = $1 and status = 'PENDING'
     and not exists (select from due where kind = 'refund.execute' and subject_id = refunds.id)`,
    orderId,
  )
  expect(stuck).toEqual([])
}

async function assertSettled(world: World): Promise<void> {
  const { orderId } = world.bought
  const refunds = async () =>
    await rowsOf<{ id: string; status: string; amount: string; captured: string; paid: string }>(
      `select 'rfd_' || refunds.id as id, refunds.status, refunds.amount,
         captured_amount as captured, payments.source || ' ' || payments.external_id as paid
       from refunds join payments on payments.id = payment_id where refunds.order_id = $1`,
      orderId,
    )
  gateway.behave('succeed')
  // Whatever was granted and not executed yet.
  for (const refundId of world.refunds) {
    await mutate(scene.cashier, 'refundExecute', { refundId, idempotencyKey: crypto.randomUUID() })
  }
  await until(async () => {
    await askNow(scene)
    return (await refunds()).every(({ status }) => status !== 'PENDING')
  })
  await assertSound(orderId)
  const sums = new Map<string, bigint>()
  for (const { id, status, amount, captured, paid } of await refunds()) {
    const moved = gateway.executed.get(id)
    expect([id, moved !== undefined]).toEqual([id, status === 'SUCCEEDED'])
    if (moved === undefined) continue
    expect(moved['amount']).toBe(rubles((Number(amount) / 100).toFixed(2)).amount)
    const sum = (sums.get(paid) ?? 0n) + BigInt(amount)
    sums.set(paid, sum)
    expect(sum <= BigInt(captured)).toBe(true)
  }
}

it('over any sequence of returns, exchanges, grants, executions, retries and failures the money is right', async () => {
  let moved = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 40, size: 'max' }), async (steps) => {
      const bought = await buy(scene, {
        lines: [
          { quantity: 3, unitPrice: '999.99' },
          { quantity: 1, unitPrice: '0.03', shipping: '0.01' },
        ],
        captured: ['2000.00', '1000.01'],
      })
      const world: World = { bought, returns: [], refunds: [], executions: [] }
      for (const one of steps) {
        await play(world, one)
        await assertSound(bought.orderId)
      }
      await assertSettled(world)
      moved += world.refunds.filter((id) => gateway.executed.has(id)).length
    }),
    { numRuns: 30, endOnFailure: true },
  )
  // Sequences that never move money would prove nothing.
  expect(moved).toBeGreaterThan(10)
  expect(scene.server.logs.filter(({ level }) => level >= 50)).toEqual([])
}, 300_000)
