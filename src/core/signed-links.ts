import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Pool } from 'pg'
import { now } from './clock.ts'
import { sharedSecret } from './secrets.ts'

/** What a link was signed for. */
export type LinkFacts = Readonly<Record<string, string>>
export type LinkCheck = { readonly facts: LinkFacts } | 'forged' | 'expired'

/** Links that are a right in themselves, for a short time: signed by a key that all nodes share. */
export interface SignedLinks {
  /** Where clients reach this node, without a slash at the end; set when the server listens. */
  origin: string
  make(purpose: string, path: string, facts: LinkFacts, expiresAt: Date): URL
  /** The facts of a link made for this purpose and path, unless it is past its time. */
  check(purpose: string, path: string, query: URLSearchParams): LinkCheck
}

export async function openSignedLinks(pool: Pool): Promise<SignedLinks> {
  return createSignedLinks(await sharedSecret(pool, 'link-key', () => randomBytes(32).toString('base64url')))
}

function createSignedLinks(key: string): SignedLinks {
  const sign = (purpose: string, path: string, pairs: [string, string][]) => {
    const sorted = pairs.toSorted(([one], [other]) => (one < other ? -1 : 1))
    return createHmac('sha256', key)
      .update(JSON.stringify([purpose, path, sorted]))
      .digest()
  }
  return {
    origin: '',
    make(purpose, path, facts, expiresAt) {
      const pairs = Object.entries({ ...facts, expires: String(Math.ceil(expiresAt.getTime() / 1_000)) })
      const signature = sign(purpose, path, pairs).toString('base64url')
      return new URL(`${this.origin}${path}?${new URLSearchParams([...pairs, ['signature', signature]])}`)
    },
    check(purpose, path, query) {
      const pairs = [...query].filter(([name]) => name !== 'signature')
      const given = Buffer.from(query.get('signature') ?? '', 'base64url')
      const wanted = sign(purpose, path, pairs)
      if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return 'forged'
      const { expires, ...facts } = Object.fromEntries(pairs)
      return Number(expires) * 1_000 > now().getTime() ? { facts } : 'expired'
    },
  }
}
