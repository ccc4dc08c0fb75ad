import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DeliveryStatus } from '../../src/core/prisma/enums.ts'
import {
  isLate,
  isOnItsWay,
  lateCheckAt,
  normalTrackingNumber,
  type Sighting,
  takesOver,
  whereabouts,
} from '../../src/domains/deliveries/rules.ts'

const statuses = Object.keys(takesOver) as DeliveryStatus[]
const day = (number: number, hour = 0) => new Date(Date.UTC(2026, 2, number, hour))
let serial = 0
function seen(code: DeliveryStatus | null, at: Date, rawCode = String(code)): Sighting {
  serial += 1
  return { code, rawCode, occurredAt: at, digest: String(serial).padStart(8, '0') }
}
const statusAfter = (...codes: DeliveryStatus[]) =>
  whereabouts(codes.map((code, index) => seen(code, day(index + 1)))).status

describe('where a parcel is', () => {
  it('is CREATED when nothing was told, or nothing that is understood', () => {
    const nowhere = { status: 'CREATED', rawStatus: null, statusAt: null, deliveredAt: null }
    expect(whereabouts([])).toEqual(nowhere)
    expect(whereabouts([seen(null, day(3), 'X-17')])).toEqual(nowhere)
  })

  it('is what the event of the latest moment says, with its time and raw code', () => {
    const events = [seen('OUT_FOR_DELIVERY', day(5), '11'), seen('IN_TRANSIT', day(3), '8')]
    expect(whereabouts(events)).toEqual({
      status: 'OUT_FOR_DELIVERY',
      rawStatus: '11',
      statusAt: day(5),
      deliveredAt: null,
    })
  })

  it.each<[DeliveryStatus[], DeliveryStatus]>([
    [['IN_TRANSIT', 'READY_FOR_PICKUP', 'IN_TRANSIT'], 'IN_TRANSIT'],
    [['IN_TRANSIT', 'CREATED'], 'IN_TRANSIT'],
    [['IN_TRANSIT', 'HANDED_TO_CARRIER'], 'IN_TRANSIT'],
    [['HANDED_TO_CARRIER', 'CREATED'], 'HANDED_TO_CARRIER'],
    [['DELIVERED', 'IN_TRANSIT'], 'DELIVERED'],
    [['PICKED_UP', 'DELIVERED'], 'PICKED_UP'],
    [['DELIVERED', 'LOST'], 'DELIVERED'],
    [['DELIVERED', 'CANCELLED'], 'DELIVERED'],
    [['DELIVERED', 'RETURNING'], 'RETURNING'],
    [['DELIVERED', 'RETURNING', 'IN_TRANSIT'], 'RETURNING'],
    [['DELIVERED', 'RETURNING', 'IN_TRANSIT', 'RETURNED_TO_SENDER'], 'RETURNED_TO_SENDER'],
    [['RETURNING', 'READY_FOR_PICKUP', 'PICKED_UP'], 'PICKED_UP'],
    [['LOST', 'IN_TRANSIT'], 'LOST'],
    [['LOST', 'READY_FOR_PICKUP', 'PICKED_UP'], 'PICKED_UP'],
    [['CANCELLED', 'IN_TRANSIT'], 'CANCELLED'],
    [['CANCELLED', 'DELIVERED'], 'DELIVERED'],
    [['RETURNED_TO_SENDER', 'DELIVERED'], 'RETURNED_TO_SENDER'],
  ])('%j ends as %s', (codes, end) => {
    expect(statusAfter(...codes)).toBe(end)
  })

  it.each(statuses.flatMap((from) => statuses.map((code) => [from, code] as const)))(
    'after %s a later %s does what the table says',
    (from, code) => {
      expect(statusAfter(from, code)).toBe(takesOver[from].includes(code) ? code : from)
    },
  )

  it('keeps the first handing over, whatever comes after it', () => {
    const events = [seen('DELIVERED', day(4)), seen('DELIVERED', day(5)), seen('RETURNING', day(6))]
    expect(whereabouts(events)).toMatchObject({ status: 'RETURNING', statusAt: day(6), deliveredAt: day(4) })
    expect(whereabouts(events.slice(0, 2))).toMatchObject({ statusAt: day(4), deliveredAt: day(4) })
  })

  it('at one moment is the furthest along, as when a carrier tells only days', () => {
    const sameDay: DeliveryStatus[] = ['DELIVERED', 'CREATED', 'OUT_FOR_DELIVERY', 'IN_TRANSIT']
    expect(whereabouts(sameDay.map((code) => seen(code, day(7)))).status).toBe('DELIVERED')
  })

  it('at one moment with one code is told by the digests', () => {
    const [one, two] = [seen('IN_TRANSIT', day(7), 'a'), seen('IN_TRANSIT', day(7), 'b')]
    expect(whereabouts([one, two]).rawStatus).toBe('b')
    expect(whereabouts([two, one]).rawStatus).toBe('b')
  })
})

describe('any set of events', () => {
  const event = fc.record({
    code: fc.option(fc.constantFrom(...statuses), { nil: null }),
    rawCode: fc.constantFrom('1', '2', '3'),
    occurredAt: fc.integer({ min: 1, max: 6 }).map((number) => day(number)),
    digest: fc.uuid(),
  })
  const events = fc.uniqueArray(event, { maxLength: 12, selector: ({ digest }) => digest })

  it('gives one state in any order and with any doubles', () => {
    fc.assert(
      fc.property(
        events.chain((all) =>
          fc.tuple(
            fc.constant(all),
            fc.shuffledSubarray(all, { minLength: all.length }),
            fc.shuffledSubarray(all),
          ),
        ),
        ([all, shuffled, again]) => {
          expect(whereabouts([...again, ...shuffled, ...again])).toEqual(whereabouts(all))
        },
      ),
      { numRuns: 500 },
    )
  })

  it('that a delivery ended is not moved by an older event that comes late', () => {
    const road = ['IN_TRANSIT', 'DELAYED', 'EXCEPTION', 'OUT_FOR_DELIVERY', 'READY_FOR_PICKUP'] as const
    const onTheRoad = fc.record({ code: fc.constantFrom(...road), number: fc.integer({ min: 1, max: 6 }) })
    fc.assert(
      fc.property(fc.array(onTheRoad), onTheRoad, (all, late) => {
        const told = all.map(({ code, number }) => seen(code, day(number)))
        const delivered = [...told, seen('DELIVERED', day(8))]
        expect(whereabouts([...delivered, seen(late.code, day(late.number))])).toEqual(whereabouts(delivered))
      }),
    )
  })
})

describe('being late', () => {
  const promisedTo = day(10)
  const before = new Date(promisedTo.getTime() - 1)
  const after = new Date(promisedTo.getTime() + 1)

  it.each<[string, DeliveryStatus, Date | null, Date, boolean]>([
    ['on its way before the moment', 'IN_TRANSIT', null, before, false],
    ['on its way at the moment', 'IN_TRANSIT', null, promisedTo, false],
    ['on its way after it', 'IN_TRANSIT', null, after, true],
    ['waiting at the pickup point after it', 'READY_FOR_PICKUP', null, after, true],
    ['lost', 'LOST', null, after, true],
    ['cancelled', 'CANCELLED', null, after, false],
    ['going back', 'RETURNING', null, after, false],
    ['gone back', 'RETURNED_TO_SENDER', null, after, false],
    ['delivered at the moment', 'DELIVERED', promisedTo, day(20), false],
    ['delivered after it', 'DELIVERED', after, day(20), true],
    ['delivered after it and sent back', 'RETURNED_TO_SENDER', after, day(20), true],
    ['picked up in time', 'PICKED_UP', before, day(20), false],
  ])('%s', (_how, status, deliveredAt, now, expected) => {
    expect(isLate(promisedTo, { status, deliveredAt }, now)).toBe(expected)
    expect(isLate(null, { status, deliveredAt }, now)).toBe(false)
  })

  it('is looked at just after the moment, unless it has passed when it is told', () => {
    expect(lateCheckAt(promisedTo, before)).toEqual(after)
    expect(lateCheckAt(promisedTo, promisedTo)).toBeNull()
    expect(lateCheckAt(promisedTo, after)).toBeNull()
    expect(lateCheckAt(null, before)).toBeNull()
  })

  it.each(statuses)('a parcel that is %s is on its way or not', (status) => {
    const ended = ['CANCELLED', 'RETURNING', 'RETURNED_TO_SENDER'].includes(status)
    expect(isOnItsWay({ status, deliveredAt: null })).toBe(!ended)
    expect(isOnItsWay({ status, deliveredAt: day(1) })).toBe(false)
  })
})

it('numbers are compared without white space, in capitals', () => {
  expect(normalTrackingNumber(' ra 644 000 001 ru\n')).toBe('RA644000001RU')
})
