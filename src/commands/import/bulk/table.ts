import type { Unreadable } from '../conversation.ts'
import { readRecords } from '../csv-records.ts'
import { InputRefused } from '../formats.ts'
import { readLines } from '../lines.ts'
import { openSource, type SourceFile } from '../source-file.ts'
import type { Opened, Reading } from './calls.ts'

/** The fields of a row by the names of their columns. */
export type Row<Column extends string> = Readonly<Record<Column, string>>

interface TableRow<Column extends string> {
  readonly row: Row<Column>
  readonly line: number
}

/**
 * The rows of a CSV file with a header line, as a stream. `startsRow` tells the beginning of a row, so that a quote that
 * is never closed costs only its own row.
 * @throws InputRefused when the header lacks a column
 */
export function openTable<Column extends string>(
  file: SourceFile,
  columns: readonly Column[],
  startsRow: (line: string) => boolean = () => false,
): { rows: AsyncGenerator<TableRow<Column> | Unreadable>; doneBytes: () => number } {
  const { chunks, doneBytes } = openSource(file)
  return { rows: readRows(file, chunks, columns, startsRow), doneBytes }
}

async function* readRows<Column extends string>(
  { name, path }: SourceFile,
  chunks: AsyncIterable<Buffer>,
  columns: readonly Column[],
  startsRow: (line: string) => boolean,
): AsyncGenerator<TableRow<Column> | Unreadable> {
  let header: string[] | undefined
  for await (const record of readRecords(readLines(chunks), startsRow)) {
    const { line } = record
    if ('fault' in record) {
      yield { file: name, line, reason: record.fault }
    } else if (header === undefined) {
      header = record.fields.map((field) => field.replace(/^\uFEFF/, ''))
      const lacking = columns.filter((column) => !header?.includes(column))
      if (lacking.length > 0) throw new InputRefused(`${path} lacks the columns ${lacking.join(', ')}`)
    } else if (record.fields.length !== header.length) {
      const reason = `${record.fields.length} columns instead of ${header.length}`
      yield { file: name, line, reason }
    } else {
      yield { row: toRow(header, record.fields, columns), line }
    }
  }
}

function toRow<Column extends string>(
  header: string[],
  fields: string[],
  columns: readonly Column[],
): Row<Column> {
  const entries = columns.map((column) => [column, fields[header.indexOf(column)] ?? ''])
  return Object.fromEntries(entries) as Row<Column>
}

/** Why a row gives no item; the row is counted as unreadable. */
export class RowRefused extends Error {}

/** A step's readings: each row of a table becomes any number of items, or is named with what is wrong with it. */
export function openItems<Column extends string, Item>(
  file: SourceFile,
  columns: readonly Column[],
  toItems: (row: Row<Column>) => readonly { key: string; item: Item }[],
  startsRow?: (line: string) => boolean,
): Opened<Item> {
  const { rows, doneBytes } = openTable(file, columns, startsRow)
  return { readings: itemsOf(file, rows, toItems), totalBytes: file.sizeBytes, doneBytes }
}

async function* itemsOf<Column extends string, Item>(
  { name }: SourceFile,
  rows: AsyncIterable<TableRow<Column> | Unreadable>,
  toItems: (row: Row<Column>) => readonly { key: string; item: Item }[],
): AsyncGenerator<Reading<Item>> {
  for await (const row of rows) {
    if ('reason' in row) {
      yield row
      continue
    }
    try {
      yield* toItems(row.row)
    } catch (error) {
      if (!(error instanceof RowRefused)) throw error
      yield { file: name, line: row.line, reason: error.message }
    }
  }
}
