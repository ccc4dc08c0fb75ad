import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { outcome, type Person, service } from '../kit/world.ts'
import {
  answer,
  answered,
  claim,
  deliveryOf,
  expireLease,
  openScene,
  receive,
  report,
  type Scene,
  sent,
  telegram,
} from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const status = async (messageId: string) => (await deliveryOf(scene.cast.supervisor, messageId))?.['status']

describe('a claim', () => {
  it('gives the message as it is to be sent, and a lease', async () => {
    const { input, ticketId, messageId } = await answered(scene, 'В пути')
    const claimed = await claim(scene.bot, messageId)
    expect(claimed).toEqual({
      __typename: 'OutboundMessageClaimPayload',
      leaseToken: expect.any(String),
      leaseUntil: expect.any(String),
      outbound: {
        messageId,
        ticketId,
        text: 'В пути',
        conversationId: input.conversationId,
        account: '@opora_bot',
        channel: 'TELEGRAM',
        seq: 2,
        kind: 'TEXT',
        author: { kind: 'OPERATOR', name: 'sergey' },
        attachments: [],
        externalIds: [],
        delivery: { status: 'SENDING', attemptCount: 1 },
      },
    })
  })

  it('of twenty at once is given to one', async () => {
    const { messageId } = await answered(scene)
    const results = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, n) => await claim(scene.bot, messageId, { worker: `worker ${n}` }),
      ),
    )
    const given = results.filter(({ __typename }) => __typename === 'OutboundMessageClaimPayload')
    expect(given).toHaveLength(1)
    expect(results.filter((one) => one['reason'] === 'OTHER_WORKER')).toHaveLength(19)
  })

  it('by the worker that has it gives the same lease again', async () => {
    const { messageId } = await answered(scene)
    const first = await claim(scene.bot, messageId)
    const again = await claim(scene.bot, messageId)
    expect(again.leaseToken).toBe(first.leaseToken)
    expect(again['outbound']).toMatchObject({ delivery: { status: 'SENDING', attemptCount: 1 } })
    const other = await unchanged(
      scene.server.desk,
      async () => await claim(scene.bot, messageId, { worker: 'second' }),
    )
    expect(other).toMatchObject({ __typename: 'LeaseHeld', code: 'LEASE_HELD', reason: 'OTHER_WORKER' })
    expect(other['retryAfterSeconds']).toBeGreaterThan(0)
    expect(other['retryAfterSeconds']).toBeLessThanOrEqual(60)
  })

  it('waits for the earlier messages of the conversation', async () => {
    const { ticketId, messageId } = await answered(scene)
    const next = await answer(scene.cast.supervisor, ticketId, 'Ещё одно')
    const early = async () => await unchanged(scene.server.desk, async () => await claim(scene.bot, next))
    expect(await early()).toMatchObject({ __typename: 'LeaseHeld', reason: 'EARLIER_MESSAGE' })
    const { leaseToken } = await claim(scene.bot, messageId)
    expect(await early()).toMatchObject({ reason: 'EARLIER_MESSAGE' })
    await report(scene.bot, { messageId, leaseToken, status: 'SENT', externalIds: [`${messageId}:1`] })
    expect(await claim(scene.bot, next)).toMatchObject({ __typename: 'OutboundMessageClaimPayload' })
  })

  it('of what was sent, or failed for good, is refused', async () => {
    const { messageId } = await answered(scene)
    await sent(scene.bot, messageId)
    const again = async (id: string) =>
      await unchanged(scene.server.desk, async () => await claim(scene.bot, id))
    expect(await again(messageId)).toMatchObject({ __typename: 'AlreadyHandled', deliveryStatus: 'SENT' })
    const other = await answered(scene)
    const { leaseToken } = await claim(scene.bot, other.messageId)
    await report(scene.bot, { messageId: other.messageId, leaseToken, status: 'FAILED', code: '403' })
    expect(await again(other.messageId)).toMatchObject({ deliveryStatus: 'FAILED' })
  })

  it('is the bot’s of that channel and account only', async () => {
    const { messageId } = await answered(scene)
    const others = Object.entries(scene.cast).filter(([, one]) => typeof one !== 'string') as [
      string,
      Person,
    ][]
    const input = { messageId, account: '@opora_bot', worker: 'w' }
    for (const [name, by] of others) {
      const call = async () => await outcome(by, 'outboundMessageClaim', input)
      const expected = name === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
      expect([name, await unchanged(scene.server.desk, call)]).toEqual([name, expected])
    }
    for (const [by, account] of [
      [scene.vkBot, '@opora_bot'],
      [scene.bot, '@another'],
    ] as const) {
      const call = async () => await claim(by, messageId, { account })
      const refused = await unchanged(scene.server.desk, call)
      expect(refused).toMatchObject({ __typename: 'NotFound', path: ['messageId'] })
    }
    const unknown = await claim(scene.bot, 'msg_01990000-0000-7000-8000-000000000000')
    expect(unknown).toMatchObject({ __typename: 'NotFound' })
    for (const leaseSeconds of [4, 601]) {
      const call = async () => await claim(scene.bot, messageId, { leaseSeconds })
      expect(await unchanged(scene.server.desk, call)).toMatchObject({
        rule: 'range',
        path: ['leaseSeconds'],
      })
    }
  })

  it('of a customer’s own message finds nothing: it came from there', async () => {
    const { message } = await receive(scene.bot, telegram())
    expect(await claim(scene.bot, message.id)).toMatchObject({ __typename: 'NotFound' })
  })
})

describe('a worker that ends between sending and reporting', () => {
  it('leaves the message UNCONFIRMED for all to see, and nobody sends it again', async () => {
    const { messageId } = await answered(scene)
    await claim(scene.bot, messageId)
    await expireLease(scene.server.desk, messageId)
    await until(async () => (await status(messageId)) === 'UNCONFIRMED')
    const { rows } = await scene.server.desk.database.pool.query(
      `select data -> 'from' as "from", data -> 'to' as "to", actor_kind as by from events
       where type = 'message.deliveryChanged' and data ->> 'messageId' = $1`,
      [messageId.slice(4)],
    )
    expect(rows).toEqual([{ from: 'SENDING', to: 'UNCONFIRMED', by: 'SYSTEM' }])
    for (const worker of ['first', 'second']) {
      const call = async () => await claim(scene.bot, messageId, { worker })
      expect(await unchanged(scene.server.desk, call)).toMatchObject({ __typename: 'DeliveryUnconfirmed' })
    }
  })

  it('holds up nothing: the next message goes out', async () => {
    const { ticketId, messageId } = await answered(scene)
    const next = await answer(scene.cast.supervisor, ticketId, 'Дальше')
    await claim(scene.bot, messageId)
    await expireLease(scene.server.desk, messageId)
    expect(await claim(scene.bot, next)).toMatchObject({ __typename: 'OutboundMessageClaimPayload' })
  })

  it('may still report when it comes back, as long as nobody has taken the message on', async () => {
    const { messageId } = await answered(scene)
    const { leaseToken } = await claim(scene.bot, messageId)
    await expireLease(scene.server.desk, messageId)
    await until(async () => (await status(messageId)) === 'UNCONFIRMED')
    const given = { messageId, leaseToken, status: 'SENT', externalIds: [`late ${messageId}`] }
    expect(await report(scene.bot, given)).toMatchObject([{ isChanged: true }])
    expect(await status(messageId)).toBe('SENT')
  })

  it('has its message sent by who has looked at the platform, and then reports in vain', async () => {
    const { messageId } = await answered(scene)
    const { leaseToken: old } = await claim(scene.bot, messageId)
    await expireLease(scene.server.desk, messageId)
    const taken = await claim(scene.bot, messageId, { worker: 'second', isKnownUnsent: true })
    expect(taken['outbound']).toMatchObject({ delivery: { status: 'SENDING', attemptCount: 2 } })
    const late = { messageId, leaseToken: old, status: 'SENT', externalIds: ['x'] }
    const result = await unchanged(scene.server.desk, async () => await report(scene.bot, late))
    expect(result).toMatchObject([{ __typename: 'LeaseLost', path: ['reports', '0', 'leaseToken'] }])
  })
})

describe('two copies of a bot, each killed again and again', () => {
  it('send every message at most once, in order, and say which are in doubt', async () => {
    const second = await service(scene.server, 'channels:telegram channels:viber')
    const { input, ticketId, messageId } = await answered(scene, '0')
    const ids = [messageId]
    for (let n = 1; n < 12; n += 1) ids.push(await answer(scene.cast.supervisor, ticketId, `${n}`))
    const platform: string[] = []
    let lives = 0
    /** One life of a copy: goes through what is to be sent until it is killed, at one of three places. */
    const live = async (by: Person, diesAt: number) => {
      const worker = `life ${(lives += 1)}`
      for (const id of ids) {
        const claimed = await claim(by, id, { worker })
        if (claimed.__typename !== 'OutboundMessageClaimPayload') continue
        const isLast = platform.length % 4 === diesAt
        if (isLast && diesAt === 0) return id // Before it has sent anything.
        platform.push(id)
        if (isLast && diesAt === 1) return id // Sent, never told.
        const given = { messageId: id, leaseToken: claimed.leaseToken, status: 'SENT' }
        await report(by, { ...given, externalIds: [`${input.conversationId} ${platform.length}`] })
        if (isLast) return null // Told, and nothing lost.
      }
      return null
    }
    const settled = async () => {
      const states = await Promise.all(ids.map(status))
      return states.every((state) => state === 'SENT' || state === 'UNCONFIRMED')
    }
    for (let round = 0; !(await settled()); round += 1) {
      const left = await Promise.all([live(scene.bot, round % 3), live(second, (round + 1) % 3)])
      for (const id of left) if (id !== null) await expireLease(scene.server.desk, id)
      await until(async () => !(await Promise.all(ids.map(status))).includes('SENDING'))
    }
    expect(new Set(platform).size).toBe(platform.length)
    expect(platform).toEqual(ids.filter((id) => platform.includes(id)))
    const states = await Promise.all(ids.map(status))
    // What did not arrive is known to be in doubt: nothing is lost in silence.
    for (const [index, id] of ids.entries())
      if (!platform.includes(id)) expect(states[index]).toBe('UNCONFIRMED')
    expect(states).toContain('UNCONFIRMED')
    expect(states).toContain('SENT')
  })
})
