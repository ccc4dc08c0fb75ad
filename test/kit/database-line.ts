import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'

/** A line to a database that a test can cut and mend again. */
export interface DatabaseLine {
  /** The database by way of the line. */
  readonly url: string
  /** Ends all connections and refuses new ones. */
  cut(): Promise<void>
  mend(): Promise<void>
}

export async function openDatabaseLine(url: string): Promise<DatabaseLine> {
  const far = new URL(url)
  const ends = new Set<Socket>()
  const server = createServer((near) => {
    const other = connect(Number(far.port), far.hostname)
    for (const [end, opposite] of [
      [near, other],
      [other, near],
    ] as const) {
      ends.add(end)
      end.pipe(opposite)
      end.on('error', () => {})
      end.on('close', () => {
        ends.delete(end)
        opposite.destroy()
      })
    }
  })
  const listen = async (port: number) => {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
    return (server.address() as AddressInfo).port
  }
  const port = await listen(0)
  const here = new URL(url)
  here.host = `127.0.0.1:${port}`
  return {
    url: here.href,
    async cut() {
      const closed = once(server, 'close')
      server.close()
      for (const end of ends) end.destroy()
      await closed
    },
    async mend() {
      await listen(port)
    },
  }
}
