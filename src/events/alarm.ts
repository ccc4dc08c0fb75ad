const lookMilliseconds = 1_000

/** What a loop that looks again every second sleeps on: set by a ring, so that it looks at once. */
export class Alarm {
  #isSet = false
  #isOff = false
  #wake = () => {}
  #wakeOff = () => {}

  get isOff(): boolean {
    return this.#isOff
  }

  set(): void {
    this.#isSet = true
    this.#wake()
  }

  clear(): void {
    this.#isSet = false
  }

  turnOff(): void {
    this.#isOff = true
    this.#wake()
    this.#wakeOff()
  }

  /** Returns at once if set, else when set, turned off, or after a second. */
  async wait(): Promise<void> {
    if (this.#isSet || this.#isOff) return
    await sleep((wake) => (this.#wake = wake))
  }

  /** Returns after a second, or when turned off. */
  async waitOut(): Promise<void> {
    if (!this.#isOff) await sleep((wake) => (this.#wakeOff = wake))
  }
}

async function sleep(assign: (wake: () => void) => void): Promise<void> {
  await new Promise<void>((resolve) => {
    const timer = setTimeout(resolve, lookMilliseconds)
    assign(() => {
      clearTimeout(timer)
      resolve()
    })
  })
}
