import type { Chance } from './chance.ts'
import type { Asked } from './http-requests.ts'

/** A request as bytes, with something about it that is wrong. */
export function spoiltRequest(asked: Asked, chance: Chance, texts: readonly string[]): Buffer[] {
  const { pathname, search, host } = new URL(asked.url)
  const body = Buffer.isBuffer(asked.body) ? asked.body : Buffer.from(asked.body ?? '')
  const headers = new Map<string, string>([
    ['host', host],
    ['connection', 'close'],
    ...Object.entries(asked.headers),
    ['content-length', String(body.length)],
  ])
  const made: Draft = { start: `${asked.method} ${pathname}${search} HTTP/1.1`, headers, body }
  const spoilt = chance.pick(spoilers)(made, chance, texts)
  const head = [
    spoilt.start,
    ...[...spoilt.headers].map(([name, value]) => `${name}: ${value}`),
    '',
    '',
  ].join('\r\n')
  const bytes = Buffer.concat([Buffer.from(head, 'latin1'), spoilt.body])
  if (chance.is(10)) return [cutShort(bytes, chance)]
  if (chance.is(10)) return [scratch(bytes, chance)]
  return chance.is(20) ? inPieces(bytes, chance) : [bytes]
}

interface Draft {
  readonly start: string
  readonly headers: Map<string, string>
  readonly body: Buffer
}
type Spoiler = (draft: Draft, chance: Chance, texts: readonly string[]) => Draft

const set = (name: string, value: (chance: Chance, texts: readonly string[]) => string): Spoiler => {
  return (draft, chance, texts) => ({
    ...draft,
    headers: new Map(draft.headers).set(name, value(chance, texts)),
  })
}
const anyHeader = (chance: Chance, texts: readonly string[]) =>
  chance
    .pick(texts)
    .replaceAll(/[\r\n]/g, ' ')
    .slice(0, 9_000)

const spoilers: readonly Spoiler[] = [
  (draft) => draft,
  (draft, chance) => ({ ...draft, body: scratch(draft.body, chance) }),
  (draft, chance) => ({ ...draft, body: cutShort(draft.body, chance) }),
  (draft, chance) => ({ ...draft, body: Buffer.concat([draft.body, scratch(draft.body, chance)]) }),
  (draft, chance) => ({ ...draft, ...chunked(draft, chance) }),
  (draft, chance) => ({ ...draft, start: scratch(Buffer.from(draft.start), chance).toString('latin1') }),
  (draft, chance, texts) => ({
    ...draft,
    start: `GET ${encodeURI(pathIn(chance, texts))} HTTP/1.1`,
    body: Buffer.alloc(0),
  }),
  (draft, chance, texts) => ({
    ...draft,
    start: `${chance.pick(methods)} ${inSearch(chance, texts)} HTTP/1.1`,
  }),
  set('content-length', (chance) => chance.pick(['-1', '0', '1', '99999999999', '1e3', 'x', '10, 10', ' 5'])),
  set('transfer-encoding', (chance) =>
    chance.pick(['chunked', 'gzip', 'chunked, chunked', 'identity', 'xchunked']),
  ),
  set('content-type', (chance) => chance.pick(contentTypes)),
  set('content-encoding', (chance) => chance.pick(['gzip', 'deflate', 'br', 'identity', 'x'])),
  set('accept', (chance, texts) =>
    chance.pick(['image/png', '*/*', '', ',,;;q=', 'text/html', anyHeader(chance, texts)]),
  ),
  set('accept-language', anyHeader),
  set('authorization', (chance, texts) =>
    chance.pick(['Bearer', 'Bearer a.b.c', 'Basic eDp5', `Bearer ${anyHeader(chance, texts)}`]),
  ),
  set('origin', (chance) => chance.pick(['null', 'https://evil.test', 'x', '://', 'http://[::1'])),
  set('host', (chance, texts) => chance.pick(['', 'evil.test:99999', '[::', anyHeader(chance, texts)])),
  set('expect', (chance) => chance.pick(['100-continue', '200-ok'])),
  set('upgrade', (chance) => chance.pick(['websocket', 'h2c'])),
  set('x-graphql-event-stream-token', anyHeader),
  set('traceparent', (chance, texts) =>
    chance.pick([
      '00-0-0-0',
      '00-ffffffffffffffffffffffffffffffff-ffffffffffffffff-01',
      anyHeader(chance, texts),
    ]),
  ),
  set('x-forwarded-for', (chance, texts) =>
    chance.pick(['1.2.3.4', ',', '::ffff:1', anyHeader(chance, texts)]),
  ),
  set('x'.repeat(200), () => 'y'.repeat(20_000)),
]

const methods = ['GET', 'HEAD', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE', 'POST', 'PROPFIND', 'CONNECT']
const contentTypes = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/graphql',
  'application/json; charset=utf-16',
  'application/json;;;',
  '',
]
const places = [
  '/',
  '/graphql',
  '/attachments/',
  '/exports/',
  '/healthz',
  '/readyz',
  '/metrics',
  '/graphql/',
  '//',
  '/%00',
  '*',
]

function pathIn(chance: Chance, texts: readonly string[]): string {
  return `${chance.pick(places)}${chance.is(50) ? chance.pick(texts).slice(0, 500).toWellFormed() : ''}`
}

function inSearch(chance: Chance, texts: readonly string[]): string {
  const names = [
    'query',
    'variables',
    'extensions',
    'operationName',
    'documentId',
    'token',
    'operationId',
    'expires',
    'signature',
  ]
  const chosen = chance.some(names, 4).map((name) => {
    const value =
      name === 'query' && chance.is(60) ? '{viewer{role}}' : chance.pick(texts).slice(0, 500).toWellFormed()
    return `${name}=${encodeURIComponent(value)}`
  })
  return `${chance.pick(places)}?${chosen.join('&')}`
}

function chunked({ headers, body }: Draft, chance: Chance): Pick<Draft, 'headers' | 'body'> {
  const changed = new Map(headers).set('transfer-encoding', 'chunked')
  if (chance.is(70)) changed.delete('content-length')
  const size = chance.pick([
    body.length.toString(16),
    'ffffffffffffffff',
    '-1',
    'zz',
    '0',
    (body.length + 5).toString(16),
  ])
  const extension = chance.is(20) ? `;${'x'.repeat(chance.below(20_000))}` : ''
  const end = chance.pick(['\r\n0\r\n\r\n', '\r\n0\r\nx: y\r\n\r\n', '\r\n', '', '\n0\n\n'])
  return {
    headers: changed,
    body: Buffer.concat([Buffer.from(`${size}${extension}\r\n`), body, Buffer.from(end)]),
  }
}

/** Some bytes are others. */
export function scratch(bytes: Buffer, chance: Chance): Buffer {
  const spoilt = Buffer.from(bytes)
  if (spoilt.length === 0) return Buffer.from([chance.below(256)])
  for (let count = chance.between(1, 6); count > 0; count -= 1)
    spoilt[chance.below(spoilt.length)] = chance.below(256)
  return spoilt
}

export function cutShort(bytes: Buffer, chance: Chance): Buffer {
  return bytes.subarray(0, chance.below(bytes.length + 1))
}

export function inPieces(bytes: Buffer, chance: Chance): Buffer[] {
  const [one, other] = [chance.below(bytes.length + 1), chance.below(bytes.length + 1)].sort((a, b) => a - b)
  return [bytes.subarray(0, one), bytes.subarray(one, other), bytes.subarray(other)]
}
