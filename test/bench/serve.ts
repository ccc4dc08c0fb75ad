import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** What every contestant's program does once it listens: says where, and ends with the bench, however that ends. */
export function announce(url: string, close: () => unknown = () => {}): void {
  const stop = () => {
    void Promise.resolve(close()).finally(() => process.exit(0))
  }
  process.once('SIGTERM', stop)
  // The bench keeps this open as long as it lives: a killed one leaves nothing running.
  process.stdin.once('end', stop)
  process.stdin.resume()
  // With --expose-gc, so that memory can be measured without what is only not collected yet.
  process.on('SIGUSR2', () => globalThis.gc?.())
  process.stdout.write(`${JSON.stringify({ url })}\n`)
}

/** The least there is to a server: each request's body goes in, JSON comes out. Announced once it listens. */
export function serveBare(
  answer: (body: string, authorization: string | undefined) => Promise<string>,
): Server {
  const server = createServer((request, response) => {
    text(request)
      .then(async (body) => await answer(body, request.headers.authorization))
      .then(
        (json) => response.writeHead(200, { 'content-type': 'application/json' }).end(json),
        (error: unknown) => response.writeHead(500).end(error instanceof Error ? error.stack : 'failed'),
      )
  })
  listen(server, '/')
  return server
}

/** Listens on a free port and says so. */
export function listen(server: Server, path: string): void {
  server.listen(0, '127.0.0.1', () => {
    announce(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`)
  })
}
