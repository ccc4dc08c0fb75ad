import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { openPlace, removePlace } from '../../src/core/postgres/place.ts'
import { stopPostmaster } from '../../src/core/postgres/postmaster.ts'

export interface PostgresProcess {
  readonly child: ChildProcess
  readonly url: string
  readonly adopted: boolean
  /** The clean way: it stops PostgreSQL if nobody else uses it. */
  stop(): Promise<void>
  /** kill -9 */
  kill(): Promise<void>
}

export interface ProcessOptions {
  readonly env?: NodeJS.ProcessEnv
  readonly uid?: number
  readonly gid?: number
  /** Another copy of the project. */
  readonly project?: string
}

const thisProject = fileURLToPath(new URL('../..', import.meta.url))

export function spawnPostgresProgram(dataDir: string, options: ProcessOptions = {}): ChildProcess {
  const { project = thisProject, env = { PATH: process.env['PATH'] }, ...user } = options
  const program = join(project, 'test/kit/postgres-program.ts')
  const child = spawn(process.execPath, ['--import', 'tsx', program, dataDir], {
    cwd: project,
    env,
    detached: true,
    stdio: ['pipe', 'pipe', 'pipe'],
    ...user,
  })
  child.stdin.on('error', () => {}) // It was killed: the test that did it knows.
  return child
}

/** Starts a process that uses the own PostgreSQL in the folder, and waits until it has it. */
export async function startPostgresProcess(
  dataDir: string,
  options: ProcessOptions = {},
): Promise<PostgresProcess> {
  const child = spawnPostgresProgram(dataDir, options)
  const exit = once(child, 'exit')
  const said: string[] = []
  child.stderr?.on('data', (chunk) => said.push(String(chunk)))
  const line = await firstLine(child)
  if (line === undefined) throw new Error(said.join(''))
  return {
    child,
    ...(JSON.parse(line) as { url: string; adopted: boolean }),
    async stop() {
      child.stdin?.end()
      await exit
    },
    async kill() {
      child.kill('SIGKILL')
      await exit
    },
  }
}

async function firstLine(child: ChildProcess): Promise<string | undefined> {
  if (child.stdout === null) throw new Error('no output to read')
  for await (const line of createInterface(child.stdout)) return line
  return undefined
}

/** Waits for a fact. It is asked again and again, because nobody tells; the test's time limit bounds it. */
export async function until(fact: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await fact())) await pause(5)
}

/** A folder that every user can get to, for the data of an own PostgreSQL. */
export function postgresFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'opora-test-'))
  chmodSync(folder, 0o711)
  return folder
}

/** Stops what still runs there, whoever started it, and removes all. */
export async function removePostgresFolder(folder: string): Promise<void> {
  await stopPostmaster(openPlace(folder).data)
  removePlace(folder)
}
