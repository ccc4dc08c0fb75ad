import { once } from 'node:events'
import { rm } from 'node:fs/promises'
import { createServer, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { newId } from '../../src/core/ids.ts'
import { eicar } from './samples.ts'

/** How a clamd takes a scan: as it should, or in one of the ways in which it fails. */
export type Mood = 'well' | 'full' | 'silent' | 'gone'

export interface Clamd {
  readonly url: string
  /** The sizes of what was scanned to its end. */
  readonly scans: number[]
  mood: Mood
  close(): Promise<void>
}

/** A server that speaks the INSTREAM command of clamd's protocol, on a Unix socket or a port. */
export async function startClamd(kind: 'unix' | 'tcp'): Promise<Clamd> {
  const path = join(tmpdir(), `${newId()}.sock`)
  const sockets = new Set<Socket>()
  const clamd = { url: '', scans: [] as number[], mood: 'well' as Mood, close: async () => {} }
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => undefined)
    if (clamd.mood === 'gone') socket.destroy()
    else if (clamd.mood === 'full') socket.end('INSTREAM size limit exceeded. ERROR\0')
    else void scan(socket, clamd)
  })
  if (kind === 'unix') server.listen(path)
  else server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  clamd.url = typeof address === 'object' ? `tcp://127.0.0.1:${address?.port}` : `unix:${path}`
  clamd.close = async () => {
    for (const socket of sockets) socket.destroy()
    server.close()
    await rm(path, { force: true })
  }
  return clamd
}

async function scan(socket: Socket, clamd: Clamd): Promise<void> {
  let received = Buffer.alloc(0)
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    received = Buffer.concat([received, chunk])
    const content = contentOf(received)
    if (content === null || clamd.mood === 'silent') continue
    clamd.scans.push(content.length)
    socket.end(
      content.includes('ВИРУС') || content.includes(eicar) ? 'stream: Test.Virus FOUND\0' : 'stream: OK\0',
    )
    return
  }
}

const command = 'zINSTREAM\0'

/** All that was sent, once the empty piece at the end is there. */
function contentOf(received: Buffer): Buffer | null {
  if (received.toString('latin1', 0, command.length) !== command) return null
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= received.length; ) {
    const length = received.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(received.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
