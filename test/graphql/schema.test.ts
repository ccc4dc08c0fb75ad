import { readFile } from 'node:fs/promises'
import {
  type GraphQLObjectType,
  isEnumType,
  isInputObjectType,
  isInputType,
  isInterfaceType,
  isLeafType,
  isListType,
  isNonNullType,
  isUnionType,
  lexicographicSortSchema,
  printSchema,
} from 'graphql'
import { createClient } from 'graphql-sse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { projectPath } from '../../src/core/project-path.ts'
import { schema } from '../../src/graphql/schema.ts'
import { unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'

const types = Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'))

describe('the schema', () => {
  it('is the printed one', async () => {
    const printed = await readFile(projectPath('schema', 'schema.graphql'), 'utf8')
    expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toBe(printed)
  })

  it('gives each mutation one input and a union with its payload first of all', () => {
    for (const field of Object.values(schema.getMutationType()?.getFields() ?? {})) {
      const name = field.name.charAt(0).toUpperCase() + field.name.slice(1)
      expect(field.args.map((arg) => `${arg.name}: ${String(arg.type)}`)).toEqual([`input: ${name}Input!`])
      expect(String(field.type)).toBe(`${name}Result!`)
      expect(membersOf(`${name}Result`).map((type) => type.name)).toContain(`${name}Payload`)
    }
  })
})

function membersOf(union: string): readonly GraphQLObjectType[] {
  const type = schema.getType(union)
  if (!isUnionType(type)) throw new Error(`${union} is no union`)
  return type.getTypes()
}

/** Two fields of one name that cannot be selected together: `Ticket!` beside `Ticket`, `Int` beside `String`. */
function clashes(members: readonly GraphQLObjectType[]): string[] {
  const seen = new Map<string, string>()
  return members.flatMap((member) =>
    Object.values(member.getFields()).flatMap((field) => {
      const shape = shapeOf(field.type)
      const known = seen.get(field.name)
      seen.set(field.name, shape)
      return known === undefined || known === shape
        ? []
        : [`${member.name}.${field.name}: ${shape}, not ${known}`]
    }),
  )
}

/** What must agree: lists, null-ness, and of leaves the type itself. */
function shapeOf(type: unknown): string {
  if (isNonNullType(type)) return `${shapeOf(type.ofType)}!`
  if (isListType(type)) return `[${shapeOf(type.ofType)}]`
  return isLeafType(type) || isInputType(type) ? String(type) : '{ … }'
}

describe('what one selection may meet', () => {
  const unions = types.filter(isUnionType)
  // A client reads few types of `Node` at once; a stream or a refusal may bring any of its types.
  const interfaces = types.filter(isInterfaceType).filter(({ name }) => name !== 'Node')

  it.each(unions.map(({ name }) => name))('%s has no clashing fields', (name) => {
    expect(clashes(membersOf(name))).toEqual([])
  })

  it.each(interfaces.map(({ name }) => name))('the types of %s have no clashing fields', (name) => {
    const type = interfaces.find((one) => one.name === name)
    if (type === undefined) throw new Error(`there is no ${name}`)
    expect(clashes(schema.getPossibleTypes(type) as GraphQLObjectType[])).toEqual([])
  })

  it('every other member of a result is a Problem', () => {
    const results = unions.filter(({ name }) => name.endsWith('Result'))
    expect(results.length).toBeGreaterThan(20)
    for (const { name } of results) {
      for (const member of membersOf(name)) {
        const isProblem = member.getInterfaces().some((face) => face.name === 'Problem')
        expect([member.name, isProblem]).toEqual([member.name, !member.name.endsWith('Payload')])
      }
    }
  })
})

/** A call of a root field that is right in form: whoever may not use it is refused before anything is looked at. */
function callOf(root: 'query' | 'mutation' | 'subscription', name: string): string {
  const fields = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }
  const field = fields[root]?.getFields()[name]
  if (field === undefined) throw new Error(`there is no ${name}`)
  const args = field.args.flatMap((arg) =>
    isNonNullType(arg.type) ? [`${arg.name}: ${literalOf(arg.type)}`] : [],
  )
  const given = args.length === 0 ? '' : `(${args.join(', ')})`
  return `${root} { ${name}${given} { __typename } }`
}

function literalOf(type: unknown): string {
  if (isNonNullType(type)) return literalOf(type.ofType)
  if (isListType(type)) return `[${literalOf(type.ofType)}]`
  if (isEnumType(type)) return type.getValues()[0]?.name ?? ''
  if (isInputObjectType(type)) {
    const required = Object.values(type.getFields()).filter((field) => isNonNullType(field.type))
    return `{ ${required.map((field) => `${field.name}: ${literalOf(field.type)}`).join(', ')} }`
  }
  const literals: Record<string, string> = {
    Int: '1',
    Boolean: 'true',
    Decimal: '"1.00"',
    DateTime: '"2026-03-01T12:00:00.000Z"',
  }
  return literals[String(type)] ?? '"x"'
}

describe('without a token', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(async () => await server.close())

  const queries = Object.keys(schema.getQueryType()?.getFields() ?? {}).filter((name) => name !== 'viewer')
  const mutations = Object.keys(schema.getMutationType()?.getFields() ?? {}).filter(
    (name) => name !== 'guestStart',
  )
  const subscriptions = Object.keys(schema.getSubscriptionType()?.getFields() ?? {})

  it.each([
    ...queries.map((name) => ['query', name] as const),
    ...mutations.map((name) => ['mutation', name] as const),
  ])('%s %s is closed', async (root, name) => {
    const { errors } = await unchanged(server.desk, async () => await server.request(callOf(root, name)))
    expect(errors).toMatchObject([{ path: [name], extensions: { code: 'UNAUTHENTICATED' } }])
  })

  it.each(subscriptions)('subscription %s is closed', async (name) => {
    const client = createClient({ url: server.url, retryAttempts: 0 })
    const results = client.iterate({ query: callOf('subscription', name) })
    const { value } = await results.next()
    expect(value).toMatchObject({ errors: [{ extensions: { code: 'UNAUTHENTICATED' } }] })
    await results.return?.()
  })

  it('a buyer is refused the inbox before anything is followed', async () => {
    const followers = server.desk.feed.listenerCount
    const authorization = `Bearer ${await server.token('customer')}`
    const client = createClient({ url: server.url, headers: { authorization }, retryAttempts: 0 })
    const results = client.iterate({ query: callOf('subscription', 'inboxEvents') })
    expect((await results.next()).value).toMatchObject({ errors: [{ extensions: { code: 'FORBIDDEN' } }] })
    expect((await results.next()).done).toBe(true)
    expect(server.desk.feed.listenerCount).toBe(followers)
  })

  it('guestStart, viewer and the schema itself are open', async () => {
    expect(await server.request('{ viewer { role } }')).toMatchObject({
      status: 200,
      data: { viewer: null },
      errors: undefined,
    })
    const { data, errors } = await server.request('mutation { guestStart(input: {}) { __typename } }')
    expect([data, errors]).toEqual([{ guestStart: { __typename: 'GuestStartPayload' } }, undefined])
    const introspected = await server.request(
      '{ __schema { queryType { name } } __type(name: "Ticket") { name } }',
    )
    expect(introspected.data).toEqual({
      __schema: { queryType: { name: 'Query' } },
      __type: { name: 'Ticket' },
    })
  })
})
