import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { ownPostgres } from '../../src/core/postgres/own-postgres.ts'
import { findPostmaster } from '../../src/core/postgres/postmaster.ts'
import { withClient } from '../kit/database.ts'
import {
  postgresFolder,
  removePostgresFolder,
  spawnPostgresProgram,
  startPostgresProcess,
  until,
} from '../kit/postgres-process.ts'

let folder: string
beforeEach(() => {
  folder = postgresFolder()
})
afterEach(() => removePostgresFolder(folder))

const data = () => join(folder, 'data')
const postmasterPid = () => findPostmaster(data())?.pid ?? 0

test('three first starts at once make one database and share it', async () => {
  const processes = await Promise.all([1, 2, 3].map(() => startPostgresProcess(folder)))
  expect(processes.filter((one) => one.adopted)).toHaveLength(2)
  expect(new Set(processes.map((one) => one.url)).size).toBe(1)
  expect(readdirSync(folder).sort()).toEqual(['data', 'log', 'nodes', 'password', 'turns'])
  const [last, ...others] = processes
  await Promise.all(others.map((one) => one.stop()))
  await withClient(last?.url ?? '', (client) => client.query('select 1'))
  await last?.stop()
  expect(findPostmaster(data())).toBeUndefined()
})

test('a killed server leaves PostgreSQL running and the next one takes it over', async () => {
  const killed = await startPostgresProcess(folder)
  await withClient(killed.url, (client) => client.query('create table kept as select 1 as one'))
  const pid = postmasterPid()
  await killed.kill()
  expect(postmasterPid()).toBe(pid)
  const next = await startPostgresProcess(folder)
  expect(next).toMatchObject({ adopted: true, url: killed.url })
  await withClient(next.url, async (client) => {
    expect((await client.query('select * from kept')).rows).toEqual([{ one: 1 }])
  })
  await next.stop()
  expect(findPostmaster(data())).toBeUndefined()
})

test('Ctrl-C in the terminal does not reach PostgreSQL before the server has stopped it', async () => {
  const server = await startPostgresProcess(folder)
  const pid = postmasterPid()
  const exit = once(server.child, 'exit')
  // The program leads its process group, as a terminal's foreground job does; the signal goes to all of the group.
  process.kill(-(server.child.pid ?? 0), 'SIGINT')
  await exit
  const next = await startPostgresProcess(folder)
  expect(next.adopted).toBe(true)
  expect(postmasterPid()).toBe(pid)
  await next.stop()
})

test.for(['PostgreSQL alone', 'the server too'])('kill -9 of %s loses nothing acknowledged', async (whom) => {
  const server = await startPostgresProcess(folder)
  const acknowledged: number[] = []
  const pid = postmasterPid()
  await withClient(server.url, (client) => client.query('create table written (number int)'))
  const writers = [0, 1, 2, 3].map((writer) =>
    withClient(server.url, async (client) => {
      client.on('error', () => {})
      for (let number = writer; ; number += 4) {
        await client.query('insert into written values ($1)', [number])
        acknowledged.push(number)
      }
    }).catch(() => {}),
  )
  await until(() => acknowledged.length >= 200)
  process.kill(pid, 'SIGKILL')
  if (whom === 'the server too') await server.kill()
  const next = await startPostgresProcess(folder)
  await Promise.all(writers)
  const rows = await withClient(next.url, async (client) => {
    return (await client.query<{ number: number }>('select number from written')).rows
  })
  expect(next.adopted).toBe(false)
  const kept = new Set(rows.map((row) => row.number))
  expect(acknowledged.filter((number) => !kept.has(number))).toEqual([])
  if (whom === 'PostgreSQL alone') await server.stop()
  await next.stop()
  expect(findPostmaster(data())).toBeUndefined()
})

test('five kills in a row, of the server or of both, and every start succeeds', async () => {
  for (let round = 1; round <= 5; round++) {
    const server = await startPostgresProcess(folder)
    const rows = await withClient(server.url, async (client) => {
      await client.query('create table if not exists rounds (round int)')
      await client.query('insert into rounds values ($1)', [round])
      return (await client.query<{ round: number }>('select round from rounds order by 1')).rows
    })
    expect(rows.map((row) => row.round)).toEqual(Array.from({ length: round }, (_, index) => index + 1))
    if (round % 2 === 0) process.kill(postmasterPid(), 'SIGKILL')
    await server.kill()
  }
})

test('a pid file whose number is now another program is not obeyed, and that program not touched', async () => {
  const first = await startPostgresProcess(folder)
  const pid = postmasterPid()
  const file = readFileSync(join(data(), 'postmaster.pid'), 'latin1')
  process.kill(pid, 'SIGKILL')
  await first.kill()
  // Of the same user: another user's process PostgreSQL would not take for one of its own anyway.
  const { uid, gid } = statSync(data())
  const program = ['-e', 'process.stdin.resume()']
  const user = process.geteuid?.() === 0 ? { uid, gid } : {}
  const stranger = spawn(process.execPath, program, {
    ...user,
    cwd: '/',
    stdio: ['pipe', 'ignore', 'ignore'],
  })
  await once(stranger, 'spawn')
  writeFileSync(join(data(), 'postmaster.pid'), file.replace(/^\d+/, `${stranger.pid}`))
  const next = await ownPostgres({ dataDir: folder, log: () => {} })
  expect(next.adopted).toBe(false)
  await next.stop()
  expect([stranger.exitCode, stranger.signalCode]).toEqual([null, null])
  stranger.kill()
})

test('killed while it makes the database, the next start makes it', async () => {
  const killed = spawnPostgresProgram(folder)
  const exit = once(killed, 'exit')
  await until(() => readdirSync(folder).some((name) => name.startsWith('creating-')))
  killed.kill('SIGKILL')
  await exit
  const next = await ownPostgres({ dataDir: folder, log: () => {} })
  expect(next.adopted).toBe(false)
  await withClient(next.url, (client) => client.query('select 1'))
  await next.stop()
  expect(readdirSync(folder).sort()).toEqual(['data', 'log', 'nodes', 'password', 'turns'])
})
