import { OporaError } from '../../client/index.ts'

/** Thrown where work ends because the bridge is stopping: it is taken up again by the next start. */
export class Stopped extends Error {}

/** Resolves after that many milliseconds, or at once when the signal aborts. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return
  await new Promise<void>((resolve) => {
    const finish = () => {
      clearTimeout(timer)
      signal.removeEventListener('abort', finish)
      resolve()
    }
    const timer = setTimeout(finish, milliseconds)
    signal.addEventListener('abort', finish)
  })
}

const firstPauseMs = 500
const longestPauseMs = 30_000

/** How long to wait after so many failures: growing, mostly random, and not less than is asked for. */
export function backOffMs(failuresBefore: number, leastMs = 0): number {
  const fullMs = Math.min(firstPauseMs * 2 ** Math.min(failuresBefore, 10), longestPauseMs)
  return leastMs + fullMs * (0.1 + 0.9 * Math.random())
}

interface Lasting {
  readonly signal: AbortSignal
  /** Null when trying again is of no use, else the least pause. */
  readonly leastPauseMs: (error: unknown) => number | null
  readonly attempts?: number
}

/** Does something that may be done any number of times, until it succeeds, is refused, or the signal ends it. */
export async function lasting<T>(
  work: () => Promise<T>,
  { signal, leastPauseMs, attempts }: Lasting,
): Promise<T> {
  for (let failures = 0; ; failures++) {
    if (signal.aborted) throw new Stopped()
    try {
      return await work()
    } catch (error) {
      const leastMs = leastPauseMs(error)
      if (leastMs === null || failures + 1 >= (attempts ?? Number.POSITIVE_INFINITY)) throw error
      await pause(backOffMs(failures, leastMs), signal)
    }
  }
}

/** For what is asked of Opora. */
export function oporaPause(error: unknown): number | null {
  return error instanceof OporaError && error.retryable ? (error.retryAfterMs ?? 0) : null
}

/** True when the token will never do: nothing that the bridge does can succeed. */
export function isTokenRefused(error: unknown): boolean {
  return error instanceof OporaError && /^(UNAUTHENTICATED|TOKEN_EXPIRED|FORBIDDEN)$/.test(error.code)
}
