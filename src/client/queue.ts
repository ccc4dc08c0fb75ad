interface Waiting<T> {
  resolve(result: IteratorResult<T, undefined>): void
  reject(error: unknown): void
}

interface Entry<T> {
  readonly item: T
  /** To be called once it is handed out. */
  passed: (() => void) | null
}

interface End {
  /** What to throw after the last item. */
  readonly error?: { readonly value: unknown }
}

/** Hands items from who has them to who awaits them, in order. Unbounded: the one side cannot wait for the other. */
export class Queue<T> {
  #items: Entry<T>[] = []
  /** Where the next item stands: taking from the front of a long array would move all the rest each time. */
  #head = 0
  #waiting: Waiting<T>[] = []
  #end: End | null = null

  push(item: T): void {
    if (this.#end !== null) return
    const waiting = this.#waiting.shift()
    if (waiting === undefined) this.#items.push({ item, passed: null })
    else waiting.resolve({ value: item, done: false })
  }

  /**
   * Calls back once all that was pushed so far is handed out, maybe at once; never when that is dropped. A later mark
   * at the same place takes the place of this one.
   */
  mark(passed: () => void): void {
    if (this.#end !== null) return
    const last = this.#items.at(-1)
    if (last === undefined) passed()
    else last.passed = passed
  }

  /** No more items; those that wait are still handed out. */
  end(): void {
    this.#close({})
  }

  /** As `end`, with an error after the last item, thrown once. */
  fail(error: unknown): void {
    this.#close({ error: { value: error } })
  }

  /** No more items, and those that wait are dropped. */
  drop(): void {
    this.#items = []
    this.#head = 0
    this.#close({})
    this.#end = {}
  }

  async next(): Promise<IteratorResult<T, undefined>> {
    if (this.#head < this.#items.length) return { value: this.#take(), done: false }
    if (this.#end === null) {
      return await new Promise((resolve, reject) => this.#waiting.push({ resolve, reject }))
    }
    const { error } = this.#end
    this.#end = {}
    if (error !== undefined) throw error.value
    return { value: undefined, done: true }
  }

  #take(): T {
    const { item, passed } = this.#items[this.#head] as Entry<T>
    this.#head += 1
    if (this.#head === this.#items.length || this.#head > 1_000) {
      this.#items = this.#items.slice(this.#head)
      this.#head = 0
    }
    passed?.()
    return item
  }

  #close(end: End): void {
    if (this.#end !== null) return
    this.#end = end
    const [first, ...others] = this.#waiting.splice(0)
    if (first === undefined) return
    if (end.error === undefined) first.resolve({ value: undefined, done: true })
    else first.reject(end.error.value)
    this.#end = {}
    for (const { resolve } of others) resolve({ value: undefined, done: true })
  }
}
