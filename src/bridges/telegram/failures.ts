import { GrammyError, HttpError } from 'grammy'

/** What is known after a call to Telegram that failed. */
export type Failure =
  /** Telegram has answered that it did not do it. */
  | {
      readonly kind: 'refused'
      readonly code: string
      readonly isRetryable: boolean
      readonly retryAfterSeconds: number
      readonly description: string
    }
  /** Nobody was reached: it was surely not done. */
  | { readonly kind: 'unreached'; readonly code: string }
  /** No answer, or one that says nothing: perhaps it was done. */
  | { readonly kind: 'unknown'; readonly code: string }

/** The connection was never made, so that nothing was asked. */
const unreachedCodes = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'ENETUNREACH',
  'EHOSTUNREACH',
  'CERT_HAS_EXPIRED',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'ERR_TLS_CERT_ALTNAME_INVALID',
])

export function failureOf(error: unknown): Failure {
  if (error instanceof GrammyError) {
    const { error_code: code, parameters, description } = error
    const isRetryable = code === 429 || code >= 500
    const retryAfterSeconds = parameters.retry_after ?? 0
    return { kind: 'refused', code: String(code), isRetryable, retryAfterSeconds, description }
  }
  const cause = error instanceof HttpError ? error.error : error
  const { code, message } = (cause ?? {}) as { code?: unknown; message?: unknown }
  const isConnecting = code === 'ETIMEDOUT' && String(message).includes('connect ETIMEDOUT')
  if (typeof code === 'string' && (unreachedCodes.has(code) || isConnecting))
    return { kind: 'unreached', code }
  return { kind: 'unknown', code: typeof code === 'string' ? code : 'NO_ANSWER' }
}

/** For calls that may be made any number of times. */
export function telegramPause(error: unknown): number | null {
  const failure = failureOf(error)
  if (failure.kind !== 'refused') return 0
  return failure.isRetryable ? failure.retryAfterSeconds * 1_000 : null
}

/** Telegram does not know the bot by this token. */
export function isBotUnknown(error: unknown): boolean {
  return error instanceof GrammyError && (error.error_code === 401 || error.error_code === 404)
}
