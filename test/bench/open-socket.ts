import { once } from 'node:events'
import { WebSocket } from 'ws'

/** Where the WebSockets of a contestant are. */
export function socketUrl(url: string): string {
  const address = new URL('/graphql', url)
  address.protocol = 'ws:'
  return address.href
}

/** The frame that asks for a subscription. */
export function subscription(
  id: string,
  query: string,
  variables: Readonly<Record<string, unknown>>,
): string {
  return JSON.stringify({ id, type: 'subscribe', payload: { query, variables } })
}

const atOnce = 50

/** Opens so many, some of them at a time. */
export async function openAll(count: number, open: (index: number) => Promise<void>): Promise<void> {
  for (let first = 0; first < count; first += atOnce) {
    const indexes = Array.from({ length: Math.min(atOnce, count - first) }, (_, offset) => first + offset)
    await Promise.all(indexes.map(open))
  }
}

/** A `graphql-transport-ws` connection that was acknowledged. An error, or being cut off, ends the measurement. */
export async function openSocket(
  url: string,
  token: string,
  take: (frame: Buffer) => void,
): Promise<WebSocket> {
  const socket = new WebSocket(url, 'graphql-transport-ws', {
    perMessageDeflate: false,
    skipUTF8Validation: true,
  })
  await once(socket, 'open')
  socket.send(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }))
  const [acknowledgement] = (await once(socket, 'message')) as [Buffer]
  if (!acknowledgement.includes('connection_ack')) throw new Error(`refused: ${acknowledgement.toString()}`)
  socket.on('message', (frame: Buffer) => {
    if (frame.includes('"errors"') || frame.includes('"type":"error"') || frame.includes('"complete"')) {
      throw new Error(`a follower got ${frame.toString().slice(0, 300)}`)
    }
    take(frame)
  })
  socket.on('close', (code) => {
    throw new Error(`a follower was cut off: ${code}`)
  })
  return socket
}
