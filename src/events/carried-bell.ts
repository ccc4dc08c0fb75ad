import { randomUUID } from 'node:crypto'
import type { Logger } from '../core/logger.ts'
import type { Bell, BellState, Ring, Ringer } from './bell.ts'
import { joinRings, piecesOf } from './rings.ts'

/** What brings texts to the other nodes; this node hears its own too. */
export interface Carrier {
  readonly over: BellState['over']
  /** Rejects when it could not be sent: it is not tried again. */
  send(text: string): Promise<unknown>
  close(): Promise<void>
}

/** What a carrier tells of its hearing. It begins lost; between two `returned` there may be any number of `lost`. */
export interface Hearer {
  hear(text: string): void
  returned(): void
  lost(error: unknown): void
}

/**
 * A bell over a carrier. Rings of this process reach its own listeners at once and are sent to the others one text at
 * a time, joined while one is under way, after the writers' commits.
 */
export async function openCarriedBell(
  log: Logger,
  open: (hearer: Hearer) => Promise<Carrier>,
): Promise<Bell> {
  const nodeId = randomUUID()
  const listeners = new Set<(ring: Ring, from: Ringer) => void>()
  const returnListeners = new Set<() => void>()
  const tell = (ring: Ring, isThisNode: boolean) => {
    for (const listener of listeners) listener(ring, { isThisNode })
  }
  const hearing = watchHearing(log, () => {
    for (const listener of returnListeners) listener()
  })
  const carrier = await open({
    ...hearing,
    hear(text) {
      const heard = read(text)
      if (heard !== null && heard.from !== nodeId) tell(heard.ring, false)
    },
  })
  const outbox = startOutbox(nodeId, carrier)
  return {
    get state() {
      return { over: carrier.over, isConnected: hearing.isConnected }
    },
    ring(ring) {
      outbox.put(ring)
      tell(ring, true)
    },
    listen: (listener) => added(listeners, listener),
    onReturn: (listener) => added(returnListeners, listener),
    async close() {
      listeners.clear()
      returnListeners.clear()
      hearing.close()
      await outbox.close()
      await carrier.close()
    },
  }
}

function added<L>(listeners: Set<L>, listener: L): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Null for what is no ring: others may be able to write where we hear. */
function read(text: string): { from: string; ring: Ring } | null {
  try {
    const { from, ring } = JSON.parse(text) as { from?: string; ring?: Ring | null }
    return typeof from === 'string' && typeof ring === 'object' && ring !== null ? { from, ring } : null
  } catch {
    return null
  }
}

/** Says once that the connection is lost, however often it is tried meanwhile, and once that it is there again. */
function watchHearing(log: Logger, onReturn: () => void) {
  let state: 'new' | 'connected' | 'lost' | 'closed' = 'new'
  return {
    get isConnected() {
      return state === 'connected'
    },
    returned() {
      const before = state
      if (before === 'closed' || before === 'connected') return
      state = 'connected'
      if (before === 'new') return
      log.info('the bell is connected again')
      onReturn()
    },
    lost(error: unknown) {
      if (state === 'closed' || state === 'lost') return
      state = 'lost'
      log.warn({ err: error }, 'the bell has no connection; readers look by themselves until it is back')
    },
    close() {
      state = 'closed'
    },
  }
}

/** So many rings wait while a carrier is slow before they are joined: memory must not grow with the wait. */
const maxWaiting = 500
const maxKept = 2_000

function startOutbox(from: string, carrier: Carrier) {
  let waiting: Ring[] = []
  let sending: Promise<void> | null = null
  let isClosed = false
  async function sendAll() {
    while (waiting.length > 0) {
      const pieces = piecesOf(joinRings(waiting))
      waiting = []
      // A piece that is lost costs a moment: whoever carries it tells of the connection.
      for (const ring of pieces) await carrier.send(JSON.stringify({ from, ring })).catch(() => undefined)
    }
    sending = null
  }
  return {
    put(ring: Ring) {
      if (isClosed) return
      waiting.push(ring)
      if (waiting.length > maxWaiting) waiting = [newestOf(joinRings(waiting))]
      sending ??= sendAll()
    },
    async close() {
      await sending
      isClosed = true
    },
  }
}

function newestOf(ring: Ring): Ring {
  return {
    ...ring,
    ticketIds: ring.ticketIds?.slice(-maxKept),
    personIds: ring.personIds?.slice(-maxKept),
    leases: ring.leases?.slice(-maxKept),
  }
}
