import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { until } from '../../kit/postgres-process.ts'
import { mutate } from '../../kit/world.ts'
import { bridgeFolder } from './bridge-process.ts'
import {
  conversation,
  endLease,
  messageOf,
  messagesOf,
  newPerson,
  openTelegram,
  post,
  reply,
  statusOf,
  type TelegramScene,
  untilStatus,
} from './scene.ts'

let scene: TelegramScene
beforeAll(async () => {
  scene = await openTelegram()
})
afterAll(async () => await scene.server.close())

const texts = (person: number) => scene.api.postedTo(person).map(({ text }) => text)

describe('kill -9', () => {
  test.each(['request', 'answer'] as const)(
    'while a message is handed in (%s): Telegram tells it again',
    async (what) => {
      const person = newPerson()
      const update = messageOf(person, { text: 'Сохраните' })
      const bridge = await scene.start()
      const held = scene.gate.hold('ChannelMessageReceive', what)
      const posting = post(bridge, update)
      await held
      await bridge.kill()
      // Not acknowledged: Telegram will send it again.
      expect(await posting).toBe(0)
      expect(await messagesOf(scene, person)).toHaveLength(what === 'answer' ? 1 : 0)
      const next = await scene.start()
      expect(await post(next, update)).toBe(200)
      expect(await messagesOf(scene, person)).toMatchObject([{ text: 'Сохраните' }])
      await next.kill()
    },
  )

  test('before an answer was taken on: the next start sends it, once', async () => {
    const bridge = await scene.start()
    const { person, ticketId } = await conversation(scene, bridge)
    const held = scene.gate.hold('OutboundMessageClaim', 'request')
    const messageId = await reply(scene, ticketId, 'Не потеряюсь')
    await held
    await bridge.kill()
    const next = await scene.start()
    await untilStatus(scene, messageId, 'SENT')
    expect(texts(person)).toEqual(['Не потеряюсь'])
    await next.kill()
  })

  test('between taking on and sending: nobody knows, so it is UNCONFIRMED and not sent', async () => {
    const bridge = await scene.start()
    const { person, ticketId } = await conversation(scene, bridge)
    const held = scene.gate.hold('OutboundMessageClaim', 'answer')
    const messageId = await reply(scene, ticketId, 'Взято')
    await held
    await bridge.kill()
    const next = await scene.start()
    await endLease(scene, messageId)
    await untilStatus(scene, messageId, 'UNCONFIRMED')
    const later = await reply(scene, ticketId, 'Дальше')
    await untilStatus(scene, later, 'SENT')
    expect(texts(person)).toEqual(['Дальше'])
    await next.kill()
  })

  test.each(['by Telegram', 'by the bridge'])(
    'after sending, known %s only: UNCONFIRMED, and never sent again',
    async (by) => {
      const bridge = await scene.start()
      const { person, ticketId } = await conversation(scene, bridge)
      let onSent = () => {}
      const isSent = new Promise<void>((resolve) => (onSent = resolve))
      if (by === 'by Telegram') {
        scene.api.afterCall = async (method) => {
          if (method !== 'sendMessage') return
          onSent()
          await until(() => bridge.child.signalCode !== null)
        }
      } else void scene.gate.hold('ChannelDeliveryReport', 'request').then(onSent)
      const messageId = await reply(scene, ticketId, 'Один раз')
      await isSent
      await bridge.kill()
      scene.api.afterCall = null
      const next = await scene.start()
      await endLease(scene, messageId)
      await untilStatus(scene, messageId, 'UNCONFIRMED')
      const later = await reply(scene, ticketId, 'Второй')
      await untilStatus(scene, later, 'SENT')
      expect(texts(person)).toEqual(['Один раз', 'Второй'])
      await next.kill()
    },
  )

  test('after the report: it is SENT, and not sent again', async () => {
    const bridge = await scene.start()
    const { person, ticketId } = await conversation(scene, bridge)
    const held = scene.gate.hold('ChannelDeliveryReport', 'answer')
    const messageId = await reply(scene, ticketId, 'Готово')
    await held
    await bridge.kill()
    const next = await scene.start()
    const later = await reply(scene, ticketId, 'И ещё')
    await untilStatus(scene, later, 'SENT')
    expect(await statusOf(scene, messageId)).toMatchObject({ status: 'SENT', attemptCount: 1 })
    expect(texts(person)).toEqual(['Готово', 'И ещё'])
    await next.kill()
  })

  test('while nobody carries: answers, edits and redactions are made up for', async () => {
    const bridge = await scene.start()
    const { person, ticketId } = await conversation(scene, bridge)
    const [edited, redacted] = [
      await reply(scene, ticketId, 'Старое'),
      await reply(scene, ticketId, 'Лишнее'),
    ]
    await untilStatus(scene, redacted, 'SENT')
    await bridge.kill()
    const { supervisor } = scene.cast
    await mutate(supervisor, 'messageEdit', { messageId: edited, text: 'Новое' }, 'message { id }')
    await mutate(supervisor, 'messageRedact', { messageId: redacted }, 'message { id }')
    const missed = await reply(scene, ticketId, 'Пропущенное')
    const next = await scene.start()
    await untilStatus(scene, missed, 'SENT')
    await until(() => scene.api.postedTo(person)[1]?.isDeleted === true)
    expect(texts(person)).toEqual(['Новое', 'Лишнее', 'Пропущенное'])
    await next.kill()
  })
})

test('SIGTERM finishes what was begun', async () => {
  const bridge = await scene.start()
  const { person, ticketId } = await conversation(scene, bridge)
  const held = scene.gate.hold('ChannelDeliveryReport', 'request')
  const messageId = await reply(scene, ticketId, 'Доведу до конца')
  const letGo = await held
  const stopped = bridge.stop()
  letGo()
  expect(await stopped).toBe(0)
  expect(await statusOf(scene, messageId)).toMatchObject({ status: 'SENT' })
  expect(texts(person)).toEqual(['Доведу до конца'])
})

test('two copies at once: each message once, in its order, and a killed one is made up for', async () => {
  const [one, other] = await Promise.all([scene.start(), scene.start({ folder: bridgeFolder() })])
  const begun = await Promise.all(
    Array.from({ length: 4 }, async (_, index) => await conversation(scene, index % 2 === 0 ? one : other)),
  )
  const ids: string[] = []
  for (let round = 0; round < 6; round++) {
    for (const { ticketId } of begun) ids.push(await reply(scene, ticketId, `ответ ${round}`))
  }
  await Promise.all(ids.map(async (id) => await untilStatus(scene, id, 'SENT')))
  const expected = Array.from({ length: 6 }, (_, round) => `ответ ${round}`)
  for (const { person } of begun) expect(texts(person)).toEqual(expected)
  await one.kill()
  const [first] = begun
  const last = await reply(scene, first?.ticketId ?? '', 'после')
  await untilStatus(scene, last, 'SENT')
  expect(await other.stop()).toBe(0)
})
