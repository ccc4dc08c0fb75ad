import type {
  ExportStatus,
  GoodsStatus,
  InspectionResult,
  RefundStatus,
  ReturnDecision,
  ReturnStatus,
} from '../../core/prisma/enums.ts'

/** How far an export has come, in percent; 100 only when it is ready. */
export function progressOf(row: {
  readonly status: ExportStatus
  readonly doneCount: number
  readonly totalCount: number
}): number {
  if (row.status === 'READY' || row.status === 'EXPIRED') return 100
  if (row.totalCount === 0) return 0
  return Math.min(99, Math.floor((row.doneCount / row.totalCount) * 100))
}

/** How often a node begins with an export before it is given up. */
export const maxExportAttempts = 5

/** When an export that could not be made is tried again. */
export function nextExportTry(attemptCount: number, now: Date): Date {
  return new Date(now.getTime() + 2 ** attemptCount * 1_000)
}

/** In how many seconds a buyer may ask for the next export; 0: now. */
export function secondsToWait(lastAskedAt: Date | null, intervalHours: number, now: Date): number {
  if (lastAskedAt === null) return 0
  const leftMs = lastAskedAt.getTime() + intervalHours * 3_600_000 - now.getTime()
  return Math.max(0, Math.ceil(leftMs / 1_000))
}

/** What still needs the person: while it does, nothing is erased. */
export type Obstacle = 'openRefund' | 'openReturn' | 'openComplaint'

export interface RefundFacts {
  readonly status: RefundStatus
  readonly isRetryable: boolean | null
}

/** Money that was granted is owed until it has gone back, or cannot go back. */
export function isOpenRefund({ status, isRetryable }: RefundFacts): boolean {
  if (status === 'FAILED') return isRetryable !== false
  return status === 'GRANTED' || status === 'PENDING'
}

export interface ReturnFacts {
  readonly status: ReturnStatus
  readonly decision: ReturnDecision | null
  readonly goodsStatus: GoodsStatus | null
  readonly inspection: InspectionResult | null
  readonly refunds: readonly RefundFacts[]
}

const moneyDecisions: readonly (ReturnDecision | null)[] = ['RETURN_AND_REFUND', 'REFUND_WITHOUT_RETURN']

/** A return is open until it is decided, and one that was approved until the goods or the money are where they belong. */
export function isOpenReturn(row: ReturnFacts): boolean {
  if (row.status === 'DECLINED' || row.status === 'CANCELLED') return false
  if (row.status !== 'APPROVED') return true
  if (row.goodsStatus === 'INSPECTED' && row.inspection === 'FAIL') return false
  if (moneyDecisions.includes(row.decision)) return !row.refunds.some(({ status }) => status === 'SUCCEEDED')
  return row.goodsStatus !== 'INSPECTED'
}

/** A complaint must be answered: until then its customer is known. */
export const openComplaints = [
  'RECEIVED',
  'ACKNOWLEDGED',
  'INVESTIGATING',
  'WAITING_CUSTOMER',
  'DISPUTED',
  'ARBITRATION',
] as const
