import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../kit/world.ts'
import { buy, document, openScene, request, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const fields = `isEligible returnableQuantity decisionDays refundDays policyVersion policySource
  reasons { key text isEligible blockedBy deadline windowDays needsInspection decisions
    documents { kind text mayFollow isMissing } }`
interface Reason {
  key: string
  text: string
  isEligible: boolean
  blockedBy: string[]
  deadline: string | null
  documents: { kind: string; isMissing: boolean }[]
}
interface Eligibility {
  isEligible: boolean
  returnableQuantity: number
  reasons: Reason[]
  [field: string]: unknown
}

async function eligibility(orderItemId: string | undefined, by: Person = scene.cast.ownBuyer) {
  const query = `query ($id: ID!) { returnEligibility(orderItemId: $id) { ${fields} } }`
  return (await by.ask<{ returnEligibility: Eligibility | null }>(query, { id: orderItemId }))
    .returnEligibility
}
const blocks = (found: Eligibility | null) =>
  Object.fromEntries((found?.reasons ?? []).map(({ key, blockedBy }) => [key, blockedBy]))
const dayMs = 86_400_000

describe('returnEligibility', () => {
  it('tells reasons, deadlines and documents of goods of no special category', async () => {
    const { itemIds } = await buy(scene, { lines: [{ quantity: 3 }] })
    const found = await eligibility(itemIds[0])
    expect(found).toMatchObject({
      isEligible: true,
      returnableQuantity: 3,
      decisionDays: 10,
      refundDays: 10,
      policyVersion: 1,
      policySource: expect.stringContaining('ст. 26.1'),
    })
    expect(blocks(found)).toEqual({
      notSuitable: [],
      changedMind: [],
      wrongItem: [],
      incomplete: [],
      damaged: [],
      defective: [],
    })
    expect(found?.reasons[0]).toEqual({
      key: 'notSuitable',
      text: 'Не подошёл размер, цвет или фасон',
      isEligible: true,
      blockedBy: [],
      deadline: expect.any(String),
      windowDays: 7,
      needsInspection: true,
      decisions: ['RETURN_AND_REFUND', 'EXCHANGE'],
      documents: [],
    })
    const left = (Date.parse(found?.reasons[0]?.deadline ?? '') - Date.now()) / dayMs
    expect(left).toBeGreaterThan(5.9)
    expect(left).toBeLessThan(6.1)
  })

  it('says which documents are missing before anything is filed', async () => {
    const { itemIds } = await buy(scene)
    const missing = async () =>
      (await eligibility(itemIds[0]))?.reasons
        .find(({ key }) => key === 'defective')
        ?.documents.map(({ kind, isMissing }) => [kind, isMissing])
    expect(await missing()).toEqual([
      ['photo', true],
      ['receipt', true],
    ])
    await document(scene, scene.cast.otherBuyer)
    await document(scene, scene.cast.ownBuyer, { status: 'INFECTED' })
    expect(await missing()).toContainEqual(['photo', true])
    const photo = await document(scene, scene.cast.ownBuyer)
    expect(await missing()).toContainEqual(['photo', false])
    await request(scene, await buy(scene), { documentIds: [photo] })
    expect(await missing()).toContainEqual(['photo', true])
  })

  it('says what stands in the way', async () => {
    const late = await buy(scene, { deliveredDaysAgo: 8 })
    expect(blocks(await eligibility(late.itemIds[0]))).toMatchObject({
      notSuitable: ['windowPassed'],
      damaged: [],
    })
    const coming = await eligibility((await buy(scene, { deliveredDaysAgo: null })).itemIds[0])
    expect(coming).toMatchObject({ isEligible: false })
    expect(coming?.reasons.map(({ blockedBy, deadline }) => [blockedBy, deadline])).toEqual(
      Array.from({ length: 6 }, () => [['notDelivered'], null]),
    )
    const phone = await buy(scene, { lines: [{ category: ' Телефоны ' }], deliveredDaysAgo: 20 })
    expect(blocks(await eligibility(phone.itemIds[0]))).toEqual({
      notSuitable: ['notReturnable', 'windowPassed'],
      changedMind: ['notReturnable', 'windowPassed'],
      wrongItem: ['windowPassed'],
      incomplete: ['windowPassed'],
      damaged: ['windowPassed'],
      defective: ['windowPassed'],
      essentialDefect: [],
      repairable: [],
    })
    const bought = await buy(scene)
    await request(scene, bought)
    const gone = await eligibility(bought.itemIds[0])
    expect(gone).toMatchObject({ isEligible: false, returnableQuantity: 0 })
    expect(blocks(gone)['damaged']).toEqual(['nothingLeft'])
  })

  it('speaks the viewer’s language', async () => {
    const { itemIds } = await buy(scene)
    const token = await scene.server.token('operator', { sub: 'olga', locale: 'en' })
    const query = `query ($id: ID!) { returnEligibility(orderItemId: $id) { reasons { text } } }`
    const { data } = await scene.server.request<{ returnEligibility: { reasons: { text: string }[] } }>(
      query,
      { id: itemIds[0] },
      token,
    )
    expect(data.returnEligibility.reasons[0]).toEqual({ text: 'Size, colour or style does not suit' })
  })

  it('follows a later version of the policy', async () => {
    const { itemIds } = await buy(scene, { deliveredDaysAgo: 3 })
    const { policies } = await scene.cast.operator.ask<{ policies: { nodes: { data: object }[] } }>(
      '{ policies(kind: RETURNS, first: 1) { nodes { data } } }',
    )
    const data = JSON.parse(JSON.stringify(policies.nodes[0]?.data)) as {
      default: { reasons: { windowDays: number }[] }
    }
    for (const reason of data.default.reasons) reason.windowDays = 2
    const token = await scene.server.token('admin', { sub: 'alla' })
    const answer = await scene.server.request<{ policyPublish: { __typename: string } }>(
      'mutation ($input: PolicyPublishInput!) { policyPublish(input: $input) { __typename } }',
      { input: { kind: 'RETURNS', source: 'Правила магазина', data } },
      token,
    )
    expect(answer.data.policyPublish.__typename).toBe('PolicyPublishPayload')
    const found = await eligibility(itemIds[0])
    expect(found).toMatchObject({ isEligible: false, policyVersion: 2, policySource: 'Правила магазина' })
    const wrong = { kind: 'RETURNS', source: 'Правила', data: { ...data, decisionDays: -1 } }
    const refused = await scene.server.request<{ policyPublish: object }>(
      'mutation ($input: PolicyPublishInput!) { policyPublish(input: $input) { __typename ... on InvalidInput { rule path } } }',
      { input: wrong },
      token,
    )
    expect(refused.data.policyPublish).toMatchObject({ rule: 'shape', path: ['data', 'decisionDays'] })
  })

  it('is for the buyer of the line and the desk', async () => {
    const { itemIds, orderId } = await buy(scene)
    const [id] = itemIds
    const { cast } = scene
    for (const who of [cast.ownBuyer, cast.operator, cast.operatorOfAnotherTeam, cast.supervisor]) {
      expect(await eligibility(id, who)).not.toBeNull()
    }
    for (const who of [cast.otherBuyer, cast.guest]) expect(await eligibility(id, who)).toBeNull()
    await expect(eligibility(id, cast.anonymous)).rejects.toThrow('UNAUTHENTICATED')
    for (const who of [cast.readingService, cast.serviceWithoutScope, scene.warehouse, scene.cashier]) {
      await expect(eligibility(id, who)).rejects.toThrow('FORBIDDEN')
    }
    for (const unknown of ['itm_01990000-0000-7000-8000-000000000000', orderId, '']) {
      expect(await eligibility(unknown)).toBeNull()
    }
  })

  it('of a line that was taken out of the order is none', async () => {
    const { itemIds } = await buy(scene)
    await scene.server.desk.database.pool.query('update order_items set is_cancelled = true where id = $1', [
      itemIds[0]?.slice(4),
    ])
    const found = await eligibility(itemIds[0])
    expect(found?.isEligible).toBe(false)
    expect(found?.reasons.every(({ blockedBy }) => blockedBy.includes('lineCancelled'))).toBe(true)
  })
})
