import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import type { Prisma } from './prisma/client.ts'
import { PrismaClient } from './prisma/client.ts'

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
export function openDatabase(url: string, poolSize: number, onError: (error: Error) => void): Database {
  const pool = new Pool({ connectionString: url, max: poolSize, application_name: 'opora' })
  pool.on('error', onError)
  const names = new Map<string, string>()
  const prisma = new PrismaClient({
    adapter: new PrismaPg(pool, {
      statementNameGenerator: (query) => statementName(names, query.sql),
      onPoolError: onError,
      onConnectionError: onError,
    }),
    transactionOptions: { maxWait: 10_000, timeout: 15_000 },
  })
  return {
    prisma,
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

function statementName(names: Map<string, string>, sql: string): string {
  const known = names.get(sql)
  if (known !== undefined) return known
  if (names.size >= maxNamedStatements) return ''
  const name = `p${names.size}`
  names.set(sql, name)
  return name
}
