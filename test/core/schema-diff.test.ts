import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import { migrate } from '../../src/core/migrations.ts'
import { drift } from '../../src/core/schema-diff.ts'
import { writeMigration } from '../../src/core/write-migration.ts'
import { emptyDatabase, freshDatabase, withClient } from '../kit/database.ts'

const schema = (fields: string) => `
  generator client {
    provider        = "prisma-client"
    output          = "client"
    previewFeatures = ["partialIndexes"]
  }
  datasource db {
    provider = "postgresql"
  }
  enum Status {
    OPEN
    CLOSED
  }
  model Ticket {
    id       Int     @id
    subject  String
    status   Status  @default(OPEN)
    position BigInt?
    data     Json
    ${fields}
  }`

const indexes = `
    search Unsupported("tsvector")? @default(dbgenerated("to_tsvector('russian'::regconfig, subject)"))
    @@index([subject(ops: raw("gin_trgm_ops"))], type: Gin, map: "by_trigram")
    @@index([data(ops: JsonbPathOps)], type: Gin, map: "by_data")
    @@index([search], type: Gin, map: "by_search")
    @@index([id], where: raw("position IS NULL"), map: "unnumbered")
    @@unique([subject], where: raw("(status <> 'CLOSED')"), map: "one_open")`

const tables = `
  create extension pg_trgm;
  create type "Status" as enum ('OPEN', 'CLOSED');
  create table "Ticket" (
    id int primary key, subject text not null, status "Status" not null default 'OPEN', position bigint,
    data jsonb not null, search tsvector generated always as (to_tsvector('russian', subject)) stored);
  create index by_trigram on "Ticket" using gin (subject gin_trgm_ops);
  create index by_data on "Ticket" using gin (data jsonb_path_ops);
  create index by_search on "Ticket" using gin (search);
  create index unnumbered on "Ticket" (id) where position is null;
  create unique index one_open on "Ticket" (subject) where status <> 'CLOSED';`

test("the project's migrations arrive at the project's schema", async () => {
  const database = await freshDatabase()
  expect(await drift(database.url)).toBeUndefined()
  await database.drop()
})

test('written forms of special indexes are seen as what they are', async () => {
  const database = await emptyDatabase()
  await withClient(database.url, async (client) => {
    await client.query(tables)
    expect(await drift(database.url, schema(indexes))).toBeUndefined()
    for (const name of ['by_trigram', 'by_data', 'by_search', 'unnumbered', 'one_open']) {
      const { rows } = await client.query(`select pg_get_indexdef('${name}'::regclass) as text`)
      await client.query(`drop index ${name}`)
      expect(await drift(database.url, schema(indexes))).toContain(`INDEX "${name}"`)
      await client.query(rows[0].text)
    }
    expect(await drift(database.url, schema(indexes))).toBeUndefined()
  })
  await database.drop()
})

test('what only SQL can say is no drift', async () => {
  const database = await emptyDatabase()
  await withClient(database.url, async (client) => {
    await client.query(tables)
    await client.query(`
      create index by_lower on "Ticket" (lower(subject), id);
      create index by_words on "Ticket" using gin (to_tsvector('russian', subject)) where position is null;
      create index by_lower_trigram on "Ticket" using gin (lower(subject) gin_trgm_ops);
      alter table "Ticket" add constraint short check (length(subject) < 200);
      create function touch() returns trigger language plpgsql as $$ begin return new; end $$;
      create trigger touch before update on "Ticket" for each row execute function touch();
      create view open_tickets as select * from "Ticket" where status = 'OPEN';
      create statistics pairs on subject, status from "Ticket";
      alter table "Ticket" set (fillfactor = 80);`)
  })
  expect(await drift(database.url, schema(indexes))).toBeUndefined()
  await database.drop()
})

test.for([
  ['alter table "Ticket" drop column status', 'ADD COLUMN     "status" "Status" NOT NULL DEFAULT \'OPEN\''],
  ['alter table "Ticket" alter column subject drop not null', 'ALTER COLUMN "subject" SET NOT NULL'],
  ['alter table "Ticket" alter column position type int', 'ALTER COLUMN "position" SET DATA TYPE BIGINT'],
  ['create table extra (id int primary key)', 'DROP TABLE "extra"'],
  ['create index extra on "Ticket" (subject)', 'DROP INDEX "extra"'],
  [
    'drop index unnumbered; create index unnumbered on "Ticket" (id) where position is not null',
    'CREATE INDEX "unnumbered" ON "Ticket"("id") WHERE (position IS NULL)',
  ],
] as const)('%s is drift', async ([sql, missing]) => {
  const database = await emptyDatabase()
  await withClient(database.url, async (client) => {
    await client.query(tables)
    await client.query(sql)
  })
  expect(await drift(database.url, schema(indexes))).toContain(missing)
  await database.drop()
})

test('the next migration is written from the difference, and there is none when there is none', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'opora-next-'))
  const first = schema('@@index([subject(ops: raw("gin_trgm_ops"))], type: Gin)')
  const second = schema('note String?\n@@index([subject(ops: raw("gin_trgm_ops"))], type: Gin)')
  const write = (name: string, wanted: string, day: number) =>
    writeMigration({ name, folder, schema: wanted, now: new Date(Date.UTC(2026, 0, day)) })
  expect(basename((await write('first', first, 1)) ?? '')).toBe('20260101000000_first')
  expect(await write('nothing', first, 2)).toBeUndefined()
  const written = (await write('note', second, 3)) ?? ''
  expect(basename(written)).toBe('20260103000000_note')
  expect(readFileSync(join(written, 'migration.sql'), 'utf8').trim()).toBe(
    '-- AlterTable\nALTER TABLE "Ticket" ADD COLUMN     "note" TEXT;',
  )
  expect(readdirSync(folder).sort()).toEqual([
    '20260101000000_first',
    '20260103000000_note',
    'migration_lock.toml',
  ])
  const database = await emptyDatabase()
  await migrate(database.url, { log: () => {}, folder })
  expect(await drift(database.url, second)).toBeUndefined()
  await database.drop()
  rmSync(folder, { recursive: true })
})
