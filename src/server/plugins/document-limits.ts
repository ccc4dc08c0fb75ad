import type { DocumentNode, ParseOptions } from 'graphql'
import { GraphQLError, parse, type Source } from 'graphql'
import type { Env } from '../../env.ts'
import { checkShape, type ShapeLimits } from '../document-shape.ts'
import type { ServerPlugin } from './server-context.ts'

/**
 * A document larger, deeper or wider than any client of ours needs is refused before it is validated, on every
 * transport. With one error: those who ask a thousand times in one document are not told so a thousand times.
 */
export function useDocumentLimits(limits: Env): ServerPlugin {
  const checked = new WeakMap<DocumentNode, GraphQLError | null>()
  const shape: ShapeLimits = {
    depth: limits.DOCUMENT_DEPTH_LIMIT,
    aliases: limits.DOCUMENT_ALIAS_LIMIT,
    directives: limits.DOCUMENT_DIRECTIVE_LIMIT,
    rootFields: limits.DOCUMENT_ROOT_FIELD_LIMIT,
  }
  return {
    onParse({ setParseFn }) {
      setParseFn((source, options) => parseWithin(limits.DOCUMENT_TOKEN_LIMIT, source, options))
    },
    onValidate({ params: { documentAST }, setResult }) {
      const known = checked.get(documentAST)
      const error = known === undefined ? checkShape(documentAST, shape) : known
      checked.set(documentAST, error)
      if (error !== null) setResult([error])
    },
  }
}

function parseWithin(maxTokens: number, source: string | Source, options?: ParseOptions): DocumentNode {
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
