import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { wordsOf } from '../../src/core/texts/words.ts'
import { unchanged } from '../kit/cast.ts'
import { mutate, openTicket, outcome, type Person } from '../kit/world.ts'
import { buy, document, move, openScene, request, requestInput, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

async function refused(input: object, by: Person = scene.cast.ownBuyer) {
  return await unchanged(scene.server.desk, async () => await mutate(by, 'returnRequest', input))
}

describe('returnRequest refuses', () => {
  it('what is not there', async () => {
    const [bought, other] = [await buy(scene), await buy(scene)]
    const [orderItemId] = other.itemIds
    const items = [{ orderItemId, quantity: 1 }]
    const cases: [object, string[]][] = [
      [{ orderId: 'ord_01990000-0000-7000-8000-000000000000' }, ['orderId']],
      [{ orderId: orderItemId }, ['orderId']],
      [{ items }, ['items', '0', 'orderItemId']],
      [{ items: [{ orderItemId: 'x', quantity: 1 }] }, ['items', '0', 'orderItemId']],
      [{ ticketId: 'tkt_01990000-0000-7000-8000-000000000000' }, ['ticketId']],
      [{ ticketId: (await openTicket(scene.cast.otherBuyer)).id }, ['ticketId']],
      [{ documentIds: ['att_01990000-0000-7000-8000-000000000000'] }, ['documentIds', '0']],
      [{ documentIds: [await document(scene, scene.cast.otherBuyer)] }, ['documentIds', '0']],
    ]
    for (const [more, path] of cases) {
      const result = await refused(await requestInput(scene, bought, more))
      expect(result).toMatchObject({ __typename: 'NotFound', path })
    }
  })

  it('another customer’s ticket, also from the desk', async () => {
    const { id: ticketId } = await openTicket(scene.cast.otherBuyer)
    const input = await requestInput(scene, await buy(scene), { ticketId })
    expect(await refused(input, scene.cast.supervisor)).toMatchObject({
      __typename: 'NotFound',
      path: ['ticketId'],
    })
  })

  it.each<[string, (itemId: string) => object, string, string[]]>([
    ['no goods', () => ({ items: [] }), 'empty', ['items']],
    [
      'a line twice',
      (id) => ({ items: [1, 1].map((quantity) => ({ orderItemId: id, quantity })) }),
      'duplicate',
      ['items', '1', 'orderItemId'],
    ],
    [
      'quantity 0',
      (id) => ({ items: [{ orderItemId: id, quantity: 0 }] }),
      'range',
      ['items', '0', 'quantity'],
    ],
    [
      'a negative quantity',
      (id) => ({ items: [{ orderItemId: id, quantity: -1 }] }),
      'range',
      ['items', '0', 'quantity'],
    ],
    [
      'an enormous quantity',
      (id) => ({ items: [{ orderItemId: id, quantity: 2_147_483_647 }] }),
      'range',
      ['items', '0', 'quantity'],
    ],
    ['an unknown reason', () => ({ reason: 'bored' }), 'unknown', ['reason']],
    ['an empty reason', () => ({ reason: ' ' }), 'empty', ['reason']],
    ['a comment too long', () => ({ comment: 'а'.repeat(10_001) }), 'tooLong', ['comment']],
    ['NUL in the comment', () => ({ comment: 'а\0б' }), 'nul', ['comment']],
    [
      'too many documents',
      () => ({ documentIds: Array.from({ length: 11 }, () => 'att_x') }),
      'tooMany',
      ['documentIds'],
    ],
  ])('%s', async (_what, more, rule, path) => {
    const bought = await buy(scene)
    const input = await requestInput(scene, bought, more(bought.itemIds[0] ?? ''))
    expect(await refused(input)).toMatchObject({ __typename: 'InvalidInput', rule, path })
  })

  it('a quantity beyond what an Int holds', async () => {
    const bought = await buy(scene)
    const input = await requestInput(scene, bought, {
      items: [{ orderItemId: bought.itemIds[0], quantity: 2_147_483_648 }],
    })
    expect(await outcome(scene.cast.ownBuyer, 'returnRequest', input)).toMatch(
      /BAD_USER_INPUT|GRAPHQL_VALIDATION_FAILED/,
    )
  })

  it('more than is left over all live returns', async () => {
    const bought = await buy(scene, { lines: [{ quantity: 3 }] })
    const [orderItemId] = bought.itemIds
    const input = async (quantity: number) =>
      await requestInput(scene, bought, { items: [{ orderItemId, quantity }] })
    const first = await request(scene, bought, { items: [{ orderItemId, quantity: 2 }] })
    const exceeded = {
      __typename: 'QuantityExceeded',
      code: 'QUANTITY_EXCEEDED',
      available: 1,
      path: ['items', '0', 'quantity'],
      detail: 'Для этого осталось только 1.',
    }
    expect(await refused(await input(2))).toEqual(exceeded)
    await request(scene, bought, { items: [{ orderItemId, quantity: 1 }] })
    expect(await refused(await input(1))).toEqual({
      ...exceeded,
      available: 0,
      detail: 'Для этого осталось только 0.',
    })
    await move(scene.cast.ownBuyer, 'returnCancel', { returnId: first.id })
    await request(scene, bought, { items: [{ orderItemId, quantity: 2 }] })
  })

  it('of thirty at once all but as many as were bought', async () => {
    const bought = await buy(scene, { lines: [{ quantity: 4 }] })
    const inputs = await Promise.all(
      Array.from({ length: 30 }, async () => await requestInput(scene, bought)),
    )
    const results = await Promise.all(
      inputs.map(async (input) => await outcome(scene.cast.ownBuyer, 'returnRequest', input)),
    )
    expect(results.filter((result) => result === 'ReturnRequestPayload')).toHaveLength(4)
    expect(results.filter((result) => result === 'QuantityExceeded')).toHaveLength(26)
  })

  it.each<[string, Parameters<typeof buy>[1], object, string[]]>([
    ['what has not been delivered', { deliveredDaysAgo: null }, {}, ['notDelivered']],
    [
      'what was delivered too long ago',
      { deliveredDaysAgo: 8 },
      { reason: 'notSuitable', documentIds: [] },
      ['windowPassed'],
    ],
    ['a defect after two years', { deliveredDaysAgo: 731 }, {}, ['windowPassed']],
    [
      'electronics without a defect',
      { lines: [{ category: 'Электроника' }] },
      { reason: 'changedMind', documentIds: [] },
      ['notReturnable'],
    ],
    ['a reason of other goods', {}, { reason: 'essentialDefect' }, ['notReturnable']],
    [
      'a wish the policy does not know for it',
      {},
      { reason: 'notSuitable', wish: 'REPAIR', documentIds: [] },
      ['decisionNotAllowed'],
    ],
    ['missing documents', {}, { documentIds: [] }, ['documentMissing:photo']],
  ])('%s', async (_what, purchase, more, reasons) => {
    const input = await requestInput(scene, await buy(scene, purchase), more)
    const result = await refused(input)
    expect(result).toMatchObject({ __typename: 'NotEligible', code: 'NOT_ELIGIBLE', reasons })
    expect(result['detail']).toContain(wordsOf('ru', 'reasons', reasons[0] ?? ''))
  })

  it('a document of another kind, but not one that may follow', async () => {
    const bought = await buy(scene)
    const receipt = await document(scene, scene.cast.ownBuyer, { kind: 'receipt' })
    expect(await refused(await requestInput(scene, bought, { documentIds: [receipt] }))).toMatchObject({
      reasons: ['documentMissing:photo'],
    })
    expect((await request(scene, bought, { reason: 'defective' })).status).toBe('REQUESTED')
  })

  it('documents that cannot be taken', async () => {
    const bought = await buy(scene)
    const { ownBuyer } = scene.cast
    const taken = await document(scene, ownBuyer)
    await request(scene, await buy(scene), { documentIds: [taken] })
    const cases: [string, string][] = [
      [taken, 'taken'],
      [await document(scene, ownBuyer, { uploaded_at: null, status: 'PENDING' }), 'notUploaded'],
      [await document(scene, ownBuyer, { status: 'INFECTED' }), 'infected'],
      [await document(scene, ownBuyer, { status: 'FAILED' }), 'failed'],
    ]
    for (const [documentId, rule] of cases) {
      const input = await requestInput(scene, bought, { documentIds: [documentId] })
      expect(await refused(input)).toMatchObject({
        __typename: 'AttachmentRefused',
        rule,
        path: ['documentIds', '0'],
      })
    }
  })
})
