import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { subscription } from '../open-socket.ts'

/** One who subscribed to a great deal and never reads. */
export interface StalledConsumer {
  /** @throws when it is not stalled: when nothing of what the server sent waits for it */
  assertStalled(): void
  leave(): Promise<void>
}

/** A row is some kilobytes, as of a screen that asks for a lot. */
const query = `subscription Inbox($after: String) {
  inboxEvents(after: $after) {
    __typename cursor
    ... on MessageSent { seq message { ${Array.from({ length: 30 }, (_, index) => `text${index}: text`).join(' ')} } }
  }
}`

/** As many streams of history, which fill the connection at once, as of what happens now, which wait behind them. */
const streamCount = 4
const stallSeconds = 20

/**
 * Speaks WebSocket by hand over TCP and does not read after the greeting, so that the window of the connection closes:
 * a client library would read.
 */
export async function stall(url: string, token: string, after: string): Promise<StalledConsumer> {
  const line = await greet(url)
  const tell = (text: string) => void line.write(frame(text))
  tell(JSON.stringify({ type: 'connection_init', payload: { authorization: `Bearer ${token}` } }))
  await once(line, 'data')
  line.pause()
  for (let stream = 0; stream < streamCount; stream += 1) {
    tell(subscription(`history ${stream}`, query, { after }))
    tell(subscription(`now ${stream}`, query, {}))
  }
  await untilStill(line)
  return {
    assertStalled() {
      if (waitingBytes(line) === 0) throw new Error('the stalled consumer is not stalled')
    },
    async leave() {
      const closed = once(line, 'close')
      line.destroy()
      await closed
    },
  }
}

async function greet(url: string): Promise<Socket> {
  const { hostname, port, host } = new URL(url)
  const line = connect(Number(port), hostname)
  line.on('error', () => {})
  line.write(
    `GET /graphql HTTP/1.1\r\nHost: ${host}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
      'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n' +
      'Sec-WebSocket-Protocol: graphql-transport-ws\r\n\r\n',
  )
  await once(line, 'data')
  return line
}

/** A final text frame of up to 64 kB with a mask of zeros. */
function frame(text: string): Buffer {
  const body = Buffer.from(text)
  const length = Buffer.alloc(2)
  length.writeUInt16BE(body.length)
  return Buffer.concat([Buffer.from([0x81, 0x80 | 126]), length, Buffer.alloc(4), body])
}

/** Until the network takes no more of what the server has for it. */
async function untilStill(line: Socket): Promise<void> {
  const lookMs = 500
  let last = 0
  for (let look = 0; look < (stallSeconds * 1_000) / lookMs; look += 1) {
    await pause(lookMs)
    const now = waitingBytes(line)
    if (now > 0 && now === last) return
    last = now
  }
  throw new Error('the consumer could not be stalled: there was not enough to send')
}

/** What the server's side of the connection has sent in vain, from Linux' table of connections. */
function waitingBytes({ localPort, remotePort }: Socket): number {
  const hex = (port = 0) => port.toString(16).toUpperCase().padStart(4, '0')
  for (const row of readFileSync('/proc/net/tcp', 'latin1').split('\n')) {
    const [, local = '', remote = '', , queues = ''] = row.trim().split(/\s+/)
    if (local.endsWith(`:${hex(remotePort)}`) && remote.endsWith(`:${hex(localPort)}`)) {
      return Number.parseInt(queues.split(':')[0] ?? '', 16)
    }
  }
  return 0
}
