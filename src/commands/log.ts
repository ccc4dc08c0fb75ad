import { join } from 'node:path'
import { checkDatabase } from '../core/check-database.ts'
import { type Database, openDatabase } from '../core/database.ts'
import { ownPostgres } from '../core/postgres/own-postgres.ts'
import { StartRefused } from '../core/start-refused.ts'
import { type Env, readEnv, WrongSetting } from '../env.ts'
import { archiveAll } from '../events/archive.ts'
import { beginEpoch } from '../events/cursors.ts'
import { readHead } from '../events/log.ts'

/**
 * `npm run log -- head`: up to which position the log is numbered, and up to which it was archived away.
 * `npm run log -- archive`: moves what is past LOG_RETENTION_DAYS into the archive, as nodes do by themselves.
 * `npm run log -- new-epoch`: after a database was restored, makes every cursor given before lead to a Reset.
 */

type Program = (database: Database, env: Env) => Promise<string>

const programs: { readonly [name: string]: Program } = {
  async head({ pool }) {
    const { position, archived } = await readHead(pool)
    return `position ${position}\narchived ${archived}\n`
  },
  async archive(database, { LOG_RETENTION_DAYS: days }) {
    if (days === 0) throw new StartRefused('LOG_RETENTION_DAYS is 0: everything is kept')
    const count = await archiveAll(database, days)
    const { archived } = await readHead(database.pool)
    return `events ${count}\narchived ${archived}\n`
  },
  async 'new-epoch'({ pool }) {
    const connections = await beginEpoch(pool)
    if (connections > 0) {
      throw new StartRefused(
        `a server is using the database (${connections} connections): stop all of them first, nothing was changed`,
      )
    }
    return 'A new epoch of the log has begun: clients that resume from an older cursor get a Reset.\n'
  },
}

async function run(name: string | undefined): Promise<string> {
  const program = name !== undefined && Object.hasOwn(programs, name) ? programs[name] : undefined
  if (program === undefined) throw new StartRefused('npm run log -- head | archive | new-epoch')
  const env = readEnv()
  const { DATABASE_URL, DATA_DIR } = env
  const postgres =
    DATABASE_URL === undefined
      ? await ownPostgres({ dataDir: join(DATA_DIR, 'postgres'), log: () => {} })
      : await givenDatabase(DATABASE_URL)
  try {
    return await withDatabase(postgres.url, async (database) => await program(database, env))
  } finally {
    await postgres.stop()
  }
}

async function givenDatabase(url: string) {
  await checkDatabase(url)
  return { url, stop: async () => {} }
}

async function withDatabase(url: string, work: (database: Database) => Promise<string>): Promise<string> {
  const database = openDatabase(url, 2, () => {})
  try {
    const found = await database.pool.query<{ name: string | null }>(`select to_regclass('log_head') as name`)
    if (found.rows[0]?.name == null)
      throw new StartRefused('the database holds no log: no server has used it')
    return await work(database)
  } finally {
    await database.close()
  }
}

try {
  process.stdout.write(await run(process.argv[2]))
} catch (error) {
  if (!(error instanceof StartRefused || error instanceof WrongSetting)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 2
}
