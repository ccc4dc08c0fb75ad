import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as stored from '../../src/core/prisma/enums.ts'
import { projectPath } from '../../src/core/project-path.ts'
import { en } from '../../src/core/texts/en.ts'
import { lineText } from '../../src/core/texts/lines.ts'
import { ru } from '../../src/core/texts/ru.ts'
import { hasWords, wordsOf } from '../../src/core/texts/words.ts'
import * as complaints from '../../src/domains/complaints/rules.ts'
import * as returns from '../../src/domains/returns/rules.ts'
import * as suggestions from '../../src/domains/suggestions/rules.ts'
import * as tickets from '../../src/domains/tickets/rules.ts'
import { errorCodes } from '../../src/graphql/errors.ts'

const locales = ['ru', 'en'] as const
type Texts = Readonly<Record<string, string | ((values: never) => string)>>
const catalogues: Readonly<Record<(typeof locales)[number], Readonly<Record<string, Texts>>>> = { ru, en }
const parts = Object.keys(en)

const keys = (locale: (typeof locales)[number]) =>
  parts.flatMap((part) => Object.keys(catalogues[locale][part] ?? {}).map((key) => `${part}.${key}`))
const all = keys('en')

function textOf(locale: (typeof locales)[number], path: string) {
  const [part = '', ...key] = path.split('.')
  return catalogues[locale][part]?.[key.join('.')]
}

/** The text with what it tells of replaced by `value`, and what that is. */
function render(locale: (typeof locales)[number], path: string, value: unknown): [string, string[]] {
  const text = textOf(locale, path)
  if (typeof text === 'string') return [text, []]
  if (text === undefined) throw new Error(`${locale} has no ${path}`)
  const names = new Set<string>()
  const values = new Proxy({}, { get: (_target, name) => (names.add(String(name)), value) })
  return [text(values as never), [...names].toSorted()]
}

describe('the catalogues', () => {
  it('have the same keys', () => {
    console.log(`${all.length} texts in Russian and in English`)
    expect(all.length).toBeGreaterThan(80)
    expect(keys('ru').toSorted()).toEqual(all.toSorted())
  })

  it.each(all)('%s tells of the same in both languages, in its own letters', (path) => {
    const [russian, ofRussian] = render('ru', path, 'WHAT')
    const [english, ofEnglish] = render('en', path, 'WHAT')
    expect(ofRussian).toEqual(ofEnglish)
    for (const [text, names] of [
      [russian, ofRussian],
      [english, ofEnglish],
    ] as const) {
      expect(text.split('WHAT').length > 1).toBe(names.length > 0)
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{/)
      expect(text.trim()).toMatch(/^\S.*[.?]$/su)
    }
    expect(russian).toMatch(/\p{sc=Cyrillic}{3}/u)
    expect(english).not.toMatch(/\p{sc=Cyrillic}/u)
  })

  it('have a text for each code of a top-level error, and for no other', () => {
    expect(Object.keys(en.errors).toSorted()).toEqual([...errorCodes].toSorted())
  })
})

/** The forms after a number: of 1, of 2 to 4, of 5 and more; in English of one and of many. */
const counted: Readonly<
  Record<string, readonly [ru: readonly [string, string, string], en: readonly [string, string]]>
> = {
  'problems.invalidInput.tooLong': [
    ['знака.', 'знаков.', 'знаков.'],
    ['character.', 'characters.'],
  ],
  'problems.invalidInput.tooMany': [
    ['', '', ''],
    ['is ', 'are '],
  ],
  'problems.invalidInput.precision': [
    ['знака ', 'знаков ', 'знаков '],
    ['digit ', 'digits '],
  ],
  'problems.quantityExceeded': [
    ['', '', ''],
    ['is ', 'are '],
  ],
  'problems.attachmentRefused.tooLarge': [
    ['байта.', 'байт.', 'байт.'],
    ['byte.', 'bytes.'],
  ],
  'problems.attachmentRefused.tooMany': [
    ['файла.', 'файлов.', 'файлов.'],
    ['file ', 'files '],
  ],
  'problems.leaseHeld.BACK_OFF': [
    ['секунду.', 'секунды.', 'секунд.'],
    ['second.', 'seconds.'],
  ],
  'problems.missedMessages': [
    ['сообщение, которого', 'сообщения, которых', 'сообщений, которых'],
    ['message has', 'messages have'],
  ],
  'problems.tooSoon': [
    ['секунду.', 'секунды.', 'секунд.'],
    ['second.', 'seconds.'],
  ],
  'errors.THROTTLED': [
    ['секунду.', 'секунды.', 'секунд.'],
    ['second.', 'seconds.'],
  ],
}
const russianForms: readonly [form: 0 | 1 | 2, numbers: readonly number[]][] = [
  [0, [1, 21, 101]],
  [1, [2, 3, 4, 22, 104]],
  [2, [0, 5, 11, 12, 14, 20, 111]],
]

describe('numbers', () => {
  const names = new Set(['max', 'count', 'digits', 'available', 'retryAfterSeconds'])
  /** What is no count of things: limits of both ends, and an amount of money with its currency. */
  const others = new Set(['problems.invalidInput.range', 'problems.amountExceeded'])

  it('are all in the table below', () => {
    const found = all.filter(
      (path) => !others.has(path) && render('en', path, 'WHAT')[1].some((name) => names.has(name)),
    )
    expect(found.toSorted()).toEqual(Object.keys(counted).toSorted())
  })

  it.each(Object.entries(counted))('%s has the right form after each', (path, [russian, english]) => {
    for (const [form, numbers] of russianForms) {
      for (const number of numbers) {
        const after = russian[form] === '' ? `${number}` : `${number} ${russian[form]}`
        expect(render('ru', path, number)[0]).toContain(after)
        expect(render('en', path, number)[0]).toContain(`${number} ${english[number === 1 ? 0 : 1]}`)
      }
    }
  })
})

describe('words', () => {
  const machines = [
    tickets.transitions,
    complaints.transitions,
    suggestions.transitions,
    returns.decisionTransitions,
    returns.goodsTransitions,
    returns.refundTransitions,
  ]
  const states = [
    stored.TicketStatus,
    stored.ComplaintStatus,
    stored.SuggestionStatus,
    stored.ReturnStatus,
    stored.GoodsStatus,
    stored.RefundStatus,
    stored.OutboundStatus,
  ].flatMap((values) => Object.keys(values))
  const actions = machines.flatMap((machine) => Object.keys(machine))

  it('are there for every state, action and reason that a text may name', async () => {
    const sources = await readSources(projectPath('src', 'domains'))
    const literals = (shape: RegExp) => [...sources.matchAll(shape)].map(([, literal]) => literal ?? '')
    const reasons = [...returns.eligibilityBlocks, ...literals(/new NotEligible\(\[['`](\w+)/g)]
    const spoken = literals(/new IllegalTransition\([\w.]+(?:\([^()]*\))?, '(\w+)'/g)
    expect([reasons.length, spoken.length].every((count) => count > 4)).toBe(true)
    const missing = [
      ...[...states, 'ABSENT'].filter((code) => !hasWords('states', code)),
      ...[...actions, ...spoken].filter((code) => !hasWords('actions', code)),
      ...reasons.filter((code) => !hasWords('reasons', code)),
    ]
    expect(missing).toEqual([])
  })

  it('keep what a code is about, and what they do not know', () => {
    expect(wordsOf('en', 'reasons', 'documentMissing:receipt, windowPassed')).toBe(
      'a document is missing (receipt), the time for it has passed',
    )
    expect(wordsOf('ru', 'states', 'CLOSED')).toBe('закрыто')
    expect(wordsOf('ru', 'states', 'constructor')).toBe('constructor')
  })
})

async function readSources(folder: string): Promise<string> {
  const files = await readdir(folder, { recursive: true })
  const texts = files
    .filter((file) => file.endsWith('.ts'))
    .map((file) => readFile(join(folder, file), 'utf8'))
  return (await Promise.all(texts)).join('\n')
}

it.each(locales)('the lines of the system are whole with and without what they tell of, in %s', (locale) => {
  const day = new Date('2026-03-01T00:00:00Z')
  const lines = [
    lineText('deliveryLate', { trackingNumber: null, promisedTo: null }, locale),
    lineText('deliveryLate', { trackingNumber: 'RU1', promisedTo: day }, locale),
    lineText(
      'deliveryReadyForPickup',
      { trackingNumber: null, pickupPoint: null, storedUntil: null },
      locale,
    ),
    lineText(
      'deliveryReadyForPickup',
      { trackingNumber: 'RU1', pickupPoint: 'Мир', storedUntil: day },
      locale,
    ),
  ]
  for (const line of lines) expect(line).toMatch(/^\p{Lu}[^\n]*[^.]\.$/u)
  for (const line of lines) expect(line).not.toMatch(/undefined|null|Invalid/)
  expect(lines.filter((line) => line.includes('RU1') && /2026/.test(line))).toHaveLength(2)
})
