import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { ownPostgres } from '../../src/core/postgres/own-postgres.ts'
import { freshDatabase, withClient } from '../kit/database.ts'
import { machineTools, startMachinePostgres } from '../kit/machine-postgres.ts'
import { postgresFolder, removePostgresFolder } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { followInbox, followMessages, followTicket, isCaughtUp } from '../kit/stream.ts'
import { buyer, openTicket, service, supervisor } from '../kit/world.ts'
import { send } from '../messages/entries.ts'
import { reset, whole } from '../streams/feed.ts'
import { type Dump, dumpByHand, dumpWithTools } from './dump.ts'
import { runLog } from './log-program.ts'
import { toldLog } from './nodes.ts'

interface Before {
  readonly ticketId: string
  /** Cursors of before the backup and of after it, of streams and of writes. */
  readonly cursors: readonly string[]
}

/** What happened on the first installation: some of it is in the dump, some came after and is lost with it. */
async function happened(server: TestServer, dump: () => Promise<Dump>): Promise<Before & { dump: Dump }> {
  const anna = await buyer(server, 'anna')
  const { id: ticketId } = await openTicket(anna)
  const early = await send(anna, ticketId, 'В копии')
  await toldLog(server.desk)
  const place = async () => (await followTicket(server, anna, { ticketId }).next()).cursor
  const [caughtUp, dumped] = [await place(), await dump()]
  const late = await send(anna, ticketId, 'После копии')
  await toldLog(server.desk)
  return { ticketId, cursors: [early.cursor, caughtUp, late.cursor, await place()], dump: dumped }
}

/** `source` and `url`: the first installation's database, and an empty one. */
async function restoreAndBegin(source: string, url: string, makeDump: () => Promise<Dump>) {
  const first = await startTestServer({ DATABASE_URL: source })
  const { ticketId, cursors, dump } = await happened(first, makeDump)
  await first.close()
  await dump(url)
  expect(await runLog('new-epoch', url)).toMatchObject({ code: 0 })
  const second = await startTestServer({ DATABASE_URL: url })
  const [anna, sergey] = [await buyer(second, 'anna'), await supervisor(second)]
  const partner = await service(second, 'events:read')
  const messages = followMessages(second, anna, { ticketId, afterSeq: 0 })
  expect([await messages.next(), await messages.next()]).toMatchObject([{ seq: 1 }, { text: 'В копии' }])
  const streams = []
  for (const after of cursors) {
    expect(await reset(partner, after)).toMatchObject({ reason: 'UNKNOWN_CURSOR' })
    for (const stream of [
      followTicket(second, anna, { ticketId, after }),
      followInbox(second, sergey, { after }),
    ]) {
      expect(await stream.next()).toMatchObject({ __typename: 'Reset', reason: 'UNKNOWN_CURSOR' })
      await stream.upTo(isCaughtUp)
      streams.push(stream)
    }
  }
  // What is new takes the places of what was lost, and reaches all who went on from their Reset.
  const { cursor } = await send(anna, ticketId, 'После восстановления')
  for (const stream of streams) {
    expect(await stream.next()).toMatchObject({ seq: 3, message: { text: 'После восстановления' } })
  }
  expect(await messages.next()).toMatchObject({ seq: 3 })
  const log = await toldLog(second.desk)
  expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => index + 1))
  expect((await whole(partner)).length).toBe(log.filter(({ seq }) => seq !== null).length + 1)
  expect(await whole(partner, { after: cursor })).toEqual([])
  await second.close()
}

it('a copy of all rows in a fresh cluster, then new-epoch: old cursors get Reset, new events flow', async () => {
  const folder = postgresFolder()
  const cluster = await ownPostgres({ dataDir: folder, log: () => {} })
  const source = await freshDatabase()
  onTestFinished(async () => {
    await cluster.stop()
    await removePostgresFolder(folder)
    await source.drop()
  })
  await withClient(cluster.url, async (client) => await client.query('create database restored'))
  const url = new URL(cluster.url)
  url.pathname = '/restored'
  await restoreAndBegin(source.url, url.href, async () => await dumpByHand(source.url))
})

it.skipIf(machineTools === null)(
  "pg_dump and pg_restore of the machine's own PostgreSQL, then new-epoch: the same (skipped where none is installed)",
  async () => {
    const tools = machineTools ?? ''
    const postgres = await startMachinePostgres(tools)
    onTestFinished(postgres.stop)
    const [source, url] = [await postgres.create('desk'), await postgres.create('restored')]
    const file = join(postgres.folder, 'dump')
    await restoreAndBegin(source, url, async () => await dumpWithTools(source, tools, file))
  },
)
