import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { done, guest, type Person, service } from '../kit/world.ts'
import { link, newBuyer } from './linking.ts'

let server: TestServer
let cast: Cast
let partner: Person
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  partner = await service(server, 'customers:write')
  const customers = [
    { externalId: '1', name: 'Мария Ивановна Петрова', email: 'masha@example.com' },
    { externalId: '2', name: 'Марк Ёлкин', email: 'MARK@Example.org' },
    { externalId: '3', name: 'Скидка 50% навсегда', email: 'sale_50@example.com' },
    { externalId: '4', name: 'C:\\temp', email: 'saleX50@example.com' },
    { externalId: '5', name: 'John Smith' },
  ]
  await done(partner, 'customersUpsert', { customers }, '__typename')
})
afterAll(async () => await server.close())

interface Found {
  customers: { nodes: { id: string; name: string | null; externalId: string | null }[] }
}

/** The shop's keys of the customers found, newest first. */
async function find(who: Person, search: string | null): Promise<(string | null)[]> {
  const query = 'query ($search: String) { customers(search: $search) { nodes { id name externalId } } }'
  const { customers } = await who.ask<Found>(query, { search })
  return customers.nodes.map(({ externalId }) => externalId)
}

describe('a search for customers', () => {
  it.each([
    ['мария', ['1']],
    ['МАРИЯ ИВАН', ['1']],
    ['петр', ['1']],
    ['етров', ['1']],
    ['мар', ['2', '1']],
    ['ёлк', ['2']],
    ['ЁЛК', ['2']],
    ['mark@', ['2']],
    ['EXAMPLE.ORG', ['2']],
    ['example', ['4', '3', '2', '1']],
    ['smith', ['5']],
    ['%', ['3']],
    ['50%', ['3']],
    ['_', ['3']],
    ['sale_', ['3']],
    ['\\', ['4']],
    ['C:\\t', ['4']],
    ['никого', []],
    ['\0', []],
    ['мария\0', []],
    ['\ud800', []],
    ["' or 1 = 1", []],
  ])('%j finds %j', async (search, expected) => {
    expect(await find(cast.operator, search)).toEqual(expected)
  })

  it('of nothing finds all, newest first', async () => {
    const all = await find(cast.operator, null)
    expect(all.filter((key) => key !== null)).toEqual(['5', '4', '3', '2', '1'])
    expect(await find(cast.operator, '')).toEqual(all)
  })

  it('takes up to 200 characters', async () => {
    expect(await find(cast.operator, 'я'.repeat(200))).toEqual([])
    await expect(find(cast.operator, 'я'.repeat(201))).rejects.toThrow('BAD_USER_INPUT')
  })

  it('does not find a guest who is somebody else by now', async () => {
    const visitor = await guest(server, 'Прохожий')
    const count = async () => (await find(cast.operator, 'прохож')).length
    expect(await count()).toBe(1)
    await link(await newBuyer(server), visitor)
    expect(await count()).toBe(0)
  })
})

describe('who may list customers', () => {
  it.each([
    ['anonymous', 'UNAUTHENTICATED'],
    ['guest', 'FORBIDDEN'],
    ['ownBuyer', 'FORBIDDEN'],
    ['serviceWithoutScope', 'FORBIDDEN'],
    ['readingService', 'FORBIDDEN'],
    ['service', 'FORBIDDEN'],
  ] as const)('not %s: %s', async (who, code) => {
    const { data, errors } = await cast[who].answer('{ customers(search: "мария") { nodes { id } } }')
    expect(data).toBeNull()
    expect(errors).toMatchObject([{ extensions: { code } }])
  })

  it('the desk, and partners who keep them', async () => {
    for (const who of [cast.operator, cast.operatorOfAnotherTeam, cast.supervisor, partner]) {
      expect(await find(who, 'мария')).toEqual(['1'])
    }
  })
})

describe('the pages of the list', () => {
  it('give each customer once, forward and backward, and say how many there are', async () => {
    const query = `query ($first: Int, $after: String, $last: Int, $before: String) {
      customers(first: $first, after: $after, last: $last, before: $before) {
        nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount { value isCapped } } }`
    interface Page {
      nodes: { id: string }[]
      pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; startCursor: string; endCursor: string }
      totalCount: { value: number; isCapped: boolean }
    }
    const read = async (variables: object) =>
      (await cast.operator.ask<{ customers: Page }>(query, { ...variables })).customers
    // Customers made in one moment: what orders them then is the id.
    await server.desk.database.pool.query("update customers set created_at = '2026-03-01T12:00:00Z'")
    const all = await read({ first: 100 })
    const forward: string[] = []
    for (
      let page = await read({ first: 3 });
      ;
      page = await read({ first: 3, after: page.pageInfo.endCursor })
    ) {
      forward.push(...page.nodes.map(({ id }) => id))
      if (!page.pageInfo.hasNextPage) break
    }
    const backward: string[] = []
    for (
      let page = await read({ last: 3 });
      ;
      page = await read({ last: 3, before: page.pageInfo.startCursor })
    ) {
      backward.unshift(...page.nodes.map(({ id }) => id))
      if (!page.pageInfo.hasPreviousPage) break
    }
    const ids = all.nodes.map(({ id }) => id)
    expect(ids).toEqual(ids.toSorted().toReversed())
    expect([forward, backward]).toEqual([ids, ids])
    expect(all.totalCount).toEqual({ value: ids.length, isCapped: false })
    for (const variables of [{ first: 0 }, { last: 101 }, { first: 1, last: 1 }, { after: 'x' }]) {
      await expect(read(variables)).rejects.toThrow('BAD_USER_INPUT')
    }
  })
})
