import { createHash, randomUUID } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Client, DatabaseError, type Pool } from 'pg'
import { projectPath } from './project-path.ts'
import { StartRefused } from './start-refused.ts'

export interface MigrateOptions {
  /** Told of each migration that is applied. */
  readonly log: (line: string) => void
  /** Where the migrations are; the project's own when it is not given. */
  readonly folder?: string
}

/** The lock Prisma's engine takes too: its `migrate deploy` and this exclude each other. */
const advisoryLock = 72_707_369

/** Exactly Prisma's table, so that its tools read our rows and we read theirs. */
const migrationsTable = `
  create table if not exists _prisma_migrations (
    id                  varchar(36) primary key not null,
    checksum            varchar(64) not null,
    finished_at         timestamptz,
    migration_name      varchar(255) not null,
    logs                text,
    rolled_back_at      timestamptz,
    started_at          timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`

/** Tables that nobody's extension brought: where there are any but no history, the database is another program's. */
const foreignTables = `
  select c.relname as name from pg_class c
  where c.relnamespace = to_regnamespace(current_schema()) and c.relkind in ('r', 'p')
    and to_regclass('_prisma_migrations') is null
    and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
  order by c.relname limit 1`

interface Migration {
  readonly name: string
  readonly sql: string
}

interface Applied {
  readonly migration_name: string
  readonly checksum: string
  readonly finished_at: Date | null
}

/**
 * Brings the database up to this version's tables. Several nodes may do it at once: one does, the others wait and find
 * it done. Each migration is applied whole or not at all.
 * @returns the names of those applied now, in order
 * @throws StartRefused when one fails, when an applied one was edited since, or the database is not Opora's
 */
export async function migrate(url: string, options: MigrateOptions): Promise<{ applied: string[] }> {
  const migrations = readMigrations(options.folder ?? projectPath('prisma', 'migrations'))
  const client = new Client({ connectionString: url, application_name: 'opora migrations' })
  client.on('error', () => {}) // The statement that was running fails too, and says so.
  await client.connect()
  try {
    // Held by the session and let go with it, so that a killed node leaves nothing locked.
    await client.query('select pg_advisory_lock($1)', [advisoryLock])
    const pending = unapplied(migrations, await readHistory(client), options.log)
    for (const migration of pending) {
      await apply(client, migration)
      options.log(`applied migration ${migration.name}`)
    }
    return { applied: pending.map((migration) => migration.name) }
  } finally {
    await client.end()
  }
}

/** The names of this version's migrations, in order. */
export function migrationNames(folder = projectPath('prisma', 'migrations')): string[] {
  return readMigrations(folder).map(({ name }) => name)
}

/** How the tables of a database differ from those of this version. */
export interface MigrationState {
  /** Those it lacks. */
  readonly pending: readonly string[]
  /** Those it has of another version. */
  readonly unknown: readonly string[]
}

export async function migrationState(pool: Pool, names: readonly string[]): Promise<MigrationState> {
  const applied = await pool
    .query<{ name: string }>({
      name: 'migrations',
      text: `select migration_name as name from _prisma_migrations
        where rolled_back_at is null and finished_at is not null order by migration_name`,
    })
    .then(({ rows }) => rows.map(({ name }) => name), noneWithoutTable)
  return {
    pending: names.filter((name) => !applied.includes(name)),
    unknown: applied.filter((name) => !names.includes(name)),
  }
}

const undefinedTable = '42P01'

function noneWithoutTable(error: unknown): string[] {
  if (error instanceof DatabaseError && error.code === undefinedTable) return []
  throw error
}

export function readMigrations(folder: string): Migration[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(folder, entry.name, 'migration.sql')))
    .map((entry) => ({
      name: entry.name,
      sql: readFileSync(join(folder, entry.name, 'migration.sql'), 'utf8'),
    }))
    .sort((one, other) => (one.name < other.name ? -1 : 1))
}

async function readHistory(client: Client): Promise<Applied[]> {
  const foreign = await client.query<{ name: string }>(foreignTables)
  const table = foreign.rows[0]
  if (table !== undefined) {
    throw new StartRefused(
      `the database has a table ${table.name} that is not Opora's: give it one of its own`,
    )
  }
  await client.query(migrationsTable)
  const { rows } = await client.query<Applied>(
    `select migration_name, checksum, finished_at from _prisma_migrations
     where rolled_back_at is null order by started_at`,
  )
  return rows
}

function unapplied(
  migrations: readonly Migration[],
  history: readonly Applied[],
  log: (line: string) => void,
) {
  const known = new Map(migrations.map((migration) => [migration.name, migration]))
  for (const row of history) {
    if (row.finished_at === null) {
      throw new StartRefused(
        `migration ${row.migration_name} was begun by Prisma and failed: see prisma migrate resolve`,
      )
    }
    const migration = known.get(row.migration_name)
    if (migration === undefined) log(`migration ${row.migration_name} was applied by a newer version`)
    else if (!checksums(migration.sql).includes(row.checksum)) {
      throw new StartRefused(`migration ${row.migration_name} was edited after it was applied: undo the edit`)
    }
  }
  const applied = new Set(history.map((row) => row.migration_name))
  return migrations.filter((migration) => !applied.has(migration.name))
}

/** The checksum as it is written first; Prisma takes it for the same when only the line ends differ. */
function checksums(sql: string): [string, ...string[]] {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex')
  return [hash(sql), hash(sql.replaceAll('\r\n', '\n')), hash(sql.replaceAll('\n', '\r\n'))]
}

async function apply(client: Client, migration: Migration): Promise<void> {
  const row = [randomUUID(), checksums(migration.sql)[0], migration.name]
  const transaction = 'select pg_current_xact_id()::text as id, clock_timestamp()::text as now'
  try {
    await client.query('begin')
    const before = await client.query<{ id: string; now: string }>(transaction)
    // One simple query: cut at semicolons, function bodies would break.
    await client.query(migration.sql)
    const after = await client.query<{ id: string }>(transaction)
    if (after.rows[0]?.id !== before.rows[0]?.id) throw new Error('it ends the transaction it is applied in')
    await client.query(
      `insert into _prisma_migrations (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, $4, clock_timestamp(), 1)`,
      [...row, before.rows[0]?.now],
    )
    await client.query('commit')
  } catch (cause) {
    await client.query('rollback').catch(() => {})
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new StartRefused(`migration ${migration.name} failed and was undone: ${reason}`, { cause })
  }
}
