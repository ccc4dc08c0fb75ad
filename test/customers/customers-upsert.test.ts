import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, unchanged } from '../kit/cast.ts'
import { countRows } from '../kit/rows.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { statementsDuring } from '../kit/statements.ts'
import { done, mutate, outcome, type Person, Refused, service } from '../kit/world.ts'

let server: TestServer
let cast: Cast
let partner: Person
/** The issuer of the buyers' tokens here. */
let issuer: string
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  partner = await service(server, 'customers:write')
  const [, payload = ''] = (cast.ownBuyer.token ?? '').split('.')
  issuer = (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { iss: string }).iss
})
afterAll(async () => await server.close())

const fields = 'id name email phone locale isGuest externalId'
const selection = `results {
  __typename
  ... on CustomerUpsertPayload { cursor isNew customer { ${fields} } }
  ... on InvalidInput { code rule path detail } }`
interface Result {
  __typename: string
  isNew?: boolean
  customer?: { id: string; name: string | null }
}

async function upsert(...customers: object[]): Promise<Result[]> {
  const { results } = await done<{ results: Result[] }>(partner, 'customersUpsert', { customers }, selection)
  return results
}
const refusal = (rule: string, ...path: string[]) => ({
  __typename: 'InvalidInput',
  code: 'INVALID_INPUT',
  rule,
  path: ['customers', ...path],
  detail: expect.stringMatching(/\.$/),
})

describe('customersUpsert', () => {
  it('makes a customer, then changes it; what is left out stays', async () => {
    const whole = {
      externalId: 'a',
      name: 'Анна',
      email: 'a@example.com',
      phone: '+79001234567',
      locale: 'EN',
    }
    const [made] = await upsert(whole)
    const id = made?.customer?.id
    expect(made).toEqual({
      __typename: 'CustomerUpsertPayload',
      cursor: expect.any(String),
      isNew: true,
      customer: { ...whole, id: expect.stringMatching(/^cus_/), isGuest: false },
    })
    const [changed] = await upsert({ externalId: ' a ', name: 'Анна Иванова', email: null })
    expect(changed).toMatchObject({ isNew: false, customer: { ...whole, id, name: 'Анна Иванова' } })
    const [bare] = await upsert({ externalId: 'bare' })
    expect(bare).toMatchObject({
      isNew: true,
      customer: { name: null, email: null, phone: null, locale: 'RU' },
    })
  })

  it('gives each item its own result, in order', async () => {
    const before = await countRows(server.desk)
    const results = await upsert(
      { externalId: 'b1', name: 'Борис' },
      { externalId: '', name: 'Никто' },
      { externalId: 'b2', phone: '89001234567' },
      { externalId: 'b3', name: 'а\0' },
      { externalId: 'b1', name: 'Борис Второй' },
    )
    expect(results).toMatchObject([
      { isNew: true, customer: { name: 'Борис Второй' } },
      refusal('empty', '1', 'externalId'),
      refusal('pattern', '2', 'phone'),
      refusal('nul', '3', 'name'),
      { isNew: false, customer: { id: results[0]?.customer?.id, name: 'Борис Второй' } },
    ])
    expect(await countRows(server.desk)).toEqual({
      ...before,
      customers: (before['customers'] ?? 0) + 1,
      events: (before['events'] ?? 0) + 2,
    })
  })

  it.each([
    ['tooLong', 'externalId', 'k'.repeat(201)],
    ['surrogate', 'externalId', '\ud800'],
    ['tooLong', 'name', 'я'.repeat(201)],
    ['empty', 'name', ' '],
    ['pattern', 'phone', ''],
    ['pattern', 'phone', '+7 900 123-45-67'],
    ['pattern', 'phone', '+1234567890123456'],
  ])('refuses as `%s` a wrong %s', async (rule, field, value) => {
    const call = async () => await upsert({ externalId: 'c', [field]: value })
    expect(await unchanged(server.desk, call)).toEqual([refusal(rule, '0', field)])
  })

  it('refuses an e-mail address that is none as an error of the operation', async () => {
    const call = async () => await upsert({ externalId: 'c', email: 'анна' })
    await expect(unchanged(server.desk, call)).rejects.toThrow(Refused)
  })

  it('takes at most 500 at once', async () => {
    const customers = Array.from({ length: 501 }, (_, index) => ({ externalId: `many-${index}` }))
    const call = async () => await mutate(partner, 'customersUpsert', { customers }, selection)
    expect(await unchanged(server.desk, call)).toMatchObject({
      __typename: 'InvalidInput',
      rule: 'tooMany',
      path: ['customers'],
    })
    expect(await upsert()).toEqual([])
  })

  it('writes nothing when it says nothing new', async () => {
    const customers = [{ externalId: 'same', name: 'Та же', locale: 'EN' }, { externalId: 'bare-again' }]
    const made = await upsert(...customers)
    const again = await unchanged(server.desk, async () => await upsert(...customers, { externalId: 'same' }))
    const ids = made.map(({ customer }) => customer?.id)
    expect(again.map(({ isNew, customer }) => [isNew, customer?.id])).toEqual(
      [...ids, ids[0]].map((id) => [false, id]),
    )
    expect(again).toMatchObject([{ cursor: expect.any(String) }, {}, {}])
  })

  it('takes the same number of statements for one customer and for fifty', async () => {
    const call = async (customers: object[]) =>
      await statementsDuring(server.desk, async () => {
        await done(partner, 'customersUpsert', { customers }, 'results { __typename }')
      })
    const item = (key: string) => ({ externalId: key, name: key, login: { issuer, subject: key } })
    const some = (prefix: string) => Array.from({ length: 50 }, (_, index) => item(`${prefix}-${index}`))
    await call([item('first')])
    const one = await call([item('one')])
    expect(await call(some('fifty'))).toHaveLength(one.length)
    const renamed = some('fifty').map((customer) => ({ ...customer, name: 'Иначе' }))
    expect((await call(renamed)).length).toBeLessThanOrEqual(one.length)
  })

  it('makes one customer when ten calls with one key come at once', async () => {
    const before = await countRows(server.desk)
    const results = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => await upsert({ externalId: 'rush', name: `${index}` })),
    )
    expect(results.flat().filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(new Set(results.flat().map(({ customer }) => customer?.id)).size).toBe(1)
    expect((await countRows(server.desk))['customers']).toBe((before['customers'] ?? 0) + 1)
  })
})

describe('a login the shop vouches for', () => {
  const viewerId = async (subject: string) => {
    const { data } = await server.request<{ viewer: { customer: { id: string } } }>(
      '{ viewer { customer { id } } }',
      {},
      await server.token('customer', { sub: subject }),
    )
    return data.viewer.customer.id
  }

  it('is that customer’s from the first request on', async () => {
    const [made] = await upsert({ externalId: 'new', login: { issuer, subject: 'newcomer' } })
    expect(await viewerId('newcomer')).toBe(made?.customer?.id)
  })

  it('brings in the record of somebody who has logged in before', async () => {
    const id = await viewerId('regular')
    const [known] = await upsert({
      externalId: 'regular',
      name: 'Роман',
      login: { issuer, subject: 'regular' },
    })
    expect(known).toMatchObject({ isNew: false, customer: { id, name: 'Роман' } })
  })

  it('of somebody else is refused', async () => {
    await upsert({ externalId: 'owner', login: { issuer, subject: 'owner' } }, { externalId: 'thief' })
    for (const externalId of ['thief', 'unknown']) {
      const call = async () => await upsert({ externalId, login: { issuer, subject: 'owner' } })
      expect(await unchanged(server.desk, call)).toEqual([refusal('taken', '0', 'login')])
    }
  })

  it('is the first one’s when two items of a call claim it, and several may be one customer’s', async () => {
    const login = (subject: string) => ({ issuer, subject })
    const results = await upsert(
      { externalId: 'p1', login: login('l1') },
      { externalId: 'p2', login: login('l1') },
      { externalId: 'p1', login: login('l2') },
    )
    expect(results).toMatchObject([{ isNew: true }, refusal('taken', '1', 'login'), { isNew: false }])
    expect(await viewerId('l1')).toBe(results[0]?.customer?.id)
    expect(await viewerId('l2')).toBe(results[0]?.customer?.id)
  })

  it('keys in different orders at once neither block each other nor make doubles', async () => {
    const keys = Array.from({ length: 100 }, (_, index) => `crossed-${index}`)
    const before = await countRows(server.desk)
    const calls = [keys, keys.toReversed(), keys, keys.toReversed()].map(
      async (list, call) => await upsert(...list.map((externalId) => ({ externalId, name: `${call}` }))),
    )
    const results = (await Promise.all(calls)).flat()
    expect(results.filter(({ isNew }) => isNew)).toHaveLength(100)
    expect((await countRows(server.desk))['customers']).toBe((before['customers'] ?? 0) + 100)
  })

  it('of a guest is refused: only the guest’s token proves it', async () => {
    const login = { issuer: 'opora:guest', subject: cast.guest.id.slice('cus_'.length) }
    const call = async () => await upsert({ externalId: 'guest', login })
    expect(await unchanged(server.desk, call)).toEqual([refusal('forbidden', '0', 'login')])
  })

  it('is one customer’s when two keys claim it at once', async () => {
    for (let round = 0; round < 5; round += 1) {
      const login = { issuer, subject: `claimed-${round}` }
      const results = await Promise.all(
        ['x', 'y'].map(async (key) => await upsert({ externalId: `${key}-${round}`, login })),
      )
      const names = results.flat().map(({ __typename }) => __typename)
      expect(names.sort()).toEqual(['CustomerUpsertPayload', 'InvalidInput'])
    }
  })
})

describe('who may keep customers', () => {
  it.each([
    ['anonymous', 'UNAUTHENTICATED'],
    ['guest', 'FORBIDDEN'],
    ['ownBuyer', 'FORBIDDEN'],
    ['operator', 'FORBIDDEN'],
    ['supervisor', 'FORBIDDEN'],
    ['serviceWithoutScope', 'FORBIDDEN'],
    ['readingService', 'FORBIDDEN'],
    ['service', 'FORBIDDEN'],
  ] as const)('not %s: %s', async (who, code) => {
    const call = async () => await outcome(cast[who], 'customersUpsert', { customers: [{ externalId: 'z' }] })
    expect(await unchanged(server.desk, call)).toBe(code)
  })
})
