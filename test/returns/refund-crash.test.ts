import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openDevelopmentIssuer } from '../../src/auth/development-issuer.ts'
import { type Program, startProgram } from '../crash/program.ts'
import { type FreshDatabase, freshDatabase, withClient } from '../kit/database.ts'
import { fixedPort } from '../kit/ports.ts'
import { until } from '../kit/postgres-process.ts'
import { uuidOf } from '../orders/shop.ts'
import { type Behaviour, type GatewayServer, startGateway } from './gateway-server.ts'
import { grant } from './money.ts'
import { buy, openScene } from './scene.ts'

let database: FreshDatabase
let gateway: GatewayServer
let folder: string
beforeEach(async () => {
  database = await freshDatabase()
  gateway = await startGateway()
  folder = await mkdtemp(join(tmpdir(), 'opora-refund-crash-'))
})
afterEach(async () => {
  await gateway.close()
  await database.drop()
  await rm(folder, { recursive: true })
})

/** A granted refund in the database, by a server that knows no provider and is gone again. */
async function granted(): Promise<string> {
  const scene = await openScene({ DATABASE_URL: database.url })
  try {
    const { orderId } = await buy(scene)
    return (await grant(scene.cast.operator, { orderId }, '100.50')).id
  } finally {
    await scene.server.close()
  }
}

async function startCashDesk(): Promise<{ program: Program; execute(refundId: string): Promise<void> }> {
  const env = {
    DATABASE_URL: database.url,
    DATA_DIR: folder,
    DEMO: '0',
    PAYMENT_GATEWAY_URL: gateway.url,
    PAYMENT_GATEWAY_TIMEOUT_SECONDS: '1',
  }
  const program = await startProgram({ env, port: await fixedPort(), folder })
  const issuer = await openDevelopmentIssuer(folder)
  const token = await issuer.sign({ sub: 'cashier', role: 'service', scope: 'refunds:execute' })
  const query = 'mutation ($input: RefundExecuteInput!) { refundExecute(input: $input) { __typename } }'
  return {
    program,
    async execute(refundId) {
      const body = JSON.stringify({ query, variables: { input: { refundId } } })
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${token}` }
      // Killed before it answers: the caller learns nothing.
      await fetch(program.url, { method: 'POST', headers, body }).catch(() => {})
    },
  }
}

async function stored(refundId: string) {
  return await withClient(database.url, async (client) => {
    const { rows } = await client.query<{
      status: string
      attempts: number
      timers: number
      moves: string[]
    }>(
      `select status, attempt_count as attempts,
         (select count(*)::int from due where kind = 'refund.execute' and subject_id = refunds.id) as timers,
         (select array_agg(data ->> 'to' order by id) from events
           where type = 'refund.statusChanged' and data ->> 'refundId' = refunds.id::text) as moves
       from refunds where id = $1`,
      [uuidOf(refundId)],
    )
    return rows[0]
  })
}

/** Started again, nobody asking for anything: the timer behind the refund does the rest. */
async function assertFinishes(refundId: string): Promise<void> {
  expect(await stored(refundId)).toEqual({ status: 'PENDING', attempts: 1, timers: 1, moves: ['PENDING'] })
  gateway.behave('succeed')
  const { program } = await startCashDesk()
  await until(async () => (await stored(refundId))?.status !== 'PENDING')
  expect(await stored(refundId)).toEqual({
    status: 'SUCCEEDED',
    attempts: 2,
    timers: 0,
    moves: ['PENDING', 'SUCCEEDED'],
  })
  expect([...gateway.executed.keys()]).toEqual([refundId])
  expect(gateway.calls.map(({ key }) => key)).toEqual([refundId, refundId])
  expect((await program.stop()).code).toBe(0)
}

it.each<[string, Behaviour]>([
  ['before the provider has done anything', 'hangBefore'],
  ['after the provider gave the money back, before it answered', 'hangAfter'],
])(
  'killed %s, the refund succeeds once after the restart',
  async (_when, behaviour) => {
    const refundId = await granted()
    gateway.behave(behaviour)
    const { program, execute } = await startCashDesk()
    const arrived = gateway.arrival()
    const asked = execute(refundId)
    await arrived
    await program.kill()
    await asked
    expect(gateway.executed.size).toBe(behaviour === 'hangAfter' ? 1 : 0)
    await assertFinishes(refundId)
  },
  120_000,
)

it('killed between the provider’s answer and its record, the refund succeeds once after the restart', async () => {
  const refundId = await granted()
  const { program, execute } = await startCashDesk()
  await withClient(database.url, async (client) => {
    gateway.behave('hangBefore')
    // The row is held while the provider answers, so that its answer is known to the program only.
    await client.query('begin')
    const arrived = gateway.arrival()
    const asked = execute(refundId)
    await arrived
    await client.query('select 1 from refunds where id = $1 for update', [uuidOf(refundId)])
    gateway.release('succeed')
    await until(async () => {
      const { rowCount } = await withClient(database.url, async (other) =>
        other.query(
          `select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
        ),
      )
      return rowCount === 1
    })
    await program.kill()
    await asked
    await client.query('rollback')
  })
  expect(gateway.executed.size).toBe(1)
  await assertFinishes(refundId)
}, 120_000)
