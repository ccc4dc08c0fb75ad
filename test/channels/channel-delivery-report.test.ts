import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { done, mutate, outcome, type Person } from '../kit/world.ts'
import { answer, answered, claim, deliveryOf, openScene, report, type Scene, sent, uuidOf } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const state = async (messageId: string) =>
  await deliveryOf(scene.cast.operator, messageId, 'status failureCode isRetryable attemptCount')

describe('receipts', () => {
  const orders = [
    ['SENT', 'DELIVERED', 'READ'],
    ['SENT', 'READ', 'DELIVERED'],
    ['DELIVERED', 'SENT', 'READ'],
    ['READ', 'DELIVERED', 'SENT'],
    ['READ', 'SENT', 'DELIVERED'],
    ['DELIVERED', 'READ', 'SENT'],
  ]
  it.each(orders)('that come as %s, %s, %s leave the message READ, with its key', async (...order) => {
    const { messageId } = await answered(scene)
    const { leaseToken } = await claim(scene.bot, messageId)
    const key = randomUUID()
    for (const status of order) {
      const sending = status === 'SENT' ? { leaseToken, externalIds: [key] } : {}
      const [result] = await report(scene.bot, { messageId, status, ...sending })
      expect(result?.__typename).toBe('DeliveryReportPayload')
    }
    const { rows } = await scene.server.desk.database.pool.query(
      'select status, external_ids as keys from outbounds where message_id = $1',
      [uuidOf(messageId)],
    )
    expect(rows).toEqual([{ status: 'READ', keys: [key] }])
    // Told again, nothing changes.
    const again = await unchanged(
      scene.server.desk,
      async () =>
        await report(
          scene.bot,
          { messageId, status: 'SENT', leaseToken, externalIds: [key] },
          { externalId: key, status: 'DELIVERED' },
          { externalId: key, status: 'READ' },
          { externalId: key, status: 'FAILED', code: '500' },
        ),
    )
    expect(again.map(({ isChanged }) => isChanged)).toEqual([false, false, false, false])
  })

  it('tell the desk each step, and no buyer', async () => {
    const { ticketId, messageId } = await answered(scene)
    const key = await sent(scene.bot, messageId)
    await report(scene.bot, { externalId: key, status: 'READ', occurredAt: '2026-01-02T03:04:05.000Z' })
    const { rows } = await scene.server.desk.database.pool.query(
      `select data ->> 'from' as "from", data ->> 'to' as "to", is_internal as "isInternal" from events
       where type = 'message.deliveryChanged' and ticket_id = $1 order by id`,
      [uuidOf(ticketId)],
    )
    expect(rows).toEqual([
      { from: 'SENDING', to: 'SENT', isInternal: true },
      { from: 'SENT', to: 'READ', isInternal: true },
    ])
    expect(await deliveryOf(scene.cast.operator, messageId, 'status deliveredAt readAt')).toEqual({
      status: 'READ',
      deliveredAt: '2026-01-02T03:04:05.000Z',
      readAt: '2026-01-02T03:04:05.000Z',
    })
  })
})

describe('SENT', () => {
  it('records the platform’s keys once: others are a conflict', async () => {
    const { messageId } = await answered(scene)
    const { leaseToken } = await claim(scene.bot, messageId)
    const given = { messageId, leaseToken, status: 'SENT', externalIds: [randomUUID(), randomUUID()] }
    expect(await report(scene.bot, given)).toMatchObject([{ isChanged: true }])
    const call = async () => await report(scene.bot, { ...given, externalIds: [randomUUID()] })
    expect(await unchanged(scene.server.desk, call)).toMatchObject([{ __typename: 'IdempotencyConflict' }])
  })

  it('without the lease is refused', async () => {
    const { messageId } = await answered(scene)
    const unclaimed = { messageId, status: 'SENT', externalIds: ['1'], leaseToken: randomUUID() }
    const refused = async () =>
      await unchanged(scene.server.desk, async () => await report(scene.bot, unclaimed))
    expect(await refused()).toMatchObject([{ __typename: 'LeaseLost' }])
    await claim(scene.bot, messageId)
    expect(await refused()).toMatchObject([{ __typename: 'LeaseLost' }])
  })

  it('says when the text has changed since it was taken on', async () => {
    const { messageId } = await answered(scene)
    const { leaseToken } = await claim(scene.bot, messageId)
    await done(scene.cast.supervisor, 'messageEdit', { messageId, text: 'Иначе' }, 'message { id }')
    const [result] = await report(scene.bot, {
      messageId,
      leaseToken,
      status: 'SENT',
      externalIds: [randomUUID()],
    })
    expect(result).toMatchObject({ isChanged: true, isOutdated: true })
  })
})

describe('FAILED', () => {
  it('that may pass frees the lease for a try after a pause, and holds up the next message', async () => {
    const { ticketId, messageId } = await answered(scene)
    const next = await answer(scene.cast.supervisor, ticketId, 'Следом')
    const { leaseToken } = await claim(scene.bot, messageId)
    const failed = {
      messageId,
      leaseToken,
      status: 'FAILED',
      code: '429',
      isRetryable: true,
      retryAfterSeconds: 30,
    }
    expect(await report(scene.bot, failed)).toMatchObject([{ isChanged: true }])
    expect(await state(messageId)).toEqual({
      status: 'FAILED',
      failureCode: '429',
      isRetryable: true,
      attemptCount: 1,
    })
    const early = await claim(scene.bot, messageId, { worker: 'second' })
    expect(early).toMatchObject({ __typename: 'LeaseHeld', reason: 'BACK_OFF' })
    expect(early['retryAfterSeconds']).toBeGreaterThan(25)
    expect(await claim(scene.bot, next)).toMatchObject({ reason: 'EARLIER_MESSAGE' })
    await scene.server.desk.database.pool.query(
      'update outbounds set next_attempt_at = now() where message_id = $1',
      [uuidOf(messageId)],
    )
    const again = await claim(scene.bot, messageId, { worker: 'second' })
    expect(again['outbound']).toMatchObject({ delivery: { status: 'SENDING', attemptCount: 2 } })
    expect(again.leaseToken).not.toBe(leaseToken)
  })

  it('again and again is for good after eight tries, and then lets the next message go', async () => {
    const { ticketId, messageId } = await answered(scene)
    const next = await answer(scene.cast.supervisor, ticketId, 'Следом')
    for (let attempt = 1; attempt <= 8; attempt += 1) {
      await scene.server.desk.database.pool.query(
        'update outbounds set next_attempt_at = now() where message_id = $1',
        [uuidOf(messageId)],
      )
      const { leaseToken } = await claim(scene.bot, messageId)
      await report(scene.bot, { messageId, leaseToken, status: 'FAILED', code: '500', isRetryable: true })
      expect(await state(messageId)).toMatchObject({ attemptCount: attempt, isRetryable: attempt < 8 })
    }
    expect(await claim(scene.bot, next)).toMatchObject({ __typename: 'OutboundMessageClaimPayload' })
  })

  it('after SENT is for good; a receipt that it arrived after all is believed', async () => {
    const { messageId } = await answered(scene)
    const key = await sent(scene.bot, messageId)
    await report(scene.bot, { externalId: key, status: 'FAILED', code: '131026', isRetryable: true })
    expect(await state(messageId)).toMatchObject({
      status: 'FAILED',
      isRetryable: false,
      failureCode: '131026',
    })
    await report(scene.bot, { externalId: key, status: 'DELIVERED' })
    expect(await state(messageId)).toMatchObject({
      status: 'DELIVERED',
      isRetryable: null,
      failureCode: null,
    })
  })
})

describe('what is refused', () => {
  it('each report alone, with its place', async () => {
    const { messageId } = await answered(scene)
    const results = await unchanged(
      scene.server.desk,
      async () =>
        await report(
          scene.bot,
          { messageId, status: 'SENT', leaseToken: 'x' },
          { messageId, status: 'FAILED' },
          { messageId, status: 'FAILED', code: 'с пробелом' },
          { messageId, status: 'READ', externalIds: ['1'] },
          { messageId, externalId: '1', status: 'READ' },
          { status: 'READ' },
          { externalId: 'неизвестный', status: 'READ' },
          { messageId: 'msg_1', status: 'READ' },
          { messageId, status: 'READ' },
          { messageId, status: 'FAILED', code: '1', retryAfterSeconds: 3601 },
        ),
    )
    expect(results.map((one) => [one['rule'] ?? one.__typename, one['path']])).toEqual([
      ['required', ['reports', '0', 'externalIds']],
      ['required', ['reports', '1', 'code']],
      ['pattern', ['reports', '2', 'code']],
      ['forbidden', ['reports', '3', 'externalIds']],
      ['oneOf', ['reports', '4']],
      ['oneOf', ['reports', '5']],
      ['NotFound', ['reports', '6', 'externalId']],
      ['NotFound', ['reports', '7', 'messageId']],
      ['LeaseLost', ['reports', '8', 'messageId']],
      ['range', ['reports', '9', 'retryAfterSeconds']],
    ])
  })

  it('more than a hundred at once', async () => {
    const reports = Array.from({ length: 101 }, () => ({ externalId: '1', status: 'READ' }))
    const input = { channel: 'TELEGRAM', account: '@opora_bot', reports }
    const call = async () => await mutate(scene.bot, 'channelDeliveryReport', input)
    expect(await unchanged(scene.server.desk, call)).toMatchObject({
      __typename: 'InvalidInput',
      rule: 'tooMany',
    })
  })

  it('those of anybody but the channel’s bot', async () => {
    const { messageId } = await answered(scene)
    const key = await sent(scene.bot, messageId)
    const input = {
      channel: 'TELEGRAM',
      account: '@opora_bot',
      reports: [{ externalId: key, status: 'READ' }],
    }
    const others = Object.entries(scene.cast).filter(([, one]) => typeof one !== 'string') as [
      string,
      Person,
    ][]
    for (const [name, by] of [...others, ['vkBot', scene.vkBot] as const]) {
      const call = async () => await outcome(by, 'channelDeliveryReport', input)
      const expected = name === 'anonymous' ? 'UNAUTHENTICATED' : 'FORBIDDEN'
      expect([name, await unchanged(scene.server.desk, call)]).toEqual([name, expected])
    }
    const results = 'results { __typename }'
    const vk = { ...input, channel: 'VK' }
    const asked = async () =>
      await done<{ results: unknown }>(scene.vkBot, 'channelDeliveryReport', vk, results)
    expect((await unchanged(scene.server.desk, asked)).results).toEqual([{ __typename: 'NotFound' }])
  })
})
