import { startWorker, type Worker } from '../load.ts'

/** Someone who follows a ticket: sent messages are to come to them. */
export interface PulseFollower {
  readonly token: string
  readonly ticketId: string
  readonly query: string
}

export type PulseTask =
  | { readonly kind: 'follow'; readonly url: string; readonly followers: readonly PulseFollower[] }
  | {
      /** Sends so many messages a second, to the followed tickets in turn, and answers when all have come. */
      readonly kind: 'pulse'
      readonly url: string
      readonly tokens: readonly string[]
      readonly rate: number
      readonly seconds: number
    }

export interface PulseReport {
  readonly sent: number
  readonly deliveries: number
  readonly seconds: number
  readonly p50Ms: number
  readonly p99Ms: number
  /** One of the frames, for comparing what contestants send. */
  readonly frame: string
}

/**
 * Starts a process that both sends and follows, so that one clock tells how long a message took. It fails when one
 * does not come, or comes twice.
 */
export function startPulse(): Worker<PulseTask, PulseReport> {
  return startWorker('test/bench/pulse/pulse-program.ts')
}

/** A subscription is not acknowledged: messages are sent until one of each ticket has come to all who follow it. */
export const settleRounds = 20
