import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statementsDuring } from '../kit/statements.ts'
import { done, type Person, service } from '../kit/world.ts'
import { openShop, orderItem, productItem, type Shop, upsertOrders, upsertProducts } from '../orders/shop.ts'

let shop: Shop
let importer: Person
beforeAll(async () => {
  shop = await openShop()
  importer = await service(shop.server, 'import:write')
})
afterAll(async () => await shop.server.close())

interface Rated {
  readonly orderId: string
  readonly productId: string
  /** The keys of both inside their source. */
  readonly order: object
  readonly product: object
}
/** An order of Anna's and a product, rated by nobody yet. */
async function something(): Promise<Rated> {
  const key = randomUUID()
  const [product] = await upsertProducts(shop.partner, productItem(key))
  const item = orderItem(key)
  const [order] = await upsertOrders(shop.partner, item)
  if (order?.order === undefined || product?.product === undefined) throw new Error(JSON.stringify(order))
  const external = { source: item['source'], externalId: key }
  return { orderId: order.order.id, productId: product.product.id, order: external, product: external }
}

/** Records ratings, the later the newer; gives their ids, the newest first. */
async function record(...ratings: object[]): Promise<string[]> {
  const given = ratings.map((more, index) => ({
    source: 'reviews.csv',
    externalId: randomUUID(),
    score: 5,
    occurredAt: new Date(Date.UTC(2018, 0, 1 + index)).toISOString(),
    ...more,
  }))
  const selection = 'results { __typename ... on RatingRecordPayload { isNew rating { id } } }'
  const { results } = await done<{ results: { isNew: boolean; rating: { id: string } }[] }>(
    importer,
    'ratingsRecord',
    { ratings: given },
    selection,
  )
  expect(results.map(({ isNew }) => isNew)).toEqual(ratings.map(() => true))
  return results.map(({ rating }) => rating.id).toReversed()
}

const ids = async (by: Person, filter: object): Promise<string[]> => {
  const { ratings } = await by.ask<{ ratings: { nodes: { id: string }[]; totalCount: { value: number } } }>(
    'query ($filter: RatingFilter) { ratings(filter: $filter, first: 100) { nodes { id } totalCount { value } } }',
    { filter },
  )
  expect(ratings.totalCount.value).toBe(ratings.nodes.length)
  return ratings.nodes.map(({ id }) => id)
}

describe('ratings', () => {
  it('are narrowed by score, words, customer, order and product, newest first', async () => {
    const { operator, ownBuyer, otherBuyer } = shop.cast
    const { orderId, productId, order, product } = await something()
    const [third = '', second = '', first = ''] = await record(
      { order, score: 1, text: 'Плохо' },
      { order, score: 5 },
      { product, score: 5, text: 'Хорошо', customerExternalId: 'anna', source: 'shop' },
    )
    expect(await ids(operator, { orderId })).toEqual([second, first])
    expect(await ids(operator, { productId })).toEqual([third])
    expect(await ids(operator, { orderId, scores: [1, 2] })).toEqual([first])
    expect(await ids(operator, { orderId, scores: [2] })).toEqual([])
    expect(await ids(operator, { orderId, hasText: true })).toEqual([first])
    expect(await ids(operator, { orderId, hasText: false })).toEqual([second])
    expect(await ids(operator, { orderId, customerId: ownBuyer.id })).toEqual([second, first])
    expect(await ids(operator, { customerId: otherBuyer.id })).toEqual([])
    for (const nothing of [{ orderId: 'x' }, { productId: orderId }, { customerId: '' }]) {
      expect(await ids(operator, nothing)).toEqual([])
    }
  })

  it('are shown to their buyer, the desk and partners who record or read them', async () => {
    const { cast, partner } = shop
    const { orderId, order } = await something()
    const [id = ''] = await record({ order, text: 'Спасибо' })
    const fields = 'id score text customer { id } order { id } product { id }'
    const ask = async (by: Person) =>
      await by.ask(`query ($id: ID!) { node(id: $id) { ... on Rating { ${fields} } } }`, { id })
    const whole = {
      id,
      score: 5,
      text: 'Спасибо',
      customer: { id: cast.ownBuyer.id },
      order: { id: orderId },
      product: null,
    }
    for (const who of [cast.ownBuyer, cast.operator, cast.supervisor, cast.readingService, partner]) {
      expect(await ask(who)).toEqual({ node: whole })
      expect(await ids(who, { orderId })).toEqual([id])
    }
    // Who may record history does not see customers and orders by it.
    expect(await ask(importer)).toEqual({ node: { ...whole, customer: null, order: null } })
    for (const who of [cast.otherBuyer, cast.guest, cast.serviceWithoutScope, cast.service]) {
      expect(await ask(who)).toEqual({ node: null })
      expect(await ids(who, { orderId })).toEqual([])
    }
    await expect(ids(cast.anonymous, {})).rejects.toThrow('UNAUTHENTICATED')
  })

  it('stand at their order, product and customer, as far as the viewer may see them', async () => {
    const { ownBuyer, otherBuyer, operator } = shop.cast
    const { orderId, productId, order, product } = await something()
    const [second = '', first = ''] = await record({ order, product }, { order, product })
    const lists = `query ($order: ID!, $product: ID!) {
      order(id: $order) { ratings(first: 1) { nodes { id } pageInfo { hasNextPage } } }
      product(id: $product) { ratings(last: 1) { nodes { id product { id } } } } }`
    const read = async (by: Person) => await by.ask(lists, { order: orderId, product: productId })
    const all = {
      order: { ratings: { nodes: [{ id: second }], pageInfo: { hasNextPage: true } } },
      product: { ratings: { nodes: [{ id: first, product: { id: productId } }] } },
    }
    expect(await read(ownBuyer)).toEqual(all)
    expect(await read(operator)).toEqual(all)
    expect(await read(otherBuyer)).toEqual({ order: null, product: { ratings: { nodes: [] } } })
    const own = '{ viewer { customer { ratings(first: 2) { nodes { id } } } } }'
    const { viewer } = await ownBuyer.ask<{ viewer: { customer: { ratings: { nodes: object[] } } } }>(own)
    expect(viewer.customer.ratings.nodes).toHaveLength(2)
    expect(await otherBuyer.ask(own)).toEqual({ viewer: { customer: { ratings: { nodes: [] } } } })
  })

  it('are walked page by page, also those of one moment', async () => {
    const { orderId, order } = await something()
    const occurredAt = '2018-01-02T03:04:05.678Z'
    await record(...Array.from({ length: 5 }, () => ({ order, occurredAt })))
    const all = await ids(shop.cast.operator, { orderId })
    expect(new Set(all).size).toBe(5)
    const walked: string[] = []
    let after: string | null = null
    do {
      const page: {
        ratings: { nodes: { id: string }[]; pageInfo: { endCursor: string; hasNextPage: boolean } }
      } = await shop.cast.operator.ask(
        `query ($orderId: ID!, $after: String) { ratings(filter: { orderId: $orderId }, first: 2, after: $after) {
            nodes { id } pageInfo { endCursor hasNextPage } } }`,
        { orderId, after },
      )
      walked.push(...page.ratings.nodes.map(({ id }) => id))
      after = page.ratings.pageInfo.hasNextPage ? page.ratings.pageInfo.endCursor : null
    } while (after !== null)
    expect(walked).toEqual(all)
  })

  it('cost the same number of statements for one and for fifty', async () => {
    const [few, many] = [await something(), await something()]
    await record({ order: few.order, product: few.product })
    await record(...Array.from({ length: 50 }, () => ({ order: many.order, product: many.product })))
    const fields = 'nodes { id score text customer { id } order { id } product { id name } }'
    const query = `query ($id: ID!) { ratings(filter: { orderId: $id }, first: 100) { ${fields} }
      order(id: $id) { ratings(first: 100) { ${fields} } } }`
    const costs: number[] = []
    for (const { orderId } of [few, many, few]) {
      const ask = async () => await shop.cast.operator.ask(query, { id: orderId })
      costs.push((await statementsDuring(shop.server.desk, ask)).length)
    }
    expect(costs[1]).toBe(costs[2])
    expect(costs[2]).toBeLessThan(10)
  })
})
