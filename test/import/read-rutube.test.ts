import { expect, test } from 'vitest'
import { readRutube } from '../../src/commands/import/read-rutube.ts'
import { chunksOf, collect } from './files.ts'

async function read(...lines: (string | object)[]) {
  const text = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n')
  return collect(readRutube('cases.jsonl', chunksOf(text)))
}

const classes = { class1: 'УПРАВЛЕНИЕ АККАУНТОМ', class2: 'Верификация' }

test('a pair becomes a whole conversation', async () => {
  const [reading] = await read({
    question: ' Как войти?\r\n',
    agent_answer: 'Добрый день!\nВот так.',
    ...classes,
  })
  expect(reading).toEqual({
    source: 'cases.jsonl',
    externalId: expect.stringMatching(/^[0-9a-f]{32}:1$/),
    subject: 'Как войти?',
    topic: 'ACCOUNT',
    channel: 'SITE_CHAT',
    language: 'ru',
    customerExternalId: (reading as { externalId: string }).externalId,
    messages: [
      { author: 'CUSTOMER', text: 'Как войти?' },
      { author: 'OPERATOR', text: 'Добрый день!\nВот так.' },
    ],
    tags: ['УПРАВЛЕНИЕ АККАУНТОМ', 'Верификация'],
    line: 1,
  })
})

test('the key follows what was said, not the line; the same pair again is its next occurrence', async () => {
  const a = { question: 'a?', agent_answer: 'a!', ...classes }
  const b = { question: 'b?', agent_answer: 'b!', ...classes }
  const keys = async (...pairs: object[]): Promise<string[]> =>
    (await read(...pairs)).map((reading) => ('reason' in reading ? reading.reason : reading.externalId))
  const [keyOfA, keyOfB] = await keys(a, b)
  expect(await keys(b, a, a)).toEqual([keyOfB, keyOfA, keyOfA?.replace(/:1$/, ':2')])
  expect(keyOfA).not.toBe(keyOfB)
})

test('no answer yet, no class', async () => {
  const pair = { question: 'a?', agent_answer: ' ', class1: 'ОТСУТСТВУЕТ', class2: 'Отсутствует' }
  expect(await read(pair)).toMatchObject([{ topic: 'OTHER', tags: [], messages: [{ author: 'CUSTOMER' }] }])
})

test.each([
  ['broken JSON', '{"question": "a', 'the text is not JSON'],
  ['not an object', '[1]', 'wrong shape at the top: Invalid input: expected object, received array'],
  [
    'no answer',
    '{"question": "a"}',
    'wrong shape at agent_answer: Invalid input: expected string, received undefined',
  ],
  ['an empty question', '{"question": " ", "agent_answer": "b"}', 'the question is empty'],
  ['nested too deep', '['.repeat(100_000), 'the text is not JSON'],
])('%s costs only its own line', async (_, broken, reason) => {
  const readings = await read(broken, '', { question: 'a?', agent_answer: 'a!' })
  expect(readings).toMatchObject([
    { file: 'cases.jsonl', line: 1, reason },
    { line: 3, subject: 'a?' },
  ])
})

test('a lone surrogate is left for the server to refuse', async () => {
  expect(await read('{"question": "\\ud800", "agent_answer": "b"}')).toMatchObject([
    { messages: [{ text: '\ud800' }, {}] },
  ])
})
