import { existsSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type OwnPostgres, ownPostgres } from '../../src/core/postgres/own-postgres.ts'
import { findPostmaster } from '../../src/core/postgres/postmaster.ts'
import { processBirth } from '../../src/core/postgres/presence.ts'
import { StartRefused } from '../../src/core/start-refused.ts'
import { cloneInto } from '../kit/clone.ts'
import { withClient } from '../kit/database.ts'
import { postgresFolder, removePostgresFolder, startPostgresProcess } from '../kit/postgres-process.ts'

let folder: string
beforeEach(() => {
  folder = postgresFolder()
})
afterEach(() => removePostgresFolder(folder))

const start = (): Promise<OwnPostgres> => ownPostgres({ dataDir: folder, log: () => {} })
const data = () => join(folder, 'data')

describe('a new database', () => {
  test('knows Russian even when it is made in an empty environment', async () => {
    const process = await startPostgresProcess(folder, { env: {} })
    const answer = await withClient(process.url, async (client) => {
      await client.query('create extension pg_trgm')
      const { rows } = await client.query(`
        select lower('ПРИВЕТ, Ёж') as lower,
          'Где моя ПОСЫЛКА?' ilike '%посылка%' as ilike,
          to_tsvector('russian', 'Посылки ПРИШЛИ вчера') @@ plainto_tsquery('russian', 'посылка пришла') as search,
          similarity('Доставка', 'ДОСТАВКИ') > 0.5 as trigram,
          cardinality(show_trgm('привет')) as trigrams,
          current_setting('server_encoding') as encoding`)
      return rows
    })
    await process.stop()
    expect(answer).toEqual([
      { lower: 'привет, ёж', ilike: true, search: true, trigram: true, trigrams: 7, encoding: 'UTF8' },
    ])
  })

  test('is open to this machine and its own password only', async () => {
    const postgres = await start()
    const rows = await withClient(postgres.url, async (client) => {
      const settings = ['listen_addresses', 'unix_socket_directories', 'fsync', 'max_connections']
      const shown = settings.map((name) => `current_setting('${name}') as ${name}`).join(', ')
      return (await client.query(`select ${shown}, current_setting('is_superuser') as superuser`)).rows
    })
    expect(rows).toEqual([
      {
        listen_addresses: '127.0.0.1',
        unix_socket_directories: '',
        fsync: 'on',
        max_connections: '200',
        superuser: 'off',
      },
    ])
    for (const user of ['opora', 'postgres']) {
      const guessed = new URL(postgres.url)
      guessed.username = user
      guessed.password = 'guessed'
      await expect(withClient(guessed.href, async () => {})).rejects.toThrow('password authentication failed')
    }
    const modes = ['password', 'log', 'data', 'nodes'].map(
      (name) => statSync(join(folder, name)).mode & 0o777,
    )
    expect(modes).toEqual([0o600, 0o600, 0o700, 0o700])
    await postgres.stop()
  })
})

test('works where install scripts were not allowed to run', async () => {
  const clone = cloneInto(join(folder, 'clone'))
  const process = await startPostgresProcess(join(folder, 'postgres'), { project: clone })
  await withClient(process.url, (client) => client.query('create extension pg_trgm'))
  await process.stop()
})

describe('stopping', () => {
  test('leaves no process and no files of the running one, and may be asked again', async () => {
    const postgres = await start()
    const owner = findPostmaster(data())
    expect(owner?.state).toBe('ready')
    await postgres.stop()
    await postgres.stop()
    expect(processBirth(owner?.pid ?? 0)).toBeUndefined()
    if (process.platform === 'linux') expect(processesIn(data())).toEqual([])
    expect(existsSync(join(data(), 'postmaster.pid'))).toBe(false)
    expect(readdirSync(join(folder, 'nodes'))).toEqual([])
    expect(readdirSync(join(folder, 'turns'))).toEqual([])
  })

  test('waits for the last of those who use it', async () => {
    const first = await start()
    const second = await start()
    expect([first.adopted, second.adopted]).toEqual([false, true])
    await first.stop()
    await withClient(second.url, (client) => client.query('select 1'))
    await second.stop()
    expect(findPostmaster(data())).toBeUndefined()
  })

  test('ends transactions that are open', async () => {
    const postgres = await start()
    await withClient(postgres.url, async (client) => {
      const ended = new Promise<Error>((resolve) => client.on('error', resolve))
      await client.query('begin')
      await client.query('create table unfinished ()')
      await postgres.stop()
      expect(await ended).toMatchObject({ message: expect.stringContaining('terminat') })
    })
    const again = await start()
    await withClient(again.url, async (client) => {
      const { rows } = await client.query("select to_regclass('unfinished') as found")
      expect(rows).toEqual([{ found: null }])
    })
    await again.stop()
  })
})

describe('the next start', () => {
  test('finds the data at the same address', async () => {
    const first = await start()
    await withClient(first.url, (client) => client.query("create table kept as select 'да' as answer"))
    await first.stop()
    const second = await start()
    expect(second.url).toBe(first.url)
    expect(second.adopted).toBe(false)
    await withClient(second.url, async (client) => {
      expect((await client.query('select answer from kept')).rows).toEqual([{ answer: 'да' }])
    })
    await second.stop()
  })

  test('takes another port when the last one is taken', async () => {
    const first = await start()
    await first.stop()
    const squatter = createServer()
    await new Promise<void>((resolve) => {
      squatter.listen(Number(new URL(first.url).port), '127.0.0.1', () => resolve())
    })
    const second = await start()
    expect(new URL(second.url).port).not.toBe(new URL(first.url).port)
    await second.stop()
    squatter.close()
  })

  test('refuses in one line what it cannot use', async () => {
    const postgres = await start()
    await postgres.stop()
    const password = readFileSync(join(folder, 'password'))
    rmSync(join(folder, 'password'))
    await expectRefusal(/^\S+password is missing, /)
    writeFileSync(join(folder, 'password'), password, { mode: 0o600 })
    writeFileSync(join(data(), 'PG_VERSION'), '9\n')
    await expectRefusal(/was made by PostgreSQL 9 and this is 18/)
    writeFileSync(join(data(), 'PG_VERSION'), '18\n')
    writeFileSync(join(data(), 'postgresql.conf'), 'no_such_setting = on\n')
    await expectRefusal(/^PostgreSQL did not start: .* \(all of it in \S+log\)$/)
  })

  async function expectRefusal(message: RegExp): Promise<void> {
    const refusal = await start().catch((error: unknown) => error)
    expect(refusal).toBeInstanceOf(StartRefused)
    expect((refusal as StartRefused).message).toMatch(message)
    expect((refusal as StartRefused).message).not.toContain('\n')
  }
})

function processesIn(folder: string): string[] {
  return readdirSync('/proc').filter((pid) => {
    try {
      return /^\d+$/.test(pid) && readlinkSync(`/proc/${pid}/cwd`).startsWith(folder)
    } catch {
      return false
    }
  })
}
