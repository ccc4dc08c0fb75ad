import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  checkSlots,
  checkTimeZone,
  isOpenAt,
  replyWindowAt,
  weekdays,
} from '../../src/domains/channels/rules.ts'
import { afterReport, type Report, type Sendable } from '../../src/domains/threads/rules.ts'

const everyDay = (opensAt: string, closesAt: string) =>
  checkSlots(weekdays.map((weekday) => ({ weekday, opensAt, closesAt })))
const isOpen = (timeZone: string, moment: string, slots = everyDay('09:00', '18:00')) =>
  isOpenAt({ timeZone, isAlwaysOpen: false, slots }, new Date(moment))

describe('opening hours', () => {
  it.each([
    ['Europe/Moscow', '2026-01-15T05:59:59.999Z', false],
    ['Europe/Moscow', '2026-01-15T06:00:00.000Z', true],
    ['Europe/Moscow', '2026-01-15T14:59:59.999Z', true],
    ['Europe/Moscow', '2026-01-15T15:00:00.000Z', false],
    ['Asia/Almaty', '2026-01-15T04:00:00.000Z', true],
    ['Asia/Almaty', '2026-01-15T03:59:00.000Z', false],
    ['Asia/Yerevan', '2026-01-15T05:00:00.000Z', true],
    ['Asia/Kathmandu', '2026-01-15T03:14:00.000Z', false],
    ['Asia/Kathmandu', '2026-01-15T03:15:00.000Z', true],
    ['America/Los_Angeles', '2026-01-15T17:00:00.000Z', true],
  ])('in %s at %s: %s', (zone, moment, expected) => {
    expect(isOpen(zone, moment)).toBe(expected)
  })

  // In Berlin clocks go from 02:00 to 03:00 on 29 March 2026, and from 03:00 to 02:00 on 25 October.
  it.each([
    ['2026-03-28T08:00:00.000Z', true],
    ['2026-03-28T07:59:00.000Z', false],
    ['2026-03-29T07:00:00.000Z', true],
    ['2026-03-29T06:59:00.000Z', false],
    ['2026-10-24T07:00:00.000Z', true],
    ['2026-10-25T07:00:00.000Z', false],
    ['2026-10-25T08:00:00.000Z', true],
  ])('follow the clocks of Berlin into summer time and out of it: %s %s', (moment, expected) => {
    expect(isOpen('Europe/Berlin', moment)).toBe(expected)
  })

  it('that begin in the hour that is left out begin with the next one, and last through the one there is twice', () => {
    const night = everyDay('02:30', '04:00')
    expect(isOpen('Europe/Berlin', '2026-03-29T00:59:59.000Z', night)).toBe(false)
    expect(isOpen('Europe/Berlin', '2026-03-29T01:00:00.000Z', night)).toBe(true)
    const twice = everyDay('02:00', '03:00')
    expect(isOpen('Europe/Berlin', '2026-10-25T00:30:00.000Z', twice)).toBe(true)
    expect(isOpen('Europe/Berlin', '2026-10-25T01:30:00.000Z', twice)).toBe(true)
    expect(isOpen('Europe/Berlin', '2026-10-25T02:00:00.000Z', twice)).toBe(false)
  })

  it('are those of the day there, not here', () => {
    const monday = checkSlots([{ weekday: 'MONDAY', opensAt: '00:00', closesAt: '24:00' }])
    // Monday in Vladivostok begins on Sunday at 14:00 UTC.
    expect(isOpen('Asia/Vladivostok', '2026-01-18T13:59:59.000Z', monday)).toBe(false)
    expect(isOpen('Asia/Vladivostok', '2026-01-18T14:00:00.000Z', monday)).toBe(true)
    expect(isOpen('Asia/Vladivostok', '2026-01-19T13:59:59.000Z', monday)).toBe(true)
    expect(isOpen('Asia/Vladivostok', '2026-01-19T14:00:00.000Z', monday)).toBe(false)
  })

  it('do not count while it is always open', () => {
    const hours = { timeZone: 'Europe/Moscow', isAlwaysOpen: true, slots: [] }
    expect(isOpenAt(hours, new Date())).toBe(true)
  })

  it.each([
    ['9:00', '18:00', 'time'],
    ['24:01', '24:30', 'time'],
    ['09:60', '18:00', 'time'],
    ['18:00', '09:00', 'span'],
    ['09:00', '09:00', 'span'],
  ])('from %s to %s are refused: %s', (opensAt, closesAt, rule) => {
    expect(() => checkSlots([{ weekday: 'FRIDAY', opensAt, closesAt }])).toThrow(`invalidInput.${rule}`)
  })

  it('that overlap are refused, that touch are not', () => {
    const day = (opensAt: string, closesAt: string) => ({ weekday: 'FRIDAY', opensAt, closesAt }) as const
    expect(() => checkSlots([day('12:00', '15:00'), day('09:00', '12:01')])).toThrow('invalidInput.overlap')
    expect(checkSlots([day('12:00', '15:00'), day('09:00', '12:00')])).toHaveLength(2)
  })

  it.each(['+03:00', 'Moscow', '', 'Europe/Moscow ', '../etc'])('are in no zone %j', (zone) => {
    expect(() => checkTimeZone(zone)).toThrow('invalidInput.timeZone')
  })
})

describe('the reply window', () => {
  const last = new Date('2026-01-01T00:00:00Z')
  it('is none without a limit, closed before the first message, and ends to the millisecond', () => {
    expect(replyWindowAt(null, last, last)).toBeNull()
    expect(replyWindowAt(60, null, last)).toEqual({ closesAt: null, isOpen: false })
    const closesAt = new Date('2026-01-01T00:01:00Z')
    expect(replyWindowAt(60, last, new Date(closesAt.getTime() - 1))).toEqual({ closesAt, isOpen: true })
    expect(replyWindowAt(60, last, closesAt)).toEqual({ closesAt, isOpen: false })
  })
})

describe('reports in any order, any number of times', () => {
  const at = new Date('2026-01-01T00:00:00Z')
  const blank: Sendable = {
    status: 'SENDING',
    attemptCount: 1,
    leaseToken: 't',
    leaseWorker: 'w',
    leaseUntil: at,
    claimedAt: at,
    nextAttemptAt: null,
    isRetryable: null,
    externalIds: [],
    sentAt: null,
    deliveredAt: null,
  }
  const told = (status: Report['status']): Report => ({
    status,
    leaseToken: 't',
    externalIds: status === 'SENT' ? ['key'] : [],
    code: status === 'FAILED' ? '500' : null,
    isRetryable: false,
    retryAfterSeconds: null,
    at,
  })
  const rank = { SENT: 1, DELIVERED: 2, READ: 3 } as const

  it('never move a message back, and end where the furthest receipt says', () => {
    const status = fc.constantFrom('SENT' as const, 'DELIVERED' as const, 'READ' as const)
    fc.assert(
      fc.property(fc.array(status, { minLength: 1, maxLength: 8 }), (statuses) => {
        let row = blank
        let furthest = 0
        for (const one of statuses) {
          row = { ...row, ...afterReport(row, told(one), at) }
          furthest = Math.max(furthest, rank[one])
          expect(rank[row.status as keyof typeof rank]).toBe(furthest)
        }
        expect(row.externalIds).toEqual(statuses.includes('SENT') ? ['key'] : [])
      }),
    )
  })

  it('a failure told late takes nothing back that arrived', () => {
    for (const status of ['DELIVERED', 'READ'] as const) {
      expect(afterReport({ ...blank, status }, told('FAILED'), at)).toBeNull()
    }
  })
})
