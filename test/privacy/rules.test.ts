import { describe, expect, it } from 'vitest'
import {
  isOpenRefund,
  isOpenReturn,
  nextExportTry,
  progressOf,
  type ReturnFacts,
  secondsToWait,
} from '../../src/domains/privacy/rules.ts'

const granted = { status: 'GRANTED', isRetryable: null } as const
const paid = { status: 'SUCCEEDED', isRetryable: null } as const
const approved: ReturnFacts = {
  status: 'APPROVED',
  decision: 'RETURN_AND_REFUND',
  goodsStatus: 'AWAITING',
  inspection: null,
  refunds: [],
}

describe('what needs the person still', () => {
  it.each([
    [granted, true],
    [{ status: 'PENDING', isRetryable: null }, true],
    [paid, false],
    [{ status: 'FAILED', isRetryable: true }, true],
    [{ status: 'FAILED', isRetryable: null }, true],
    [{ status: 'FAILED', isRetryable: false }, false],
  ] as const)('a refund %o: %s', (refund, isOpen) => {
    expect(isOpenRefund(refund)).toBe(isOpen)
  })

  it.each<[Partial<ReturnFacts>, boolean]>([
    [{ status: 'REQUESTED', decision: null, goodsStatus: null }, true],
    [{ status: 'INFO_REQUIRED', decision: null, goodsStatus: null }, true],
    [{ status: 'UNDER_REVIEW', decision: null, goodsStatus: null }, true],
    [{ status: 'DECLINED', decision: null, goodsStatus: null }, false],
    [{ status: 'CANCELLED' }, false],
    [{}, true],
    [{ goodsStatus: 'INSPECTED', inspection: 'PASS' }, true],
    [{ goodsStatus: 'INSPECTED', inspection: 'PASS', refunds: [paid] }, false],
    [{ goodsStatus: 'INSPECTED', inspection: 'FAIL' }, false],
    [{ decision: 'REFUND_WITHOUT_RETURN', goodsStatus: null }, true],
    [{ decision: 'REFUND_WITHOUT_RETURN', goodsStatus: null, refunds: [granted] }, true],
    [{ decision: 'REFUND_WITHOUT_RETURN', goodsStatus: null, refunds: [paid] }, false],
    [{ decision: 'EXCHANGE', goodsStatus: 'RECEIVED' }, true],
    [{ decision: 'EXCHANGE', goodsStatus: 'INSPECTED', inspection: 'PASS' }, false],
  ])('a return %o: %s', (facts, isOpen) => {
    expect(isOpenReturn({ ...approved, ...facts })).toBe(isOpen)
  })
})

describe('an export', () => {
  it.each([
    ['PENDING', 0, 0, 0],
    ['RUNNING', 5, 10, 50],
    ['RUNNING', 999, 1_000, 99],
    ['RUNNING', 12, 10, 99],
    ['READY', 0, 0, 100],
    ['EXPIRED', 0, 0, 100],
  ] as const)('%s with %i of %i is at %i percent', (status, doneCount, totalCount, percent) => {
    expect(progressOf({ status, doneCount, totalCount })).toBe(percent)
  })

  it('is tried again after pauses that grow', () => {
    const now = new Date('2026-03-01T12:00:00Z')
    const pauses = [1, 2, 3, 4].map((attempt) => nextExportTry(attempt, now).getTime() - now.getTime())
    expect(pauses).toEqual([2_000, 4_000, 8_000, 16_000])
  })

  it('may be asked for again when the interval has passed', () => {
    const now = new Date('2026-03-02T12:00:00Z')
    expect(secondsToWait(null, 24, now)).toBe(0)
    expect(secondsToWait(new Date('2026-03-01T12:00:01Z'), 24, now)).toBe(1)
    expect(secondsToWait(new Date('2026-03-01T12:00:00Z'), 24, now)).toBe(0)
    expect(secondsToWait(now, 0, now)).toBe(0)
  })
})
