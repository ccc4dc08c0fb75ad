import { startWorker, type Worker } from '../load.ts'

export type FollowerTask =
  | {
      readonly kind: 'follow'
      readonly url: string
      readonly tokens: readonly string[]
      readonly count: number
      readonly query: string
      /** Taken in turn, as the tokens are. */
      readonly variables: readonly Readonly<Record<string, unknown>>[]
    }
  | {
      /** Answers when so many messages have come to all followers together since they began, or after some seconds. */
      readonly kind: 'wait'
      readonly received: number
      readonly seconds: number
    }
  /** Answers when something has come and then nothing more for a while, or nothing at all. */
  | { readonly kind: 'quiet' }

export interface FollowerReport {
  readonly received: number
  /** One of the last frames, for comparing what contestants send. */
  readonly lastFrame: string
}

export function startFollowers(): Worker<FollowerTask, FollowerReport> {
  return startWorker('test/bench/fanout/followers-program.ts')
}
