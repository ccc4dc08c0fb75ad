import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Contestant, type ContestantProgram, startContestant } from './contestant.ts'
import { type BenchDatabase, openBenchDatabase } from './database.ts'
import { installForeignPackages, isForeign } from './foreign.ts'
import { type Comparison, compare, type Outcome, type Pace, type Tell } from './harness.ts'
import { type LoadGenerator, startLoadGenerator } from './load.ts'
import type { LiveScale } from './options.ts'
import { operatorTokens, serviceToken } from './tokens.ts'

export interface StageOptions {
  readonly pace: Pace
  readonly tickets: number
  readonly grownTickets: number
  /** Followers of the fan-out, one comparison for each number. */
  readonly followers: readonly number[]
  readonly live: LiveScale
  /** Only these; all when it is null. Ours always takes part. */
  readonly only: readonly string[] | null
  readonly tell: Tell
}

/** What benchmarks stand on: the database, the load, and whatever they start, which is stopped at the end. */
export interface Stage extends StageOptions {
  readonly database: BenchDatabase
  readonly load: LoadGenerator
  tokens(count: number): Promise<string[]>
  /** A partner's token with these scopes. */
  serviceToken(scope: string): Promise<string>
  /** Starts those of the contestants that take part; on the filled database unless told otherwise. */
  start(
    programs: readonly ContestantProgram[],
    databaseOf?: (name: string) => Promise<string>,
  ): Promise<Contestant[]>
  /** Stops everything started since the last time. */
  clear(): Promise<void>
  /** For what else must be stopped then. */
  onClear(stop: () => void | Promise<void>): void
  /** At the run's pace, unless a benchmark has one of its own. */
  compare(comparison: Comparison, pace?: Pace): Promise<Outcome>
  close(): Promise<void>
}

export const ours = 'opora'

export async function openStage(options: StageOptions): Promise<Stage> {
  const { tell, pace, only } = options
  tell(`filling a database with ${options.tickets} tickets`)
  const dataDir = await mkdtemp(join(tmpdir(), 'opora-keys-'))
  const database = await openBenchDatabase(options.tickets)
  tell(`filled in ${database.filling.seconds.toFixed(1)} s: ${database.filling.messages} messages`)
  const load = startLoadGenerator()
  let stops: (() => void | Promise<void>)[] = []
  const clear = async () => {
    const last = stops
    stops = []
    await Promise.all(last.map(async (stop) => await stop()))
  }
  return {
    ...options,
    database,
    load,
    clear,
    onClear: (stop) => stops.push(stop),
    tokens: async (count) => await operatorTokens(dataDir, count),
    serviceToken: async (scope) => await serviceToken(dataDir, scope),
    async start(programs, databaseOf = async () => database.url) {
      const contestants: Contestant[] = []
      const chosen = programs.filter(({ name }) => only === null || name === ours || only.includes(name))
      if (chosen.some(({ program }) => isForeign(program))) await installForeignPackages(tell)
      for (const program of chosen) {
        tell(`starting ${program.name}`)
        const settings = { DATABASE_URL: await databaseOf(program.name), DATA_DIR: dataDir }
        const contestant = await startContestant(program, settings)
        stops.push(contestant.stop)
        contestants.push(contestant)
      }
      return contestants
    },
    compare: async (comparison, ownPace = pace) =>
      await compare(comparison, ownPace, database.processId, tell),
    async close() {
      load.stop()
      await clear()
      await database.remove()
      await rm(dataDir, { recursive: true })
    },
  }
}
