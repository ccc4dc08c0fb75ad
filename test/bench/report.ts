import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { cpus, totalmem } from 'node:os'
import { projectPath } from '../../src/core/project-path.ts'
import type { BenchDatabase } from './database.ts'
import { type Facts, factMedians, ratioQuartiles } from './facts.ts'
import { newerNode } from './foreign.ts'
import type { Outcome, Pace, Sample } from './harness.ts'
import { type Quartiles, rounded, spread } from './statistics.ts'

/** What a benchmark ends with under `--json`: one line. */
export function jsonLine(name: string, findings: readonly (Outcome | Facts)[]): string {
  const outcomes = findings.filter((finding) => 'comparison' in finding)
  const facts = findings.filter((finding) => 'facts' in finding)
  const collect = <T>(pick: (outcome: Outcome) => Readonly<Record<string, T>>) =>
    Object.fromEntries(
      outcomes.flatMap((outcome) =>
        Object.entries(pick(outcome)).map(([contestant, value]) => [keyOf(contestant, outcome), value]),
      ),
    )
  const medians = (quartiles: Readonly<Record<string, Quartiles>>) =>
    Object.fromEntries(Object.entries(quartiles).map(([key, { median }]) => [key, rounded(median)]))
  const spreads = {
    ...collect(({ ratios }) => ratios),
    ...Object.assign({}, ...facts.map(ratioQuartiles)),
  } as Record<string, Quartiles>
  return JSON.stringify({
    name,
    contestants: collect(({ contestants }) =>
      Object.fromEntries(
        Object.entries(contestants).map(([contestant, sample]) => [contestant, medians(sample)]),
      ),
    ),
    ratios: medians(spreads),
    quartiles: Object.fromEntries(
      Object.entries(spreads).map(([key, { lower, upper }]) => [key, [rounded(lower), rounded(upper)]]),
    ),
    costRatios: medians(collect(({ costRatios }) => costRatios)),
    goals: {
      ...collect(({ comparison }) => comparison.goals),
      ...Object.assign({}, ...facts.map(({ goals }) => goals)),
    },
    ...(facts.length > 0 && { facts: Object.assign({}, ...facts.map(factMedians)) }),
  })
}

function keyOf(contestant: string, { comparison }: Outcome): string {
  return comparison.key === '' ? contestant : `${contestant}:${comparison.key}`
}

/** The tables of one comparison: what each contestant did, and the ratios with their goals. */
export function tables(outcome: Outcome): string {
  const { comparison, contestants, ratios, costRatios } = outcome
  const { unit, units, measure, goals, metBy = 'lower' } = comparison
  const lines = [
    `### ${comparison.title}`,
    '',
    `| contestant | ${units}/s | p50 ms | p99 ms | server µs/${unit} | PostgreSQL µs/${unit} |`,
    '|---|--:|--:|--:|--:|--:|',
    ...Object.entries(contestants).map(([name, sample]) => `| ${name} | ${cells(sample).join(' | ')} |`),
    '',
    `| ours against | ${{ throughput: `${units}/s`, serverTime: 'server time', p99: 'p99' }[measure]} | server + PostgreSQL time | goal | |`,
    '|---|--:|--:|--:|---|',
    ...Object.entries(ratios).map(([name, ratio]) => {
      const goal = goals[name]
      const verdict = goal === undefined ? '' : ratio[metBy] >= goal ? 'met' : 'missed'
      const cost = costRatios[name]
      return `| ${name} | ${spread(ratio, 2)} | ${cost === undefined ? '' : spread(cost, 2)} | ${goal === undefined ? '' : `≥ ${goal}`} | ${verdict} |`
    }),
  ]
  return lines.join('\n')
}

function cells(sample: { readonly [K in keyof Sample]: Quartiles }): string[] {
  const micro = ({ lower, median, upper }: Quartiles) => ({
    lower: lower * 1_000,
    median: median * 1_000,
    upper: upper * 1_000,
  })
  return [
    spread(sample.perSecond, 0),
    spread(sample.p50Ms, 1),
    spread(sample.p99Ms, 1),
    spread(micro(sample.serverMs), sample.serverMs.median < 0.1 ? 1 : 0),
    spread(micro(sample.postgresMs), sample.postgresMs.median < 0.1 ? 1 : 0),
  ]
}

/** Where and with what it was measured. */
export function circumstances(database: BenchDatabase, pace: Pace): string {
  const [cpu] = cpus()
  const { filling } = database
  return [
    `- Measured ${new Date().toISOString().slice(0, 10)} at ${commit()}.`,
    `- Machine: ${cpus().length} cores (${cpu?.model.trim() ?? 'unknown'}), ${Math.round(totalmem() / 2 ** 30)} GiB of memory, shared with other programs.`,
    `- Node ${process.version} for all but PostGraphile, which needs a newer one (${newerNodeVersion()}); PostgreSQL ${database.version} with fsync and synchronous_commit on.`,
    `- ${packageVersions()}`,
    `- Data: ${filling.tickets} tickets with ${filling.messages} messages and ${filling.orders} orders, modelled on ${filling.source}.`,
    `- ${pace.rounds} alternating rounds of ${pace.seconds} s for each contestant after a warm-up; every figure is the median with its quartiles.`,
  ].join('\n')
}

function commit(): string {
  const git = (...words: string[]) =>
    execFileSync('git', words, { cwd: projectPath(), encoding: 'utf8' }).trim()
  try {
    const isChanged = git('status', '--porcelain', '--', 'src', 'prisma', 'package-lock.json') !== ''
    return `${git('rev-parse', '--short', 'HEAD')}${isChanged ? ' with changes' : ''}`
  } catch {
    return 'an unknown commit'
  }
}

function newerNodeVersion(): string {
  return existsSync(newerNode)
    ? execFileSync(newerNode, ['--version'], { encoding: 'utf8' }).trim()
    : 'not installed'
}

function packageVersions(): string {
  const dependencies = (path: string) =>
    (JSON.parse(readFileSync(projectPath(path), 'utf8')) as { dependencies: Record<string, string> })
      .dependencies
  const of = (known: Record<string, string>, names: readonly string[]) =>
    names.map((name) => `${name} ${known[name]}`)
  const own = of(dependencies('package.json'), [
    'graphql',
    'graphql-yoga',
    '@pothos/core',
    '@prisma/client',
    'pg',
    'ws',
  ])
  const foreign = of(dependencies('test/bench/contestants/package.json'), [
    'postgraphile',
    'mercurius',
    'fastify',
    '@apollo/server',
  ])
  return `Packages: ${[...own, ...foreign].join(', ')}.`
}
