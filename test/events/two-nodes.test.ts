import { expect, it } from 'vitest'
import { until } from '../kit/postgres-process.ts'
import {
  followInbox,
  followMessages,
  followTicket,
  followTyping,
  isCaughtUp,
  transports,
} from '../kit/stream.ts'
import { admin, buyer, done, openTicket, operator, supervisor } from '../kit/world.ts'
import { send } from '../messages/entries.ts'
import { connectionsOf, cut, leaders, toldLog, twoNodes, wholeLog } from './nodes.ts'

it.each(transports)('what is written on one node is told on the other, over %s', async (transport) => {
  const { first, second } = await twoNodes()
  const [anna, sergey] = [await buyer(first, 'anna'), await supervisor(first)]
  const [annaThere, sergeyThere] = [await buyer(second, 'anna'), await supervisor(second)]
  const { id } = await openTicket(anna)
  await toldLog(second.desk)
  const messages = followMessages(second, annaThere, { ticketId: id, afterSeq: 1 }, { transport })
  const ticket = followTicket(second, annaThere, { ticketId: id }, transport)
  const inbox = followInbox(second, sergeyThere, {}, transport)
  const typing = followTyping(second, annaThere, { ticketId: id }, transport)
  const sign = typing.next()
  await ticket.upTo(isCaughtUp)
  await inbox.upTo(isCaughtUp)
  await until(() => second.desk.leases.listenerCount === 1)
  await done(sergey, 'typingSet', { ticketId: id, isTyping: true }, '__typename')
  expect(await sign).toEqual({ authorKind: 'OPERATOR', authorId: sergey.id, isTyping: true })
  await send(sergey, id, 'С другого узла', { keepOpen: true })
  expect(await messages.next()).toMatchObject({ seq: 2, text: 'С другого узла' })
  for (const stream of [ticket, inbox]) {
    const told = await stream.upTo(({ type }) => type === 'message.sent')
    expect(told.at(-1)).toMatchObject({ seq: 2, message: { text: 'С другого узла' } })
  }
})

it('a change of rights counts on the other node at once', async () => {
  const { first, second } = await twoNodes()
  const olga = await operator(second, 'olga')
  const inbox = followInbox(second, olga)
  await inbox.upTo(isCaughtUp)
  await done(await admin(first), 'operatorUpdate', { operatorId: olga.id, isDisabled: true }, '__typename')
  expect(await inbox.refusal()).toBe('TOKEN_EXPIRED')
  const { errors } = await olga.answer('{ tickets { nodes { id } } }')
  expect(errors).toMatchObject([{ extensions: { code: 'TOKEN_EXPIRED' } }])
})

it('streams go on without the bell, and the bell comes back', async () => {
  const { first, second } = await twoNodes()
  const [anna, annaThere] = [await buyer(first, 'anna'), await buyer(second, 'anna')]
  const { id } = await openTicket(anna)
  await toldLog(second.desk)
  const messages = followMessages(second, annaThere, { ticketId: id, afterSeq: 1 })
  const ticket = followTicket(second, annaThere, { ticketId: id })
  await ticket.upTo(isCaughtUp)
  expect(await connectionsOf(first.desk, 'opora-bell')).toHaveLength(2)
  for (const seq of [2, 3, 4]) {
    await cut(first.desk, await connectionsOf(first.desk, 'opora-bell'))
    const sentAt = Date.now()
    await send(anna, id, `Без звонка ${seq}`)
    expect(await messages.next()).toMatchObject({ seq })
    expect(await ticket.next()).toMatchObject({ seq })
    expect(Date.now() - sentAt).toBeLessThan(5_000)
  }
  await until(async () => (await connectionsOf(first.desk, 'opora-bell')).length === 2)
  // Typing travels on the bell alone.
  const typing = followTyping(second, annaThere, { ticketId: id })
  const sign = typing.next()
  await until(() => second.desk.leases.listenerCount === 1)
  const sergey = await supervisor(first)
  await done(sergey, 'typingSet', { ticketId: id, isTyping: true }, '__typename')
  expect(await sign).toMatchObject({ isTyping: true })
})

it('a sequencer whose connection is lost is followed by another', async () => {
  const { first, second } = await twoNodes()
  const anna = await buyer(first, 'anna')
  const { id } = await openTicket(anna)
  await toldLog(second.desk)
  const stream = followTicket(second, await supervisor(second), { ticketId: id })
  await stream.upTo(isCaughtUp)
  for (const seq of [2, 3]) {
    await until(async () => (await leaders(first.desk)).length === 1)
    await cut(first.desk, await leaders(first.desk))
    await send(anna, id, `${seq}`)
    expect(await stream.next()).toMatchObject({ seq })
  }
  const log = await wholeLog(first.desk)
  expect(log.map(({ position }) => position)).toEqual(log.map((_, index) => index + 1))
})

it('a cursor ahead of what a node has read itself is gone on from without a repeat', async () => {
  const { first, second } = await twoNodes()
  const [anna, annaThere] = [await buyer(first, 'anna'), await buyer(second, 'anna')]
  const { id } = await openTicket(anna)
  let ahead: { cursor: string; seq: number } | null = null
  while (ahead === null) {
    // Without the bell the other node looks once in a second: until then the message is news to it.
    await cut(first.desk, await connectionsOf(first.desk, 'opora-bell'))
    const { cursor, message } = await send(anna, id, 'Новость')
    const head = (await wholeLog(first.desk)).length
    if (second.desk.feed.position < head) ahead = { cursor, seq: message.seq ?? 0 }
  }
  const stream = followTicket(second, annaThere, { ticketId: id, after: ahead.cursor })
  expect(isCaughtUp(await stream.next())).toBe(true)
  await send(anna, id, 'Следующее')
  expect(await stream.next()).toMatchObject({ seq: ahead.seq + 1 })
})
