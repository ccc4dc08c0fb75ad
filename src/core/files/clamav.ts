import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import type { Scratch } from './scratch.ts'

/** The scanner could not say anything: the scan is tried again. */
export class ScannerUnavailable extends Error {}

const idleMs = 60_000

/**
 * Asks a clamd over its socket whether content holds a virus, in the INSTREAM command of its protocol: pieces with
 * their length before them, an empty one at the end. `url` is `tcp://host:port` or `unix:/path`.
 * @throws ScannerUnavailable
 */
export async function hasVirus(url: string, content: Scratch): Promise<boolean> {
  const socket = connect(addressOf(url))
  socket.setTimeout(idleMs, () => socket.destroy(new Error('it does not answer')))
  const answered = readAnswer(socket)
  // Both fail together when the connection does; the answer's failure is the one that is told.
  answered.catch(() => undefined)
  try {
    // An early answer, such as that of a full clamd, ends the sending.
    await Promise.race([sendAll(socket, content), answered])
    return verdictOf(await answered)
  } catch (error) {
    if (error instanceof ScannerUnavailable) throw error
    const early = await answered.catch(() => '')
    if (early !== '') return verdictOf(early)
    throw new ScannerUnavailable(`clamd: ${String(error)}`, { cause: error })
  } finally {
    socket.destroy()
  }
}

function addressOf(url: string): { path: string } | { host: string; port: number } {
  if (url.startsWith('unix:')) return { path: url.slice('unix:'.length).replace(/^\/\//, '') }
  const { hostname, port } = new URL(url)
  return { host: hostname.replaceAll(/[[\]]/g, ''), port: Number(port === '' ? 3310 : port) }
}

async function sendAll(socket: Socket, content: Scratch): Promise<void> {
  socket.write('zINSTREAM\0')
  for await (const chunk of content.read() as AsyncIterable<Buffer>) {
    if (socket.destroyed || socket.readableEnded) return
    const length = Buffer.alloc(4)
    length.writeUInt32BE(chunk.length)
    socket.write(length)
    if (!socket.write(chunk)) await once(socket, 'drain')
  }
  socket.write(Buffer.alloc(4))
}

async function readAnswer(socket: Socket): Promise<string> {
  let answer = ''
  for await (const chunk of socket as AsyncIterable<Buffer>) {
    answer += chunk.toString('utf8')
    if (answer.includes('\0')) break
  }
  return answer.replaceAll('\0', '').trim()
}

function verdictOf(answer: string): boolean {
  if (answer.endsWith(' FOUND')) return true
  if (/^stream: OK$/.test(answer)) return false
  throw new ScannerUnavailable(`clamd answers: ${answer === '' ? 'nothing' : answer}`)
}
