import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { TestServer } from '../kit/server.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))

/** `npm run import` as a process against a server; its settings go as in the environment. */
export function startImport(
  server: TestServer,
  args: readonly string[],
  settings: Record<string, string> = {},
) {
  const env = { PATH: process.env['PATH'], OPORA_URL: server.url, ...settings }
  const child = spawn(process.execPath, ['--import', 'tsx', 'src/commands/import.ts', ...args], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  const said = { out: '', err: '' }
  child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  const ended = new Promise<{ code: number | null; out: string; err: string }>((resolve) =>
    child.on('close', (code) => resolve({ code, ...said })),
  )
  return { child, ended }
}
