import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { emptyDatabase, type FreshDatabase, freshDatabase } from '../kit/database.ts'
import { startTestServer } from '../kit/server.ts'
import { followInbox, followTicket } from '../kit/stream.ts'
import { buyer, openTicket, supervisor } from '../kit/world.ts'
import { send } from '../messages/entries.ts'

let database: FreshDatabase
beforeAll(async () => {
  database = await freshDatabase()
})
afterAll(async () => await database.drop())

const root = fileURLToPath(new URL('../..', import.meta.url))

interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

async function log(argument: string, url = database.url): Promise<Ended> {
  return await new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'], DATABASE_URL: url }
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/commands/log.ts', argument], {
      cwd: root,
      env,
    })
    const said = { out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...said }))
  })
}

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

it('refuses in one line what it cannot do', async () => {
  const empty = await emptyDatabase()
  expect(await log('tail')).toEqual({ code: 2, out: '', err: 'npm run log -- head | new-epoch\n' })
  expect(await log('head', empty.url)).toEqual({
    code: 2,
    out: '',
    err: 'the database holds no log: no server has used it\n',
  })
  await empty.drop()
})
