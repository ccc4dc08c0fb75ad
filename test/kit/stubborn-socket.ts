import { once } from 'node:events'
import { connect } from 'node:net'

/** A WebSocket client that does not leave when it is told to, but goes on sending. */
export interface StubbornSocket {
  send(message: object): void
  /** Waits for a close frame with this code. */
  toldToLeave(code: number): Promise<void>
  /** Waits until the server cuts the connection. */
  readonly cut: Promise<unknown>
}

export async function openStubbornSocket(wsUrl: string): Promise<StubbornSocket> {
  const { hostname, port, pathname, host } = new URL(wsUrl)
  const line = connect(Number(port), hostname)
  let received = Buffer.alloc(0)
  line.on('data', (chunk: Buffer) => {
    received = Buffer.concat([received, chunk])
  })
  line.on('error', () => {})
  line.write(
    `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n' +
      'Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n',
  )
  await once(line, 'data')
  return {
    send: (message) => void line.write(frame(JSON.stringify(message))),
    async toldToLeave(code) {
      while (!received.includes(Buffer.from([code >> 8, code & 0xff]))) await once(line, 'data')
    },
    cut: once(line, 'close'),
  }
}

/** A final text frame of up to 64 kB with a mask of zeros. */
function frame(text: string): Buffer {
  const body = Buffer.from(text)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(body.length)
  return Buffer.concat([Buffer.from([0x81, 0x80 | 126]), length, Buffer.alloc(4), body])
}
