import { type Quartiles, quartilesOf, rounded, spread } from './statistics.ts'

/** Something that was measured beside comparisons of speed: memory, times, counts. */
export interface Fact {
  /** In the JSON. */
  readonly name: string
  readonly what: string
  readonly unit: string
  /** One for each round. */
  readonly values: readonly number[]
  /** What the median must not be above. */
  readonly atMost?: number
}

/** The facts of one benchmark: a table of the results. */
export interface Facts {
  readonly key: string
  readonly title: string
  readonly facts: readonly Fact[]
  /** Ours against theirs, higher is better for us, one for each round. */
  readonly ratios: Readonly<Record<string, readonly number[]>>
  readonly goals: Readonly<Record<string, number>>
}

/** Quartiles of a fact, or of a ratio. */
export function factQuartiles({ facts }: Facts): Readonly<Record<string, Quartiles>> {
  return Object.fromEntries(facts.map(({ name, values }) => [name, quartilesOf(values)]))
}

export function ratioQuartiles({ ratios }: Facts): Readonly<Record<string, Quartiles>> {
  return Object.fromEntries(Object.entries(ratios).map(([name, values]) => [name, quartilesOf(values)]))
}

/** For the JSON line: the median of each fact. */
export function factMedians(facts: Facts): Record<string, number> {
  return Object.fromEntries(
    Object.entries(factQuartiles(facts)).map(([name, { median }]) => [name, rounded(median)]),
  )
}

export function factTables(facts: Facts): string {
  const { title, goals } = facts
  const quartiles = factQuartiles(facts)
  const lines = [
    `### ${title}`,
    '',
    '| what | measured | limit | |',
    '|---|--:|--:|---|',
    ...facts.facts.map(({ name, what, unit, values, atMost }) => {
      const found = quartiles[name] ?? quartilesOf(values)
      const isWhole = values.every((value) => Number.isInteger(value)) || Math.abs(found.median) >= 100
      const digits = isWhole ? 0 : 1
      const figure = values.length === 1 ? found.median.toFixed(digits) : spread(found, digits)
      const verdict = atMost === undefined ? '' : found.median <= atMost ? 'met' : 'missed'
      const limit = atMost === undefined ? '' : `≤ ${atMost} ${unit}`.trim()
      return `| ${what} | ${`${figure} ${unit}`.trim()} | ${limit} | ${verdict} |`
    }),
    ...Object.entries(ratioQuartiles(facts)).map(([name, ratio]) => {
      const goal = goals[name]
      const verdict = goal === undefined ? '' : ratio.lower >= goal ? 'met' : 'missed'
      return `| ours against ${name} | ${spread(ratio, 2)} | ${goal === undefined ? '' : `≥ ${goal}`} | ${verdict} |`
    }),
  ]
  return lines.join('\n')
}
