import type { LogEvent } from './catalog.ts'

interface Kept {
  readonly result: Promise<unknown>
  readonly since: number
}

/** Long after the last answer of a batch was fresh. */
const keptMilliseconds = 2_000

/**
 * Work that the followers of one batch of news do once together: what may be seen of it, the execution of one
 * document. An answer is shared by those who ask at the same moment: a follower that reads late asks anew, so that it
 * never gets what was true only for a faster one. Old answers are dropped: the queues of slow followers hold the news
 * and nothing that was made of it.
 */
export class Shared {
  /** How old an answer may be. Far more than a batch takes to reach all who keep up, far less than a person notices. */
  static readonly freshMilliseconds = 250

  /** The tickets this news is about: one visibility question covers them all. */
  readonly ticketIds: readonly string[]
  /** The events of the batch, when the news is of the log. */
  readonly events: readonly LogEvent[]
  readonly #kept = new Map<string, Kept>()

  constructor(ticketIds: readonly string[], events: readonly LogEvent[] = []) {
    this.ticketIds = ticketIds
    this.events = events
  }

  /** The key names the question completely, the asker's rights included: equal keys get the same answer. */
  once<T>(key: string, work: () => Promise<T>): Promise<T> {
    const now = performance.now()
    const known = this.#kept.get(key)
    if (known !== undefined && now - known.since < Shared.freshMilliseconds) return known.result as Promise<T>
    const result = work()
    if (this.#kept.size === 0) setTimeout(() => this.#kept.clear(), keptMilliseconds).unref()
    this.#kept.set(key, { result, since: now })
    return result
  }
}

/** Shared work for a batch of the log. */
export function sharedFor(events: readonly LogEvent[]): Shared {
  const ticketIds = events.flatMap(({ ticketId }) => (ticketId === null ? [] : [ticketId]))
  return new Shared([...new Set(ticketIds)], events)
}
