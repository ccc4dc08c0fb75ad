/**
 * A bounded queue with one reader. The reader's iterator can be stopped while it waits, which a waiting async
 * generator cannot: its `return()` would wait behind the `next()` that never comes, and the listener would leak.
 */
export class Queue<T> implements AsyncIterableIterator<T> {
  readonly #limit: number
  readonly #onStop: () => void
  #items: T[] = []
  #waiting: ((result: IteratorResult<T>) => void) | null = null
  #isStopped = false
  #hasOverflowed = false

  /** `onStop` runs once, when the reader leaves or learns of an overflow. */
  constructor(limit: number, onStop: () => void) {
    this.#limit = limit
    this.#onStop = onStop
  }

  /** Adds an item. Beyond the limit everything waiting is dropped and `hasOverflowed` tells so. */
  push(item: T): void {
    if (this.#isStopped || this.#hasOverflowed) return
    if (this.#waiting !== null) {
      const resolve = this.#waiting
      this.#waiting = null
      resolve({ value: item, done: false })
    } else if (this.#items.length >= this.#limit) {
      this.#items = []
      this.#hasOverflowed = true
    } else {
      this.#items.push(item)
    }
  }

  /** Gives an item to a reader that waits; who is still busy does not need it. */
  offer(item: T): void {
    if (this.#waiting !== null) this.push(item)
  }

  get hasOverflowed(): boolean {
    return this.#hasOverflowed
  }

  next(): Promise<IteratorResult<T>> {
    const item = this.#items.shift()
    if (item !== undefined) return Promise.resolve({ value: item, done: false })
    if (this.#isStopped || this.#hasOverflowed) {
      this.#stop()
      return Promise.resolve({ value: undefined, done: true })
    }
    return new Promise((resolve) => {
      this.#waiting = resolve
    })
  }

  return(): Promise<IteratorResult<T>> {
    this.#items = []
    this.#stop()
    return Promise.resolve({ value: undefined, done: true })
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  #stop(): void {
    const resolve = this.#waiting
    this.#waiting = null
    resolve?.({ value: undefined, done: true })
    if (this.#isStopped) return
    this.#isStopped = true
    this.#onStop()
  }
}
