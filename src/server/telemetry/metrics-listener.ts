import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Logger } from '../../core/logger.ts'
import { StartRefused } from '../../core/start-refused.ts'
import type { Metrics } from './metrics.ts'

export interface MetricsListener {
  /** The address of the metrics. */
  readonly url: string
  close(): Promise<void>
}

/**
 * Answers `/metrics`, and nothing else, on a port of its own: what a node tells of itself is not for those who use it.
 * @throws StartRefused when the address cannot be listened on
 */
export async function listenForMetrics(
  metrics: Metrics,
  { host, port, log }: { host: string; port: number; log: Logger },
): Promise<MetricsListener> {
  const server = createServer((request, response) => {
    if (request.url !== '/metrics' || request.method !== 'GET') {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found.\n')
      return
    }
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      (error: unknown) => {
        log.error({ err: error }, 'the metrics could not be told')
        response.writeHead(500).end()
      },
    )
  })
  server.listen(port, host)
  try {
    await once(server, 'listening')
  } catch (error) {
    throw new StartRefused(`cannot listen for metrics on ${host}:${port}: ${String(error)}`, { cause: error })
  }
  const { address, port: taken } = server.address() as AddressInfo
  return {
    url: `http://${address.includes(':') ? `[${address}]` : address}:${taken}/metrics`,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }
}
