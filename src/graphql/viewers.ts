import { TokenRefused } from '../auth/tokens.ts'
import type { Claims, KnownViewer } from '../auth/viewer.ts'
import { customerOfLogin } from '../domains/customers/actions/logins.ts'
import { operatorOfLogin } from '../domains/operators/actions.ts'
import type { Desk } from '../events/desk.ts'

/** Turns claims into viewers, with the desk's own rows about the person. */
export interface Viewers {
  /** @throws TokenRefused when the person was disabled, or the guest has logged in since. */
  of(claims: Claims): Promise<KnownViewer>
  close(): void
}

const maxKept = 50_000

/**
 * Rows are kept in memory until the log says that they changed, so that a request costs no statement for who asks,
 * and a change of rights counts at once on every node.
 */
export function openViewers(desk: Desk): Viewers {
  const kept = new Map<string, Promise<KnownViewer>>()
  const subjects = new Map<string, Set<string>>()
  let changes = 0
  const stop = desk.feed.listen({ kind: 'all' }, ({ type, operatorId, customerId }) => {
    const changed = type === 'operator.updated' ? operatorId : type === 'customer.linked' ? customerId : null
    if (changed === null) return
    changes += 1
    for (const key of subjects.get(changed) ?? []) kept.delete(key)
    subjects.delete(changed)
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
        const subject = subjectOf(viewer)
        if (subject !== null) subjects.set(subject, (subjects.get(subject) ?? new Set()).add(key))
        if (kept.size > maxKept) forgetOldest(kept)
        // Somebody's rights changed while the rows were read: they may be the old ones.
        if (changes !== before) kept.delete(key)
        return viewer
      } catch (error) {
        kept.delete(key)
        throw error
      }
    },
    close: stop,
  }
}

function forgetOldest(kept: Map<string, unknown>): void {
  const oldest = kept.keys().next()
  if (oldest.done !== true) kept.delete(oldest.value)
}

function subjectOf(viewer: KnownViewer): string | null {
  if (viewer.kind === 'operator') return viewer.operatorId
  return viewer.kind === 'customer' ? viewer.customerId : null
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
