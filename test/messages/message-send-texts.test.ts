import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, mutate, openTicket, type Person, type Ticket } from '../kit/world.ts'
import { send } from './entries.ts'

let server: TestServer
let anna: Person
let ticket: Ticket
beforeAll(async () => {
  server = await startTestServer()
  anna = await buyer(server, 'anna')
  ticket = await openTicket(anna)
})
afterAll(async () => await server.close())

const family = '👨‍👩‍👧‍👦'
const taken: readonly [string, string, string?][] = [
  ['one character', 'я'],
  ['one emoji', '🙂'],
  ['a family of emoji', family],
  ['10,000 characters', 'ж'.repeat(10_000)],
  ['10,000 characters of pairs', '🙂'.repeat(5_000)],
  ['10,000 characters between spaces', `  ${'ж'.repeat(10_000)}\n`, 'ж'.repeat(10_000)],
  ['right to left', 'שלום, مرحبا \u202Eпривет\u202C'],
  ['lines and tabs', 'раз\nдва\tтри\r\nчетыре'],
  ['what looks like SQL and markup', `'; drop table messages; -- <b>\\u0000</b> \${x}`],
  ['letters made of two characters', 'й e\u0301'],
  ['control characters', 'a\u0001b\u007Fc\u2028d\uFEFFe'],
  ['a character outside of Unicode’s text', 'a\uFFFFb'],
]

describe('a text', () => {
  it.each(taken)('of %s is kept as it is', async (_name, text, kept = text) => {
    const { message } = await send(anna, ticket.id, text)
    expect(message.text).toBe(kept)
    const { node } = await anna.ask<{ node: { text: string } }>(
      'query ($id: ID!) { node(id: $id) { ... on Message { text } } }',
      { id: message.id },
    )
    expect(node.text).toBe(kept)
  })

  const refused: readonly [string, string, string][] = [
    ['nothing', '', 'empty'],
    ['spaces', ' \t\n\u00A0\u3000\uFEFF', 'empty'],
    ['10,001 characters', 'ж'.repeat(10_001), 'tooLong'],
    ['10,002 characters of pairs', '🙂'.repeat(5_001), 'tooLong'],
    ['200,000 characters', 'ж'.repeat(200_000), 'tooLong'],
    ['20,001 spaces', ' '.repeat(20_001), 'tooLong'],
    ['NUL', 'a\0b', 'nul'],
  ]
  it.each(refused)('of %s is refused', async (_name, text, rule) => {
    const sending = () => mutate(anna, 'messageSend', { ticketId: ticket.id, text })
    const result = await unchanged(server.desk, sending)
    expect(result).toMatchObject({ __typename: 'InvalidInput', code: 'INVALID_INPUT', rule, path: ['text'] })
  })

  // As other languages' clients write it: half of a pair as an escape, which is JSON but no text.
  it.each([
    ['a high half', String.raw`\ud83d`],
    ['a low half', String.raw`\ude42`],
    ['the halves the wrong way round', String.raw`\ude42\ud83d`],
    ['a high half at the end', String.raw`привет\ud83d`],
  ])('with %s of a surrogate pair is refused', async (_name, escape) => {
    const query = `mutation ($id: ID!, $text: String!) {
      messageSend(input: { ticketId: $id, text: $text }) { __typename ... on InvalidInput { rule path } } }`
    const body = JSON.stringify({ query, variables: { id: ticket.id, text: '@' } }).replace(
      '"@"',
      `"${escape}"`,
    )
    const post = async () => {
      const headers = { 'content-type': 'application/json', authorization: `Bearer ${anna.token}` }
      const response = await fetch(server.url, { method: 'POST', headers, body })
      return { status: response.status, body: await response.json() }
    }
    expect(await unchanged(server.desk, post)).toMatchObject({
      status: 200,
      body: { data: { messageSend: { __typename: 'InvalidInput', rule: 'surrogate', path: ['text'] } } },
    })
  })

  it('may hold a whole pair written as escapes', async () => {
    const query = `mutation { messageSend(input: { ticketId: "${ticket.id}", text: "\\ud83d\\ude42" }) {
      ... on MessageSendPayload { message { text } } } }`
    const answer = await anna.ask<{ messageSend: { message: { text: string } } }>(query)
    expect(answer.messageSend.message.text).toBe('🙂')
  })
})

describe('a key', () => {
  it.each([[''], ['1'], ['not-a-uuid'], ['0190f0f0-0000-7000-8000-00000000000g'], ['\0'], ['х'.repeat(36)]])(
    'of %j is refused',
    async (clientMessageId) => {
      const sending = () =>
        mutate(anna, 'messageSend', { ticketId: ticket.id, text: 'Ключ', clientMessageId })
      const result = await unchanged(server.desk, sending)
      expect(result).toMatchObject({ __typename: 'InvalidInput', rule: 'uuid', path: ['clientMessageId'] })
    },
  )
})
