import { chmodSync, mkdirSync, readdirSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ownPostgres } from './own-postgres.ts'
import { openPlace, removePlace } from './place.ts'
import { stopPostmaster } from './postmaster.ts'
import { isLiving, ownName } from './presence.ts'

export interface TemporaryPostgres {
  /** The database `opora` of a PostgreSQL that nobody else uses. */
  readonly url: string
  /** Stops it and removes all it had. */
  remove(): Promise<void>
}

const prefix = 'opora-temporary-'

/**
 * A PostgreSQL for one run of a program or of the tests. It does not wait for the disk, so it is faster and would not
 * survive a power cut. What an earlier run left behind when it was killed is removed first.
 */
export async function temporaryPostgres(log: (line: string) => void = () => {}): Promise<TemporaryPostgres> {
  await removeLeftBehind()
  const dataDir = join(tmpdir(), `${prefix}${ownName()}`)
  mkdirSync(dataDir)
  chmodSync(dataDir, 0o711)
  const settings = {
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    // A database cannot be dropped while a vacuum works in it: only a superuser may end that.
    autovacuum: 'off',
  }
  const own = await ownPostgres({ dataDir, log, settings })
  return {
    url: own.url,
    async remove() {
      await own.stop()
      removePlace(dataDir)
    },
  }
}

async function removeLeftBehind(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(prefix) || isLiving(name.slice(prefix.length))) continue
    const dataDir = join(tmpdir(), name)
    try {
      if (statSync(dataDir).uid !== process.geteuid?.()) continue
      await stopPostmaster(openPlace(dataDir).data)
      removePlace(dataDir)
    } catch {
      // Somebody else is removing it too; if not, the next run will.
    }
  }
}
