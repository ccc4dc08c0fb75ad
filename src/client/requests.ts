import type { Credentials } from './credentials.ts'
import type { AnswerError } from './error.ts'
import { errorOfAnswer, networkError, OporaError } from './error.ts'
import { isObject, type SentDocument } from './operation.ts'
import { type Retry, wait } from './retry.ts'

interface RequestOptions {
  readonly signal: AbortSignal | undefined
  /** False when doing it twice would not be the same as doing it once. */
  readonly mayRepeat: boolean
}

/** Sends one operation and gives its data. Throws OporaError, or the signal's reason. */
export type SendRequest = (
  document: SentDocument,
  variables: unknown,
  options: RequestOptions,
) => Promise<unknown>

interface Parts {
  readonly url: string
  readonly credentials: Credentials
  readonly retry: Retry
  readonly locale: string | undefined
  readonly timeoutSeconds: number
  readonly fetch: typeof globalThis.fetch
}

export function createRequests(parts: Parts): SendRequest {
  return async (document, variables, { signal, mayRepeat }) => {
    for (let failures = 0; ; failures++) {
      try {
        return await sendDocument(parts, document, variables, signal)
      } catch (error) {
        const isLast = failures + 1 >= parts.retry.attempts
        if (isLast || !(error instanceof OporaError) || !error.retryable) throw error
        if (!mayRepeat && !wasNeverBegun(error)) throw error
        await wait(parts.retry.pauseMs(failures, error.retryAfterMs), signal)
      }
    }
  }
}

/** What was not begun for want of points or places may be sent again, whatever it does. */
function wasNeverBegun({ code }: OporaError): boolean {
  return code === 'THROTTLED' || code === 'SUBSCRIPTION_LIMIT'
}

/** By its id where it has one, and with its text only to a server that does not know the id and so has done nothing. */
async function sendDocument(
  parts: Parts,
  { text, persistedQuery }: SentDocument,
  variables: unknown,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  if (persistedQuery === null) {
    return await sendAuthenticated(parts, JSON.stringify({ query: text, variables }), signal)
  }
  const byId = { variables, extensions: { persistedQuery } }
  try {
    return await sendAuthenticated(parts, JSON.stringify(byId), signal)
  } catch (error) {
    if (!(error instanceof OporaError) || error.code !== 'PERSISTED_QUERY_NOT_FOUND') throw error
    return await sendAuthenticated(parts, JSON.stringify({ ...byId, query: text }), signal)
  }
}

async function sendAuthenticated(
  parts: Parts,
  body: string,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const { credentials } = parts
  const token = await credentials.current()
  try {
    return await exchange(parts, body, token, signal)
  } catch (error) {
    const isExpired = error instanceof OporaError && error.code === 'TOKEN_EXPIRED'
    if (!isExpired || !credentials.canRenew) throw error
    credentials.expire(token)
    return await exchange(parts, body, await credentials.current(), signal)
  }
}

async function exchange(
  parts: Parts,
  body: string,
  token: string | null,
  signal: AbortSignal | undefined,
): Promise<unknown> {
  const { url, locale, timeoutSeconds, fetch } = parts
  signal?.throwIfAborted()
  const stopping = new AbortController()
  const stop = () => stopping.abort()
  const timer = setTimeout(stop, timeoutSeconds * 1_000)
  signal?.addEventListener('abort', stop)
  try {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        accept: 'application/graphql-response+json, application/json',
        ...(token !== null && { authorization: `Bearer ${token}` }),
        ...(locale !== undefined && { 'accept-language': locale }),
      },
      body,
      signal: stopping.signal,
    })
    return readAnswer(response, await response.text())
  } catch (error) {
    signal?.throwIfAborted()
    if (error instanceof OporaError) throw error
    if (stopping.signal.aborted) throw networkError(`No answer within ${timeoutSeconds} s from ${url}`, null)
    throw networkError(`No answer from ${url}`, error)
  } finally {
    clearTimeout(timer)
    signal?.removeEventListener('abort', stop)
  }
}

function readAnswer({ status, headers }: Response, text: string): unknown {
  const answer = parseOrNothing(text)
  if (isObject(answer)) {
    const { errors, data } = answer
    if (Array.isArray(errors) && errors.length > 0) throw errorOfAnswer(errors as AnswerError[], status)
    if (isObject(data)) return data
  }
  throw new OporaError(`The server answered ${status} with something that is not GraphQL`, {
    code: 'BAD_RESPONSE',
    retryable: status === 429 || status >= 500,
    requestId: headers.get('x-request-id'),
    status,
  })
}

function parseOrNothing(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
