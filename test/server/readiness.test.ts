import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../kit/database.ts'
import { openProxy } from '../kit/proxy.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'

let database: FreshDatabase
let line: Awaited<ReturnType<typeof openProxy>>
let server: TestServer
beforeAll(async () => {
  database = await freshDatabase()
  line = await openProxy(database.url)
  server = await startTestServer({ DATABASE_URL: line.url, STOP_SECONDS: '1' })
})
afterAll(async () => {
  await server.close()
  await line.close()
  await database.drop()
})

const probe = async (path: string) => await fetch(new URL(path, server.url))
const readiness = async () => {
  const response = await probe('/readyz')
  expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8')
  return { status: response.status, ...((await response.json()) as object) }
}
const ready = {
  status: 200,
  isReady: true,
  isStopping: false,
  database: 'UP',
  migrations: { pending: [], unknown: [] },
  bell: { over: 'PostgreSQL', isConnected: true },
}

it('a node that has all it needs is alive and ready', async () => {
  expect(await (await probe('/healthz')).text()).toBe('ok')
  expect(await readiness()).toEqual(ready)
})

it('a node is not ready on a database that lacks migrations, and names them', async () => {
  const { pool } = server.desk.database
  const { rows } = await pool.query<{ name: string }>(
    `update _prisma_migrations set rolled_back_at = now()
     where migration_name = (select max(migration_name) from _prisma_migrations) returning migration_name as name`,
  )
  const pending = rows.map(({ name }) => name)
  expect(pending).toHaveLength(1)
  expect(await readiness()).toEqual({
    ...ready,
    status: 503,
    isReady: false,
    migrations: { pending, unknown: [] },
  })
  await pool.query('update _prisma_migrations set rolled_back_at = null')
  expect(await readiness()).toEqual(ready)
})

it('migrations of a newer version are told, and take no older node down', async () => {
  const { pool } = server.desk.database
  await pool.query(
    `insert into _prisma_migrations (id, checksum, migration_name, finished_at)
     values ('next', '', '99991231000000_next', now())`,
  )
  expect(await readiness()).toEqual({
    ...ready,
    migrations: { pending: [], unknown: ['99991231000000_next'] },
  })
  await pool.query(`delete from _prisma_migrations where id = 'next'`)
})

it('a node whose database stands still says so in time, though nothing is refused', async () => {
  line.stallAll()
  expect(await readiness()).toMatchObject({ status: 503, isReady: false, database: 'DOWN', migrations: null })
  expect((await probe('/healthz')).status).toBe(200)
})
