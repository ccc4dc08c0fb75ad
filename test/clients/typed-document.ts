import type { DocumentTypeDecoration, TypedDocumentNode } from '@graphql-typed-document-node/core'
import { parse } from 'graphql'

/**
 * Our documents are strings that know their types. Apollo Client and urql want them parsed; the types stay. (An app with
 * operations of its own has its codegen make `TypedDocumentNode`s at once: leave `documentMode` out.)
 */
export function typedDocument<Data, Variables>(
  document: DocumentTypeDecoration<Data, Variables> & { toString(): string },
): TypedDocumentNode<Data, Variables> {
  const known = parsed.get(document)
  if (known !== undefined) return known as TypedDocumentNode<Data, Variables>
  const node: TypedDocumentNode<Data, Variables> = parse(document.toString())
  parsed.set(document, node)
  return node
}

/** Caches know documents by identity. */
const parsed = new WeakMap<object, unknown>()
