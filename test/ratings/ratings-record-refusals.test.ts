import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { done, mutate, outcome, type Person, service } from '../kit/world.ts'
import { openShop, refusal, refusedWriters, type Shop } from '../orders/shop.ts'

let shop: Shop
let partner: Person
beforeAll(async () => {
  shop = await openShop()
  partner = await service(shop.server, 'import:write')
})
afterAll(async () => await shop.server.close())

const rating = (externalId: string, more: object = {}) => ({
  source: 'reviews.csv',
  externalId,
  customerExternalId: `покупатель ${externalId}`,
  score: 5,
  text: 'Отлично',
  occurredAt: '2018-01-02T03:04:05.678Z',
  ...more,
})
async function record(...ratings: object[]): Promise<unknown[]> {
  const results = `results { __typename ... on RatingRecordPayload { isNew }
    ... on InvalidInput { code rule path detail } }`
  return (await done<{ results: unknown[] }>(partner, 'ratingsRecord', { ratings }, results)).results
}

describe('ratingsRecord', () => {
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  const nobody = { source: 'shop', externalId: 'none' }
  it.each<[string, object, string, string[]]>([
    ['no star', { score: 0 }, 'range', ['score']],
    ['less than nothing', { score: -1 }, 'range', ['score']],
    ['six stars', { score: 6 }, 'range', ['score']],
    ['more stars than an Int is long', { score: 2_147_483_647 }, 'range', ['score']],
    ['a judgement of the future', { occurredAt: tomorrow }, 'future', ['occurredAt']],
    ['one of long ago', { occurredAt: '0001-01-01T00:00:00Z' }, 'range', ['occurredAt']],
    ['one of before there were shops', { occurredAt: '1989-12-31T23:59:59.999Z' }, 'range', ['occurredAt']],
    ['an order nobody knows', { order: nobody }, 'unknown', ['order']],
    ['a product nobody knows', { product: nobody }, 'unknown', ['product']],
    ['an empty text', { text: ' ' }, 'empty', ['text']],
    ['a long text', { text: 'ж'.repeat(10_001) }, 'tooLong', ['text']],
    ['NUL', { text: 'a\0' }, 'nul', ['text']],
    ['half a pair', { text: '\ud800' }, 'surrogate', ['text']],
    ['no source', { source: '' }, 'empty', ['source']],
    ['no key', { externalId: ' ' }, 'empty', ['externalId']],
    ['an empty customer', { customerExternalId: '' }, 'empty', ['customerExternalId']],
  ])('refuses %s, and takes the others', async (name, more, rule, path) => {
    const bad = rating('bad', more)
    const call = async () => await record(bad)
    expect(await unchanged(shop.server.desk, call)).toEqual([refusal(rule, 'ratings', '0', ...path)])
    expect(await record(rating(`${name} 1`), bad, rating(`${name} 2`))).toEqual([
      { __typename: 'RatingRecordPayload', isNew: true },
      refusal(rule, 'ratings', '1', ...path),
      { __typename: 'RatingRecordPayload', isNew: true },
    ])
  })

  it('refuses more than 500 as a whole', async () => {
    const ratings = Array.from({ length: 501 }, (_, index) => rating(`many ${index}`))
    const call = async () => await mutate(partner, 'ratingsRecord', { ratings })
    expect(await unchanged(shop.server.desk, call)).toEqual(refusal('tooMany', 'ratings'))
  })

  it('keeps one that stands twice in a call once', async () => {
    const results = await record(rating('twice'), rating('twice', { score: 1 }))
    expect(results).toMatchObject([{ isNew: true }, { isNew: false }])
    const again = async () => await record(rating('twice', { score: 1 }))
    expect(await unchanged(shop.server.desk, again)).toMatchObject([{ isNew: false }])
  })

  it.each(refusedWriters)('by %s: %s', async (who, expected) => {
    const call = async () => await outcome(shop.cast[who], 'ratingsRecord', { ratings: [rating('not mine')] })
    expect(await unchanged(shop.server.desk, call)).toBe(expected)
  })
})
