import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { unchanged } from '../../kit/cast.ts'
import { until } from '../../kit/postgres-process.ts'
import type { BridgeProcess } from './bridge-process.ts'
import {
  conversation,
  editOf,
  externalIdsOf,
  messageOf,
  messagesOf,
  newPerson,
  openTelegram,
  post,
  reply,
  type TelegramScene,
  untilStatus,
} from './scene.ts'

let scene: TelegramScene
let bridge: BridgeProcess
beforeAll(async () => {
  scene = await openTelegram()
  bridge = await scene.start()
})
afterAll(async () => await scene.server.close())

describe('the webhook', () => {
  test('is set with its secret, for what is taken only', () => {
    expect(scene.api.webhook).toEqual({
      url: 'https://shop.example/telegram',
      secret: 'a-secret_of-the_webhook',
    })
    const set = scene.api.calls.find(({ method }) => method === 'setWebhook')
    expect(set?.fields['allowed_updates']).toEqual(['message', 'edited_message'])
  })

  test.each([
    ['no secret', {}],
    ['another secret', { 'x-telegram-bot-api-secret-token': 'a-secret_of-the_webhooK' }],
    ['half of it', { 'x-telegram-bot-api-secret-token': 'a-secret' }],
  ])('with %s is refused, and nothing is written', async (_name, headers) => {
    await unchanged(scene.server.desk, async () => {
      expect(
        await post(bridge, messageOf(newPerson(), { text: 'чужой' }), headers as Record<string, string>),
      ).toBe(401)
    })
  })

  test('with a body that is none is refused', async () => {
    expect(await post(bridge, '{"update_id":')).toBe(400)
    expect(await post(bridge, `"${'x'.repeat(1_000_001)}"`)).toBe(413)
    expect(await post(bridge, 'null')).toBe(200)
  })

  test('hands a message in once, however often it comes', async () => {
    const person = newPerson()
    const update = messageOf(person, { text: '  Где посылка?  ' })
    expect(await Promise.all([post(bridge, update), post(bridge, update)])).toEqual([200, 200])
    expect(await post(bridge, update)).toBe(200)
    expect(await messagesOf(scene, person)).toMatchObject([{ text: 'Где посылка?' }])
  })

  test('is answered 200 only when the server has it', async () => {
    const person = newPerson()
    const update = messageOf(person, { text: 'Алло' })
    scene.gate.refuse('ChannelMessageReceive', 3)
    expect(await post(bridge, update)).toBe(503)
    expect(await messagesOf(scene, person)).toEqual([])
    expect(await post(bridge, update)).toBe(200)
    expect(await messagesOf(scene, person)).toMatchObject([{ text: 'Алло' }])
  })

  test('brings edits, the newest by Telegram staying', async () => {
    const { person, update } = await conversation(scene, bridge, 'Заказ 1')
    expect(await post(bridge, editOf(update, { text: 'Заказ 3' }, 120))).toBe(200)
    expect(await post(bridge, editOf(update, { text: 'Заказ 2' }, 60))).toBe(200)
    expect(await messagesOf(scene, person)).toMatchObject([{ text: 'Заказ 3' }])
  })

  test('refuses the edit of what it has not handed in', async () => {
    const person = newPerson()
    await unchanged(scene.server.desk, async () => {
      expect(await post(bridge, editOf(messageOf(person, { text: 'a' }), { text: 'b' }))).toBe(200)
    })
    expect(bridge.lines.findLast(({ msg }) => msg === 'update refused')).toMatchObject({
      reason: 'edit-of-unknown',
    })
  })
})

describe('an answer', () => {
  test('goes out, and is reported by what it became', async () => {
    const { person, ticketId } = await conversation(scene, bridge)
    const messageId = await reply(scene, ticketId, 'Уже в пути')
    await untilStatus(scene, messageId, 'SENT')
    const [posted, ...others] = scene.api.postedTo(person)
    expect([posted?.text, others]).toEqual(['Уже в пути', []])
    expect(await externalIdsOf(scene, messageId)).toEqual([`${person}:${posted?.messageId}`])
  })
})

test('what is logged holds neither words nor people nor tokens', async () => {
  await until(() => bridge.count('update accepted') > 0)
  expect(bridge.said.out).not.toMatch(/посылка|Анна|AAsecret|a-secret_of/)
  expect(bridge.said.err).toBe('')
})
