import { readdirSync, readFileSync } from 'node:fs'
import { buildSchema, getOperationAST, Kind, parse, validate } from 'graphql'
import { describe, expect, it } from 'vitest'
import { projectPath } from '../../src/core/project-path.ts'
import { schema } from '../../src/graphql/schema.ts'
import { costOf } from '../../src/server/cost/cost.ts'

/** What a valid document costs; the table says it from the rule in README.md, worked out by hand. */
function cost(
  text: string,
  variableValues: Record<string, unknown> | null = {},
  operationName?: string,
): number {
  const document = parse(text)
  expect(validate(schema, document)).toEqual([])
  return costOf({ schema, document, variableValues, operationName })
}

describe('an operation costs 1 for each object that can be in its answer', () => {
  it.each<[string, number]>([
    ['{ __typename }', 1],
    ['{ viewer { role scopes } }', 2],
    ['{ viewer { role } again: viewer { role } }', 3],
    // One answer, however often it is asked for.
    ['{ viewer { role } viewer { locale: role } ... on Query { viewer { role } } }', 2],
    // Nobody says how many: the first 20. The page itself is an object too.
    ['{ tickets { nodes { id } } }', 1 + 1 + 20],
    ['{ tickets(first: 3) { nodes { id } } }', 1 + 1 + 3],
    ['{ tickets(last: 100) { nodes { id } } }', 1 + 1 + 100],
    ['{ tickets(first: 3) { edges { cursor node { id } } } }', 1 + 1 + 3 * 2],
    ['{ tickets(first: 3) { nodes { id } pageInfo { endCursor } totalCount { value } } }', 1 + 1 + 3 + 2],
    ['{ tickets(first: 3) { pageInfo { endCursor } } }', 1 + 1 + 1],
    // Nested lists multiply.
    ['{ tickets(first: 10) { nodes { messages(last: 20) { nodes { id } } } } }', 1 + 1 + 10 * (1 + 1 + 20)],
    [
      '{ tickets(first: 10) { nodes { messages { nodes { author { name } } } } } }',
      1 + 1 + 10 * (1 + 1 + 20 * 2),
    ],
    [
      `query ($n: Int = 10) { tickets(first: $n) { nodes { number messages(last: 20) {
        nodes { text author { name } } pageInfo { hasPreviousPage } } } } }`,
      432,
    ],
    // So do aliases of what is listed, and fragments wherever they are used.
    [
      '{ a: tickets(first: 5) { nodes { id } } b: tickets(first: 5) { nodes { id } } }',
      1 + (1 + 5) + (1 + 5),
    ],
    [
      '{ a: tickets(first: 5) { ...T } b: tickets(first: 5) { ...T } } fragment T on TicketConnection { nodes { x: customer { id } y: customer { id } } }',
      1 + 2 * (1 + 5 * 3),
    ],
    // A list that says nothing of its length is taken to have 5.
    ['{ channels { channel } }', 1 + 5],
    ['{ operators { name } }', 1 + 100],
    ['{ nodes(ids: ["a", "b", "c"]) { id } }', 1 + 3],
    // Of an abstract type the dearest.
    [
      '{ node(id: "a") { id ... on Ticket { customer { id } assignee { id } } ... on Order { total { amount } } } }',
      4,
    ],
    // To begin is not free.
    ['mutation { typingSet(input: { ticketId: "a", isTyping: true }) { __typename } }', 1 + 10 + 1],
    ['subscription { typing(ticketId: "a") { isTyping } }', 1 + 10 + 1],
    // The schema has one price, however much of it is asked for.
    ['{ __schema { types { name fields { name } } } }', 1 + 500],
    ['{ __type(name: "Ticket") { name } }', 1 + 20],
  ])('%s', (text, expected) => {
    expect(cost(text)).toBe(expected)
  })

  it('of each element of a mutation’s input and of each of its results', () => {
    const ids = ['a', 'b', 'c', 'd']
    const text = `mutation ($input: ProductsUpsertInput!) { productsUpsert(input: $input) {
      ... on ProductsUpsertPayload { results { __typename } } } }`
    const products = ids.map((externalId) => ({ externalId }))
    expect(cost(text, { input: { products } })).toBe(1 + 10 + 4 + 1 + 4)
    expect(cost(text, { input: { products: [] } })).toBe(1 + 10 + 0 + 1 + 1)
  })

  it('of the operation that is chosen, not of others beside it', () => {
    const text = 'query dear { tickets(first: 100) { nodes { id } } } query cheap { viewer { role } }'
    expect([cost(text, {}, 'dear'), cost(text, {}, 'cheap'), cost(text, {}, 'none')]).toEqual([102, 2, 1])
  })
})

describe('variables hide nothing', () => {
  const text = 'query ($n: Int = 50) { tickets(first: $n) { nodes { id } } }'
  it.each<[string, Record<string, unknown> | null, number]>([
    ['given', { n: 7 }, 7],
    ['left to their default', {}, 50],
    ['none at all', null, 50],
    ['null, which is as if not asked', { n: null }, 20],
    // Such values are refused by the field: meanwhile they count as the most.
    ['below', { n: -1_000_000 }, 100],
    ['above', { n: 1_000_000 }, 100],
    ['of a wrong type', { n: '7' }, 100],
    ['without end', { n: Infinity }, 100],
    ['not a number', { n: Number.NaN }, 100],
    ['of an object’s inheritance', JSON.parse('{"__proto__": {"n": 1}}'), 50],
  ])('%s', (_name, variables, rows) => {
    expect(cost(text, variables)).toBe(2 + rows)
  })

  it('in lists and inputs, also inside of literals', () => {
    expect(cost('query ($ids: [ID!]!) { nodes(ids: $ids) { id } }', { ids: ['a', 'b'] })).toBe(3)
    expect(cost('query ($id: ID!) { nodes(ids: [$id, $id, $id]) { id } }', { id: 'a' })).toBe(4)
    const upsert = `mutation ($list: [ProductUpsertInput!]!) { productsUpsert(input: { products: $list }) {
      ... on ProductsUpsertPayload { results { __typename } } } }`
    expect(cost(upsert, { list: [{}, {}, {}] })).toBe(1 + 10 + 3 + 1 + 3)
  })

  it('together with what they multiply', () => {
    const nested = `query ($a: Int, $b: Int!) { tickets(first: $a) { nodes { messages(last: $b) { nodes { id } } } } }`
    expect(cost(nested, { b: 100 })).toBe(2 + 20 * (2 + 100))
    expect(cost(nested, { a: 100, b: 100 })).toBe(2 + 100 * (2 + 100))
  })
})

describe('what is left out on a condition', () => {
  const text = `query ($on: Boolean!, $off: Boolean = true) {
    viewer { role } tickets(first: 10) @include(if: $on) { nodes { id } } channels @skip(if: $off) { channel } }`
  it.each<[Record<string, unknown>, number]>([
    [{ on: false }, 2],
    [{ on: true }, 2 + 11],
    [{ on: true, off: false }, 2 + 11 + 5],
    // What is no Boolean is refused later: until then it counts.
    [{ on: 'no', off: 0 }, 2 + 11 + 5],
  ])('%j', (variables, expected) => {
    expect(cost(text, variables)).toBe(expected)
  })

  it('counts when the same is asked for without one', () => {
    const twice = `query ($on: Boolean!) { ...T @include(if: $on) ...T } fragment T on Query { tickets(first: 10) { nodes { id } } }`
    expect(cost(twice, { on: false })).toBe(12)
    const inline = `query ($on: Boolean!) { ... @skip(if: $on) { viewer { role } } ... @include(if: true) { channels { channel } } ... @include(if: false) { teams { id } } }`
    expect([cost(inline, { on: true }), cost(inline, { on: false })]).toEqual([6, 7])
  })
})

describe('a document made to be hard to work out', () => {
  const bare = buildSchema('type Query { a: Query b: Query }')
  const bareCost = (text: string, variableValues = {}) => {
    const document = parse(text)
    return costOf({ schema: bare, document, variableValues })
  }
  const doubling = (levels: number, spread: (next: string) => string) =>
    `${Array.from({ length: levels }, (_, level) => `fragment f${level} on Query { a { ${spread(`f${level + 1}`)} } b { ${spread(`f${level + 1}`)} } }`).join(' ')} fragment f${levels} on Query { a { __typename } }`

  it('costs what it says when it doubles with each fragment, without being unfolded', () => {
    expect(bareCost(`{ ...f0 } ${doubling(40, (next) => `...${next}`)}`)).toBe(1 + (2 ** 41 - 2) + 2 ** 40)
  })

  it('is beyond every limit when even that cannot be told soon', () => {
    const text = `query ($x: Boolean!) { ...f0 } ${doubling(40, (next) => `...${next} @include(if: $x)`)}`
    expect(bareCost(text, { x: true })).toBe(Infinity)
    expect(bareCost(text, { x: false })).toBe(Infinity)
  })
})

it('every operation of the typed client costs less than a guest has at once', () => {
  const folder = projectPath('schema', 'operations')
  const files = readdirSync(folder).filter((name) => name.endsWith('.graphql'))
  const document = parse(files.map((name) => readFileSync(`${folder}/${name}`, 'utf8')).join('\n'))
  const names = document.definitions.flatMap((node) =>
    node.kind === Kind.OPERATION_DEFINITION ? [node.name?.value ?? ''] : [],
  )
  expect(names.length).toBeGreaterThan(80)
  const dear = names.filter((operationName) => {
    expect(getOperationAST(document, operationName)).not.toBeNull()
    return costOf({ schema, document, operationName, variableValues: {} }) > 30_000
  })
  expect(dear).toEqual([])
})
