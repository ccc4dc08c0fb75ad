import { randomBytes } from 'node:crypto'
import {
  chownSync,
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { reasonIn, run } from './programs.ts'
import type { RunAs } from './run-as.ts'

/**
 * How letters are told apart, by what the system has. PostgreSQL's own `C.UTF-8` does lower(), ILIKE and text search,
 * but pg_trgm asks the system's library through LC_CTYPE: with `C` it sees no Russian letter at all.
 */
const letterTypes = ['C.UTF-8', 'en_US.UTF-8', 'ru_RU.UTF-8', 'UTF-8']

/**
 * Makes the data folder with the role and the database `opora`. It appears whole or not at all: made under another
 * name, then renamed. Call it in turn.
 * @throws StartRefused with the reason PostgreSQL gives
 */
export async function createCluster(
  place: Place,
  binaries: Binaries,
  user: RunAs | undefined,
): Promise<void> {
  const home = dirname(place.data)
  for (const name of readdirSync(home)) {
    if (name.startsWith('creating-')) rmSync(join(home, name), { recursive: true, force: true })
  }
  const folder = mkdtempSync(join(home, 'creating-'))
  try {
    const secret = readOrMakePassword(place)
    const passwordFile = join(folder, 'password')
    writeFileSync(passwordFile, secret, { mode: 0o600 })
    mkdirSync(join(folder, 'data'), { mode: 0o700 })
    for (const path of [folder, passwordFile, join(folder, 'data')]) give(path, user)
    await initialize(binaries, folder, user)
    await createDatabase(binaries, join(folder, 'data'), secret, user)
    renameSync(join(folder, 'data'), place.data)
    flush(home)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function give(path: string, user: RunAs | undefined): void {
  if (user !== undefined) chownSync(path, user.uid, user.gid)
}

/** A rename is kept after a power cut only when the folder is written too. */
function flush(folder: string): void {
  if (process.platform === 'win32') return
  const handle = openSync(folder, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

function readOrMakePassword(place: Place): string {
  if (existsSync(place.password)) return readFileSync(place.password, 'latin1').trim()
  const secret = randomBytes(24).toString('hex')
  const unfinished = `${place.password}.new`
  writeFileSync(unfinished, secret, { mode: 0o600, flush: true })
  renameSync(unfinished, place.password)
  return secret
}

async function initialize(binaries: Binaries, folder: string, user: RunAs | undefined): Promise<void> {
  const values = [
    `--pgdata=${join(folder, 'data')}`,
    '--username=postgres',
    `--pwfile=${join(folder, 'password')}`,
    '--auth=scram-sha-256',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    // Where huge pages are announced but not granted (containers) PostgreSQL dies on the first touch.
    '--set=huge_pages=off',
  ]
  for (const letterType of letterTypes) {
    const said = await run(binaries.initdb, [...values, `--lc-ctype=${letterType}`], folder, user)
    if (said === undefined) return
    if (!said.includes('invalid locale name')) throw refused(said)
  }
  throw new StartRefused(
    'this system has no UTF-8 locale, without which Russian cannot be searched: install C.UTF-8',
  )
}

async function createDatabase(
  binaries: Binaries,
  data: string,
  secret: string,
  user: RunAs | undefined,
): Promise<void> {
  const values = ['--single', '-D', data, '-c', 'exit_on_error=on', '-c', 'log_checkpoints=off', 'postgres']
  // The server works as a role that can neither read files nor run programs; the superuser is for people.
  const statements = [
    `create role opora login createdb password '${secret}'`,
    'grant pg_read_all_settings to opora',
    'create database opora owner opora',
  ]
  const said = await run(binaries.postgres, values, data, user, `${statements.join('\n')}\n`)
  if (said !== undefined) throw refused(said)
}

function refused(said: string): StartRefused {
  return new StartRefused(
    `PostgreSQL could not make its data folder: ${reasonIn(said)} (or set DATABASE_URL)`,
  )
}
