import { execFileSync } from 'node:child_process'
import { chownSync, readFileSync, readlinkSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartRefused } from '../start-refused.ts'
import { processBirth } from './presence.ts'
import type { RunAs } from './run-as.ts'

/** The one process that owns a data folder, as its file `postmaster.pid` describes it. */
export interface Postmaster {
  readonly pid: number
  readonly port: number
  /** Any word but `ready` means: not yet, or not any more. */
  readonly state: string
}

/** The living owner of the data folder, whoever started it. */
export function findPostmaster(data: string): Postmaster | undefined {
  const [pid, , , port, , , , state] = readLines(data)
  if (!(Number(pid) > 0) || !worksIn(Number(pid), data)) return undefined
  return { pid: Number(pid), port: Number(port), state: state?.trim() ?? '' }
}

function readLines(data: string): string[] {
  try {
    return readFileSync(join(data, 'postmaster.pid'), 'utf8').split('\n')
  } catch {
    return []
  }
}

/** The pid alone proves nothing: after a crash it may be another program's. PostgreSQL stays in its data folder. */
function worksIn(pid: number, data: string): boolean {
  if (processBirth(pid) === undefined) return false
  try {
    if (process.platform === 'linux') return readlinkSync(`/proc/${pid}/cwd`) === data
    if (process.platform === 'win32') return true
    return execFileSync('ps', ['-ww', '-o', 'command=', '-p', `${pid}`], { encoding: 'utf8' }).includes(data)
  } catch {
    return false
  }
}

/**
 * Lets PostgreSQL start over a `postmaster.pid` whose process is gone. It refuses when the pid is alive, even as
 * another program's or as a zombie, but not when it is its own parent's: so ours is written there. The file is not
 * deleted, because by the rest of it PostgreSQL sees whether orphans of the dead one still write. Call it in turn.
 */
export function disownStale(data: string, user: RunAs | undefined): void {
  const lines = readLines(data)
  if (lines.length === 0 || findPostmaster(data) !== undefined) return
  const path = join(data, 'postmaster.pid')
  writeFileSync(`${path}.new`, [`${process.pid}`, ...lines.slice(1)].join('\n'), { mode: 0o600 })
  if (user !== undefined) chownSync(`${path}.new`, user.uid, user.gid)
  renameSync(`${path}.new`, path)
}

const stopSeconds = { SIGINT: 60, SIGQUIT: 10, SIGKILL: 10 } as const

/**
 * Stops whoever owns the data folder: fast (transactions are rolled back, the rest is written), harder when that takes
 * more than a minute. Whatever the signal, nothing acknowledged is lost.
 * @throws StartRefused when it does not go
 */
export async function stopPostmaster(data: string): Promise<void> {
  const owner = findPostmaster(data)
  if (owner === undefined) return
  for (const [signal, seconds] of Object.entries(stopSeconds)) {
    if (!send(owner.pid, signal)) return
    if (await isGone(owner.pid, data, seconds)) return
  }
  throw new StartRefused(`PostgreSQL (process ${owner.pid}) in ${data} does not stop`)
}

function send(pid: number, signal: string): boolean {
  try {
    return process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ESRCH') return false
    throw error
  }
}

async function isGone(pid: number, data: string, seconds: number): Promise<boolean> {
  const deadline = performance.now() + seconds * 1000
  while (performance.now() < deadline) {
    if (!worksIn(pid, data)) return true
    await pause(10)
  }
  return false
}
