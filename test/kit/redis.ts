import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Readable } from 'node:stream'
import { endAfterFile } from './leftovers.ts'
import { fixedPort } from './ports.ts'

/** False when there is no `redis-server` on the PATH: what needs one is skipped, and says so. */
export const hasRedis = answersVersion()

export interface RedisProcess {
  readonly url: string
  readonly port: number
  /** Starts it again on its port after a kill or a stop; nothing is kept. */
  start(): Promise<void>
  /** kill -9 */
  kill(): Promise<void>
  /** For good. */
  stop(): Promise<void>
}

/** A Redis of one's own on a free port, ready to be used. */
export async function startRedis(): Promise<RedisProcess> {
  const port = await fixedPort()
  const folder = mkdtempSync(join(tmpdir(), 'opora-test-redis-'))
  let child: ChildProcess | null = null
  const end = async (signal: NodeJS.Signals) => {
    const ending = child
    child = null
    if (ending === null || ending.exitCode !== null || ending.signalCode !== null) return
    const ended = once(ending, 'exit')
    ending.kill(signal)
    await ended
  }
  endAfterFile(() => {
    child?.kill('SIGKILL')
    rmSync(folder, { recursive: true, force: true })
  })
  const redis: RedisProcess = {
    url: `redis://127.0.0.1:${port}`,
    port,
    async start() {
      child ??= await launch(port, folder)
    },
    kill: async () => await end('SIGKILL'),
    async stop() {
      await end('SIGTERM')
      rmSync(folder, { recursive: true, force: true })
    },
  }
  await redis.start()
  return redis
}

async function launch(port: number, folder: string): Promise<ChildProcess> {
  const settings = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no', daemonize: 'no' }
  const words = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)])
  const child = spawn('redis-server', words, { stdio: ['ignore', 'pipe', 'inherit'] })
  const said = await linesUntil(child.stdout, 'Ready to accept connections')
  if (!said.at(-1)?.includes('Ready')) throw new Error(`redis-server did not start:\n${said.join('\n')}`)
  // What it says later is read too: a full pipe would stop it.
  child.stdout.resume()
  return child
}

async function linesUntil(output: Readable, words: string): Promise<string[]> {
  const said: string[] = []
  for await (const line of createInterface(output)) {
    said.push(line)
    if (line.includes(words)) break
  }
  return said
}

function answersVersion(): boolean {
  try {
    execFileSync('redis-server', ['--version'], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}
