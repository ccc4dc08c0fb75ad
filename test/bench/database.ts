import { chmodSync, mkdirSync, realpathSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { migrate } from '../../src/core/migrations.ts'
import { ownPostgres } from '../../src/core/postgres/own-postgres.ts'
import { openPlace, removePlace } from '../../src/core/postgres/place.ts'
import { findPostmaster } from '../../src/core/postgres/postmaster.ts'
import { ownName } from '../../src/core/postgres/presence.ts'
import { removeLeftBehind } from '../kit/left-behind.ts'
import { type Filling, fill } from './fill.ts'

/** One PostgreSQL for all contestants of a run. It waits for the disk as in production: what it acknowledges is kept. */
export interface BenchDatabase {
  /** The filled database. */
  readonly url: string
  /** The process whose tree is all of PostgreSQL. */
  readonly processId: number
  readonly version: string
  readonly filling: Filling
  /** A copy of the filled database, for a contestant that writes. Nobody may be connected to the original. */
  copy(name: string): Promise<string>
  /** Another database beside it, filled with other tickets. */
  another(name: string, tickets: number): Promise<{ readonly url: string; readonly filling: Filling }>
  /** Stops it and removes all it had. */
  remove(): Promise<void>
}

/** Starts a PostgreSQL in a temporary folder and fills it with generated tickets, in some seconds. */
export async function openBenchDatabase(tickets: number): Promise<BenchDatabase> {
  await removeLeftBehind(prefix)
  const dataDir = join(realpathSync(tmpdir()), `${prefix}${ownName()}`)
  mkdirSync(dataDir)
  chmodSync(dataDir, 0o711)
  const own = await ownPostgres({ dataDir, log: () => {} })
  const remove = async () => {
    await own.stop()
    removePlace(dataDir)
  }
  try {
    const postmaster = findPostmaster(openPlace(dataDir).data)
    if (postmaster === undefined) throw new Error('PostgreSQL has gone')
    const another = async (name: string, count: number) => {
      await withClient(own.url, (client) => client.query(`create database ${name}`))
      const url = databaseUrl(own.url, name)
      await migrate(url, { log: () => {} })
      return { url, filling: await withClient(url, (client) => fill(client, count)) }
    }
    const { url, filling } = await another('filled', tickets)
    const version = await withClient(url, async (client) => {
      const shown = await client.query<{ server_version: string }>('show server_version')
      return shown.rows[0]?.server_version ?? ''
    })
    const copy = async (name: string) => {
      await withClient(own.url, (client) => client.query(`create database ${name} template filled`))
      return databaseUrl(own.url, name)
    }
    return { url, processId: postmaster.pid, version, filling, copy, another, remove }
  } catch (error) {
    await remove()
    throw error
  }
}

const prefix = 'opora-bench-'

export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function databaseUrl(url: string, name: string): string {
  const other = new URL(url)
  other.pathname = `/${name}`
  return other.href
}
