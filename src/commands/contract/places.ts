import {
  type GraphQLArgument,
  type GraphQLNamedType,
  type GraphQLSchema,
  isEnumType,
  isInputObjectType,
  isInterfaceType,
  isIntrospectionType,
  isObjectType,
  isSpecifiedDirective,
  isSpecifiedScalarType,
} from 'graphql'

/** One thing that a schema promises and a reader may wonder about. */
export interface Place {
  readonly description: string
  /** Why it is deprecated; null when it is not. */
  readonly deprecation: string | null
}

/** Every type, field, argument, input field, enum value and directive of ours, by its schema coordinate. */
export function placesOf(schema: GraphQLSchema): ReadonlyMap<string, Place> {
  const types = Object.values(schema.getTypeMap())
  const ours = types.filter((type) => !isIntrospectionType(type) && !isSpecifiedScalarType(type))
  const directives = schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive))
  return new Map([
    ...ours.flatMap(typePlaces),
    ...directives.flatMap(({ name, description, args }) => [
      placeOf(`@${name}`, { description }),
      ...args.map((arg) => placeOf(`@${name}(${arg.name}:)`, arg)),
    ]),
  ])
}

function typePlaces(type: GraphQLNamedType): [string, Place][] {
  const own: [string, Place] = [type.name, typePlace(type.description ?? '')]
  if (isEnumType(type))
    return [own, ...type.getValues().map((one) => placeOf(`${type.name}.${one.name}`, one))]
  if (!isObjectType(type) && !isInterfaceType(type) && !isInputObjectType(type)) return [own]
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const coordinate = `${type.name}.${field.name}`
    const args: readonly GraphQLArgument[] = 'args' in field ? field.args : []
    return [placeOf(coordinate, field), ...args.map((arg) => placeOf(`${coordinate}(${arg.name}:)`, arg))]
  })
  return [own, ...fields]
}

interface Described {
  readonly description?: string | null
  readonly deprecationReason?: string | null
}

function placeOf(coordinate: string, { description, deprecationReason }: Described): [string, Place] {
  return [coordinate, { description: description ?? '', deprecation: deprecationReason ?? null }]
}

/** The language has no `@deprecated` for types: theirs is the last sentence of the description. */
function typePlace(description: string): Place {
  return { description, deprecation: /(?:^|\s)Deprecated: (.+)$/s.exec(description)?.[1] ?? null }
}

/** The places that say nothing, or so little that it is nothing. */
export function undescribed(places: ReadonlyMap<string, Place>): string[] {
  return [...places].flatMap(([coordinate, { description }]) =>
    /\p{L}{2}.*\p{P}$/su.test(description.trim()) ? [] : [coordinate],
  )
}
