/** Work that goes on beside a loop: so much at once, and none of it is lost sight of. */
export class UnderWay {
  readonly #limit: number
  readonly #onError: (error: unknown) => void
  readonly #works = new Set<Promise<void>>()

  constructor(limit: number, onError: (error: unknown) => void) {
    this.#limit = limit
    this.#onError = onError
  }

  /** Starts the work, and returns at once unless too much is under way. */
  async start(work: () => Promise<void>): Promise<void> {
    const done = work()
      .catch(this.#onError)
      .finally(() => this.#works.delete(done))
    this.#works.add(done)
    if (this.#works.size >= this.#limit) await Promise.race(this.#works)
  }

  /** Waits until nothing is under way any more. */
  async end(): Promise<void> {
    await Promise.all(this.#works)
  }
}
