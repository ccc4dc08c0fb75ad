import { getIntrospectionQuery } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { call, reserve, tokenHeader } from '../kit/event-stream.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { connect } from '../kit/socket.ts'
import { buyer, type Person } from '../kit/world.ts'

let server: TestServer
let tight: TestServer
let anna: Person
let strict: Person
beforeAll(async () => {
  server = await startTestServer()
  tight = await startTestServer({
    DATABASE_URL: server.desk.database.url,
    DOCUMENT_TOKEN_LIMIT: '100',
    DOCUMENT_DEPTH_LIMIT: '14',
    DOCUMENT_ALIAS_LIMIT: '2',
    DOCUMENT_DIRECTIVE_LIMIT: '3',
    DOCUMENT_ROOT_FIELD_LIMIT: '2',
  })
  anna = await buyer(server, 'anna')
  strict = await buyer(tight, 'anna')
})
afterAll(async () => {
  await tight.close()
  await server.close()
})

interface Answer {
  readonly errors?: readonly { readonly message: string; readonly extensions: { readonly code: string } }[]
}

/** The code and the sentence of the only error, however a document is sent; null when there is none. */
const transports = {
  async HTTP(on: TestServer, by: Person, query: string) {
    const { errors } = (await (await call(on, 'POST', by, { body: { query } })).json()) as Answer
    return theOnly(errors)
  },
  async WebSocket(on: TestServer, by: Person, query: string) {
    const socket = await connect(on.wsUrl, by.token ?? '')
    socket.send({ type: 'subscribe', id: 'a', payload: { query } })
    const { type, payload } = await socket.next()
    await socket.close()
    return theOnly(type === 'error' ? (payload as Answer['errors']) : (payload as Answer).errors)
  },
  async 'one event stream for all'(on: TestServer, by: Person, query: string) {
    const headers = { [tokenHeader]: await reserve(on, by) }
    const body = { query, extensions: { operationId: 'a' } }
    const answer = await call(on, 'POST', by, { headers, body })
    return answer.status === 202 ? null : theOnly(((await answer.json()) as Answer).errors)
  },
  async 'an event stream of its own'(on: TestServer, by: Person, query: string) {
    const headers = { accept: 'text/event-stream' }
    const text = await (await call(on, 'POST', by, { headers, body: { query } })).text()
    const json = text.startsWith('{') ? text : (/^data: (\{.*\})$/m.exec(text)?.[1] ?? '{}')
    return theOnly((JSON.parse(json) as Answer).errors)
  },
}

function theOnly(errors: Answer['errors']) {
  if (errors === undefined) return null
  expect(errors).toHaveLength(1)
  return errors[0] === undefined ? null : `${errors[0].extensions.code}: ${errors[0].message}`
}

const nested = (levels: number) =>
  `{ ticket(id: "x") ${'{ predecessor '.repeat(levels - 1)}{ id }${'}'.repeat(levels)}`
const invalid = 'GRAPHQL_VALIDATION_FAILED'

/** Within a limit of the tight server, and one beyond it. */
const dimensions: readonly [string, string, string, string][] = [
  ['depth', nested(13), nested(14), `${invalid}: The document is deeper than 14 levels.`],
  [
    'aliases',
    '{ a: __typename viewer { b: role } }',
    '{ a: __typename viewer { b: role ...V } } fragment V on Viewer { c: role }',
    `${invalid}: The document has more than 2 aliases.`,
  ],
  [
    'directives',
    'query @skip(if: false) { viewer @skip(if: false) { role } }'.replace('query @skip(if: false)', 'query'),
    'query ($a: Boolean = true @x) @x { viewer @x { ... @x { role } } }',
    `${invalid}: The document has more than 3 directives.`,
  ],
  [
    'directives on one place',
    '{ viewer @skip(if: false) @include(if: true) { role } }',
    '{ viewer @x @x @x @x { role } }',
    `${invalid}: More than 3 directives stand on one place.`,
  ],
  [
    'root fields',
    '{ viewer { role } __typename }',
    '{ viewer { role } ...Q } fragment Q on Query { __typename ... { __typename } }',
    `${invalid}: An operation has more than 2 root fields.`,
  ],
  [
    'tokens',
    `{ viewer { ${'role '.repeat(90)} } }`,
    `{ viewer { ${'role '.repeat(100)} } }`,
    'GRAPHQL_PARSE_FAILED: Syntax Error: Document contains more that 100 tokens. Parsing aborted.',
  ],
]

describe.each(Object.entries(transports))('over %s', (_name, send) => {
  it.each(dimensions)('%s', async (_dimension, within, beyond, refusal) => {
    expect(await send(tight, strict, within)).toBeNull()
    expect(await send(tight, strict, beyond)).toBe(refusal)
    // A document that is kept is refused each time.
    expect(await send(tight, strict, beyond)).toBe(refusal)
  })
})

describe('with the limits as they stand', () => {
  const many = (count: number, make: (index: number) => string) =>
    Array.from({ length: count }, (_, i) => make(i)).join(' ')

  it.each<[string, string]>([
    ['101 aliases', `{ viewer { ${many(101, (index) => `a${index}: role`)} } }`],
    ['ten times the same unknown directive', '{ __typename @aa@aa@aa@aa@aa@aa@aa@aa@aa@aa }'],
    ['five hundred times the same field', `{ ${many(500, () => '__typename')} }`],
    [
      'a fragment that doubles forty times',
      `{ ...f0 } ${many(40, (index) => `fragment f${index} on Query { ...f${index + 1} ...f${index + 1} }`)}`,
    ],
  ])('%s: one error', async (_what, query) => {
    expect(await transports.HTTP(server, anna, query)).toMatch(/^GRAPHQL_VALIDATION_FAILED: /)
  })

  it('tools can ask for the schema, with all they know to ask', async () => {
    const everything = {
      descriptions: true,
      specifiedByUrl: true,
      directiveIsRepeatable: true,
      schemaDescription: true,
      inputValueDeprecation: true,
      oneOf: true,
    }
    expect(await transports.HTTP(server, anna, getIntrospectionQuery(everything))).toBeNull()
  })
})
