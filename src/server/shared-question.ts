import { setTimeout as pause } from 'node:timers/promises'

/**
 * A question that many may ask while its answer is on the way: it is put once for all of them, and nobody waits longer
 * than the limit. Null when there is no answer, or none in time.
 */
export function sharedQuestion<T>(ask: () => Promise<T>, limitMs: number): () => Promise<T | null> {
  let underWay: Promise<T | null> | null = null
  return async () => {
    underWay ??= ask()
      .catch(() => null)
      .finally(() => {
        underWay = null
      })
    const over = new AbortController()
    const limit = pause(limitMs, null, { signal: over.signal }).catch(() => null)
    const answer = await Promise.race([underWay, limit])
    over.abort()
    return answer
  }
}
