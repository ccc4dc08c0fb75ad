import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { findPostmaster } from '../../src/core/postgres/postmaster.ts'
import { cloneInto } from '../kit/clone.ts'
import { withClient } from '../kit/database.ts'
import { postgresFolder, removePostgresFolder, startPostgresProcess } from '../kit/postgres-process.ts'

const isRoot = process.geteuid?.() === 0
const project = fileURLToPath(new URL('../..', import.meta.url))
const nobody = isRoot ? statOfNobody() : undefined

describe.runIf(isRoot)('as root', () => {
  let home: string
  beforeEach(() => {
    home = mkdtempSync(join(tmpdir(), 'opora-home-'))
    chmodSync(home, 0o700)
  })
  afterEach(() => rmSync(home, { recursive: true, force: true }))

  test('a clone under a home folder that nobody else may enter works and keeps its data', async () => {
    const clone = cloneInto(join(home, 'opora'))
    const folder = join(clone, '.data', 'postgres')
    const first = await startPostgresProcess(folder, { project: clone, env: {} })
    const place = readFileSync(join(folder, 'place'), 'utf8').trim()
    expect(place.startsWith(home)).toBe(false)
    expect(statSync(join(place, 'data')).uid).not.toBe(0)
    expect(readFileSync(join(place, 'belongs-to'), 'utf8').trim()).toBe(folder)
    await withClient(first.url, (client) => client.query("create table kept as select lower('ДА') as answer"))
    await first.kill()
    const second = await startPostgresProcess(folder, { project: clone, env: {} })
    expect(second).toMatchObject({ adopted: true, url: first.url })
    await second.stop()
    expect(findPostmaster(join(place, 'data'))).toBeUndefined()
    const third = await startPostgresProcess(folder, { project: clone, env: {} })
    expect(third.adopted).toBe(false)
    const rows = await withClient(
      third.url,
      async (client) => (await client.query('select * from kept')).rows,
    )
    expect(rows).toEqual([{ answer: 'да' }])
    await third.stop()
    await removePostgresFolder(folder)
    expect(existsSync(place)).toBe(false)
  })
})

describe.runIf(nobody !== undefined)('as an ordinary user, when the tests run as root', () => {
  test('the data belongs to that user, and root can go on with it', async () => {
    const folder = postgresFolder()
    const dataDir = join(folder, 'postgres')
    chmodSync(folder, 0o777)
    const first = await startPostgresProcess(dataDir, { ...nobody })
    await withClient(first.url, (client) => client.query('create table kept as select 1 as one'))
    expect(statSync(join(dataDir, 'data'))).toMatchObject({ uid: nobody?.uid, mode: 0o40700 })
    await first.stop()
    const second = await startPostgresProcess(dataDir)
    const rows = await withClient(
      second.url,
      async (client) => (await client.query('select * from kept')).rows,
    )
    expect(rows).toEqual([{ one: 1 }])
    await second.stop()
    const third = await startPostgresProcess(dataDir, { ...nobody })
    await third.stop()
    await removePostgresFolder(dataDir)
    rmSync(folder, { recursive: true })
  })
})

/** Only when that user could read this clone: not under a closed home folder. */
function statOfNobody(): { uid: number; gid: number } | undefined {
  const [, , uid, gid] = /^nobody:.*$/m.exec(readFileSync('/etc/passwd', 'utf8'))?.[0].split(':') ?? []
  const isOpen = foldersAbove(project).every((folder) => (statSync(folder).mode & 0o5) === 0o5)
  return isOpen && Number(uid) > 0 ? { uid: Number(uid), gid: Number(gid) } : undefined
}

function foldersAbove(folder: string): string[] {
  return dirname(folder) === folder ? [folder] : [folder, ...foldersAbove(dirname(folder))]
}
