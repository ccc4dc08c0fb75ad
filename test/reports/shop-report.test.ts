import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statementsDuring } from '../kit/statements.ts'
import { admin, done, type Person, type Refused, service } from '../kit/world.ts'
import {
  lineItem,
  openShop,
  orderItem,
  paymentItem,
  recordPayments,
  type Shop,
  upsertOrders,
} from '../orders/shop.ts'

let shop: Shop
let reader: Person
beforeAll(async () => {
  shop = await openShop()
  reader = await service(shop.server, 'orders:write')
  await fill()
})
afterAll(async () => await shop.server.close())

const arrived = { status: 'DELIVERED', rawStatus: 'delivered' }
const line = [lineItem('1')]

async function fill(): Promise<void> {
  const history = await service(shop.server, 'import:write deliveries:write')
  const promised = '2026-03-10T20:59:59.000Z'
  const made = await upsertOrders(
    shop.partner,
    orderItem('o1'),
    orderItem('o2', {
      ...arrived,
      customerExternalId: 'boris',
      items: line,
      shippingTotal: '0',
      total: '1990',
      address: null,
      deliveredAt: '2026-03-10T20:59:59.001Z',
    }),
    orderItem('o3', {
      ...arrived,
      currencyCode: 'KZT',
      items: line,
      shippingTotal: '10',
      total: '2000',
      deliveredAt: promised,
      placedAt: '2026-03-05T00:00:00.000Z',
    }),
    orderItem('o4', {
      ...arrived,
      source: 'erp',
      items: [],
      total: '0',
      placedAt: '2026-04-01T00:00:00.000Z',
    }),
  )
  expect(made.map(({ isNew }) => isNew)).toEqual([true, true, true, true])
  await recordPayments(
    shop.partner,
    paymentItem('p1', 'o1'),
    paymentItem('p2', 'o1', { amount: '100', capturedAmount: '0', status: 'CANCELLED' }),
    paymentItem('p3', 'o3', { amount: '2000', capturedAmount: '2000', currencyCode: 'KZT' }),
  )
  const delivery = (externalId: string, orderExternalId: string) => ({
    source: 'carrier',
    externalId,
    orderSource: 'shop',
    orderExternalId,
    carrier: 'cdek',
    promisedTo: promised,
    sourceUpdatedAt: '2026-03-02T00:00:00.000Z',
  })
  const deliveries = [delivery('d1', 'o2'), delivery('d2', 'o3')]
  const results = 'results { __typename }'
  await done(history, 'deliveriesUpsert', { deliveries }, results)
  const event = {
    source: 'carrier',
    externalId: 'd1',
    code: 'DELIVERED',
    occurredAt: '2026-03-11T00:00:00.000Z',
  }
  await done(history, 'trackingEventsRecord', { events: [event] }, results)
  await judge(history, results)
}

async function judge(history: Person, results: string): Promise<void> {
  const occurredAt = '2026-03-12T00:00:00.000Z'
  const rating = (externalId: string, score: number, text?: string) => ({
    source: 'shop',
    externalId,
    score,
    text,
    occurredAt,
  })
  const ratings = [rating('r1', 5, 'Отлично'), rating('r2', 5), rating('r3', 1, 'Плохо')]
  await done(history, 'ratingsRecord', { ratings }, results)
  const said = {
    source: 'shop',
    externalId: 'c1',
    customerExternalId: 'anna',
    text: 'Плохо',
    language: 'RU',
    occurredAt,
  }
  const complaint = { ...said, about: 'GOODS', status: 'CLOSED', resolution: 'APOLOGY' }
  await done(history, 'complaintsImport', { complaints: [complaint] }, results)
  const suggestion = { ...said, title: 'Лучше' }
  await done(history, 'suggestionsImport', { suggestions: [suggestion] }, results)
}

const money = '{ amount currencyCode }'
const selection = `orderCount ordersByStatus { status rawStatus count } addressCount customerCount itemCount
  goodsTotals ${money} shippingTotals ${money} orderTotals ${money} deliveredCount lateCount
  paymentCount paymentTotals ${money} capturedTotals ${money}
  deliveryCount arrivedDeliveryCount lateDeliveryCount
  ratingsByScore { score count withTextCount } complaintsByStatus { status count } suggestionCount`
const query = `query ($source: String, $from: DateTime, $to: DateTime) {
  shopReport(source: $source, from: $from, to: $to) { ${selection} } }`

async function report(period: object = {}, by = reader): Promise<Record<string, unknown>> {
  return (await by.ask<{ shopReport: Record<string, unknown> }>(query, { ...period })).shopReport
}

const amount = (currencyCode: string, sum: string) => ({ amount: sum, currencyCode })
const nothing = {
  orderCount: 0,
  ordersByStatus: [],
  addressCount: 0,
  customerCount: 0,
  itemCount: 0,
  goodsTotals: [],
  shippingTotals: [],
  orderTotals: [],
  deliveredCount: 0,
  lateCount: 0,
  paymentCount: 0,
  paymentTotals: [],
  capturedTotals: [],
  deliveryCount: 0,
  arrivedDeliveryCount: 0,
  lateDeliveryCount: 0,
  ratingsByScore: [],
  complaintsByStatus: [],
  suggestionCount: 0,
}

describe('shopReport', () => {
  it('counts and adds up the whole shop', async () => {
    expect(await report()).toEqual({
      orderCount: 4,
      ordersByStatus: [
        { status: 'PROCESSING', rawStatus: 'invoiced', count: 1 },
        { status: 'DELIVERED', rawStatus: 'delivered', count: 3 },
      ],
      addressCount: 3,
      customerCount: 2,
      itemCount: 4,
      goodsTotals: [amount('KZT', '1990.00'), amount('RUB', '4281.50')],
      shippingTotals: [amount('KZT', '10.00'), amount('RUB', '600.00')],
      orderTotals: [amount('KZT', '2000.00'), amount('RUB', '4581.50')],
      deliveredCount: 2,
      lateCount: 1,
      paymentCount: 3,
      paymentTotals: [amount('KZT', '2000.00'), amount('RUB', '2691.50')],
      capturedTotals: [amount('KZT', '2000.00'), amount('RUB', '2591.50')],
      deliveryCount: 2,
      arrivedDeliveryCount: 1,
      // One arrived too late, the other is still awaited.
      lateDeliveryCount: 2,
      ratingsByScore: [
        { score: 5, count: 2, withTextCount: 1 },
        { score: 1, count: 1, withTextCount: 1 },
      ],
      complaintsByStatus: [{ status: 'CLOSED', count: 1 }],
      suggestionCount: 1,
    })
  })

  it('of one source', async () => {
    expect(await report({ source: 'erp' })).toEqual({
      ...nothing,
      orderCount: 1,
      ordersByStatus: [{ status: 'DELIVERED', rawStatus: 'delivered', count: 1 }],
      addressCount: 1,
      customerCount: 1,
      goodsTotals: [amount('RUB', '0.00')],
      shippingTotals: [amount('RUB', '300.00')],
      orderTotals: [amount('RUB', '0.00')],
    })
    expect(await report({ source: 'shop' })).toMatchObject({ orderCount: 3, suggestionCount: 1 })
  })

  it.each(['nobody', '', '\0', '\ud800', 'x'.repeat(10_000)])(
    'of a source that is not there: %j',
    async (source) => {
      expect(await report({ source })).toEqual(nothing)
    },
  )

  it('of a period, its end not included', async () => {
    const from = '2026-03-05T00:00:00.000Z'
    expect(await report({ from })).toMatchObject({ orderCount: 2, paymentCount: 1, suggestionCount: 1 })
    expect(await report({ to: from })).toMatchObject({ orderCount: 2, paymentCount: 2, suggestionCount: 0 })
    expect(await report({ from, to: '2026-03-12T00:00:00.000Z' })).toMatchObject({
      orderCount: 1,
      lateCount: 0,
      deliveryCount: 1,
      ratingsByScore: [],
    })
    expect(await report({ from: '2026-05-01T00:00:00.000Z', to: from })).toEqual(nothing)
  })

  it('costs a fixed number of statements, however many orders there are', async () => {
    const ask = async () => {
      const statements = await statementsDuring(shop.server.desk, async () => await report())
      // Not what the node does beside it in its own time.
      return statements.filter((text) => text.includes('$1::text is null'))
    }
    const few = await ask()
    const many = Array.from({ length: 50 }, (_, index) =>
      orderItem(`many-${index}`, { rawStatus: `s${index}` }),
    )
    await upsertOrders(shop.partner, ...many)
    expect(few).toHaveLength(8)
    expect((await ask()).toSorted()).toEqual(few.toSorted())
  })
})

describe('who may read it', () => {
  it.each([
    ['anonymous', 'UNAUTHENTICATED'],
    ['guest', 'FORBIDDEN'],
    ['ownBuyer', 'FORBIDDEN'],
    ['operator', 'FORBIDDEN'],
    ['serviceWithoutScope', 'FORBIDDEN'],
    ['readingService', 'FORBIDDEN'],
    ['service', 'FORBIDDEN'],
  ] as const)('not %s: %s', async (who, code) => {
    const refused = await report({}, shop.cast[who]).catch((error: unknown) => error as Refused)
    expect(refused).toMatchObject({ code })
  })

  it('supervisors, admins, and services that write orders', async () => {
    const expected = await report({ source: 'erp' })
    for (const person of [shop.cast.supervisor, await admin(shop.server)]) {
      expect(await report({ source: 'erp' }, person)).toEqual(expected)
    }
  })
})
