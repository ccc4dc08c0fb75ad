import type { ServiceTokens } from '../../auth/service-secrets.ts'
import { now } from '../../core/clock.ts'
import type { Desk } from '../../events/desk.ts'
import { isTokenChange } from '../../events/rights.ts'
import { type FoundSecret, findSecret, noteUsed } from './reads.ts'

/** The service tokens as one node knows them. */
export interface KnownServiceTokens extends ServiceTokens {
  /** How many want to hear of changes: none when nobody is connected with a service token. */
  readonly listenerCount: number
  close(): Promise<void>
}

const maxKept = 10_000
const keptMilliseconds = 60_000

/**
 * Secrets that were asked for are kept in memory, so that a request costs no statement for who asks, and are read anew
 * after a minute. A rotation or a revocation is rare, and forgets all of them at once: on the node that did it before
 * the answer, on the others as soon as their bell rings, and within about a second by the log if the ring is lost.
 */
export function openServiceTokens(desk: Desk): KnownServiceTokens {
  const listeners = new Set<() => void>()
  const secrets = new KeptSecrets(desk)
  const change = () => {
    secrets.forget()
    for (const listener of listeners) listener()
  }
  const stopBell = desk.bell.listen(({ tokensChanged }) => {
    if (tokensChanged === true) change()
  })
  const stopFeed = desk.feed.listen({ kind: 'all' }, (event) => {
    if (isTokenChange(event)) change()
  })
  return {
    async find(digest) {
      return (await secrets.find(digest))?.claims ?? null
    },
    onChanged(listener) {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    get listenerCount() {
      return listeners.size
    },
    async close() {
      stopBell()
      stopFeed()
      await secrets.close()
    },
  }
}

interface Kept {
  readonly found: Promise<FoundSecret | null>
  readonly until: number
}

class KeptSecrets {
  readonly #desk: Desk
  readonly #kept = new Map<string, Kept>()
  readonly #writing = new Set<Promise<void>>()

  constructor(desk: Desk) {
    this.#desk = desk
  }

  /** What is being read at this moment is not kept either: it may be of before the change. */
  forget(): void {
    this.#kept.clear()
  }

  async find(digest: string): Promise<FoundSecret | null> {
    const known = this.#kept.get(digest)
    if (known !== undefined && now().getTime() < known.until) return await known.found
    const found = findSecret(this.#desk.database, digest)
    const kept = { found, until: now().getTime() + keptMilliseconds }
    // Last of all, so that the first is the one that was read longest ago.
    this.#kept.delete(digest)
    this.#kept.set(digest, kept)
    if (this.#kept.size > maxKept) this.#forgetOldest()
    let secret: FoundSecret | null = null
    try {
      secret = await found
    } finally {
      // Nobody's secret, or an outage: asked anew next time.
      if (secret === null && this.#kept.get(digest) === kept) this.#kept.delete(digest)
    }
    if (secret !== null && now().getTime() < secret.claims.expiresAt * 1_000) this.#noteUsed(secret.secretId)
    return secret
  }

  async close(): Promise<void> {
    await Promise.all(this.#writing)
  }

  #forgetOldest(): void {
    for (const oldest of this.#kept.keys()) {
      this.#kept.delete(oldest)
      break
    }
  }

  /** Beside the request, which neither waits for it nor fails with it; when a secret is read, so once a minute. */
  #noteUsed(secretId: string): void {
    const { database, log } = this.#desk
    const writing = noteUsed(database, secretId, now())
      .catch((error: unknown) => log.warn({ err: error }, 'the use of a service token could not be noted'))
      .finally(() => this.#writing.delete(writing))
    this.#writing.add(writing)
  }
}
