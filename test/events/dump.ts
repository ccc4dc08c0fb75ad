import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { Client } from 'pg'
import { migrate } from '../../src/core/migrations.ts'
import { withClient } from '../kit/database.ts'

/** A backup of a database, put into one that is new: where the log stood then, and nothing of what came after. */
export type Dump = (into: string) => Promise<void>

const run = promisify(execFile)

/** As an administrator does it: `pg_dump`, later `pg_restore` into an empty database. */
export async function dumpWithTools(url: string, tools: string, file: string): Promise<Dump> {
  await run(join(tools, 'pg_dump'), ['--format=custom', `--file=${file}`, url])
  return async (into) =>
    void (await run(join(tools, 'pg_restore'), ['--no-owner', '--exit-on-error', `--dbname=${into}`, file]))
}

interface Table {
  readonly name: string
  readonly columns: string
  readonly rows: unknown[]
}

/** The same without them: every row of every table, and where the sequences stand. */
export async function dumpByHand(url: string): Promise<Dump> {
  const { tables, sequences } = await withClient(url, async (client) => {
    await client.query('begin isolation level repeatable read read only')
    return { tables: await readTables(client), sequences: await readSequences(client) }
  })
  return async (into) => {
    await migrate(into, { log: () => {} })
    await withClient(into, async (client) => {
      await withoutConstraints(client, async () => {
        for (const { name, columns, rows } of tables) {
          await client.query(`delete from ${name}`)
          await client.query(
            `insert into ${name} (${columns}) select ${columns} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
            [JSON.stringify(rows)],
          )
        }
      })
      for (const { name, value } of sequences) await client.query('select setval($1, $2)', [name, value])
    })
  }
}

async function readTables(client: Client): Promise<Table[]> {
  const { rows: found } = await client.query<{ name: string; columns: string }>(
    `select quote_ident(table_name) as name,
       string_agg(quote_ident(column_name), ', ' order by ordinal_position) as columns
     from information_schema.columns join information_schema.tables using (table_schema, table_name)
     where table_schema = 'public' and table_type = 'BASE TABLE' and is_generated = 'NEVER'
       and table_name <> '_prisma_migrations' group by table_name`,
  )
  const tables: Table[] = []
  for (const table of found) {
    const { rows } = await client.query<{ row: unknown }>(
      `select to_jsonb(one) as row from ${table.name} as one`,
    )
    tables.push({ ...table, rows: rows.map(({ row }) => row) })
  }
  return tables
}

async function readSequences(client: Client): Promise<{ name: string; value: string }[]> {
  const { rows } = await client.query<{ name: string; value: string }>(
    `select quote_ident(sequencename) as name, last_value as value from pg_sequences
     where schemaname = 'public' and last_value is not null`,
  )
  return rows
}

/** Rows come before what binds them together, as in any dump. */
async function withoutConstraints(client: Client, work: () => Promise<void>): Promise<void> {
  const { rows } = await client.query<{ name: string; table: string; definition: string }>(
    `select quote_ident(conname) as name, conrelid::regclass::text as table, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace`,
  )
  const { rows: tables } = await client.query<{ name: string }>(
    `select distinct tgrelid::regclass::text as name from pg_trigger where not tgisinternal`,
  )
  await client.query('begin')
  for (const { name, table } of rows) await client.query(`alter table ${table} drop constraint ${name}`)
  for (const { name } of tables) await client.query(`alter table ${name} disable trigger user`)
  await work()
  await client.query('commit')
  for (const { name } of tables) await client.query(`alter table ${name} enable trigger user`)
  for (const { name, table, definition } of rows) {
    await client.query(`alter table ${table} add constraint ${name} ${definition}`)
  }
}
