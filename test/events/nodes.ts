import { onTestFinished } from 'vitest'
import type { Desk } from '../../src/events/desk.ts'
import { freshDatabase, withClient } from '../kit/database.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'

/** Two nodes on a database of their own, for one test; the first leads. Settings go as in the environment. */
export async function twoNodes(more: Record<string, string> = {}): Promise<{
  first: TestServer
  second: TestServer
  close: TestServer['close']
}> {
  const database = await freshDatabase()
  const settings = { DATABASE_URL: database.url, STOP_SECONDS: '1', ...more }
  const first = await startTestServer(settings)
  await until(async () => (await leaders(first.desk)).length === 1)
  const second = await startTestServer(settings)
  const open = new Set([first, second])
  const close = async () => {
    for (const server of open) await server.close()
    await database.drop()
  }
  onTestFinished(close)
  return { first: closable(first, open), second: closable(second, open), close }
}

function closable(server: TestServer, open: Set<TestServer>): TestServer {
  return {
    ...server,
    async close() {
      if (open.delete(server)) await server.close()
    },
  }
}

/** The processes that hold the sequencer's lock on this database: one, or none while the lead changes hands. */
export async function leaders({ database: { pool } }: Desk): Promise<number[]> {
  const { rows } = await pool.query<{ pid: number }>(
    `select pid from pg_locks join pg_database on pg_database.oid = pg_locks.database
     where datname = current_database() and locktype = 'advisory' and granted and objid = 7240001`,
  )
  return rows.map(({ pid }) => pid)
}

/** The connections of one kind of the nodes of a database. */
export async function connectionsOf({ database: { pool } }: Desk, name: string): Promise<number[]> {
  const { rows } = await pool.query<{ pid: number }>(
    'select pid from pg_stat_activity where datname = current_database() and application_name = $1',
    [name],
  )
  return rows.map(({ pid }) => pid)
}

/** Ends connections as a lost network does, from outside. */
export async function cut({ database }: Desk, pids: readonly number[]): Promise<void> {
  await withClient(database.url, async (client) => {
    for (const pid of pids) await client.query('select pg_terminate_backend($1, 5000)', [pid])
  })
}

export interface Numbered {
  readonly position: number
  readonly id: number
  readonly ticketId: string | null
  readonly seq: number | null
}

/** Waits until all that was committed has its number, and gives the log in its order. */
export async function wholeLog({ database: { pool } }: Desk): Promise<Numbered[]> {
  const read = async () =>
    await pool.query<Numbered>(
      `select position::int, id::int, ticket_id as "ticketId", (data ->> 'seq')::int as seq from events order by position`,
    )
  await until(async () => (await read()).rows.every(({ position }) => position !== null))
  return (await read()).rows
}

/** Waits until a node has told its streams all that was committed, and gives the log in its order. */
export async function toldLog(desk: Desk): Promise<Numbered[]> {
  const log = await wholeLog(desk)
  await until(() => desk.feed.position >= BigInt(log.at(-1)?.position ?? 0))
  return log
}
