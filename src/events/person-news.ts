import type { Viewer } from '../auth/viewer.ts'
import type { Bell } from './bell.ts'
import type { Feed } from './feed.ts'
import { personChanged } from './rights.ts'

/**
 * News by person, for streams that end with somebody's rights: whoever follows looks again at once, not at the next
 * thing that happens. The bell is the sooner one, the log the one that never misses.
 */
export interface PersonNews {
  /** The rights of a person may have changed; look. */
  onChanged(personId: string | null, listener: () => void): () => void
  readonly listenerCount: number
  close(): void
}

/** The person whose rights a viewer has; null for partners and nobody, whose rights end with their token. */
export function personOf(viewer: Viewer): string | null {
  if (viewer.kind === 'operator') return viewer.operatorId
  return viewer.kind === 'customer' ? viewer.customerId : null
}

export function openPersonNews(bell: Bell, feed: Feed): PersonNews {
  const listeners = new Map<string, Set<() => void>>()
  const tell = (personId: string) => {
    const known = listeners.get(personId)
    if (known === undefined) return
    // What is kept about the person is dropped by the same ring: who looks must come after that.
    queueMicrotask(() => {
      for (const listener of known) listener()
    })
  }
  const stopBell = bell.listen(({ personIds = [] }) => {
    for (const personId of personIds) tell(personId)
  })
  const stopFeed = feed.listen({ kind: 'all' }, (event) => {
    const personId = personChanged(event)
    if (personId !== null) tell(personId)
  })
  return {
    onChanged(personId, listener) {
      if (personId === null) return () => {}
      const known = listeners.get(personId) ?? new Set()
      listeners.set(personId, known.add(listener))
      return () => {
        known.delete(listener)
        if (known.size === 0 && listeners.get(personId) === known) listeners.delete(personId)
      }
    },
    get listenerCount() {
      return [...listeners.values()].reduce((sum, { size }) => sum + size, 0)
    },
    close() {
      stopBell()
      stopFeed()
    },
  }
}
