import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { endAfterFile } from '../kit/leftovers.ts'

/** The real program in a process of its own, made and run by the commands of `npm start`. */
export interface Program {
  /** `http://127.0.0.1:…/graphql` */
  readonly url: string
  /** From the start of the process until `/healthz` answered. */
  readonly startMs: number
  /** What it has printed so far. */
  output(): string
  /** What it has logged so far. */
  log(): string
  /** How it ended; it may end without being asked to. */
  readonly ended: Promise<Ended>
  /** SIGTERM. How it ended, and how long that took. */
  stop(): Promise<{ code: number | null; stopMs: number }>
  /** kill -9 */
  kill(): Promise<void>
}

export interface ProgramOptions {
  /** The whole environment, apart from the port. */
  readonly env?: Readonly<Record<string, string>>
  readonly port: number
  /** Where it is started; a relative DATA_DIR, and so the default one, is in there. */
  readonly folder: string
  readonly uid?: number
  readonly gid?: number
}

export interface Ended {
  readonly code: number | null
  readonly output: string
  readonly errors: string
}

const project = fileURLToPath(new URL('../..', import.meta.url))

/** A bundle of this process's own: another test file, or a person, may be making theirs at this moment. */
let bundle: Promise<readonly string[]> | undefined

/** Makes the bundle on first use; answers what to start Node with. */
async function makeBundle(): Promise<readonly string[]> {
  const { scripts } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    scripts: { prestart: string; start: string }
  }
  // In the project, because the packages are found from there; not in `dist`, which may be cleared at any time.
  const cache = join(project, 'node_modules', '.cache')
  mkdirSync(cache, { recursive: true })
  const folder = mkdtempSync(join(cache, 'opora-test-'))
  chmodSync(folder, 0o755)
  endAfterFile(() => {
    bundle = undefined
    rmSync(folder, { recursive: true })
  })
  const [maker = '', ...making] = scripts.prestart.replace('--outdir=dist', `--outdir=${folder}`).split(' ')
  await promisify(execFile)(join(project, 'node_modules', '.bin', maker), making, { cwd: project })
  const [, ...starting] = scripts.start.replace('dist/', `${folder}/`).split(' ')
  if (!existsSync(starting.at(-1) ?? ''))
    throw new Error(`npm start has other commands now: ${scripts.start}`)
  return starting
}

/**
 * Starts the program and waits until it says where it is.
 * @throws with what it said when it ends instead
 */
export async function startProgram(options: ProgramOptions): Promise<Program> {
  const starting = await (bundle ??= makeBundle())
  const begun = performance.now()
  const { child, said, ended } = launch(starting, options)
  const url = `http://127.0.0.1:${options.port}/graphql`
  const isOver = () => child.exitCode !== null || child.signalCode !== null
  while (!isOver() && !(await answers(url.replace('graphql', 'healthz')))) await pause(10)
  const startMs = Math.round(performance.now() - begun)
  while (!isOver() && !said.output.includes('Opora is at')) await pause(5)
  if (isOver()) throw endedEarly(await ended)
  return {
    url,
    ended,
    startMs,
    output: () => said.output,
    log: () => said.errors,
    async stop() {
      const asked = performance.now()
      child.kill('SIGTERM')
      const { code } = await ended
      return { code, stopMs: Math.round(performance.now() - asked) }
    },
    async kill() {
      child.kill('SIGKILL')
      await ended
    },
  }
}

export function endedEarly({ code, errors }: Ended): Error {
  return new Error(`the program ended with ${code}: ${errors}`)
}

/** Runs a program that is expected to end by itself. */
export async function runProgram(options: ProgramOptions): Promise<Ended> {
  return await launch(await (bundle ??= makeBundle()), options).ended
}

function launch(starting: readonly string[], { env = {}, port, folder, ...user }: ProgramOptions) {
  const child: ChildProcess = spawn(process.execPath, starting, {
    cwd: folder,
    env: { PORT: `${port}`, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
    ...user,
  })
  endAfterFile(() => child.kill('SIGKILL'))
  const said = { output: '', errors: '' }
  child.stdout?.setEncoding('utf8').on('data', (text: string) => (said.output += text))
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (said.errors += text))
  const ended = once(child, 'close').then(([code]): Ended => ({ code: code as number | null, ...said }))
  return { child, said, ended }
}

async function answers(url: string): Promise<boolean> {
  const response = await fetch(url).catch(() => null)
  await response?.body?.cancel()
  return response?.status === 200
}
