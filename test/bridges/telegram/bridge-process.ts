import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { endAfterFile } from '../../kit/leftovers.ts'
import { until } from '../../kit/postgres-process.ts'
import { botToken } from './bot-api.ts'

const root = fileURLToPath(new URL('../../..', import.meta.url))
export const secret = 'a-secret_of-the_webhook'

export interface Line {
  readonly msg: string
  readonly address?: string
  readonly [field: string]: unknown
}

/** `npm run bridge:telegram` as a process of its own. */
export interface BridgeProcess {
  readonly child: ChildProcess
  readonly lines: readonly Line[]
  readonly said: { out: string; err: string }
  /** Where it takes the webhook; empty when it polls. */
  readonly address: string
  /** As nobody can prevent: it does nothing more. */
  kill(): Promise<void>
  /** As an operator does; gives the exit code. */
  stop(): Promise<number | null>
  count(message: string): number
}

/** A folder for what a bridge keeps; the next start of it goes on there. */
export function bridgeFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'opora-test-bridge-'))
  endAfterFile(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export interface BridgeSettings {
  readonly oporaUrl: string
  readonly oporaToken: string
  readonly telegramUrl: string
  readonly folder: string
  readonly isPolling?: boolean
  readonly more?: Readonly<Record<string, string>>
}

export function spawnBridge({ oporaUrl, oporaToken, telegramUrl, folder, isPolling, more }: BridgeSettings) {
  const env = {
    PATH: process.env['PATH'],
    OPORA_URL: oporaUrl,
    OPORA_TOKEN: oporaToken,
    TELEGRAM_TOKEN: botToken,
    TELEGRAM_API_URL: telegramUrl,
    DATA_DIR: folder,
    LOG_LEVEL: 'debug',
    TELEGRAM_PORT: '0',
    TELEGRAM_TIMEOUT_SECONDS: '2',
    TELEGRAM_LEASE_SECONDS: '5',
    ...(isPolling !== true && {
      TELEGRAM_WEBHOOK_URL: 'https://shop.example/telegram',
      TELEGRAM_SECRET: secret,
    }),
    ...more,
  }
  const args = ['--import', 'tsx', 'src/bridges/telegram.ts']
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  endAfterFile(() => void child.kill('SIGKILL'))
  return child
}

/** Resolves when it carries. */
export async function startBridge(settings: BridgeSettings): Promise<BridgeProcess> {
  const child = spawnBridge(settings)
  const said = { out: '', err: '' }
  const lines: Line[] = []
  child.stderr.on('data', (chunk: Buffer) => (said.err += chunk.toString()))
  createInterface(child.stdout).on('line', (line) => {
    said.out += `${line}\n`
    lines.push(JSON.parse(line) as Line)
  })
  const closed = once(child, 'close') as Promise<[number | null]>
  await until(() => lines.some(({ msg }) => msg === 'carrying') || child.exitCode !== null)
  if (child.exitCode !== null) throw new Error(`the bridge has ended: ${said.err}`)
  return {
    child,
    lines,
    said,
    address: lines.find(({ msg }) => msg === 'carrying')?.address ?? '',
    async kill() {
      child.kill('SIGKILL')
      await closed
    },
    async stop() {
      child.kill('SIGTERM')
      return (await closed)[0]
    },
    count: (message) => lines.filter(({ msg }) => msg === message).length,
  }
}
