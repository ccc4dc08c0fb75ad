import type { ASTNode, DirectiveNode, DocumentNode, FragmentDefinitionNode, SelectionSetNode } from 'graphql'
import { GraphQLError, Kind } from 'graphql'

export interface ShapeLimits {
  /** Levels of selections, through fragments too. */
  readonly depth: number
  /** In the whole document, that of each fragment once: what they multiply is counted as cost. */
  readonly aliases: number
  /** In the whole document; on one place a tenth of it, 5 at least. */
  readonly directives: number
  /** Of each operation, through fragments too: the same field twice counts twice. */
  readonly rootFields: number
}

/** What a directive or an alias can stand on. */
type Place = ASTNode & { readonly directives?: readonly DirectiveNode[] }

type Fragments = ReadonlyMap<string, FragmentDefinitionNode>

/** The first limit that a document breaks; null when it keeps them all. It may be invalid in any other way. */
export function checkShape(document: DocumentNode, limits: ShapeLimits): GraphQLError | null {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  }
  return (
    checkDepth(document, fragments, limits.depth) ??
    checkCounts(document, limits) ??
    checkRootFields(document, fragments, limits.rootFields)
  )
}

/** Each field and inline fragment with a selection of its own is a level. Also ends on fragments in a circle. */
function checkDepth(document: DocumentNode, fragments: Fragments, maxDepth: number): GraphQLError | null {
  /** The greatest depth each fragment was already looked into from. */
  const seen = new Map<string, number>()
  const isTooDeep = ({ selections }: SelectionSetNode, depth: number): boolean =>
    selections.some((node) => {
      if (node.kind === Kind.FRAGMENT_SPREAD) {
        const fragment = fragments.get(node.name.value)
        if (fragment === undefined || (seen.get(node.name.value) ?? -1) >= depth) return false
        seen.set(node.name.value, depth)
        return isTooDeep(fragment.selectionSet, depth)
      }
      if (node.selectionSet === undefined) return false
      return depth >= maxDepth || isTooDeep(node.selectionSet, depth + 1)
    })
  const deep = document.definitions.find((node) => 'selectionSet' in node && isTooDeep(node.selectionSet, 1))
  return deep === undefined ? null : refusal(`The document is deeper than ${maxDepth} levels.`, deep)
}

function checkCounts(document: DocumentNode, { aliases, directives }: ShapeLimits): GraphQLError | null {
  const onePlace = Math.min(directives, Math.max(5, Math.floor(directives / 10)))
  let aliasCount = 0
  let directiveCount = 0
  const check = (node: Place): GraphQLError | null => {
    const { length } = node.directives ?? []
    directiveCount += length
    if (length > onePlace) return refusal(`More than ${onePlace} directives stand on one place.`, node)
    if (directiveCount > directives)
      return refusal(`The document has more than ${directives} directives.`, node)
    if (node.kind === Kind.FIELD && node.alias !== undefined) aliasCount += 1
    return aliasCount > aliases ? refusal(`The document has more than ${aliases} aliases.`, node) : null
  }
  return firstOf(document, check)
}

/** Looks at every place until there is a refusal. */
function firstOf(
  { definitions }: DocumentNode,
  check: (node: Place) => GraphQLError | null,
): GraphQLError | null {
  const waiting: Place[] = [...definitions]
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    const error = check(node)
    if (error !== null) return error
    if ('variableDefinitions' in node) waiting.push(...(node.variableDefinitions ?? []))
    if ('selectionSet' in node && node.selectionSet !== undefined)
      waiting.push(...node.selectionSet.selections)
  }
  return null
}

function checkRootFields(document: DocumentNode, fragments: Fragments, most: number): GraphQLError | null {
  for (const node of document.definitions) {
    if (node.kind !== Kind.OPERATION_DEFINITION) continue
    let left = most
    const open = new Set<string>()
    const isTooWide = ({ selections }: SelectionSetNode): boolean =>
      selections.some((selection) => {
        if (selection.kind === Kind.FIELD) {
          left -= 1
          return left < 0
        }
        if (selection.kind === Kind.INLINE_FRAGMENT) return isTooWide(selection.selectionSet)
        const name = selection.name.value
        const fragment = fragments.get(name)
        // One in a circle, or that is none, is refused by validation; it counts, so that this ends soon in any case.
        if (fragment === undefined || open.has(name)) {
          left -= 1
          return left < 0
        }
        open.add(name)
        const isWide = isTooWide(fragment.selectionSet)
        open.delete(name)
        return isWide
      })
    if (isTooWide(node.selectionSet)) return refusal(`An operation has more than ${most} root fields.`, node)
  }
  return null
}

function refusal(message: string, node: ASTNode): GraphQLError {
  return new GraphQLError(message, { nodes: node })
}
