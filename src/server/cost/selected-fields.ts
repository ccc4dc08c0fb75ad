import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLSchema,
  NamedTypeNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql'
import { isAbstractType, Kind } from 'graphql'
import type { Condition } from './amount.ts'
import { both, either } from './amount.ts'
import type { Arguments } from './arguments.ts'

/** A field of the answer: all places of the document that ask for it under one name. */
export interface SelectedField {
  readonly nodes: FieldNode[]
  /** Null as soon as one of the places always takes part. */
  condition: Condition
}

interface Parts {
  readonly type: GraphQLObjectType
  readonly schema: GraphQLSchema
  readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>
  readonly arguments: Arguments
  /** Called for each selection that is looked at. */
  readonly count: () => void
}

/** The fields an object of this type answers, merged as graphql merges them: what is asked for twice comes once. */
export function collectFields(sets: readonly SelectionSetNode[], parts: Parts): Iterable<SelectedField> {
  const fields = new Map<string, SelectedField>()
  const seen = new Set<string>()
  const take = (selection: SelectionNode, outer: Condition): void => {
    parts.count()
    const inner = parts.arguments.condition(selection.directives)
    if (inner === false) return
    const condition = both(outer, inner)
    if (selection.kind === Kind.FIELD) addField(fields, selection, condition)
    else if (selection.kind === Kind.INLINE_FRAGMENT) {
      if (applies(selection.typeCondition, parts)) takeAll(selection.selectionSet, condition)
    } else {
      const name = selection.name.value
      const fragment = parts.fragments.get(name)
      if (fragment === undefined || seen.has(name) || !applies(fragment.typeCondition, parts)) return
      // One that takes part on a condition may be spread again without it.
      if (condition === null) seen.add(name)
      takeAll(fragment.selectionSet, condition)
    }
  }
  const takeAll = ({ selections }: SelectionSetNode, condition: Condition) => {
    for (const selection of selections) take(selection, condition)
  }
  for (const set of sets) takeAll(set, null)
  return fields.values()
}

function addField(fields: Map<string, SelectedField>, node: FieldNode, condition: Condition): void {
  const key = (node.alias ?? node.name).value
  const known = fields.get(key)
  if (known === undefined) {
    fields.set(key, { nodes: [node], condition })
    return
  }
  known.nodes.push(node)
  known.condition = either(known.condition, condition)
}

function applies(condition: NamedTypeNode | undefined, { type, schema }: Parts): boolean {
  if (condition === undefined || condition.name.value === type.name) return true
  const other = schema.getType(condition.name.value)
  return isAbstractType(other) && schema.isSubType(other, type)
}
