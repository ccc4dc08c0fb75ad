import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { projectPath } from '../../src/core/project-path.ts'
import type { Tell } from './harness.ts'

/** Contestants that Opora does not depend on: their packages are installed into a folder of their own, when needed. */

const path = 'test/bench/contestants/'
const folder = projectPath(path)

/** Whether a program needs those packages. */
export function isForeign(program: string): boolean {
  return program.startsWith(path)
}

/** The Node that PostGraphile needs. */
export const newerNode = join(folder, 'node_modules', 'node', 'bin', 'node')

export function hasForeignPackages(): boolean {
  const installed = join(folder, 'node_modules', '.package-lock.json')
  return (
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(join(folder, 'package-lock.json')).mtimeMs
  )
}

/** `npm ci` in the contestants' folder, unless it was done for this lock file. Takes half a minute. */
export async function installForeignPackages(tell: Tell): Promise<void> {
  if (hasForeignPackages()) return
  tell('installing the contestants’ packages')
  const child = spawn('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: folder,
    stdio: ['ignore', 2, 2],
  })
  const [code] = (await once(child, 'exit')) as [number | null]
  if (code !== 0) throw new Error(`npm ci in ${folder} ended with ${code}`)
}
