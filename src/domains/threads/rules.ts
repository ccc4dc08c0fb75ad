import { createHash } from 'node:crypto'
import { AlreadyHandled, DeliveryUnconfirmed, LeaseHeld, LeaseLost } from '../../core/channel-problems.ts'
import type { OutboundStatus } from '../../core/prisma/enums.ts'
import { IdempotencyConflict, InvalidInput } from '../../core/problems.ts'

/** What decides who may send a message to its platform. */
export interface Sendable {
  readonly status: OutboundStatus
  readonly attemptCount: number
  readonly leaseToken: string | null
  readonly leaseWorker: string | null
  readonly leaseUntil: Date | null
  readonly claimedAt: Date | null
  readonly nextAttemptAt: Date | null
  readonly isRetryable: boolean | null
  readonly externalIds: readonly string[]
  readonly sentAt: Date | null
  readonly deliveredAt: Date | null
}

export const leaseSeconds = { min: 5, max: 600 } as const
/** After so many tries that failed it has failed for good. */
export const maxAttempts = 8
const longestBackOffSeconds = 300
export const longestPauseSeconds = 3_600

const secondsUntil = (moment: Date, now: Date) =>
  Math.max(1, Math.ceil((moment.getTime() - now.getTime()) / 1_000))

/** True once a lease has ended without a report: perhaps it was sent. */
export function isUnconfirmed({ status, leaseUntil }: Sendable, now: Date): boolean {
  return status === 'UNCONFIRMED' || (status === 'SENDING' && leaseUntil !== null && leaseUntil <= now)
}

/**
 * Whether a worker may send a message now; `renewed` when it has the lease already, as when it did not get the answer.
 * What may have been sent is never sent again unless somebody has looked: no platform is asked to tell two sends apart.
 * @throws AlreadyHandled
 * @throws DeliveryUnconfirmed
 * @throws LeaseHeld
 */
export function assertClaimable(
  row: Sendable,
  { worker, isKnownUnsent }: { worker: string; isKnownUnsent: boolean },
  now: Date,
): 'new' | 'renewed' {
  const { status, leaseUntil, leaseWorker, nextAttemptAt } = row
  if (isUnconfirmed(row, now)) {
    if (!isKnownUnsent) throw new DeliveryUnconfirmed()
    return 'new'
  }
  if (status === 'SENDING') {
    if (leaseWorker === worker) return 'renewed'
    throw new LeaseHeld('OTHER_WORKER', secondsUntil(leaseUntil ?? now, now))
  }
  if (status === 'FAILED' && row.isRetryable === true) {
    if (nextAttemptAt !== null && nextAttemptAt > now) {
      throw new LeaseHeld('BACK_OFF', secondsUntil(nextAttemptAt, now))
    }
    return 'new'
  }
  if (status !== 'PENDING') throw new AlreadyHandled(status)
  return 'new'
}

/** What a bot tells of a message. */
export interface Report {
  readonly status: 'SENT' | 'DELIVERED' | 'READ' | 'FAILED'
  readonly leaseToken: string | null
  readonly externalIds: readonly string[]
  readonly code: string | null
  readonly isRetryable: boolean
  readonly retryAfterSeconds: number | null
  /** When it happened, by the platform. */
  readonly at: Date
}

const ranks: Partial<Record<OutboundStatus, number>> = { SENT: 1, DELIVERED: 2, READ: 3 }
const rankOf = (status: OutboundStatus) => ranks[status] ?? 0

/** What a report changes; null when it was told before, or tells less than is known. */
export type ReportedColumns = Partial<{
  status: OutboundStatus
  externalIds: string[]
  leaseUntil: null
  nextAttemptAt: Date | null
  failureCode: string | null
  isRetryable: boolean | null
  sentAt: Date
  deliveredAt: Date
  readAt: Date
  failedAt: Date
}>

/**
 * What becomes of a message by a report. Receipts come late and in any order: nothing moves backwards.
 * @throws LeaseLost when the report is of somebody who does not have the message
 * @throws IdempotencyConflict when it was sent as something else before
 */
export function afterReport(
  row: Sendable,
  report: Report,
  now: Date,
  path: readonly string[] = [],
): ReportedColumns | null {
  if (report.status === 'SENT') return afterSent(row, report, path)
  if (report.status === 'FAILED') return afterFailed(row, report, now, path)
  if (row.claimedAt === null) throw new LeaseLost([...path, 'messageId'])
  if (rankOf(row.status) >= rankOf(report.status)) return null
  return {
    status: report.status,
    ...settled,
    ...(row.deliveredAt === null ? { deliveredAt: report.at } : {}),
    ...(report.status === 'READ' ? { readAt: report.at } : {}),
  }
}

const settled = { leaseUntil: null, nextAttemptAt: null, failureCode: null, isRetryable: null } as const

function afterSent(
  row: Sendable,
  { leaseToken, externalIds, at }: Report,
  path: readonly string[],
): ReportedColumns | null {
  if (row.leaseToken === null || leaseToken !== row.leaseToken) throw new LeaseLost([...path, 'leaseToken'])
  if (row.externalIds.length > 0) {
    if (JSON.stringify(row.externalIds) !== JSON.stringify(externalIds)) {
      throw new IdempotencyConflict('externalIds')
    }
    return null
  }
  const status = rankOf(row.status) > rankOf('SENT') ? row.status : 'SENT'
  return { status, externalIds: [...externalIds], sentAt: at, ...settled }
}

function afterFailed(
  row: Sendable,
  report: Report,
  now: Date,
  path: readonly string[],
): ReportedColumns | null {
  const { leaseToken, isRetryable, code, retryAfterSeconds, at } = report
  if (rankOf(row.status) > rankOf('SENT')) return null
  const failed = { status: 'FAILED' as const, failureCode: code, failedAt: at, leaseUntil: null }
  // The platform took it and could not deliver it after all: sending it once more would be another message.
  if (row.status === 'SENT') return { ...failed, isRetryable: false, nextAttemptAt: null }
  if (row.leaseToken === null || leaseToken !== row.leaseToken) throw new LeaseLost([...path, 'leaseToken'])
  if (row.status === 'FAILED') return null
  const mayRetry = isRetryable && row.attemptCount < maxAttempts
  return {
    ...failed,
    isRetryable: mayRetry,
    nextAttemptAt: mayRetry ? nextAttempt(row.attemptCount, retryAfterSeconds, now) : null,
  }
}

/** Growing pauses, at least as long as the platform asks for. */
function nextAttempt(attemptCount: number, retryAfterSeconds: number | null, now: Date): Date {
  const backOff = Math.min(2 ** attemptCount, longestBackOffSeconds)
  return new Date(now.getTime() + Math.max(backOff, retryAfterSeconds ?? 0) * 1_000)
}

const codeShape = /^[\w.:-]{1,100}$/

/** @throws InvalidInput for what a report of its kind must not leave out or say */
export function checkReport(report: Report, path: readonly string[]): Report {
  const { status, externalIds, code, retryAfterSeconds } = report
  if (status === 'SENT' && externalIds.length === 0)
    throw new InvalidInput('required', [...path, 'externalIds'])
  if (status !== 'SENT' && externalIds.length > 0)
    throw new InvalidInput('forbidden', [...path, 'externalIds'])
  if (status === 'FAILED' && code === null) throw new InvalidInput('required', [...path, 'code'])
  if (code !== null && !codeShape.test(code)) {
    throw new InvalidInput('pattern', [...path, 'code'], { pattern: codeShape.source })
  }
  if (retryAfterSeconds !== null && (retryAfterSeconds < 0 || retryAfterSeconds > longestPauseSeconds)) {
    throw new InvalidInput('range', [...path, 'retryAfterSeconds'], { min: 0, max: longestPauseSeconds })
  }
  return report
}

/** What makes two deliveries of a bot the same: who says what where, not when. */
export function digestReceived(body: readonly unknown[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(createHash('sha256').update(JSON.stringify(body)).digest())
}

export const maxContextLength = 10_000
export const maxReasonLength = 500
const unstorable = /\\u(0000|d[89a-f][0-9a-f]{2})/i

/** @throws InvalidInput for a context that is too large, or holds what cannot be stored */
export function checkContext<T>(context: T): T | null {
  if (context === undefined || context === null) return null
  const said = JSON.stringify(context)
  if (said.length > maxContextLength)
    throw new InvalidInput('tooLong', ['context'], { max: maxContextLength })
  if (unstorable.test(said)) throw new InvalidInput('nul', ['context'])
  return context
}
