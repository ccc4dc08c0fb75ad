import { describe, expect, test } from 'vitest'
import { readAirlines } from '../../src/commands/import/read-airlines.ts'
import { airlineHeader, chunksOf, collect } from './files.ts'

async function read(...lines: string[]) {
  return collect(readAirlines('a.csv', chunksOf([airlineHeader, ...lines].join('\r\n'))))
}

/** What became of each row: its key and messages, or its line and the reason. */
async function outline(...lines: string[]): Promise<string[]> {
  return (await read(...lines)).map((reading) =>
    'reason' in reading
      ? `${reading.line}: ${reading.reason}`
      : [
          `${reading.line}: ${reading.externalId}`,
          ...reading.messages.map(({ author, text }) => `${author[0]} ${text}`),
        ].join(' | '),
  )
}

test('a row becomes a whole conversation', async () => {
  const row =
    '792,DELAY,"<cust__  __company__  where is my ""flight""? __cust>",<rep__  __cust__  It left. *TM __rep>'
  expect(await read(row)).toEqual([
    {
      source: 'a.csv',
      externalId: '792:1',
      subject: 'where is my "flight"?',
      topic: 'DELIVERY',
      channel: 'SITE_CHAT',
      language: 'en',
      customerExternalId: '792',
      messages: [
        { author: 'CUSTOMER', text: '__company__  where is my "flight"?' },
        { author: 'OPERATOR', text: '__cust__  It left. *TM' },
      ],
      tags: ['DELAY'],
      line: 2,
    },
  ])
})

describe('turns', () => {
  test.each([
    [
      'several of one side in a row',
      '1,UNK,<cust__ a __cust>,<cust__ b __cust> <rep__ c __rep> <rep__ d __rep>',
      '2: 1:1 | C a | C b | O c | O d',
    ],
    ['a mention at the very end', '1,UNK,<cust__ hi __cust__ __cust>,', '2: 1:1 | C hi __cust__'],
    ['a mention alone, without spaces', '1,UNK,<cust____cust____cust>,', '2: 1:1 | C __cust__'],
    ['no first utterance', '1,UNK,,<rep__ only us __rep>', '2: 1:1 | O only us'],
    ['an empty turn is left out', '1,UNK,<cust__  __cust>,<rep__ c __rep>', '2: 1:1 | O c'],
    ['only empty turns', '1,UNK,<cust__  __cust>,', '2: there is no message'],
    ['no turns', '1,UNK,,', '2: there is no message'],
    ['no id', ',UNK,,', '2: first_tweet_id is empty'],
    ['no closing mark', '1,UNK,<cust__ a,', '2: a turn has no closing __cust>: "<cust__ a"'],
    [
      'the wrong closing mark',
      '1,UNK,<cust__ a __rep>,',
      '2: a turn has no closing __cust>: "<cust__ a __rep>"',
    ],
    [
      'closed only by a later turn',
      '1,UNK,,<cust__ a <rep__ b __rep> <cust__ c __cust>',
      '2: a turn is not closed before the next begins: "<rep__ b __rep> <cust__ c __cust>"',
    ],
    ['text before', '1,UNK,hm <cust__ a __cust>,', '2: text outside of a turn: "hm"'],
    ['text after', '1,UNK,<cust__ a __cust> hm,', '2: text outside of a turn: "hm"'],
  ])('%s', async (_, row, expected) => {
    expect(await outline(row)).toEqual([expected])
  })
})

describe('text', () => {
  test.each([
    ['the usual three', 'a &amp; b &lt;3 &gt;_&gt;', 'a & b <3 >_>'],
    ['named and numeric', '&eacute;t&eacute; &#128512; &#x1F600; &nbsp;x', 'été 😀 😀 \u00a0x'],
    ['decoded once only', '&amp;lt;', '&lt;'],
    ['nothing without its semicolon', '?a=1&copy=2 &amp', '?a=1&copy=2 &amp'],
    ['unknown names stay', '&bogus; & &;', '&bogus; & &;'],
    ['a mark that people typed', '&lt;cust__ x __cust&gt;', '<cust__ x __cust>'],
    ['emoji and Cyrillic', '👩‍👩‍👧 Привет ✈️', '👩‍👩‍👧 Привет ✈️'],
  ])('%s', async (_, text, expected) => {
    expect(await read(`1,UNK,<cust__ ${text} __cust>,`)).toMatchObject([{ messages: [{ text: expected }] }])
  })

  test('a quoted field may span lines', async () => {
    const rows = await outline(
      '1,UNK,"<cust__ one',
      '',
      'two, ""three""',
      ' __cust>",',
      '2,UNK,<cust__ b __cust>,',
    )
    expect(rows).toEqual(['2: 1:1 | C one\n\ntwo, "three"', '6: 2:1 | C b'])
  })

  test('what is not UTF-8 is not guessed', async () => {
    const bytes = Buffer.concat([
      Buffer.from(`${airlineHeader}\n1,UNK,<cust__ `),
      Buffer.from([0xcf, 0xf0, 0xe8]),
      Buffer.from(' __cust>,\n2,UNK,<cust__ b __cust>,\n'),
    ])
    const readings = await collect(readAirlines('a.csv', chunksOf(bytes)))
    expect(readings).toMatchObject([
      { file: 'a.csv', line: 2, reason: 'the row is not UTF-8' },
      { externalId: '2:1' },
    ])
  })

  test('a byte order mark is no part of the first column', async () => {
    const file = `\uFEFF${airlineHeader}\n1,UNK,<cust__ a __cust>,`
    expect(await collect(readAirlines('a.csv', chunksOf(file)))).toMatchObject([{ externalId: '1:1' }])
  })
})

describe('rows', () => {
  const good = (id: number): string => `${id},UNK,"<cust__ a, ${id} __cust>",<rep__ b __rep>`

  test('repeated ids are told apart by their occurrence, also when one of them is unreadable', async () => {
    expect(await outline(good(5), good(6), '5,UNK,<cust__ a,', good(5))).toEqual([
      '2: 5:1 | C a, 5 | O b',
      '3: 6:1 | C a, 6 | O b',
      '4: a turn has no closing __cust>: "<cust__ a"',
      '5: 5:3 | C a, 5 | O b',
    ])
  })

  test.each([
    [
      'a quote that is never closed',
      '2,UNK,"<cust__ a __cust>,<rep__ b __rep>',
      'broken CSV: a quote is not closed',
    ],
    [
      'text after a closing quote',
      '2,UNK,"<cust__ a __cust>" x,',
      'broken CSV: text follows a closing quote',
    ],
    [
      'a quote within a bare field',
      '2,UNK,<cust__ "a" __cust>,',
      'broken CSV: a quote stands inside an unquoted field',
    ],
    ['too few columns', '2,UNK,<cust__ a __cust>', '3 columns instead of 4'],
    ['too many columns', '2,UNK,<cust__ a __cust>,,', '5 columns instead of 4'],
    ['no row at all', 'some words', '1 columns instead of 4'],
  ])('%s costs only its own row', async (_, broken, reason) => {
    expect(await outline(good(1), broken, good(3), good(4))).toEqual([
      '2: 1:1 | C a, 1 | O b',
      `3: ${reason}`,
      '4: 3:1 | C a, 3 | O b',
      '5: 4:1 | C a, 4 | O b',
    ])
  })

  test('an unclosed quote in the last row is reported', async () => {
    expect(await outline(good(1), '2,UNK,"<cust__ a')).toEqual([
      '2: 1:1 | C a, 1 | O b',
      '3: broken CSV: a quote is not closed',
    ])
  })

  test('more columns, in another order', async () => {
    const file =
      'first_tweet_id,tag,source,context,first_utterance\n1,UNK,x,<rep__ b __rep>,<cust__ a __cust>'
    expect(await collect(readAirlines('a.csv', chunksOf(file)))).toMatchObject([
      { messages: [{ text: 'a' }, { text: 'b' }] },
    ])
  })
})
