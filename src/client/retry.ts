export interface RetryOptions {
  /** How often a request is tried in all, 1 or more; 4 when left out. Following never gives up. */
  readonly attempts?: number
  /** The longest first pause, in milliseconds; it doubles with each failure. 1,000 when left out. */
  readonly firstPauseMs?: number
  /** No pause is longer, in milliseconds; 30,000 when left out. */
  readonly longestPauseMs?: number
}

export interface Retry {
  readonly attempts: number
  /** How long to wait after so many failures before this one; not less than the server asks for. */
  pauseMs(failuresBefore: number, leastMs?: number | null): number
}

export function createRetry(options: RetryOptions = {}): Retry {
  const { attempts = 4, firstPauseMs = 1_000, longestPauseMs = 30_000 } = options
  return {
    attempts,
    pauseMs(failuresBefore, leastMs) {
      const fullMs = Math.min(firstPauseMs * 2 ** Math.min(failuresBefore, 30), longestPauseMs)
      // Mostly random: clients that lost the same server must not all come back at the same moment.
      return (leastMs ?? 0) + fullMs * (0.1 + 0.9 * Math.random())
    },
  }
}

/** Resolves after that many milliseconds, or at once when the signal aborts. */
export function wait(milliseconds: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', finish)
      resolve()
    }
    const timer = setTimeout(finish, milliseconds)
    signal?.addEventListener('abort', finish)
    if (signal?.aborted === true) finish()
  })
}
