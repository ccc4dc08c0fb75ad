import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { migrate } from '../../src/core/migrations.ts'
import { temporaryPostgres } from '../../src/core/postgres/temporary.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A database to connect to for making and dropping others. Nothing is kept in it. */
    adminUrl: string
  }
}

/** The migrated database that test files copy theirs from. Nobody may be connected to it. */
export const template = 'opora_template'

/** One PostgreSQL for the whole run, in a temporary folder. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await temporaryPostgres()
  const admin = new Client({ connectionString: postgres.url })
  await admin.connect()
  await admin.query(`create database ${template}`)
  await admin.end()
  await migrate(databaseUrl(postgres.url, template), { log: () => {} })
  project.provide('adminUrl', postgres.url)
  return () => postgres.remove()
}

/** The same server's other database. */
export function databaseUrl(url: string, database: string): string {
  const other = new URL(url)
  other.pathname = `/${database}`
  return other.href
}
