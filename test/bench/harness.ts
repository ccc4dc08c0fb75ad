import { processorMilliseconds } from './processor-time.ts'
import { pairedRatio, type Quartiles, quartilesOf } from './statistics.ts'

/** One thing that is compared: a table of the results. The first contestant is ours. */
export interface Comparison {
  /** Empty for the main one of a benchmark; else it tells its ratios apart: `limit:inbox`. */
  readonly key: string
  readonly title: string
  /** What is counted, one and many: `page`, `pages`. */
  readonly unit: string
  readonly units: string
  /** What a ratio compares: units per second, the server's processor time per unit, or the delay of the slowest of 100. */
  readonly measure: 'throughput' | 'serverTime' | 'p99'
  /** The least ratio against each contestant that has one. */
  readonly goals: Readonly<Record<string, number>>
  /** What has to meet them; the lower quartile when left out. */
  readonly metBy?: 'median'
  readonly contestants: readonly Measurable[]
}

export interface Measurable {
  readonly name: string
  readonly processId: number
  /** Processes whose time counts too. */
  readonly otherProcessIds?: readonly number[]
  /** What has to be there while it works, outside of what is measured; answers how to take it away. */
  prepare?(): Promise<() => Promise<void>>
  /** Works for some seconds; what it started has ended when it answers. */
  run(seconds: number): Promise<Run>
}

export interface Run {
  readonly units: number
  readonly seconds: number
  readonly p50Ms: number
  readonly p99Ms: number
}

export interface Sample {
  readonly perSecond: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** Processor time per unit, in milliseconds, of the contestant's processes and of PostgreSQL's. */
  readonly serverMs: number
  readonly postgresMs: number
}

export interface Outcome {
  readonly comparison: Comparison
  readonly rounds: number
  readonly contestants: Readonly<Record<string, { readonly [K in keyof Sample]: Quartiles }>>
  /** Ours against theirs, higher is better for us, by the comparison's measure. */
  readonly ratios: Readonly<Record<string, Quartiles>>
  /** Theirs ÷ ours in processor time of server and PostgreSQL together. */
  readonly costRatios: Readonly<Record<string, Quartiles>>
}

export interface Pace {
  readonly rounds: number
  readonly seconds: number
}

export type Tell = (line: string) => void

/**
 * Runs the contestants in turn, in short rounds, each round beginning with another one; a warm-up of two rounds' length
 * is thrown away. What else the machine does in a round troubles all contestants of it.
 */
export async function compare(
  comparison: Comparison,
  pace: Pace,
  postgresId: number,
  tell: Tell,
): Promise<Outcome> {
  const { contestants } = comparison
  for (const contestant of contestants) {
    tell(`${comparison.title}: ${contestant.name} warms up`)
    await prepared(contestant, async () => await contestant.run(pace.seconds * 2))
  }
  const samples = new Map(contestants.map(({ name }) => [name, [] as Sample[]]))
  for (let round = 0; round < pace.rounds; round += 1) {
    for (let turn = 0; turn < contestants.length; turn += 1) {
      const contestant = contestants[(round + turn) % contestants.length]
      if (contestant === undefined) continue
      const sample = await prepared(
        contestant,
        async () => await measure(contestant, pace.seconds, postgresId),
      )
      samples.get(contestant.name)?.push(sample)
      tell(
        `${comparison.title}: round ${round + 1} of ${pace.rounds}: ${contestant.name} ${describe(sample)}`,
      )
    }
  }
  return outcomeOf(comparison, pace.rounds, samples)
}

async function prepared<T>(contestant: Measurable, work: () => Promise<T>): Promise<T> {
  const restore = await contestant.prepare?.()
  try {
    return await work()
  } finally {
    await restore?.()
  }
}

async function measure(contestant: Measurable, seconds: number, postgresId: number): Promise<Sample> {
  const processIds = [contestant.processId, ...(contestant.otherProcessIds ?? [])]
  const serverTime = () => processIds.map(processorMilliseconds).reduce((sum, one) => sum + one, 0)
  const serverBefore = serverTime()
  const postgresBefore = processorMilliseconds(postgresId)
  const run = await contestant.run(seconds)
  const serverMs = (serverTime() - serverBefore) / run.units
  const postgresMs = (processorMilliseconds(postgresId) - postgresBefore) / run.units
  return { perSecond: run.units / run.seconds, p50Ms: run.p50Ms, p99Ms: run.p99Ms, serverMs, postgresMs }
}

function describe({ perSecond, serverMs, postgresMs }: Sample): string {
  return `${perSecond.toFixed(0)}/s, ${(serverMs * 1_000).toFixed(0)} + ${(postgresMs * 1_000).toFixed(0)} µs`
}

function outcomeOf(
  comparison: Comparison,
  rounds: number,
  samples: ReadonlyMap<string, readonly Sample[]>,
): Outcome {
  const [ours, ...theirs] = comparison.contestants.map(({ name }) => ({
    name,
    list: samples.get(name) ?? [],
  }))
  const of = (list: readonly Sample[], field: keyof Sample) => list.map((sample) => sample[field])
  const cost = (list: readonly Sample[]) => list.map(({ serverMs, postgresMs }) => serverMs + postgresMs)
  const quartiles = (list: readonly Sample[]) => ({
    perSecond: quartilesOf(of(list, 'perSecond')),
    p50Ms: quartilesOf(of(list, 'p50Ms')),
    p99Ms: quartilesOf(of(list, 'p99Ms')),
    serverMs: quartilesOf(of(list, 'serverMs')),
    postgresMs: quartilesOf(of(list, 'postgresMs')),
  })
  const mine = ours?.list ?? []
  const ratio = (list: readonly Sample[]) => {
    if (comparison.measure === 'throughput') return pairedRatio(of(mine, 'perSecond'), of(list, 'perSecond'))
    const field = comparison.measure === 'p99' ? 'p99Ms' : 'serverMs'
    return pairedRatio(of(list, field), of(mine, field))
  }
  return {
    comparison,
    rounds,
    contestants: Object.fromEntries([...samples].map(([name, list]) => [name, quartiles(list)])),
    ratios: Object.fromEntries(theirs.map(({ name, list }) => [name, ratio(list)])),
    costRatios: Object.fromEntries(
      theirs.map(({ name, list }) => [name, pairedRatio(cost(list), cost(mine))]),
    ),
  }
}
