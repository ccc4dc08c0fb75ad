import type { GraphQLCompositeType, GraphQLObjectType } from 'graphql'
import { schema } from '../../src/graphql/schema.ts'
import {
  fieldsOf,
  isNodeType,
  isOpen,
  listed,
  possibleTypes,
  ruleOf,
  targetOf,
} from './authorisation-types.ts'

/** How an object is reached from the root, and what is asked of it there. */
export interface Way {
  /** In words, such as `Ticket.assignee`. */
  readonly name: string
  /** The query around a selection, as the field `under` of the root. */
  readonly wrap: (under: string, selection: string) => string
  /** Where the objects are below `under`; lists on the way are gone through. */
  readonly path: readonly string[]
  readonly type: GraphQLCompositeType
}

type Field = ReturnType<typeof fieldsOf>[number]
type Arguments = Readonly<Record<string, string>>

/** A field with what it must be given; of a list as many rows as it gives. */
function called({ name, args }: Field, given: Arguments = {}): string {
  const all = args.some((arg) => arg.name === 'first') ? { first: '100', ...given } : given
  for (const arg of args) {
    if (String(arg.type).endsWith('!') && arg.defaultValue === undefined && all[arg.name] === undefined) {
      throw new Error(`say in the test what ${name}(${arg.name}) is to be given`)
    }
  }
  const said = Object.entries(all).map(([arg, value]) => `${arg}: ${value}`)
  return said.length === 0 ? name : `${name}(${said.join(', ')})`
}

export function wayToNode(id: string, type: GraphQLObjectType): Way {
  const wrap = (under: string, selection: string) => `${under}: node(id: "${id}") { ${selection} }`
  return { name: `node(${type.name})`, wrap, path: [], type }
}

/** The ways that begin at the fields of `Query`; `node` and `nodes` have their own. */
export function waysFromRoot(given: Readonly<Record<string, Arguments>>): Way[] {
  const fields = Object.values(schema.getQueryType()?.getFields() ?? {})
  return fields.flatMap((field) => {
    const target = targetOf(field)
    if (target === null || isOpen(target.type)) return []
    const call = called(field, given[field.name])
    const inner = (selection: string) => (target.isPaged ? `nodes { ${selection} }` : selection)
    return [
      {
        name: field.name,
        wrap: (under: string, selection: string) => `${under}: ${call} { ${inner(selection)} }`,
        path: target.isPaged ? ['nodes'] : [],
        type: target.type,
      },
    ]
  })
}

/** The ways on from an object of a type: one for each field that leads to a listed type. */
export function waysOn(way: Way, from: GraphQLObjectType): Way[] {
  return fieldsOf(from).flatMap((field) => {
    const target = targetOf(field)
    if (
      target === null ||
      isOpen(target.type) ||
      possibleTypes(target.type).every((one) => ruleOf(one) !== null)
    ) {
      return []
    }
    const rows = (selection: string) => (target.isPaged ? `nodes { ${selection} }` : selection)
    const on = (selection: string) => `... on ${from.name} { on: ${called(field)} { ${rows(selection)} } }`
    return [
      {
        name: `${way.name}.${field.name}`,
        wrap: (under: string, selection: string) => way.wrap(under, on(selection)),
        path: [...way.path, 'on', ...(target.isPaged ? ['nodes'] : [])],
        type: target.type,
      },
    ]
  })
}

/** Under which name a field's value is found, whatever else is selected beside it. */
export const aliasOf = (type: GraphQLObjectType, field: Field) => `${type.name}_${field.name}`

/** All fields of the types an object may have there, those in `without` left out. */
export function selectionOf(type: GraphQLCompositeType, without: ReadonlySet<string> = new Set()): string {
  const parts = possibleTypes(type)
    .filter((one) => listed.includes(one))
    .map((one) => {
      const fields = fieldsOf(one)
        .filter((field) => !without.has(aliasOf(one, field)))
        .map((field) => `${aliasOf(one, field)}: ${called(field)} ${emptyOf(field)}`)
      const key = isNodeType(one) ? 'id ' : ''
      return `... on ${one.name} { ${key}${fields.join(' ')} }`
    })
  return `__typename ${parts.join(' ')}`
}

function emptyOf(field: Field): string {
  const target = targetOf(field)
  if (target === null) return ''
  return target.isPaged ? '{ nodes { __typename } }' : '{ __typename }'
}
