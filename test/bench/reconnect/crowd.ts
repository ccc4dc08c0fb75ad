import { startWorker, type Worker } from '../load.ts'

export type CrowdTask =
  | {
      /** Answers when all of them are live. */
      readonly kind: 'follow'
      readonly url: string
      readonly tokens: readonly string[]
      readonly tickets: readonly string[]
      readonly count: number
    }
  /** Answers when all have lost their connection, or after some seconds. */
  | { readonly kind: 'lost'; readonly seconds: number }
  | {
      /** Answers when all are live again and have so many messages, or after some seconds. */
      readonly kind: 'caughtUp'
      readonly seconds: number
      /** The `seq` of each message since they began to follow, by ticket. */
      readonly expected: Readonly<Record<string, readonly number[]>>
    }

export interface CrowdReport {
  readonly live: number
  readonly offline: number
  /** What streams ended with, and items that are neither facts nor `CaughtUp`. */
  readonly errors: readonly string[]
  /** Followers that were told anything but what was expected, in order and once. */
  readonly wrong: number
  /** When the last one had all, by the system's clock. */
  readonly lastAtMs: number
}

export function startCrowd(): Worker<CrowdTask, CrowdReport> {
  return startWorker('test/bench/reconnect/crowd-program.ts')
}
