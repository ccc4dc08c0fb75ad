import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statementsDuring } from '../kit/statements.ts'
import { buyer, type Person, service } from '../kit/world.ts'
import { change, openScene, type Scene, type Suggestion, suggest } from './scene.ts'

let scene: Scene
/** The oldest first: of Anna's and Boris's in turn. */
const rows: Suggestion[] = []
const idAt = (index: number) => rows[index]?.id ?? ''
beforeAll(async () => {
  scene = await openScene()
  const { ownBuyer, otherBuyer, operator } = scene.cast
  for (let n = 0; n < 60; n += 1) {
    rows.push(await suggest(n % 2 === 0 ? ownBuyer : otherBuyer, { language: n < 10 ? 'EN' : 'RU' }))
  }
  // Boris for the first of Anna's, Anna for two of Boris's.
  await change(otherBuyer, 'suggestionVote', { suggestionId: idAt(0) })
  for (const index of [1, 3]) await change(ownBuyer, 'suggestionVote', { suggestionId: idAt(index) })
  await change(operator, 'suggestionUpdate', { suggestionId: idAt(4), status: 'PLANNED' })
  for (const index of [5, 6]) {
    const duplicate = { status: 'DUPLICATE', duplicateOfId: idAt(0) }
    await change(operator, 'suggestionUpdate', { suggestionId: idAt(index), ...duplicate })
  }
})
afterAll(async () => await scene.server.close())

interface List {
  readonly nodes: { readonly id: string }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
  readonly totalCount: { readonly value: number; readonly isCapped: boolean }
}
const listQuery = `query ($filter: SuggestionFilter, $orderBy: SuggestionOrder! = NEWEST, $first: Int, $after: String,
    $last: Int, $before: String) {
  list: suggestions(filter: $filter, orderBy: $orderBy, first: $first, after: $after, last: $last, before: $before) {
    nodes { id } pageInfo { hasNextPage endCursor } totalCount { value isCapped } } }`
const list = async (by: Person, variables: Record<string, unknown> = {}) =>
  (await by.ask<{ list: List }>(listQuery, variables)).list
const idsOf = ({ nodes }: List) => nodes.map(({ id }) => id)
const newest = () => rows.map(({ id }) => id).toReversed()

describe('suggestion', () => {
  it('is found by id, by number and as a node, by everybody with a token', async () => {
    const [row] = rows
    const ask = async (by: Person) =>
      await by.ask(
        `query ($id: ID!, $number: String!) {
          byId: suggestion(id: $id) { id } byNumber: suggestion(number: $number) { id } node(id: $id) { id } }`,
        { id: row?.id, number: row?.number.toLowerCase().replace('-', '') },
      )
    const { anonymous, teamId: _team, otherTeamId: _otherTeam, ...known } = scene.cast
    const found = { id: row?.id }
    for (const who of Object.values(known)) {
      expect(await ask(who)).toEqual({ byId: found, byNumber: found, node: found })
    }
    await expect(ask(anonymous)).rejects.toThrow('UNAUTHENTICATED')
  })

  it('takes either id or number, and finds nothing by words of another shape', async () => {
    const { otherBuyer } = scene.cast
    await expect(otherBuyer.ask('{ suggestion { id } }')).rejects.toThrow('BAD_USER_INPUT')
    await expect(otherBuyer.ask('{ suggestion(id: "x", number: "S-1") { id } }')).rejects.toThrow(
      'BAD_USER_INPUT',
    )
    const calls = ['id: ""', 'id: "tkt_1"', 'number: ""', 'number: "T-000001"', 'number: "S-999999999"']
    for (const call of calls) {
      expect(await otherBuyer.ask(`{ suggestion(${call}) { id } }`)).toEqual({ suggestion: null })
    }
  })
})

describe('the author', () => {
  it('is shown to the author and the desk, and to nobody else', async () => {
    const { cast, server } = scene
    const authorFor = async (by: Person) =>
      (
        await by.ask<{ suggestion: { author: { id: string } | null } }>(
          'query ($id: ID!) { suggestion(id: $id) { author { id name } } }',
          { id: idAt(0) },
        )
      ).suggestion.author?.id
    for (const who of [cast.ownBuyer, cast.operator, cast.operatorOfAnotherTeam, cast.supervisor]) {
      expect(await authorFor(who)).toBe(cast.ownBuyer.id)
    }
    const partner = await service(server, 'customers:write import:write')
    const others = [cast.otherBuyer, cast.guest, cast.serviceWithoutScope, cast.readingService, cast.service]
    for (const who of [...others, partner]) expect(await authorFor(who)).toBeUndefined()
  })

  it('is not to be found out by asking for a customer’s suggestions', async () => {
    const { cast } = scene
    const filter = { customerId: cast.ownBuyer.id }
    const own = newest().filter((_id, index) => index % 2 === 1)
    for (const who of [cast.ownBuyer, cast.operator, cast.supervisor]) {
      const found = await list(who, { filter, first: 100 })
      expect(idsOf(found)).toEqual(own)
      expect(found.totalCount).toEqual({ value: 30, isCapped: false })
    }
    for (const who of [cast.otherBuyer, cast.guest, cast.readingService, cast.service]) {
      const found = await list(who, { filter })
      expect([found.nodes, found.totalCount.value]).toEqual([[], 0])
    }
  })

  it('has the own ones in the own record, and partners get none from it', async () => {
    const { cast, server } = scene
    const query = `query ($id: ID!) { customer(id: $id) { suggestions(first: 2) { nodes { id }
      pageInfo { hasNextPage } } } }`
    const ask = async (by: Person) => await by.ask<{ customer: unknown }>(query, { id: cast.ownBuyer.id })
    const shown = { nodes: [{ id: idAt(58) }, { id: idAt(56) }], pageInfo: { hasNextPage: true } }
    for (const who of [cast.ownBuyer, cast.operator]) {
      expect(await ask(who)).toEqual({ customer: { suggestions: shown } })
    }
    expect(await ask(cast.otherBuyer)).toEqual({ customer: null })
    const partner = await service(server, 'customers:write')
    const { customer } = await ask(partner)
    expect(customer).toEqual({ suggestions: { nodes: [], pageInfo: { hasNextPage: false } } })
  })
})

describe('suggestions', () => {
  it('are the newest first', async () => {
    expect(idsOf(await list(scene.cast.otherBuyer, { first: 100 }))).toEqual(newest())
    expect(idsOf(await list(scene.cast.guest))).toEqual(newest().slice(0, 20))
    await expect(list(scene.cast.anonymous)).rejects.toThrow('UNAUTHENTICATED')
  })

  it('are those with most votes first, when asked so', async () => {
    const third = await buyer(scene.server, 'vera')
    await change(third, 'suggestionVote', { suggestionId: idAt(3) })
    const voted = [idAt(3), idAt(1), idAt(0)]
    const others = newest().filter((id) => !voted.includes(id))
    const found = idsOf(await list(scene.cast.operator, { orderBy: 'MOST_VOTED', first: 100 }))
    expect(found).toEqual([...voted, ...others])
  })

  it.each(['NEWEST', 'MOST_VOTED'])('by %s come page by page, forward and backward', async (orderBy) => {
    const { operator } = scene.cast
    const whole = idsOf(await list(operator, { orderBy, first: 100 }))
    const paged: string[] = []
    for (let after: string | null = null, isMore = true; isMore; ) {
      const page: List = await list(operator, { orderBy, first: 7, after })
      paged.push(...idsOf(page))
      after = page.pageInfo.endCursor
      isMore = page.pageInfo.hasNextPage
    }
    expect(paged).toEqual(whole)
    expect(idsOf(await list(operator, { orderBy, last: 5 }))).toEqual(whole.slice(-5))
    const { pageInfo } = await list(operator, { orderBy, first: 10 })
    const before = pageInfo.endCursor
    expect(idsOf(await list(operator, { orderBy, last: 4, before }))).toEqual(whole.slice(5, 9))
    const other = orderBy === 'NEWEST' ? 'MOST_VOTED' : 'NEWEST'
    await expect(list(operator, { orderBy: other, after: before })).rejects.toThrow('BAD_USER_INPUT')
  })

  it('are narrowed by all that is given', async () => {
    const of = async (filter: object) => idsOf(await list(scene.cast.otherBuyer, { filter, first: 100 }))
    expect(await of({ statuses: ['PLANNED'] })).toEqual([idAt(4)])
    expect(await of({ statuses: ['PLANNED', 'DUPLICATE'] })).toEqual([idAt(6), idAt(5), idAt(4)])
    expect(await of({ statuses: [] })).toEqual([])
    expect(await of({ language: 'EN' })).toEqual(newest().slice(50))
    expect(await of({ language: 'RU', statuses: ['PLANNED'] })).toEqual([])
    expect(await of({ customerId: scene.cast.otherBuyer.id, statuses: ['DUPLICATE'] })).toEqual([idAt(5)])
    for (const customerId of ['', 'cus_1', idAt(0)]) expect(await of({ customerId })).toEqual([])
  })
})

describe('the statements of a list', () => {
  const fields = `id number title text hasVoted author { id name } duplicateOf { id title author { id } }
    allowedActions { action blockedBy }`
  const cost = async (by: Person, query: string, first: number) => {
    let count = 0
    const statements = await statementsDuring(scene.server.desk, async () => {
      const answer = await by.ask<{ list: { nodes: unknown[] } }>(query, { first })
      count = answer.list.nodes.length
    })
    return [count, statements.length]
  }

  it.each([
    ['a buyer', 'ownBuyer', 2],
    ['the desk', 'operator', 1],
  ] as const)('are as many for 1 row as for 50, for %s', async (_who, role, statements) => {
    const by = scene.cast[role]
    await by.ask('{ viewer { __typename } }')
    const query = `query ($first: Int) { list: suggestions(first: $first) { nodes { ${fields} } } }`
    expect(await cost(by, query, 1)).toEqual([1, statements])
    expect(await cost(by, query, 50)).toEqual([50, statements])
  })

  it('of customers are as many for 1 customer as for all', async () => {
    const { operator } = scene.cast
    await operator.ask('{ viewer { __typename } }')
    const query = `query ($first: Int) { list: customers(first: $first) { nodes { id suggestions(first: 50) {
      nodes { ${fields} } } } } }`
    expect(await cost(operator, query, 1)).toEqual([1, 1])
    const [count, statements] = await cost(operator, query, 50)
    expect(count).toBeGreaterThan(2)
    expect(statements).toBe(1)
  })
})
