import { spawnSync } from 'node:child_process'
import { readFileSync, realpathSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { StartRefused } from '../start-refused.ts'

/** The user PostgreSQL runs as when this process may not run it itself: PostgreSQL refuses to run as root. */
export interface RunAs {
  readonly uid: number
  readonly gid: number
}

const isRoot = process.geteuid?.() === 0

/**
 * The user for a new database, when this process is root: a PostgreSQL account of the system, else an account
 * `opora` that is made for it, else `nobody`. It must have a name: `initdb` refuses a bare number.
 * @throws StartRefused when there is no such user
 */
export function userForNewData(log: (line: string) => void): RunAs | undefined {
  if (!isRoot) return undefined
  const known = account('postgres') ?? account('_postgres') ?? account('opora')
  if (known !== undefined) return known
  if (makeAccount()) log('made the system account opora, which PostgreSQL runs as: it refuses to run as root')
  const user = account('opora') ?? account('nobody')
  if (user !== undefined) return user
  throw new StartRefused(
    'PostgreSQL refuses to run as root and there is no other account: add one named opora or set DATABASE_URL',
  )
}

/**
 * The user to whom existing data belongs.
 * @throws StartRefused when that is not someone PostgreSQL can run as here
 */
export function ownerOf(data: string): RunAs | undefined {
  const { uid, gid } = statSync(data)
  if (isRoot && uid !== 0) return { uid, gid }
  if (!isRoot && (process.geteuid === undefined || uid === process.geteuid())) return undefined
  throw new StartRefused(
    `${data} belongs to user ${uid}, as whom PostgreSQL cannot run here: start as that user`,
  )
}

function account(name: string): RunAs | undefined {
  const line = accounts().find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid === undefined || gid === undefined || Number(uid) <= 0
    ? undefined
    : { uid: Number(uid), gid: Number(gid) }
}

function accounts(): string[] {
  try {
    return readFileSync('/etc/passwd', 'utf8').split('\n')
  } catch {
    return []
  }
}

function makeAccount(): boolean {
  const attempts = [
    ['useradd', '--system', '--user-group', '--no-create-home', '--shell', '/bin/false', 'opora'],
    ['adduser', '-S', '-D', '-H', '-s', '/bin/false', 'opora'],
  ] as const
  return attempts.some(([program, ...values]) => spawnSync(program, values, { stdio: 'ignore' }).status === 0)
}

/** Whether the user may go through every folder down to this one, by the folders' owners and modes. */
export function canEnter(user: RunAs, folder: string): boolean {
  const real = realpathSync(folder)
  const above = dirname(real)
  return hasRight(user, real, 1) && (above === real || canEnter(user, above))
}

/** Whether the user has these rights (4 read, 2 write, 1 execute or enter) on the file itself. */
export function hasRight(user: RunAs, path: string, rights: number): boolean {
  const { uid, gid, mode } = statSync(path)
  const shift = uid === user.uid ? 6 : gid === user.gid ? 3 : 0
  return ((mode >> shift) & rights) === rights
}
