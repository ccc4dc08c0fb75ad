import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import type { Duplex } from 'node:stream'
import { onTestFinished } from 'vitest'

/**
 * A shop's site: its own files, and behind `/graphql` the server, so that for the browser both are one origin. Gone
 * after the test. Answers its address.
 */
export async function openSite(
  files: Readonly<Record<string, string>>,
  graphqlUrl: () => string,
): Promise<string> {
  const tunnels = new Set<Duplex>()
  const server = createServer((asked, response) => {
    const file = files[asked.url ?? '']
    if (file === undefined) {
      pass(asked, response, new URL(graphqlUrl()))
      return
    }
    const type = asked.url?.endsWith('.js') === true ? 'text/javascript' : 'text/html'
    response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(file)
  })
  server.on('upgrade', (asked, near, head) => {
    const far = tunnel(asked, near, head, new URL(graphqlUrl()))
    for (const end of [near, far]) {
      tunnels.add(end)
      end.on('close', () => tunnels.delete(end))
    }
  })
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
    for (const end of tunnels) end.destroy()
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}

function pass(asked: IncomingMessage, response: ServerResponse, to: URL): void {
  const { method, headers, url } = asked
  const passed = request({ host: to.hostname, port: to.port, path: url, method, headers }, (answer) => {
    response.writeHead(answer.statusCode ?? 502, answer.headers)
    answer.pipe(response)
  })
  passed.on('error', () => response.destroy())
  asked.pipe(passed)
}

function tunnel(asked: IncomingMessage, near: Duplex, head: Buffer, to: URL): Socket {
  const far = connect(Number(to.port), to.hostname)
  const lines = [`GET ${asked.url} HTTP/1.1`]
  for (let index = 0; index < asked.rawHeaders.length; index += 2) {
    lines.push(`${asked.rawHeaders[index]}: ${asked.rawHeaders[index + 1]}`)
  }
  far.write(`${lines.join('\r\n')}\r\n\r\n`)
  far.write(head)
  for (const [end, other] of [
    [near, far],
    [far, near],
  ] as const) {
    end.on('error', () => {})
    end.on('close', () => other.destroy())
    end.pipe(other)
  }
  return far
}
