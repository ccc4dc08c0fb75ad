import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf } from '../kit/cast.ts'
import { countRows } from '../kit/rows.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { statementsDuring } from '../kit/statements.ts'
import { buyer, done, type Person, service } from '../kit/world.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  const customer = { externalId: 'shop-1', name: 'Анна', email: 'anna@example.com', phone: '+79001234567' }
  const partner = await service(server, 'customers:write')
  await done(partner, 'customersUpsert', { customers: [{ ...customer, locale: 'EN' }] }, '__typename')
})
afterAll(async () => await server.close())

const fields = 'id name email phone locale isGuest externalId'

async function byId(who: Person, id: string): Promise<unknown> {
  const query = `query ($id: ID!) { customer(id: $id) { ${fields} } }`
  return (await who.ask<{ customer: unknown }>(query, { id })).customer
}

async function byKey(who: Person, externalId: string): Promise<unknown> {
  const query = `query ($externalId: String!) { customer(externalId: $externalId) { ${fields} } }`
  return (await who.ask<{ customer: unknown }>(query, { externalId })).customer
}

describe('who sees a customer', () => {
  it.each([
    ['guest', false],
    ['otherBuyer', false],
    ['ownBuyer', true],
    ['operator', true],
    ['operatorOfAnotherTeam', true],
    ['supervisor', true],
    ['serviceWithoutScope', false],
    ['readingService', true],
    ['service', true],
  ] as const)('%s: %s', async (who, isSeen) => {
    const { id } = cast.ownBuyer
    const anna = {
      id,
      name: 'anna',
      email: null,
      phone: null,
      locale: 'RU',
      isGuest: false,
      externalId: null,
    }
    expect(await byId(cast[who], id)).toEqual(isSeen ? anna : null)
    const { node } = await cast[who].ask<{ node: unknown }>('query ($id: ID!) { node(id: $id) { id } }', {
      id,
    })
    expect(node).toEqual(isSeen ? { id } : null)
  })

  it('by the shop’s key as by the id', async () => {
    expect(await byKey(cast.operator, 'shop-1')).toMatchObject({
      name: 'Анна',
      email: 'anna@example.com',
      phone: '+79001234567',
      locale: 'EN',
      externalId: 'shop-1',
    })
    expect(await byKey(cast.operator, 'shop-2')).toBeNull()
    expect(await byKey(cast.ownBuyer, 'shop-1')).toBeNull()
    expect(await byKey(cast.serviceWithoutScope, 'shop-1')).toBeNull()
  })

  it('nobody without a token', async () => {
    const { data, errors } = await cast.anonymous.answer('query ($id: ID!) { customer(id: $id) { id } }', {
      id: cast.ownBuyer.id,
    })
    expect(data).toEqual({ customer: null })
    expect(errors).toMatchObject([{ extensions: { code: 'UNAUTHENTICATED' } }])
  })
})

describe('a customer that cannot be', () => {
  it.each(['', 'cus_1', 'tkt_01990000-0000-7000-8000-000000000000', 'анна'])(
    'the id %j is null, and costs the database nothing',
    async (id) => {
      const statements = await statementsDuring(server.desk, async () => {
        expect(await byId(cast.operator, id)).toBeNull()
      })
      expect(statements).toEqual([])
    },
  )

  it.each(['', '\0', 'shop-1\0', '\ud800', 'я'.repeat(100_000), "' or 1 = 1"])(
    'the key %# is null',
    async (key) => {
      expect(await byKey(cast.operator, key)).toBeNull()
    },
  )

  it.each(['customer { id }', 'customer(id: "a", externalId: "b") { id }'])(
    '%s is an error',
    async (field) => {
      const { data, errors } = await cast.operator.answer(`{ ${field} }`)
      expect(data).toEqual({ customer: null })
      expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
    },
  )
})

describe('a buyer’s first request', () => {
  it('makes the record the token tells of', async () => {
    const token = await server.token('customer', { sub: 'first', name: 'Мария', locale: 'en' })
    const { data } = await server.request(
      '{ viewer { role customer { name locale isGuest email } } }',
      {},
      token,
    )
    expect(data).toEqual({
      viewer: { role: 'CUSTOMER', customer: { name: 'Мария', locale: 'EN', isGuest: false, email: null } },
    })
  })

  it('and every later one finds it, whatever the token says then', async () => {
    const anna = await buyer(server, 'anna', { name: 'Анна Иванова', locale: 'en' })
    expect(anna.id).toBe(cast.ownBuyer.id)
    expect(await byId(anna, anna.id)).toMatchObject({ name: 'anna', locale: 'RU' })
  })

  it('makes one record when there are twenty at once', async () => {
    const before = await countRows(server.desk)
    // Tokens that differ, so that no request can wait for another’s answer inside the node.
    const tokens = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, index) => await server.token('customer', { sub: 'rush', scope: `s${index}` }),
      ),
    )
    const answers = await Promise.all(
      tokens.map(
        async (token) =>
          await server.request<{ viewer: { customer: { id: string } } }>(
            '{ viewer { customer { id } } }',
            {},
            token,
          ),
      ),
    )
    expect(new Set(answers.map(({ data }) => data.viewer.customer.id)).size).toBe(1)
    expect(await countRows(server.desk)).toEqual({
      ...before,
      customers: (before['customers'] ?? 0) + 1,
      customer_identities: (before['customer_identities'] ?? 0) + 1,
    })
  })
})
