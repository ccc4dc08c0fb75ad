import { type CsvError, parse } from 'csv-parse/sync'
import type { Line } from './lines.ts'
import { decodeUtf8 } from './text.ts'

/** A row's fields, or why the row cannot be read; `line` is where the row begins. */
type CsvRecord = { line: number; fields: string[] } | { line: number; fault: string }

const quote = 0x22
const maximumRecordBytes = 4 * 1024 * 1024

const faults: Record<string, string> = {
  CSV_INVALID_CLOSING_QUOTE: 'text follows a closing quote',
  INVALID_OPENING_QUOTE: 'a quote stands inside an unquoted field',
  CSV_QUOTE_NOT_CLOSED: 'a quote is not closed',
}

/**
 * Reads CSV rows whose quoted fields may span lines. A quote that is never closed would swallow the rows
 * after it; so a line that `startsRecord` always starts a row, and only the broken row is lost.
 */
export async function* readRecords(
  lines: AsyncIterable<Line>,
  startsRecord: (line: string) => boolean,
): AsyncGenerator<CsvRecord> {
  let open: OpenRecord | undefined
  for await (const line of lines) {
    if ('fault' in line) {
      if (open) yield closeRecord(open)
      open = undefined
      yield { line: line.number, fault: line.fault }
      continue
    }
    if (open && startsRecord(line.bytes.subarray(0, 256).toString('latin1'))) {
      yield closeRecord(open)
      open = undefined
    }
    if (!open && line.bytes.length === 0) continue
    open = addLine(open ?? { line: line.number, pieces: [], length: 0, isQuoted: false }, line.bytes)
    if (open.isQuoted && open.length <= maximumRecordBytes) continue
    yield closeRecord(open)
    open = undefined
  }
  if (open) yield closeRecord(open)
}

interface OpenRecord {
  line: number
  pieces: Buffer[]
  length: number
  isQuoted: boolean
}

function addLine(record: OpenRecord, bytes: Buffer): OpenRecord {
  for (let at = bytes.indexOf(quote); at !== -1; at = bytes.indexOf(quote, at + 1))
    record.isQuoted = !record.isQuoted
  record.pieces.push(bytes)
  record.length += bytes.length + 1
  return record
}

function closeRecord({ line, pieces }: OpenRecord): CsvRecord {
  const text = decodeUtf8(
    Buffer.concat(pieces.flatMap((piece, at) => (at === 0 ? [piece] : [lineEnd, piece]))),
  )
  if (text === undefined) return { line, fault: 'the row is not UTF-8' }
  // Most rows have no quotes: then nothing is to be parsed.
  if (text !== '' && !text.includes('"')) return { line, fields: text.split(',') }
  try {
    const fields = parse(text, { record_delimiter: '\n', max_record_size: 0 })[0]
    return fields ? { line, fields } : { line, fault: 'the row is empty' }
  } catch (error) {
    const { code } = error as CsvError
    return { line, fault: `broken CSV: ${faults[code] ?? code}` }
  }
}

const lineEnd = Buffer.from('\n')
