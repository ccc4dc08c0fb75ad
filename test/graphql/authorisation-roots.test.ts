import {
  type GraphQLField,
  type GraphQLInputType,
  getNullableType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql'
import { createClient } from 'graphql-sse'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { schema } from '../../src/graphql/schema.ts'
import { snapshot } from '../kit/snapshot.ts'
import type { Person } from '../kit/world.ts'

import { openScene, type Scene } from '../returns/scene.ts'
import { everybody, namesOf } from './authorisation-everybody.ts'

/**
 * Who may use which field of `Query`, `Mutation` and `Subscription`: each is called by every kind of viewer, with
 * something that leads to nothing. `authorisation-roots.txt` is what was reviewed; see `authorisation.test.ts` on how
 * it is written anew.
 */
let scene: Scene
let people: ReadonlyMap<string, Person>
beforeAll(async () => {
  scene = await openScene()
  people = await everybody(scene)
  // Who asks is read, and counts as seen, at the first request only.
  for (const by of people.values()) await by.answer('{ viewer { role } }')
})
afterAll(async () => await scene.server.close())

/** Where what is right in form would be written: something that is refused by the rules behind the scopes. */
const refused: Readonly<Record<string, string>> = {
  guestStart: `{ name: "${'x'.repeat(500)}" }`,
  customerExportRequest: `{ idempotencyKey: "${'x'.repeat(500)}" }`,
  channelUpdate: '{ channel: TELEGRAM, timeZone: "nowhere" }',
}

type Root = 'query' | 'mutation' | 'subscription'
const fieldsOf = (root: Root): GraphQLField<unknown, unknown>[] => {
  const types = {
    query: schema.getQueryType(),
    mutation: schema.getMutationType(),
    subscription: schema.getSubscriptionType(),
  }
  return Object.values(types[root]?.getFields() ?? {})
}

/** Ids of nothing, empty texts and lists. A cursor of nothing, so that a stream says something at once. */
function callOf(root: Root, { name, args }: GraphQLField<unknown, unknown>): string {
  const given = args
    .filter((arg) => isNonNullType(arg.type) || (root === 'subscription' && arg.name === 'after'))
    .map((arg) => `${arg.name}: ${refused[name] ?? literalOf(arg.type)}`)
  return `${root} { ${name}${given.length === 0 ? '' : `(${given.join(', ')})`} { __typename } }`
}

const literals: Readonly<Record<string, string>> = {
  Int: '0',
  Boolean: 'false',
  DateTime: '"2026-03-01T12:00:00.000Z"',
  Decimal: '"0"',
  CurrencyCode: '"RUB"',
  JSON: '{}',
  ID: '"x"',
}

function literalOf(given: GraphQLInputType): string {
  const type = getNullableType(given)
  if (isListType(type)) return '[]'
  if (isEnumType(type) && type.name === 'Channel') return 'TELEGRAM'
  if (isEnumType(type)) return type.getValues()[0]?.name ?? ''
  if (!isInputObjectType(type)) return literals[String(type)] ?? '""'
  const required = Object.values(type.getFields()).filter(
    (field) => isNonNullType(field.type) && field.defaultValue === undefined,
  )
  return `{ ${required.map((field) => `${field.name}: ${literalOf(field.type)}`).join(', ')} }`
}

/** True unless the call ends with a refusal of who calls. */
async function mayCall(by: Person, root: Root, call: string): Promise<boolean> {
  const { errors = [] } = root === 'subscription' ? await firstOf(by, call) : await by.answer(call)
  return !errors.some(({ extensions }) =>
    ['UNAUTHENTICATED', 'FORBIDDEN'].includes(String(extensions?.['code'])),
  )
}

async function firstOf({ token }: Person, query: string) {
  const headers: Record<string, string> = token === null ? {} : { authorization: `Bearer ${token}` }
  const results = createClient({ url: scene.server.url, headers, retryAttempts: 0 }).iterate({ query })
  const { value } = await results.next()
  await results.return?.()
  return (value ?? {}) as { errors?: { extensions?: Record<string, unknown> }[] }
}

describe('the fields of the roots', () => {
  it.each<Root>(['query', 'mutation', 'subscription'])(
    'every %s is open to whom the reviewed list names',
    async (root) => {
      const lines: string[] = []
      for (const field of fieldsOf(root)) {
        const call = callOf(root, field)
        const before = root === 'mutation' ? await snapshot(scene.server.desk) : null
        const may = new Set<string>()
        for (const [name, by] of people) if (await mayCall(by, root, call)) may.add(name)
        // The scopes alone are asked: what follows them is refused, or has nothing to do.
        if (before !== null)
          expect([field.name, await snapshot(scene.server.desk)]).toEqual([field.name, before])
        lines.push(`${field.name}: ${namesOf(may, [...people.keys()])}`)
      }
      await expect(`${lines.join('\n')}\n`).toMatchFileSnapshot(`authorisation-${root}.txt`)
    },
    300_000,
  )
})
