import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLObjectType,
  GraphQLOutputType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
} from 'graphql'
import {
  getNamedType,
  isAbstractType,
  isCompositeType,
  isListType,
  isNonNullType,
  isObjectType,
  Kind,
  OperationTypeNode,
} from 'graphql'
import type { Amount } from './amount.ts'
import { larger, onlyIf, plus, stepsOf, times } from './amount.ts'
import { Arguments } from './arguments.ts'
import { collectFields } from './selected-fields.ts'

/** Working out the cost is itself too much work: such a document costs more than anybody has. */
export class CostUnknown extends Error {}

/** What an operation costs to begin, beside the objects of its answer. */
const startCost = { query: 0, mutation: 10, subscription: 10 } as const
/** The schema, or one type of it, however much of it is asked for. */
const introspectionCost: Readonly<Record<string, number>> = { __schema: 500, __type: 20 }
/** How long a list is taken to be that says nothing of its length. */
const assumedLength = 5

const maxSelections = 100_000
const maxSteps = 5_000

/** What the objects of an answer are made of, where their number is known further up. */
const rowFields: ReadonlySet<string> = new Set(['nodes', 'edges', 'results'])

/** Each object that can be in the answer counts 1; README.md, "What an operation costs", has the whole rule. */
export function costOfOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): Amount {
  const type = schema.getRootType(operation.operation)
  if (type == null) return 1
  return new Analysis(schema, document, operation).root(type)
}

class Analysis {
  readonly #schema: GraphQLSchema
  readonly #operation: OperationDefinitionNode
  readonly #arguments: Arguments
  readonly #fragments = new Map<string, FragmentDefinitionNode>()
  /** A fragment that is used in many places is looked into once for each type. */
  readonly #known = new Map<SelectionSetNode, Map<GraphQLObjectType, Amount>>()
  #selections = 0

  constructor(schema: GraphQLSchema, document: DocumentNode, operation: OperationDefinitionNode) {
    this.#schema = schema
    this.#operation = operation
    this.#arguments = new Arguments(operation)
    for (const node of document.definitions) {
      if (node.kind === Kind.FRAGMENT_DEFINITION) this.#fragments.set(node.name.value, node)
    }
  }

  root(type: GraphQLObjectType): Amount {
    const { operation, selectionSet } = this.#operation
    const fieldOf = (nodes: readonly FieldNode[]) => {
      const field = type.getFields()[nodes[0]?.name.value ?? '']
      if (operation !== OperationTypeNode.MUTATION || field === undefined) {
        return plus(startCost[operation], this.#field(type, nodes, null))
      }
      const length = this.#arguments.inputLength(nodes[0] as FieldNode, field.args)
      return plus(plus(startCost.mutation, length), this.#field(type, nodes, larger(length, 1)))
    }
    return this.#sum(type, [selectionSet], fieldOf)
  }

  /** An object: 1, and what is selected of it. `rows`: how many of what it lists, when that was said further up. */
  #object(type: GraphQLObjectType, sets: readonly SelectionSetNode[], rows: Amount | null): Amount {
    const [only] = sets
    if (only === undefined || sets.length > 1 || rows !== null) {
      return this.#sum(type, sets, (nodes) => this.#field(type, nodes, rows))
    }
    const byType = this.#known.get(only) ?? new Map<GraphQLObjectType, Amount>()
    this.#known.set(only, byType)
    const known = byType.get(type)
    if (known !== undefined) return known
    const cost = this.#sum(type, sets, (nodes) => this.#field(type, nodes, null))
    byType.set(type, cost)
    return cost
  }

  #sum(
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    costOf: (nodes: readonly FieldNode[]) => Amount,
  ): Amount {
    let cost: Amount = 1
    const parts = { type, schema: this.#schema, fragments: this.#fragments, arguments: this.#arguments }
    const fields = collectFields(sets, { ...parts, count: () => this.#count() })
    for (const { nodes, condition } of fields) cost = plus(cost, onlyIf(condition, costOf(nodes)))
    if (stepsOf(cost) > maxSteps) throw new CostUnknown()
    return cost
  }

  #count(): void {
    this.#selections += 1
    if (this.#selections > maxSelections) throw new CostUnknown()
  }

  #field(parent: GraphQLObjectType, nodes: readonly FieldNode[], rows: Amount | null): Amount {
    const [node] = nodes
    const name = node?.name.value ?? ''
    const field = parent.getFields()[name]
    if (node === undefined || field === undefined) return introspectionCost[name] ?? 0
    const type = getNamedType(field.type)
    if (!isCompositeType(type)) return 0
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? [])
    const size = this.#arguments.pageSize(node, field.args)
    const types = isAbstractType(type) ? this.#schema.getPossibleTypes(type) : [type]
    const isList = isListOf(field.type)
    const within = isList ? null : (size ?? (parent === this.#schema.getMutationType() ? rows : null))
    const each = types
      .filter(isObjectType)
      .reduce<Amount>((most, type) => larger(most, this.#object(type, sets, within)), 0)
    return isList ? times(size ?? this.#listLength(node, field, rows), each) : each
  }

  #listLength(node: FieldNode, field: GraphQLField<unknown, unknown>, rows: Amount | null): Amount {
    if (rows !== null && rowFields.has(field.name)) return rows
    const { listSize } = field.extensions
    return (
      this.#arguments.listLength(node, field.args) ??
      (typeof listSize === 'number' ? listSize : assumedLength)
    )
  }
}

function isListOf(type: GraphQLOutputType): boolean {
  return isListType(isNonNullType(type) ? type.ofType : type)
}
