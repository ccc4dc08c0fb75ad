import { type Facts, factTables } from './facts.ts'
import { benchFanout } from './fanout/bench.ts'
import { benchGrowth } from './growth/bench.ts'
import type { Outcome } from './harness.ts'
import { benchHeld } from './held/bench.ts'
import { benchIdle } from './idle/bench.ts'
import { benchImport } from './import/bench.ts'
import { benchLatency } from './latency/bench.ts'
import { type Options, readOptions } from './options.ts'
import { benchPage } from './page/bench.ts'
import { benchReconnect } from './reconnect/bench.ts'
import { circumstances, jsonLine, tables } from './report.ts'
import { writeResults } from './results.ts'
import { benchSend } from './send/bench.ts'
import { openStage, type Stage } from './stage.ts'
import { benchStall } from './stall/bench.ts'
import { benchStart } from './start/bench.ts'
import { benchTicket } from './ticket/bench.ts'

/**
 * `npm run bench` measures everything but `growth` and writes RESULTS.md; `npm run bench -- NAME` one benchmark, and prints it.
 * Progress goes to standard error; with `--json` the last line of standard output is the outcome as JSON.
 */

interface Benchmark {
  readonly what: string
  /** True if it runs only when it is named. */
  readonly isLong?: true
  readonly run: (stage: Stage) => Promise<(Outcome | Facts)[]>
}

const benchmarks: Readonly<Record<string, Benchmark>> = {
  page: {
    what: 'The inbox page: 20 tickets with customer, assignee, team, order with its lines, parcel and the last 5 messages, as an operator.',
    run: benchPage,
  },
  ticket: {
    what: 'The screen of one ticket, of many in turn: customer, order with lines and payments, its parcels with their events, returns with lines, complaint and the last 50 messages, as operators who may see it.',
    run: benchTicket,
  },
  send: {
    what: '`messageSend`, kept on disk before it is answered; the tickets’ counting and the log are checked afterwards.',
    run: benchSend,
  },
  fanout: {
    what: 'One message to many followers over WebSocket, the next when it has reached all: processor time per delivery. Opora’s message is written through another node, because what writing costs is measured by `send`.',
    run: benchFanout,
  },
  latency: {
    what: 'From the moment a message is sent until a subscriber on another node has it, sent one by one at a steady rate whether or not the last one was answered. The limit writes by hand, NOTIFYs and sends over bare `ws`. First `messageSent`, which goes out on the writer’s ring; then `ticketEvents`, which waits for its number in the one order of the log.',
    run: benchLatency,
  },
  stall: {
    what: 'Followers of many tickets with and without one more consumer of the same node, in turn, that has subscribed to the inbox and never reads; its socket is full from the start. Its heartbeat is put off, so that the node keeps it all the time instead of cutting it off.',
    run: benchStall,
  },
  held: {
    what: 'Followers of many tickets with and without, in turn, a transaction that has written to the log and stays open.',
    run: benchHeld,
  },
  idle: {
    what: 'Memory of one more idle subscription over its own WebSocket: resident memory after many came, less that before, divided by their number, garbage collected; a new process each round. Afterwards a message proves that they are subscribed.',
    run: benchIdle,
  },
  reconnect: {
    what: 'A node with many subscriptions is killed (`kill -9`) and started again; meanwhile messages are written through another one. The typed client brings each subscription back after its cursor, with its usual jitter; each must get what it missed, once and in order.',
    run: benchReconnect,
  },
  import: {
    what: 'A shop’s orders through `ordersUpsert`, all of them new; what was acknowledged is counted afterwards. The limit is COPY into the same tables: it looks at nothing and logs nothing.',
    run: benchImport,
  },
  growth: {
    what: 'Opora against itself, on a database of a million tickets and on the usual one, in one PostgreSQL: page, ticket, searches and sending. Filling takes about ten minutes, so it runs only when it is named; `--grown-tickets 100000` takes one.',
    isLong: true,
    run: benchGrowth,
  },
  start: {
    what: '`npm start` with no database and no settings, from the command to the first answered query, and once more: `npm` and the making of the bundle included.',
    run: benchStart,
  },
}

async function main(options: Options): Promise<void> {
  const usual = Object.keys(benchmarks).filter((name) => benchmarks[name]?.isLong !== true)
  const names = options.names.length > 0 ? options.names : usual
  const chosen = names.map((name) => ({ name, ...benchmarkOf(name) }))
  const stage = await openStage({ ...options, tell: (line) => process.stderr.write(`${line}\n`) })
  const stop = () => void stage.close().finally(() => process.exit(1))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  try {
    const measured: { name: string; what: string; outcomes: (Outcome | Facts)[] }[] = []
    for (const { name, what, run } of chosen) measured.push({ name, what, outcomes: await run(stage) })
    const sections = measured.map(({ name, what, outcomes }) =>
      [`## \`${name}\``, what, ...outcomes.map(tableOf)].join('\n\n'),
    )
    const head = circumstances(stage.database, options.pace)
    if (options.isWhole) writeResults(head, sections)
    process.stdout.write(`${[head, ...sections].join('\n\n')}\n`)
    if (!options.json) return
    for (const { name, outcomes } of measured) process.stdout.write(`${jsonLine(name, outcomes)}\n`)
  } finally {
    await stage.close()
  }
}

function tableOf(finding: Outcome | Facts): string {
  return 'facts' in finding ? factTables(finding) : tables(finding)
}

function benchmarkOf(name: string): Benchmark {
  const found = benchmarks[name]
  if (found !== undefined) return found
  throw new Error(`there is no benchmark ${name}: ${Object.keys(benchmarks).join(', ')}`)
}

try {
  await main(readOptions(process.argv.slice(2)))
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`)
  process.exitCode = 1
}
