import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { StartRefused } from '../start-refused.ts'
import type { RunAs } from './run-as.ts'

/** The programs must not depend on the caller's environment: in an empty one they would make an ASCII database. */
export const environment = process.platform === 'win32' ? undefined : { LC_ALL: 'C', TZ: 'UTC' }

/** The line that tells why, of all that a program of PostgreSQL has said. */
export function reasonIn(said: string): string {
  const lines = said.split('\n').filter((line) => line.trim() !== '')
  const line = lines.findLast((entry) => /FATAL|PANIC|ERROR|error:|cannot/.test(entry)) ?? lines.at(-1)
  return (line ?? 'it gave no reason').replace(/^.*?(FATAL|PANIC|ERROR): +/, '').trim()
}

/**
 * Runs a program of PostgreSQL to its end. Undefined when it ended well, else what it said.
 * @throws StartRefused when it cannot run here at all
 */
export async function run(
  program: string,
  values: readonly string[],
  folder: string,
  user: RunAs | undefined,
  input = '',
): Promise<string | undefined> {
  const child = launch(() =>
    spawn(program, values, { ...user, cwd: folder, env: environment, stdio: 'pipe' }),
  )
  child.stdin.on('error', () => {}) // It ended before it read all; its exit code tells why.
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', (cause) => reject(cannotRun(cause)))
    child.once('close', resolve)
  })
  const [code, said] = await Promise.all([ended, text(child.stderr), text(child.stdout)])
  return code === 0 ? undefined : said
}

/** Node tells some reasons why a program cannot run at once, others by an event of the child: `cannotRun` is for those. */
export function launch<Child>(spawnIt: () => Child): Child {
  try {
    return spawnIt()
  } catch (cause) {
    throw cannotRun(cause as NodeJS.ErrnoException)
  }
}

export function cannotRun(cause: NodeJS.ErrnoException): StartRefused {
  const reason =
    cause.code === 'EPERM'
      ? 'PostgreSQL refuses to run as root, and this process may not start it as another user'
      : `the PostgreSQL that comes with Opora does not run on this system (${cause.message})`
  return new StartRefused(`${reason}: set DATABASE_URL`, { cause })
}
