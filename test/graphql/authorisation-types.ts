import {
  type GraphQLCompositeType,
  type GraphQLField,
  type GraphQLObjectType,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
} from 'graphql'
import { schema } from '../../src/graphql/schema.ts'

/** Which types the matrix lists field by field, and which are covered by a rule that a test holds. */

const roots = new Set(['Query', 'Mutation', 'Subscription'])
export const objectTypes = Object.values(schema.getTypeMap())
  .filter(isObjectType)
  .filter(({ name }) => !name.startsWith('__') && !roots.has(name))

const streams = ['TicketEvent', 'InboxEvent', 'CustomerEvent', 'OutboundEvent']
const isA = (type: GraphQLObjectType, ...names: readonly string[]) =>
  type.getInterfaces().some(({ name }) => names.includes(name))

export const rules = ['payload', 'problem', 'list', 'event', 'control', 'handed'] as const
export type Rule = (typeof rules)[number]

/** By which rule a type is covered; null when the matrix lists its fields. */
export function ruleOf(type: GraphQLObjectType): Rule | null {
  return ruleByForm(type) ?? (asked.has(type.name) ? null : 'handed')
}

function ruleByForm(type: GraphQLObjectType): Rule | null {
  const { name } = type
  if (name.endsWith('Payload')) return 'payload'
  if (isA(type, 'Problem')) return 'problem'
  if (/(Connection|Edge)$/.test(name) || name === 'PageInfo' || name === 'CappedCount') return 'list'
  if (isA(type, 'Event')) return 'event'
  return isA(type, ...streams) ? 'control' : null
}

/** What queries lead to; the others are handed out by a mutation or a subscription only. */
const asked = new Set<string>()
function ask(type: GraphQLObjectType): void {
  if (asked.has(type.name) || (type.name !== 'Query' && ruleByForm(type) !== null)) return
  asked.add(type.name)
  for (const field of fieldsOf(type)) {
    const target = targetOf(field)
    if (target !== null) for (const one of possibleTypes(target.type)) ask(one)
  }
}
const query = schema.getQueryType()
if (query !== null && query !== undefined) ask(query)

export const listed = objectTypes.filter((type) => ruleOf(type) === null)
export function isNodeType(type: GraphQLObjectType): boolean {
  return isA(type, 'Node')
}

type Field = GraphQLField<unknown, unknown>
export function fieldsOf(type: GraphQLObjectType): Field[] {
  return Object.values(type.getFields())
}

/** What a field that leads on leads to: its object, or the rows of its list; null for a plain value. */
export function targetOf(
  field: Field,
): { readonly type: GraphQLCompositeType; readonly isPaged: boolean } | null {
  const type = getNamedType(field.type)
  if (!isCompositeType(type)) return null
  if (!isObjectType(type) || !type.name.endsWith('Connection')) return { type, isPaged: false }
  const nodes = type.getFields()['nodes']
  const row = nodes === undefined ? undefined : getNamedType(nodes.type)
  if (row === undefined || !isCompositeType(row)) throw new Error(`${type.name} has no rows`)
  return { type: row, isPaged: true }
}

/** The types an object found there can have. */
export function possibleTypes(type: GraphQLCompositeType): readonly GraphQLObjectType[] {
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [type as GraphQLObjectType]
}

/** `Node` says nothing of what is behind it: those are reached each by its own id. */
export const isOpen = (type: GraphQLCompositeType) => isInterfaceType(type) && type.name === 'Node'

/** The type of a subject, whose name may say in brackets what is special about it. */
export function typeOfSubject(subject: string): string {
  return subject.replace(/ \(.*/, '')
}
