import type { Bell } from './bell.ts'
import type { Lease } from './lease.ts'

/** What a follower of a topic is told: a lease was taken, renewed or given back, or it ended. */
export interface LeaseNews {
  readonly holderKind: Lease['holderKind']
  readonly holderId: string
  /** Null: given back, or ended. */
  readonly value: string | null
  readonly expiresAt: Date
}

/** What people hold for some seconds, on whichever node: over the bell, kept in memory only, stored nowhere. */
export interface Leases {
  /** Takes or renews a lease; with a null value gives it back. Answers when it ends by itself. */
  set(lease: Omit<Lease, 'lastsMs' | 'version'>, seconds: number): Date
  /** What is held now. */
  held(topic: string): LeaseNews[]
  /** What one person holds now. */
  heldBy(topic: string, holderId: string): LeaseNews | null
  listen(topic: string, listener: (news: LeaseNews) => void): () => void
  readonly listenerCount: number
  /** Timers of leases that have not ended; none is left when all have. */
  readonly timerCount: number
  close(): void
}

interface Entry {
  readonly lease: Lease
  readonly endsAtMs: number
  readonly timer: NodeJS.Timeout
  /** Given by this node, which tells it to nodes that have not heard it. */
  readonly isOwn: boolean
}

/** Several nodes that come back at once ask at once; one answer is enough. */
const answerMilliseconds = 50

export function openLeases(bell: Bell): Leases {
  return new LeaseBoard(bell)
}

class LeaseBoard implements Leases {
  readonly #bell: Bell
  readonly #topics = new Map<string, Map<string, Entry>>()
  readonly #listeners = new Map<string, Set<(news: LeaseNews) => void>>()
  readonly #stops: (() => void)[]
  #answer: NodeJS.Timeout | null = null

  constructor(bell: Bell) {
    this.#bell = bell
    this.#stops = [
      bell.listen(({ leases = [], leasesWanted }, { isThisNode }) => {
        if (isThisNode) return
        for (const lease of leases) this.#keep(lease, false)
        if (leasesWanted === true) this.#answer ??= setTimeout(() => this.#tellOwn(), answerMilliseconds)
      }),
      // What was said meanwhile reached neither side.
      bell.onReturn(() => {
        this.#tellOwn()
        bell.ring({ leasesWanted: true })
      }),
    ]
    bell.ring({ leasesWanted: true })
  }

  set(lease: Omit<Lease, 'lastsMs' | 'version'>, seconds: number): Date {
    const known = this.#topics.get(lease.topic)?.get(lease.holderId)
    // One that is given back is remembered as long, so that an old word of it is known to be old.
    const version = Math.max(Date.now(), (known?.lease.version ?? 0) + 1)
    const whole: Lease = { ...lease, lastsMs: seconds * 1_000, version }
    this.#bell.ring({ leases: [whole] })
    this.#keep(whole, true)
    return new Date(Date.now() + (lease.value === null ? 0 : whole.lastsMs))
  }

  held(topic: string): LeaseNews[] {
    const entries = [...(this.#topics.get(topic)?.values() ?? [])]
    return entries.filter(({ lease }) => lease.value !== null).map(newsOf)
  }

  heldBy(topic: string, holderId: string): LeaseNews | null {
    const entry = this.#topics.get(topic)?.get(holderId)
    return entry === undefined || entry.lease.value === null ? null : newsOf(entry)
  }

  listen(topic: string, listener: (news: LeaseNews) => void): () => void {
    const set = this.#listeners.get(topic) ?? new Set()
    this.#listeners.set(topic, set.add(listener))
    return () => {
      set.delete(listener)
      if (set.size === 0 && this.#listeners.get(topic) === set) this.#listeners.delete(topic)
    }
  }

  get listenerCount(): number {
    return [...this.#listeners.values()].reduce((sum, { size }) => sum + size, 0)
  }

  get timerCount(): number {
    return [...this.#topics.values()].reduce((sum, { size }) => sum + size, 0)
  }

  close(): void {
    for (const stop of this.#stops) stop()
    if (this.#answer !== null) clearTimeout(this.#answer)
    for (const entries of this.#topics.values()) for (const { timer } of entries.values()) clearTimeout(timer)
    this.#topics.clear()
    this.#listeners.clear()
  }

  #keep(lease: Lease, isOwn: boolean): void {
    const entries = this.#topics.get(lease.topic) ?? new Map<string, Entry>()
    const known = entries.get(lease.holderId)
    if ((known !== undefined && known.lease.version >= lease.version) || lease.lastsMs <= 0) return
    clearTimeout(known?.timer)
    const entry: Entry = {
      lease,
      isOwn,
      endsAtMs: Date.now() + lease.lastsMs,
      timer: setTimeout(() => this.#end(lease), lease.lastsMs),
    }
    entries.set(lease.holderId, entry)
    this.#topics.set(lease.topic, entries)
    this.#tell(lease, newsOf(entry))
  }

  #end(lease: Lease): void {
    const { topic, holderKind, holderId, value } = lease
    const entries = this.#topics.get(topic)
    entries?.delete(holderId)
    if (entries?.size === 0) this.#topics.delete(topic)
    if (value !== null) this.#tell(lease, { holderKind, holderId, value: null, expiresAt: new Date() })
  }

  #tell({ topic }: Lease, news: LeaseNews): void {
    for (const listener of this.#listeners.get(topic) ?? []) listener(news)
  }

  #tellOwn(): void {
    this.#answer = null
    const now = Date.now()
    const leases = [...this.#topics.values()].flatMap((entries) =>
      [...entries.values()].flatMap(({ lease, isOwn, endsAtMs }) =>
        isOwn ? [{ ...lease, lastsMs: endsAtMs - now }] : [],
      ),
    )
    if (leases.length > 0) this.#bell.ring({ leases })
  }
}

function newsOf({ lease: { holderKind, holderId, value }, endsAtMs }: Entry): LeaseNews {
  return { holderKind, holderId, value, expiresAt: new Date(value === null ? Date.now() : endsAtMs) }
}
