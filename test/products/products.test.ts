import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Person } from '../kit/world.ts'
import { openShop, productItem, type Shop, upsertProducts } from '../orders/shop.ts'

let shop: Shop
const ids: string[] = []
const names = [
  'Кроссовки беговые',
  'КРОССОВКИ для зала',
  'Ёлка 50%',
  'Чашка_белая',
  'C:\\temp',
  'Running shoes',
]
beforeAll(async () => {
  shop = await openShop()
  const items = names.map((name, index) => productItem(String(index), { name }))
  ids.push(...(await upsertProducts(shop.partner, ...items)).map(({ product }) => product?.id ?? ''))
})
afterAll(async () => await shop.server.close())

interface Page {
  nodes: { externalId: string }[]
  totalCount: { value: number }
  pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string }
}
async function find(variables: object, who?: Person): Promise<Page> {
  const query = `query ($search: String, $first: Int, $after: String, $last: Int, $before: String) {
    products(search: $search, first: $first, after: $after, last: $last, before: $before) {
      nodes { externalId } totalCount { value }
      pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`
  return (await (who ?? shop.cast.ownBuyer).ask<{ products: Page }>(query, { ...variables })).products
}
const keysOf = ({ nodes }: Page) => nodes.map(({ externalId }) => externalId).join('')

describe('the list of products', () => {
  it.each([
    [null, '543210'],
    ['', '543210'],
    ['кроссовки', '10'],
    ['россов', '10'],
    ['БЕГ', '0'],
    ['ёлка', '2'],
    ['%', '2'],
    ['_', '3'],
    ['\\', '4'],
    ['SHOES', '5'],
    ['нет такого', ''],
    ['\0', ''],
    ['\ud800', ''],
    ["' or 1 = 1", ''],
  ])('searched by %j has %j', async (search, expected) => {
    expect(keysOf(await find({ search }))).toBe(expected)
  })

  it('takes words of up to 200 characters', async () => {
    expect(keysOf(await find({ search: 'я'.repeat(200) }))).toBe('')
    await expect(find({ search: 'я'.repeat(201) })).rejects.toThrow('BAD_USER_INPUT')
  })

  it('gives each product once, forward and backward', async () => {
    let forward = ''
    for (
      let page = await find({ first: 4 });
      ;
      page = await find({ first: 4, after: page.pageInfo.endCursor })
    ) {
      forward += keysOf(page)
      if (!page.pageInfo.hasNextPage) break
    }
    let backward = ''
    for (
      let page = await find({ last: 4 });
      ;
      page = await find({ last: 4, before: page.pageInfo.startCursor })
    ) {
      backward = keysOf(page) + backward
      if (!page.pageInfo.hasPreviousPage) break
    }
    expect([forward, backward]).toEqual(['543210', '543210'])
    expect((await find({ first: 1, search: 'кроссовки' })).totalCount).toEqual({ value: 2 })
    for (const variables of [{ first: 0 }, { last: 101 }, { first: 1, last: 1 }, { after: 'x' }]) {
      await expect(find(variables)).rejects.toThrow('BAD_USER_INPUT')
    }
  })

  it('is for everybody with a token', async () => {
    const { anonymous: _nobody, teamId: _team, otherTeamId: _other, ...known } = shop.cast
    for (const who of Object.values(known)) expect(keysOf(await find({}, who))).toBe('543210')
  })
})

describe('one product', () => {
  const ask = async (args: string) =>
    (await shop.cast.guest.ask<{ product: { name: string } | null }>(`{ product(${args}) { name } }`)).product

  it('is found by id, by the shop’s key, and as a node', async () => {
    expect(await ask(`id: "${ids[0]}"`)).toEqual({ name: names[0] })
    expect(await ask('source: "shop", externalId: "0"')).toEqual({ name: names[0] })
    const query = 'query ($id: ID!) { node(id: $id) { id ... on Product { name } } }'
    expect(await shop.cast.guest.ask(query, { id: ids[0] })).toEqual({ node: { id: ids[0], name: names[0] } })
  })

  it.each([
    'id: "prd_01990000-0000-7000-8000-000000000000"',
    'id: "нет"',
    'source: "other", externalId: "0"',
    'source: "shop", externalId: "a\\u0000"',
  ])('is null for %s', async (args) => {
    expect(await ask(args)).toBeNull()
  })

  it('is asked for by one of the two', async () => {
    for (const args of ['id: null', 'source: "shop"', 'externalId: "0"', `id: "${ids[0]}", source: "shop"`]) {
      await expect(ask(args)).rejects.toThrow('BAD_USER_INPUT')
    }
  })
})
