import { buildSchema, introspectionFromSchema, isAbstractType, isObjectType } from 'graphql'

/**
 * What a normalised cache must know of our schema: which types a result union and the interfaces `Problem`, `Node`,
 * `Event` and `TicketEvent` stand for, so that `... on Problem` is recognised on any of them. Made of
 * `opora/schema.graphql` when an app is built.
 */
export function possibleTypesOf(sdl: string): Record<string, string[]> {
  const schema = buildSchema(sdl)
  const abstract = Object.values(schema.getTypeMap()).filter(isAbstractType)
  return Object.fromEntries(
    abstract.map((type) => [type.name, schema.getPossibleTypes(type).map(({ name }) => name)]),
  )
}

/** The same for urql's cache: the schema as an introspection, and which types are no objects with an id of their own. */
export function graphcacheSchemaOf(sdl: string) {
  const schema = buildSchema(sdl)
  const embedded = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !('id' in type.getFields()),
  )
  return {
    schema: introspectionFromSchema(schema, { descriptions: false }),
    keys: Object.fromEntries(embedded.map(({ name }) => [name, () => null])),
  }
}
