import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { follow, followInbox, followTicket, isCaughtUp, type Told, transports } from '../kit/stream.ts'
import { done, openTicket, service } from '../kit/world.ts'
import { send } from '../messages/entries.ts'
import { toldLog } from './nodes.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer({ STREAM_HEARTBEAT_SECONDS: '0.2' })
  cast = await castOf(server)
})
afterAll(async () => await server.close())

const isHeartbeat = ({ __typename }: Told) => __typename === 'Heartbeat'
const note = async (ticketId: string) =>
  await done<{ cursor: string }>(cast.operator, 'noteAdd', { ticketId, text: 'Для своих' }, 'cursor')

describe.each(transports)('a silent stream over %s', (transport) => {
  it('has heartbeats, and goes on with what happens', async () => {
    const { id } = await openTicket(cast.ownBuyer)
    await toldLog(server.desk)
    const bot = await service(server, 'channels:telegram')
    const begin = (field: string) => `subscription { item: ${field} { __typename cursor } }`
    const streams = [
      followTicket(server, cast.ownBuyer, { ticketId: id }, transport),
      followInbox(server, cast.operator, {}, transport),
      follow<Told>(server, cast.ownBuyer, begin('customerEvents'), {}, transport),
      follow<Told>(server, bot, begin('outboundMessages(channel: TELEGRAM, account: "shop")'), {}, transport),
    ]
    for (const stream of streams) {
      await stream.upTo(isCaughtUp)
      expect(await stream.next()).toEqual({ __typename: 'Heartbeat', cursor: expect.any(String) })
      expect(await stream.next()).toMatchObject({ __typename: 'Heartbeat' })
    }
    const { message } = await send(cast.ownBuyer, id, 'Есть кто?')
    const told = await streams[0]?.upTo(({ __typename }) => __typename === 'MessageSent')
    expect(told?.at(-1)).toMatchObject({ seq: message.seq })
    expect(told?.slice(0, -1).every(isHeartbeat)).toBe(true)
  })

  it('has a place that moves with what was passed over, for the desk only', async () => {
    const { id } = await openTicket(cast.ownBuyer)
    const { id: other } = await openTicket(cast.otherBuyer)
    await toldLog(server.desk)
    const forDesk = followTicket(server, cast.operator, { ticketId: id }, transport)
    const forBuyer = followTicket(server, cast.ownBuyer, { ticketId: id }, transport)
    await forDesk.upTo(isCaughtUp)
    const caughtUp = (await forBuyer.upTo(isCaughtUp)).at(-1)
    await note(other)
    const log = await toldLog(server.desk)
    const position = BigInt(log.at(-1)?.position ?? 0)
    const cursor = server.desk.cursors.encode({ kind: 'position', value: position })
    await forDesk.upTo((item) => isHeartbeat(item) && item.cursor === cursor)
    // How busy the desk is must not be read from a buyer's cursor; what is added to their ticket inside neither.
    await note(id)
    await toldLog(server.desk)
    const beats = [await forBuyer.next(), await forBuyer.next(), await forBuyer.next()]
    expect(beats).toEqual(beats.map(() => ({ __typename: 'Heartbeat', cursor: caughtUp?.cursor })))
    // What comes next is told to both who resume from there.
    await send(cast.ownBuyer, id, 'Дальше')
    const resumed = followTicket(server, cast.operator, { ticketId: id, after: cursor }, transport)
    expect(await resumed.next()).toMatchObject({ __typename: 'NoteAdded' })
    expect(await resumed.next()).toMatchObject({ __typename: 'MessageSent', message: { text: 'Дальше' } })
  })
})

it('has no heartbeat as long as something is sent, and one when all was passed over', async () => {
  const { id } = await openTicket(cast.ownBuyer)
  await toldLog(server.desk)
  const inbox = followInbox(server, cast.supervisor, { filter: { statuses: ['SPAM'] } })
  await inbox.upTo(isCaughtUp)
  await send(cast.ownBuyer, id, 'Не в этом ящике')
  const position = BigInt((await toldLog(server.desk)).at(-1)?.position ?? 0)
  const cursor = server.desk.cursors.encode({ kind: 'position', value: position })
  const told = await inbox.upTo((item) => item.cursor === cursor)
  expect(told.every(isHeartbeat)).toBe(true)
})

it('one timer serves all streams of a node, and stops with the last of them', async () => {
  const { pulses } = server.desk
  const idle = pulses.count
  const beats: string[] = []
  const first = pulses.start(() => beats.push('first'))
  const second = pulses.start(() => beats.push('second'))
  expect(pulses.count).toBe(idle + 2)
  first.stop()
  second.stop()
  expect(pulses.count).toBe(idle)
  expect(beats).toEqual([])
})
