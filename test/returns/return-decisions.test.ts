import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventsOf, unchanged } from '../kit/cast.ts'
import { mutate, outcome, type Person } from '../kit/world.ts'
import { uuidOf } from '../orders/shop.ts'
import { buy, move, openScene, request, returnAt, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

describe('returnReconsider', () => {
  it('needs the goods not to be in another return, and gives a new deadline', async () => {
    const declined = await returnAt(scene, 'DECLINED')
    const { pool } = scene.server.desk.database
    await pool.query(
      `update returns set decision_due_at = now() - interval '1 day', escalated_at = now() where id = $1`,
      [uuidOf(declined.id)],
    )
    const again = await move(scene.cast.ownBuyer, 'returnReconsider', {
      returnId: declined.id,
      comment: 'Не носил',
    })
    expect(again).toMatchObject({ status: 'REQUESTED', comment: 'Коробка помята, товар разбит\n\nНе носил' })
    expect(Date.parse(String(again['decisionDueAt']))).toBeGreaterThan(Date.now())
  })

  it('is refused while another return has the goods', async () => {
    const bought = await buy(scene)
    const first = await request(scene, bought)
    await move(scene.cast.operator, 'returnReview', { returnId: first.id })
    await move(scene.cast.operator, 'returnDecline', { returnId: first.id, code: 'used', text: 'Нет' })
    await request(scene, bought)
    const result = await unchanged(
      scene.server.desk,
      async () => await mutate(scene.cast.ownBuyer, 'returnReconsider', { returnId: first.id }),
    )
    expect(result).toMatchObject({ __typename: 'QuantityExceeded', available: 0 })
  })
})

describe('decisions', () => {
  it('are taken by the policy: its codes, its ways', async () => {
    const { id: returnId } = await returnAt(scene, 'UNDER_REVIEW')
    const ask = async (mutation: string, input: object) =>
      await unchanged(
        scene.server.desk,
        async () => await mutate(scene.cast.operator, mutation, { returnId, ...input }),
      )
    expect(await ask('returnDecline', { code: 'whim', text: 'Нет' })).toMatchObject({
      rule: 'unknown',
      path: ['code'],
    })
    expect(await ask('returnDecline', { code: 'used', text: '' })).toMatchObject({
      rule: 'empty',
      path: ['text'],
    })
    const bought = await buy(scene)
    const filed = await request(scene, bought, { reason: 'notSuitable', documentIds: [] })
    await move(scene.cast.operator, 'returnReview', { returnId: filed.id })
    const result = await mutate(scene.cast.operator, 'returnApprove', {
      returnId: filed.id,
      decision: 'REPAIR',
    })
    expect(result).toMatchObject({
      __typename: 'NotEligible',
      reasons: ['decisionNotAllowed'],
      path: ['decision'],
    })
  })

  it('keep the policy the return was filed under', async () => {
    const { id: returnId } = await returnAt(scene, 'UNDER_REVIEW')
    const { pool } = scene.server.desk.database
    await pool.query(
      `insert into policy_versions (id, kind, version, valid_from, source, data)
       select gen_random_uuid(), kind, 2, now(), 'the shop', jsonb_set(data, '{declineReasons}', '[{"key": "newOnly", "text": {"ru": "Н", "en": "N"}}]')
       from policy_versions where kind = 'RETURNS' and version = 1`,
    )
    try {
      const decline = async (code: string) =>
        await outcome(scene.cast.operator, 'returnDecline', { returnId, code, text: 'Нет' })
      expect(await decline('newOnly')).toBe('InvalidInput')
      expect(await decline('used')).toBe('ReturnDeclinePayload')
    } finally {
      await pool.query(`delete from policy_versions where kind = 'RETURNS' and version = 2`)
    }
  })

  it('that are late are escalated once, for the desk only', async () => {
    const { id: returnId, version } = await returnAt(scene, 'UNDER_REVIEW')
    const { pool } = scene.server.desk.database
    const due = `update due set due_at = now() where kind = 'return.decision' and subject_id = $1`
    expect((await pool.query(due, [uuidOf(returnId)])).rowCount).toBe(1)
    const escalations = async () =>
      (
        await pool.query(
          `select actor_kind, is_internal, data from events where type = 'return.escalated' and data ->> 'returnId' = $1`,
          [uuidOf(returnId)],
        )
      ).rows
    await expect.poll(escalations, { timeout: 10_000 }).toHaveLength(1)
    expect(await escalations()).toEqual([
      { actor_kind: 'SYSTEM', is_internal: true, data: { returnId: uuidOf(returnId) } },
    ])
    const read = async (by: Person) =>
      await by.ask(`{ node(id: "${returnId}") { ... on Return { version escalatedAt } } }`)
    expect(await read(scene.cast.operator)).toEqual({ node: { version, escalatedAt: expect.any(String) } })
    for (const who of [scene.cast.ownBuyer, scene.warehouse]) {
      expect(await read(who)).toEqual({ node: { version, escalatedAt: null } })
    }
    const { rows } = await pool.query('select 1 from due where subject_id = $1', [uuidOf(returnId)])
    expect(rows).toEqual([])
  })
})

describe('goods', () => {
  it('are counted once for one key, and never more than were to come', async () => {
    const row = await returnAt(scene, 'IN_TRANSIT')
    const orderItemId = row.items[0]?.orderItemId
    const input = (quantity: number, more: object = {}) => ({
      returnId: row.id,
      items: [{ orderItemId, quantity }],
      ...more,
    })
    const ask = async (given: object) =>
      await unchanged(
        scene.server.desk,
        async () => await mutate(scene.warehouse, 'returnGoodsReceive', given),
      )
    expect(await ask(input(3))).toMatchObject({ __typename: 'QuantityExceeded', available: 2 })
    expect(await ask(input(0))).toMatchObject({ __typename: 'InvalidInput', rule: 'range' })
    expect(await ask({ returnId: row.id, items: [{ orderItemId: row.id, quantity: 1 }] })).toMatchObject({
      __typename: 'NotFound',
    })
    const once = input(1, { idempotencyKey: 'коробка 1' })
    expect(await move(scene.warehouse, 'returnGoodsReceive', once)).toMatchObject({
      goodsStatus: 'PARTIALLY_RECEIVED',
      items: [{ receivedQuantity: 1 }],
    })
    expect(await ask(once)).toMatchObject({ __typename: 'ReturnGoodsReceivePayload' })
    expect(await move(scene.warehouse, 'returnGoodsReceive', input(1))).toMatchObject({
      goodsStatus: 'RECEIVED',
    })
    const events = await eventsOf(scene.server.desk, row.ticket?.id ?? '')
    expect(events.filter(({ type }) => type === 'return.goodsChanged').map(({ data }) => data)).toEqual([
      { returnId: uuidOf(row.id), from: 'AWAITING', to: 'IN_TRANSIT', inspection: null },
      { returnId: uuidOf(row.id), from: 'IN_TRANSIT', to: 'PARTIALLY_RECEIVED', inspection: null },
      { returnId: uuidOf(row.id), from: 'PARTIALLY_RECEIVED', to: 'RECEIVED', inspection: null },
    ])
  })
})
