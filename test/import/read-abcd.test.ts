import { expect, test } from 'vitest'
import { readAbcd } from '../../src/commands/import/read-abcd.ts'
import { chunksOf, collect } from './files.ts'

const conversation = {
  convo_id: 3592,
  scenario: {
    personal: { customer_name: 'anna', username: 'anna730', email: 'anna@example.com' },
    order: { products: "[{'brand': 'o\\'neill', 'amount': 94}]" },
    flow: 'storewide_query',
    subflow: 'timing_4',
  },
  original: [
    ['agent', 'Hi! '],
    ['customer', 'Hello'],
    ['action', 'Account has been pulled up for Anna.'],
    ['agent', ' '],
  ],
  delexed: [{ speaker: 'agent', text: 'hi!' }],
}

async function read(json: unknown, indent?: number) {
  const text = typeof json === 'string' ? json : JSON.stringify(json, null, indent)
  return collect(readAbcd('abcd.json', chunksOf(text)))
}

test('a conversation becomes a whole conversation; an action is a message of the system', async () => {
  expect(await read([conversation])).toEqual([
    {
      source: 'abcd.json',
      externalId: '3592:1',
      subject: 'Storewide query: timing',
      topic: 'ORDER',
      channel: 'SITE_CHAT',
      language: 'en',
      customerExternalId: 'anna730',
      messages: [
        { author: 'OPERATOR', text: 'Hi!' },
        { author: 'CUSTOMER', text: 'Hello' },
        { author: 'SYSTEM', text: 'Account has been pulled up for Anna.' },
      ],
      tags: ['storewide_query', 'timing'],
      line: 1,
    },
  ])
})

test('an object of lists is read list by list; the same id again is its next occurrence', async () => {
  expect(await read({ train: [conversation], dev: [], test: [conversation] }, 1)).toMatchObject([
    { externalId: '3592:1', line: 3 },
    { externalId: '3592:2', line: expect.any(Number) },
  ])
})

test('without a flow the customer says what it is about', async () => {
  const scenario = { personal: {} }
  expect(await read([{ ...conversation, scenario }])).toMatchObject([
    { subject: 'Hello', topic: 'OTHER', tags: [], customerExternalId: '3592:1' },
  ])
})

test.each([
  [
    'an unknown speaker',
    { original: [['robot', 'x']] },
    'wrong shape at original.0.0: Invalid option: expected one of "agent"|"customer"|"action"',
  ],
  ['no id', { convo_id: null }, 'wrong shape at convo_id: Invalid input'],
  ['only white space', { original: [['agent', ' ']] }, 'there is no message'],
])('%s costs only that conversation', async (_, change, reason) => {
  const readings = await read([{ ...conversation, ...change }, conversation], 1)
  expect(readings).toMatchObject([{ file: 'abcd.json', line: 2, reason }, { externalId: expect.any(String) }])
})

test('a file that is cut off keeps what was whole', async () => {
  const text = JSON.stringify([conversation, conversation], null, 1)
  expect(await read(text.slice(0, -20))).toMatchObject([
    { externalId: '3592:1' },
    { reason: 'the file ends in the middle of a list' },
  ])
})
