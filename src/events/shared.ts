/**
 * Work that the followers of one batch of news do once together: a visibility question of one policy class, the
 * execution of one document. Lives as long as the news does.
 */
export class Shared {
  /** The tickets this news is about: one visibility question of a class covers them all. */
  readonly ticketIds: readonly string[]
  readonly #results = new Map<string, Promise<unknown>>()

  constructor(ticketIds: readonly string[]) {
    this.ticketIds = ticketIds
  }

  /** The key names the question completely, the asker's rights included: equal keys get the same answer. */
  once<T>(key: string, work: () => Promise<T>): Promise<T> {
    const known = this.#results.get(key)
    if (known !== undefined) return known as Promise<T>
    const result = work()
    this.#results.set(key, result)
    return result
  }
}

/** Shared work for a batch of the log. */
export function sharedFor(events: readonly { readonly ticketId: string | null }[]): Shared {
  return new Shared([...new Set(events.flatMap(({ ticketId }) => (ticketId === null ? [] : [ticketId])))])
}
