import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from './migrations.ts'
import { temporaryPostgres } from './postgres/temporary.ts'
import { drift } from './schema-diff.ts'

export interface NextMigration {
  /** Small letters, digits and `_`. */
  readonly name: string
  /** Where the migrations are; made when it is missing. */
  readonly folder: string
  /** What to arrive at, in Prisma's language; the project's own schema when it is not given. */
  readonly schema?: string
  readonly now: Date
}

const lockFile = `# Prisma reads here for which database the migrations are written.\nprovider = "postgresql"\n`

/**
 * Writes the next migration: from what the migrations so far make of an empty database to the schema.
 * It needs no database: it brings its own for the moment.
 * @returns the folder of the new migration; undefined when there is nothing to do
 * @throws StartRefused when a migration so far fails
 */
export async function writeMigration(next: NextMigration): Promise<string | undefined> {
  mkdirSync(next.folder, { recursive: true })
  const postgres = await temporaryPostgres()
  try {
    await migrate(postgres.url, { log: () => {}, folder: next.folder })
    const sql = await drift(postgres.url, next.schema)
    if (sql === undefined) return undefined
    const time = next.now.toISOString().replace(/\D/g, '').slice(0, 14)
    const written = join(next.folder, `${time}_${next.name}`)
    mkdirSync(written)
    writeFileSync(join(written, 'migration.sql'), withExtensions(sql))
    const lock = join(next.folder, 'migration_lock.toml')
    if (!existsSync(lock)) writeFileSync(lock, lockFile)
    return written
  } finally {
    await postgres.remove()
  }
}

/** The engine writes indexes that need an extension, but not the extension. */
function withExtensions(sql: string): string {
  if (!/\b(gin|gist)_trgm_ops\b/.test(sql)) return sql
  return `-- CreateExtension\nCREATE EXTENSION IF NOT EXISTS "pg_trgm";\n\n${sql}`
}
