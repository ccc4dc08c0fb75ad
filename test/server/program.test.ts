import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { type FreshDatabase, freshDatabase } from '../kit/database.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
let database: FreshDatabase
let dataDir: string
beforeAll(async () => {
  database = await freshDatabase()
  dataDir = await mkdtemp(join(tmpdir(), 'opora-program-'))
})
afterAll(async () => {
  await database.drop()
  await rm(dataDir, { recursive: true })
})

/** The program as a person starts it, in an environment with nothing but this. */
function start(settings: Record<string, string> = {}): ChildProcess {
  const program = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts'], {
    cwd: root,
    env: { PATH: process.env['PATH'], DATABASE_URL: database.url, DATA_DIR: dataDir, PORT: '0', ...settings },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void program.kill('SIGKILL'))
  return program
}

/** What it says until it has said all. */
async function readWelcome({ stdout }: ChildProcess): Promise<string> {
  let said = ''
  for await (const chunk of stdout?.iterator({ destroyOnReturn: false }) ?? []) {
    said += String(chunk)
    if (said.includes('curl')) return said
  }
  throw new Error(`it ended after: ${said}`)
}

describe('npm start', () => {
  it('says where it is and gives tokens and a query that work; SIGTERM stops it', async () => {
    const program = start()
    const exit = once(program, 'exit')
    const said = await readWelcome(program)
    const [, address = ''] = /Opora is at (http:\/\/localhost:\d+\/graphql)/.exec(said) ?? []
    for (const [person, role] of [
      ['buyer', 'CUSTOMER'],
      ['operator', 'OPERATOR'],
      ['supervisor', 'SUPERVISOR'],
      ['partner', 'SERVICE'],
    ]) {
      const [, token] = new RegExp(`${person}:\n(\\S+)\n`).exec(said) ?? []
      const response = await fetch(address, {
        method: 'POST',
        headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
        body: '{"query":"{ viewer { role } }"}',
      })
      expect(await response.json()).toMatchObject({ data: { viewer: { role } } })
    }
    const command = /^curl .*$/m.exec(said)?.[0] ?? ''
    const { stdout } = await promisify(execFile)('sh', ['-c', `${command} --silent`])
    const { data } = JSON.parse(stdout) as { data: { viewer: object; tickets: { nodes: object[] } } }
    expect(data.viewer).toEqual({ role: 'CUSTOMER', customer: { name: 'Анна Соколова' } })
    expect(data.tickets.nodes).toHaveLength(2)
    program.kill('SIGTERM')
    expect(await exit).toEqual([0, null])
  })

  it('says nothing of tokens when people log in elsewhere', async () => {
    const program = start({
      AUTH_JWKS_URL: 'http://127.0.0.1:9/keys',
      AUTH_ISSUER: 'https://login.shop.test/',
      DEMO: '0',
    })
    const exit = once(program, 'exit')
    let said = ''
    for await (const chunk of program.stdout?.iterator({ destroyOnReturn: false }) ?? []) {
      said += String(chunk)
      if (said.includes('\n\n')) break
    }
    expect(said.trim()).toMatch(/^Opora is at http:\/\/localhost:\d+\/graphql[^\n]*$/)
    // Ctrl-C under npm: the terminal says it, and npm once more.
    program.kill('SIGINT')
    program.kill('SIGINT')
    expect(await exit).toEqual([0, null])
  })

  async function refusal(settings: Record<string, string>) {
    const program = start(settings)
    const [[code], out, err] = await Promise.all([
      once(program, 'exit') as Promise<[number | null]>,
      text(program.stdout as Readable),
      text(program.stderr as Readable),
    ])
    return { code, out, err }
  }

  it.each<[string, Record<string, string>, RegExp]>([
    ['a wrong setting', { PORT: 'x' }, /^PORT: [^\n]+\n$/],
    [
      'a server open to the network without an issuer',
      { HOST: '0.0.0.0' },
      /^HOST 0\.0\.0\.0 is open to the network[^\n]+\n$/,
    ],
    [
      'a database that is not there',
      { DATABASE_URL: 'postgres://nobody@127.0.0.1:9/none' },
      /^the database 127\.0\.0\.1:9\/none cannot be used: [^\n]+\n$/,
    ],
  ])('refuses %s in one line', async (_name, settings, line) => {
    expect(await refusal({ LOG_LEVEL: 'silent', ...settings })).toEqual({
      code: 1,
      out: '',
      err: expect.stringMatching(line),
    })
  })

  it('refuses a port that is taken in one line', async () => {
    const other = createServer().listen(0, '127.0.0.1')
    await once(other, 'listening')
    const { port } = other.address() as { port: number }
    expect(await refusal({ LOG_LEVEL: 'silent', DEMO: '0', PORT: String(port) })).toEqual({
      code: 1,
      out: '',
      err: `cannot listen on 127.0.0.1:${port}: another program listens there; set PORT\n`,
    })
    other.close()
  })
})
