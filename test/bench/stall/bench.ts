import { Pool } from 'pg'
import { openCursors } from '../../../src/events/cursors.ts'
import type { Facts } from '../facts.ts'
import type { Outcome, Run } from '../harness.ts'
import { peakDuring, settledBytes } from '../memory.ts'
import { type Healthy, startHealthy } from '../pulse/healthy.ts'
import type { Stage } from '../stage.ts'
import { stall } from './consumer.ts'

const mostMegabytes = 20
/** The longest there is: a consumer that takes nothing is kept, not cut off after two heartbeats. */
const heartbeatSeconds = 3_600

/** What one consumer that never reads costs the others, and the server's memory. */
export async function benchStall(stage: Stage): Promise<(Outcome | Facts)[]> {
  const settings = { HEARTBEAT_SECONDS: String(heartbeatSeconds) }
  const healthy = await startHealthy(stage, 'stall', { settings, flags: ['--expose-gc'] })
  const { processId } = healthy.node
  const after = await beginningOf(healthy.databaseUrl)
  const outcome = await stage.compare({
    key: '',
    title: 'stall, one consumer that never reads',
    unit: 'delivery',
    units: 'deliveries',
    measure: 'p99',
    goals: { undisturbed: 0.833 },
    metBy: 'median',
    contestants: [
      {
        name: 'stalled',
        processId,
        run: healthy.run,
        prepare: async () => await stallFor(healthy, after),
      },
      { name: 'undisturbed', processId, run: healthy.run },
    ],
  })
  const facts = await longStall(stage, healthy, after)
  await stage.clear()
  return [outcome, facts]
}

/** Answers how the consumer leaves, which must have been stalled to the end. */
async function stallFor({ node, tokens }: Healthy, after: string): Promise<() => Promise<void>> {
  const consumer = await stall(node.url, tokens[0] ?? '', after)
  return async () => {
    consumer.assertStalled()
    await consumer.leave()
  }
}

interface Window {
  readonly p99Ms: number
  /** The most memory it had. */
  readonly peak: number
  /** At the end, with its garbage collected. */
  readonly settled: number
}

/** The same load for the same time, first without and then with a stalled consumer. */
async function longStall(stage: Stage, healthy: Healthy, after: string): Promise<Facts> {
  const seconds = stage.live.stallSeconds
  const { processId } = healthy.node
  const watch = async (work: () => Promise<Run>): Promise<Window> => {
    const { result, peak } = await peakDuring(processId, work)
    return { p99Ms: result.p99Ms, peak, settled: await settledBytes(processId) }
  }
  stage.tell(`stall: ${seconds} s without a stalled consumer`)
  const free = await watch(async () => await healthy.run(seconds))
  stage.tell(`stall: ${seconds} s with one`)
  let leave = async () => {}
  const stalled = await watch(async () => {
    leave = await stallFor(healthy, after)
    return await healthy.run(seconds)
  })
  await leave()
  return factsOf(seconds, free, stalled)
}

function factsOf(seconds: number, free: Window, stalled: Window): Facts {
  const megabytes = (name: string, what: string, bytes: number, atMost?: number) => ({
    name,
    what,
    unit: 'MB',
    values: [bytes / 2 ** 20],
    ...(atMost !== undefined && { atMost }),
  })
  const delay = (name: string, what: string, { p99Ms }: Window) => ({
    name,
    what,
    unit: 'ms',
    values: [p99Ms],
  })
  return {
    key: 'memory',
    title: `stall, memory of the node over ${seconds} s`,
    facts: [
      megabytes('peakMegabytes', 'peak without a stalled consumer', free.peak),
      megabytes('stalledPeakMegabytes', 'peak with one, from before it came', stalled.peak),
      megabytes('growthMegabytes', 'growth of the peak', stalled.peak - free.peak, mostMegabytes),
      megabytes('keptMegabytes', 'without one, garbage collected', free.settled),
      megabytes('stalledKeptMegabytes', 'with one, garbage collected', stalled.settled),
      megabytes('keptGrowthMegabytes', 'growth of that', stalled.settled - free.settled, mostMegabytes),
      delay('longFreeP99Milliseconds', 'p99 of the others without one', free),
      delay('longStallP99Milliseconds', 'p99 of the others with one', stalled),
    ],
    ratios: {},
    goals: {},
  }
}

/** A cursor before the first event of the log. */
async function beginningOf(databaseUrl: string): Promise<string> {
  const pool = new Pool({ connectionString: databaseUrl, max: 1 })
  try {
    const cursors = await openCursors(pool, null)
    return cursors.encode({ kind: 'position', value: 0n })
  } finally {
    await pool.end()
  }
}
