import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { outcome } from '../kit/world.ts'
import { refusal, refusedWriters } from '../orders/shop.ts'
import { type Depot, hoursFromNow, makeParcel, openDepot, record, told } from './parcels.ts'

let depot: Depot
beforeAll(async () => {
  depot = await openDepot()
  await makeParcel(depot, 'first')
})
afterAll(async () => await depot.server.close())

describe('trackingEventsRecord', () => {
  it.each<[string, object, string, string[]]>([
    ['an unknown parcel of the source', { externalId: 'none' }, 'unknown', ['externalId']],
    [
      'an unknown number',
      { externalId: null, carrier: 'cdek', trackingNumber: 'none' },
      'unknown',
      ['trackingNumber'],
    ],
    ['neither key nor number', { externalId: null }, 'required', ['trackingNumber']],
    ['a number without its carrier', { externalId: null, trackingNumber: 'X' }, 'required', ['carrier']],
    ['key and number', { carrier: 'cdek', trackingNumber: 'X' }, 'forbidden', ['trackingNumber']],
    ['no code', { rawCode: null }, 'required', ['rawCode']],
    ['an empty code', { rawCode: ' ' }, 'empty', ['rawCode']],
    ['a long text', { rawText: 'x'.repeat(1_001) }, 'tooLong', ['rawText']],
    ['NUL', { location: 'a\0b' }, 'nul', ['location']],
    ['the day after tomorrow', { occurredAt: hoursFromNow(25) }, 'future', ['occurredAt']],
    ['a time long ago', { occurredAt: '1970-01-01T00:00:00Z' }, 'range', ['occurredAt']],
  ])('refuses %s, keeps the others', async (_what, more, rule, path) => {
    const { server, warehouse } = depot
    await makeParcel(depot, `good ${rule}`)
    const bad = told(`good ${rule}`, '3', '2026-03-02T00:00:00Z', more)
    const { code: problem, ...rest } = refusal(rule, 'events', '0', ...path)
    const call = async () => await record(warehouse, bad)
    expect(await unchanged(server.desk, call)).toEqual([{ ...rest, problem }])
    const good = told(`good ${rule}`, '3', '2026-03-02T00:00:00Z', { location: _what })
    const results = await record(warehouse, bad, good)
    expect(results.map(({ __typename }) => __typename)).toEqual([
      'InvalidInput',
      'TrackingEventRecordPayload',
    ])
  })

  it('takes moments only with an offset: a bare day is the sender’s to place', async () => {
    for (const occurredAt of ['2026-03-02', '2026-03-02T10:00:00', '02.03.2026']) {
      const events = [told('first', '3', occurredAt)]
      expect(await outcome(depot.warehouse, 'trackingEventsRecord', { events })).toBe('BAD_USER_INPUT')
    }
  })

  it.each(refusedWriters)('by %s: %s', async (who, expected) => {
    const input = { events: [told('first', '4', '2026-03-08T00:00:00Z')] }
    const call = async () => await outcome(depot.cast[who], 'trackingEventsRecord', input)
    expect(await unchanged(depot.server.desk, call)).toBe(expected)
  })
})
