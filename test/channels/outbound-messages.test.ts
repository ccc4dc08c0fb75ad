import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toldLog } from '../events/nodes.ts'
import { until } from '../kit/postgres-process.ts'
import { transports } from '../kit/stream.ts'
import { done, type Person } from '../kit/world.ts'
import {
  answer,
  answered,
  claim,
  followOutbound,
  type Heard,
  openScene,
  receive,
  report,
  type Scene,
  sent,
  telegram,
} from './scene.ts'

let scene: Scene
let idle: number
beforeAll(async () => {
  scene = await openScene()
  idle = scene.server.desk.feed.listenerCount
})
afterAll(async () => await scene.server.close())

const isCaughtUp = ({ __typename }: Heard) => __typename === 'CaughtUp'
const texts = (heard: readonly Heard[]) => heard.flatMap(({ outbound }) => outbound?.text ?? [])

describe.each(transports)('outboundMessages over %s', (transport) => {
  it('tells what the desk says in conversations of the account, and nothing else', async () => {
    const account = `@live ${transport}`
    const stream = followOutbound(scene, scene.bot, { account }, transport)
    await stream.upTo(isCaughtUp)
    const input = telegram({ account })
    const { ticket, message } = await receive(scene.bot, input)
    const other = await receive(scene.bot, telegram({ account: '@other' }))
    const { supervisor } = scene.cast
    await answer(supervisor, other.ticket.id, 'В другой аккаунт')
    await done(supervisor, 'noteAdd', { ticketId: ticket.id, text: 'Тайное' }, 'message { id }')
    const id = await answer(supervisor, ticket.id, 'Ответ')
    expect(await stream.next()).toEqual({
      __typename: 'OutboundMessage',
      cursor: expect.any(String),
      type: 'message.sent',
      outbound: {
        messageId: id,
        text: 'Ответ',
        conversationId: input.conversationId,
        externalIds: [],
        delivery: { status: 'PENDING' },
      },
    })
    const key = await sendBy(scene.bot, id, account)
    await done(supervisor, 'messageEdit', { messageId: id, text: 'Иначе' }, 'message { id }')
    expect(await stream.next()).toMatchObject({
      __typename: 'OutboundMessageEdited',
      outbound: { messageId: id, text: 'Иначе', externalIds: [key], delivery: { status: 'SENT' } },
    })
    // What a customer wrote is nothing to send, nor is its redaction.
    await done(supervisor, 'messageRedact', { messageId: message.id }, 'message { id }')
    await done(supervisor, 'messageRedact', { messageId: id }, 'message { id }')
    expect(await stream.next()).toMatchObject({
      __typename: 'OutboundMessageRedacted',
      outbound: { messageId: id, text: '' },
    })
  })

  it('goes on after a cursor: no gap, no repeat, in order', async () => {
    const account = `@resume ${transport}`
    const { ticket, cursor } = await receive(scene.bot, telegram({ account }))
    for (const text of ['1', '2', '3', '4']) await answer(scene.cast.supervisor, ticket.id, text)
    await toldLog(scene.server.desk)
    const all = await followOutbound(scene, scene.bot, { account, after: cursor }, transport).upTo(isCaughtUp)
    expect(texts(all)).toEqual(['1', '2', '3', '4'])
    for (const [index, one] of all.entries()) {
      const rest = followOutbound(scene, scene.bot, { account, after: one.cursor }, transport)
      expect(texts(await rest.upTo(isCaughtUp))).toEqual(texts(all.slice(index + 1)))
      await rest.leave()
    }
    const live = followOutbound(scene, scene.bot, { account, after: all[1]?.cursor ?? '' }, transport)
    expect(texts([await live.next(), await live.next()])).toEqual(['3', '4'])
    expect(isCaughtUp(await live.next())).toBe(true)
    await answer(scene.cast.supervisor, ticket.id, '5')
    expect(texts([await live.next()])).toEqual(['5'])
  })

  it('says Reset for a cursor that is none', async () => {
    const stream = followOutbound(scene, scene.bot, { after: 'forged' }, transport)
    expect(await stream.next()).toMatchObject({ __typename: 'Reset', reason: 'UNKNOWN_CURSOR' })
  })

  it('lets its listener go when the bot leaves', async () => {
    // Those of the tests before are leaving still.
    await until(() => scene.server.desk.feed.listenerCount === idle)
    const stream = followOutbound(scene, scene.bot, {}, transport)
    await stream.upTo(isCaughtUp)
    expect(scene.server.desk.feed.listenerCount).toBe(idle + 1)
    await stream.leave()
    await until(() => scene.server.desk.feed.listenerCount === idle)
  })

  it('is for the bot of the channel only', async () => {
    const { anonymous, ...others } = scene.cast
    expect(anonymous.token).toBeNull()
    const people = Object.entries(others).filter(([, one]) => typeof one !== 'string') as [string, Person][]
    for (const [name, by] of [...people, ['vkBot', scene.vkBot] as const]) {
      expect([name, await followOutbound(scene, by, {}, transport).refusal()]).toEqual([name, 'FORBIDDEN'])
    }
  })
})

async function sendBy(by: Person, messageId: string, account: string): Promise<string> {
  const { leaseToken } = await claim(by, messageId, { account })
  const reports = [{ messageId, leaseToken, status: 'SENT', externalIds: [messageId] }]
  await done(by, 'channelDeliveryReport', { channel: 'TELEGRAM', account, reports }, 'results { __typename }')
  return messageId
}

describe('a ticket that goes on elsewhere', () => {
  it('answers where its customer wrote last: after a merge, in a successor', async () => {
    const { supervisor } = scene.cast
    const account = '@moving'
    const input = telegram({ account })
    const { ticket, cursor } = await receive(scene.bot, input)
    const elsewhere = await receive(scene.bot, {
      ...input,
      account: '@other',
      conversationId: 'c',
      externalId: 'x',
    })
    await done(supervisor, 'ticketMerge', { ticketId: elsewhere.ticket.id, intoTicketId: ticket.id })
    await answer(supervisor, ticket.id, 'После слияния')
    await done(supervisor, 'ticketResolve', { ticketId: ticket.id, resolution: 'FIXED' })
    await done(supervisor, 'ticketClose', { ticketId: ticket.id })
    const next = await receive(scene.bot, { ...input, externalId: `${input.externalId}2` })
    await answer(supervisor, next.ticket.id, 'В продолжении')
    await toldLog(scene.server.desk)
    const all = followOutbound(scene, scene.bot, { account, after: cursor })
    expect(texts(await all.upTo(isCaughtUp))).toEqual(['После слияния', 'В продолжении'])
  })
})

describe('outboundPending', () => {
  const pending = async (by: Person, more = '') =>
    await by.ask<{ outboundPending: { nodes: { messageId: string }[] } }>(
      `{ outboundPending(channel: TELEGRAM, account: "@opora_bot"${more}) { nodes { messageId } } }`,
    )

  it('lists what is to be sent until it was, oldest first', async () => {
    const { ticketId, messageId } = await answered(scene)
    const next = await answer(scene.cast.supervisor, ticketId, 'Ещё')
    const mine = async () =>
      (await pending(scene.bot, ', first: 100')).outboundPending.nodes
        .map((node) => node.messageId)
        .filter((id) => id === messageId || id === next)
    expect(await mine()).toEqual([messageId, next])
    await sent(scene.bot, messageId)
    expect(await mine()).toEqual([next])
    const { leaseToken } = await claim(scene.bot, next)
    await report(scene.bot, { messageId: next, leaseToken, status: 'FAILED', code: '500', isRetryable: true })
    expect(await mine()).toEqual([next])
  })

  it('is for the bot of the channel only', async () => {
    for (const by of [scene.vkBot, scene.cast.supervisor, scene.cast.readingService]) {
      await expect(pending(by)).rejects.toThrow('FORBIDDEN')
    }
  })
})
