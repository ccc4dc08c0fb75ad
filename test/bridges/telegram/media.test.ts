import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { jpeg, mp4, ogg, pdf } from '../../attachments/samples.ts'
import { until } from '../../kit/postgres-process.ts'
import type { BridgeProcess } from './bridge-process.ts'
import { messageOf, messagesOf, newPerson, openTelegram, post, type TelegramScene } from './scene.ts'

let scene: TelegramScene
let bridge: BridgeProcess
beforeAll(async () => {
  scene = await openTelegram({ ATTACHMENT_MAX_BYTES: '100000' })
  bridge = await scene.start()
})
afterAll(async () => await scene.server.close())

const file = (id: string, content: Buffer, more: object = {}) => {
  scene.api.addFile(id, content)
  return { file_id: id, file_unique_id: `u${id}`, file_size: content.length, ...more }
}

const scanned = async (person: number) => {
  const isPending = async () =>
    (await messagesOf(scene, person)).some(({ attachments }) =>
      attachments.some(({ status }) => status === 'PENDING'),
    )
  await until(async () => !(await isPending()))
  return await messagesOf(scene, person)
}

describe('files of people', () => {
  test.each<[string, () => object, string, string, string]>([
    [
      'photo',
      () => ({
        photo: [file('small', jpeg), file('large', Buffer.concat([jpeg, jpeg]))],
        caption: 'Порвано',
      }),
      'Порвано',
      'photo-1.jpg',
      'image/jpeg',
    ],
    [
      'document',
      () => ({ document: file('doc', pdf, { file_name: 'чек/2.pdf', mime_type: 'application/pdf' }) }),
      '',
      'чек_2.pdf',
      'application/pdf',
    ],
    [
      'voice',
      () => ({ voice: file('voice', ogg, { mime_type: 'audio/ogg' }) }),
      '',
      'voice-1.ogg',
      'audio/ogg',
    ],
    ['video', () => ({ video: file('video', mp4) }), '', 'video-1.mp4', 'video/mp4'],
  ])('a %s comes in whole', async (_kind, content, text, fileName, contentType) => {
    const person = newPerson()
    expect(await post(bridge, messageOf(person, content()))).toBe(200)
    expect(await scanned(person)).toMatchObject([
      { text, attachments: [{ status: 'CLEAN', fileName, contentType }] },
    ])
  })

  test('the same file in two messages is in both, and a retry adds nothing', async () => {
    const person = newPerson()
    const document = file('twice', pdf, { file_name: 'a.pdf', mime_type: 'application/pdf' })
    const [one, other] = [messageOf(person, { document }, 1), messageOf(person, { document }, 2)]
    for (const update of [one, other, one]) expect(await post(bridge, update)).toBe(200)
    expect((await scanned(person)).map(({ attachments }) => attachments.length)).toEqual([1, 1])
  })

  test('a kill between upload and message leaves nothing out and nothing twice', async () => {
    const person = newPerson()
    const update = messageOf(person, { document: file('kill', pdf, { mime_type: 'application/pdf' }) })
    const held = scene.gate.hold('ChannelMessageReceive', 'request')
    const killed = await scene.start()
    const posting = post(killed, update)
    await held
    await killed.kill()
    expect([await posting, await messagesOf(scene, person)]).toEqual([0, []])
    expect(await post(bridge, update)).toBe(200)
    expect((await scanned(person)).map(({ attachments }) => attachments.length)).toEqual([1])
  })

  test('a file that breaks off is fetched again when Telegram tells again', async () => {
    const person = newPerson()
    const update = messageOf(person, { document: file('broken', pdf, { mime_type: 'application/pdf' }) })
    scene.api.fault('file', 'drop')
    expect(await post(bridge, update)).toBe(503)
    expect(await messagesOf(scene, person)).toEqual([])
    expect(await post(bridge, update)).toBe(200)
    expect(await scanned(person)).toMatchObject([{ attachments: [{ status: 'CLEAN' }] }])
  })

  test.each<[string, () => object, RegExp, RegExp]>([
    [
      'too large for the shop',
      () => ({ document: file('big', Buffer.alloc(100_001), { file_name: 'big.pdf' }) }),
      /^Вот\n\[Файл big\.pdf: файл слишком большой\]$/,
      /слишком большой/,
    ],
    [
      'too large for Telegram',
      () => (
        scene.api.addFile('huge', pdf, 30_000_000), { document: { file_id: 'huge', file_name: 'h.pdf' } }
      ),
      /слишком большой/,
      /слишком большой/,
    ],
    [
      'of a type that is not taken',
      () => ({
        document: file('exe', Buffer.from('MZ'), {
          file_name: 'a.exe',
          mime_type: 'application/x-msdownload',
        }),
      }),
      /такого типа/,
      /такого типа/,
    ],
    [
      'gone',
      () => ({ document: { file_id: 'nowhere', file_name: 'b.pdf' } }),
      /не удалось получить/,
      /не удалось получить/,
    ],
  ])(
    'a file that is %s: the words come through, and the person is told why',
    async (_name, content, ticketText, notice) => {
      const person = newPerson()
      const update = messageOf(person, { ...content(), caption: 'Вот' })
      expect(await post(bridge, update)).toBe(200)
      expect(await post(bridge, update)).toBe(200)
      const [message, ...others] = await messagesOf(scene, person)
      expect(others).toEqual([])
      expect(message?.text).toMatch(ticketText)
      expect(scene.api.postedTo(person).map(({ text }) => text)).toEqual([expect.stringMatching(notice)])
    },
  )
})
