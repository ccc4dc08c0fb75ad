import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { MessageSentDocument, TicketEventsDocument, TicketsDocument } from '../../src/client/index.ts'
import { withClient } from '../kit/database.ts'
import { databaseUrl } from '../kit/global-setup.ts'
import { fixedPort } from '../kit/ports.ts'
import {
  collectEvents,
  collectMessages,
  openTicket,
  peopleOf,
  send,
  storedEvents,
  storedMessages,
} from './chat.ts'
import { type Program, startProgram } from './program.ts'

const adminUrl = 'postgresql://postgres@127.0.0.1:5432/postgres'
const name = `opora_test_${randomBytes(8).toString('hex')}`
const url = databaseUrl(adminUrl, name)

/**
 * A PostgreSQL of the machine's own, if there is one that lets us in: the versions that come with systems are older
 * than the one that comes with Opora. A database is made there for this test and dropped again.
 */
async function makeDatabase(): Promise<{ version: string } | { reason: string }> {
  const client = new Client({ connectionString: adminUrl, connectionTimeoutMillis: 3_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; trigrams: boolean }>(
      `select current_setting('server_version') as version,
        exists (select from pg_available_extensions where name = 'pg_trgm') as trigrams`,
    )
    const { version = '', trigrams = false } = rows[0] ?? {}
    if (Number.parseInt(version, 10) < 15) return { reason: `it is PostgreSQL ${version}, 15 is the oldest` }
    if (!trigrams) return { reason: 'it has no pg_trgm' }
    await client.query(`create database ${name} template template0 encoding 'UTF8' locale 'C.UTF-8'`)
    return { version }
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) }
  } finally {
    await client.end().catch(() => {})
  }
}

const made = await makeDatabase()
const title =
  'version' in made
    ? `DATABASE_URL on PostgreSQL ${made.version}`
    : `DATABASE_URL on a PostgreSQL of this machine, not tried: ${made.reason}`

describe.skipIf('reason' in made)(title, () => {
  let folder: string
  let program: Program
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'opora-test-'))
    const env = { DATABASE_URL: url, DATABASE_POOL: '5', DATA_DIR: folder }
    program = await startProgram({ port: await fixedPort(), folder, env })
    return async () => await program.stop()
  })
  afterAll(async () => {
    await withClient(adminUrl, (client) => client.query(`drop database ${name} with (force)`))
    await rm(folder, { recursive: true })
  })

  it('is migrated, filled with the demo shop and used', async () => {
    expect(program.log()).toContain('applied migration')
    const people = await peopleOf(folder)
    const [buyer, operator] = [
      await people.client('anna', program.url),
      await people.client('olga', program.url),
    ]
    const { ticketId, cursor } = await openTicket(buyer, 'ГДЕ МОЯ ЁЛОЧНАЯ ГИРЛЯНДА?')
    const isLast = (seq: number) => seq === 21
    const following = Promise.all([
      collectMessages(operator.follow(MessageSentDocument, { ticketId, afterSeq: 0 }), isLast),
      collectEvents(buyer.follow(TicketEventsDocument, { ticketId, after: cursor }), isLast),
    ])
    const turns = Array.from({ length: 10 }, async (_, turn) => [
      await send(buyer, ticketId, `Вопрос ${turn}`),
      await send(operator, ticketId, `Ответ ${turn}`),
    ])
    const told = (await Promise.all(turns)).flat()
    const [messages, events] = await following
    const log = await storedMessages(url, ticketId)
    expect(told.toSorted((one, other) => one.seq - other.seq)).toEqual(log.slice(1))
    expect(messages).toEqual(log)
    const part = { afterOpening: ticketId, ticketId, withInternal: false }
    expect(events.map(({ id }) => id)).toEqual(await storedEvents(url, part))
    const { tickets } = await buyer.query(TicketsDocument, { filter: { search: 'ёлочные гирлянды' } })
    expect(tickets.nodes.map(({ id }) => id)).toEqual([ticketId])
    buyer.close()
    operator.close()
  })

  it('stops, leaves the database running, and goes on with it at the next start', async () => {
    expect((await program.stop()).code).toBe(0)
    const folderAgain = { DATABASE_URL: url, DATA_DIR: folder }
    program = await startProgram({ port: await fixedPort(), folder, env: folderAgain })
    expect(program.log()).not.toContain('applied migration')
    const buyer = await (await peopleOf(folder)).client('anna', program.url)
    const { tickets } = await buyer.query(TicketsDocument, { filter: { search: 'гирлянда' } })
    expect(tickets.nodes.map(({ lastSeq }) => lastSeq)).toEqual([21])
  })
})
