import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withClient } from '../kit/database.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import {
  followInbox,
  followMessages,
  followTicket,
  isCaughtUp,
  type Told,
  transports,
} from '../kit/stream.ts'
import { buyer, openTicket, operator, type Person, supervisor } from '../kit/world.ts'
import { note, send, uuidOf } from '../messages/entries.ts'
import { toldLog } from './nodes.ts'

let server: TestServer
let anna: Person
let sergey: Person
beforeAll(async () => {
  server = await startTestServer()
  anna = await buyer(server, 'anna')
  sergey = await supervisor(server)
})
afterAll(async () => await server.close())

const numbersTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1)
const isFact = ({ id }: Told) => id !== undefined

/** The ids of a ticket's events after a place, as the log has them. */
async function logged(ticketId: string, { isInternal }: { isInternal: boolean }): Promise<string[]> {
  const { rows } = await server.desk.database.pool.query<{ id: string }>(
    'select id from events where ticket_id = $1 and ($2 or not is_internal) order by position',
    [uuidOf(ticketId), isInternal],
  )
  return rows.map(({ id }) => `evt_00000000-0000-7000-8000-${BigInt(id).toString(16).padStart(12, '0')}`)
}

/** Messages of three writers at once, and notes between them. */
async function writeAll(ticketId: string, count: number): Promise<void> {
  const writers = [anna, sergey, anna]
  await Promise.all(
    writers.map(async (writer, place) => {
      for (const n of numbersTo(count)) {
        await send(writer, ticketId, `${place}/${n}`)
        if (place === 1) await note(sergey, ticketId, `${n}`)
      }
    }),
  )
}

/** After how many items a follower leaves to come back; all together no more than the writers' messages. */
const cuts = fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 1, maxLength: 5 })
const perWriter = 5

describe.each(transports)('history and what happens are one, over %s', (transport) => {
  it.each([
    ['a buyer', () => anna, false],
    ['an operator', () => sergey, true],
  ] as const)('for %s who leaves and comes back while others write', async (_who, by, isInternal) => {
    const property = fc.asyncProperty(cuts, async (lengths) => {
      const { id } = await openTicket(anna)
      const begun = await send(anna, id, 'Начало')
      const writing = writeAll(id, perWriter)
      const told: Told[] = []
      let after = begun.cursor
      for (const length of lengths) {
        const stream = followTicket(server, by(), { ticketId: id, after }, transport)
        for (let n = 0; n < length; n += 1) told.push(await stream.next())
        await stream.leave()
        after = told.at(-1)?.cursor ?? after
      }
      await writing
      const { cursor } = await send(anna, id, 'Конец')
      const rest = followTicket(server, by(), { ticketId: id, after }, transport)
      told.push(...(await rest.upTo(({ message }) => message?.text === 'Конец')))
      const facts = told.filter(isFact).map((event) => event.id)
      // After the opening, its message, and the one that the follower began after.
      expect(facts).toEqual((await logged(id, { isInternal })).slice(3))
      const onlyKnown = new Set(['CaughtUp', undefined])
      expect(told.filter((item) => !isFact(item) && !onlyKnown.has(item.__typename))).toEqual([])
      const last = await followTicket(server, by(), { ticketId: id, after: cursor }, transport).next()
      expect(last.__typename).toBe('CaughtUp')
    })
    await fc.assert(property, { numRuns: 3 })
  })

  it('for a follower of messageSent by seq', async () => {
    const property = fc.asyncProperty(cuts, async (lengths) => {
      const { id } = await openTicket(anna)
      const writing = writeAll(id, perWriter)
      const seqs: number[] = []
      const last = () => seqs.at(-1) ?? 0
      for (const length of [...lengths, Number.POSITIVE_INFINITY]) {
        const stream = followMessages(server, anna, { ticketId: id, afterSeq: last() }, { transport })
        for (let n = 0; n < length && last() < 3 * perWriter + 1; n += 1) seqs.push((await stream.next()).seq)
        await stream.leave()
      }
      await writing
      expect(seqs).toEqual(numbersTo(3 * perWriter + 1))
    })
    await fc.assert(property, { numRuns: 3 })
  })
})

describe('a cursor of a write', () => {
  it('works in every stream, and what comes next is what happened next', async () => {
    const { id } = await openTicket(anna)
    const { cursor } = await send(anna, id, 'Сначала')
    await send(anna, id, 'Потом')
    await toldLog(server.desk)
    const olga = await operator(server, 'olga')
    for (const stream of [
      followTicket(server, anna, { ticketId: id, after: cursor }),
      followTicket(server, olga, { ticketId: id, after: cursor }),
      followInbox(server, olga, { after: cursor }),
      followInbox(server, sergey, { after: cursor, filter: { statuses: ['NEW'] } }),
    ]) {
      expect(await stream.next()).toMatchObject({ type: 'message.sent', message: { text: 'Потом' } })
    }
  })

  it('works before the event has its number', async () => {
    const { id } = await openTicket(anna)
    await toldLog(server.desk)
    await withClient(server.desk.database.url, async (client) => {
      await client.query(`set idle_in_transaction_session_timeout = '30s'`)
      // The sequencer cannot number anything meanwhile.
      await client.query('begin')
      await client.query('select 1 from log_head for update')
      const { cursor } = await send(anna, id, 'Ещё без номера')
      const ticket = followTicket(server, anna, { ticketId: id, after: cursor })
      const inbox = followInbox(server, sergey, { after: cursor })
      const first = [ticket.next(), inbox.next()]
      // What goes by seq does not wait for a number.
      expect(await followMessages(server, anna, { ticketId: id, afterSeq: 1 }).next()).toMatchObject({
        seq: 2,
      })
      await until(async () => {
        const { rowCount } = await client.query('select 1 from events where position is null')
        return rowCount === 1
      })
      await client.query('commit')
      expect((await Promise.all(first)).map(isCaughtUp)).toEqual([true, true])
      await send(anna, id, 'Следующее')
      const next = { type: 'message.sent', message: { text: 'Следующее' } }
      expect([await ticket.next(), await inbox.next()]).toMatchObject([next, next])
    })
  })
})

describe('a stream from now', () => {
  it('begins with CaughtUp and tells nothing of before', async () => {
    const { id } = await openTicket(anna)
    await toldLog(server.desk)
    const ticket = followTicket(server, anna, { ticketId: id })
    const inbox = followInbox(server, sergey)
    expect([await ticket.next(), await inbox.next()].map(isCaughtUp)).toEqual([true, true])
    await send(anna, id, 'Сейчас')
    const told = { type: 'message.sent', seq: 2, message: { text: 'Сейчас' } }
    expect([await ticket.next(), await inbox.next()]).toMatchObject([told, told])
  })

  it('of messageSent tells what is sent after it began', async () => {
    const { id } = await openTicket(anna)
    const before = server.desk.ticketNews.listenerCount
    const stream = followMessages(server, anna, { ticketId: id })
    const first = stream.next()
    await until(() => server.desk.ticketNews.listenerCount === before + 1)
    // It hears from a moment on that only it knows; from then on it misses nothing.
    const sending = sendUntilHeard(first, id)
    const heard = await first
    await sending
    const seqs = [heard.seq]
    const { message } = await send(anna, id, 'Последнее')
    while (seqs.at(-1) !== message.seq) seqs.push((await stream.next()).seq)
    expect(seqs).toEqual(numbersTo(message.seq ?? 0).slice(-seqs.length))
  })
  async function sendUntilHeard(first: Promise<unknown>, id: string): Promise<void> {
    let isHeard = false
    void first.then(() => (isHeard = true))
    while (!isHeard) await send(anna, id, 'Слышно?')
  }
})
