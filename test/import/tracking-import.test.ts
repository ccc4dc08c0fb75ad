import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kinds } from '../../src/commands/import/kinds.ts'
import { isTrackingMissing, realTracking } from '../deliveries/arrivals.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { snapshot } from '../kit/snapshot.ts'
import { done, service } from '../kit/world.ts'
import { writeFolder } from './files.ts'
import { startImport } from './import-process.ts'
import { trackingFiles } from './tracking-files.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = await tokenFor(server)
})
afterAll(async () => await server.close())

const tokenFor = async (own: TestServer) =>
  await own.token('service', { sub: 'importer', scope: kinds['tracking']?.scopes.join(' ') ?? '' })
const run = async (...args: string[]) =>
  await startImport(server, ['tracking', ...args], { OPORA_TOKEN: token }).ended

/** The table of the summary: read, new, known, stale, refused of each kind. */
function tableOf(out: string): Record<string, number[]> {
  const rows = out.split('\n').flatMap((line) => {
    const match = /^(\w+(?: \w+)*) {2,}([\d,]+(?: +[\d,.]+)+)$/.exec(line)
    return match === null ? [] : [[match[1] ?? '', match[2]?.split(/ +/).slice(0, 5).map(Number)] as const]
  })
  return Object.fromEntries(rows) as Record<string, number[]>
}

async function parcelsOf(own: TestServer): Promise<Record<string, string>> {
  const { rows } = await own.desk.database.pool.query<{ key: string; said: string }>(
    `select carrier || ' ' || tracking_number as key,
       concat_ws(' ', status, raw_status, delivered_at at time zone 'UTC', count(tracking_events.id)) as said
     from deliveries left join tracking_events on delivery_id = deliveries.id group by deliveries.id order by 1`,
  )
  return Object.fromEntries(rows.map(({ key, said }) => [key, said]))
}

const unreadable = [
  'unreadable 17track.json: ST-3: FLastEvent is not understood',
  'unreadable aftership.json: AS-1 Delivered: "yesterday" is no moment',
  'unreadable broken.json: the text is not JSON',
  expect.stringMatching(/^unreadable broken\.xml: .*unclosed tag/),
  'unreadable cdek.xml: ERR_INVALID_DISPATCHNUMBER: Заказ не найден',
  'unreadable cdek.xml: an order without a DispatchNumber',
]

describe('npm run import -- tracking', () => {
  it('replays answers of all services, says what it could not read; again it changes nothing', async () => {
    const folder = await writeFolder(trackingFiles)
    const first = await run(folder)
    const said = '8 files read, 2 of them without a parcel; 9 parcels, 15 events'
    expect(first.out.split('\n').slice(0, 7)).toEqual([
      `${said}, 0 of the new ones with unknown codes`,
      ...unreadable,
    ])
    expect(tableOf(first.out)).toEqual({
      customers: [1, 1, 0, 0, 0],
      orders: [9, 9, 0, 0, 0],
      parcels: [9, 9, 0, 0, 0],
      // One of AfterShip was told twice.
      'tracking events': [15, 14, 1, 0, 0],
    })
    expect(first.code).toBe(0)
    expect(await parcelsOf(server)).toEqual({
      '17track ST-1': 'DELIVERED 40 2026-03-03 12:02:00 2',
      '17track ST-2': 'CREATED 0',
      '17track ST-3': 'CREATED 0',
      '4px AS-2': 'CREATED 0',
      'canada-post EP-1': 'DELIVERED delivered 2026-03-03 10:00:00 2',
      'canadapost EP-1': 'DELIVERED delivered 2026-03-03 10:00:00 2',
      'cdek CD-1': 'RETURNING 5 4',
      'cdek CD-2': 'CREATED 1 1',
      'postnl-3s AS-1': 'DELIVERED Delivered 2026-03-04 00:00:00 3',
    })
    const before = await snapshot(server.desk)
    const second = await run(folder)
    expect(second.code).toBe(0)
    expect(tableOf(second.out)).toEqual({
      customers: [1, 0, 1, 0, 0],
      orders: [9, 0, 9, 0, 0],
      parcels: [9, 0, 9, 0, 0],
      'tracking events': [15, 0, 15, 0, 0],
    })
    expect(await snapshot(server.desk)).toEqual(before)
  })

  it('tells a parcel that another source made what its carrier says, and makes none of its own', async () => {
    const partner = await service(server, 'customers:write orders:write deliveries:write')
    const results = 'results { __typename }'
    const keys = { source: 'shop', sourceUpdatedAt: '2026-03-01T00:00:00Z' }
    await done(partner, 'customersUpsert', { customers: [{ externalId: 'anna', name: 'Анна' }] }, results)
    const placed = { number: 'N-1', currencyCode: 'RUB', total: '0', placedAt: '2026-03-01T00:00:00Z' }
    const order = { ...keys, ...placed, externalId: 'o1', customerExternalId: 'anna', status: 'SHIPPED' }
    await done(partner, 'ordersUpsert', { orders: [{ ...order, items: [] }] }, results)
    const parcel = { ...keys, externalId: 'p1', orderSource: 'shop', orderExternalId: 'o1' }
    const numbered = { ...parcel, carrier: 'usps', trackingNumber: 'OWN-1' }
    await done(partner, 'deliveriesUpsert', { deliveries: [numbered] }, results)
    const tracker = {
      object: 'Tracker',
      tracking_code: 'OWN-1',
      carrier: 'USPS',
      tracking_details: [
        { status: 'error', status_detail: null, datetime: '2026-03-02T10:00:00Z' },
        { status: 'in_transit', status_detail: 'departed', datetime: '2026-03-01T10:00:00Z' },
      ],
    }
    const folder = await writeFolder({ 'own.json': JSON.stringify(tracker) })
    const { code, out } = await run(folder)
    expect(out).toContain('1 parcels, 2 events, 1 of the new ones with unknown codes\n')
    expect(tableOf(out)).toMatchObject({ orders: [0, 0, 0, 0, 0], parcels: [0, 0, 0, 0, 0] })
    expect(tableOf(out)['tracking events']).toEqual([2, 2, 0, 0, 0])
    expect(code).toBe(0)
    expect((await parcelsOf(server))['usps OWN-1']).toBe('IN_TRANSIT in_transit/departed 2')
  })

  it('stops when nothing tells of a parcel, writing nothing', async () => {
    const folder = await writeFolder({ 'a.json': '{"data":[]}' })
    const before = await snapshot(server.desk)
    const ended = await run(folder)
    expect(ended).toEqual({ code: 2, out: '', err: `Nothing in ${folder} tells of a parcel\n` })
    expect(await snapshot(server.desk)).toEqual(before)
  })

  it('stops without the scopes, and names the token command', async () => {
    const { token: other } = await service(server, 'orders:write')
    const { code, err } = await startImport(server, ['tracking', 'x'], { OPORA_TOKEN: other ?? '' }).ended
    expect(code).toBe(2)
    expect(err).toContain('lacks the scopes customers:write deliveries:write.')
    expect(err).toContain('--scope "customers:write orders:write deliveries:write"')
  })
})

describe.skipIf(isTrackingMissing)(
  'the real samples (skipped without shared/data beside the checkout)',
  () => {
    it('come in whole; again nothing changes', async () => {
      const own = await startTestServer()
      try {
        const settings = { OPORA_TOKEN: await tokenFor(own) }
        const first = await startImport(own, ['tracking', realTracking], settings).ended
        expect(first.out).toContain('64 files read, 53 of them without a parcel; 39 parcels, 155 events, ')
        expect(tableOf(first.out)).toMatchObject({ orders: [39, 39, 0, 0, 0], parcels: [39, 39, 0, 0, 0] })
        const [read, made = 0, known = 0, ...others] = tableOf(first.out)['tracking events'] ?? []
        expect([read, made + known, ...others]).toEqual([155, 155, 0, 0])
        expect(first.code).toBe(0)
        const parcels = await parcelsOf(own)
        expect(parcels['cdek 1000028000']).toBe('DELIVERED 4 2018-04-06 10:33:42 17')
        expect(parcels['postnl-3s 3SKAAG5995399']).toBe('IN_TRANSIT InTransit_004 6')
        const before = await snapshot(own.desk)
        const second = await startImport(own, ['tracking', realTracking], settings).ended
        expect(tableOf(second.out)['tracking events']).toEqual([155, 0, 155, 0, 0])
        expect(await snapshot(own.desk)).toEqual(before)
      } finally {
        await own.close()
      }
    })
  },
)
