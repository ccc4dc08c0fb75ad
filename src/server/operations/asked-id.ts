import { requestError } from '../request-error.ts'

/** What a request says of its document, on any transport; not yet looked at. */
export interface AskedOperation {
  readonly query?: unknown
  readonly documentId?: unknown
  readonly extensions?: unknown
}

const hash = /^[0-9a-f]{64}$/

/**
 * The id by which an operation is asked for: `extensions.persistedQuery.sha256Hash` as Apollo has it, or `documentId`
 * (`sha256:…`) as GraphQL over HTTP has it; null without one.
 * @throws GraphQLError BAD_USER_INPUT when it is no id
 */
export function askedId({ documentId, extensions }: AskedOperation): string | null {
  if (documentId != null) {
    const id = typeof documentId === 'string' ? documentId.replace(/^sha256:/, '') : ''
    if (hash.test(id)) return id
    throw requestError(400, 'documentId must be sha256: and 64 hexadecimal digits.')
  }
  const persistedQuery = (extensions as { persistedQuery?: unknown } | null | undefined)?.persistedQuery
  if (persistedQuery == null) return null
  const { version, sha256Hash } = persistedQuery as { version?: unknown; sha256Hash?: unknown }
  if (version === 1 && typeof sha256Hash === 'string' && hash.test(sha256Hash)) return sha256Hash
  throw requestError(
    400,
    'extensions.persistedQuery must have version: 1 and a sha256Hash of 64 hexadecimal digits.',
  )
}
