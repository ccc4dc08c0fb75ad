import { Writable } from 'node:stream'
import { pino } from 'pino'

/** A line of the server's log. */
export interface LogLine {
  readonly level: number
  readonly msg: string
  readonly requestId?: string
  readonly err?: { readonly message: string; readonly stack: string }
}

/** A logger whose lines a test can read. */
export function collectLogs() {
  const lines: LogLine[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString().trim().split('\n')) lines.push(JSON.parse(line) as LogLine)
      done()
    },
  })
  return { log: pino({ level: 'info', base: undefined }, stream), lines }
}
