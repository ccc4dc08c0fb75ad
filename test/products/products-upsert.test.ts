import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { countRows } from '../kit/rows.ts'
import { mutate, outcome } from '../kit/world.ts'
import {
  costOf,
  eventsDuring,
  openShop,
  productItem,
  refusal,
  refusedWriters,
  type Shop,
  stale,
  upsertProducts,
  uuidOf,
} from '../orders/shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
})
afterAll(async () => await shop.server.close())

const upsert = async (...items: object[]) => await upsertProducts(shop.partner, ...items)
const fields = `id source externalId name category description url imageUrl price { amount currencyCode } isAvailable
  stock promotions { name price { amount currencyCode } startsAt endsAt } sourceUpdatedAt`
async function read(externalId: string) {
  const query = `query ($key: String) { product(source: "shop", externalId: $key) { ${fields} } }`
  return (await shop.cast.operator.ask<{ product: Record<string, unknown> }>(query, { key: externalId }))
    .product
}

describe('productsUpsert', () => {
  it('makes a product, then changes it', async () => {
    const whole = productItem('whole')
    const [made] = await upsert(whole)
    const id = made?.product?.id
    expect(made).toEqual({
      __typename: 'ProductUpsertPayload',
      isNew: true,
      cursor: expect.any(String),
      product: { id: expect.stringMatching(/^prd_/) },
    })
    const { currencyCode, ...rest } = whole
    expect(await read('whole')).toEqual({ ...rest, id, price: { amount: '1990.00', currencyCode } })
    const later = '2026-03-02T00:00:00.000Z'
    const bare = { source: ' shop', externalId: 'whole ', name: 'Другое', sourceUpdatedAt: later }
    expect(await upsert(bare)).toMatchObject([{ isNew: false, product: { id } }])
    expect(await read('whole')).toEqual({
      ...whole,
      currencyCode: undefined,
      id,
      name: 'Другое',
      category: null,
      description: null,
      url: null,
      imageUrl: null,
      price: null,
      stock: null,
      sourceUpdatedAt: later,
    })
  })

  it('appends one event for each change, and none for what was said before', async () => {
    const item = productItem('told', { promotions: [{ name: 'Скидка', price: '990.00' }] })
    const [made] = await upsert(item)
    const told = {
      type: 'product.upserted',
      customerId: null,
      data: { productId: uuidOf(made?.product?.id) },
    }
    const again = await unchanged(shop.server.desk, async () => await upsert(item))
    expect(again).toMatchObject([{ isNew: false, product: made?.product }])
    const newer = { ...item, sourceUpdatedAt: '2026-03-03T00:00:00.000Z' }
    expect(await eventsDuring(shop, async () => await upsert(newer))).toEqual([])
    expect(await read('told')).toMatchObject({ sourceUpdatedAt: newer.sourceUpdatedAt })
    expect(await eventsDuring(shop, async () => await upsert({ ...newer, stock: 6 }))).toEqual([told])
    const other = { ...newer, stock: 6, promotions: [{ name: 'Скидка', price: '980.00' }] }
    expect(await eventsDuring(shop, async () => await upsert(other))).toEqual([told])
    expect(await eventsDuring(shop, async () => await upsert({ ...other, promotions: [] }))).toEqual([told])
    expect(await read('told')).toMatchObject({ promotions: [], stock: 6 })
  })

  it('keeps the whole list of promotions and shows those that run now', async () => {
    const promotions = [
      { name: 'Всегда' },
      { name: 'Прошла', endsAt: '2020-01-02T00:00:00.000Z' },
      { name: 'Будет', startsAt: '2030-01-01T00:00:00.000Z' },
      {
        name: 'Идёт',
        price: '0.01',
        startsAt: '2020-01-01T00:00:00.000Z',
        endsAt: '2031-01-01T00:00:00.000Z',
      },
    ]
    await upsert(productItem('sale', { promotions }))
    expect(await read('sale')).toMatchObject({
      promotions: [
        { name: 'Всегда', price: null, startsAt: null, endsAt: null },
        { ...promotions[3], price: { amount: '0.01', currencyCode: 'RUB' } },
      ],
    })
    await upsert(productItem('sale', { promotions: [{ name: 'Одна' }] }))
    expect((await read('sale'))['promotions']).toMatchObject([{ name: 'Одна' }])
  })

  it('never goes backwards', async () => {
    const now = '2026-03-05T00:00:00.000Z'
    await upsert(productItem('clock', { sourceUpdatedAt: now }))
    const older = productItem('clock', { name: 'Старое', sourceUpdatedAt: '2026-03-04T23:59:59.999Z' })
    expect(await unchanged(shop.server.desk, async () => await upsert(older))).toEqual([
      stale(now, 'products', '0', 'sourceUpdatedAt'),
    ])
    await upsert(productItem('clock', { name: 'Тогда же', sourceUpdatedAt: now }))
    expect(await read('clock')).toMatchObject({ name: 'Тогда же' })
  })

  it('gives each item its own result, in order', async () => {
    const before = await countRows(shop.server.desk)
    const results = await upsert(
      productItem('o1'),
      productItem('o2', { price: '-1' }),
      productItem('o3', { name: 'а\0' }),
      productItem('o1', { name: 'Ещё раз' }),
      productItem('clock', { sourceUpdatedAt: '2020-01-01T00:00:00.000Z' }),
      productItem('o1', { source: 'other' }),
    )
    expect(results).toMatchObject([
      { isNew: true },
      refusal('negative', 'products', '1', 'price'),
      refusal('nul', 'products', '2', 'name'),
      refusal('duplicate', 'products', '3', 'externalId'),
      { __typename: 'StaleUpdate' },
      { isNew: true },
    ])
    const after = await countRows(shop.server.desk)
    expect(after).toEqual({
      ...before,
      products: (before['products'] ?? 0) + 2,
      events: (before['events'] ?? 0) + 2,
    })
    expect(await read('o1')).toMatchObject({ name: 'Товар o1' })
  })

  it.each([
    ['empty', { source: ' ' }, 'source'],
    ['tooLong', { externalId: 'k'.repeat(201) }, 'externalId'],
    ['empty', { name: '' }, 'name'],
    ['tooLong', { name: 'я'.repeat(501) }, 'name'],
    ['surrogate', { category: '\ud800' }, 'category'],
    ['nul', { description: 'а\0' }, 'description'],
    ['tooLong', { description: 'я'.repeat(10_001) }, 'description'],
    ['pattern', { url: 'javascript:alert(1)' }, 'url'],
    ['pattern', { url: 'нет' }, 'url'],
    ['pattern', { imageUrl: 'file:///etc/passwd' }, 'imageUrl'],
    ['tooLong', { imageUrl: `https://shop.example/${'a'.repeat(2_000)}` }, 'imageUrl'],
    ['negative', { price: '-0.01' }, 'price'],
    ['precision', { price: '0.001' }, 'price'],
    ['range', { price: '99999999999999.99' }, 'price'],
    ['range', { price: '99999999999999999999' }, 'price'],
    ['range', { price: '9'.repeat(100) }, 'price'],
    ['range', { promotions: [{ name: 'a', price: '99999999999999' }] }, 'promotions.0.price'],
    ['currency', { currencyCode: 'XYZ' }, 'currencyCode'],
    ['required', { currencyCode: null }, 'currencyCode'],
    ['required', { price: null }, 'price'],
    ['range', { stock: -1 }, 'stock'],
    ['range', { stock: 1_000_000_001 }, 'stock'],
    ['range', { sourceUpdatedAt: '1989-12-31T23:59:59.999Z' }, 'sourceUpdatedAt'],
    ['range', { sourceUpdatedAt: '2126-01-01T00:00:00.000Z' }, 'sourceUpdatedAt'],
    ['tooMany', { promotions: Array.from({ length: 51 }, () => ({ name: 'a' })) }, 'promotions'],
    ['empty', { promotions: [{ name: '' }] }, 'promotions.0.name'],
    ['negative', { promotions: [{ name: 'a', price: '-1' }] }, 'promotions.0.price'],
    [
      'forbidden',
      { price: null, currencyCode: null, promotions: [{ name: 'a', price: '1' }] },
      'promotions.0.price',
    ],
    ['range', { promotions: [{ name: 'a', startsAt: '1980-01-01T00:00:00Z' }] }, 'promotions.0.startsAt'],
    [
      'span',
      { promotions: [{ name: 'a', startsAt: '2026-01-02T00:00:00Z', endsAt: '2026-01-02T00:00:00Z' }] },
      'promotions.0.endsAt',
    ],
  ] as [rule: string, more: object, path: string][])('refuses as `%s` case %#', async (rule, more, path) => {
    const call = async () => await upsert(productItem('bad', more))
    expect(await unchanged(shop.server.desk, call)).toEqual([
      refusal(rule, 'products', '0', ...path.split('.')),
    ])
  })

  it('takes at most 500 at once, by the same number of statements as 1', async () => {
    const products = Array.from({ length: 501 }, (_, index) => productItem(`many ${index}`))
    const call = async () => await mutate(shop.partner, 'productsUpsert', { products })
    expect(await unchanged(shop.server.desk, call)).toMatchObject({ rule: 'tooMany', path: ['products'] })
    const cost = async (...items: object[]) => await costOf(shop, async () => await upsert(...items))
    expect([await cost(productItem('single')), await cost(...products.slice(1))]).toEqual([3, 3])
    const changes = products.slice(1).map((item) => ({ ...item, promotions: [{ name: 'Скидка' }] }))
    expect([
      await cost({ ...productItem('single'), promotions: [{ name: 'a' }] }),
      await cost(...changes),
    ]).toEqual([6, 6])
    expect(await upsert()).toEqual([])
  })
})

describe('calls at once', () => {
  it('of the same products make each one once, whatever their order', async () => {
    const items = Array.from({ length: 60 }, (_, index) => productItem(`rush ${index}`))
    const before = await countRows(shop.server.desk)
    const calls = Array.from({ length: 8 }, (_, index) => (index % 2 === 0 ? items : items.toReversed()))
    const results = await Promise.all(calls.map(async (call) => await upsert(...call)))
    expect(results.flat().filter(({ isNew }) => isNew)).toHaveLength(60)
    const after = await countRows(shop.server.desk)
    expect(after).toEqual({
      ...before,
      products: (before['products'] ?? 0) + 60,
      events: (before['events'] ?? 0) + 60,
    })
    const changes = calls.map((call, index) => call.map((item) => ({ ...item, stock: index })))
    const changed = await Promise.all(changes.map(async (call) => await upsert(...call)))
    expect(changed.flat().filter(({ __typename }) => __typename !== 'ProductUpsertPayload')).toEqual([])
    expect(shop.server.logs.filter(({ level }) => level >= 50)).toEqual([])
  })
})

describe('who may keep products', () => {
  it.each(refusedWriters)('not %s: %s', async (who, code) => {
    const input = { products: [productItem('not mine')] }
    const call = async () => await outcome(shop.cast[who], 'productsUpsert', input)
    expect(await unchanged(shop.server.desk, call)).toBe(code)
  })

  it('not a partner with another scope', async () => {
    const input = { products: [productItem('not mine')] }
    expect(await outcome(shop.ordersOnly, 'productsUpsert', input)).toBe('FORBIDDEN')
  })
})
