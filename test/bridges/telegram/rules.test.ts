import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { GrammyError, HttpError } from 'grammy'
import { describe, expect, test } from 'vitest'
import { failureOf, telegramPause } from '../../../src/bridges/telegram/failures.ts'
import { Lanes } from '../../../src/bridges/telegram/lanes.ts'
import { partsOf, shorten, splitText } from '../../../src/bridges/telegram/parts.ts'
import { Place } from '../../../src/bridges/telegram/place.ts'
import { judge } from '../../../src/bridges/telegram/updates.ts'
import { editOf, messageOf } from './scene.ts'

const judged = (content: object, person: object = {}) => {
  const update = messageOf(7, content, 3)
  Object.assign(update.message.from, person)
  const found = judge(update)
  return found.isAccepted ? found.incoming : found.reason
}

describe('what is taken', () => {
  test.each<[string, object, object]>([
    [
      'words',
      { text: ' /start order_7 ' },
      { text: '/start order_7', externalId: '7:3', editOf: null, media: null },
    ],
    ['a sticker', { sticker: { emoji: '😀' } }, { text: '[Стикер 😀]' }],
    ['a contact', { contact: { phone_number: '+7900', first_name: 'Яна' } }, { text: '[Контакт] Яна +7900' }],
    [
      'a location',
      { location: { latitude: 55.75, longitude: 37.5 } },
      { text: '[Местоположение] 55.75, 37.5' },
    ],
    [
      'a place',
      {
        venue: { location: { latitude: 1, longitude: 2 }, title: 'ПВЗ', address: 'Тверская, 1' },
        location: { latitude: 1, longitude: 2 },
      },
      { text: '[Место] ПВЗ, Тверская, 1 (1, 2)' },
    ],
    [
      'a document with a caption',
      {
        caption: 'Чек',
        document: {
          file_id: 'f',
          file_unique_id: 'u',
          file_size: 5,
          file_name: '../a\u202Eb.pdf',
          mime_type: 'application/pdf',
        },
      },
      {
        text: 'Чек',
        media: {
          fileId: 'f',
          uniqueId: 'u',
          byteSize: 5,
          fileName: '.._ab.pdf',
          contentType: 'application/pdf',
        },
      },
    ],
    ['half a character', { text: 'a\uD800b\0' }, { text: 'a\uFFFDb' }],
  ])('%s', (_name, content, expected) => {
    expect(judged(content)).toMatchObject(expected)
  })

  test('an edit has a key of its own, and its own time', () => {
    const update = editOf(messageOf(7, { text: 'a' }, 3), { text: 'b' }, 60)
    const found = judge(update)
    expect(found).toMatchObject({
      incoming: {
        externalId: `7:3:${update.update_id}`,
        editOf: '7:3',
        sentAt: new Date((1_700_000_003 + 60) * 1_000),
      },
    })
  })

  test.each([
    ['ru', 'RU'],
    ['kk', 'RU'],
    [undefined, 'RU'],
    ['en-GB', 'EN'],
    ['de', 'EN'],
  ])('a person who reads %s is written to in %s', (code, language) => {
    expect(judged({ text: 'a' }, { language_code: code })).toMatchObject({ sender: { language } })
  })
})

describe('what is refused', () => {
  test.each<[string, unknown, string]>([
    ['nothing', null, 'malformed'],
    ['a text', 'update', 'malformed'],
    ['an id alone', { update_id: 1 }, 'unknown-update'],
    ['a kind of tomorrow', { update_id: 1, telepathy: {} }, 'unknown-update'],
    ['a press of a button', { update_id: 1, callback_query: {} }, 'update-not-taken'],
    ['a message without a chat', { update_id: 1, message: { message_id: 1, date: 1 } }, 'malformed'],
    ['a message that is a list', { update_id: 1, message: [] }, 'malformed'],
    ['a group', { ...messageOf(7, { text: 'a', chat: { id: -1, type: 'group' } }) }, 'not-private-chat'],
    ['dice', messageOf(7, { dice: { value: 4 } }), 'content-not-taken'],
    ['a service message', messageOf(7, { pinned_message: {} }), 'service-message'],
    ['white space', messageOf(7, { text: ' \n ' }), 'empty-text'],
    [
      'a location that moves',
      editOf(messageOf(7, {}), { location: { latitude: 1, longitude: 2, live_period: 60 } }),
      'live-location',
    ],
  ])('%s', (_name, update, reason) => {
    expect(judge(update)).toMatchObject({ isAccepted: false, reason })
  })

  test('a bot', () => expect(judged({ text: 'a' }, { is_bot: true })).toBe('sender-is-bot'))
})

describe('what a failed call says', () => {
  const refused = (code: number, retry_after?: number) =>
    new GrammyError(
      'no',
      { ok: false, error_code: code, description: 'd', ...(retry_after && { parameters: { retry_after } }) },
      'sendMessage',
      {},
    )
  const broken = (code: string, message = '') =>
    new HttpError('no', Object.assign(new Error(message), { code }))
  test.each<[string, Error, object, number | null]>([
    ['429', refused(429, 7), { kind: 'refused', isRetryable: true, retryAfterSeconds: 7 }, 7_000],
    ['500', refused(500), { kind: 'refused', isRetryable: true }, 0],
    ['403', refused(403), { kind: 'refused', isRetryable: false }, null],
    ['nobody there', broken('ECONNREFUSED'), { kind: 'unreached' }, 0],
    ['no connection in time', broken('ETIMEDOUT', 'connect ETIMEDOUT 1.2.3.4:443'), { kind: 'unreached' }, 0],
    ['no answer in time', broken('ETIMEDOUT', 'read ETIMEDOUT'), { kind: 'unknown' }, 0],
    ['cut off', broken('ECONNRESET'), { kind: 'unknown' }, 0],
    ['given up', new HttpError('no', new Error('timed out')), { kind: 'unknown' }, 0],
  ])('%s', (_name, error, expected, pauseMs) => {
    expect(failureOf(error)).toMatchObject(expected)
    expect(telegramPause(error)).toBe(pauseMs)
  })
})

describe('parts', () => {
  test('are cut at lines, at words, or between characters', () => {
    expect(splitText('один\nдва три', 9)).toEqual(['один\nдва', 'три'])
    expect(splitText('aaaa bbbb cccc', 9)).toEqual(['aaaa bbbb', 'cccc'])
    expect(splitText('😀😀😀', 3)).toEqual(['😀', '😀', '😀'])
    expect(splitText('  ')).toEqual([])
    expect(shorten('😀😀😀', 4)).toBe('😀…')
  })

  test('never lose a character', () => {
    const text = Array.from({ length: 3_000 }, (_, index) => `слово${index}`).join(' ')
    const parts = splitText(text)
    expect(parts.join(' ')).toBe(text)
    expect(Math.max(...parts.map(({ length }) => length))).toBeLessThanOrEqual(4_096)
  })

  test('files that are not clean do not go out', () => {
    const file = { id: 'att_1', fileName: 'a', contentType: 'image/png', byteSize: 1 }
    const attachments = [
      { ...file, status: 'INFECTED' as const, url: null },
      { ...file, status: 'CLEAN' as const, url: 'http://a' },
    ]
    expect(partsOf({ text: 'a', attachments })).toEqual([
      { kind: 'file', file: attachments[1], caption: 'a' },
    ])
    expect(partsOf({ text: '', attachments: [] })).toEqual([])
  })
})

test('the place moves only over what is done, and outlives the process', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'opora-test-place-'))
  const path = join(folder, 'bridges', 'place.json')
  const fail = (error: unknown) => {
    throw error
  }
  const place = await Place.at(path, fail)
  expect(place.cursor).toBeNull()
  const [one, two, three] = ['1', '2', '3'].map((cursor) => place.enter(cursor))
  three?.()
  two?.()
  await place.saved()
  expect(place.cursor).toBeNull()
  one?.()
  await place.saved()
  expect(JSON.parse(await readFile(path, 'utf8'))).toEqual({ cursor: '3' })
  expect((await Place.at(path, fail)).cursor).toBe('3')
  await writeFile(path, '{"cur')
  expect((await Place.at(path, fail)).cursor).toBeNull()
  await rm(folder, { recursive: true })
})

test('of one lane one after the other, also when one fails', async () => {
  const lanes = new Lanes()
  const done: string[] = []
  const failing = lanes.run('a', async () => {
    await Promise.resolve()
    throw new Error('no')
  })
  const next = lanes.run('a', async () => void done.push('next'))
  await expect(failing).rejects.toThrow('no')
  await next
  await lanes.idle()
  expect(done).toEqual(['next'])
})
