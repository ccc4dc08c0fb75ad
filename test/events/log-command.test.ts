import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyDatabase, type FreshDatabase, freshDatabase } from '../kit/database.ts'
import { startTestServer } from '../kit/server.ts'
import { followInbox, followTicket } from '../kit/stream.ts'
import { buyer, openTicket, supervisor } from '../kit/world.ts'
import { send } from '../messages/entries.ts'
import { runLog } from './log-program.ts'
import { toldLog } from './nodes.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(async () => await database.drop())

const log = async (argument: string, url = database.url, more: Record<string, string> = {}) =>
  await runLog(argument, url, more)

it('tells the head of the log, and begins a new epoch that older cursors do not belong to', async () => {
  const settings = { DATABASE_URL: database.url }
  const first = await startTestServer(settings)
  const anna = await buyer(first, 'anna')
  const { id } = await openTicket(anna)
  const { cursor } = await send(anna, id, 'До восстановления')
  const sergey = await supervisor(first)
  const caughtUp = await followInbox(first, sergey, { after: cursor }).next()
  expect(caughtUp.__typename).toBe('CaughtUp')
  expect(await log('head')).toEqual({ code: 0, out: 'position 3\narchived 0\n', err: '' })

  const refused = await log('new-epoch')
  expect(refused).toMatchObject({ code: 2, out: '' })
  expect(refused.err).toMatch(
    /^a server is using the database \(\d+ connections\): stop all of them first, nothing was changed\n$/,
  )
  expect((await followInbox(first, sergey, { after: cursor }).next()).__typename).toBe('CaughtUp')
  await first.close()

  expect(await log('new-epoch')).toEqual({
    code: 0,
    out: 'A new epoch of the log has begun: clients that resume from an older cursor get a Reset.\n',
    err: '',
  })
  const second = await startTestServer(settings)
  const again = await supervisor(second)
  for (const after of [cursor, caughtUp.cursor]) {
    const stream = followTicket(second, again, { ticketId: id, after })
    expect(await stream.next()).toMatchObject({ __typename: 'Reset', reason: 'UNKNOWN_CURSOR' })
    const { cursor: resumed } = await stream.next()
    expect((await followTicket(second, again, { ticketId: id, after: resumed }).next()).__typename).toBe(
      'CaughtUp',
    )
  }
  await second.close()
})

it('archives what is past the retention it is given', async () => {
  const own = await freshDatabase()
  const server = await startTestServer({ DATABASE_URL: own.url })
  await openTicket(await buyer(server, 'boris'))
  await toldLog(server.desk)
  const { pool } = server.desk.database
  await pool.query('update consumers set position = (select position from log_head)')
  await pool.query(`update events set occurred_at = now() - interval '3 days' where position = 1`)
  const archive = async (days: string) => await log('archive', own.url, { LOG_RETENTION_DAYS: days })
  expect(await archive('0')).toEqual({
    code: 2,
    out: '',
    err: 'LOG_RETENTION_DAYS is 0: everything is kept\n',
  })
  expect(await archive('4')).toEqual({ code: 0, out: 'events 0\narchived 0\n', err: '' })
  // Also while a server runs.
  expect(await archive('2')).toEqual({ code: 0, out: 'events 1\narchived 1\n', err: '' })
  expect(await log('head', own.url)).toMatchObject({ out: 'position 2\narchived 1\n' })
  await server.close()
  await own.drop()
})

it('refuses in one line what it cannot do', async () => {
  const empty = await emptyDatabase()
  expect(await log('tail')).toEqual({ code: 2, out: '', err: 'npm run log -- head | archive | new-epoch\n' })
  expect(await log('head', empty.url)).toEqual({
    code: 2,
    out: '',
    err: 'the database holds no log: no server has used it\n',
  })
  await empty.drop()
})
