import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
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

/**
 * The name of this log among others that share something outside the database: the same on all nodes, and another
 * one for a copy of the database once that has an epoch of its own.
 */
export async function installationName(pool: Pool): Promise<string> {
  const epoch = await sharedSecret(pool, 'log-epoch', newEpoch)
  return createHash('sha256').update(`installation ${epoch}`).digest('hex').slice(0, 16)
}

function newEpoch(): string {
  return randomBytes(16).toString('base64url')
}

/**
 * Begins a new epoch of the log: every cursor given so far leads to a Reset. Needed after a database was restored,
 * because its log goes on differently from where the backup was made. A node reads the epoch, and the head that its
 * streams go on from, when it starts: while one is connected nothing is changed.
 * @returns how many connections of nodes there are; 0 when it is done
 */
export async function beginEpoch(pool: Pool): Promise<number> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    await client.query(
      `insert into secrets (name, value) values ('log-epoch', $1)
       on conflict (name) do update set value = excluded.value, created_at = now()`,
      [newEpoch()],
    )
    const nodes = await client.query<{ count: number }>(
      `select count(*)::int as count from pg_stat_activity
       where datname = current_database() and application_name like 'opora%' and pid <> pg_backend_pid()`,
    )
    const count = nodes.rows[0]?.count ?? 0
    await client.query(count === 0 ? 'commit' : 'rollback')
    return count
  } finally {
    client.release()
  }
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
