import { createHash } from 'node:crypto'
import type { Claims } from './viewer.ts'

const limit = 10_000
const lifetimeMs = 60_000

/**
 * Remembers tokens that were verified a moment ago, so that a busy client does not cost a signature check per
 * request. Keeps the 10,000 last used, each for at most 60 s and never past its own end. Holds hashes, not tokens.
 */
export class VerifiedTokens {
  readonly #entries = new Map<string, { claims: Claims; until: number }>()
  readonly #skewSeconds: number

  constructor(skewSeconds: number) {
    this.#skewSeconds = skewSeconds
  }

  get(token: string, now: Date): Claims | null {
    const key = hash(token)
    const entry = this.#entries.get(key)
    if (entry === undefined) return null
    this.#entries.delete(key)
    if (now.getTime() >= entry.until) return null
    this.#entries.set(key, entry)
    return entry.claims
  }

  add(token: string, claims: Claims, now: Date): void {
    const until = Math.min((claims.expiresAt + this.#skewSeconds) * 1000, now.getTime() + lifetimeMs)
    this.#entries.set(hash(token), { claims, until })
    if (this.#entries.size <= limit) return
    for (const oldest of this.#entries.keys()) {
      this.#entries.delete(oldest)
      break
    }
  }
}

function hash(token: string): string {
  return createHash('sha256').update(token).digest('base64')
}
