/** A line without its line end, or why there is none from here on or at this place. */
export type Line = { number: number; bytes: Buffer } | { number: number; fault: string }

const newline = 0x0a
const carriageReturn = 0x0d
const maximumLineBytes = 4 * 1024 * 1024

/**
 * Splits bytes into lines, numbered from 1; `\n` and `\r\n` end a line. A line over 4 MiB is a fault and is
 * skipped. A damaged source ends with a fault at the line that could not be completed.
 */
export async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  const open = { number: 1, pieces: [] as Buffer[], length: 0 }
  const close = (): Line => {
    const { number, pieces, length } = open
    Object.assign(open, { number: number + 1, pieces: [], length: 0 })
    if (length > maximumLineBytes)
      return { number, fault: `the line is longer than ${maximumLineBytes} bytes` }
    return { number, bytes: withoutCarriageReturn(pieces.length === 1 ? pieces[0]! : Buffer.concat(pieces)) }
  }
  const add = (piece: Buffer): void => {
    open.length += piece.length
    if (open.length <= maximumLineBytes) open.pieces.push(piece)
    else open.pieces = []
  }
  try {
    for await (const chunk of chunks) {
      let start = 0
      for (let end = chunk.indexOf(newline); end !== -1; end = chunk.indexOf(newline, start)) {
        add(chunk.subarray(start, end))
        start = end + 1
        yield close()
      }
      if (start < chunk.length) add(chunk.subarray(start))
    }
  } catch (error) {
    yield { number: open.number, fault: describeDamage(error) }
    return
  }
  if (open.length > 0) yield close()
}

/** What is said about a place from which on a file cannot be read. */
export function describeDamage(error: unknown): string {
  return `the file cannot be read from here on: ${error instanceof Error ? error.message : String(error)}`
}

function withoutCarriageReturn(bytes: Buffer): Buffer {
  return bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes
}
