import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))

export interface Ended {
  readonly code: number | null
  readonly out: string
  readonly err: string
}

/** `npm run log -- ARGUMENT` on a database, in a process of its own. */
export async function runLog(
  argument: string,
  url: string,
  more: Record<string, string> = {},
): Promise<Ended> {
  return await new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'], DATABASE_URL: url, ...more }
    const child = spawn(process.execPath, ['--import', 'tsx', 'src/commands/log.ts', argument], {
      cwd: root,
      env,
    })
    const said = { out: '', err: '' }
    child.stdout.on('data', (chunk: Buffer) => (said.out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, ...said }))
  })
}
