import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { production, tally } from './production.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer(production)
})
afterAll(async () => {
  counted.tell()
  await server.close()
})

interface Answer {
  readonly status: number
  readonly text: string
  /** Undefined when the answer is no JSON. */
  readonly json?: {
    readonly data?: Record<string, unknown> | null
    readonly errors?: readonly { readonly message: string; readonly extensions?: Record<string, unknown> }[]
  }
}

async function send(init: RequestInit, search = ''): Promise<Answer> {
  const response = await fetch(`${server.url}${search}`, init)
  const text = await response.text()
  try {
    return { status: response.status, text, json: JSON.parse(text) as NonNullable<Answer['json']> }
  } catch {
    return { status: response.status, text }
  }
}

const json = { 'content-type': 'application/json' }
const post = async (body: object) => await send({ method: 'POST', headers: json, body: JSON.stringify(body) })
const get = async (query: string) => await send({}, `?query=${encodeURIComponent(query)}`)

/** Nothing was done of what was asked for. */
const isRefused = ({ status, json: answer }: Answer) => status >= 200 && status < 500 && answer?.data == null

/** The checks of graphql-cop 1.15, each as it asks, and what it must not be answered. */
const checks: readonly (readonly [
  name: string,
  ask: () => Promise<Answer>,
  isSafe: (answer: Answer) => boolean,
])[] = [
  [
    'alias overloading',
    async () =>
      await post({
        query: `query cop { ${Array.from({ length: 101 }, (_, i) => `alias${i}:__typename`).join(' ')} }`,
      }),
    isRefused,
  ],
  [
    'array-based batching',
    async () => await post(Array.from({ length: 10 }, () => ({ query: 'query cop { __typename }' }))),
    (answer) => isRefused(answer) && !Array.isArray(answer.json),
  ],
  [
    'directive overloading',
    async () => await post({ query: 'query cop { __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }' }),
    (answer) => isRefused(answer) && (answer.json?.errors?.length ?? 0) === 1,
  ],
  [
    'circular introspection',
    async () =>
      await post({
        query:
          'query cop { __schema { types { fields { type { fields { type { fields { type { fields { type { name } } } } } } } } } } }',
      }),
    isRefused,
  ],
  [
    'field duplication',
    async () => await post({ query: `query cop { ${'__typename \n'.repeat(500)} }` }),
    isRefused,
  ],
  [
    'field suggestions',
    async () => await post({ query: 'query cop { __schema { directive } }' }),
    (answer) => isRefused(answer) && !answer.text.includes('Did you mean'),
  ],
  [
    'introspection',
    async () => await post({ query: 'query cop { __schema { types { name fields { name } } } }' }),
    isRefused,
  ],
  [
    'GraphiQL',
    async () => await send({ headers: { accept: 'text/html' } }),
    ({ text }) => !/graphiql|playground|altair|voyager/i.test(text),
  ],
  ['queries by GET', async () => await get('query cop {__typename}'), isRefused],
  ['mutations by GET', async () => await get('mutation cop {__typename}'), isRefused],
  [
    'URL-encoded POST',
    async () =>
      await send({ method: 'POST', body: new URLSearchParams({ query: 'query cop { __typename }' }) }),
    isRefused,
  ],
  [
    'tracing',
    async () => await post({ query: 'query cop { __typename }' }),
    ({ status, text }) => status === 200 && !/tracing/i.test(text),
  ],
  [
    'unhandled errors',
    async () => await post({ query: 'qwerty cop { abc }' }),
    (answer) => isRefused(answer) && !/exception|stack|node_modules/i.test(answer.text),
  ],
]
const counted = tally('graphql-cop', checks.length)

describe('what graphql-cop looks for', () => {
  it.each(checks)('%s', async (_name, ask, isSafe) => {
    const answer = await ask()
    expect(answer).toSatisfy(isSafe)
    counted.pass()
  })

  it('would find it where it is: what is asked as it should be is answered', async () => {
    expect(await post({ query: 'query cop { __typename }' })).toMatchObject({
      status: 200,
      json: { data: { __typename: 'Query' } },
    })
  })
})
