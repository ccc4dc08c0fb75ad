import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A load balancer before the nodes, and the network that breaks: every connection goes to a living node or is reset. */
export interface Balancer {
  readonly url: string
  readonly lineCount: number
  /** Resets one open connection, whoever's it is; false when there is none. */
  cutOne(random: () => number): boolean
  close(): Promise<void>
}

interface Line {
  readonly near: Socket
  readonly far: Socket
}

export async function openBalancer(ports: () => readonly number[]): Promise<Balancer> {
  const lines = new Set<Line>()
  let turn = 0
  const server = createServer((near) => {
    near.on('error', () => {})
    const living = ports()
    const port = living[(turn += 1) % Math.max(living.length, 1)]
    if (port === undefined) near.resetAndDestroy()
    else carry({ near, far: connect(port, '127.0.0.1') }, lines)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/graphql`,
    get lineCount() {
      return lines.size
    },
    cutOne(random) {
      const line = [...lines][Math.floor(random() * lines.size)]
      if (line !== undefined) cut(line)
      return line !== undefined
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
  for (const [from, to] of [
    [near, far],
    [far, near],
  ] as const) {
    from.setNoDelay(true)
    from.on('error', () => {})
    from.on('close', () => {
      lines.delete(line)
      cut(line)
    })
    from.pipe(to)
  }
}

function cut({ near, far }: Line): void {
  near.resetAndDestroy()
  far.resetAndDestroy()
}
