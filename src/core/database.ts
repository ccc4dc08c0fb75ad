import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import type { Prisma } from './prisma/client.ts'
import { PrismaClient } from './prisma/client.ts'
import { withCompiledReads } from './reads/client.ts'
import { tracedPool } from './tracing/traced-pool.ts'
import type { Tracing } from './tracing/tracing.ts'

/** The one place that makes database clients: Prisma for the domains, the same pool for the log's own SQL. */
export interface Database {
  readonly prisma: PrismaClient
  readonly pool: Pool
  readonly url: string
  close(): Promise<void>
}

/** A Prisma client inside a writing transaction. Only `transact()` of the events hands one out. */
export type Tx = Prisma.TransactionClient

/**
 * Opens a pool of at most `poolSize` connections. The pool stays well under the server's `max_connections`:
 * each node holds three more for the bell, the sequencer and migrations.
 */
export function openDatabase(
  url: string,
  poolSize: number,
  onError: (error: Error) => void,
  tracing: Tracing | null = null,
): Database {
  const config = { connectionString: url, max: poolSize, application_name: 'opora' }
  const pool = tracing === null ? new Pool(config) : tracedPool(config, tracing)
  pool.on('error', onError)
  const writes = statementNames('p')
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, {
      statementNameGenerator: (query) => writes(query.sql),
      onPoolError: onError,
      onConnectionError: onError,
    }),
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  })
  return {
    prisma: withCompiledReads(prisma, pool, statementNames('r')),
    pool,
    url,
    async close() {
      await prisma.$disconnect()
      await pool.end()
    },
  }
}

/** Prepared statements are kept per connection: beyond this many distinct texts the rest is not named. */
const maxNamedStatements = 1_000

/** One name for each text; prefixes keep the names of several givers apart. */
function statementNames(prefix: string): (sql: string) => string {
  const names = new Map<string, string>()
  return (sql) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (names.size >= maxNamedStatements) return ''
    const name = `${prefix}${names.size}`
    names.set(sql, name)
    return name
  }
}
