import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { newId } from '../../src/core/ids.ts'
import type { Consumer } from '../../src/events/consume.ts'
import { startConsumer } from '../../src/events/consume.ts'
import type { Desk } from '../../src/events/desk.ts'
import { cut, toldLog, twoNodes } from '../events/nodes.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { happen } from './shop.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
  await server.desk.database.pool.query(createTable)
})
afterAll(async () => await server.close())

/** What a consumer of these tests does: it keeps what it was given, in the transaction that it was given. */
const createTable = 'create table handled (id bigserial, consumer text, event_id bigint, node text)'

interface Behaviour {
  /** Runs before an event is kept; what it throws undoes the batch. */
  readonly before?: (productId: string) => Promise<void> | void
  readonly node?: string
}

/** Runs a consumer of products until the test is over. */
async function consume(desk: Desk, name: string, { before, node = 'only' }: Behaviour = {}) {
  const consumer: Consumer = {
    name,
    types: ['product.upserted'],
    async handle(tx, events) {
      for (const event of events) {
        await before?.('productId' in event.data ? (event.data.productId ?? '') : '')
        await tx.$executeRaw`insert into handled (consumer, event_id, node) values (${name}, ${event.id}, ${node})`
      }
    },
  }
  const running = await startConsumer(desk, consumer)
  onTestFinished(running.close)
  return running
}

const productChanged = async (desk: Desk, productId = newId()) =>
  await happen(desk, 'product.upserted', {}, { productId })

/** The ids of the events of products in the order of the log, after how many of them. */
async function products({ database: { pool } }: Desk, after = 0): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `select id from events where type = 'product.upserted' order by position offset $1`,
    [after],
  )
  return rows.map(({ id }) => id)
}

async function handled({ database: { pool } }: Desk, name: string): Promise<{ id: string; node: string }[]> {
  const { rows } = await pool.query<{ id: string; node: string }>(
    'select event_id as id, node from handled where consumer = $1 order by id',
    [name],
  )
  return rows
}
const idsOf = async (desk: Desk, name: string) => (await handled(desk, name)).map(({ id }) => id)
const placeOf = async ({ database: { pool } }: Desk, name: string) =>
  (await pool.query<{ position: string }>('select position from consumers where name = $1', [name])).rows[0]
    ?.position

describe('a consumer', () => {
  it('begins with what happens after its first start', async () => {
    const { desk } = server
    await productChanged(desk)
    await toldLog(desk)
    const before = (await products(desk)).length
    await consume(desk, 'new')
    await productChanged(desk)
    await until(async () => (await idsOf(desk, 'new')).length === 1)
    expect(await idsOf(desk, 'new')).toEqual(await products(desk, before))
  })

  it('goes on after a restart with what happened meanwhile, once', async () => {
    const { desk } = server
    const first = await consume(desk, 'restarted')
    const before = (await products(desk)).length
    await productChanged(desk)
    await until(async () => (await idsOf(desk, 'restarted')).length === 1)
    await first.close()
    for (let n = 0; n < 250; n += 1) await productChanged(desk)
    await toldLog(desk)
    expect(await idsOf(desk, 'restarted')).toHaveLength(1)
    await consume(desk, 'restarted')
    await until(async () => (await idsOf(desk, 'restarted')).length >= 251)
    expect(await idsOf(desk, 'restarted')).toEqual(await products(desk, before))
  })

  it('gets none of the other types, and does not move its place for each of them', async () => {
    const { desk } = server
    await toldLog(desk)
    await consume(desk, 'other types')
    const place = await placeOf(desk, 'other types')
    for (let n = 0; n < 5; n += 1) await happen(desk, 'customer.upserted', {}, {})
    await toldLog(desk)
    expect(await placeOf(desk, 'other types')).toBe(place)
    await productChanged(desk)
    await until(async () => (await idsOf(desk, 'other types')).length === 1)
    const { rows } = await desk.database.pool.query<{ position: string }>(
      `select max(position) as position from events where type = 'product.upserted'`,
    )
    expect(await placeOf(desk, 'other types')).toBe(rows[0]?.position)
  })
})

describe('an event that cannot be handled', () => {
  it('is tried again until it can, logged, and holds up what comes after it, not what came before', async () => {
    const { desk, logs } = server
    const poison = newId()
    let tries = 0
    let isMended = false
    await toldLog(desk)
    const before = (await products(desk)).length
    const consumer = await consume(desk, 'failing')
    await consumer.close()
    // All of them wait when it begins, so that they are one batch.
    const around = [newId(), newId(), poison, newId()]
    for (const productId of around) await productChanged(desk, productId)
    await toldLog(desk)
    await consume(desk, 'failing', {
      before(productId) {
        if (productId !== poison || isMended) return
        tries += 1
        throw new Error('cannot do it')
      },
    })
    await until(() => tries >= 3)
    const all = await products(desk, before)
    expect(await idsOf(desk, 'failing')).toEqual(all.slice(0, 2))
    const told = logs.filter(({ msg }) => msg.startsWith('an event could not be handled'))
    expect(told.length).toBeGreaterThan(0)
    expect(told[0]?.err?.message).toBe('cannot do it')
    isMended = true
    await until(async () => (await idsOf(desk, 'failing')).length === 4)
    expect(await idsOf(desk, 'failing')).toEqual(all)
  })
})

describe('two nodes', () => {
  it('do everything once and in order between them, also when one loses its database in the middle', async () => {
    const { first, second } = await twoNodes()
    await first.desk.database.pool.query(createTable)
    let isHeld = false
    let letGo = () => {}
    const held = new Promise<void>((resolve) => {
      letGo = resolve
    })
    onTestFinished(letGo)
    const stop = newId()
    await consume(first.desk, 'shared', {
      node: 'first',
      async before(productId) {
        if (productId !== stop || isHeld) return
        isHeld = true
        await held
      },
    })
    for (let n = 0; n < 5; n += 1) await productChanged(first.desk)
    await until(async () => (await idsOf(second.desk, 'shared')).length === 5)
    await productChanged(second.desk, stop)
    await until(() => isHeld)
    await consume(second.desk, 'shared', { node: 'second' })
    await productChanged(second.desk)
    // Whoever holds the place keeps it: the second node waits.
    await toldLog(second.desk)
    expect(await idsOf(second.desk, 'shared')).toHaveLength(5)
    // The first one's connections are lost, as when its process is killed.
    await cut(second.desk, await inTransaction(second.desk))
    await until(async () => (await idsOf(second.desk, 'shared')).length === 7)
    letGo()
    for (let n = 0; n < 5; n += 1) await productChanged(n % 2 === 0 ? first.desk : second.desk)
    await until(async () => (await idsOf(second.desk, 'shared')).length >= 12)
    await toldLog(first.desk)
    expect(await idsOf(second.desk, 'shared')).toEqual(await products(second.desk))
    const nodes = (await handled(second.desk, 'shared')).map(({ node }) => node)
    expect(nodes.slice(0, 7)).toEqual(['first', 'first', 'first', 'first', 'first', 'second', 'second'])
  })
})

/** The connections that wait inside a transaction: the consumer that is held in the middle of its work. */
async function inTransaction({ database: { pool } }: Desk): Promise<number[]> {
  const { rows } = await pool.query<{ pid: number }>(
    `select pid from pg_stat_activity where datname = current_database() and application_name = 'opora'
     and state = 'idle in transaction'`,
  )
  return rows.map(({ pid }) => pid)
}
