import { Client } from 'pg'
import type { Database } from '../core/database.ts'
import type { Logger } from '../core/logger.ts'
import type { Bell } from './bell.ts'
import type { Hearer } from './carried-bell.ts'
import { openCarriedBell } from './carried-bell.ts'

const channel = 'opora_bell'
const reconnectMilliseconds = 500

/**
 * The bell over LISTEN/NOTIFY: nodes on one database need nothing else. Never rung inside a transaction: a NOTIFY
 * there would hold a cluster-wide lock until its commit.
 */
export async function openPostgresBell(database: Database, log: Logger): Promise<Bell> {
  return await openCarriedBell(log, async (hearer) => {
    const ear = await startEar(database.url, hearer)
    return {
      over: 'PostgreSQL',
      send: async (text) =>
        await database.pool.query({
          name: 'bell',
          text: 'select pg_notify($1, $2)',
          values: [channel, text],
        }),
      close: ear.close,
    }
  })
}

/** A connection of its own that listens, and comes back by itself when it is lost. */
async function startEar(url: string, hearer: Hearer) {
  let isClosed = false
  let isConnecting = false
  let client: Client | null = null
  let retry: NodeJS.Timeout | null = null
  async function connect() {
    const next = makeClient(url, hearer)
    next.on('error', (error) => lost(next, error))
    next.on('end', () => lost(next, new Error('the connection ended')))
    isConnecting = true
    try {
      await next.connect()
      await next.query(`listen ${channel}`)
      client = next
    } finally {
      isConnecting = false
    }
    if (isClosed) await next.end()
    else hearer.returned()
  }
  function lost(which: Client | null, error: unknown) {
    if (isClosed || isConnecting || client !== which) return
    client = null
    hearer.lost(error)
    retry ??= setTimeout(() => {
      retry = null
      connect().catch((failure: unknown) => lost(null, failure))
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

function makeClient(url: string, { hear }: Hearer): Client {
  const client = new Client({ connectionString: url, application_name: 'opora-bell', keepAlive: true })
  client.on('notification', ({ payload }) => {
    if (payload !== undefined) hear(payload)
  })
  return client
}
