import { expect } from 'vitest'
import { type Cast, castOf } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { statementsDuring } from '../kit/statements.ts'
import { done, type Person, service } from '../kit/world.ts'

/** A shop with its partners' systems, and the buyers of the cast known to it as `anna` and `boris`. */
export interface Shop {
  readonly server: TestServer
  readonly cast: Cast
  /** Holds the scopes to write customers, products, orders and payments. */
  readonly partner: Person
  readonly ordersOnly: Person
  readonly paymentsOnly: Person
}

export async function openShop(settings: Readonly<Record<string, string>> = {}): Promise<Shop> {
  const server = await startTestServer(settings)
  const cast = await castOf(server)
  const partner = await service(server, 'customers:write products:write orders:write payments:write')
  const issuer = issuerOf(cast.ownBuyer)
  const customers = ['anna', 'boris'].map((name) => ({ externalId: name, login: { issuer, subject: name } }))
  await done(partner, 'customersUpsert', { customers }, 'results { __typename }')
  return {
    server,
    cast,
    partner,
    ordersOnly: await service(server, 'orders:write'),
    paymentsOnly: await service(server, 'payments:write'),
  }
}

function issuerOf({ token }: Person): string {
  const [, payload = ''] = (token ?? '').split('.')
  return (JSON.parse(Buffer.from(payload, 'base64url').toString()) as { iss: string }).iss
}

export interface Item {
  readonly source: string
  readonly externalId: string
  readonly [field: string]: unknown
}

export function productItem(externalId: string, more: object = {}): Item {
  return {
    source: 'shop',
    externalId,
    name: `Товар ${externalId}`,
    category: 'обувь',
    description: 'Кроссовки для бега',
    url: 'https://shop.example/p/1',
    imageUrl: 'https://shop.example/p/1.webp',
    price: '1990.00',
    currencyCode: 'RUB',
    isAvailable: true,
    stock: 7,
    promotions: [],
    sourceUpdatedAt: '2026-03-01T00:00:00.000Z',
    ...more,
  }
}

export function orderItem(externalId: string, more: object = {}): Item {
  return {
    source: 'shop',
    externalId,
    number: `N-${externalId}`,
    customerExternalId: 'anna',
    status: 'PROCESSING',
    rawStatus: 'invoiced',
    currencyCode: 'RUB',
    items: [lineItem('1'), lineItem('2', { quantity: 3, unitPrice: '100.50' })],
    shippingTotal: '300',
    discountTotal: '50',
    total: '2591.50',
    recipientName: 'Анна Иванова',
    address: { country: 'RU', region: 'Москва', city: 'Москва', postalCode: '101000', line: 'Тверская, 1' },
    placedAt: '2026-03-01T10:00:00.000Z',
    approvedAt: '2026-03-01T11:00:00.000Z',
    promisedTo: '2026-03-10T20:59:59.000Z',
    sourceUpdatedAt: '2026-03-01T12:00:00.000Z',
    ...more,
  }
}

export function lineItem(externalId: string, more: object = {}): Record<string, unknown> {
  return {
    externalId,
    name: `Строка ${externalId}`,
    sku: `SKU-${externalId}`,
    category: 'обувь',
    sellerName: 'ООО «Ромашка»',
    quantity: 1,
    unitPrice: '1990.00',
    shipping: '150.00',
    ...more,
  }
}

export function paymentItem(externalId: string, orderExternalId: string, more: object = {}): Item {
  return {
    source: 'bank',
    externalId,
    orderSource: 'shop',
    orderExternalId,
    method: 'CARD',
    rawMethod: 'credit_card',
    status: 'CAPTURED',
    rawStatus: 'succeeded',
    amount: '2591.50',
    currencyCode: 'RUB',
    capturedAmount: '2591.50',
    instalmentCount: 1,
    startedAt: '2026-03-01T10:05:00.000Z',
    attempts: [],
    sourceUpdatedAt: '2026-03-01T12:00:00.000Z',
    ...more,
  }
}

export interface Result {
  readonly __typename: string
  readonly isNew?: boolean
  readonly cursor?: string
  readonly product?: { readonly id: string }
  readonly order?: { readonly id: string; readonly [field: string]: unknown }
  readonly payment?: { readonly id: string; readonly [field: string]: unknown }
  readonly code?: string
  readonly rule?: string
  readonly path?: string[]
  readonly currentSourceUpdatedAt?: string
}

const problems = `... on InvalidInput { code rule path detail }
  ... on StaleUpdate { code path detail currentSourceUpdatedAt }`

/** Calls a bulk mutation that must not be refused as a whole, and gives each item's result. */
async function writeAll(
  by: Person,
  mutation: string,
  list: string,
  payload: string,
  items: readonly object[],
) {
  const selection = `results { __typename ... on ${payload} ${problems} }`
  return (await done<{ results: Result[] }>(by, mutation, { [list]: items }, selection)).results
}

export async function upsertProducts(by: Person, ...items: object[]): Promise<Result[]> {
  const payload = 'ProductUpsertPayload { isNew cursor product { id } }'
  return await writeAll(by, 'productsUpsert', 'products', payload, items)
}

export async function upsertOrders(by: Person, ...items: object[]): Promise<Result[]> {
  const payload = 'OrderUpsertPayload { isNew cursor order { id } }'
  return await writeAll(by, 'ordersUpsert', 'orders', payload, items)
}

export async function recordPayments(by: Person, ...items: object[]): Promise<Result[]> {
  const payload = 'PaymentRecordPayload { isNew cursor payment { id } }'
  return await writeAll(by, 'paymentsRecord', 'payments', payload, items)
}

/** What a refused item answers. */
export function refusal(rule: string, ...path: string[]) {
  return {
    __typename: 'InvalidInput',
    code: 'INVALID_INPUT',
    rule,
    path,
    detail: expect.stringMatching(/\.$/),
  }
}

export function stale(currentSourceUpdatedAt: string, ...path: string[]) {
  const detail = expect.stringMatching(/\.$/)
  return { __typename: 'StaleUpdate', code: 'STALE_UPDATE', path, currentSourceUpdatedAt, detail }
}

/** The events of some types that were appended while the work ran, oldest first. */
export async function eventsDuring({ server }: Shop, work: () => Promise<unknown>) {
  const { pool } = server.desk.database
  const last = await pool.query<{ id: string }>('select coalesce(max(id), 0) as id from events')
  await work()
  const { rows } = await pool.query<{ type: string; customerId: string | null; data: unknown }>(
    'select type, customer_id as "customerId", data from events where id > $1 order by id',
    [last.rows[0]?.id],
  )
  return rows
}

/** The UUID of a public id. */
export const uuidOf = (id: string | undefined) => (id ?? '').slice(4)

/** All kinds of viewers who may not write by a bulk mutation, and how they are refused. */
export const refusedWriters = [
  ['anonymous', 'UNAUTHENTICATED'],
  ['guest', 'FORBIDDEN'],
  ['ownBuyer', 'FORBIDDEN'],
  ['otherBuyer', 'FORBIDDEN'],
  ['operator', 'FORBIDDEN'],
  ['supervisor', 'FORBIDDEN'],
  ['serviceWithoutScope', 'FORBIDDEN'],
  ['readingService', 'FORBIDDEN'],
  ['service', 'FORBIDDEN'],
] as const

/** How many statements the work takes; what reactions ask of tickets in their own time is left out. */
export async function costOf({ server }: Shop, work: () => Promise<unknown>): Promise<number> {
  const statements = await statementsDuring(server.desk, work)
  return statements.filter((statement) => !/\btickets\b|\bconsumers\b/.test(statement)).length
}
