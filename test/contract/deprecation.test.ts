import { buildSchema } from 'graphql'
import { describe, expect, it } from 'vitest'
import { deprecationFaults, earliestRemoval, faultOf } from '../../src/commands/contract/deprecation.ts'
import { placesOf, undescribed } from '../../src/commands/contract/places.ts'

const places = new Set(['Query.orders', 'Query.orders(filter:)', 'Status.PAID', 'Order'])

describe('the reason of a deprecation', () => {
  it.each([
    'Use `Query.orders`. Removed after 2027-07-15.',
    'Use `Query.orders(filter:)` with the number. Removed after 2028-02-29.',
    'Use `Status.PAID`. Removed after 2027-07-16.',
    'Use `Order`. Removed after 2030-01-01.',
  ])('%s', (reason) => {
    expect(faultOf(reason, { places, notBefore: '2027-07-15' })).toBeNull()
  })

  it.each([
    ['', 'must say'],
    ['No longer supported', 'must say'],
    ['Use orders. Removed after 2027-07-15.', 'must say'],
    ['Use `Query.orders`.', 'must say'],
    ['Removed after 2027-07-15.', 'must say'],
    ['Use `Query.orders`. Removed after July 2027.', 'must say'],
    ['Use `Query.orders`. Removed after 2027-02-29.', 'must say'],
    ['Use `Query.orders`. Removed after 2027-13-01.', 'must say'],
    ['Use `Query.orders`. Removed after 2027-07-15. Or later.', 'must say'],
    ['Use `Query.order`. Removed after 2027-07-15.', 'there is no Query.order'],
    ['Use `Query.orders`. Removed after 2027-07-14.', 'must stay until 2027-07-15'],
  ])('not %j', (reason, fault) => {
    expect(faultOf(reason, { places, notBefore: '2027-07-15' })).toContain(fault)
  })
})

it.each([
  ['2027-01-15', '2027-07-15'],
  ['2027-08-31', '2028-02-29'],
  ['2026-08-31', '2027-02-28'],
  ['2026-12-31', '2027-06-30'],
  ['2026-07-01', '2027-01-01'],
])('half a year after %s is %s', (day, later) => {
  expect(earliestRemoval(day)).toBe(later)
})

describe('a deprecation', () => {
  const schema = (removedAfter: string) =>
    placesOf(
      buildSchema(
        `type Query { "All." all: Int "Old." old: Int @deprecated(reason: "Use \`Query.all\`. Removed after ${removedAfter}.") }`,
      ),
    )
  const none = new Map()

  it('that is new gives half a year', () => {
    expect(deprecationFaults(schema('2027-07-15'), none, '2027-01-15')).toEqual([])
    expect(deprecationFaults(schema('2027-07-14'), none, '2027-01-15')).toEqual([
      'Query.old: its deprecation must stay until 2027-07-15 at least',
    ])
  })

  it('that was released keeps its day, or gives more', () => {
    const released = schema('2027-07-15')
    expect(deprecationFaults(schema('2027-07-15'), released, '2027-07-01')).toEqual([])
    expect(deprecationFaults(schema('2027-09-01'), released, '2027-07-01')).toEqual([])
    expect(deprecationFaults(schema('2027-07-14'), released, '2026-07-01')).toHaveLength(1)
  })
})

it('every kind of place that says nothing is found', () => {
  const found = undescribed(
    placesOf(
      buildSchema(`
        directive @cost(weight: Int) on FIELD_DEFINITION
        scalar Day
        interface Named { name: String! }
        type Query implements Named { name: String! day(of: Day): Kind }
        enum Kind { ONE "The other." OTHER }
        input Ask { "x" text: String }
        union Any = Query
      `),
    ),
  )
  expect(found.toSorted()).toEqual(
    [
      '@cost',
      '@cost(weight:)',
      'Any',
      'Ask',
      'Ask.text',
      'Day',
      'Kind',
      'Kind.ONE',
      'Named',
      'Named.name',
      'Query',
      'Query.day',
      'Query.day(of:)',
      'Query.name',
    ].toSorted(),
  )
})
