import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statementsDuring } from '../kit/statements.ts'
import { type Person, readTicket } from '../kit/world.ts'
import { grant } from './money.ts'
import { buy, document, openScene, type Return, readReturn, request, returnAt, type Scene } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const all = `id number status version customer { id } order { id } ticket { id } items { orderItemId orderItem { name } }
  documents { id } refunds { nodes { id } } reasonText`

describe('return', () => {
  it('is found by id, by number and as a node, by those who may see it', async () => {
    const row = await returnAt(scene, 'KEPT')
    const ask = async (by: Person) =>
      await by.ask<Record<string, { id: string } | null>>(
        `query ($id: ID!, $number: String!) {
          byId: return(id: $id) { id } byNumber: return(number: $number) { id } node(id: $id) { id } }`,
        { id: row.id, number: row.number.toLowerCase().replace('-', '') },
      )
    const { cast, warehouse, cashier } = scene
    const seen = { byId: { id: row.id }, byNumber: { id: row.id }, node: { id: row.id } }
    const hidden = { byId: null, byNumber: null, node: null }
    for (const who of [
      cast.ownBuyer,
      cast.operator,
      cast.operatorOfAnotherTeam,
      cast.supervisor,
      cast.readingService,
      warehouse,
    ]) {
      expect(await ask(who)).toEqual(seen)
    }
    for (const who of [cast.otherBuyer, cast.guest, cast.serviceWithoutScope, cast.service, cashier]) {
      expect(await ask(who)).toEqual(hidden)
    }
    await expect(ask(cast.anonymous)).rejects.toThrow('UNAUTHENTICATED')
  })

  it('takes either id or number, and finds nothing by words of another shape', async () => {
    await expect(scene.cast.operator.ask('{ return { id } }')).rejects.toThrow('BAD_USER_INPUT')
    await expect(scene.cast.operator.ask('{ return(id: "x", number: "R-1") { id } }')).rejects.toThrow(
      'BAD_USER_INPUT',
    )
    for (const call of [
      'id: ""',
      'id: "tkt_1"',
      'number: ""',
      'number: "T-000001"',
      'number: "R-999999999"',
    ]) {
      expect(await scene.cast.operator.ask(`{ return(${call}) { id } }`)).toEqual({ return: null })
    }
  })

  it('shows what belongs to it to each as far as they may see that', async () => {
    const row = await returnAt(scene, 'KEPT')
    const refund = await grant(scene.cast.operator, { returnId: row.id }, '1.00')
    const whole = await readReturn(scene.cast.ownBuyer, row.id, all)
    expect(whole).toMatchObject({
      customer: { id: scene.cast.ownBuyer.id },
      ticket: { id: row.ticket?.id },
      refunds: { nodes: [{ id: refund.id }] },
      reasonText: 'Повреждён при доставке',
      items: [{ orderItem: { name: 'Строка 1' } }],
    })
    expect(whole?.['documents']).toHaveLength(1)
    expect(await readReturn(scene.cast.operator, row.id, all)).toEqual(whole)
    expect(await readReturn(scene.warehouse, row.id, all)).toEqual({
      ...whole,
      customer: null,
      order: null,
      ticket: null,
      documents: [],
      items: [{ orderItemId: row.items[0]?.orderItemId, orderItem: null }],
    })
  })
})

describe('lists of returns', () => {
  const ids = async (by: Person, filter: object) => {
    const { returns } = await by.ask<{ returns: { nodes: { id: string }[]; totalCount: { value: number } } }>(
      'query ($filter: ReturnFilter) { returns(filter: $filter, first: 100) { nodes { id } totalCount { value } } }',
      { filter },
    )
    expect(returns.totalCount.value).toBe(returns.nodes.length)
    return returns.nodes.map(({ id }) => id)
  }

  it('are narrowed by state, customer and order, newest first', async () => {
    const bought = await buy(scene, { lines: [{ quantity: 2 }] })
    const [first, second] = [await request(scene, bought), await request(scene, bought)]
    const { cast } = scene
    expect(await ids(cast.ownBuyer, { orderId: bought.orderId })).toEqual([second.id, first.id])
    expect(await ids(cast.operator, { orderId: bought.orderId, statuses: ['REQUESTED'] })).toEqual([
      second.id,
      first.id,
    ])
    expect(await ids(cast.operator, { orderId: bought.orderId, statuses: ['DECLINED'] })).toEqual([])
    expect(await ids(cast.operator, { customerId: cast.otherBuyer.id })).toEqual([])
    expect(await ids(cast.operator, { customerId: cast.ownBuyer.id })).toContain(first.id)
    expect(await ids(cast.operator, { customerId: 'nobody' })).toEqual([])
    for (const who of [cast.otherBuyer, cast.guest, cast.serviceWithoutScope, scene.cashier]) {
      expect(await ids(who, {})).toEqual([])
    }
    const nested = await cast.ownBuyer.ask(
      `query ($id: ID!) { order(id: $id) { returns { nodes { id } } refunds { nodes { id } }
        customer { returns(first: 1) { nodes { id } } } } }`,
      { id: bought.orderId },
    )
    expect(nested).toEqual({
      order: {
        returns: { nodes: [{ id: second.id }, { id: first.id }] },
        refunds: { nodes: [] },
        customer: { returns: { nodes: [{ id: second.id }] } },
      },
    })
    const fields = 'returns { nodes { id } }'
    expect(await readTicket(cast.operator, first.ticket?.id ?? '', fields)).toEqual({
      returns: { nodes: [{ id: first.id }] },
    })
  })

  it('cost the same number of statements for one and for fifty', async () => {
    const one = await buy(scene)
    const many = await buy(scene, { lines: [{ quantity: 50 }], captured: ['90000.00'] })
    const returns: Return[] = [await request(scene, one)]
    for (let index = 0; index < 50; index += 1) {
      const documentIds = [await document(scene, scene.cast.ownBuyer)]
      returns.push(await request(scene, many, { documentIds }))
    }
    for (let index = 0; index < 50; index += 1)
      await grant(scene.cast.operator, { orderId: many.orderId }, '1.00')
    await grant(scene.cast.operator, { orderId: one.orderId }, '1.00')
    const query = `query ($id: ID!) { returns(filter: { orderId: $id }, first: 100) { nodes { ${all}
      goodsValue { amount } grantableAmount { amount } allowedActions { action } } }
      order(id: $id) { refunds(first: 100) { nodes { id amount { amount } grantedBy { name } payment { id } return { id }
        customer { id } allowedActions { action } } } returns(first: 100) { nodes { id } } } }`
    const costs: number[] = []
    for (const { orderId } of [one, many, one]) {
      const statements = await statementsDuring(
        scene.server.desk,
        async () => await scene.cast.operator.ask(query, { id: orderId }),
      )
      costs.push(statements.length)
    }
    expect(costs[1]).toBe(costs[2])
    expect(costs[2]).toBeLessThan(40)
  })
})
