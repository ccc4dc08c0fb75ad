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
import type { Tracing } from '../core/tracing/tracing.ts'
import { scheduleAttachmentSweep } from '../domains/attachments/actions/remove.ts'
import { scheduleRetention } from '../domains/privacy/actions/retention.ts'
import { reactions } from '../domains/reactions.ts'
import { openServiceTokens } from '../domains/service-tokens/live.ts'
import { timersOf } from '../domains/timers.ts'
import type { Env } from '../env.ts'
import { scheduleArchive } from '../events/archive.ts'
import { startConsumer } from '../events/consume.ts'
import { type Desk, openDesk } from '../events/desk.ts'
import { startTimers } from '../events/due.ts'
import { scheduleSweep } from '../events/idempotency.ts'
import { forgottenConsumers } from '../events/log-state.ts'
import { transact } from '../events/transact.ts'
import { openViewers, type Viewers } from '../graphql/viewers.ts'
import { openAdmission } from './cost/admission.ts'
import { openOperations } from './operations/operations.ts'
import { Parts } from './parts.ts'
import { type RunningServer, startServer } from './server.ts'
import { openTracing, startTelemetry } from './telemetry/telemetry.ts'

/** A whole node: its database, desk, timers and server. */
export interface Opora {
  readonly server: RunningServer
  readonly desk: Desk
  readonly issuers: Issuers
  /** Where its metrics are told; null without METRICS_PORT. */
  readonly metricsUrl: string | null
  /**
   * Stops all of it, the last started first; its own PostgreSQL too, unless another node uses it. Ends in time even
   * when the database is gone: see DRAIN_SECONDS and STOP_SECONDS.
   */
  close(): Promise<void>
}

/** With STOP_SECONDS 0 requests are cut off at once, but what a node does by itself still ends in order. */
const leastStopSeconds = 1

/**
 * Starts a node. What was started before something fails is stopped again.
 * @throws StartRefused with one line a person can act on
 */
export async function startOpora(env: Env, options: { log: Logger }): Promise<Opora> {
  const parts = new Parts(options.log, Math.max(leastStopSeconds, env.STOP_SECONDS))
  try {
    return { ...(await start(env, options.log, parts)), close: async () => await parts.stop() }
  } catch (error) {
    await parts.stop()
    throw error
  }
}

async function start(env: Env, log: Logger, parts: Parts): Promise<Omit<Opora, 'close'>> {
  // Before a database is made: settings that are refused leave nothing behind.
  requireTokenSource(env)
  const operations = await openOperations(env)
  const tracing = await openTracing(env, log, parts)
  const database = await prepareDatabase(env, log, tracing, parts)
  const desk = await openDesk({ env, database, log, tracing })
  parts.add('desk', async () => await desk.close())
  const secret = async (name: string, make: () => string | Promise<string>) =>
    await sharedSecret(database.pool, name, make)
  const serviceTokens = openServiceTokens(desk)
  parts.add('service tokens', async () => await serviceTokens.close())
  const issuers = await openIssuers({ env, secret, log, serviceTokens })
  const viewers = openViewers(desk)
  parts.add('viewers', () => viewers.close())
  await startWork(desk, parts)
  if (env.DEMO) await seedOnce(desk, viewers)
  const { watch, metricsUrl, watchServer } = await startTelemetry(desk, operations, parts)
  const admission = await openAdmission({ env, desk, log })
  parts.add('cost limits', () => admission.close())
  const server = await startServer({ env, desk, issuers, viewers, operations, watch, admission, log })
  parts.add('server', async () => await server.close(), { knowsItsLimit: true })
  watchServer(server)
  return { server, desk, issuers, metricsUrl }
}

/** What a node does without being asked. */
async function startWork(desk: Desk, parts: Parts): Promise<void> {
  await transact(desk, scheduleSweep)
  await transact(desk, scheduleAttachmentSweep)
  await transact(desk, scheduleArchive)
  await transact(desk, scheduleRetention)
  const timers = startTimers(desk, timersOf(desk))
  parts.add('timers', async () => await timers.close())
  for (const reaction of reactions) {
    const consumer = await startConsumer(desk, reaction)
    parts.add(reaction.name, async () => await consumer.close())
  }
  for (const { name, position } of await forgottenConsumers(desk.database.pool, desk.consumers)) {
    desk.log.warn(
      { consumer: name, position },
      'a consumer has a place in the log but no code: the archive never goes past it; delete its row in the table consumers unless another version needs it',
    )
  }
}

/** The given database, or one of the server's own; up to date. */
async function prepareDatabase(
  env: Env,
  log: Logger,
  tracing: Tracing | null,
  parts: Parts,
): Promise<Database> {
  const tell = (line: string) => log.info(line)
  let url = env.DATABASE_URL
  if (url === undefined) {
    const postgres = await ownPostgres({ dataDir: join(env.DATA_DIR, 'postgres'), log: tell })
    parts.add('PostgreSQL', async () => await postgres.stop(), { knowsItsLimit: true })
    url = postgres.url
  } else {
    await checkDatabase(url)
  }
  await migrate(url, { log: tell })
  let isClosing = false
  const tellFailure = ({ message }: Error) => {
    if (!isClosing) log.warn({ reason: message }, 'a connection to the database failed')
  }
  const database = openDatabase(url, env.DATABASE_POOL, tellFailure, tracing)
  parts.add('database', async () => {
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
