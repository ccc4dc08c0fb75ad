import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { Channel } from '../../src/core/prisma/enums.ts'
import { unchanged } from '../kit/cast.ts'
import { done, mutate, nobody, openTicket, outcome, type Person, readTicket } from '../kit/world.ts'
import { answered, claim, openScene, receive, type Scene, telegram, tryReceive } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const update = async (input: object) =>
  await done<{ channel: { version: number } }>(scene.admin, 'channelUpdate', input, 'channel { version }')
const read = async (by: Person) => {
  const fields = 'channel isEnabled isOpenNow isAlwaysOpen timeZone slots { weekday opensAt closesAt }'
  const { channels } = await by.ask<{ channels: ({ channel: string } & Record<string, unknown>)[] }>(
    `{ channels { ${fields} replyWindowSeconds replyWindowSource version } }`,
  )
  return channels
}

describe('channels', () => {
  it('are all there with their settings, for everybody known', async () => {
    for (const by of [scene.cast.guest, scene.cast.ownBuyer, scene.cast.operator, scene.bot]) {
      const channels = await read(by)
      expect(channels.map(({ channel }) => channel)).toEqual(Object.values(Channel))
      for (const one of channels)
        expect(one).toMatchObject({ isEnabled: true, isOpenNow: true, isAlwaysOpen: true })
      const limited = channels.filter((one) => one['replyWindowSeconds'] !== null)
      expect(limited.map(({ channel }) => channel).sort()).toEqual(['FACEBOOK', 'INSTAGRAM', 'WHATSAPP'])
      for (const one of limited) {
        expect(one).toMatchObject({
          replyWindowSeconds: 86_400,
          replyWindowSource: expect.stringContaining('24 hours'),
        })
      }
    }
    await expect(read(nobody(scene.server))).rejects.toThrow('UNAUTHENTICATED')
  })

  it('are changed by admins, and by nobody else', async () => {
    const input = {
      channel: 'PHONE',
      isAlwaysOpen: false,
      timeZone: 'Asia/Almaty',
      slots: [
        { weekday: 'TUESDAY', opensAt: '09:00', closesAt: '24:00' },
        { weekday: 'MONDAY', opensAt: '09:00', closesAt: '18:00' },
      ],
    }
    const others = Object.entries(scene.cast).filter(([, one]) => typeof one !== 'string') as [
      string,
      Person,
    ][]
    for (const [name, by] of [...others, ['bot', scene.bot] as const]) {
      const call = async () => await outcome(by, 'channelUpdate', input)
      const expected = name === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
      expect([name, await unchanged(scene.server.desk, call)]).toEqual([name, expected])
    }
    await update(input)
    const phone = (await read(scene.cast.ownBuyer)).find(({ channel }) => channel === 'PHONE')
    expect(phone).toMatchObject({
      timeZone: 'Asia/Almaty',
      isAlwaysOpen: false,
      version: 2,
      slots: [
        { weekday: 'MONDAY', opensAt: '09:00', closesAt: '18:00' },
        { weekday: 'TUESDAY', opensAt: '09:00', closesAt: '24:00' },
      ],
    })
    await update({ channel: 'PHONE', slots: [] })
    const closed = (await read(scene.cast.ownBuyer)).find(({ channel }) => channel === 'PHONE')
    expect(closed).toMatchObject({ isOpenNow: false, slots: [], version: 3 })
  })

  it.each([
    ['an unknown zone', { timeZone: 'Moscow' }, 'timeZone'],
    ['a window of no time', { replyWindowSeconds: 0 }, 'range'],
    ['an empty source', { replyWindowSource: ' ' }, 'empty'],
    [
      'a span that ends before it begins',
      { slots: [{ weekday: 'MONDAY', opensAt: '10:00', closesAt: '09:00' }] },
      'span',
    ],
  ])('are not changed by %s', async (_name, input, rule) => {
    const call = async () => await mutate(scene.admin, 'channelUpdate', { channel: 'VK', ...input })
    expect(await unchanged(scene.server.desk, call)).toMatchObject({ __typename: 'InvalidInput', rule })
  })

  it('are not changed over a version that was not seen', async () => {
    const call = async () =>
      await mutate(scene.admin, 'channelUpdate', { channel: 'VK', isEnabled: false, expectedVersion: 7 })
    expect(await unchanged(scene.server.desk, call)).toMatchObject({
      __typename: 'Conflict',
      currentVersion: 1,
      current: null,
    })
  })
})

describe('a channel that is switched off', () => {
  it('takes no new messages in either direction, and knows those it took', async () => {
    const { input, ticketId, messageId } = await answered(scene)
    await update({ channel: 'TELEGRAM', isEnabled: false })
    const closed = { __typename: 'ChannelClosed', code: 'CHANNEL_CLOSED', channel: 'TELEGRAM' }
    const calls: (() => Promise<unknown>)[] = [
      async () => await tryReceive(scene.bot, { ...input, externalId: 'новое' }),
      async () => await tryReceive(scene.bot, telegram()),
      async () => await claim(scene.bot, messageId),
      async () => await mutate(scene.cast.supervisor, 'messageSend', { ticketId, text: 'Ответ' }),
      async () => await mutate(scene.cast.ownBuyer, 'ticketOpen', { text: 'Новое', channel: 'TELEGRAM' }),
      async () =>
        await mutate(scene.bot, 'channelAttachmentCreate', {
          channel: 'TELEGRAM',
          senderId: input.senderId,
          fileName: 'a.png',
          byteSize: 10,
          contentType: 'image/png',
        }),
    ]
    for (const call of calls) expect(await unchanged(scene.server.desk, call)).toMatchObject(closed)
    expect(await receive(scene.bot, input)).toMatchObject({ isNew: false })
    await openTicket(scene.cast.ownBuyer)
    await update({ channel: 'TELEGRAM', isEnabled: true })
    expect(await claim(scene.bot, messageId)).toMatchObject({ __typename: 'OutboundMessageClaimPayload' })
  })
})

describe('the reply window', () => {
  const windowOf = async (id: string) =>
    (
      await readTicket<{ replyWindow: object | null }>(
        scene.cast.operator,
        id,
        'replyWindow { closesAt isOpen }',
      )
    )?.replyWindow

  it('is none where the platform has none', async () => {
    const { ticketId } = await answered(scene)
    expect(await windowOf(ticketId)).toBeNull()
  })

  it('ends after the customer’s last message; then nobody of the desk can answer', async () => {
    await update({ channel: 'VK', replyWindowSeconds: 3_600, replyWindowSource: 'проверка' })
    const sentAt = new Date(Date.now() - 3_000_000)
    const input = telegram({ channel: 'VK', sentAt: sentAt.toISOString() })
    const { ticket } = await receive(scene.vkBot, input)
    const closesAt = new Date(sentAt.getTime() + 3_600_000).toISOString()
    expect(await windowOf(ticket.id)).toEqual({ closesAt, isOpen: true })
    const write = async () =>
      await mutate(scene.cast.supervisor, 'messageSend', {
        ticketId: ticket.id,
        text: 'Ответ',
        keepOpen: true,
      })
    expect(await write()).toMatchObject({ __typename: 'MessageSendPayload' })
    const { pool } = scene.server.desk.database
    await pool.query(`update threads set last_inbound_at = $1 where external_id = $2`, [
      new Date(Date.now() - 3_600_001),
      input.conversationId,
    ])
    expect(await windowOf(ticket.id)).toMatchObject({ isOpen: false })
    expect(await unchanged(scene.server.desk, write)).toMatchObject({
      __typename: 'ReplyWindowClosed',
      code: 'REPLY_WINDOW_CLOSED',
      closedAt: expect.any(String),
    })
    // The customer opens it again; an older message that comes late does not.
    const late = { ...input, externalId: 'late', sentAt: new Date(Date.now() - 7_200_000).toISOString() }
    await receive(scene.vkBot, late)
    expect(await unchanged(scene.server.desk, write)).toMatchObject({ __typename: 'ReplyWindowClosed' })
    await receive(scene.vkBot, {
      ...input,
      externalId: 'new',
      sentAt: new Date(Date.now() + 86_400_000).toISOString(),
    })
    const { rows } = await pool.query<{ isAhead: boolean }>(
      'select last_inbound_at > now() as "isAhead" from threads where external_id = $1',
      [input.conversationId],
    )
    expect(rows).toEqual([{ isAhead: false }])
    expect(await write()).toMatchObject({ __typename: 'MessageSendPayload' })
    await update({ channel: 'VK', hasNoReplyWindow: true })
    expect(await windowOf(ticket.id)).toBeNull()
  })

  it('of a ticket nobody wrote in from there is closed', async () => {
    const ticket = await openTicket(scene.cast.supervisor, {
      customerId: scene.cast.ownBuyer.id,
      channel: 'WHATSAPP',
    })
    expect(await windowOf(ticket.id)).toEqual({ closesAt: null, isOpen: false })
    const call = async () =>
      await mutate(scene.cast.supervisor, 'messageSend', { ticketId: ticket.id, text: 'Ещё' })
    expect(await unchanged(scene.server.desk, call)).toMatchObject({
      __typename: 'ReplyWindowClosed',
      closedAt: null,
    })
  })
})
