import type { ExecutionResult } from 'graphql'
import { GraphQLError, Kind } from 'graphql'
import { IssuerUnavailable, TokenRefused } from '../auth/tokens.ts'
import type { Locale } from '../auth/viewer.ts'
import type { Logger } from '../core/logger.ts'
import { errorText } from '../core/texts/texts.ts'
import { type ErrorCode, topLevelError } from '../graphql/errors.ts'
import { isOutage } from './outage.ts'

/**
 * The last thing that happens to errors before they leave, on every transport. What was said on purpose passes with
 * its code; anything else is logged with the request's id and becomes one sentence that gives nothing away.
 */
export interface ErrorSeal {
  error(error: unknown, requestId: string, options?: SealOptions): GraphQLError
  /** A result without errors stays the same object. */
  result<T extends ExecutionResult>(result: T, requestId: string, options?: SealOptions): T
}

export interface SealOptions {
  /** Whether names of the schema that were not asked for may be told; for people of the desk. */
  readonly hasSuggestions?: boolean
  /** The language of what people may be told. */
  readonly locale?: Locale
}

interface HttpExtension {
  status?: number
  headers?: Record<string, string>
  /** The status counts only for `application/graphql-response+json`, as GraphQL over HTTP has it. */
  spec?: boolean
}

/** Codes of the libraries, in our terms. */
const translated: { readonly [code: string]: string } = {
  BAD_REQUEST: 'BAD_USER_INPUT',
  OPERATION_RESOLUTION_FAILURE: 'BAD_USER_INPUT',
}

/** `onSealed` is told the code of each error that leaves. */
export function createErrorSeal(log: Logger, onSealed: (code: string) => void = () => {}): ErrorSeal {
  const sealed = new WeakSet<GraphQLError>()
  function sealError(
    error: unknown,
    requestId: string,
    { hasSuggestions = false, locale = 'ru' }: SealOptions = {},
    report = reporter(log, requestId),
  ): GraphQLError {
    if (error instanceof GraphQLError && sealed.has(error)) return error
    const spoken = onPurpose(error) ?? inOurWords(rootOf(error), report)
    const { code, http, retryable = false, retryAfterMs, reason, cursor } = spoken.extensions
    const { nodes, source, positions, path } = error instanceof GraphQLError ? error : spoken
    const one = new GraphQLError(hasSuggestions ? spoken.message : withoutSuggestion(spoken.message), {
      nodes,
      source,
      positions,
      path,
      extensions: {
        code,
        requestId,
        retryable,
        detail: detailOf(code as ErrorCode, retryAfterMs, locale),
        ...(retryAfterMs !== undefined && { retryAfterMs }),
        // Of a reset: why, and where to go on.
        ...(code === 'STREAM_RESET' && reason !== undefined && { reason, cursor }),
        ...(path === undefined && { http: http ?? httpOf(code) }),
      },
    })
    sealed.add(one)
    onSealed(String(code))
    return one
  }
  return {
    error: (error, requestId, options) => sealError(error, requestId, options),
    result(result, requestId, options) {
      if (result.errors === undefined || result.errors.length === 0) return result
      const report = reporter(log, requestId)
      return { ...result, errors: result.errors.map((error) => sealError(error, requestId, options, report)) }
    },
  }
}

/** The error itself with its code when it is meant for the client; null when it is a bug or an outage. */
function onPurpose(error: unknown): GraphQLError | null {
  if (!(error instanceof GraphQLError)) return null
  const { code, unexpected } = error.extensions
  if (rootOf(error) instanceof GraphQLError && typeof code === 'string' && unexpected !== true) {
    return translated[code] === undefined ? error : withCode(withoutSpec(error), translated[code])
  }
  return isAboutRequest(error) ? withCode(error, 'BAD_USER_INPUT') : null
}

/** What an app may show; the message is for who writes it. */
function detailOf(code: ErrorCode, retryAfterMs: unknown, locale: Locale): string {
  const retryAfterSeconds = Math.ceil(Number(retryAfterMs ?? 0) / 1_000)
  return errorText(code, { retryAfterSeconds }, locale)
}

const suggestion = / Did you mean [^?]*\?$/

/** Whether graphql names what it takes the client to have meant. */
export function hasSuggestion({ message }: { readonly message: string }): boolean {
  return suggestion.test(message)
}

/** Guessing names would otherwise tell a stranger the schema, also where it may not be asked for. */
function withoutSuggestion(message: string): string {
  return message.replace(suggestion, '')
}

/** A request that is none gets its status whatever the client accepts. */
function withoutSpec(error: GraphQLError): GraphQLError {
  const { http, ...extensions } = error.extensions as { http?: HttpExtension }
  return new GraphQLError(error.message, { extensions: { ...extensions, http: { ...http, spec: false } } })
}

function withCode(error: GraphQLError, code: string): GraphQLError {
  return new GraphQLError(error.message, { extensions: { ...error.extensions, code } })
}

/**
 * Whether graphql itself refused the document, its variables or an argument. A field's value that cannot be
 * serialised looks almost the same but is a bug of ours: such an error has a path and points at a field.
 */
function isAboutRequest(error: GraphQLError): boolean {
  if (error.path === undefined) return error.nodes !== undefined || rootOf(error) instanceof GraphQLError
  const cause = error.originalError
  return cause instanceof GraphQLError && cause.nodes !== undefined && cause.nodes[0]?.kind !== Kind.FIELD
}

function rootOf(error: unknown): unknown {
  let root = error
  while (root instanceof GraphQLError && root.originalError != null) root = root.originalError
  return root
}

type Report = (level: 'warn' | 'error', cause: unknown) => void

/** Logs a cause once per result, however many fields met it. */
function reporter(log: Logger, requestId: string): Report {
  const reported = new Set<unknown>()
  return (level, cause) => {
    if (reported.has(cause)) return
    reported.add(cause)
    log[level]({ err: cause, requestId }, level === 'warn' ? 'a request met an outage' : 'a request failed')
  }
}

function inOurWords(cause: unknown, report: Report): GraphQLError {
  if (cause instanceof TokenRefused) {
    return topLevelError(cause.fault === 'EXPIRED' ? 'TOKEN_EXPIRED' : 'UNAUTHENTICATED', cause.message)
  }
  if (cause instanceof IssuerUnavailable) {
    report('warn', cause)
    return topLevelError('SERVICE_UNAVAILABLE', cause.message)
  }
  if (isOutage(cause)) {
    report('warn', cause)
    return topLevelError('SERVICE_UNAVAILABLE', 'The service is not available at the moment.')
  }
  report('error', cause)
  return topLevelError('INTERNAL_SERVER_ERROR', 'Something went wrong on our side.')
}

function httpOf(code: unknown): HttpExtension {
  if (code === 'INTERNAL_SERVER_ERROR') return { status: 500 }
  if (code === 'SERVICE_UNAVAILABLE') return { status: 503 }
  return { status: 400, spec: true }
}
