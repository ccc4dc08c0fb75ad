/**
 * A GraphQL document that knows its types, as codegen makes it here or in your own project (`documentMode: 'string'`).
 * A plain string will do too; its data is then `unknown`.
 */
export interface Operation<Data, Variables> {
  /** Never there: it only carries the types. */
  readonly __apiType?: (variables: Variables) => Data
  toString(): string
}

/** Variables may be left out where none of them is required. */
export type Rest<Variables, Options> = {} extends Variables
  ? [variables?: Variables, options?: Options]
  : [variables: Variables, options?: Options]

/** Whether the operation declares a variable of this name. */
export function declares(document: string, variable: string): boolean {
  return new RegExp(`\\$${variable}\\s*:`).test(document)
}

/** The value of the one root field of a subscription; undefined when it is no object. */
export function rootValue(data: unknown): Record<string, unknown> | undefined {
  const [value] = isObject(data) ? Object.values(data) : []
  return isObject(value) ? value : undefined
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
