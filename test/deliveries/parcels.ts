import { statementsDuring } from '../kit/statements.ts'
import { done, type Person, service } from '../kit/world.ts'
import { openShop, orderItem, type Shop, upsertOrders } from '../orders/shop.ts'

/** A shop with an order of the own buyer and one of the other buyer, and the partner that sends their parcels. */
export interface Depot extends Shop {
  /** Holds `deliveries:write` and nothing else. */
  readonly warehouse: Person
}

export async function openDepot(): Promise<Depot> {
  const shop = await openShop()
  await upsertOrders(shop.partner, orderItem('1'), orderItem('2', { customerExternalId: 'boris' }))
  return { ...shop, warehouse: await service(shop.server, 'deliveries:write') }
}

export interface Parcel {
  readonly externalId: string
  readonly [field: string]: unknown
}

/** A parcel of the own buyer's order 1, as the partner tells it. */
export function parcel(externalId: string, more: object = {}): Parcel {
  return {
    source: 'shop',
    externalId,
    orderSource: 'shop',
    orderExternalId: '1',
    carrier: 'cdek',
    trackingNumber: `CDEK-${externalId}`,
    sourceUpdatedAt: '2026-03-01T12:00:00.000Z',
    ...more,
  }
}

/** Something CDEK told of that parcel. */
export function told(externalId: string, rawCode: string, occurredAt: string, more: object = {}): object {
  return { source: 'shop', externalId, rawCode, occurredAt, ...more }
}

export interface Result {
  readonly __typename: string
  readonly isNew?: boolean
  readonly code?: string | null
  readonly cursor?: string
  readonly delivery?: { readonly id: string; readonly [field: string]: unknown }
}

const problems = `... on InvalidInput { problem: code rule path detail }`

export async function upsertParcels(by: Person, ...deliveries: object[]): Promise<Result[]> {
  const selection = `results { __typename ... on DeliveryUpsertPayload { isNew cursor delivery { id } } ${problems}
    ... on StaleUpdate { problem: code path detail currentSourceUpdatedAt }
    ... on QuantityExceeded { problem: code path detail available } }`
  return (await done<{ results: Result[] }>(by, 'deliveriesUpsert', { deliveries }, selection)).results
}

export async function record(by: Person, ...events: object[]): Promise<Result[]> {
  const selection = `results { __typename ... on TrackingEventRecordPayload { isNew code: meaning cursor delivery { id } } ${problems} }`
  return (await done<{ results: Result[] }>(by, 'trackingEventsRecord', { events }, selection)).results
}

/** A parcel that is told for the first time; its id. */
export async function makeParcel(
  { warehouse }: Depot,
  externalId: string,
  more: object = {},
): Promise<string> {
  const [result] = await upsertParcels(warehouse, parcel(externalId, more))
  if (result?.delivery === undefined) throw new Error(JSON.stringify(result))
  return result.delivery.id
}

export const stateFields = 'status rawStatus statusAt deliveredAt isLate'

export async function readParcel<Data = Record<string, unknown>>(
  by: Person,
  id: string,
  fields = stateFields,
): Promise<Data | null> {
  const query = `query ($id: ID!) { delivery(id: $id) { ${fields} } }`
  return (await by.ask<{ delivery: Data | null }>(query, { id })).delivery
}

/** Hours from now, as the API has it. */
export const hoursFromNow = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

/** How many statements a write takes; what reactions read in their own time is left out. */
export async function costOfWrite({ server }: Depot, work: () => Promise<unknown>): Promise<number> {
  const statements = await statementsDuring(server.desk, work)
  const byReactions = /\btickets\b|\bconsumers\b|"public"\."deliveries"/
  return statements.filter((statement) => !byReactions.test(statement)).length
}
