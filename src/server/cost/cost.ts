import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql'
import { getOperationAST } from 'graphql'
import type { Amount, Variables } from './amount.ts'
import { amountOf } from './amount.ts'
import { CostUnknown, costOfOperation } from './document-cost.ts'

/** An operation that is about to be executed; its document is valid. */
export interface Asked {
  readonly schema: GraphQLSchema
  readonly document: DocumentNode
  readonly operationName?: string | null | undefined
  readonly variableValues?: Variables | null | undefined
}

/** Worked out once for a document: a parsed one is kept by its text and stands for all who sent it. */
const amounts = new WeakMap<DocumentNode, Map<string, Amount>>()

/** What an operation costs with its variables, before anything of it is executed. Never less than 1. */
export function costOf(asked: Asked): number {
  const cost = amountOf(knownAmount(asked), asked.variableValues ?? {})
  // Infinite times nothing is no number, and no number is less than any limit.
  return Number.isNaN(cost) ? Infinity : Math.max(1, cost)
}

function knownAmount(asked: Asked): Amount {
  const { document } = asked
  const name = asked.operationName ?? ''
  const known = amounts.get(document)?.get(name)
  if (known !== undefined) return known
  const operation = getOperationAST(document, asked.operationName)
  // Refused by whoever executes it; such names are not kept, for there is no end of them.
  if (operation == null) return 1
  const amount = workOut(asked, operation)
  amounts.set(document, (amounts.get(document) ?? new Map<string, Amount>()).set(name, amount))
  return amount
}

function workOut({ schema, document }: Asked, operation: OperationDefinitionNode): Amount {
  try {
    return costOfOperation(schema, document, operation)
  } catch (error) {
    if (error instanceof CostUnknown) return Infinity
    throw error
  }
}
