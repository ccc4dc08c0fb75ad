interface Kept {
  readonly result: Promise<unknown>
  readonly since: number
}

/**
 * Work that the followers of one batch of news do once together: what may be seen of it, the execution of one
 * document. An answer is shared by those who ask at the same moment: a follower that reads late asks anew, so that it
 * never gets what was true only for a faster one.
 */
export class Shared {
  /** How old an answer may be. Far more than a batch takes to reach all who keep up, far less than a person notices. */
  static readonly freshMilliseconds = 250

  /** The tickets this news is about: one visibility question covers them all. */
  readonly ticketIds: readonly string[]
  readonly #kept = new Map<string, Kept>()

  constructor(ticketIds: readonly string[]) {
    this.ticketIds = ticketIds
  }

  /** The key names the question completely, the asker's rights included: equal keys get the same answer. */
  once<T>(key: string, work: () => Promise<T>): Promise<T> {
    const now = performance.now()
    const known = this.#kept.get(key)
    if (known !== undefined && now - known.since < Shared.freshMilliseconds) return known.result as Promise<T>
    const result = work()
    this.#kept.set(key, { result, since: now })
    return result
  }
}

/** Shared work for a batch of the log. */
export function sharedFor(events: readonly { readonly ticketId: string | null }[]): Shared {
  return new Shared([...new Set(events.flatMap(({ ticketId }) => (ticketId === null ? [] : [ticketId])))])
}
