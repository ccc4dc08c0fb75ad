import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedOutputType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isInterfaceType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
} from 'graphql'
import type { Chance } from './chance.ts'
import { type Ingredients, makeValue, Name } from './values.ts'

export type Kind = 'query' | 'mutation' | 'subscription'

export interface Operation {
  readonly kind: Kind
  readonly query: string
  readonly variables: Record<string, unknown>
}

const deepest = 5

/** A document the schema allows, with values that it allows mostly. */
export function makeOperation(schema: GraphQLSchema, kind: Kind, from: Ingredients): Operation {
  return new Maker(schema, from).make(kind)
}

class Maker {
  readonly #schema: GraphQLSchema
  readonly #from: Ingredients
  readonly #chance: Chance
  readonly #definitions: string[] = []
  readonly #fragments: string[] = []
  readonly #variables: Record<string, unknown> = {}
  #fieldsLeft = 60

  constructor(schema: GraphQLSchema, from: Ingredients) {
    this.#schema = schema
    this.#from = from
    this.#chance = from.chance
  }

  make(kind: Kind): Operation {
    const roots = {
      query: this.#schema.getQueryType(),
      mutation: this.#schema.getMutationType(),
      subscription: this.#schema.getSubscriptionType(),
    }
    const root = roots[kind]
    if (root == null) throw new Error(`the schema has no ${kind}`)
    const fields = Object.values(root.getFields())
    const count = kind === 'subscription' ? 1 : this.#chance.between(1, 3)
    const selections = Array.from({ length: count }, (_, index) => {
      const field = this.#chance.pick(fields)
      return this.#field(field, kind === 'subscription' ? '' : `f${index}: `, 0)
    })
    if (kind === 'query' && this.#chance.is(3)) selections.push('__schema { types { name fields { name } } }')
    const declared = this.#definitions.length === 0 ? '' : `(${this.#definitions.join(', ')})`
    const query = [`${kind} Fuzz${declared} { ${selections.join(' ')} }`, ...this.#fragments].join('\n')
    return { kind, query, variables: this.#variables }
  }

  #field(field: GraphQLField<unknown, unknown>, alias: string, depth: number): string {
    this.#fieldsLeft -= 1
    const given = field.args.filter((argument) => isRequiredArgument(argument) || this.#chance.is(35))
    const words = given.map((argument) => `${argument.name}: ${this.#argument(argument)}`)
    const type = getNamedType(field.type)
    const head = `${alias}${field.name}${words.length === 0 ? '' : `(${words.join(', ')})`}${this.#directive(depth)}`
    return isLeafType(type) ? head : `${head} ${this.#selections(type, depth + 1)}`
  }

  #argument(argument: GraphQLArgument): string {
    const value = makeValue(argument.type, argument.name, this.#from)
    if (this.#chance.is(30)) return literal(value)
    const name = `v${this.#definitions.length}`
    this.#definitions.push(`$${name}: ${String(argument.type)}`)
    this.#variables[name] = value
    return `$${name}`
  }

  #directive(depth: number): string {
    if (depth === 0 || !this.#chance.is(4)) return ''
    return this.#chance.is(50) ? ' @include(if: true)' : ' @skip(if: true)'
  }

  #selections(type: GraphQLNamedOutputType, depth: number): string {
    const parts = ['__typename']
    if (isObjectType(type) || isInterfaceType(type))
      parts.push(...this.#fieldsOf(type as GraphQLObjectType, depth))
    if (isAbstractType(type)) {
      const problem = this.#schema.getType('Problem')
      const possible = this.#schema.getPossibleTypes(type)
      if (isInterfaceType(problem) && possible.some((one) => one.getInterfaces().includes(problem)))
        parts.push('... on Problem { code detail path }')
      for (const one of this.#chance.some(possible, 3)) {
        parts.push(`... on ${one.name} { ${['__typename', ...this.#fieldsOf(one, depth)].join(' ')} }`)
      }
    }
    return `{ ${this.#asFragment(type, parts.join(' '))} }`
  }

  #asFragment(type: GraphQLNamedOutputType, body: string): string {
    if (!this.#chance.is(5)) return body
    const name = `Part${this.#fragments.length}`
    this.#fragments.push(`fragment ${name} on ${type.name} { ${body} }`)
    return `...${name}`
  }

  /** Each under a name of its own: fields that differ in their arguments may not share one. */
  #fieldsOf(type: GraphQLObjectType, depth: number): string[] {
    const fields = Object.values(type.getFields()).filter((field) => {
      const isLeaf = isLeafType(getNamedType(field.type))
      return isLeaf || (depth < deepest && this.#fieldsLeft > 0)
    })
    const id = fields.filter(({ name }) => /^(id|cursor|number)$/.test(name)).map(({ name }) => name)
    const more = this.#chance.some(fields, depth < 3 ? 5 : 3).filter(({ name }) => !id.includes(name))
    return [...id, ...more.map((field) => this.#field(field, `${field.name}_${this.#fieldsLeft}: `, depth))]
  }
}

/** A value as it stands in a document. */
export function literal(value: unknown): string {
  if (value instanceof Name) return value.name
  if (Array.isArray(value)) return `[${value.map(literal).join(', ')}]`
  if (typeof value === 'object' && value !== null) {
    return `{${Object.entries(value)
      .map(([name, one]) => `${name}: ${literal(one)}`)
      .join(', ')}}`
  }
  return JSON.stringify(value) ?? 'null'
}

const tokens = [
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  '!',
  '$',
  ':',
  '...',
  '@',
  '"',
  '"""',
  '#',
  '\0',
  '\uFEFF',
  'on',
  'null',
  '&',
  '|',
]

/** The text with a few slips: what is deleted, doubled, moved or put in at random places. */
export function misspell(text: string, chance: Chance): string {
  let spoilt = text
  for (let count = chance.between(1, 3); count > 0; count -= 1) {
    const at = chance.below(spoilt.length + 1)
    const until = Math.min(spoilt.length, at + chance.between(1, 8))
    const [before, piece, after] = [spoilt.slice(0, at), spoilt.slice(at, until), spoilt.slice(until)]
    spoilt = chance.pick([
      () => before + after,
      () => before + piece + piece + after,
      () => before + chance.pick(tokens) + piece + after,
      () => after + piece + before,
    ])()
  }
  return spoilt
}
