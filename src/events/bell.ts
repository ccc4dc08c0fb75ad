import type { Lease } from './lease.ts'

/**
 * The bell says "look again", never what is true: a lost ring costs latency, not data, because every reader also
 * looks by itself. Leases (who writes, who is there) travel on it too and are stored nowhere.
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
  /** Some service token was rotated or revoked: what is kept of all of them is read again. The log tells it too. */
  readonly tokensChanged?: boolean
  readonly leases?: readonly Lease[]
  /** A node that has heard nothing so far asks the others for the leases they gave. */
  readonly leasesWanted?: boolean
}

/** From whom a ring is. */
export interface Ringer {
  readonly isThisNode: boolean
}

export interface BellState {
  readonly over: 'PostgreSQL' | 'Redis'
  /** False while its connection is lost: readers look each second, and leases reach no other node. */
  readonly isConnected: boolean
}

export interface Bell {
  readonly state: BellState
  /** Rings on every node, this one included. Never throws and never waits. */
  ring(ring: Ring): void
  /** Calls back for each ring, from any node, until the returned function is called. */
  listen(listener: (ring: Ring, from: Ringer) => void): () => void
  /** Calls back each time the connection is there again after it was lost: what was rung meanwhile was not heard. */
  onReturn(listener: () => void): () => void
  close(): Promise<void>
}
