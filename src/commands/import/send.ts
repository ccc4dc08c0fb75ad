import type { ImportedConversation } from './conversation.ts'

/** What the server did with one conversation; `EXISTED` when its key was already there. */
export type SendResult = { outcome: 'CREATED' | 'EXISTED' } | { outcome: 'REFUSED'; reason: string }

/**
 * Sends conversations and answers in their order. It may be called again with the same ones, so it must be
 * idempotent by (`source`, `externalId`). It throws when the whole call failed; an error with `retryable:
 * false` is not tried again, and one with `retryAfterMs` not before that.
 */
export type Send = (batch: ImportedConversation[]) => Promise<SendResult[]>

/** The most conversations the server takes in one call. */
export const maximumBatchSize = 100
/** Keeps a call well below the size of a request body, also when every character takes several bytes. */
const maximumBatchCharacters = 100_000

/**
 * Groups conversations into calls of at most `size`, in their order. A single one may be larger than the
 * limit.
 */
export async function* toBatches<Entry extends ImportedConversation>(
  conversations: AsyncIterable<Entry>,
  size: number,
): AsyncGenerator<Entry[]> {
  let batch: Entry[] = []
  let characters = 0
  for await (const conversation of conversations) {
    const added = conversation.messages.reduce((sum, { text }) => sum + text.length, 0)
    if (batch.length === size || (batch.length > 0 && characters + added > maximumBatchCharacters)) {
      yield batch
      batch = []
      characters = 0
    }
    batch.push(conversation)
    characters += added
  }
  if (batch.length > 0) yield batch
}

const maximumTries = 8
const firstPauseMs = 250
const longestPauseMs = 10_000
const longestAskedPauseMs = 60_000

interface RetryOptions {
  /** Waits that many milliseconds. */
  wait: (milliseconds: number) => Promise<unknown>
  /** True when another batch has failed for good, so that trying on is of no use. */
  isStopped: () => boolean
}

/** Calls `send` up to 8 times with growing, jittered pauses; throws the last error. */
export async function sendWithRetries<Item, Result>(
  send: (batch: Item[]) => Promise<Result[]>,
  batch: Item[],
  options: RetryOptions,
): Promise<Result[]> {
  for (let tries = 1; ; tries++) {
    try {
      return checkResults(await send(batch), batch.length)
    } catch (error) {
      if (tries === maximumTries || !mayRetry(error) || options.isStopped()) throw error
      await options.wait(pauseMs(tries, error))
      if (options.isStopped()) throw error
    }
  }
}

class WrongAnswer extends Error {
  readonly retryable = false
}

function checkResults<Result>(results: Result[], count: number): Result[] {
  if (results.length === count) return results
  throw new WrongAnswer(`${results.length} results for ${count} items`)
}

function mayRetry(error: unknown): boolean {
  return (error as { retryable?: unknown } | undefined)?.retryable !== false
}

/** Half of the pause is random, so that clients that failed together do not come back together. */
function pauseMs(tries: number, error: unknown): number {
  const full = Math.min(firstPauseMs * 2 ** (tries - 1), longestPauseMs)
  const asked = (error as { retryAfterMs?: unknown } | undefined)?.retryAfterMs
  const least = typeof asked === 'number' && asked > 0 ? Math.min(asked, longestAskedPauseMs) : 0
  return Math.round(least + full / 2 + (Math.random() * full) / 2)
}
