import { appendFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrate, readMigrations } from '../../src/core/migrations.ts'
import { projectPath } from '../../src/core/project-path.ts'
import { projectSchema } from '../../src/core/schema-diff.ts'
import { openEngine } from '../../src/core/schema-engine.ts'
import { StartRefused } from '../../src/core/start-refused.ts'
import { emptyDatabase, type FreshDatabase, freshDatabase, withClient } from '../kit/database.ts'

let folder: string
let database: FreshDatabase
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'opora-migrations-'))
  database = await emptyDatabase()
  write('20260101000000_first', 'create table first (id int primary key);\n')
  write('20260102000000_second', 'create table second (id int primary key);\ninsert into first values (1);\n')
})
afterEach(async () => {
  rmSync(folder, { recursive: true })
  await database.drop()
})

function write(name: string, sql: string): string {
  mkdirSync(join(folder, name), { recursive: true })
  writeFileSync(join(folder, name, 'migration.sql'), sql)
  return join(folder, name, 'migration.sql')
}

const run = () => migrate(database.url, { log: () => {}, folder })

function ask(sql: string): Promise<unknown[]> {
  return withClient(database.url, async (client) => (await client.query(sql)).rows)
}

async function refusal(): Promise<string> {
  const error = await run().catch((thrown: unknown) => thrown)
  expect(error).toBeInstanceOf(StartRefused)
  return (error as StartRefused).message
}

test('three nodes at once apply each migration once', async () => {
  const results = await Promise.all([run(), run(), run()])
  expect(results.flatMap((result) => result.applied)).toEqual([
    '20260101000000_first',
    '20260102000000_second',
  ])
  expect(await ask('select * from first')).toEqual([{ id: 1 }])
  expect(await run()).toEqual({ applied: [] })
})

test('a failed one leaves nothing behind and is applied once it is put right', async () => {
  const path = write('20260103000000_third', 'create table third (id int);\ninsert into first values (1);\n')
  expect(await refusal()).toMatch(/^migration 20260103000000_third failed and was undone: duplicate key/)
  expect(await ask("select to_regclass('third') as third")).toEqual([{ third: null }])
  expect(await ask('select migration_name from _prisma_migrations order by 1')).toEqual([
    { migration_name: '20260101000000_first' },
    { migration_name: '20260102000000_second' },
  ])
  writeFileSync(path, 'create table third (id int);\n')
  expect(await run()).toEqual({ applied: ['20260103000000_third'] })
})

test('one that ends its own transaction is refused', async () => {
  write('20260103000000_third', 'create table third (id int);\ncommit;\nbegin;\n')
  expect(await refusal()).toContain('20260103000000_third')
  expect(await ask('select count(*)::int as rows from _prisma_migrations')).toEqual([{ rows: 2 }])
})

test('function bodies go through whole', async () => {
  const body = 'begin\n  new.id := new.id + 1;\n  return new;\nend'
  const create = `create function add_one() returns trigger language plpgsql as $$ ${body}; $$;`
  write(
    '20260103000000_third',
    `${create}\ncreate trigger t before insert on second for each row execute function add_one();`,
  )
  await run()
  expect(await ask('insert into second values (1) returning id')).toEqual([{ id: 2 }])
})

test('an edited one is refused by name; other line ends are no edit', async () => {
  await run()
  const path = join(folder, '20260102000000_second', 'migration.sql')
  writeFileSync(path, readFileSync(path, 'utf8').replaceAll('\n', '\r\n'))
  expect(await run()).toEqual({ applied: [] })
  appendFileSync(path, '-- a harmless word\n')
  expect(await refusal()).toBe(
    'migration 20260102000000_second was edited after it was applied: undo the edit',
  )
})

test('a database that another program filled is refused untouched', async () => {
  await ask('create table theirs (id int)')
  expect(await refusal()).toBe("the database has a table theirs that is not Opora's: give it one of its own")
  expect(await ask("select to_regclass('_prisma_migrations') as history")).toEqual([{ history: null }])
})

test('what Prisma began and did not finish is refused', async () => {
  await run()
  await ask("update _prisma_migrations set finished_at = null where migration_name like '%second'")
  expect(await refusal()).toContain('20260102000000_second was begun by Prisma and failed')
})

const columns = `
  select column_name, data_type, character_maximum_length, is_nullable, column_default
  from information_schema.columns where table_name = '_prisma_migrations' order by ordinal_position`
const rows = `
  select migration_name, checksum, logs, rolled_back_at, applied_steps_count, length(id) as id_length,
    finished_at >= started_at as finished
  from _prisma_migrations order by migration_name`

/** What Prisma's engine wants to know of the folder. */
function listForPrisma() {
  return {
    baseDir: folder,
    lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
    shadowDbInitScript: '',
    migrationDirectories: readMigrations(folder).map(({ name, sql }) => ({
      path: name,
      migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: sql } },
    })),
  }
}

test("Prisma's engine writes the same history, and takes ours for its own", async () => {
  await run()
  const prismas = await emptyDatabase()
  const filters = { externalTables: [], externalEnums: [] }
  const schema = projectSchema()
  const theirs = await openEngine(prismas.url, schema)
  await theirs.engine.applyMigrations({ migrationsList: listForPrisma(), filters })
  await theirs.close()
  const ours = await openEngine(database.url, schema)
  const input = { migrationsList: listForPrisma(), optInToShadowDatabase: false, filters }
  expect(await ours.engine.diagnoseMigrationHistory(input)).toEqual({
    editedMigrationNames: [],
    failedMigrationNames: [],
    hasMigrationsTable: true,
    history: null,
  })
  await ours.close()
  for (const question of [columns, rows]) {
    const written = await withClient(prismas.url, async (client) => (await client.query(question)).rows)
    expect(written.length).toBeGreaterThan(1)
    expect(await ask(question)).toEqual(written)
  }
  await prismas.drop()
})

test("the project's own migrations are applied and known to be", async () => {
  const migrated = await freshDatabase()
  expect(await migrate(migrated.url, { log: () => {} })).toEqual({ applied: [] })
  const names = readMigrations(projectPath('prisma', 'migrations')).map((migration) => migration.name)
  const history = await withClient(migrated.url, async (client) => {
    return (await client.query('select migration_name as name from _prisma_migrations order by started_at'))
      .rows
  })
  expect(history.map((row) => row.name)).toEqual(names)
  await migrated.drop()
})
