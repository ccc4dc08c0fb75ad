import type { Logger } from '../core/logger.ts'

/**
 * Work beside requests and timers that takes its time, such as looking through a file. It is forgotten when the node
 * stops or dies: whoever starts it has a durable timer set that starts it again.
 */
export class Background {
  readonly #log: Logger
  readonly #limit: number
  readonly #running = new Set<Promise<void>>()

  constructor(options: { log: Logger; limit: number }) {
    this.#log = options.log
    this.#limit = options.limit
  }

  /** False when so much is under way that it has to wait; nothing was started then. */
  start(work: () => Promise<void>): boolean {
    if (this.#running.size >= this.#limit) return false
    const running = work()
      .catch((error: unknown) => this.#log.error({ err: error }, 'work in the background failed'))
      .finally(() => this.#running.delete(running))
    this.#running.add(running)
    return true
  }

  /** Waits for what is under way. */
  async close(): Promise<void> {
    await Promise.all(this.#running)
  }
}
