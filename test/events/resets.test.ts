import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCursors } from '../../src/events/cursors.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { followInbox, followMessages, followTicket, isCaughtUp, transports } from '../kit/stream.ts'
import { buyer, openTicket, type Person, supervisor, type Ticket } from '../kit/world.ts'
import { send } from '../messages/entries.ts'
import { toldLog } from './nodes.ts'

const replayLimit = 100
let server: TestServer
let anna: Person
let sergey: Person
let ticket: Ticket
let cursor: string
beforeAll(async () => {
  server = await startTestServer({ REPLAY_LIMIT: `${replayLimit}` })
  anna = await buyer(server, 'anna')
  sergey = await supervisor(server)
  ticket = await openTicket(anna)
  cursor = (await send(anna, ticket.id, 'Начало')).cursor
  await toldLog(server.desk)
})
afterAll(async () => await server.close())

async function secret(name: string): Promise<string> {
  const { rows } = await server.desk.database.pool.query<{ value: string }>(
    'select value from secrets where name = $1',
    [name],
  )
  return rows[0]?.value ?? ''
}

async function head(): Promise<bigint> {
  return BigInt((await toldLog(server.desk)).at(-1)?.position ?? 0)
}

/** Changes one bit. */
function forge(original: string): string {
  const bytes = Buffer.from(original, 'base64url')
  bytes[5] = (bytes[5] ?? 0) ^ 1
  return bytes.toString('base64url')
}

const wrong: [string, string, () => Promise<string>][] = [
  ['UNKNOWN_CURSOR', 'that is empty', async () => ''],
  ['UNKNOWN_CURSOR', 'that is no cursor', async () => 'курсор'],
  ['UNKNOWN_CURSOR', 'of random bytes', async () => randomBytes(21).toString('base64url')],
  ['UNKNOWN_CURSOR', 'that was changed', async () => forge(cursor)],
  ['UNKNOWN_CURSOR', 'with something after it', async () => `${cursor}=`],
  ['UNKNOWN_CURSOR', 'of 1 MB', async () => 'A'.repeat(900_000)],
  [
    'UNKNOWN_CURSOR',
    'of another epoch',
    async () =>
      createCursors([await secret('cursor-key')], 'another').encode({ kind: 'position', value: 1n }),
  ],
  [
    'UNKNOWN_CURSOR',
    'of another key',
    async () => createCursors(['another'], await secret('log-epoch')).encode({ kind: 'position', value: 1n }),
  ],
  [
    'AHEAD',
    'ahead of the log',
    async () => server.desk.cursors.encode({ kind: 'position', value: (await head()) + 1n }),
  ],
  [
    'AHEAD',
    'far ahead of the log',
    async () => server.desk.cursors.encode({ kind: 'position', value: 2n ** 62n }),
  ],
  [
    'EXPIRED',
    'of an event that is gone',
    async () => server.desk.cursors.encode({ kind: 'event', value: 2n ** 40n }),
  ],
]

describe.each(transports)('a Reset over %s', (transport) => {
  it.each(wrong)('%s: a cursor %s', async (reason, _name, make) => {
    for (const begin of [
      (after: string) => followTicket(server, anna, { ticketId: ticket.id, after }, transport),
      (after: string) => followInbox(server, sergey, { after }, transport),
    ]) {
      const stream = begin(await make())
      const reset = await stream.next()
      expect(reset).toMatchObject({ __typename: 'Reset', reason })
      expect(await stream.next()).toEqual({ __typename: 'CaughtUp', cursor: reset.cursor })
      // It goes on, and so does whoever resumes from there.
      const { message } = await send(anna, ticket.id, 'Дальше')
      expect(await stream.next()).toMatchObject({ __typename: 'MessageSent', seq: message.seq })
      const resumed = followTicket(server, anna, { ticketId: ticket.id, after: reset.cursor }, transport)
      expect(await resumed.next()).toMatchObject({ __typename: 'MessageSent', seq: message.seq })
    }
  })

  it('of messageSent is an error: a seq that the ticket does not have', async () => {
    const { id } = await openTicket(anna)
    for (const afterSeq of [2, 2_147_483_647, -1]) {
      const stream = followMessages(server, anna, { ticketId: id, afterSeq }, { transport })
      expect(await stream.refusal()).toBe('STREAM_RESET')
      expect(await stream.isOver()).toBe(true)
    }
  })
})

describe('a Reset', () => {
  it('TOO_FAR: more happened than a replay gives, and not one less', async () => {
    const far = await openTicket(anna)
    const begun = await send(anna, far.id, 'Начало')
    const more = async (count: number) =>
      await Promise.all(Array.from({ length: count }, async (_, n) => await send(anna, far.id, `${n}`)))
    await more(replayLimit)
    await toldLog(server.desk)
    const variables = { ticketId: far.id, after: begun.cursor }
    expect(await followTicket(server, anna, variables).upTo(isCaughtUp)).toHaveLength(replayLimit + 1)
    await more(1)
    await toldLog(server.desk)
    const stream = followTicket(server, anna, variables)
    const [reset, ...rest] = await stream.upTo(isCaughtUp)
    expect(reset).toMatchObject({ __typename: 'Reset', reason: 'TOO_FAR' })
    expect(rest).toEqual([{ __typename: 'CaughtUp', cursor: reset?.cursor }])
    expect(await followInbox(server, sergey, { after: begun.cursor }).next()).toMatchObject({
      reason: 'TOO_FAR',
    })
    // The limit is of what the stream itself would give: other tickets do not count.
    expect(await followTicket(server, anna, { ticketId: ticket.id, after: cursor }).next()).not.toMatchObject(
      {
        __typename: 'Reset',
      },
    )
    // messageSent reads page by page: it has no such limit.
    const messages = followMessages(server, anna, { ticketId: far.id, afterSeq: 0 })
    const all = await messages.upTo(({ seq }) => seq === replayLimit + 3)
    expect(all.map(({ seq }) => seq)).toEqual(all.map((_, index) => index + 1))
  })

  it('EXPIRED: what was archived away', async () => {
    const own = await startTestServer()
    const boris = await buyer(own, 'boris')
    const { id } = await openTicket(boris)
    const old = await send(boris, id, 'Давно')
    const place = BigInt((await toldLog(own.desk)).at(-1)?.position ?? 0)
    const young = await send(boris, id, 'Недавно')
    await toldLog(own.desk)
    const next = await send(boris, id, 'Сейчас')
    await toldLog(own.desk)
    const { pool } = own.desk.database
    // As an archive does: what lies at or before a position is taken away, and the head says so.
    await pool.query('delete from events where position <= $1', [place + 1n])
    await pool.query('update log_head set archived = $1', [place + 1n])
    const first = async (after: string) => await followTicket(own, boris, { ticketId: id, after }).next()
    const at = (value: bigint) => own.desk.cursors.encode({ kind: 'position', value })
    expect(await first(at(place))).toMatchObject({ __typename: 'Reset', reason: 'EXPIRED' })
    expect(await first(old.cursor)).toMatchObject({ __typename: 'Reset', reason: 'EXPIRED' })
    expect(await first(young.cursor)).toMatchObject({ __typename: 'Reset', reason: 'EXPIRED' })
    expect(await first(at(place + 1n))).toMatchObject({ __typename: 'MessageSent', seq: 4 })
    expect(await first(next.cursor)).toMatchObject({ __typename: 'CaughtUp' })
    // A ticket of which everything was archived is caught up from there.
    await pool.query('delete from events')
    await pool.query('update log_head set archived = position')
    const { cursor: quiet } = await followTicket(own, boris, { ticketId: id }).next()
    expect(await first(quiet)).toMatchObject({ __typename: 'CaughtUp' })
    await own.close()
  })
})
