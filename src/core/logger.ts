import { type LoggerOptions, pino } from 'pino'
import type { Env } from '../env.ts'
import { describeError, redactedPaths, redactLine } from './log-safety.ts'

/** Structured lines on standard error, so that what a command prints on standard output stays its own. */
export type Logger = ReturnType<typeof createLogger>

export function createLogger(env: Pick<Env, 'LOG_LEVEL'>) {
  return pino(loggerOptions(env), pino.destination({ dest: 2, sync: true }))
}

/** Every logger has these, wherever its lines go: secrets and what people wrote stay out of them. */
export function loggerOptions({ LOG_LEVEL: level }: Pick<Env, 'LOG_LEVEL'>) {
  return {
    level,
    base: undefined,
    redact: { paths: redactedPaths, censor: '[redacted]' },
    serializers: { err: describeError },
    hooks: { streamWrite: redactLine },
  } satisfies LoggerOptions
}
