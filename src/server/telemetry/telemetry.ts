import type { Logger } from '../../core/logger.ts'
import type { Tracing } from '../../core/tracing/tracing.ts'
import type { Env } from '../../env.ts'
import type { Desk } from '../../events/desk.ts'
import type { Operations } from '../operations/operations.ts'
import type { Parts } from '../parts.ts'
import type { RunningServer } from '../server.ts'
import { Watch } from './watch.ts'

/** The libraries below are loaded only where they are wanted: nobody else pays for them. */

/** Null without a collector. */
export async function openTracing(env: Env, log: Logger, parts: Parts): Promise<Tracing | null> {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: endpoint, OTEL_SERVICE_NAME: serviceName } = env
  if (endpoint === undefined) return null
  const { openOtlpTracing } = await import('../../core/tracing/otlp-tracing.ts')
  const tracing = openOtlpTracing({ endpoint, serviceName, log })
  parts.add('traces', async () => await tracing.close())
  return tracing
}

export interface Telemetry {
  readonly watch: Watch
  /** Where the metrics are told; null without METRICS_PORT. */
  readonly metricsUrl: string | null
  watchServer(server: RunningServer): void
}

/** @throws StartRefused when the metrics' address cannot be listened on */
export async function startTelemetry(desk: Desk, operations: Operations, parts: Parts): Promise<Telemetry> {
  const { env, log, tracing } = desk
  const watching = { env, log, tracing, knownNames: operations.names }
  if (env.METRICS_PORT === undefined) {
    return {
      watch: new Watch({ ...watching, onAnswered: () => {} }),
      metricsUrl: null,
      watchServer: () => {},
    }
  }
  const { createMetrics } = await import('./metrics.ts')
  const { listenForMetrics } = await import('./metrics-listener.ts')
  const metrics = createMetrics(desk)
  const listener = await listenForMetrics(metrics, { host: env.METRICS_HOST, port: env.METRICS_PORT, log })
  parts.add('metrics', async () => await listener.close())
  return {
    watch: new Watch({ ...watching, onAnswered: metrics.onAnswered }),
    metricsUrl: listener.url,
    watchServer: (server) => metrics.watchServer(server),
  }
}
