import { createServer } from 'node:net'

/**
 * A port that nobody listens on, below those the system gives to outgoing connections: a client that knocks at one
 * of those while its server is down can be connected to itself.
 */
export async function fixedPort(): Promise<number> {
  for (;;) {
    const port = 20_000 + Math.floor(Math.random() * 10_000)
    const probe = createServer()
    const isFree = await new Promise<boolean>((resolve) => {
      probe.once('error', () => resolve(false))
      probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)))
    })
    if (isFree) return port
  }
}
