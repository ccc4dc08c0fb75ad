/** A place for the newest of something, with one reader that waits: what it did not take in time is replaced. */
export class Latest<T> {
  #value: { readonly value: T } | null = null
  #wake: (() => void) | null = null
  #isEnded = false

  set(value: T): void {
    this.#value = { value }
    this.#wake?.()
  }

  /** Wakes the reader for good. */
  end(): void {
    this.#isEnded = true
    this.#wake?.()
  }

  /** Waits for the next value; null when it ended. */
  async take(): Promise<T | null> {
    while (this.#value === null && !this.#isEnded) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve
      })
    }
    const taken = this.#value
    this.#value = null
    return this.#isEnded || taken === null ? null : taken.value
  }
}
