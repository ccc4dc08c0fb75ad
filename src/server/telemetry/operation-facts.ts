import type { DocumentNode } from 'graphql'
import { getOperationAST } from 'graphql'

export interface OperationFacts {
  /** As the client calls it, cut where it is too long to be a name; null when it has none. */
  readonly name: string | null
  readonly kind: 'query' | 'mutation' | 'subscription' | 'unknown'
}

const maxNameLength = 100

/** What may be told of an operation: neither its text nor its variables. */
export function operationFacts(
  document: DocumentNode,
  operationName: string | null | undefined,
): OperationFacts {
  const operation = getOperationAST(document, operationName)
  return {
    name: operation?.name?.value.slice(0, maxNameLength) ?? null,
    kind: operation?.operation ?? 'unknown',
  }
}
