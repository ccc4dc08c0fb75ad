/**
 * A GraphQL document that knows its types, as codegen makes it here or in your own project (`documentMode: 'string'`).
 * A plain string will do too; its data is then `unknown`.
 */
export interface Operation<Data, Variables> {
  /** Never there: it only carries the types. */
  readonly __apiType?: (variables: Variables) => Data
  /** What codegen notes of it; `hash` is its id, the SHA-256 of its text. */
  readonly __meta__?: { readonly hash?: unknown }
  toString(): string
}

/** A document as it goes out. */
export interface SentDocument {
  readonly text: string
  /** What asks for it by id, as Apollo's protocol has it; null to send the text alone. */
  readonly persistedQuery: { readonly version: 1; readonly sha256Hash: string } | null
}

/** A plain string, or a document of a codegen that was not told to note ids, has none. */
export function sentDocument<Data, Variables>(
  document: Operation<Data, Variables>,
  mayUseId = false,
): SentDocument {
  const hash = document.__meta__?.hash
  const isById = mayUseId && typeof hash === 'string'
  return { text: document.toString(), persistedQuery: isById ? { version: 1, sha256Hash: hash } : null }
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
