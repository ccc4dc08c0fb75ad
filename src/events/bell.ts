/**
 * The bell says "look again", never what is true: a lost ring costs latency, not data, because every reader also
 * looks by itself. Ephemeral news (typing) travels on it too and is stored nowhere.
 */
export interface Ring {
  /** Something was committed to the log and waits for its number. */
  readonly appended?: boolean
  /** The log was numbered up to a new head. */
  readonly numbered?: boolean
  /** Tickets that got public messages: what follows by `seq` need not wait for the sequencer. */
  readonly ticketIds?: readonly string[]
  /** People whose rights changed: who keeps them in memory reads them again. The log tells it too. */
  readonly personIds?: readonly string[]
  /** Ephemeral news, each for the followers of one ticket. */
  readonly ephemeral?: readonly Ephemeral[]
}

export interface Ephemeral {
  readonly ticketId: string
  readonly authorKind: 'CUSTOMER' | 'OPERATOR' | 'SERVICE'
  readonly authorId: string | null
  readonly isTyping: boolean
  readonly expiresAt: string
}

export interface Bell {
  /** Rings on every node, this one included. Never throws and never waits. */
  ring(ring: Ring): void
  /** Calls back for each ring, from any node, until the returned function is called. */
  listen(listener: (ring: Ring) => void): () => void
  close(): Promise<void>
}

/** Joins rings that wait to be sent into one. */
export function joinRings(rings: readonly Ring[]): Ring {
  return {
    appended: rings.some((ring) => ring.appended === true),
    numbered: rings.some((ring) => ring.numbered === true),
    ticketIds: [...new Set(rings.flatMap((ring) => ring.ticketIds ?? []))],
    personIds: [...new Set(rings.flatMap((ring) => ring.personIds ?? []))],
    ephemeral: rings.flatMap((ring) => ring.ephemeral ?? []),
  }
}
