import { describe, expect, it } from 'vitest'
import type { TicketStatus } from '../../src/core/prisma/enums.ts'
import { Conflict, IllegalTransition, InvalidInput, Problem } from '../../src/core/problems.ts'
import {
  afterAssignment,
  afterMessage,
  allowedActions,
  assertSnoozeUntil,
  assertVersion,
  nextStatus,
  type Side,
  serialOf,
  type TicketAction,
  ticketNumber,
} from '../../src/domains/tickets/rules.ts'
import { statuses } from '../kit/cast.ts'

const sides: readonly Side[] = ['CUSTOMER', 'OPERATOR']
/** `stay`: the state is kept. */
type Way = TicketStatus | 'stay'
const alive = ['NEW', 'OPEN', 'WAITING_CUSTOMER', 'WAITING_THIRD_PARTY', 'SNOOZED'] as const

/** The state machine as it was agreed: from which states each action leads where, and who may ask for it. */
const machine: readonly [TicketAction, from: readonly TicketStatus[], Way, by: readonly Side[]][] = [
  ['REPLY', [...alive, 'RESOLVED', 'SPAM'], 'stay', ['CUSTOMER', 'OPERATOR']],
  ['CLAIM', [...alive, 'RESOLVED'], 'stay', ['OPERATOR']],
  ['ASSIGN', [...alive, 'RESOLVED'], 'stay', ['OPERATOR']],
  ['UPDATE', [...alive, 'RESOLVED', 'SPAM'], 'stay', ['OPERATOR']],
  ['LINK', [...alive, 'RESOLVED', 'SPAM'], 'stay', ['CUSTOMER', 'OPERATOR']],
  ['WAIT_CUSTOMER', ['OPEN'], 'WAITING_CUSTOMER', ['OPERATOR']],
  ['WAIT_THIRD_PARTY', ['OPEN'], 'WAITING_THIRD_PARTY', ['OPERATOR']],
  ['SNOOZE', ['OPEN', 'WAITING_CUSTOMER', 'WAITING_THIRD_PARTY'], 'SNOOZED', ['OPERATOR']],
  ['RESOLVE', alive, 'RESOLVED', ['CUSTOMER', 'OPERATOR']],
  [
    'REOPEN',
    ['WAITING_CUSTOMER', 'WAITING_THIRD_PARTY', 'SNOOZED', 'RESOLVED', 'SPAM'],
    'OPEN',
    ['OPERATOR'],
  ],
  ['CLOSE', ['RESOLVED'], 'CLOSED', ['OPERATOR']],
  ['MERGE', alive, 'MERGED', ['OPERATOR']],
  ['SPAM', alive, 'SPAM', ['OPERATOR']],
]

const cases = machine.flatMap(([action, from, way, by]) =>
  statuses.flatMap((status) =>
    sides.map((side) => ({
      action,
      status,
      side,
      to: from.includes(status) && by.includes(side) ? (way === 'stay' ? status : way) : null,
    })),
  ),
)
const possible = (status: TicketStatus, side: Side) =>
  cases
    .filter((one) => one.status === status && one.side === side && one.to !== null)
    .map(({ action }) => action)

function problemOf(work: () => unknown): Problem {
  try {
    work()
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
  throw new Error('it was not refused')
}

it('knows every action, state and side', () => {
  expect(cases).toHaveLength(13 * 9 * 2)
  expect(possible('CLOSED', 'OPERATOR')).toEqual([])
  expect(possible('MERGED', 'OPERATOR')).toEqual([])
  expect(possible('OPEN', 'CUSTOMER')).toEqual(['REPLY', 'LINK', 'RESOLVE'])
})

describe.each(statuses.flatMap((status) => sides.map((side) => ({ status, side }))))(
  'a $status ticket, asked by the $side side',
  ({ status, side }) => {
    const mine = cases.filter((one) => one.status === status && one.side === side)

    it('offers what is possible', () => {
      expect(allowedActions(status, side)).toEqual(possible(status, side))
    })

    it.each(mine.filter(({ to }) => to !== null))('$action leads to $to', ({ action, to }) => {
      expect(nextStatus(status, action, side)).toBe(to)
    })

    it.each(mine.filter(({ to }) => to === null))('$action is refused', ({ action }) => {
      const problem = problemOf(() => nextStatus(status, action, side))
      expect(problem).toBeInstanceOf(IllegalTransition)
      expect(problem).toMatchObject({
        code: 'ILLEGAL_TRANSITION',
        from: status,
        action,
        allowedActions: possible(status, side),
      })
    })
  },
)

describe('a public message', () => {
  it.each(statuses)('of the customer on a %s ticket', (status) => {
    const isTakenUp = ['WAITING_CUSTOMER', 'SNOOZED', 'RESOLVED'].includes(status)
    for (const keepOpen of [false, true]) {
      expect(afterMessage(status, 'CUSTOMER', { keepOpen })).toBe(isTakenUp ? 'OPEN' : status)
    }
  })

  it.each(statuses)('of an operator on a %s ticket', (status) => {
    const isFresh = status === 'NEW' || status === 'OPEN'
    expect(afterMessage(status, 'OPERATOR', { keepOpen: false })).toBe(isFresh ? 'WAITING_CUSTOMER' : status)
    expect(afterMessage(status, 'OPERATOR', { keepOpen: true })).toBe(isFresh ? 'OPEN' : status)
  })

  it.each(statuses)('of a service on a %s ticket changes nothing', (status) => {
    for (const keepOpen of [false, true]) {
      expect(afterMessage(status, 'SERVICE', { keepOpen })).toBe(status)
    }
  })
})

it('an assignment opens a new ticket once somebody has it, and moves no other', () => {
  for (const status of statuses) {
    expect(afterAssignment(status, true)).toBe(status === 'NEW' ? 'OPEN' : status)
    expect(afterAssignment(status, false)).toBe(status)
  }
})

describe('the expected version', () => {
  const ticket = { id: '0197a000-0000-7000-8000-000000000001', version: 3 }

  it('is not checked when left out, and passes when it is the present one', () => {
    expect(() => assertVersion(ticket, null)).not.toThrow()
    expect(() => assertVersion(ticket, 3)).not.toThrow()
  })

  it.each([-1, 0, 2, 4])('%i is a conflict that names the present one', (expected) => {
    const problem = problemOf(() => assertVersion(ticket, expected))
    expect(problem).toBeInstanceOf(Conflict)
    expect(problem).toMatchObject({ currentVersion: 3, current: { kind: 'Ticket', id: ticket.id } })
  })
})

describe('the end of a snooze', () => {
  const now = new Date('2026-03-01T12:00:00.000Z')
  const yearMilliseconds = 365 * 86_400_000

  it.each([1, 60_000, yearMilliseconds])('may be %i ms ahead', (milliseconds) => {
    expect(() => assertSnoozeUntil(new Date(now.getTime() + milliseconds), now)).not.toThrow()
  })

  it.each([
    ['past', 0],
    ['past', -1],
    ['range', yearMilliseconds + 1],
  ])('is refused as `%s` at %i ms', (rule, milliseconds) => {
    const problem = problemOf(() => assertSnoozeUntil(new Date(now.getTime() + milliseconds), now))
    expect(problem).toBeInstanceOf(InvalidInput)
    expect(problem).toMatchObject({ rule, inputPath: ['until'] })
  })
})

describe('the readable number', () => {
  it.each([
    [1, 'T-000001'],
    [123, 'T-000123'],
    [999_999, 'T-999999'],
    [1_234_567, 'T-1234567'],
  ])('of ticket %i is %s, and back', (serial, number) => {
    expect(ticketNumber(serial)).toBe(number)
    expect(serialOf(number)).toBe(serial)
  })

  it.each(['t-000123', 'T123', 'Т-000123', 'т123', ' T-000123 ', 'T-000000123'])(
    'is read from %j',
    (number) => {
      expect(serialOf(number)).toBe(123)
    },
  )

  it.each([
    '',
    'T-',
    '123',
    'X-000123',
    'T-12a',
    'T--1',
    'T-1234567890',
    'T-1.5',
    'T-000123; drop table tickets',
  ])('is not read from %j', (number) => {
    expect(serialOf(number)).toBeNull()
  })
})
