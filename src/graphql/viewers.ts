import { TokenRefused } from '../auth/tokens.ts'
import type { Claims, KnownViewer } from '../auth/viewer.ts'
import { customerOfLogin } from '../domains/customers/actions/logins.ts'
import { operatorOfLogin } from '../domains/operators/actions.ts'
import type { Desk } from '../events/desk.ts'
import { personOf } from '../events/person-news.ts'
import { personChanged } from '../events/rights.ts'

/** Turns claims into viewers, with the desk's own rows about the person. */
export interface Viewers {
  /** @throws TokenRefused when the person was disabled, or the guest has logged in since. */
  of(claims: Claims): Promise<KnownViewer>
  close(): void
}

const maxKept = 50_000

/**
 * Rows are kept in memory until the bell or the log says that they changed, so that a request costs no statement for
 * who asks, and a change of rights counts before it is even answered, on other nodes as soon as their bell rings.
 */
export function openViewers(desk: Desk): Viewers {
  const kept = new Map<string, Promise<KnownViewer>>()
  const subjects = new Map<string, Set<string>>()
  let changes = 0
  const close = onPersonChanged(desk, (personId) => {
    changes += 1
    for (const key of subjects.get(personId) ?? []) kept.delete(key)
    subjects.delete(personId)
  })
  return {
    async of(claims) {
      const key = JSON.stringify([claims.issuer, claims.subject, claims.role, claims.scopes, claims.locale])
      const known = kept.get(key)
      if (known !== undefined) return { ...(await known), claims }
      const before = changes
      const made = load(desk, claims)
      kept.set(key, made)
      try {
        const viewer = await made
        const subject = personOf(viewer)
        if (subject !== null) subjects.set(subject, (subjects.get(subject) ?? new Set()).add(key))
        if (kept.size > maxKept) forgetOldest(kept, subjects)
        // Somebody's rights changed while the rows were read: they may be the old ones.
        if (changes !== before) kept.delete(key)
        return viewer
      } catch (error) {
        kept.delete(key)
        throw error
      }
    },
    close,
  }
}

/** The bell is the sooner one, the log the one that never misses. */
function onPersonChanged(desk: Desk, listener: (personId: string) => void): () => void {
  const stopBell = desk.bell.listen(({ personIds = [] }) => {
    for (const personId of personIds) listener(personId)
  })
  const stopFeed = desk.feed.listen({ kind: 'all' }, (event) => {
    const personId = personChanged(event)
    if (personId !== null) listener(personId)
  })
  return () => {
    stopBell()
    stopFeed()
  }
}

function forgetOldest(kept: Map<string, Promise<KnownViewer>>, subjects: Map<string, Set<string>>): void {
  const oldest = kept.entries().next()
  if (oldest.done === true) return
  const [key, made] = oldest.value
  kept.delete(key)
  const forgetKey = (viewer: KnownViewer) => {
    const subject = personOf(viewer)
    const keys = subject === null || kept.has(key) ? undefined : subjects.get(subject)
    keys?.delete(key)
    if (subject !== null && keys?.size === 0) subjects.delete(subject)
  }
  // One that could not be made was never anybody's.
  made.then(forgetKey, () => {})
}

async function load(desk: Desk, claims: Claims): Promise<KnownViewer> {
  const locale = claims.locale ?? 'ru'
  if (claims.role === 'service') {
    return { kind: 'service', role: 'service', scopes: new Set(claims.scopes), claims, locale }
  }
  if (claims.role === 'guest' || claims.role === 'customer') {
    const customerId = await customerOfLogin(desk, claims)
    if (customerId === null) throw new TokenRefused('EXPIRED')
    return { kind: 'customer', role: claims.role, customerId, claims, locale }
  }
  const login = await operatorOfLogin(desk, { ...claims, role: claims.role })
  // Disabled by the desk.
  if (login === null) throw new TokenRefused('EXPIRED')
  return { kind: 'operator', claims, locale, ...login }
}
