import { join } from 'node:path'
import { seedDemo } from '../../prisma/seed.ts'
import { requireTokenSource } from '../auth/start-rules.ts'
import { type Issuers, openIssuers } from '../auth/tokens.ts'
import { checkDatabase } from '../core/check-database.ts'
import { type Database, openDatabase } from '../core/database.ts'
import type { Logger } from '../core/logger.ts'
import { migrate } from '../core/migrations.ts'
import { ownPostgres } from '../core/postgres/own-postgres.ts'
import { sharedSecret } from '../core/secrets.ts'
import { timersOf } from '../domains/timers.ts'
import type { Env } from '../env.ts'
import { type Desk, openDesk } from '../events/desk.ts'
import { startTimers } from '../events/due.ts'
import { scheduleSweep } from '../events/idempotency.ts'
import { transact } from '../events/transact.ts'
import { openViewers, type Viewers } from '../graphql/viewers.ts'
import { type RunningServer, startServer } from './server.ts'

/** A whole node: its database, desk, timers and server. */
export interface Opora {
  readonly server: RunningServer
  readonly desk: Desk
  readonly issuers: Issuers
  /** Stops all of it, the last started first; its own PostgreSQL too, unless another node uses it. */
  close(): Promise<void>
}

type Close = () => void | Promise<void>

/**
 * Starts a node. What was started before something fails is stopped again.
 * @throws StartRefused with one line a person can act on
 */
export async function startOpora(env: Env, options: { log: Logger }): Promise<Opora> {
  const closers: Close[] = []
  const close = async () => {
    for (let next = closers.pop(); next !== undefined; next = closers.pop()) await next()
  }
  try {
    return { ...(await start(env, options.log, closers)), close }
  } catch (error) {
    await close()
    throw error
  }
}

async function start(env: Env, log: Logger, closers: Close[]): Promise<Omit<Opora, 'close'>> {
  // Before a database is made: settings that are refused leave nothing behind.
  requireTokenSource(env)
  const database = await prepareDatabase(env, log, closers)
  const desk = await openDesk({ env, database, log })
  closers.push(async () => await desk.close())
  const secret = async (name: string, make: () => string | Promise<string>) =>
    await sharedSecret(database.pool, name, make)
  const issuers = await openIssuers({ env, secret, log })
  const viewers = openViewers(desk)
  closers.push(() => viewers.close())
  await transact(desk, scheduleSweep)
  const timers = startTimers(desk, timersOf(desk))
  closers.push(async () => await timers.close())
  if (env.DEMO) await seedOnce(desk, viewers)
  const server = await startServer({ env, desk, issuers, viewers, log })
  closers.push(async () => await server.close())
  return { server, desk, issuers }
}

/** The given database, or one of the server's own; up to date. */
async function prepareDatabase(env: Env, log: Logger, closers: Close[]): Promise<Database> {
  const tell = (line: string) => log.info(line)
  let url = env.DATABASE_URL
  if (url === undefined) {
    const postgres = await ownPostgres({ dataDir: join(env.DATA_DIR, 'postgres'), log: tell })
    closers.push(async () => await postgres.stop())
    url = postgres.url
  } else {
    await checkDatabase(url)
  }
  await migrate(url, { log: tell })
  let isClosing = false
  const database = openDatabase(url, env.DATABASE_POOL, ({ message }) => {
    if (!isClosing) log.warn({ reason: message }, 'a connection to the database failed')
  })
  closers.push(async () => {
    // Connections that are still closing when an own PostgreSQL stops see it stop: no news.
    isClosing = true
    await database.close()
  })
  return database
}

/** Any number will do, as long as nothing else in the database locks it. */
const seedLock = 72_707_370

/** Demo data goes into an empty database only; of nodes that start at once, one puts it there. */
async function seedOnce(desk: Desk, viewers: Viewers): Promise<void> {
  const client = await desk.database.pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [seedLock])
    await seedDemo(desk, viewers)
  } finally {
    await client.query('select pg_advisory_unlock($1)', [seedLock])
    client.release()
  }
}
