import { Writable } from 'node:stream'
import { pino } from 'pino'
import { loggerOptions } from '../../src/core/logger.ts'
import type { Env } from '../../src/env.ts'

/** A line of the server's log. */
export interface LogLine {
  readonly level: number
  readonly msg: string
  readonly requestId?: string
  /** Of a node that stops. */
  readonly part?: string
  readonly err?: { readonly message: string; readonly stack: string }
}

/** A logger whose lines a test can read; in all else as the server's own. */
export function collectLogs(level: Env['LOG_LEVEL'] = 'info') {
  const lines: LogLine[] = []
  const stream = new Writable({
    write(chunk: Buffer, _encoding, done) {
      for (const line of chunk.toString().trim().split('\n')) lines.push(JSON.parse(line) as LogLine)
      done()
    },
  })
  return { log: pino(loggerOptions({ LOG_LEVEL: level }), stream), lines }
}
