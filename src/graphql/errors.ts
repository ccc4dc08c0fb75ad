import { GraphQLError } from 'graphql'
import type { Viewer } from '../auth/viewer.ts'

/** The codes of top-level errors: authentication, permission, malformed operations, outages. */
export type ErrorCode =
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'BAD_USER_INPUT'
  | 'UNAUTHENTICATED'
  | 'TOKEN_EXPIRED'
  | 'FORBIDDEN'
  | 'STREAM_RESET'
  | 'STREAM_LAGGED'
  | 'NOT_VISIBLE'
  | 'SERVICE_UNAVAILABLE'
  | 'INTERNAL_SERVER_ERROR'

const retryable: ReadonlySet<ErrorCode> = new Set([
  'TOKEN_EXPIRED',
  'STREAM_RESET',
  'STREAM_LAGGED',
  'SERVICE_UNAVAILABLE',
  'INTERNAL_SERVER_ERROR',
])

const statuses: Partial<Record<ErrorCode, number>> = {
  UNAUTHENTICATED: 401,
  TOKEN_EXPIRED: 401,
  FORBIDDEN: 403,
  SERVICE_UNAVAILABLE: 503,
}

/**
 * A top-level error with its code, whether a retry can help, and the HTTP status. The status counts only for errors
 * before execution; a field's own refusal keeps 200 with the other fields' data.
 */
export function topLevelError(
  code: ErrorCode,
  message: string,
  options: { isField?: boolean } = {},
): GraphQLError {
  const status = options.isField === true ? undefined : statuses[code]
  return new GraphQLError(message, {
    extensions: {
      code,
      retryable: retryable.has(code),
      ...(status === undefined ? {} : { http: { status } }),
    },
  })
}

/** Why a viewer may not use a field. */
export function refusal(viewer: Viewer): GraphQLError {
  return viewer.kind === 'anonymous'
    ? topLevelError('UNAUTHENTICATED', 'This needs a token.', { isField: true })
    : topLevelError('FORBIDDEN', 'Your role or scopes do not allow this.', { isField: true })
}
