import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ownPostgres } from '../../src/core/postgres/own-postgres.ts'
import { findPostmaster } from '../../src/core/postgres/postmaster.ts'
import { processBirth } from '../../src/core/postgres/presence.ts'
import { createDatabase, withClient } from '../kit/database.ts'
import { fixedPort } from '../kit/ports.ts'
import { postgresFolder, removePostgresFolder } from '../kit/postgres-process.ts'
import { type Program, runProgram, startProgram } from './program.ts'

/** STOP_SECONDS for those who are connected, and some for PostgreSQL to write what it has. */
const longestStopMs = 15_000

/** What `npm start` promises a newcomer who has nothing: no database, no settings, not even an environment. */

let folder: string
beforeAll(() => {
  folder = postgresFolder()
})
afterAll(async () => {
  await removePostgresFolder(join(folder, '.data/postgres'))
  await rm(folder, { recursive: true })
})

describe('in an empty environment, with no database', () => {
  const people = { buyer: 'CUSTOMER', operator: 'OPERATOR', supervisor: 'SUPERVISOR', partner: 'SERVICE' }
  const postmaster = () => findPostmaster(join(folder, '.data/postgres/data'))
  let port: number
  let program: Program
  beforeAll(async () => {
    port = await fixedPort()
    program = await startProgram({ port, folder })
    console.info(`first start: ${program.startMs} ms until /healthz answers`)
    return async () => await program.stop()
  })

  const tokenOf = (person: string) =>
    new RegExp(`^${person}:\n([\\w.-]+)$`, 'm').exec(program.output())?.[1] ?? ''

  async function ask(person: string, query: string, variables: object = {}): Promise<unknown> {
    const response = await fetch(program.url, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${tokenOf(person)}` },
      body: JSON.stringify({ query, variables }),
    })
    const { data, errors } = (await response.json()) as { data: unknown; errors?: unknown }
    expect(errors).toBeUndefined()
    return data
  }

  const searched = 'query ($words: String!) { tickets(filter: { search: $words }) { nodes { subject } } }'
  const search = async (words: string) => await ask('buyer', searched, { words })
  const found = (...subjects: string[]) => ({ tickets: { nodes: subjects.map((subject) => ({ subject })) } })

  it('prints the address and a token for each kind of person, which work', async () => {
    expect(program.output()).toContain(`Opora is at http://localhost:${port}/graphql`)
    for (const [person, role] of Object.entries(people)) {
      expect(await ask(person, '{ viewer { role } }')).toEqual({ viewer: { role } })
    }
  })

  it('prints a first query that answers with the demo shop', async () => {
    const [line = ''] = /^curl .*$/m.exec(program.output()) ?? []
    const [, address = '', body = ''] = /^curl (\S+) .*-d '(.*)'$/.exec(line) ?? []
    const headers = [...line.matchAll(/-H '([^:]+): ([^']+)'/g)].map(([, name = '', value = '']) => [
      name,
      value,
    ])
    const response = await fetch(address, {
      method: 'POST',
      headers: Object.fromEntries(headers) as Record<string, string>,
      body,
    })
    const { data } = (await response.json()) as { data: { tickets: { nodes: { subject: string }[] } } }
    expect(data.tickets.nodes.length).toBeGreaterThan(0)
    expect(data.tickets.nodes[0]?.subject).toMatch(/[а-яё]/)
  })

  it('searches Russian in any case and form', async () => {
    const opened = 'mutation ($input: TicketOpenInput!) { ticketOpen(input: $input) { __typename } }'
    const input = { subject: 'ГДЕ МОЯ ЁЛОЧНАЯ ГИРЛЯНДА', text: 'Курьер перепутал подъезды' }
    expect(await ask('buyer', opened, { input })).toEqual({ ticketOpen: { __typename: 'TicketOpenPayload' } })
    expect(await search('ёлочные гирлянды')).toEqual(found(input.subject))
    expect(await search('ПОДЪЕЗДОМ')).toEqual(found(input.subject))
    expect(await search('гирляндой -курьеры')).toEqual(found(input.subject))
    expect(await search('подоконник')).toEqual(found())
    const customers = 'query ($part: String!) { customers(search: $part) { nodes { name } } }'
    expect(await ask('supervisor', customers, { part: 'СОКОЛ' })).toEqual({
      customers: { nodes: [{ name: 'Анна Соколова' }] },
    })
  })

  it('made a database that knows Russian letters', async () => {
    const postgres = await ownPostgres({ dataDir: join(folder, '.data/postgres'), log: () => {} })
    expect(postgres.adopted).toBe(true)
    const question = `select lower('ПОДЪЁМ') as lower, 'ПОСЫЛКА' ilike '%сылк%' as ilike,
      to_tsvector('russian', 'Посылками') @@ to_tsquery('russian', 'посылка') as words,
      similarity('Посылка', 'ПОСЫЛКА') as similarity, cardinality(show_trgm('Да')) as trigrams`
    const { rows } = await withClient(postgres.url, (client) => client.query(question))
    await postgres.stop()
    expect(rows).toEqual([{ lower: 'подъём', ilike: true, words: true, similarity: 1, trigrams: 3 }])
  })

  it('stops on SIGTERM and takes its PostgreSQL with it; the next start has all data', async () => {
    const before = await ask('supervisor', '{ tickets(first: 100) { nodes { id subject } } }')
    const pid = postmaster()?.pid
    expect(pid).toBeGreaterThan(0)
    const { code, stopMs } = await program.stop()
    expect(code).toBe(0)
    expect(postmaster()).toBeUndefined()
    expect(processBirth(pid ?? 0)).toBeUndefined()
    expect(stopMs).toBeLessThan(longestStopMs)
    program = await startProgram({ port, folder })
    console.info(`stop: ${stopMs} ms; second start: ${program.startMs} ms until /healthz answers`)
    expect(await ask('supervisor', '{ tickets(first: 100) { nodes { id subject } } }')).toEqual(before)
    expect(await search('ГИРЛЯНДА')).toEqual(found('ГДЕ МОЯ ЁЛОЧНАЯ ГИРЛЯНДА'))
  })
})

describe('with wrong settings', () => {
  it.each<[Record<string, string>, RegExp]>([
    [{ PORT: 'abc' }, /^PORT: /],
    [{ HOST: '0.0.0.0' }, /^HOST 0\.0\.0\.0 is open to the network: set AUTH_JWKS_URL/],
    [{ DATABASE_URL: 'mysql://localhost/opora' }, /^DATABASE_URL: must start with postgres/],
  ])('%j says so in one line, ends, and leaves nothing behind', async (env, line) => {
    const ended = await runProgram({ port: await fixedPort(), folder, env: { DATA_DIR: 'refused', ...env } })
    expect(ended).toMatchObject({ code: 1, output: '' })
    expect(ended.errors).toMatch(line)
    expect(ended.errors).toMatch(/^[^\n]+\n$/)
    expect(existsSync(join(folder, 'refused'))).toBe(false)
  })

  it.each([
    ["encoding 'SQL_ASCII' locale_provider libc locale 'C'", /will not do: its encoding is SQL_ASCII/],
    ["encoding 'UTF8' locale_provider libc locale 'C'", /will not do: it does not know Russian letters/],
  ])('a database with %s is refused in one line and nothing is written to it', async (words, reason) => {
    const database = await createDatabase(`template template0 ${words}`)
    const env = { DATA_DIR: 'refused', DATABASE_URL: database.url }
    const { code, output, errors } = await runProgram({ port: await fixedPort(), folder, env })
    expect({ code, output }).toEqual({ code: 1, output: '' })
    expect(errors).toMatch(/^the database [^\n]+\n$/)
    expect(errors).toMatch(reason)
    const tables = `select relname from pg_class where relnamespace = 'public'::regnamespace`
    const { rows } = await withClient(database.url, (client) => client.query(tables))
    expect(rows).toEqual([])
    await database.drop()
  })
})
