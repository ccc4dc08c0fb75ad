import { randomBytes } from 'node:crypto'

/** WebSocket frames, written and read by hand: a library would not send wrong ones. */

export interface FrameOptions {
  readonly opcode?: number
  readonly isFinal?: boolean
  readonly isMasked?: boolean
  /** What the head says, however much follows. */
  readonly length?: number
  /** Bits of extensions that were not agreed. */
  readonly reserved?: number
}

export function frame(content: Buffer, options: FrameOptions = {}): Buffer {
  const { opcode = 1, isFinal = true, isMasked = true, length = content.length, reserved = 0 } = options
  const head = [
    (isFinal ? 0x80 : 0) | ((reserved & 7) << 4) | (opcode & 15),
    (isMasked ? 0x80 : 0) | sizeOf(length),
  ]
  const size = Buffer.alloc(length < 126 ? 0 : length < 65_536 ? 2 : 8)
  if (size.length === 2) size.writeUInt16BE(length)
  if (size.length === 8) size.writeBigUInt64BE(BigInt(length))
  if (!isMasked) return Buffer.concat([Buffer.from(head), size, content])
  const mask = Buffer.alloc(4, 0x5a)
  const masked = content.map((byte, index) => byte ^ (mask[index % 4] ?? 0))
  return Buffer.concat([Buffer.from(head), size, mask, masked])
}

function sizeOf(length: number): number {
  if (length < 126) return length
  return length < 65_536 ? 126 : 127
}

/** The request that makes a connection a WebSocket. */
export function handshake(port: number, headers: readonly string[] = []): Buffer {
  const lines = [
    'GET /graphql HTTP/1.1',
    `Host: 127.0.0.1:${port}`,
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${randomBytes(16).toString('base64')}`,
    'Sec-WebSocket-Protocol: graphql-transport-ws',
    ...headers,
  ]
  return Buffer.from(`${lines.join('\r\n')}\r\n\r\n`, 'latin1')
}

/** The code in the close frame that the server has sent; null without one. */
export function closeCodeIn(bytes: Buffer): number | null {
  let at = bytes.indexOf('\r\n\r\n') + 4
  while (at + 2 <= bytes.length) {
    const opcode = (bytes[at] ?? 0) & 15
    const short = (bytes[at + 1] ?? 0) & 127
    let [start, length] = [at + 2, short]
    if (short === 126 && at + 4 <= bytes.length) [start, length] = [at + 4, bytes.readUInt16BE(at + 2)]
    if (short === 127 && at + 10 <= bytes.length)
      [start, length] = [at + 10, Number(bytes.readBigUInt64BE(at + 2))]
    if (opcode === 8) return length >= 2 && start + 2 <= bytes.length ? bytes.readUInt16BE(start) : null
    at = start + length
  }
  return null
}
