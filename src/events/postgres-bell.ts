import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import type { Database } from '../core/database.ts'
import type { Logger } from '../core/logger.ts'
import type { Bell, Ring } from './bell.ts'
import { joinRings } from './bell.ts'

const channel = 'opora_bell'
/** NOTIFY takes 8,000 bytes; ids beyond this many are left to the readers' own look each second. */
const maxTicketIdsPerRing = 100
const maxEphemeralPerRing = 20
const maxPersonIdsPerRing = 20
const reconnectMilliseconds = 500

/**
 * The bell over LISTEN/NOTIFY: nodes on one database need nothing else. Rings of this process reach its own
 * listeners at once and are sent to the others in one statement at a time, joined while one is under way, after the
 * writers' commits: a NOTIFY inside a transaction would hold a cluster-wide lock until its commit.
 */
export async function openPostgresBell(database: Database, log: Logger): Promise<Bell> {
  const nodeId = randomUUID()
  const listeners = new Set<(ring: Ring) => void>()
  const tell = (ring: Ring) => {
    for (const listener of listeners) listener(ring)
  }
  const sender = startSender(database, nodeId, log)
  const ear = await startEar(database.url, log, (payload) => {
    const { from, ring } = JSON.parse(payload) as { from: string; ring: Ring }
    if (from !== nodeId) tell(ring)
  })
  return {
    ring(ring) {
      sender.send(ring)
      tell(ring)
    },
    listen(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    async close() {
      listeners.clear()
      await Promise.all([sender.close(), ear.close()])
    },
  }
}

function startSender(database: Database, from: string, log: Logger) {
  let waiting: Ring[] = []
  let sending: Promise<void> | null = null
  let isClosed = false
  async function sendAll() {
    while (waiting.length > 0) {
      const { ticketIds = [], personIds = [], ephemeral = [], ...rest } = joinRings(waiting)
      waiting = []
      const ring: Ring = {
        ...rest,
        ticketIds: ticketIds.slice(0, maxTicketIdsPerRing),
        personIds: personIds.slice(0, maxPersonIdsPerRing),
        ephemeral: ephemeral.slice(-maxEphemeralPerRing),
      }
      await database.pool
        .query({
          name: 'bell',
          text: 'select pg_notify($1, $2)',
          values: [channel, JSON.stringify({ from, ring })],
        })
        .catch((error: unknown) =>
          log.warn({ err: error }, 'the bell could not be rung; readers look by themselves'),
        )
    }
    sending = null
  }
  return {
    send(ring: Ring) {
      if (isClosed) return
      waiting.push(ring)
      sending ??= sendAll()
    },
    async close() {
      await sending
      isClosed = true
    },
  }
}

/** A connection of its own that listens, and comes back by itself when it is lost. */
async function startEar(url: string, log: Logger, hear: (payload: string) => void) {
  let isClosed = false
  let client: Client | null = null
  let retry: NodeJS.Timeout | null = null
  async function connect() {
    const next = new Client({ connectionString: url, application_name: 'opora-bell', keepAlive: true })
    next.on('notification', (message) => {
      if (message.payload !== undefined) hear(message.payload)
    })
    next.on('error', () => lost(next))
    next.on('end', () => lost(next))
    await next.connect()
    await next.query(`listen ${channel}`)
    if (isClosed) await next.end()
    else client = next
  }
  function lost(which: Client) {
    if (isClosed || (client !== which && client !== null)) return
    client = null
    retry ??= setTimeout(() => {
      retry = null
      connect().catch((error: unknown) => {
        log.warn({ err: error }, 'the bell has no connection; trying again')
        lost(which)
      })
    }, reconnectMilliseconds)
  }
  await connect()
  return {
    async close() {
      isClosed = true
      if (retry !== null) clearTimeout(retry)
      await client?.end().catch(() => undefined)
    },
  }
}
