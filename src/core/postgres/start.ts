import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { StartRefused } from '../start-refused.ts'
import type { Binaries } from './binaries.ts'
import type { Place } from './place.ts'
import { disownStale, findPostmaster, type Postmaster } from './postmaster.ts'
import { cannotRun, environment, launch, reasonIn } from './programs.ts'
import type { RunAs } from './run-as.ts'

/** Given on the command line and not in a file, so that data of an older Opora runs with today's. */
const serverSettings = {
  listen_addresses: '127.0.0.1',
  unix_socket_directories: '',
  max_connections: '200',
  shared_buffers: '256MB',
  effective_cache_size: '1GB',
  work_mem: '8MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  huge_pages: 'off',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_checkpoints: 'off',
}

/** After a crash PostgreSQL first replays its log, which takes as long as it takes. */
const recoverySeconds = 600
/** Orphans of a killed PostgreSQL end by themselves when they notice. */
const orphanSeconds = 30

/**
 * Starts PostgreSQL on the data folder, which nobody owns, and waits until it is ready. Call it in turn.
 * It is a process group of its own: Ctrl-C in the terminal reaches the server, which then stops PostgreSQL in order.
 * @throws StartRefused with the reason PostgreSQL gives
 */
export async function startPostmaster(
  place: Place,
  binaries: Binaries,
  user: RunAs | undefined,
  settings: Readonly<Record<string, string>>,
): Promise<Postmaster> {
  const deadline = performance.now() + orphanSeconds * 1000
  let port = await freePort(portOfLastStart(place.data))
  for (;;) {
    disownStale(place.data, user)
    const outcome = await tryStart(place, binaries, user, { ...serverSettings, ...settings, port: `${port}` })
    if (typeof outcome !== 'string') return outcome
    const isPortTaken = /could not (bind|create any TCP)/.test(outcome)
    const isOrphaned = /shared memory block|lock file/.test(outcome)
    if ((!isPortTaken && !isOrphaned) || performance.now() > deadline) {
      throw new StartRefused(`PostgreSQL did not start: ${reasonIn(outcome)} (all of it in ${place.log})`)
    }
    if (isPortTaken) port = await freePort()
    else await pause(100)
  }
}

/** The running PostgreSQL, or what it said before it ended. */
async function tryStart(
  place: Place,
  binaries: Binaries,
  user: RunAs | undefined,
  settings: Readonly<Record<string, string>>,
): Promise<Postmaster | string> {
  const values = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const logStart = startOfLog(place.log)
  const log = openSync(place.log, 'a', 0o600)
  const child = launch(() =>
    spawn(binaries.postgres, ['-D', place.data, ...values], {
      ...user,
      cwd: place.data,
      env: environment,
      detached: true,
      stdio: ['ignore', log, log],
    }),
  )
  closeSync(log)
  let failure: Error | undefined
  child.once('error', (error) => {
    failure = error
  })
  child.unref()
  const deadline = performance.now() + recoverySeconds * 1000
  while (performance.now() < deadline) {
    if (failure !== undefined) throw cannotRun(failure)
    if (hasEnded(child)) return readFileSync(place.log).subarray(logStart).toString()
    const owner = findPostmaster(place.data)
    if (owner !== undefined && owner.pid === child.pid && owner.state === 'ready') return owner
    await pause(5)
  }
  throw new StartRefused(
    `PostgreSQL is still recovering ${place.data} after ${recoverySeconds} s: start again later`,
  )
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null
}

const logLimitBytes = 16_000_000

/** Where the next line will stand. A log that has grown long is put aside, and the one put aside before is dropped. */
function startOfLog(path: string): number {
  if (!existsSync(path)) return 0
  const { size } = statSync(path)
  if (size < logLimitBytes) return size
  renameSync(path, `${path}.old`)
  return 0
}

/** So that the address stays the same over restarts, for those who wrote it down. */
function portOfLastStart(data: string): number {
  const options = join(data, 'postmaster.opts')
  const found = existsSync(options) ? /\bport=(\d+)/.exec(readFileSync(options, 'utf8')) : null
  return Number(found?.[1] ?? 0)
}

/** A free port of this machine: the wished one if it is free. Another may take it before PostgreSQL does. */
function freePort(wished = 0): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => (wished === 0 ? reject(error) : resolve(freePort())))
    probe.listen({ port: wished, host: '127.0.0.1', exclusive: true }, () => {
      const address = probe.address()
      probe.close(() => resolve(typeof address === 'object' && address !== null ? address.port : 0))
    })
  })
}
