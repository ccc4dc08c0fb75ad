import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { fixedPort } from '../../kit/ports.ts'
import { postgresFolder, removePostgresFolder } from '../../kit/postgres-process.ts'
import type { Facts } from '../facts.ts'
import type { Stage } from '../stage.ts'

const project = fileURLToPath(new URL('../../..', import.meta.url))

/** `npm start` as a newcomer has it, with nothing given but where to keep the data; then once more. */
export async function benchStart(stage: Stage): Promise<Facts[]> {
  const first: number[] = []
  const second: number[] = []
  for (let round = 1; round <= stage.pace.rounds; round += 1) {
    const dataDir = postgresFolder()
    first.push(await secondsToStart(stage, dataDir))
    second.push(await secondsToStart(stage, dataDir))
    await removePostgresFolder(join(dataDir, 'postgres'))
    await rm(dataDir, { recursive: true })
    stage.tell(`start: round ${round}: ${first.at(-1)?.toFixed(2)} s, then ${second.at(-1)?.toFixed(2)} s`)
  }
  return [
    {
      key: '',
      title: 'start, from the command to the first answered query',
      facts: [
        { name: 'firstSeconds', what: 'the first start, which makes the database', unit: 's', values: first },
        { name: 'secondSeconds', what: 'the second start', unit: 's', values: second, atMost: 2 },
      ],
      ratios: {},
      goals: {},
    },
  ]
}

async function secondsToStart(stage: Stage, dataDir: string): Promise<number> {
  const port = await fixedPort()
  const env = { PATH: process.env['PATH'] ?? '', PORT: String(port), DATA_DIR: dataDir }
  const beganMs = performance.now()
  // A group of its own, which is told to stop as a terminal does it: npm alone passes nothing on.
  const child = spawn('npm', ['start'], {
    cwd: project,
    env,
    stdio: ['ignore', 'ignore', 'inherit'],
    detached: true,
  })
  const stop = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return
    const ended = once(child, 'exit')
    process.kill(-(child.pid as number), 'SIGINT')
    await ended
    // npm may end before what it has started.
    while (isRunning(-(child.pid as number))) await pause(20)
  }
  stage.onClear(stop)
  await firstAnswer(child, `http://127.0.0.1:${port}/graphql`)
  const seconds = (performance.now() - beganMs) / 1_000
  await stop()
  return seconds
}

/** Whether anything of a process group still runs. */
function isRunning(group: number): boolean {
  try {
    return process.kill(group, 0)
  } catch {
    return false
  }
}

/** @throws when the program ends before it answers */
async function firstAnswer(child: ChildProcess, url: string): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ query: '{ viewer { role } }' })
  while (child.exitCode === null && child.signalCode === null) {
    const answer = await fetch(url, { method: 'POST', headers, body }).catch(() => null)
    if (answer?.ok === true) return
    await pause(5)
  }
  throw new Error('the server ended before it answered')
}
