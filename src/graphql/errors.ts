import { GraphQLError } from 'graphql'
import type { Viewer } from '../auth/viewer.ts'

/** The codes of top-level errors: authentication, permission, malformed operations, outages. */
export const errorCodes = [
  'GRAPHQL_PARSE_FAILED',
  'GRAPHQL_VALIDATION_FAILED',
  'BAD_USER_INPUT',
  'PERSISTED_QUERY_NOT_FOUND',
  'PERSISTED_QUERY_ONLY',
  'UNAUTHENTICATED',
  'TOKEN_EXPIRED',
  'FORBIDDEN',
  'QUERY_TOO_COMPLEX',
  'THROTTLED',
  'SUBSCRIPTION_LIMIT',
  'STREAM_RESET',
  'STREAM_LAGGED',
  'NOT_VISIBLE',
  'SERVICE_UNAVAILABLE',
  'TIMEOUT',
  'INTERNAL_SERVER_ERROR',
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** Those after which the same call can succeed later. */
export const retryable: ReadonlySet<ErrorCode> = new Set([
  'TOKEN_EXPIRED',
  'THROTTLED',
  'SUBSCRIPTION_LIMIT',
  'STREAM_RESET',
  'STREAM_LAGGED',
  'SERVICE_UNAVAILABLE',
  'TIMEOUT',
  'INTERNAL_SERVER_ERROR',
])

const statuses: Partial<Record<ErrorCode, number>> = {
  PERSISTED_QUERY_NOT_FOUND: 404,
  PERSISTED_QUERY_ONLY: 400,
  UNAUTHENTICATED: 401,
  TOKEN_EXPIRED: 401,
  FORBIDDEN: 403,
  THROTTLED: 429,
  SUBSCRIPTION_LIMIT: 429,
  SERVICE_UNAVAILABLE: 503,
  TIMEOUT: 504,
}

/**
 * A top-level error with its code, whether a retry can help, and the HTTP status. The status counts only for errors
 * before execution; a field's own refusal keeps 200 with the other fields' data.
 */
export function topLevelError(
  code: ErrorCode,
  message: string,
  options: { isField?: boolean; retryAfterMs?: number } = {},
): GraphQLError {
  const { retryAfterMs } = options
  const status = options.isField === true ? undefined : statuses[code]
  return new GraphQLError(message, {
    extensions: {
      code,
      retryable: retryable.has(code),
      ...(retryAfterMs !== undefined && { retryAfterMs }),
      ...(status !== undefined && { http: { status, ...retryAfterHeader(retryAfterMs) } }),
    },
  })
}

/** In whole seconds, as HTTP has it. */
function retryAfterHeader(retryAfterMs: number | undefined) {
  if (retryAfterMs === undefined) return {}
  return { headers: { 'retry-after': String(Math.ceil(retryAfterMs / 1_000)) } }
}

/** A page of the log that cannot be given: why, and the cursor to go on from after reading again. */
export function resetError(reason: string, cursor: string): GraphQLError {
  return new GraphQLError('The cursor cannot be honoured: read again, and go on from extensions.cursor.', {
    // The same cursor again is refused again.
    extensions: { code: 'STREAM_RESET' satisfies ErrorCode, retryable: false, reason, cursor },
  })
}

/** Why a viewer may not use a field. */
export function refusal(viewer: Viewer): GraphQLError {
  return viewer.kind === 'anonymous'
    ? topLevelError('UNAUTHENTICATED', 'This needs a token.', { isField: true })
    : topLevelError('FORBIDDEN', 'Your role or scopes do not allow this.', { isField: true })
}
