import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Pool } from 'pg'
import { sharedSecret } from '../core/secrets.ts'

/**
 * Cursors of the log: opaque, the same for every viewer and stream. One names a place either by position, or by the
 * id of an event that is not numbered yet (what a mutation answers, so that no writer waits for the sequencer).
 * A cursor grants nothing: policy runs again on resume.
 */
export type Place =
  | { readonly kind: 'position'; readonly value: bigint }
  | { readonly kind: 'event'; readonly value: bigint }

export interface Cursors {
  encode(place: Place): string
  /** Null when the cursor was not made by this log, in its present epoch. */
  decode(cursor: string): Place | null
}

const macBytes = 12
const bodyBytes = 9

/** `keys`: from the settings, newest first, separated by commas; null to keep one in the database. */
export async function openCursors(pool: Pool, keys: string | null): Promise<Cursors> {
  const shared = keys ?? (await sharedSecret(pool, 'cursor-key', () => randomBytes(32).toString('base64url')))
  const epoch = await sharedSecret(pool, 'log-epoch', newEpoch)
  return createCursors(shared.split(','), epoch)
}

export function newEpoch(): string {
  return randomBytes(16).toString('base64url')
}

export function createCursors(keys: readonly string[], epoch: string): Cursors {
  const mac = (key: string, body: Buffer) =>
    createHmac('sha256', key).update(epoch).update(body).digest().subarray(0, macBytes)
  return {
    encode({ kind, value }) {
      const body = Buffer.alloc(bodyBytes)
      body.writeUInt8(kind === 'position' ? 1 : 2)
      body.writeBigUInt64BE(value, 1)
      return Buffer.concat([body, mac(keys[0] ?? '', body)]).toString('base64url')
    },
    decode(cursor) {
      const bytes = Buffer.from(cursor, 'base64url')
      if (bytes.length !== bodyBytes + macBytes || bytes.toString('base64url') !== cursor) return null
      const body = bytes.subarray(0, bodyBytes)
      if (!keys.some((key) => timingSafeEqual(mac(key, body), bytes.subarray(bodyBytes)))) return null
      const kind = body.readUInt8() === 1 ? 'position' : 'event'
      return { kind, value: body.readBigUInt64BE(1) }
    },
  }
}
