import { benchFanout } from './fanout/bench.ts'
import type { Outcome } from './harness.ts'
import { type Options, readOptions } from './options.ts'
import { benchPage } from './page/bench.ts'
import { circumstances, jsonLine, tables } from './report.ts'
import { writeResults } from './results.ts'
import { benchSend } from './send/bench.ts'
import { openStage, type Stage } from './stage.ts'

/**
 * `npm run bench` measures everything and writes RESULTS.md; `npm run bench -- NAME` one benchmark, and prints it.
 * Progress goes to standard error; with `--json` the last line of standard output is the outcome as JSON.
 */

interface Benchmark {
  readonly what: string
  readonly run: (stage: Stage) => Promise<Outcome[]>
}

const benchmarks: Readonly<Record<string, Benchmark>> = {
  page: {
    what: 'The inbox page: 20 tickets with customer, assignee, team and the last 5 messages, as an operator.',
    run: benchPage,
  },
  send: {
    what: '`messageSend`, kept on disk before it is answered; the tickets’ counting and the log are checked afterwards.',
    run: benchSend,
  },
  fanout: {
    what: 'One message to many followers over WebSocket, the next when it has reached all: processor time per delivery. Opora’s message is written through another node, because what writing costs is measured by `send`.',
    run: benchFanout,
  },
}

async function main(options: Options): Promise<void> {
  const names = options.names.length > 0 ? options.names : Object.keys(benchmarks)
  const chosen = names.map((name) => ({ name, ...benchmarkOf(name) }))
  const stage = await openStage({ ...options, tell: (line) => process.stderr.write(`${line}\n`) })
  const stop = () => void stage.close().finally(() => process.exit(1))
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, stop)
  try {
    const measured: { name: string; what: string; outcomes: Outcome[] }[] = []
    for (const { name, what, run } of chosen) measured.push({ name, what, outcomes: await run(stage) })
    const sections = measured.map(({ name, what, outcomes }) =>
      [`## \`${name}\``, what, ...outcomes.map(tables)].join('\n\n'),
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
