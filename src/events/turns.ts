/** A place of those that are bounded; left once, however often it is said. */
export interface Turn {
  leave(): void
}

/**
 * So many at a time, first come, first served. Who takes long over a turn loses the place to the next, so that a
 * client that does not read what it asked for holds up nobody; its own work goes on.
 */
export class Turns {
  static readonly longestMs = 1_000

  readonly #limit: number
  readonly #waiting = new Set<() => void>()
  #taken = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  get taken(): number {
    return this.#taken
  }

  get waiting(): number {
    return this.#waiting.size
  }

  /** Waits for a turn; null when the signal comes first. */
  async take(signal: AbortSignal): Promise<Turn | null> {
    if (signal.aborted) return null
    if (this.#taken < this.#limit) {
      this.#taken += 1
      return this.#turn()
    }
    return await new Promise((resolve) => {
      const settle = (turn: Turn | null) => {
        this.#waiting.delete(start)
        signal.removeEventListener('abort', giveUp)
        resolve(turn)
      }
      const start = () => settle(this.#turn())
      const giveUp = () => settle(null)
      this.#waiting.add(start)
      signal.addEventListener('abort', giveUp)
    })
  }

  /** The place is taken already. */
  #turn(): Turn {
    let isLeft = false
    const leave = () => {
      if (isLeft) return
      isLeft = true
      clearTimeout(timer)
      const [next] = this.#waiting
      // The place goes from hand to hand, so that nobody who comes just now is before those who wait.
      if (next === undefined) this.#taken -= 1
      else next()
    }
    const timer = setTimeout(leave, Turns.longestMs)
    return { leave }
  }
}
