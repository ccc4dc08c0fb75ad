import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inject } from 'vitest'
import { databaseUrl, template } from './global-setup.ts'

export interface FreshDatabase {
  readonly url: string
  /** Ends whoever is still connected. */
  drop(): Promise<void>
}

/** A migrated, empty database of one's own, in some 50 ms. */
export function freshDatabase(): Promise<FreshDatabase> {
  return createDatabase(`template ${template}`)
}

/** A database without any table. */
export function emptyDatabase(): Promise<FreshDatabase> {
  return createDatabase('')
}

/** `create database` with these words after the name, on the PostgreSQL of this test run. */
export async function createDatabase(words: string): Promise<FreshDatabase> {
  const name = `test_${randomBytes(8).toString('hex')}`
  await asAdmin(`create database ${name} ${words}`)
  return {
    url: databaseUrl(inject('adminUrl'), name),
    drop: () => asAdmin(`drop database if exists ${name} with (force)`),
  }
}

async function asAdmin(statement: string): Promise<void> {
  await withClient(inject('adminUrl'), (client) => client.query(statement))
}

/** Runs the work with a connection that is closed afterwards. */
export async function withClient<T>(url: string, work: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}
