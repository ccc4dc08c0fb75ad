import type { DocumentNode, FragmentDefinitionNode, ParseOptions, SelectionSetNode } from 'graphql'
import { GraphQLError, Kind, parse, type Source } from 'graphql'
import type { ServerPlugin } from './server-context.ts'

const maxTokens = 10_000
const maxDepth = 20

/** A document larger or deeper than any client of ours needs is refused before it is validated. */
export function useDocumentLimits(): ServerPlugin {
  const checked = new WeakMap<DocumentNode, GraphQLError | null>()
  return {
    onParse({ setParseFn }) {
      setParseFn(parseWithin)
    },
    onValidate({ params: { documentAST }, setResult }) {
      const known = checked.get(documentAST)
      const error = known === undefined ? checkDepth(documentAST) : known
      checked.set(documentAST, error)
      if (error !== null) setResult([error])
    },
  }
}

function parseWithin(source: string | Source, options?: ParseOptions): DocumentNode {
  try {
    return parse(source, { ...options, maxTokens })
  } catch (error) {
    const message = error instanceof GraphQLError ? error.message : 'Syntax Error: nested too deeply.'
    const { source: text, positions } = error instanceof GraphQLError ? error : {}
    throw new GraphQLError(message, {
      source: text,
      positions,
      extensions: { code: 'GRAPHQL_PARSE_FAILED', http: { status: 400, spec: true } },
    })
  }
}

/**
 * Null when nothing is nested deeper than the limit, through fragments too: each field and inline fragment with a
 * selection of its own is a level. Also ends on fragments in a circle.
 */
function checkDepth(document: DocumentNode): GraphQLError | null {
  const fragments = new Map<string, FragmentDefinitionNode>()
  for (const node of document.definitions) {
    if (node.kind === Kind.FRAGMENT_DEFINITION) fragments.set(node.name.value, node)
  }
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
  if (deep === undefined) return null
  return new GraphQLError(`The document is deeper than ${maxDepth} levels.`, { nodes: deep })
}
