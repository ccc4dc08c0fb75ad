import { afterAll, beforeAll, expect, it } from 'vitest'
import { readEnv } from '../../src/env.ts'
import { startOpora } from '../../src/server/start.ts'
import { toldLog } from '../events/nodes.ts'
import { freshDatabase, withClient } from '../kit/database.ts'
import { collectLogs } from '../kit/logs.ts'
import { until } from '../kit/postgres-process.ts'
import { openProxy } from '../kit/proxy.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { followTicket, isCaughtUp } from '../kit/stream.ts'
import { buyer, openTicket, type Person } from '../kit/world.ts'
import { send } from '../messages/entries.ts'

let server: TestServer
let anna: Person
beforeAll(async () => {
  server = await startTestServer({ METRICS_PORT: '0' })
  anna = await buyer(server, 'anna')
})
afterAll(async () => await server.close())

/** Every sample of the node by its name and labels, as they stand in the text. */
async function samples({ opora }: TestServer = server): Promise<Map<string, number>> {
  const response = await fetch(opora.metricsUrl ?? '')
  expect(response.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  const lines = (await response.text()).split('\n').filter((line) => line !== '' && !line.startsWith('#'))
  return new Map(
    lines.map((line) => {
      const at = line.lastIndexOf(' ')
      return [line.slice(0, at), Number(line.slice(at + 1))] as const
    }),
  )
}
const counted = (name: string, kind: string) =>
  `opora_operation_duration_seconds_count{name="${name}",kind="${kind}"}`

it('operations are measured by registered name and kind, and a name that is made up makes no series', async () => {
  await server.request('query Viewer { viewer { role } }', {}, anna.token)
  for (let n = 0; n < 20; n += 1) {
    await server.request(`query MadeUp${n} { viewer { role } }`, {}, anna.token)
  }
  await server.request('query Broken {', {}, anna.token)
  await server.request('{ customers { nodes { id } } }', {}, anna.token)
  const told = await samples()
  expect(told.get(counted('Viewer', 'query'))).toBe(1)
  expect(told.get(counted('other', 'query'))).toBeGreaterThanOrEqual(21)
  expect(told.get(counted('other', 'unknown'))).toBe(1)
  expect([...told.keys()].filter((key) => key.includes('MadeUp'))).toEqual([])
  expect(told.get('opora_operation_duration_seconds_bucket{le="+Inf",name="Viewer",kind="query"}')).toBe(1)
  expect(told.get('opora_errors_total{code="GRAPHQL_PARSE_FAILED"}')).toBe(1)
  expect(told.get('opora_errors_total{code="FORBIDDEN"}')).toBe(1)
})

it.each(['WebSocket', 'SSE'] as const)(
  'followers over %s are told, and that they share an execution',
  async (transport) => {
    const { id } = await openTicket(anna)
    const open = { WebSocket: 'opora_sockets', SSE: 'opora_event_streams' }[transport]
    const subscriptions = 'opora_operation_duration_seconds_count{name="other",kind="subscription"}'
    const before = await samples()
    const streams = [1, 2, 3].map(() => followTicket(server, anna, { ticketId: id }, transport))
    for (const stream of streams) await stream.upTo(isCaughtUp)
    const standing = await samples()
    const grown = (name: string, from: Map<string, number>, to: Map<string, number>) =>
      (to.get(name) ?? 0) - (from.get(name) ?? 0)
    expect(standing.get('opora_subscriptions')).toBe(3)
    expect(standing.get(open)).toBe(3)
    expect(standing.get('opora_connections')).toBe(3)
    expect(grown(subscriptions, before, standing)).toBe(3)
    await send(anna, id, 'Всем троим')
    for (const stream of streams) await stream.upTo(({ __typename }) => __typename === 'MessageSent')
    await until(async () => grown('opora_deliveries_total', standing, await samples()) === 3)
    expect(grown('opora_executions_total', standing, await samples())).toBe(1)
    for (const stream of streams) await stream.leave()
    await until(async () => {
      const told = await samples()
      return ['opora_subscriptions', 'opora_connections', open].every((name) => told.get(name) === 0)
    })
  },
)

it('the log, its consumers, the timers, the pool and the process are told', async () => {
  await openTicket(anna)
  const log = await toldLog(server.desk)
  const { pool } = server.desk.database
  const told = await samples()
  const head = log.at(-1)?.position ?? 0
  expect(told.get('opora_log_head_position')).toBe(head)
  expect(told.get('opora_feed_position')).toBe(head)
  expect(told.get('opora_log_unnumbered_events')).toBe(0)
  expect(told.get('opora_log_archived_position')).toBe(0)
  for (const name of server.desk.consumers) {
    const lag = told.get(`opora_consumer_lag_events{consumer="${name}",has_code="1"}`)
    expect(lag).toBeGreaterThanOrEqual(0)
    expect(lag).toBeLessThanOrEqual(head)
  }
  expect([...told.keys()].filter((key) => key.startsWith('opora_timers_overdue{'))).toEqual([])
  expect(told.get('opora_pool_connections')).toBe(pool.totalCount)
  expect(told.get('opora_bell_connected')).toBe(1)
  expect(told.get('opora_database_up')).toBe(1)
  expect(told.get('nodejs_eventloop_lag_p99_seconds')).toBeGreaterThanOrEqual(0)
  expect(told.get('process_resident_memory_bytes')).toBeGreaterThan(1_000_000)
})

it('a place in the log that no code goes on with is told, in the log at the start too', async () => {
  const database = await freshDatabase()
  await withClient(database.url, async (client) => {
    await client.query(`insert into consumers (name, position) values ('of.yesterday', 0)`)
    await client.query(`update log_head set position = 7`)
  })
  const node = await startTestServer({ DATABASE_URL: database.url, METRICS_PORT: '0', STOP_SECONDS: '1' })
  const told = await samples(node)
  expect(told.get('opora_consumer_lag_events{consumer="of.yesterday",has_code="0"}')).toBe(7)
  const warnings = node.logs.filter(({ msg }) =>
    msg.startsWith('a consumer has a place in the log but no code'),
  )
  expect(warnings).toMatchObject([{ level: 40, consumer: 'of.yesterday', position: 0 }])
  await node.close()
  await database.drop()
})

it('timers that are due and not fired are told by their kind, with the time they have waited', async () => {
  const { pool, url } = server.desk.database
  const { rows } = await pool.query<{ id: string }>(
    `insert into due (kind, subject_id, due_at) values ('ticket.wake', gen_random_uuid(), now() + interval '1 day')
     returning subject_id as id`,
  )
  const values = [rows[0]?.id]
  await withClient(url, async (client) => {
    await client.query('begin')
    // Whoever would fire it passes over what somebody holds; its time can be changed all the same.
    await client.query('select from due where subject_id = $1 for key share', values)
    await pool.query(`update due set due_at = now() - interval '1 hour' where subject_id = $1`, values)
    const told = await samples()
    expect(told.get('opora_timers_overdue{kind="ticket.wake"}')).toBe(1)
    expect(told.get('opora_timers_overdue_seconds{kind="ticket.wake"}')).toBeGreaterThanOrEqual(3_600)
    await client.query('delete from due where subject_id = $1', values)
    await client.query('commit')
  })
  expect((await samples()).has('opora_timers_overdue{kind="ticket.wake"}')).toBe(false)
})

it('a node whose port for them is taken does not start, and says so', async () => {
  const { port } = new URL(server.opora.metricsUrl ?? '')
  const { DATA_DIR } = server.desk.env
  const env = readEnv({
    DATABASE_URL: server.desk.database.url,
    DATA_DIR,
    PORT: '0',
    DEMO: '0',
    METRICS_PORT: port,
  })
  await expect(startOpora(env, { log: collectLogs().log })).rejects.toThrow(
    `cannot listen for metrics on 127.0.0.1:${port}: `,
  )
})

it('nothing of it is told where operations are sent, nor anything else beside it', async () => {
  expect((await fetch(new URL('/metrics', server.url))).status).toBe(404)
  const { metricsUrl } = server.opora
  expect((await fetch(new URL('/graphql', metricsUrl ?? ''))).status).toBe(404)
  expect((await fetch(metricsUrl ?? '', { method: 'POST' })).status).toBe(404)
})

it('without its database a node tells that, and what it knows itself', async () => {
  const database = await freshDatabase()
  const line = await openProxy(database.url)
  const node = await startTestServer({ DATABASE_URL: line.url, METRICS_PORT: '0', STOP_SECONDS: '1' })
  expect((await samples(node)).get('opora_log_head_position')).toBe(0)
  line.stallAll()
  const told = await samples(node)
  expect(told.get('opora_database_up')).toBe(0)
  expect(told.has('opora_log_head_position')).toBe(false)
  expect(told.get('opora_connections')).toBe(0)
  await node.close()
  await line.close()
  await database.drop()
})
