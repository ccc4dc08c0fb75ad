import { isObject } from './operation.ts'

/** One error as it stands in an answer. */
export interface AnswerError {
  readonly message: string
  readonly path?: readonly (string | number)[]
  readonly extensions?: Readonly<Record<string, unknown>>
}

/** Every code is documented with the server; the last two are the client's own. New ones may appear. */
export type OporaErrorCode =
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'BAD_USER_INPUT'
  | 'PERSISTED_QUERY_NOT_FOUND'
  | 'PERSISTED_QUERY_ONLY'
  | 'UNAUTHENTICATED'
  | 'TOKEN_EXPIRED'
  | 'FORBIDDEN'
  | 'QUERY_TOO_COMPLEX'
  | 'THROTTLED'
  | 'SUBSCRIPTION_LIMIT'
  | 'STREAM_RESET'
  | 'STREAM_LAGGED'
  | 'NOT_VISIBLE'
  | 'SERVICE_UNAVAILABLE'
  | 'TIMEOUT'
  | 'INTERNAL_SERVER_ERROR'
  /** No answer: the server cannot be reached, or took too long. */
  | 'NETWORK_ERROR'
  /** An answer that is not GraphQL, such as a proxy's page. */
  | 'BAD_RESPONSE'
  | (string & {})

interface Details {
  readonly code: OporaErrorCode
  readonly retryable: boolean
  readonly requestId?: string | null
  readonly detail?: string | null
  readonly retryAfterMs?: number | null
  readonly errors?: readonly AnswerError[]
  readonly status?: number | null
  readonly cause?: unknown
}

/**
 * A request or stream failed as a whole. What a mutation refuses for a reason of its domain is no error but a member of
 * its result (`... on Problem`).
 */
export class OporaError extends Error {
  override readonly name = 'OporaError'
  readonly code: OporaErrorCode
  /** Whether the same call can succeed later. Never for an expired token: the client has asked for another already. */
  readonly retryable: boolean
  /** Not before this many milliseconds; null when the server asks for nothing. */
  readonly retryAfterMs: number | null
  /** Names the request in the server's log. */
  readonly requestId: string | null
  /** What people may be told, in their language; null where the server said nothing. The message is for programmers. */
  readonly detail: string | null
  /** All errors of the answer. */
  readonly errors: readonly AnswerError[]
  /** The HTTP status; null where there was none. */
  readonly status: number | null

  constructor(message: string, details: Details) {
    super(message, details.cause === undefined ? {} : { cause: details.cause })
    this.code = details.code
    this.retryable = details.retryable
    this.retryAfterMs = details.retryAfterMs ?? null
    this.requestId = details.requestId ?? null
    this.detail = details.detail ?? null
    this.errors = details.errors ?? []
    this.status = details.status ?? null
  }
}

/** The first error speaks for all; it is worth a retry only if all of them are. */
export function errorOfAnswer(errors: readonly AnswerError[], status: number | null = null): OporaError {
  const { message = 'The server refused without a word.', extensions = {} } = errors[0] ?? {}
  const { code, requestId, detail, retryAfterMs } = extensions
  return new OporaError(message, {
    code: typeof code === 'string' ? code : 'BAD_RESPONSE',
    retryable: code !== 'TOKEN_EXPIRED' && errors.every((error) => error.extensions?.['retryable'] === true),
    requestId: typeof requestId === 'string' ? requestId : null,
    detail: typeof detail === 'string' ? detail : null,
    retryAfterMs: typeof retryAfterMs === 'number' ? retryAfterMs : null,
    errors,
    status,
  })
}

/** No answer came. `cause` is what the transport threw. */
export function networkError(message: string, cause: unknown): OporaError {
  const reason = reasonOf(cause)
  return new OporaError(reason === '' ? message : `${message}: ${reason}`, {
    code: 'NETWORK_ERROR',
    retryable: true,
    cause,
  })
}

/** `fetch` says only that it failed; why is in its cause. */
function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return ''
  if (isObject(cause.cause)) {
    const { message, code } = cause.cause
    if (typeof message === 'string' && message !== '') return message
    if (typeof code === 'string') return code
  }
  return cause.message
}

/** Why a WebSocket was closed, where it says more than that the connection is gone. */
const closeCodes: Readonly<Record<number, Pick<Details, 'code' | 'retryable'>>> = {
  4400: { code: 'BAD_USER_INPUT', retryable: false },
  4401: { code: 'UNAUTHENTICATED', retryable: false },
  4403: { code: 'TOKEN_EXPIRED', retryable: false },
  4406: { code: 'BAD_RESPONSE', retryable: false },
  4409: { code: 'BAD_RESPONSE', retryable: false },
  4429: { code: 'BAD_RESPONSE', retryable: false },
}

/** What ended a stream: the errors of an answer, the closing of its socket, or a failure of the transport. */
export function errorOfStream(failure: unknown): OporaError {
  if (Array.isArray(failure)) return errorOfAnswer(failure as AnswerError[])
  if (isClosing(failure)) {
    const known = closeCodes[failure.code]
    const message = failure.reason === '' ? `The socket was closed (${failure.code})` : failure.reason
    return known === undefined ? networkError(message, failure) : new OporaError(message, known)
  }
  return networkError('The socket failed', failure)
}

export function isClosing(value: unknown): value is { readonly code: number; readonly reason: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    typeof value.code === 'number' &&
    'reason' in value
  )
}
