import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { pdf, png } from '../../attachments/samples.ts'
import { upload } from '../../attachments/uploading.ts'
import { until } from '../../kit/postgres-process.ts'
import { mutate } from '../../kit/world.ts'
import type { Fault } from './bot-api.ts'
import type { BridgeProcess } from './bridge-process.ts'
import {
  conversation,
  endLease,
  externalIdsOf,
  openTelegram,
  reply,
  statusOf,
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

const visible = (person: number) =>
  scene.api.postedTo(person).flatMap(({ text, isDeleted }) => (isDeleted ? [] : [text]))

async function answerWithFiles(ticketId: string, text: string, attachmentIds: string[]): Promise<string> {
  const input = { ticketId, text, attachmentIds, keepOpen: true }
  const sent = await mutate<{ message: { id: string } }>(
    scene.cast.supervisor,
    'messageSend',
    input,
    'message { id }',
  )
  return sent.message.id
}

const filesFor = async (person: number, ...contents: [Buffer, string, string][]) => {
  const { rows } = await scene.server.desk.database.pool.query<{ id: string }>(
    'select customer_id as id from customer_identities where external_id = $1',
    [String(person)],
  )
  const customerId = `cus_${rows[0]?.id}`
  return await Promise.all(
    contents.map(
      async ([content, fileName, contentType]) =>
        await upload(scene.cast.supervisor, content, { customerId, fileName, contentType }),
    ),
  )
}

describe('Telegram refuses', () => {
  test.each<[string, Fault[]]>([
    [
      '429, and is asked again no sooner than it says',
      [{ code: 429, description: 'Too Many Requests: retry after 1', retryAfter: 1 }],
    ],
    [
      '500, twice',
      [
        { code: 500, description: 'Internal Server Error' },
        { code: 502, description: 'Bad Gateway' },
      ],
    ],
  ])('with %s: the answer goes out once', async (_name, faults) => {
    const { person, ticketId } = await conversation(scene, bridge)
    scene.api.fault('sendMessage', ...faults)
    const begun = Date.now()
    const messageId = await reply(scene, ticketId, 'Ждём')
    await untilStatus(scene, messageId, 'SENT')
    expect(visible(person)).toEqual(['Ждём'])
    if (faults.some((fault) => typeof fault === 'object' && fault.code === 429)) {
      expect(Date.now() - begun).toBeGreaterThanOrEqual(1_000)
    }
  })

  test('with 429 for long: it is given back, and tried when Telegram allows', async () => {
    const { ticketId } = await conversation(scene, bridge)
    scene.api.fault('sendMessage', {
      code: 429,
      description: 'Too Many Requests: retry after 3',
      retryAfter: 3,
    })
    const messageId = await reply(scene, ticketId, 'Позже')
    await until(async () => (await statusOf(scene, messageId)).failureCode === '429')
    expect(await statusOf(scene, messageId)).toMatchObject({ status: 'FAILED', isRetryable: true })
    await untilStatus(scene, messageId, 'SENT')
    expect(await statusOf(scene, messageId)).toMatchObject({ attemptCount: 2 })
  })

  test.each([
    ['403: blocked', 403, 'Forbidden: bot was blocked by the user'],
    ['400: no such chat', 400, 'Bad Request: chat not found'],
  ])('with %s: it has failed for good', async (_name, code, description) => {
    const { person, ticketId } = await conversation(scene, bridge)
    scene.api.fault('sendMessage', { code, description })
    const messageId = await reply(scene, ticketId, 'Алло?')
    await untilStatus(scene, messageId, 'FAILED')
    expect(await statusOf(scene, messageId)).toMatchObject({
      failureCode: String(code),
      isRetryable: false,
      attemptCount: 1,
    })
    // The next one is not held up.
    const next = await reply(scene, ticketId, 'Второе')
    await untilStatus(scene, next, 'SENT')
    expect(visible(person)).toEqual(['Второе'])
  })
})

describe('nobody knows whether it was sent', () => {
  test.each<[string, Fault, string[]]>([
    ['the connection is cut after it was', 'dropAfter', ['Тайна']],
    ['the connection is cut before', 'drop', []],
    ['nothing is answered', 'hang', []],
    ['a gateway answers', 'page', []],
  ])('%s: it is UNCONFIRMED, and never sent again', async (_name, fault, arrived) => {
    const { person, ticketId } = await conversation(scene, bridge)
    scene.api.fault('sendMessage', fault)
    const before = bridge.count('unknown')
    const messageId = await reply(scene, ticketId, 'Тайна')
    await until(() => bridge.count('unknown') > before)
    expect(await statusOf(scene, messageId)).toMatchObject({ status: 'SENDING' })
    await endLease(scene, messageId)
    await untilStatus(scene, messageId, 'UNCONFIRMED')
    const next = await reply(scene, ticketId, 'Следующее')
    await untilStatus(scene, next, 'SENT')
    expect(visible(person)).toEqual([...arrived, 'Следующее'])
  })
})

describe('what changes afterwards', () => {
  const edit = async (messageId: string, text: string) =>
    await mutate(scene.cast.supervisor, 'messageEdit', { messageId, text }, 'message { id }')
  const redact = async (messageId: string) =>
    await mutate(scene.cast.supervisor, 'messageRedact', { messageId }, 'message { id }')

  test('is edited there, and removed there', async () => {
    const { person, ticketId } = await conversation(scene, bridge)
    const messageId = await reply(scene, ticketId, 'Завтра')
    await untilStatus(scene, messageId, 'SENT')
    scene.api.fault('editMessageText', 'drop', { code: 500, description: 'Internal Server Error' })
    await edit(messageId, 'Послезавтра')
    await until(() => visible(person)[0] === 'Послезавтра')
    await redact(messageId)
    await until(() => visible(person).length === 0)
    expect(scene.api.postedTo(person)).toHaveLength(1)
  })

  test.each([
    ['RU', 'Сообщение удалено.'],
    ['EN', 'This message was removed.'],
  ])('is replaced where Telegram deletes nothing any more, in %s', async (language, words) => {
    const { person, ticketId } = await conversation(scene, bridge)
    const { pool } = scene.server.desk.database
    await pool.query('update tickets set language = $1 where id = $2', [
      language,
      ticketId.replace('tkt_', ''),
    ])
    const messageId = await reply(scene, ticketId, 'Завтра')
    await untilStatus(scene, messageId, 'SENT')
    scene.api.fault('deleteMessage', { code: 400, description: "Bad Request: message can't be deleted" })
    await redact(messageId)
    await until(() => visible(person)[0] !== 'Завтра')
    expect(visible(person)).toEqual([words])
  })

  test('on its way: what was edited meanwhile is edited when it is out', async () => {
    const { person, ticketId } = await conversation(scene, bridge)
    const held = scene.gate.hold('OutboundMessageClaim', 'answer')
    const messageId = await reply(scene, ticketId, 'Первое')
    const letGo = await held
    await edit(messageId, 'Второе')
    letGo()
    await untilStatus(scene, messageId, 'SENT')
    await until(() => visible(person).includes('Второе'))
    expect(visible(person)).toEqual(['Второе'])
  })

  test('a text too long for Telegram goes out in parts, and is edited in them', async () => {
    const { person, ticketId } = await conversation(scene, bridge)
    const words = 'слово '.repeat(1_000).trim()
    const messageId = await reply(scene, ticketId, words)
    await untilStatus(scene, messageId, 'SENT')
    expect(visible(person)).toHaveLength(2)
    expect(visible(person).join(' ')).toBe(words)
    expect(await externalIdsOf(scene, messageId)).toHaveLength(2)
    await edit(messageId, 'Коротко')
    await until(() => visible(person).length === 1)
    expect(visible(person)).toEqual(['Коротко'])
  })
})

describe('files of the desk', () => {
  test('a picture goes out with its words, and its caption is edited', async () => {
    const { person, ticketId } = await conversation(scene, bridge)
    const files = await filesFor(person, [png('a'), 'фото.png', 'image/png'])
    const messageId = await answerWithFiles(ticketId, 'Вот так', files)
    await untilStatus(scene, messageId, 'SENT')
    const [posted, ...others] = scene.api.postedTo(person)
    expect([posted?.method, posted?.text, others]).toEqual(['sendPhoto', 'Вот так', []])
    expect(posted?.file?.content.equals(png('a'))).toBe(true)
    await mutate(scene.cast.supervisor, 'messageEdit', { messageId, text: 'Иначе' }, 'message { id }')
    await until(() => visible(person)[0] === 'Иначе')
  })

  test('several go out after the words; a picture that Telegram does not like as a document', async () => {
    const { person, ticketId } = await conversation(scene, bridge)
    scene.api.fault('sendPhoto', { code: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' })
    const files = await filesFor(
      person,
      [png('b'), 'a.png', 'image/png'],
      [pdf, 'чек.pdf', 'application/pdf'],
    )
    const messageId = await answerWithFiles(ticketId, 'Чек и фото', files)
    await untilStatus(scene, messageId, 'SENT')
    const posted = scene.api.postedTo(person)
    expect(posted.map(({ method }) => method)).toEqual(['sendMessage', 'sendDocument', 'sendDocument'])
    expect(posted.map(({ file }) => file?.content.length ?? 0).toSorted()).toEqual(
      [0, pdf.length, png('b').length].toSorted(),
    )
    expect(await externalIdsOf(scene, messageId)).toEqual(
      posted.map(({ messageId: id }) => `${person}:${id}`),
    )
  })

  test('when the second part is refused, the first is not sent again', async () => {
    const { person, ticketId } = await conversation(scene, bridge)
    const files = await filesFor(person, [pdf, '1.pdf', 'application/pdf'], [pdf, '2.pdf', 'application/pdf'])
    scene.api.fault('sendDocument', { code: 403, description: 'Forbidden: bot was blocked by the user' })
    const messageId = await answerWithFiles(ticketId, 'Два файла', files)
    await untilStatus(scene, messageId, 'FAILED')
    expect(await statusOf(scene, messageId)).toMatchObject({ failureCode: 'PARTIAL', isRetryable: false })
    expect(visible(person)).toEqual(['Два файла'])
  })
})
