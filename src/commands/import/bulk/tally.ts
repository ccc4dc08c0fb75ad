import { resourceUsage } from 'node:process'
import type { Unreadable } from '../conversation.ts'

/** Texts about items: how many there are, and the first of them. */
class Named {
  count = 0
  readonly first: string[] = []

  add(text: string): void {
    this.count += 1
    if (this.first.length < namedLimit) this.first.push(text)
  }
}

const namedLimit = 10

/** What a step read and what became of it. */
export interface Tally {
  readonly name: string
  read: number
  made: number
  known: number
  stale: number
  readonly refused: Named
  readonly unreadable: Named
  seconds: number
}

export function startTally(name: string): Tally {
  const counts = { read: 0, made: 0, known: 0, stale: 0, seconds: 0 }
  return { name, ...counts, refused: new Named(), unreadable: new Named() }
}

export function countUnreadable(tally: Tally, { file, line, reason }: Unreadable): void {
  tally.unreadable.add(`${file}:${line}: ${reason}`)
}

/** True when nothing was refused that should not be, and everything could be read. */
export function isClean(tallies: readonly Tally[]): boolean {
  return tallies.every(({ refused }) => refused.count === 0)
}

const columns = ['', 'read', 'new', 'known', 'stale', 'refused', 'unreadable', 'seconds', 'items/s'] as const

/** The summary for people: a table, then what was refused or could not be read, then time and memory. */
export function formatTallies(tallies: readonly Tally[]): string {
  const rows = tallies.map(rowOf)
  const seconds = tallies.reduce((sum, tally) => sum + tally.seconds, 0)
  const named = tallies.flatMap(({ name, refused, unreadable }) => [
    ...describe(`refused ${name}`, refused),
    ...describe('unreadable', unreadable),
  ])
  const megabytes = Math.round(resourceUsage().maxRSS / 1_024)
  return [
    ...formatTable([columns, ...rows]),
    ...named,
    `took ${seconds.toFixed(1)} s, at most ${number(megabytes)} MiB of memory here`,
  ].join('\n')
}

function rowOf({ name, read, made, known, stale, refused, unreadable, seconds }: Tally): string[] {
  const counts = [read, made, known, stale, refused.count, unreadable.count].map(number)
  const rate = seconds > 0 ? number(Math.round(read / seconds)) : ''
  return [name, ...counts, seconds.toFixed(1), rate]
}

function describe(label: string, { count, first }: Named): string[] {
  const lines = first.map((text) => `${label} ${text}`)
  return count > first.length ? [...lines, `${label}: ${number(count - first.length)} more`] : lines
}

/** Columns of equal width: the first to the left, the others to the right. */
export function formatTable(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)))
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join('  ')
      .trimEnd(),
  )
}

export function number(value: number): string {
  return value.toLocaleString('en-US')
}
