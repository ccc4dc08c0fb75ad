import type { Chance } from './chance.ts'
import { frame, handshake } from './frames.ts'
import { cutShort, scratch } from './http-bytes.ts'
import type { Operation } from './operations.ts'

export interface Conversation {
  readonly port: number
  readonly token: string | null
  readonly operations: readonly Operation[]
  readonly texts: readonly string[]
}

/** What a client that has gone wrong says over a socket, as bytes: messages out of order, half of them, frames that are none. */
export function spoiltConversation(
  { port, token, operations, texts }: Conversation,
  chance: Chance,
): Buffer[] {
  const payload = { authorization: `Bearer ${token ?? ''}`, locale: chance.pick(['ru', 'en', 7, null]) }
  const said: unknown[] = chance.is(90) ? [{ type: 'connection_init', payload }] : []
  for (const { query, variables } of operations) {
    said.push({
      type: 'subscribe',
      id: chance.pick(['1', '2', '3', chance.pick(texts)]),
      payload: { query, variables },
    })
  }
  for (const message of chance.some(oddMessages(chance, texts), 2))
    said.splice(chance.below(said.length + 1), 0, message)
  if (chance.is(5)) said.reverse()
  const frames = said.map((message) => asFrame(message, chance))
  if (chance.is(15)) frames.splice(chance.below(frames.length + 1), 0, oddFrame(chance, texts))
  const bytes = Buffer.concat(frames)
  const opening = handshake(
    port,
    chance.is(5) ? [`Origin: ${chance.pick(['null', 'https://evil.test', 'x'])}`] : [],
  )
  if (chance.is(5)) return [scratch(opening, chance), bytes]
  if (chance.is(8)) return [opening, scratch(bytes, chance)]
  return [opening, chance.is(8) ? cutShort(bytes, chance) : bytes]
}

function oddMessages(chance: Chance, texts: readonly string[]): unknown[] {
  const text = chance.pick(texts)
  return [
    { type: 'ping', payload: { text } },
    { type: 'pong' },
    { type: 'connection_init', payload: text },
    { type: 'connection_init', payload: { authorization: text } },
    { type: 'complete', id: chance.pick(['1', '2', text]) },
    { type: 'complete' },
    { type: 'next', id: '1', payload: {} },
    { type: text },
    { type: 'subscribe', id: '1' },
    { type: 'subscribe', id: text, payload: { query: text } },
    {
      type: 'subscribe',
      id: '1',
      payload: { query: '{ viewer { role } }', variables: [text], extensions: text },
    },
    {
      type: 'subscribe',
      id: '1',
      payload: { query: '', extensions: { documentId: text, persistedQuery: text } },
    },
    { __proto__: null, type: 'ping', constructor: text },
    text,
    null,
    [text],
    7,
  ]
}

function asFrame(message: unknown, chance: Chance): Buffer {
  const json = JSON.stringify(message)
  const content = Buffer.from(chance.is(5) ? json.slice(0, chance.below(json.length)) : json)
  if (!chance.is(8)) return frame(content)
  // In two, with a ping of the WebSocket itself between them.
  const half = chance.below(content.length)
  return Buffer.concat([
    frame(content.subarray(0, half), { isFinal: false }),
    frame(Buffer.from('x'), { opcode: 9 }),
    frame(content.subarray(half), { opcode: 0 }),
  ])
}

function oddFrame(chance: Chance, texts: readonly string[]): Buffer {
  const content = Buffer.from(chance.pick(texts)).subarray(0, 2_000)
  return chance.pick([
    () => frame(content, { opcode: chance.between(0, 15) }),
    () => frame(content, { isMasked: false }),
    () => frame(content, { reserved: chance.between(1, 7) }),
    () => frame(content, { length: chance.pick([125, 65_535, 2_000_000, Number.MAX_SAFE_INTEGER]) }),
    () => frame(Buffer.from([0xc3, 0x28, 0xff])),
    () => frame(Buffer.from([0x03]), { opcode: 8 }),
    () => frame(Buffer.from([0xff, 0xff]), { opcode: 8 }),
    () => frame(Buffer.alloc(200), { opcode: 9 }),
    () => frame(Buffer.alloc(1_100_000, 'x')),
  ])()
}
