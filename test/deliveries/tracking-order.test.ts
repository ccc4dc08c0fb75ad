import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import {
  type Arrival,
  arrival,
  arriving,
  chunks,
  isTrackingMissing,
  realStories,
  type Story,
  story,
} from './arrivals.ts'
import { type Depot, openDepot, parcel, readParcel, record, stateFields, upsertParcels } from './parcels.ts'

let depot: Depot
beforeAll(async () => {
  depot = await openDepot()
})
afterAll(async () => await depot.server.close())

/** The parcels of some stories under names of their own, with nothing told of them yet; their ids. */
async function tellOfParcels(world: string, stories: readonly Story[]): Promise<string[]> {
  const parcels = stories.map(({ carrier, promisedTo }, index) =>
    parcel(`${world} ${index}`, { carrier, trackingNumber: `${world} ${index}`, promisedTo }),
  )
  const results = await upsertParcels(depot.warehouse, ...parcels)
  return results.map(({ delivery }) => delivery?.id ?? '')
}

const eventsOf = (world: string, stories: readonly Story[]) =>
  stories.flatMap(({ told }, index) =>
    told.map((event) => ({ source: 'shop', externalId: `${world} ${index}`, ...event })),
  )

async function send(...events: object[]): Promise<void> {
  for (const result of await record(depot.warehouse, ...events))
    expect(result.__typename).toBe('TrackingEventRecordPayload')
}

const fields = `${stateFields} problems { kind }
  events(first: 100) { nodes { code rawCode rawText location occurredAt } }`
const read = async (ids: readonly string[]) =>
  await Promise.all(ids.map(async (id) => await readParcel(depot.cast.ownBuyer, id, fields)))

async function unknownCodes(): Promise<Map<string, number>> {
  const { rows } = await depot.server.desk.database.pool.query<{ key: string; count: number }>(
    `select carrier || ' ' || raw_code as key, count from unknown_carrier_codes`,
  )
  return new Map(rows.map(({ key, count }) => [key, count]))
}

/** How much was counted meanwhile, of each code. */
async function countedDuring(work: () => Promise<void>): Promise<Record<string, number>> {
  const before = await unknownCodes()
  await work()
  const grown = [...(await unknownCodes())].map(
    ([key, count]) => [key, count - (before.get(key) ?? 0)] as const,
  )
  return Object.fromEntries(grown.filter(([, count]) => count > 0))
}

/** The moves of a parcel in the log lead from one to the next, and the last to where it is. */
async function expectUnbrokenMoves(ids: readonly string[]): Promise<void> {
  const { rows } = await depot.server.desk.database.pool.query<{
    id: string
    status: string
    moves: string[]
  }>(
    `select deliveries.id, deliveries.status, coalesce(array_agg(data ->> 'from' || ' ' || (data ->> 'to')
       order by events.position) filter (where events.id is not null), '{}') as moves
     from deliveries left join events on type = 'delivery.statusChanged' and data ->> 'deliveryId' = deliveries.id::text
     where deliveries.id = any($1::uuid[]) group by deliveries.id`,
    [ids.map((id) => id.slice(4))],
  )
  expect(rows).toHaveLength(ids.length)
  for (const { status, moves } of rows) {
    const places = moves.map((move) => move.split(' '))
    expect(places.map(([from]) => from)).toEqual(
      ['CREATED', ...places.map(([, to]) => to)].slice(0, moves.length),
    )
    expect(places.at(-1)?.[1] ?? 'CREATED').toBe(status)
  }
}

let worlds = 0
/** Tells the stories twice, to parcels of two worlds: as they happened, and as they arrive. */
async function expectSameEnd(stories: readonly Story[], how: Arrival): Promise<void> {
  worlds += 1
  const [straight, scrambled] = [`straight ${worlds}`, `scrambled ${worlds}`]
  const straightIds = await tellOfParcels(straight, stories)
  const scrambledIds = await tellOfParcels(scrambled, stories)
  const asItHappened = eventsOf(straight, stories).sort(
    (one, other) => Date.parse(one.occurredAt) - Date.parse(other.occurredAt),
  )
  const counted = await countedDuring(async () => {
    for (const events of chunks(asItHappened, 20)) await send(...events)
  })
  const countedAgain = await countedDuring(async () => {
    for (const calls of arriving(eventsOf(scrambled, stories), how))
      await Promise.all(calls.map(async (events) => await send(...events)))
  })
  expect(await read(scrambledIds)).toEqual(await read(straightIds))
  expect(countedAgain).toEqual(counted)
  await expectUnbrokenMoves([...straightIds, ...scrambledIds])
}

describe('however tracking events arrive, shuffled, doubled, delayed and at once, parcels end the same', () => {
  it('in generated stories with the codes of every table', async () => {
    const stories = fc.array(story, { minLength: 1, maxLength: 6 })
    await fc.assert(fc.asyncProperty(stories, arrival, expectSameEnd), { numRuns: 12 })
  })

  it.skipIf(isTrackingMissing)(
    'in the real samples (skipped without shared/data beside the checkout)',
    async () => {
      const real = await realStories()
      expect(real.reduce((sum, { told }) => sum + told.length, 0)).toBe(155)
      const property = fc.asyncProperty(arrival, async (how) => await expectSameEnd(real, how))
      await fc.assert(property, { numRuns: 2 })
    },
  )
})
