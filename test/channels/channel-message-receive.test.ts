import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventsOf, unchanged } from '../kit/cast.ts'
import { done, outcome, type Person, readTicket, service } from '../kit/world.ts'
import { openScene, receive, type Scene, telegram, tryReceive, uuidOf } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

describe('a first message', () => {
  it('opens a ticket of a customer known by the platform’s key only', async () => {
    const input = telegram({ topic: 'DELIVERY', language: 'EN', text: 'Where is my parcel?' })
    const received = await receive(scene.bot, input)
    expect(received).toEqual({
      __typename: 'ChannelMessageReceivePayload',
      isNew: true,
      isBotMuted: false,
      cursor: expect.any(String),
      message: { id: expect.stringMatching(/^msg_/), seq: 1, text: input.text },
      ticket: {
        id: expect.stringMatching(/^tkt_/),
        number: expect.stringMatching(/^T-/),
        status: 'NEW',
        channel: 'TELEGRAM',
        topic: 'DELIVERY',
        language: 'EN',
        subject: input.text,
      },
    })
    const identities = await scene.server.desk.database.prisma.customerIdentity.findMany({
      where: { externalId: input.senderId },
      select: { source: true, isVerified: true, customer: { select: { name: true, locale: true } } },
    })
    expect(identities).toEqual([
      { source: 'channel:TELEGRAM', isVerified: false, customer: { name: 'Анна Т.', locale: 'EN' } },
    ])
    expect(await eventsOf(scene.server.desk, received.ticket.id)).toMatchObject([
      { type: 'ticket.opened', data: { channel: 'TELEGRAM' } },
      { type: 'message.sent', data: { seq: 1, authorKind: 'CUSTOMER' } },
    ])
  })

  it('of the same person on another account opens another ticket of the same customer', async () => {
    const input = telegram()
    const first = await receive(scene.bot, input)
    const second = await receive(scene.bot, { ...input, account: '@opora_other_bot' })
    expect(second.ticket.id).not.toBe(first.ticket.id)
    const customers = await Promise.all(
      [first, second].map((one) => readTicket(scene.cast.supervisor, one.ticket.id, 'customer { id }')),
    )
    expect(customers[0]).toEqual(customers[1])
  })

  it('of the same key on another platform is of another person', async () => {
    const input = telegram()
    const first = await receive(scene.bot, input)
    const second = await receive(scene.vkBot, { ...input, channel: 'VK' })
    const customer = async (id: string) => await readTicket(scene.cast.supervisor, id, 'customer { id }')
    expect(await customer(first.ticket.id)).not.toEqual(await customer(second.ticket.id))
  })
})

describe('the next message', () => {
  it('goes on in the same ticket, and brings it back to the desk', async () => {
    const input = telegram()
    const { ticket } = await receive(scene.bot, input)
    await done(scene.cast.supervisor, 'messageSend', { ticketId: ticket.id, text: 'Ответ' })
    const next = await receive(scene.bot, { ...input, externalId: `${input.externalId}2`, text: 'Спасибо' })
    expect(next).toMatchObject({
      isNew: true,
      message: { seq: 3 },
      ticket: { id: ticket.id, status: 'OPEN' },
    })
  })

  it('after the end of the ticket opens a successor, and those after it go on there', async () => {
    const input = telegram()
    const { ticket } = await receive(scene.bot, input)
    await done(scene.cast.supervisor, 'ticketResolve', { ticketId: ticket.id, resolution: 'FIXED' })
    await done(scene.cast.supervisor, 'ticketClose', { ticketId: ticket.id })
    const second = await receive(scene.bot, { ...input, externalId: `${input.externalId}2` })
    const third = await receive(scene.bot, { ...input, externalId: `${input.externalId}3` })
    expect(second.ticket.id).not.toBe(ticket.id)
    expect(third).toMatchObject({ message: { seq: 2 }, ticket: { id: second.ticket.id } })
    const successor = await readTicket(scene.cast.supervisor, second.ticket.id, 'predecessor { id }')
    expect(successor).toEqual({ predecessor: { id: ticket.id } })
  })

  it('of a merged ticket goes to the target', async () => {
    const input = telegram()
    const { ticket } = await receive(scene.bot, input)
    const other = await receive(scene.bot, { ...input, account: '@second', externalId: randomUUID() })
    const merging = { ticketId: ticket.id, intoTicketId: other.ticket.id }
    await done(scene.cast.supervisor, 'ticketMerge', merging)
    const next = await receive(scene.bot, { ...input, externalId: `${input.externalId}2` })
    expect(next.ticket.id).toBe(other.ticket.id)
  })
})

describe('deliveries of the same message', () => {
  it('give the one message, whatever the clock and name say', async () => {
    const input = telegram()
    const first = await receive(scene.bot, input)
    const again = await unchanged(
      scene.server.desk,
      async () =>
        await receive(scene.bot, { ...input, sentAt: new Date().toISOString(), senderName: 'Другое имя' }),
    )
    expect(again).toMatchObject({ isNew: false, message: first.message, ticket: { id: first.ticket.id } })
  })

  it.each([
    ['text', { text: 'Другое' }],
    ['sender', { senderId: 'другой' }],
    ['conversation', { conversationId: 'другая' }],
    ['edit', { editOf: 'другое' }],
  ])('with another %s are a conflict', async (_name, change) => {
    const input = telegram()
    await receive(scene.bot, input)
    const result = await unchanged(
      scene.server.desk,
      async () => await tryReceive(scene.bot, { ...input, ...change }),
    )
    expect(result).toMatchObject({ __typename: 'IdempotencyConflict', path: ['externalId'] })
  })

  it('twenty at once, by two copies of the bot, give one message and one ticket', async () => {
    const second = await service(scene.server, 'channels:telegram channels:vk')
    const input = telegram()
    const results = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => await receive(n % 2 === 0 ? scene.bot : second, input)),
    )
    expect(results.filter(({ isNew }) => isNew)).toHaveLength(1)
    expect(new Set(results.map(({ message }) => message.id)).size).toBe(1)
    expect(new Set(results.map(({ ticket }) => ticket.id)).size).toBe(1)
  })

  it('twenty different ones at once, of a new person, land in one ticket without a gap', async () => {
    const input = telegram()
    const results = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, n) =>
          await receive(scene.bot, {
            ...input,
            externalId: `${input.externalId}/${n % 10}`,
            text: `${n % 10}`,
          }),
      ),
    )
    expect(results.filter(({ isNew }) => isNew)).toHaveLength(10)
    expect(new Set(results.map(({ ticket }) => ticket.id)).size).toBe(1)
    expect(new Set(results.map(({ message }) => message.seq))).toEqual(
      new Set([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]),
    )
    const { prisma } = scene.server.desk.database
    expect(await prisma.customerIdentity.count({ where: { externalId: input.senderId } })).toBe(1)
    expect(await prisma.ticket.count({ where: { id: uuidOf(results[0]?.ticket.id ?? '') } })).toBe(1)
  })
})

describe('who may hand in', () => {
  it('is the bot of that channel only', async () => {
    const input = telegram()
    const others = Object.entries(scene.cast).filter(([, one]) => typeof one !== 'string') as [
      string,
      Person,
    ][]
    for (const [name, by] of [...others, ['vkBot', scene.vkBot] as const]) {
      const call = async () => await outcome(by, 'channelMessageReceive', input)
      expect([name, await unchanged(scene.server.desk, call)]).toEqual([
        name,
        name === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN',
      ])
    }
  })

  it('sees nothing else by that', async () => {
    const own = await receive(scene.bot, telegram())
    const asked = await scene.bot.ask<{ ticket: unknown; tickets: { nodes: unknown[] }; node: unknown }>(
      `query ($id: ID!, $message: ID!) { ticket(id: $id) { id } tickets { nodes { id } } node(id: $message) { id } }`,
      { id: own.ticket.id, message: own.message.id },
    )
    expect(asked).toEqual({ ticket: null, tickets: { nodes: [] }, node: null })
  })
})

describe('what is refused', () => {
  it.each<[string, object, string, string[]]>([
    ['no words and no file', { text: ' ' }, 'empty', ['text']],
    ['NUL', { text: 'a\0' }, 'nul', ['text']],
    ['a long text', { text: 'ж'.repeat(10_001) }, 'tooLong', ['text']],
    ['no account', { account: '' }, 'empty', ['account']],
    ['no key', { externalId: ' ' }, 'empty', ['externalId']],
    ['a long key', { externalId: 'x'.repeat(201) }, 'tooLong', ['externalId']],
    ['no conversation', { conversationId: '' }, 'empty', ['conversationId']],
    ['no sender', { senderId: '' }, 'empty', ['senderId']],
    ['half a pair in the name', { senderName: '\ud800' }, 'surrogate', ['senderName']],
  ])('%s', async (_name, change, rule, path) => {
    const call = async () => await tryReceive(scene.bot, telegram(change))
    expect(await unchanged(scene.server.desk, call)).toMatchObject({ __typename: 'InvalidInput', rule, path })
  })
})
