import type { DocumentNode } from 'graphql'
import { BREAK, visit } from 'graphql'
import type { Viewer } from '../../auth/viewer.ts'
import { topLevelError } from '../../graphql/errors.ts'
import type { ServerPlugin } from './server-context.ts'

/**
 * Where not everybody may ask for the schema, people of the desk still may: a document that asks for it is refused to
 * others as a whole, on every transport. `__typename` is no question about the schema.
 */
export function useIntrospection(isForEverybody: boolean): ServerPlugin {
  if (isForEverybody) return {}
  return {
    onExecute({ args, setResultAndStopExecution }) {
      const { viewer } = args.contextValue as { viewer?: Viewer }
      if (viewer?.kind === 'operator' || !asksForSchema(args.document)) return
      setResultAndStopExecution({
        errors: [topLevelError('FORBIDDEN', 'The schema is shown to people of the desk only.')],
      })
    },
  }
}

/** Parsed documents are kept and stand for all who sent them. */
const known = new WeakMap<DocumentNode, boolean>()

function asksForSchema(document: DocumentNode): boolean {
  let isAsked = known.get(document)
  if (isAsked !== undefined) return isAsked
  isAsked = false
  visit(document, {
    Field({ name }) {
      if (name.value !== '__schema' && name.value !== '__type') return undefined
      isAsked = true
      return BREAK
    },
  })
  known.set(document, isAsked)
  return isAsked
}
