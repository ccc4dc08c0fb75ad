/** So many connections a node holds at a time, sockets and event streams together. */
export class Places {
  readonly #limit: number
  #taken = 0

  constructor(limit: number) {
    this.#limit = limit
  }

  get taken(): number {
    return this.#taken
  }

  /** Answers how to leave the place; null when all are taken. */
  take(): (() => void) | null {
    if (this.#taken >= this.#limit) return null
    this.#taken += 1
    let isLeft = false
    return () => {
      if (isLeft) return
      isLeft = true
      this.#taken -= 1
    }
  }
}
