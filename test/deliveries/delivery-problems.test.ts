import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Member, unchanged } from '../kit/cast.ts'
import { done, mutate, outcome } from '../kit/world.ts'
import { eventsDuring } from '../orders/shop.ts'
import { type Depot, makeParcel, openDepot } from './parcels.ts'

let depot: Depot
let parcelId: string
beforeAll(async () => {
  depot = await openDepot()
  parcelId = await makeParcel(depot, 'problem')
})
afterAll(async () => await depot.server.close())

const fields = 'isNew problem { id kind reportedBy description resolvedAt delivery { id } }'
interface Reported {
  isNew: boolean
  problem: {
    id: string
    kind: string
    reportedBy: string
    description: string | null
    resolvedAt: string | null
  }
}
const report = async (who: Member, kind: string, more: object = {}) =>
  await done<Reported>(
    depot.cast[who],
    'deliveryProblemReport',
    { deliveryId: parcelId, kind, ...more },
    fields,
  )

describe('deliveryProblemReport', () => {
  it('by the buyer opens a problem, and tells of it', async () => {
    let made: Reported | null = null
    const events = await eventsDuring(depot, async () => {
      made = await report('ownBuyer', 'DAMAGED', { description: ' Коробка мокрая ' })
    })
    expect(made).toMatchObject({
      isNew: true,
      problem: {
        kind: 'DAMAGED',
        reportedBy: 'CUSTOMER',
        description: 'Коробка мокрая',
        resolvedAt: null,
        delivery: { id: parcelId },
      },
    })
    expect(events).toMatchObject([
      {
        type: 'delivery.problemReported',
        customerId: depot.cast.ownBuyer.id.slice(4),
        data: { deliveryId: parcelId.slice(4), kind: 'DAMAGED' },
      },
    ])
  })

  it('while one of the kind is open gives that one, to whoever asks', async () => {
    const first = await report('ownBuyer', 'COURIER', { description: 'Грубил' })
    const again = await unchanged(
      depot.server.desk,
      async () => await report('operator', 'COURIER', { description: 'Другое' }),
    )
    expect(again).toEqual({ ...first, isNew: false })
    expect((await report('operator', 'PICKUP_POINT')).problem.reportedBy).toBe('OPERATOR')
  })

  it('after it was settled opens another', async () => {
    const first = await report('ownBuyer', 'NOT_RECEIVED')
    await done(depot.cast.operator, 'deliveryProblemResolve', { problemId: first.problem.id }, 'cursor')
    const second = await report('ownBuyer', 'NOT_RECEIVED')
    expect(second).toMatchObject({ isNew: true })
    expect(second.problem.id).not.toBe(first.problem.id)
  })

  it('with one key reports once; with another content it is a conflict', async () => {
    const first = await report('ownBuyer', 'LOST', { idempotencyKey: 'ключ' })
    await done(depot.cast.operator, 'deliveryProblemResolve', { problemId: first.problem.id }, 'cursor')
    const again = await unchanged(
      depot.server.desk,
      async () => await report('ownBuyer', 'LOST', { idempotencyKey: 'ключ' }),
    )
    expect(again).toMatchObject({ isNew: false, problem: { id: first.problem.id } })
    const other = { deliveryId: parcelId, kind: 'DAMAGED', idempotencyKey: 'ключ' }
    expect(await outcome(depot.cast.ownBuyer, 'deliveryProblemReport', other)).toBe('IdempotencyConflict')
  })

  it('of ten at once opens one', async () => {
    const id = await makeParcel(depot, 'ten')
    const results = await Promise.all(
      Array.from({ length: 10 }, async (_, index) => {
        const who = index % 2 === 0 ? depot.cast.ownBuyer : depot.cast.operator
        return await done<Reported>(who, 'deliveryProblemReport', { deliveryId: id, kind: 'LATE' }, fields)
      }),
    )
    expect(new Set(results.map(({ problem }) => problem.id)).size).toBe(1)
    expect(results.filter(({ isNew }) => isNew)).toHaveLength(1)
  })

  it.each<[Member, string]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['guest', 'NotFound'],
    ['otherBuyer', 'NotFound'],
    ['serviceWithoutScope', 'FORBIDDEN'],
    ['readingService', 'FORBIDDEN'],
    ['service', 'FORBIDDEN'],
  ])('by %s: %s', async (who, expected) => {
    const input = { deliveryId: parcelId, kind: 'DAMAGED' }
    const call = async () => await outcome(depot.cast[who], 'deliveryProblemReport', input)
    expect(await unchanged(depot.server.desk, call)).toBe(expected)
  })

  it.each(['dlv_01990000-0000-7000-8000-000000000000', 'tkt_01990000-0000-7000-8000-000000000000', ''])(
    'finds no parcel %j',
    async (deliveryId) => {
      const call = async () =>
        await mutate(depot.cast.operator, 'deliveryProblemReport', { deliveryId, kind: 'LATE' })
      expect(await unchanged(depot.server.desk, call)).toMatchObject({
        __typename: 'NotFound',
        path: ['deliveryId'],
      })
    },
  )

  it.each<[object, string, string]>([
    [{ description: 'x'.repeat(2_001) }, 'tooLong', 'description'],
    [{ description: ' ' }, 'empty', 'description'],
    [{ idempotencyKey: '' }, 'empty', 'idempotencyKey'],
  ])('refuses %j', async (more, rule, path) => {
    const input = { deliveryId: parcelId, kind: 'LATE', ...more }
    const call = async () => await mutate(depot.cast.ownBuyer, 'deliveryProblemReport', input)
    expect(await unchanged(depot.server.desk, call)).toMatchObject({
      __typename: 'InvalidInput',
      rule,
      path: [path],
    })
  })
})

describe('deliveryProblemResolve', () => {
  it('settles a problem once, and tells of it', async () => {
    const id = await makeParcel(depot, 'settled')
    const input = { deliveryId: id, kind: 'DAMAGED' }
    const { problem } = await done<Reported>(depot.cast.ownBuyer, 'deliveryProblemReport', input, fields)
    const resolve = async () =>
      await done<Reported>(
        depot.cast.operator,
        'deliveryProblemResolve',
        { problemId: problem.id },
        'problem { id resolvedAt }',
      )
    let first: Reported | null = null
    const events = await eventsDuring(depot, async () => {
      first = await resolve()
    })
    expect(first).toMatchObject({ problem: { id: problem.id, resolvedAt: expect.stringMatching(/Z$/) } })
    expect(events.map(({ type }) => type)).toEqual(['delivery.problemResolved'])
    expect(await unchanged(depot.server.desk, resolve)).toEqual(first)
  })

  it.each<[Member, string]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['guest', 'FORBIDDEN'],
    ['ownBuyer', 'FORBIDDEN'],
    ['otherBuyer', 'FORBIDDEN'],
    ['serviceWithoutScope', 'FORBIDDEN'],
    ['readingService', 'FORBIDDEN'],
    ['service', 'FORBIDDEN'],
  ])('by %s: %s', async (who, expected) => {
    const { problem } = await report('operator', 'PICKUP_POINT')
    const call = async () =>
      await outcome(depot.cast[who], 'deliveryProblemResolve', { problemId: problem.id })
    expect(await unchanged(depot.server.desk, call)).toBe(expected)
  })

  it('finds no problem of another kind of id', async () => {
    const call = async () =>
      await outcome(depot.cast.operator, 'deliveryProblemResolve', { problemId: parcelId })
    expect(await unchanged(depot.server.desk, call)).toBe('NotFound')
  })
})
