import { call, openStream, reserve, tokenHeader } from '../kit/event-stream.ts'
import type { TestServer } from '../kit/server.ts'
import { connect } from '../kit/socket.ts'
import type { Person } from '../kit/world.ts'

/** The parameters of a request, put the same on every transport, ids in place of documents included. */
export interface Asked {
  readonly query?: unknown
  readonly documentId?: unknown
  readonly variables?: Record<string, unknown>
  readonly extensions?: unknown
}

/** The first thing that is said to it. */
export interface Said {
  /** Null where there is none. */
  readonly status: number | null
  readonly data?: Record<string, unknown> | null
  readonly errors?: readonly { message: string; extensions: Record<string, unknown> }[]
}

type Ask = (server: TestServer, by: Person, asked: Asked) => Promise<Said>

const accept = 'application/graphql-response+json, text/event-stream'

const post: Ask = async (server, by, asked) => {
  const answer = await call(server, 'POST', by, {
    body: asked,
    headers: { accept: accept.split(',')[0] ?? '' },
  })
  return { status: answer.status, ...((await answer.json()) as object) }
}

const get: Ask = async (server, by, { variables, extensions, ...rest }) => {
  const search = new URLSearchParams(rest as Record<string, string>)
  if (variables !== undefined) search.set('variables', JSON.stringify(variables))
  if (extensions !== undefined) search.set('extensions', JSON.stringify(extensions))
  const answer = await call(server, 'GET', by, { search: `?${search}`, headers: { accept } })
  return { status: answer.status, ...((await answer.json()) as object) }
}

/** The protocol wants a text, so where an id stands for it, it is empty. */
const overSocket: Ask = async (server, by, asked) => {
  const socket = await connect(server.wsUrl, by.token ?? '')
  socket.send({ type: 'subscribe', id: 'a', payload: { query: '', ...asked } })
  const { type, payload } = await socket.next()
  await socket.close()
  return { status: null, ...(type === 'error' ? { errors: payload as Said['errors'] } : (payload as object)) }
}

const overEventStream: Ask = async (server, by, asked) => {
  const leaving = new AbortController()
  const answer = await fetch(server.url, {
    method: 'POST',
    headers: { accept, authorization: `Bearer ${by.token}`, 'content-type': 'application/json' },
    body: JSON.stringify(asked),
    signal: leaving.signal,
  })
  const isStream = answer.headers.get('content-type')?.startsWith('text/event-stream') === true
  if (!isStream) return { status: answer.status, ...((await answer.json()) as object) }
  let text = ''
  for await (const chunk of answer.body?.pipeThrough(new TextDecoderStream()) ?? []) {
    text += chunk
    const [, item] = /data: (\{.*\})\n\n/.exec(text) ?? []
    if (item !== undefined) return { status: answer.status, ...(JSON.parse(item) as object) }
  }
  throw new Error(`the stream ended after ${text}`)
}

const overSingleConnection: Ask = async (server, by, asked) => {
  const token = await reserve(server, by)
  const stream = await openStream(server, by, { token })
  try {
    const extensions = { ...(asked.extensions as object | undefined), operationId: 'a' }
    const body = { ...asked, extensions }
    const answer = await call(server, 'POST', by, { headers: { [tokenHeader]: token, accept }, body })
    if (answer.status !== 202) return { status: answer.status, ...((await answer.json()) as object) }
    const told = await stream.upTo('}\n\n')
    const [, item = ''] = /data: (\{.*\})\n\n/.exec(told) ?? []
    return { status: 202, ...(JSON.parse(item) as { payload: object }).payload }
  } finally {
    stream.leave()
  }
}

export const transports: readonly [name: string, ask: Ask][] = [
  ['POST', post],
  ['GET', get],
  ['a WebSocket', overSocket],
  ['an event stream', overEventStream],
  ['a single connection', overSingleConnection],
]

/** Those over which a subscription goes. */
export const streaming = transports.slice(2)

/** The id as Apollo's clients send it. */
export const byId = (sha256Hash: string, more: object = {}): Asked => ({
  extensions: { persistedQuery: { version: 1, sha256Hash } },
  ...more,
})

export const codeOf = ({ errors }: Said): unknown => errors?.[0]?.extensions['code']
