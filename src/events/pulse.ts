import { Shared } from './shared.ts'

/** A stream that is told when it has been silent for so long that its client should hear something. */
export interface Pulse {
  /** Something was sent: the silence begins anew. */
  beaten(): void
  stop(): void
}

interface Beating {
  lastAt: number
  readonly onSilence: (shared: Shared) => void
}

/** How often it is looked in the time of one heartbeat: silence lasts at most so much longer. */
const looksPerBeat = 8

/** Measures the silence of all streams of a node with one timer, which runs only while there are streams. */
export class Pulses {
  readonly #silenceMilliseconds: number
  readonly #beating = new Set<Beating>()
  #timer: NodeJS.Timeout | null = null

  constructor(silenceSeconds: number) {
    this.#silenceMilliseconds = silenceSeconds * 1_000
  }

  /** How many streams are listened to. */
  get count(): number {
    return this.#beating.size
  }

  /** Calls back at the end of each silence; those whose silence ends together share what they make of it. */
  start(onSilence: (shared: Shared) => void): Pulse {
    const beating: Beating = { lastAt: performance.now(), onSilence }
    this.#beating.add(beating)
    this.#timer ??= setInterval(() => this.#look(), this.#silenceMilliseconds / looksPerBeat).unref()
    return {
      beaten() {
        beating.lastAt = performance.now()
      },
      stop: () => {
        this.#beating.delete(beating)
        if (this.#beating.size === 0) this.close()
      },
    }
  }

  close(): void {
    if (this.#timer !== null) clearInterval(this.#timer)
    this.#timer = null
  }

  #look(): void {
    const now = performance.now()
    const shared = new Shared([])
    for (const beating of this.#beating) {
      if (now - beating.lastAt < this.#silenceMilliseconds) continue
      beating.lastAt = now
      beating.onSilence(shared)
    }
  }
}
