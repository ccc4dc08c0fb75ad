import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { mutate, outcome } from '../kit/world.ts'
import { productItem, upsertProducts } from '../orders/shop.ts'
import { grant, grantInput, rubles } from './money.ts'
import { buy, move, openScene, readReturn, request, returnAt, type Scene } from './scene.ts'

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

describe('a grant because of a return', () => {
  it('is bounded by what its goods cost, as many as have come back', async () => {
    const row = await returnAt(scene, 'PARTIALLY_RECEIVED')
    const { operator, warehouse } = { ...scene.cast, warehouse: scene.warehouse }
    expect(row['grantableAmount']).toEqual(rubles('2065.00'))
    expect(await refused(grantInput({ returnId: row.id }, '2065.01'))).toMatchObject({
      __typename: 'AmountExceeded',
      availableAmount: rubles('2065.00'),
    })
    const refund = await grant(operator, { returnId: row.id }, '2000.00')
    expect(refund['return']).toEqual({ id: row.id })
    const [item] = row.items
    await move(warehouse, 'returnGoodsReceive', {
      returnId: row.id,
      items: [{ orderItemId: item?.orderItemId, quantity: 1 }],
    })
    expect(await readReturn(operator, row.id, 'grantableAmount { amount } refunds { nodes { id } }')).toEqual(
      {
        grantableAmount: { amount: '2130.00' },
        refunds: { nodes: [{ id: refund.id }] },
      },
    )
  })

  it('blocks its cancellation', async () => {
    const row = await returnAt(scene, 'KEPT')
    await grant(scene.cast.operator, { returnId: row.id }, '1.00')
    expect(await outcome(scene.cast.ownBuyer, 'returnCancel', { returnId: row.id })).toBe('IllegalTransition')
    const { allowedActions } = (await readReturn<{ allowedActions: unknown }>(
      scene.cast.ownBuyer,
      row.id,
      'allowedActions { action blockedBy }',
    )) ?? { allowedActions: null }
    expect(allowedActions).toContainEqual({ action: 'CANCEL', blockedBy: ['MONEY'] })
  })

  it('waits for the inspection where the policy asks for one', async () => {
    const bought = await buy(scene)
    const [orderItemId] = bought.itemIds
    const filed = await request(scene, bought, { reason: 'notSuitable', documentIds: [] })
    const input = { returnId: filed.id }
    await move(scene.cast.operator, 'returnReview', input)
    await move(scene.cast.operator, 'returnApprove', { ...input, decision: 'RETURN_AND_REFUND' })
    await move(scene.cast.ownBuyer, 'returnGoodsSend', input)
    await move(scene.warehouse, 'returnGoodsReceive', { ...input, items: [{ orderItemId, quantity: 1 }] })
    expect(await refused(grantInput(input, '1.00'))).toMatchObject({
      __typename: 'IllegalTransition',
      from: 'RECEIVED',
      action: 'GRANT_REFUND',
      allowedActions: ['INSPECT_GOODS'],
    })
    await move(scene.warehouse, 'returnGoodsInspect', { ...input, result: 'PASS' })
    await grant(scene.cast.operator, input, '2140.00')
  })
})

describe('an exchange', () => {
  async function exchange(price: string, quantity = 2) {
    const [product] = await upsertProducts(scene.partner, productItem(`for ${price} ${quantity}`, { price }))
    const bought = await buy(scene, { lines: [{ quantity }] })
    const [orderItemId] = bought.itemIds
    const filed = await request(scene, bought, { wish: 'EXCHANGE', items: [{ orderItemId, quantity }] })
    const input = { returnId: filed.id }
    await move(scene.cast.operator, 'returnReview', input)
    const approved = await move(scene.cast.operator, 'returnApprove', {
      ...input,
      decision: 'EXCHANGE',
      replacementProductId: product?.product?.id,
    })
    const arrive = async () => {
      await move(scene.cast.ownBuyer, 'returnGoodsSend', input)
      await move(scene.warehouse, 'returnGoodsReceive', { ...input, items: [{ orderItemId, quantity }] })
    }
    return { approved, input, arrive }
  }

  it('for something cheaper lets the difference be granted, when the goods are back', async () => {
    const { approved, input, arrive } = await exchange('1500.25')
    expect(approved['priceDifference']).toEqual(rubles('-979.50'))
    expect(await refused(grantInput(input, '1.00'))).toMatchObject({ __typename: 'IllegalTransition' })
    await arrive()
    expect(await refused(grantInput(input, '979.51'))).toMatchObject({
      __typename: 'AmountExceeded',
      availableAmount: rubles('979.50'),
    })
    await grant(scene.cast.operator, input, '979.50')
  })

  it('for something dearer shows what is to be paid, and nothing can be granted', async () => {
    const { approved, input, arrive } = await exchange('2000.00')
    expect(approved['priceDifference']).toEqual(rubles('20.00'))
    await arrive()
    expect(await refused(grantInput(input, '0.01'))).toMatchObject({
      __typename: 'IllegalTransition',
      action: 'GRANT_REFUND',
    })
  })

  it('needs a product that can be had, in the order’s currency', async () => {
    const { id: returnId } = await returnAt(scene, 'UNDER_REVIEW')
    const [sold, foreign] = await upsertProducts(
      scene.partner,
      productItem('sold out', { isAvailable: false }),
      productItem('foreign', { currencyCode: 'USD' }),
    )
    const approve = async (more: object) =>
      await unchanged(
        scene.server.desk,
        async () => await mutate(scene.cast.operator, 'returnApprove', { returnId, ...more }),
      )
    const exchange = (replacementProductId: string | undefined) => ({
      decision: 'EXCHANGE',
      replacementProductId,
    })
    const path = ['replacementProductId']
    expect(await approve({ decision: 'EXCHANGE' })).toMatchObject({ rule: 'required', path })
    expect(await approve({ decision: 'REPAIR', replacementProductId: sold?.product?.id })).toMatchObject({
      rule: 'forbidden',
      path,
    })
    expect(await approve(exchange('prd_x'))).toMatchObject({ __typename: 'NotFound', path })
    expect(await approve(exchange(sold?.product?.id))).toMatchObject({ reasons: ['notAvailable'], path })
    expect(await approve(exchange(foreign?.product?.id))).toMatchObject({ rule: 'currencyMismatch', path })
  })
})
