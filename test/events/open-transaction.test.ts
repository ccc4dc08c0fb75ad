import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { append, systemActor } from '../../src/events/log.ts'
import { transact } from '../../src/events/transact.ts'
import { type Cast, castOf } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { followInbox, followMessages, followTicket, isCaughtUp, transports } from '../kit/stream.ts'
import { openTicket, service } from '../kit/world.ts'
import { send, uuidOf } from '../messages/entries.ts'
import { whole } from '../streams/feed.ts'
import { toldLog } from './nodes.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
})
afterAll(async () => await server.close())

function withResolvers() {
  let resolve = () => {}
  const promise = new Promise<void>((done) => {
    resolve = done
  })
  return { promise, resolve: () => resolve() }
}

/** A write whose event has its id, and which ends when it is told to. */
async function heldOpen(ticketId: string) {
  const begun = withResolvers()
  const letGo = withResolvers()
  let isOpen = true
  const ended = transact(server.desk, async (tx) => {
    await append(tx, 'ticket.tagged', systemActor, { ticketId: uuidOf(ticketId) }, {})
    begun.resolve()
    await letGo.promise
    isOpen = false
  })
  await begun.promise
  return {
    isOpen: () => isOpen,
    async end() {
      letGo.resolve()
      await ended
    },
  }
}

describe.each(transports)('a write that takes its time, over %s', (transport) => {
  it('delays no stream: what others commit meanwhile arrives before it ends', async () => {
    const [slow, quick] = [await openTicket(cast.ownBuyer), await openTicket(cast.ownBuyer)]
    await toldLog(server.desk)
    const ticket = followTicket(server, cast.ownBuyer, { ticketId: quick.id }, transport)
    const inbox = followInbox(server, cast.supervisor, {}, transport)
    const messages = followMessages(server, cast.ownBuyer, { ticketId: quick.id, afterSeq: 1 }, { transport })
    const partner = await service(server, 'events:read tickets:read')
    await ticket.upTo(isCaughtUp)
    await inbox.upTo(isCaughtUp)
    const write = await heldOpen(slow.id)
    const sent = []
    for (let n = 0; n < 10; n += 1) {
      const { cursor, message } = await send(cast.ownBuyer, quick.id, `${n}`)
      sent.push(message.seq)
      expect(await ticket.next()).toMatchObject({ seq: message.seq })
      expect(await inbox.next()).toMatchObject({ seq: message.seq })
      expect(await messages.next()).toMatchObject({ seq: message.seq })
      await toldLog(server.desk)
      expect(await whole(partner, { after: cursor })).toEqual([])
    }
    expect(write.isOpen()).toBe(true)
    await write.end()
    // It has its place in the order of commit, behind all that went before it, though its id is older.
    expect(await inbox.next()).toMatchObject({ __typename: 'TicketTagged' })
    const log = await toldLog(server.desk)
    expect(log.at(-1)?.ticketId).toBe(uuidOf(slow.id))
    expect(log.at(-1)?.id).toBeLessThan(log.at(-2)?.id ?? 0)
    expect(log.slice(-11, -1).map(({ seq }) => seq)).toEqual(sent)
  })
})
