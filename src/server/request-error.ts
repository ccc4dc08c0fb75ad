import { GraphQLError } from 'graphql'

/**
 * A request that is not a GraphQL request we take: refused before anything was executed, with this HTTP status
 * whatever the client accepts.
 */
export function requestError(
  status: number,
  message: string,
  headers: Record<string, string> = {},
): GraphQLError {
  return new GraphQLError(message, {
    extensions: { code: 'BAD_USER_INPUT', retryable: false, http: { status, headers } },
  })
}
