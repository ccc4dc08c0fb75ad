import { errorOfAnswer, OporaError } from './error.ts'
import { FollowStartDocument } from './generated/graphql.ts'
import { rootValue, type SentDocument } from './operation.ts'
import { type Retry, wait } from './retry.ts'
import type { SharedSocket } from './socket.ts'
import { Subscribing } from './subscribing.ts'

/** Always by its text, which is short. */
export const lastSeqQuery: SentDocument = { text: FollowStartDocument.toString(), persistedQuery: null }

interface Parts {
  readonly socket: SharedSocket
  readonly retry: Retry
}

/**
 * How far the messages of a ticket go now, asked over the socket of its stream, again and again while the failure may
 * pass; 0 when the question is refused, for then there is nothing to measure the messages by. No answer about a ticket
 * that is not visible: its stream ends. Answers how to stop asking.
 */
export function askLastSeq(parts: Parts, ticketId: unknown, answer: (lastSeq: number) => void): () => void {
  const leaving = new AbortController()
  const tell = async () => {
    const lastSeq = await ask(parts, ticketId, leaving.signal)
    if (lastSeq !== null && !leaving.signal.aborted) answer(lastSeq)
  }
  void tell()
  return () => leaving.abort()
}

async function ask({ socket, retry }: Parts, ticketId: unknown, signal: AbortSignal): Promise<number | null> {
  for (let failures = 0; !signal.aborted; failures++) {
    const asked = await askOnce(socket, ticketId, signal)
    if (!(asked instanceof OporaError)) return asked
    if (!asked.retryable) return 0
    await wait(retry.pauseMs(failures, asked.retryAfterMs), signal)
  }
  return null
}

function askOnce(
  socket: SharedSocket,
  ticketId: unknown,
  signal: AbortSignal,
): Promise<number | null | OporaError> {
  return new Promise((resolve) => {
    let answer: number | null | OporaError = null
    const finish = (result: typeof answer) => {
      signal.removeEventListener('abort', stop)
      resolve(result)
    }
    const leave = socket.subscribe(new Subscribing(lastSeqQuery, { ticketId }), {
      next({ data, errors }) {
        const { lastSeq } = rootValue(data) ?? {}
        if (errors !== undefined && errors.length > 0) answer = errorOfAnswer(errors)
        else answer = typeof lastSeq === 'number' ? lastSeq : null
      },
      // What is no OporaError comes from the token function: the stream itself ends with it.
      error: (error) => finish(error instanceof OporaError ? error : null),
      complete: () => finish(answer),
    })
    const stop = () => {
      leave()
      finish(null)
    }
    signal.addEventListener('abort', stop)
    if (signal.aborted) stop()
  })
}
