import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A network between a client and the server, as bad as a test needs it at that moment. */
export interface Proxy {
  /** The server's address by way of this network. */
  readonly url: string
  /** Connections made so far, refused ones included. */
  readonly connectionCount: number
  /** Resets every open connection. */
  cutAll(): void
  /** Whether new connections are refused; at first they are not. */
  refuse(isRefusing: boolean): void
  /** From now on nothing gets through the open connections, and nobody is told. */
  stallAll(): void
  /**
   * Each connection from now on is reset after so many bytes towards the client, wherever that is in a frame: 0 cuts
   * with the first byte of the answer, when the request was received. Null: no limit.
   */
  limit(bytesOfNext: (() => number | null) | null): void
  /** New connections go to another server, as behind a name that moved. */
  redirect(target: string): void
  close(): Promise<void>
}

interface Line {
  readonly near: Socket
  readonly far: Socket
  bytesLeft: number | null
  isStalled: boolean
}

export async function openProxy(target: string): Promise<Proxy> {
  let there = new URL(target)
  const lines = new Set<Line>()
  let connectionCount = 0
  let isRefusing = false
  let bytesOfNext: (() => number | null) | null = null
  const server = createServer((near) => {
    connectionCount += 1
    if (isRefusing) {
      near.on('error', () => {})
      near.resetAndDestroy()
      return
    }
    const far = connect(Number(there.port), there.hostname)
    carry({ near, far, bytesLeft: bytesOfNext?.() ?? null, isStalled: false }, lines)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = new URL(target)
  url.port = String((server.address() as AddressInfo).port)
  return {
    url: url.href,
    get connectionCount() {
      return connectionCount
    },
    cutAll() {
      for (const line of lines) cut(line)
    },
    refuse(refusing) {
      isRefusing = refusing
    },
    stallAll() {
      for (const line of lines) line.isStalled = true
    },
    limit(next) {
      bytesOfNext = next
    },
    redirect(other) {
      there = new URL(other)
    },
    async close() {
      const closed = once(server, 'close')
      server.close()
      for (const line of lines) cut(line)
      await closed
    },
  }
}

function carry(line: Line, lines: Set<Line>): void {
  const { near, far } = line
  lines.add(line)
  for (const end of [near, far]) {
    end.setNoDelay(true)
    end.on('error', () => {})
    end.on('close', () => {
      lines.delete(line)
      if (!line.isStalled) cut(line)
    })
  }
  near.on('data', (chunk) => {
    if (!line.isStalled) far.write(chunk)
  })
  far.on('data', (chunk: Buffer) => {
    if (line.isStalled) return
    if (line.bytesLeft === null || chunk.length < line.bytesLeft) {
      if (line.bytesLeft !== null) line.bytesLeft -= chunk.length
      near.write(chunk)
      return
    }
    const last = chunk.subarray(0, line.bytesLeft)
    line.isStalled = true
    // What came before the cut arrives.
    near.end(last, () => cut(line))
  })
}

function cut({ near, far }: Line): void {
  near.destroy()
  far.resetAndDestroy()
}
