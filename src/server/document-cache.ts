import type { DocumentNode } from 'graphql'
import { createLRUCache } from 'graphql-yoga'

const maxDocuments = 1_000
/** Documents of clients are a few kilobytes; longer ones are parsed each time, so that nobody fills the memory. */
const maxCharacters = 10_000

/** Parsed documents by their text, and by the document whether it is valid. Shared by all transports. */
export function createDocumentCache() {
  return { documentCache: bounded<DocumentNode>(), errorCache: bounded<Error>() }
}

function bounded<T extends {}>() {
  const cache = createLRUCache<T>({ max: maxDocuments })
  return {
    get: (text: string) => cache.get(text),
    set(text: string, value: T) {
      if (text.length <= maxCharacters) cache.set(text, value)
    },
  }
}
