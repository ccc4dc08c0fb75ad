import type { ImportedAuthor, ImportedConversation, Unreadable } from './conversation.ts'
import type { Input, Skipped } from './formats.ts'
import type { SendResult } from './send.ts'

/** What one file held and what became of it. `conversations` and `messages` count what was read. */
export interface FileTally {
  file: string
  format: string
  conversations: number
  messages: Record<ImportedAuthor, number>
  unreadable: number
  created: number
  existed: number
  refused: number
}

/** Rows with a reason: how many there are, and the first of them by name. */
interface NamedRows {
  count: number
  first: Unreadable[]
}

export interface ImportSummary {
  files: FileTally[]
  skipped: Skipped[]
  unreadable: NamedRows
  refused: NamedRows
  elapsedSeconds: number
}

const namedRowsLimit = 20

export function startSummary(skipped: Skipped[]): ImportSummary {
  const noRows = (): NamedRows => ({ count: 0, first: [] })
  return { files: [], skipped, unreadable: noRows(), refused: noRows(), elapsedSeconds: 0 }
}

export function startTally(summary: ImportSummary, { file, format }: Input): FileTally {
  const tally: FileTally = {
    file: file.name,
    format: format.name,
    conversations: 0,
    messages: { CUSTOMER: 0, OPERATOR: 0, SYSTEM: 0 },
    unreadable: 0,
    created: 0,
    existed: 0,
    refused: 0,
  }
  summary.files.push(tally)
  return tally
}

export function countUnreadable(summary: ImportSummary, tally: FileTally, row: Unreadable): void {
  tally.unreadable += 1
  nameRow(summary.unreadable, row)
}

export function countRead(tally: FileTally, conversation: ImportedConversation): void {
  tally.conversations += 1
  for (const { author } of conversation.messages) tally.messages[author] += 1
}

export function countResult(
  summary: ImportSummary,
  tally: FileTally,
  { source, line }: ImportedConversation,
  result: SendResult,
): void {
  if (result.outcome === 'REFUSED') {
    tally.refused += 1
    nameRow(summary.refused, { file: source, line, reason: result.reason })
  } else if (result.outcome === 'CREATED') tally.created += 1
  else tally.existed += 1
}

function nameRow(rows: NamedRows, row: Unreadable): void {
  rows.count += 1
  if (rows.first.length < namedRowsLimit) rows.first.push(row)
}

/** The summary for people, one fact a line. */
export function formatSummary(summary: ImportSummary): string {
  const { files, skipped, unreadable, refused, elapsedSeconds } = summary
  const read = total(files, (tally) => tally.conversations)
  const lines = files.map((tally) => `${tally.file} (${tally.format}): ${describeCounts([tally])}`)
  if (files.length > 1) lines.push(`all files: ${describeCounts(files)}`)
  const left = read - total(files, (tally) => tally.created + tally.existed + tally.refused)
  if (left > 0) lines.push(`read but without an answer: ${count(left)}`)
  lines.push(...describeRows('unreadable', unreadable), ...describeRows('refused', refused))
  lines.push(...skipped.map(({ path, reason }) => `skipped ${path}: ${reason}`))
  const perSecond = elapsedSeconds > 0 ? ` (${count(Math.round(read / elapsedSeconds))} rows/s)` : ''
  lines.push(`took ${elapsedSeconds.toFixed(1)} s${perSecond}`)
  return lines.join('\n')
}

function describeCounts(files: FileTally[]): string {
  const by = (author: ImportedAuthor): number => total(files, (tally) => tally.messages[author])
  const messages = by('CUSTOMER') + by('OPERATOR') + by('SYSTEM')
  return [
    `${count(total(files, (tally) => tally.conversations))} conversations`,
    `${count(messages)} messages (customer ${count(by('CUSTOMER'))}, operator ${count(by('OPERATOR'))}, ` +
      `system ${count(by('SYSTEM'))})`,
    `tickets created ${count(total(files, (tally) => tally.created))}`,
    `already there ${count(total(files, (tally) => tally.existed))}`,
    `refused ${count(total(files, (tally) => tally.refused))}`,
    `unreadable rows ${count(total(files, (tally) => tally.unreadable))}`,
  ].join(', ')
}

function describeRows(label: string, rows: NamedRows): string[] {
  const lines = rows.first.map(({ file, line, reason }) => `${label} ${file}:${line}: ${reason}`)
  const more = rows.count - rows.first.length
  return more > 0 ? [...lines, `${label}: ${count(more)} more`] : lines
}

function total(files: FileTally[], value: (tally: FileTally) => number): number {
  return files.reduce((sum, tally) => sum + value(tally), 0)
}

function count(value: number): string {
  return value.toLocaleString('en-US')
}
