import { once } from 'node:events'
import { type AddressInfo, createServer } from 'node:net'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { airlineFile, writeFolder } from './files.ts'
import { startImport } from './import-process.ts'

const tokenCommand = 'npm run -s token -- --role service --sub importer --scope import:write'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = await server.token('service', { sub: 'importer', scope: 'import:write' })
})
afterAll(async () => await server.close())

const start = (args: string[], settings?: Record<string, string>) => startImport(server, args, settings)
const run = async (args: string[], settings?: Record<string, string>) => await start(args, settings).ended

async function stored(source: string): Promise<{ tickets: number; messages: number }> {
  const { rows } = await server.desk.database.pool.query<{ tickets: number; messages: number }>(
    `select count(distinct tickets.id)::int as tickets, count(messages.id)::int as messages
     from tickets left join messages on messages.ticket_id = tickets.id where tickets.source = $1`,
    [source],
  )
  return rows[0] ?? { tickets: 0, messages: 0 }
}

describe('npm run import', () => {
  it('brings a file in, counts it, and finds it there the second time', async () => {
    const text = `${airlineFile(120)}7,UNK,nothing readable,\r\n`
    const folder = await writeFolder({ 'twice.csv': text })
    const counts =
      'twice.csv (airlines): 120 conversations, 240 messages (customer 120, operator 120, system 0), '
    const first = await run(['chats', join(folder, 'twice.csv')], { OPORA_TOKEN: token })
    expect(first.out.split('\n').slice(0, 2)).toEqual([
      `${counts}tickets created 120, already there 0, refused 0, unreadable rows 1`,
      'unreadable twice.csv:122: text outside of a turn: "nothing readable"',
    ])
    expect(first.code).toBe(0)
    expect(await stored('twice.csv')).toEqual({ tickets: 120, messages: 240 })
    const second = await run(['chats', folder, '--token', token], { OPORA_TOKEN: 'not.this.one' })
    expect(second.out).toContain(
      `${counts}tickets created 0, already there 120, refused 0, unreadable rows 1\n`,
    )
    expect(second.code).toBe(0)
    expect(await stored('twice.csv')).toEqual({ tickets: 120, messages: 240 })
  })

  it('names the conversations that the server refuses, and goes on with the rest', async () => {
    const endless = `<cust__ ${'x'.repeat(10_001)} __cust>`
    const folder = await writeFolder({ 'long.csv': `${airlineFile(2)}9,UNK,${endless},\r\n` })
    const { code, out } = await run(['chats', folder], { OPORA_TOKEN: token })
    expect(out).toContain('tickets created 2, already there 0, refused 1, unreadable rows 0\n')
    expect(out).toMatch(/^refused long\.csv:4: INVALID_INPUT: .+ \(.*messages\.0\.text\)$/m)
    expect(code).toBe(0)
    expect(await stored('long.csv')).toEqual({ tickets: 2, messages: 4 })
  })

  it('killed in the middle and run again, it completes without a double', async () => {
    const rows = 1_500
    const folder = await writeFolder({ 'killed.csv': airlineFile(rows) })
    const { child, ended } = start(['chats', folder], { OPORA_TOKEN: token })
    await until(async () => (await stored('killed.csv')).tickets > 0)
    child.kill('SIGKILL')
    await ended
    const { code, out } = await run(['chats', folder], { OPORA_TOKEN: token })
    expect(code).toBe(0)
    const [, created, existed] = /tickets created ([\d,]+), already there ([\d,]+)/.exec(out) ?? []
    const number = (text = '') => Number(text.replaceAll(',', ''))
    expect(number(existed)).toBeGreaterThan(0)
    expect(number(created) + number(existed)).toBe(rows)
    expect(await stored('killed.csv')).toEqual({ tickets: rows, messages: 2 * rows })
  })
})

describe('npm run import stops with one line and exit code', () => {
  it.each<[number, string, string[], string]>([
    [
      2,
      'without a kind',
      [],
      'Import what? Kinds: chats, olist, tracking, reviews. npm run import -- KIND <file or folder>…',
    ],
    [
      2,
      'with an unknown kind',
      ['toString', 'x'],
      'Unknown kind toString. Kinds: chats, olist, tracking, reviews.',
    ],
    [2, 'without a file', ['chats'], 'Which files?'],
    [2, 'with a check that it lacks', ['chats', 'x', '--check'], 'chats has no --check'],
    [2, 'with an unknown option', ['chats', 'x', '--speed', '9'], "Unknown option '--speed'"],
    [2, 'with a wrong address', ['chats', 'x', '--url', 'ftp://x'], '--url must be an http address'],
    [2, 'without a token', ['chats', 'x'], tokenCommand],
    [1, 'with a forged token', ['chats', 'x', '--token', 'a.b.c'], tokenCommand],
  ])('%i %s', async (code, _how, args, said) => {
    const ended = await run(args)
    expect(ended).toEqual({ code, out: '', err: expect.stringMatching(/^[^\n]+\n$/) })
    expect(ended.err).toContain(said)
  })

  it('1 with nobody there', async () => {
    const gone = createServer()
    await once(gone.listen(0, '127.0.0.1'), 'listening')
    const { port } = gone.address() as AddressInfo
    await once(gone.close(), 'close')
    const url = `http://127.0.0.1:${port}/graphql`
    expect(await run(['chats', 'x', '--url', url, '--token', token])).toEqual({
      code: 1,
      out: '',
      err: `No answer from ${url}: connect ECONNREFUSED 127.0.0.1:${port}\n`,
    })
  })

  it('2 with a token that lacks the scope', async () => {
    const other = await server.token('service', { sub: 'other', scope: 'tickets:read' })
    const ended = await run(['chats', 'x'], { OPORA_TOKEN: other })
    expect(ended).toEqual({
      code: 2,
      out: '',
      err: `The token lacks the scope import:write. Get one with: ${tokenCommand}\n`,
    })
  })

  it('2 with a file that is not there or not understood', async () => {
    const folder = await writeFolder({ 'a.txt': 'hello' })
    for (const path of [join(folder, 'missing.csv'), join(folder, 'a.txt')]) {
      const ended = await run(['chats', path], { OPORA_TOKEN: token })
      expect(ended).toMatchObject({ code: 2, out: '' })
      expect(ended.err).toContain(`Cannot import ${path}`)
    }
  })

  it('2 with a wrong OPORA_URL', async () => {
    const ended = await run(['chats', 'x'], { OPORA_URL: 'localhost:4000', OPORA_TOKEN: token })
    expect(ended).toMatchObject({ code: 2, err: expect.stringMatching(/^OPORA_URL: .+\n$/) })
  })
})
