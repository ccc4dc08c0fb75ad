import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { follow, followMessages, followTicket, isCaughtUp, transports } from '../kit/stream.ts'
import { done, openTicket, service } from '../kit/world.ts'
import { send } from '../messages/entries.ts'
import { whole } from '../streams/feed.ts'
import { toldLog } from './nodes.ts'

/** What was removed for good is in no history, though the events of it are. */

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer({ REPLAY_CONCURRENCY: '1' })
  cast = await castOf(server)
})
afterAll(async () => await server.close())

const secret = 'Карта 4111 1111 1111 1111'

describe.each(transports)('a message that is redacted while its replay is pending, over %s', (transport) => {
  it('shows no text in any stream of the log', async () => {
    const { id } = await openTicket(cast.ownBuyer)
    await toldLog(server.desk)
    const [{ cursor: begin }] = [await followTicket(server, cast.ownBuyer, { ticketId: id }).next()]
    const { message } = await send(cast.ownBuyer, id, secret)
    await send(cast.ownBuyer, id, 'После')
    await toldLog(server.desk)
    // Nobody reads history: the only turn is taken, and those who lose it to the next have many before them.
    const { replays } = server.desk
    const holding = Array.from({ length: 60 }, () => new AbortController())
    const held = holding.map(async ({ signal }) => await replays.take(signal))
    const after = begin
    const told = [cast.ownBuyer, cast.operator, cast.readingService].map((by) =>
      followTicket(server, by, { ticketId: id, after }, transport),
    )
    const fields = '__typename cursor ... on MessageSent { message { text } }'
    const customer = follow<{ __typename: string; cursor: string }>(
      server,
      cast.ownBuyer,
      `subscription ($after: String) { item: customerEvents(after: $after) { ${fields} } }`,
      { after },
      transport,
    )
    const messages = followMessages(server, cast.ownBuyer, { ticketId: id, afterSeq: 1 }, { transport })
    const histories = [...told, customer].map(async (stream) => await stream.upTo(isCaughtUp))
    const first = messages.next()
    await done(cast.supervisor, 'messageRedact', { messageId: message.id }, '__typename')
    expect(replays.waiting).toBeGreaterThan(5)
    for (const controller of holding) controller.abort()
    for (const turn of await Promise.all(held)) turn?.leave()
    for (const history of await Promise.all(histories)) {
      expect(JSON.stringify(history)).not.toContain('4111')
      expect(history.map(({ __typename }) => __typename).slice(0, 2)).toEqual(['MessageSent', 'MessageSent'])
    }
    expect(JSON.stringify([await first, await messages.next()])).not.toContain('4111')
    const partner = await service(server, 'events:read tickets:read')
    const fed = await whole(partner, { after })
    expect(fed[0]).toMatchObject({ type: 'message.sent', message: { text: '' } })
    expect(JSON.stringify(fed)).not.toContain('4111')
  })
})
