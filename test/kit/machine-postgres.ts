import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { run } from '../../src/core/postgres/programs.ts'
import { userForNewData } from '../../src/core/postgres/run-as.ts'
import { withClient } from './database.ts'
import { endAfterFile } from './leftovers.ts'
import { fixedPort } from './ports.ts'
import { postgresFolder, until } from './postgres-process.ts'

/** The oldest version that a server is given by DATABASE_URL. */
const oldest = 15
const installed = '/usr/lib/postgresql'
const programs = ['initdb', 'postgres', 'pg_dump', 'pg_restore']

/** The newest PostgreSQL that this machine has with all its tools; null where tests with one must be skipped. */
export const machineTools = findTools()

function findTools(): string | null {
  const versions = existsSync(installed) ? readdirSync(installed).map(Number) : []
  const folders = versions
    .filter((version) => version >= oldest)
    .sort((one, other) => other - one)
    .map((version) => join(installed, String(version), 'bin'))
  return folders.find((folder) => programs.every((program) => existsSync(join(folder, program)))) ?? null
}

export interface MachinePostgres {
  /** A folder that it may write to. */
  readonly folder: string
  /** A new, empty database. */
  create(name: string): Promise<string>
  stop(): Promise<void>
}

/** A PostgreSQL of that kind of one's own, in a folder of its own, as its packages would set it up. */
export async function startMachinePostgres(tools: string): Promise<MachinePostgres> {
  const folder = postgresFolder()
  const data = join(folder, 'data')
  const user = userForNewData(() => {})
  mkdirSync(data, { mode: 0o700 })
  if (user !== undefined) for (const path of [folder, data]) chownSync(path, user.uid, user.gid)
  const values = [
    '--pgdata',
    data,
    '--username=postgres',
    '--auth=trust',
    '--encoding=UTF8',
    '--locale=C.UTF-8',
  ]
  const said = await run(join(tools, 'initdb'), [...values, '--no-sync'], folder, user)
  if (said !== undefined) throw new Error(said)
  const port = await fixedPort()
  const settings = { listen_addresses: '127.0.0.1', port, unix_socket_directories: '', fsync: 'off' }
  const words = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const child = spawn(join(tools, 'postgres'), ['-D', data, ...words], {
    ...user,
    cwd: folder,
    stdio: 'ignore',
  })
  endAfterFile(() => {
    child.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  const url = (name: string) => `postgresql://postgres@127.0.0.1:${port}/${name}`
  await until(async () => await answers(url('postgres')))
  return {
    folder,
    async create(name) {
      await withClient(url('postgres'), async (client) => await client.query(`create database ${name}`))
      return url(name)
    },
    stop: async () => await end(child),
  }
}

async function answers(url: string): Promise<boolean> {
  return await withClient(url, async (client) => await client.query('select 1')).then(
    () => true,
    () => false,
  )
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGINT')
  await ended
}
