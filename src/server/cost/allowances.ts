/** How much somebody may ask for: points of cost, at once and in the long run. */
export interface Limit {
  /** As much can be spent at once. */
  readonly capacity: number
  /** So much comes back each second, up to the capacity. */
  readonly perSecond: number
}

export interface Taken {
  /** False: there was not enough, and nothing was taken. */
  readonly isTaken: boolean
  /** What is left now. */
  readonly left: number
}

/** A bucket of points for each person, that refills with time (token bucket). */
export interface Allowances {
  /** Who has not been seen for long has all of it. */
  take(owner: string, limit: Limit, cost: number): Taken | Promise<Taken>
  close(): void
}

interface Bucket {
  left: number
  atMs: number
}

const maxBuckets = 100_000

/**
 * Buckets in the memory of this node. Their number is bounded: beyond it the one that was used least lately goes,
 * which is full again in most cases.
 */
export class MemoryAllowances implements Allowances {
  readonly #buckets = new Map<string, Bucket>()
  readonly #nowMs: () => number
  readonly #maxBuckets: number

  constructor(nowMs: () => number, limit = maxBuckets) {
    this.#nowMs = nowMs
    this.#maxBuckets = limit
  }

  get count(): number {
    return this.#buckets.size
  }

  take(owner: string, { capacity, perSecond }: Limit, cost: number): Taken {
    const nowMs = this.#nowMs()
    const { left, atMs } = this.#buckets.get(owner) ?? { left: capacity, atMs: nowMs }
    // A clock that is set back refills nothing.
    const refilled = Math.min(capacity, left + (Math.max(0, nowMs - atMs) / 1_000) * perSecond)
    const isTaken = refilled >= cost
    const bucket = { left: isTaken ? refilled - cost : refilled, atMs: nowMs }
    // The order of a Map is that of use, the oldest first.
    this.#buckets.delete(owner)
    this.#buckets.set(owner, bucket)
    if (this.#buckets.size > this.#maxBuckets) this.#forgetOldest()
    return { isTaken, left: bucket.left }
  }

  close(): void {
    this.#buckets.clear()
  }

  #forgetOldest(): void {
    const oldest = this.#buckets.keys().next()
    if (oldest.done !== true) this.#buckets.delete(oldest.value)
  }
}
