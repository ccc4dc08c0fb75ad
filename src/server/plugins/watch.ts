import { isAsyncIterable } from 'graphql-yoga'
import type { Context } from '../../graphql/context.ts'
import type { ServerContext, ServerPlugin } from './server-context.ts'

type Args = { document: never; operationName?: string | null; contextValue: Partial<ServerContext> & Context }

/** What becomes of an operation over HTTP, for those who watch. The last step: errors have their codes by then. */
export function useWatch(): ServerPlugin {
  const prepared = ({ args }: { args: unknown }) => {
    const { document, operationName, contextValue } = args as Args
    contextValue.watched?.prepared(document, operationName, contextValue.viewer)
  }
  return {
    onExecute: prepared,
    onSubscribe: prepared,
    onResultProcess({ result, serverContext }) {
      if (Array.isArray(result)) return
      serverContext.watched?.answered(isAsyncIterable(result) ? undefined : result.errors)
    },
  }
}
