import type { DocumentNode } from 'graphql'
import { createLRUCache } from 'graphql-yoga'
import type { Operations } from './operations/operations.ts'

const maxDocuments = 1_000
/** Documents of clients are a few kilobytes; longer ones are parsed each time, so that nobody fills the memory. */
const maxCharacters = 10_000

/**
 * Parsed documents by their text, and by the document whether it is valid. Shared by all transports. Registered
 * operations are kept whatever their length: nobody else can add to them.
 */
export function createDocumentCache(operations: Pick<Operations, 'isRegistered'>) {
  return {
    documentCache: bounded<DocumentNode>(operations),
    errorCache: bounded<Error>(operations),
  }
}

function bounded<T extends {}>({ isRegistered }: Pick<Operations, 'isRegistered'>) {
  const cache = createLRUCache<T>({ max: maxDocuments })
  return {
    get: (text: string) => cache.get(text),
    set(text: string, value: T) {
      if (text.length <= maxCharacters || isRegistered(text)) cache.set(text, value)
    },
  }
}
