import { connect } from 'node:net'
import type { Reply } from './judge.ts'

/** How long a server may be silent, at first and later, until what was sent counts as not whole for it. */
const firstQuietMs = 400
const quietMs = 150
const longestMs = 6_000
const mostBytes = 1_000_000

export interface Heard extends Omit<Reply, 'closeCode' | 'status'> {
  readonly bytes: Buffer
  /** The server has closed the connection; else we did. */
  readonly isClosed: boolean
}

/** Sends pieces of bytes over a connection of its own, one after another, and hears what comes until all is quiet. */
export async function speak(port: number, pieces: readonly Buffer[]): Promise<Heard> {
  const began = performance.now()
  return await new Promise((resolve) => {
    const line = connect(port, '127.0.0.1')
    const chunks: Buffer[] = []
    let size = 0
    let isClosed = false
    let first: number | null = null
    let quiet = setTimeout(() => {}, 0)
    const end = () => line.destroy()
    const wait = (forMs: number) => {
      clearTimeout(quiet)
      quiet = setTimeout(end, forMs)
    }
    const longest = setTimeout(end, longestMs)
    line.on('error', () => {})
    line.on('end', () => {
      isClosed = true
      line.end()
    })
    line.on('data', (chunk: Buffer) => {
      first ??= performance.now() - began
      size += chunk.length
      if (size <= mostBytes) chunks.push(chunk)
      wait(quietMs)
    })
    line.on('connect', () => {
      for (const piece of pieces) line.write(piece)
      wait(firstQuietMs)
    })
    line.on('close', () => {
      clearTimeout(quiet)
      clearTimeout(longest)
      const bytes = Buffer.concat(chunks)
      resolve({ bytes, text: bytes.toString(), isClosed, ms: first ?? 0 })
    })
  })
}

/** The statuses of the answers in what came over a connection of HTTP. */
export function statusesOf(text: string): number[] {
  return [...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))
}
