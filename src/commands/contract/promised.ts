import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  type GraphQLType,
  getNamedType,
  isInputObjectType,
  isInterfaceType,
  isObjectType,
  isUnionType,
} from 'graphql'
import { type Day, readReason } from './deprecation.ts'
import { type Place, placesOf } from './places.ts'

/** What a released schema still promises on a day: all but the deprecated whose day has passed. */
export interface Promises {
  /** Whether a field, argument, input field or enum value may be gone, by its schema coordinate. */
  isDue(coordinate: string): boolean
  /** Whether a type may be gone: its own day has passed, or nothing that is still promised leads to it. */
  isTypeDue(name: string): boolean
}

export function promisesOf(schema: GraphQLSchema, today: Day): Promises {
  const places = placesOf(schema)
  const isDue = (coordinate: string) => isPassed(places.get(coordinate), today)
  const reached = reach(schema, isDue)
  return { isDue, isTypeDue: (name) => !reached.has(name) }
}

function isPassed(place: Place | undefined, today: Day): boolean {
  const promised = readReason(place?.deprecation ?? '')
  return promised !== null && promised.removedAfter < today
}

/** The types that somebody who uses nothing due can meet. */
function reach(schema: GraphQLSchema, isDue: (coordinate: string) => boolean): ReadonlySet<string> {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()]
  const waiting: GraphQLNamedType[] = roots.filter((type) => type != null)
  const reached = new Set<string>()
  for (let type = waiting.pop(); type !== undefined; type = waiting.pop()) {
    if (reached.has(type.name) || isDue(type.name)) continue
    reached.add(type.name)
    waiting.push(...neighbours(schema, type, isDue))
  }
  return reached
}

function neighbours(
  schema: GraphQLSchema,
  type: GraphQLNamedType,
  isDue: (coordinate: string) => boolean,
): GraphQLNamedType[] {
  if (isUnionType(type)) return [...type.getTypes()]
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return []
  const kin = isInterfaceType(type) ? schema.getPossibleTypes(type) : []
  const faces = isInputObjectType(type) ? [] : type.getInterfaces()
  const fields = Object.values(type.getFields()).filter(({ name }) => !isDue(`${type.name}.${name}`))
  const members = fields.flatMap((field): GraphQLType[] => {
    const args: readonly GraphQLArgument[] = 'args' in field ? field.args : []
    const kept = args.filter(({ name }) => !isDue(`${type.name}.${field.name}(${name}:)`))
    return [field.type, ...kept.map((arg) => arg.type)]
  })
  return [...kin, ...faces, ...members.map((member) => getNamedType(member))]
}
