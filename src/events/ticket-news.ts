import type { Bell } from './bell.ts'
import type { Feed } from './feed.ts'
import { Shared } from './shared.ts'

/**
 * News by ticket, for what need not wait for the sequencer: a ticket's messages have a gap-free order of their own.
 * Followers are kept by ticket, so that a ring costs as much as its ticket has followers. The log tells them too:
 * a lost ring costs a moment, not a message.
 */
export interface TicketNews {
  /** Something may have been written; look. All followers of one ring share the look. */
  onWritten(ticketId: string, listener: (shared: Shared) => void): () => void
  readonly listenerCount: number
  close(): void
}

export function openTicketNews(bell: Bell, feed: Feed): TicketNews {
  const written = new Map<string, Set<(shared: Shared) => void>>()
  const tellWritten = (ticketId: string, shared: () => Shared) => {
    const listeners = written.get(ticketId)
    if (listeners === undefined) return
    const once = shared()
    for (const listener of listeners) listener(once)
  }
  const stopBell = bell.listen((ring) => {
    for (const ticketId of ring.ticketIds ?? []) tellWritten(ticketId, () => new Shared([ticketId]))
  })
  const stopFeed = feed.listen({ kind: 'all' }, ({ ticketId }, shared) => {
    if (ticketId !== null) tellWritten(ticketId, () => shared)
  })
  return {
    onWritten: (ticketId, listener) => add(written, ticketId, listener),
    get listenerCount() {
      return [...written.values()].reduce((sum, set) => sum + set.size, 0)
    },
    close() {
      stopBell()
      stopFeed()
    },
  }
}

function add<L>(index: Map<string, Set<L>>, key: string, listener: L): () => void {
  const set = index.get(key) ?? new Set<L>()
  index.set(key, set.add(listener))
  return () => {
    set.delete(listener)
    if (set.size === 0 && index.get(key) === set) index.delete(key)
  }
}
