import { type Change, ChangeType, CriticalityLevel, DiffRule, diff } from '@graphql-inspector/core'
import { buildSchema, type GraphQLSchema } from 'graphql'
import { namesIn } from './change-log.ts'
import type { Day } from './deprecation.ts'
import { type Promises, promisesOf } from './promised.ts'

/** What has changed for clients since a release. Each change is one line for people. */
export interface Comparison {
  /** What breaks clients and was never deprecated, or not for long enough. */
  readonly broken: readonly string[]
  /** What is gone as its deprecation had said. */
  readonly removed: readonly string[]
  /** What a client that is not written with care may stumble over, such as a new member of a union. */
  readonly dangerous: readonly string[]
  readonly added: readonly string[]
  /** How many descriptions say something else. */
  readonly descriptionCount: number
  /** What the change log does not mention. */
  readonly unmentioned: readonly string[]
}

/** Compares two schemas, given as text; `section` is what the change log says of the difference. */
export async function compareSchemas(
  texts: { readonly released: string; readonly present: string; readonly section: string },
  today: Day,
): Promise<Comparison> {
  const released = buildSchema(texts.released)
  const all = await differences(released, buildSchema(texts.present))
  const changes = all.filter((change) => !isDescription(change))
  const promises = promisesOf(released, today)
  const breaking = changes.filter(isOf(CriticalityLevel.Breaking))
  const names = namesIn(texts.section)
  return {
    broken: breaking.filter((change) => !isDue(change, promises)).map(lineOf),
    removed: breaking.filter((change) => isDue(change, promises)).map(lineOf),
    dangerous: changes.filter(isOf(CriticalityLevel.Dangerous)).map(lineOf),
    added: changes.filter(isOf(CriticalityLevel.NonBreaking)).map(lineOf),
    descriptionCount: all.length - changes.length,
    unmentioned: changes.filter((change) => !isMentioned(change, names)).map(lineOf),
  }
}

/** A new type stands for its fields. */
async function differences(released: GraphQLSchema, present: GraphQLSchema): Promise<Change[]> {
  return await diff(released, present, [DiffRule.simplifyChanges])
}

const isOf = (level: CriticalityLevel) => (change: Change) => change.criticality.level === level
const lineOf = ({ path = '', message }: Change) => `${path}: ${message}`
const isDescription = ({ type }: Change) => String(type).includes('DESCRIPTION')

function isDue({ type, path = '', meta }: Change, { isDue: isMemberDue, isTypeDue }: Promises): boolean {
  switch (type) {
    case ChangeType.FieldRemoved:
    case ChangeType.InputFieldRemoved:
    case ChangeType.EnumValueRemoved:
      return isMemberDue(path)
    case ChangeType.FieldArgumentRemoved:
      return isMemberDue(`${meta.typeName}.${meta.fieldName}(${meta.removedFieldArgumentName}:)`)
    case ChangeType.TypeRemoved:
      return isTypeDue(path)
    case ChangeType.UnionMemberRemoved:
      return isTypeDue(meta.removedUnionMemberTypeName)
    default:
      return false
  }
}

const roots = /^(Query|Mutation|Subscription)\./
/** What is named after a field or a type and comes with it. */
const companions = /(Input|Payload|Result|Edge|Connection)$/

/** By its coordinate, by its type or field, or, of a root field and what comes with it, by the field's name. */
function isMentioned({ path = '', meta }: Change, names: ReadonlySet<string>): boolean {
  const [type = '', field, argument] = path.split('.')
  const ofMember = field === undefined ? [] : [`${type}.${field}`]
  const ofArgument = argument === undefined ? [] : [`${type}.${field}(${argument}:)`]
  const ofUnion = [meta?.addedUnionMemberTypeName, meta?.removedUnionMemberTypeName, meta?.addedInterfaceName]
  const bare = roots.test(path) ? path.replace(roots, '').split('.', 1) : []
  const base = type.replace(companions, '')
  const told = [type, ...ofMember, ...ofArgument, ...ofUnion, ...bare, base, lowerFirst(base)]
  return told.some((name) => name !== undefined && !rootTypes.has(name) && names.has(name))
}

const rootTypes = new Set(['Query', 'Mutation', 'Subscription'])
const lowerFirst = (name: string) => name.charAt(0).toLowerCase() + name.slice(1)
