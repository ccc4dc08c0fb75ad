import { setTimeout as pause } from 'node:timers/promises'
import type { Logger } from '../core/logger.ts'

interface Part {
  readonly name: string
  readonly stop: () => void | Promise<void>
  readonly knowsItsLimit: boolean
}

/** What a node has started, to be stopped in the opposite order. */
export class Parts {
  readonly #parts: Part[] = []
  readonly #log: Logger
  readonly #limitMs: number

  /** `limitSeconds`: how long all parts together may take that know no limit of their own. */
  constructor(log: Logger, limitSeconds: number) {
    this.#log = log
    this.#limitMs = limitSeconds * 1_000
  }

  add(name: string, stop: Part['stop'], { knowsItsLimit = false } = {}): void {
    this.#parts.push({ name, stop, knowsItsLimit })
  }

  /**
   * Stops all of them. A database that is gone for good answers nobody who waits for it, so a part that is not done
   * within the limit is left: what was acknowledged is committed, and what was not is rolled back without us.
   */
  async stop(): Promise<void> {
    let leftMs = this.#limitMs
    for (let part = this.#parts.pop(); part !== undefined; part = this.#parts.pop()) {
      const { name } = part
      const beganMs = performance.now()
      const stopped = stopOf(part).catch((error: unknown) => {
        this.#log.warn({ part: name, err: error }, 'not stopped in order')
      })
      if (part.knowsItsLimit) {
        await stopped
        continue
      }
      if (!(await isInTime(stopped, leftMs))) this.#log.warn({ part: name }, 'not stopped in time; left')
      leftMs = Math.max(0, leftMs - (performance.now() - beganMs))
    }
  }
}

async function stopOf({ stop }: Part): Promise<void> {
  await stop()
}

/** False when the limit comes first. */
async function isInTime(work: Promise<void>, limitMs: number): Promise<boolean> {
  const over = new AbortController()
  const limit = pause(limitMs, false, { signal: over.signal }).catch(() => false)
  try {
    return await Promise.race([work.then(() => true), limit])
  } finally {
    over.abort()
  }
}
