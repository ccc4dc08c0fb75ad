import { once } from 'node:events'
import { WebSocket } from 'ws'

/** A WebSocket on which a test says exactly what it wants, as no decent client would. */
export interface TestSocket {
  /** An object is sent as JSON, a text or bytes as they are. */
  send(message: object | string | Buffer): void
  /** The next frame, waited for. */
  next(): Promise<Frame>
  readonly closed: Promise<{ code: number; reason: string }>
  close(): Promise<void>
}

export interface Frame {
  readonly type: string
  readonly id?: string
  readonly payload?: unknown
}

export async function openSocket(wsUrl: string, protocol = 'graphql-transport-ws'): Promise<TestSocket> {
  const socket = new WebSocket(wsUrl, protocol === '' ? [] : [protocol])
  const frames: Frame[] = []
  let wake = () => {}
  socket.on('message', (data) => {
    frames.push(JSON.parse((data as Buffer).toString()) as Frame)
    wake()
  })
  // Told by `closed`.
  socket.on('error', () => {})
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.on('close', (code, reason) => {
      resolve({ code, reason: reason.toString() })
      wake()
    })
  })
  await once(socket, 'open')
  return {
    closed,
    send(message) {
      socket.send(typeof message === 'string' || Buffer.isBuffer(message) ? message : JSON.stringify(message))
    },
    async next() {
      for (;;) {
        const frame = frames.shift()
        if (frame !== undefined) return frame
        if (socket.readyState === WebSocket.CLOSED) throw new Error('the socket was closed without a frame')
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
    },
    async close() {
      socket.close()
      await closed
    },
  }
}

/** Opens a socket as somebody, acknowledged. */
export async function connect(wsUrl: string, token: string, locale?: string): Promise<TestSocket> {
  const socket = await openSocket(wsUrl)
  socket.send({ type: 'connection_init', payload: { authorization: `Bearer ${token}`, locale } })
  const { type } = await socket.next()
  if (type !== 'connection_ack') throw new Error(`expected connection_ack, got ${type}`)
  return socket
}
