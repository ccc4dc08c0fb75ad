import { spawn } from 'node:child_process'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openIssuers } from '../../src/auth/tokens.ts'
import { readEnv } from '../../src/env.ts'
import { secondsOf, secretKeeper, silent } from './test-issuer.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const timeoutMs = 60_000
let dataDir: string

beforeEach(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'opora-token-'))
})
afterEach(async () => await rm(dataDir, { recursive: true }))

interface Ended {
  code: number | null
  out: string
  err: string
}

function run(command: string, args: string[], settings: Record<string, string> = {}): Promise<Ended> {
  return new Promise((resolve, reject) => {
    const env = { PATH: process.env['PATH'], HOME: dataDir, DATA_DIR: dataDir, ...settings }
    const child = spawn(command, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let out = ''
    let err = ''
    child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()))
    child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString()))
    child.on('error', reject)
    child.on('close', (code) => resolve({ code, out, err }))
  })
}

function token(...args: string[]): Promise<Ended> {
  return run(process.execPath, ['--import', 'tsx', 'src/commands/token.ts', ...args])
}

function open(settings: Record<string, string> = {}) {
  return openIssuers({
    env: readEnv({ DATA_DIR: dataDir, ...settings }),
    secret: secretKeeper(),
    log: silent,
  })
}

describe('npm run token', () => {
  it('prints a token and nothing else, without a server or a database', { timeout: timeoutMs }, async () => {
    const args = ['--role', 'service', '--sub', 'бот-1', '--scope', 'tickets:read channels:vk-main']
    const more = ['--name', 'Бот', '--locale', 'ru', '--expires-in', '900']
    const beforeSeconds = secondsOf(new Date())
    const ended = await run('npm', ['run', '-s', 'token', '--', ...args, ...more])
    const afterSeconds = secondsOf(new Date())
    expect(ended.code).toBe(0)
    expect(ended.out).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/)
    const { expiresAt, ...claims } = await (await open()).verify(ended.out.trim())
    expect(claims).toStrictEqual({
      issuer: 'opora:dev',
      subject: 'бот-1',
      role: 'service',
      scopes: ['tickets:read', 'channels:vk-main'],
      locale: 'ru',
      name: 'Бот',
    })
    expect(expiresAt).toBeGreaterThanOrEqual(beforeSeconds + 900)
    expect(expiresAt).toBeLessThanOrEqual(afterSeconds + 900)
  })

  it('makes one key when started several times at once', { timeout: timeoutMs }, async () => {
    const names = ['anna', 'boris', 'vera', 'gleb']
    const ended = await Promise.all(names.map((name) => token('--role', 'operator', '--sub', name)))
    expect(await readdir(dataDir)).toStrictEqual(['dev-issuer.json'])
    const issuers = await open()
    const claims = await Promise.all(ended.map(({ out }) => issuers.verify(out.trim())))
    expect(claims.map(({ subject }) => subject)).toStrictEqual(names)
  })

  it('signs for another audience', { timeout: timeoutMs }, async () => {
    const { out } = await token('--role', 'admin', '--sub', 'anna', '--audience', 'desk')
    expect((await (await open({ AUTH_AUDIENCE: 'desk' })).verify(out.trim())).role).toBe('admin')
    await expect((await open()).verify(out.trim())).rejects.toMatchObject({ fault: 'FORGED' })
  })

  it.each<[string[], string]>([
    [[], '--role must be one of customer, operator, supervisor, admin, service'],
    [
      ['--role', 'guest', '--sub', 'a'],
      '--role must be one of customer, operator, supervisor, admin, service',
    ],
    [['--role', 'operator'], '--sub must be 1 to 255 characters'],
    [
      ['--role', 'service', '--sub', 'a', '--scope', 'tickets:read ticket:write'],
      '--scope ticket:write is unknown; known: orders:write deliveries:write payments:write products:write returns:write refunds:execute tickets:read tickets:write events:read webhooks:write customers:write knowledge:write complaints:write import:write channels:NAME',
    ],
    [
      ['--role', 'operator', '--sub', 'a', '--expires-in', '1e3'],
      '--expires-in must be a whole number of seconds from 1 to 31536000',
    ],
    [['--role', 'operator', '--sub', 'a', '--locale', 'de'], '--locale must be ru or en'],
    [['--rôle', 'operator'], "Unknown option '--rôle'"],
    [
      ['--role', 'operator', '--sub', 'a', 'b'],
      "Unexpected argument 'b'. This command does not take positional arguments",
    ],
  ])('%j: one line and exit 2, nothing made', { timeout: timeoutMs }, async (args, line) => {
    expect(await token(...args)).toStrictEqual({ code: 2, out: '', err: `${line}\n` })
    expect(await readdir(dataDir)).toStrictEqual([])
  })

  it('reports a wrong setting in one line', { timeout: timeoutMs }, async () => {
    const args = ['--import', 'tsx', 'src/commands/token.ts', '--role', 'operator', '--sub', 'a']
    const ended = await run(process.execPath, args, { PORT: 'x' })
    expect(ended).toStrictEqual({ code: 2, out: '', err: expect.stringMatching(/^PORT: .+\n$/) })
  })
})
