import { pino } from 'pino'
import type { Env } from '../env.ts'

/** Structured lines on standard error, so that what a command prints on standard output stays its own. */
export type Logger = ReturnType<typeof createLogger>

export function createLogger(env: Pick<Env, 'LOG_LEVEL'>) {
  return pino(
    {
      level: env.LOG_LEVEL,
      base: undefined,
      redact: ['authorization', 'token', '*.authorization', '*.token', 'headers.authorization'],
    },
    pino.destination({ dest: 2, sync: true }),
  )
}
