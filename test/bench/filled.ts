import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { freshDatabase, withClient } from '../kit/database.ts'
import { type Contestant, type ContestantProgram, startContestant } from './contestant.ts'
import { fill } from './fill.ts'
import { hasForeignPackages, isForeign } from './foreign.ts'

interface Filled {
  readonly contestants: readonly Contestant[]
  readonly dataDir: string
  readonly url: string
}

/**
 * For tests: the contestants on a small filled database. Those whose packages are not installed are compared by
 * `npm run bench`, which refuses to measure a difference.
 */
export async function onFilledDatabase(
  programs: readonly ContestantProgram[],
  work: (filled: Filled) => Promise<void>,
): Promise<void> {
  const database = await freshDatabase()
  const dataDir = await mkdtemp(join(tmpdir(), 'opora-test-bench-'))
  const contestants: Contestant[] = []
  try {
    await withClient(database.url, (client) => fill(client, 300))
    const settings = { DATABASE_URL: database.url, DATA_DIR: dataDir }
    const present = programs.filter(({ program }) => !isForeign(program) || hasForeignPackages())
    await Promise.all(
      present.map(async (program) => contestants.push(await startContestant(program, settings))),
    )
    await work({ contestants, dataDir, url: database.url })
  } finally {
    await Promise.all(contestants.map(({ stop }) => stop()))
    await database.drop()
    await rm(dataDir, { recursive: true })
  }
}
