import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { projectPath } from '../../src/core/project-path.ts'
import { bundle } from './bundle.ts'

/** A program that is measured. It prints one line of JSON with its `url` when it is ready, and ends on SIGTERM. */
export interface ContestantProgram {
  readonly name: string
  /** From the project's folder. */
  readonly program: string
  /** Another Node than the one that runs this. */
  readonly node?: string
  /** For Node. */
  readonly flags?: readonly string[]
  readonly settings?: Readonly<Record<string, string>>
}

export interface Contestant {
  readonly name: string
  readonly url: string
  readonly processId: number
  stop(): Promise<void>
  /** kill -9 */
  kill(): Promise<void>
}

/** A connection is an open file; many systems allow fewer than a benchmark opens. `exec` keeps the process's id. */
const withManyFiles = 'ulimit -n 65535 2>/dev/null; exec "$@"'

/** A benchmark asks as fast as it can: costs are worked out and taken off as always, and nobody comes to an end. */
const points = '999999999999/999999999999'
const plenty = { COST_LIMIT_OPERATOR: points, COST_LIMIT_SERVICE: points, VIEWER_OPERATION_LIMIT: '0' }

const startSeconds = 60
const stopSeconds = 10

/** Starts a contestant in production mode and waits until it is ready. */
export async function startContestant(
  contestant: ContestantProgram,
  settings: Readonly<Record<string, string>>,
): Promise<Contestant> {
  const { name, program, node = process.execPath, flags = [] } = contestant
  const words = [node, '--enable-source-maps', ...flags, ...profiling(name), await bundle(program)]
  const child = spawn('sh', ['-c', withManyFiles, 'sh', ...words], {
    cwd: projectPath(),
    env: {
      PATH: process.env['PATH'],
      NODE_ENV: 'production',
      HOST: '127.0.0.1',
      PORT: '0',
      DEMO: '0',
      LOG_LEVEL: 'warn',
      ...plenty,
      ...settings,
      ...contestant.settings,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
  const said: string[] = []
  child.stderr.on('data', (chunk: Buffer) => said.push(chunk.toString()))
  const complain = () => process.stderr.write(`${name} has ended:\n${said.join('')}`)
  child.once('exit', complain)
  const line = await Promise.race([firstLine(child), pause(startSeconds * 1_000, null, { ref: false })])
  const stop = async () => {
    child.off('exit', complain)
    await stopProcess(child)
  }
  if (line === null || child.pid === undefined) {
    await stop()
    throw new Error(`${name} did not start:\n${said.join('')}`)
  }
  const kill = async () => {
    child.off('exit', complain)
    const ended = once(child, 'exit')
    child.kill('SIGKILL')
    await ended
  }
  return { name, url: (JSON.parse(line) as { url: string }).url, processId: child.pid, stop, kill }
}

let profileCount = 0

/** With `BENCH_PROFILE=opora` that contestant writes `dist/bench/opora-1.cpuprofile` when it stops, its second process `-2`. */
function profiling(name: string): string[] {
  if (process.env['BENCH_PROFILE'] !== name) return []
  profileCount += 1
  const file = `--cpu-prof-name=${name}-${profileCount}.cpuprofile`
  return ['--cpu-prof', `--cpu-prof-dir=${projectPath('dist', 'bench')}`, file]
}

async function firstLine(child: ChildProcess): Promise<string | null> {
  if (child.stdout === null) return null
  const lines = createInterface(child.stdout)
  const ended = once(child, 'exit').then(() => null)
  const line = once(lines, 'line').then(([text]) => text as string)
  return await Promise.race([line, ended])
}

async function stopProcess(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const timer = setTimeout(() => child.kill('SIGKILL'), stopSeconds * 1_000)
  await ended
  clearTimeout(timer)
}
