import type { OrderUpsertInput } from '../../../src/client/index.ts'
import { newId } from '../../../src/core/ids.ts'
import type { Contestant, ContestantProgram } from '../contestant.ts'
import { withClient } from '../database.ts'
import type { Outcome } from '../harness.ts'
import type { LoadRequest } from '../load.ts'
import type { Stage } from '../stage.ts'
import { requestsBy } from '../tokens.ts'
import { ordersPerCall, readOrders } from './orders.ts'

const programs: readonly ContestantProgram[] = [
  { name: 'opora', program: 'test/bench/opora-program.ts' },
  { name: 'limit', program: 'test/bench/import/limit-program.ts' },
]

/** As `npm run import` does it. */
const connections = 4

const upsertQuery = `mutation Upsert($input: OrdersUpsertInput!) {
  ordersUpsert(input: $input) {
    ... on OrdersUpsertPayload { results { __typename ... on OrderUpsertPayload { isNew } } } }
}`

/** Bringing in a shop's orders through `ordersUpsert`, new ones by the call of 500. Each contestant has its own copy. */
export async function benchImport(stage: Stage): Promise<Outcome[]> {
  const { source, orders } = await readOrders()
  const urls = new Map<string, string>()
  const contestants = await stage.start(programs, async (name) => {
    const url = await stage.database.copy(`import_${name}`)
    await fillShop(url, orders)
    urls.set(name, url)
    return url
  })
  const before = await countStored([...urls.values()][0] ?? '')
  const tokens = Array<string>(orders.length / ordersPerCall).fill(await stage.serviceToken('orders:write'))
  const requests = requestsBy(tokens, (index) => ({
    query: upsertQuery,
    variables: { input: { orders: callOf(orders, index) } },
  }))
  const acknowledged = new Map<string, number>()
  const outcome = await stage.compare({
    key: '',
    title: `import, ${ordersPerCall} orders a call, ${connections} calls at once (${source})`,
    unit: 'order',
    units: 'orders',
    measure: 'throughput',
    goals: { limit: 0.15 },
    contestants: contestants.map((contestant) => importer(stage, contestant, requests, acknowledged)),
  })
  for (const [name, url] of urls) await assertStored(name, url, before, acknowledged.get(name) ?? 0)
  await stage.clear()
  return [outcome]
}

/** Orders of one call, under keys that are other ones each time the call is sent. */
function callOf(orders: readonly OrderUpsertInput[], index: number): OrderUpsertInput[] {
  const key = (place: number) => `$UUID-${place}`
  return orders
    .slice(index * ordersPerCall, (index + 1) * ordersPerCall)
    .map((order, place) => ({ ...order, externalId: key(place), number: key(place) }))
}

function importer(
  stage: Stage,
  { name, url, processId }: Contestant,
  requests: readonly LoadRequest[],
  acknowledged: Map<string, number>,
) {
  return {
    name,
    processId,
    async run(seconds: number) {
      const load = { url, connections, seconds, requests, expected: '"isNew":true', hasKeys: true }
      const { requests: calls, ...report } = await stage.load.run(load)
      const units = calls * ordersPerCall
      acknowledged.set(name, (acknowledged.get(name) ?? 0) + units)
      return { units, ...report }
    },
  }
}

/** The customers and products that the orders name. */
async function fillShop(url: string, orders: readonly OrderUpsertInput[]): Promise<void> {
  const rowsOf = (keys: Iterable<string>) =>
    JSON.stringify([...new Set(keys)].map((key) => ({ id: newId(), external_id: key })))
  const customers = rowsOf(orders.map(({ customerExternalId }) => customerExternalId))
  const products = rowsOf(
    orders.flatMap(({ items }) => items.flatMap(({ productExternalId }) => productExternalId ?? [])),
  )
  const given = 'from jsonb_to_recordset($1::jsonb) as given(id uuid, external_id text)'
  await withClient(url, async (client) => {
    await client.query(`insert into customers (id, external_id) select id, external_id ${given}`, [customers])
    await client.query(
      `insert into products (id, source, external_id, name, source_updated_at)
       select id, 'olist', external_id, external_id, now() ${given}`,
      [products],
    )
    await client.query('analyze customers, products')
  })
}

async function countStored(url: string): Promise<number> {
  return await withClient(url, async (client) => {
    const counted = await client.query<{ orders: number }>('select count(*)::int as orders from orders')
    return counted.rows[0]?.orders ?? 0
  })
}

/** Every order that was acknowledged is there, and every one has its lines: goods are worth what the lines are. */
async function assertStored(name: string, url: string, before: number, acknowledged: number): Promise<void> {
  const stored = (await countStored(url)) - before
  const wrong = await withClient(url, async (client) => {
    const counted = await client.query<{ count: number }>(
      `select count(*)::int as count from orders where items_total <>
         coalesce((select sum(total) from order_items where order_id = orders.id), 0)`,
    )
    return counted.rows[0]?.count ?? 0
  })
  if (stored === acknowledged && wrong === 0) return
  throw new Error(
    `${name} acknowledged ${acknowledged} orders and kept ${stored}, ${wrong} of them without lines`,
  )
}
