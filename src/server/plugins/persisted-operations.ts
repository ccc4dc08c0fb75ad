import type { GraphQLParams } from 'graphql-yoga'
import type { Operations } from '../operations/operations.ts'
import { requestError } from '../request-error.ts'
import type { ServerPlugin } from './server-context.ts'

/** Over HTTP: the id of an operation becomes its text before anything else looks at the document. */
export function usePersistedOperations(operations: Operations): ServerPlugin {
  return {
    onParams({ request, params, setParams }) {
      // A body without an object is refused by who checks the parameters.
      const { documentId, ...rest } = { ...params, ...documentIdOf(request) } as GraphQLParams & {
        documentId?: unknown
      }
      const text = operations.textOf({ ...rest, documentId })
      if (text !== null) setParams({ ...rest, query: text })
    },
    onSubscribe({ args, setResultAndStopExecution }) {
      const { request } = args.contextValue as { request?: Request }
      if (request?.method !== 'GET' || searchOf(request).has('query')) return
      // It came without a header against forged requests: it may read, and hold nothing of the server's.
      const error = requestError(405, 'By GET and id only queries are run.', { allow: 'POST' })
      setResultAndStopExecution({ errors: [error] })
    },
  }
}

/** The parser of addresses does not look for it. */
function documentIdOf(request: Request): { documentId?: string } {
  const documentId = request.method === 'GET' ? searchOf(request).get('documentId') : null
  return documentId === null ? {} : { documentId }
}

function searchOf({ url }: Request): URLSearchParams {
  return new URL(url, 'http://localhost').searchParams
}
