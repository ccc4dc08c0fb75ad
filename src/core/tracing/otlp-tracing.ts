import { AsyncLocalStorage } from 'node:async_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import { type Span as OtelSpan, ROOT_CONTEXT, SpanKind, SpanStatusCode, trace } from '@opentelemetry/api'
import { ExportResultCode, parseTraceParent } from '@opentelemetry/core'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'
import {
  defaultResource,
  detectResources,
  envDetector,
  resourceFromAttributes,
} from '@opentelemetry/resources'
import { BasicTracerProvider, BatchSpanProcessor, type SpanExporter } from '@opentelemetry/sdk-trace-base'
import type { Logger } from '../logger.ts'
import type { Attributes, Span, Tracing } from './tracing.ts'

export interface OtlpOptions {
  /** Where the collector takes OTLP over HTTP, as JSON: `/v1/traces` is added. */
  readonly endpoint: string
  readonly serviceName: string
  readonly log: Logger
}

/**
 * Tells spans to a collector by OpenTelemetry's protocol. Loaded only when there is one. Its other settings, such as
 * headers, limits and the sampler, are the standard's and are read by the library itself.
 */
export function openOtlpTracing({ endpoint, serviceName, log }: OtlpOptions): Tracing {
  const exporter = new OTLPTraceExporter({ url: `${endpoint.replace(/\/+$/, '')}/v1/traces` })
  const provider = new BasicTracerProvider({
    resource: defaultResource()
      .merge(detectResources({ detectors: [envDetector] }))
      .merge(resourceFromAttributes({ 'service.name': serviceName })),
    spanProcessors: [new BatchSpanProcessor(tellingFailures(exporter, log))],
  })
  const tracer = provider.getTracer('opora')
  const underWay = new AsyncLocalStorage<Scope>()
  return {
    begin(name, attributes, traceparent) {
      const parent = traceparent == null ? null : parseTraceParent(traceparent)
      const context =
        parent === null ? ROOT_CONTEXT : trace.setSpanContext(ROOT_CONTEXT, { ...parent, isRemote: true })
      return scopeOf(tracer.startSpan(name, { kind: SpanKind.SERVER, attributes }, context), underWay)
    },
    step(name, attributes) {
      const above = underWay.getStore()
      if (above === undefined || above.isOver || !above.span.isRecording()) return null
      const context = trace.setSpan(ROOT_CONTEXT, above.span)
      return scopeOf(tracer.startSpan(name, { kind: SpanKind.CLIENT, attributes }, context), underWay)
    },
    async close() {
      // A collector that is away must neither make a stop fail nor delay it.
      const sent = provider.shutdown().catch(() => undefined)
      await Promise.race([sent, pause(lastSendMs, undefined, { ref: false })])
    },
  }
}

/** How long a stop waits for the collector. */
const lastSendMs = 3_000

/** A span and whether it has ended: what goes on after it, such as a stream, is no part of it. */
interface Scope {
  readonly span: OtelSpan
  readonly isOver: boolean
}

function scopeOf(span: OtelSpan, underWay: AsyncLocalStorage<Scope>): Span {
  const scope = { span, isOver: false }
  return {
    traceId: span.spanContext().traceId,
    run: (work) => underWay.run(scope, work),
    rename: (name) => void span.updateName(name),
    tell: (attributes: Attributes) => void span.setAttributes(attributes),
    end(failure) {
      if (scope.isOver) return
      scope.isOver = true
      if (failure !== undefined) {
        span.setAttribute('error.type', failure)
        span.setStatus({ code: SpanStatusCode.ERROR })
      }
      span.end()
    },
  }
}

/** Says once that the collector takes nothing, and once that it does again: nobody else would. */
function tellingFailures(exporter: SpanExporter, log: Logger): SpanExporter {
  let isAway = false
  return {
    export(spans, done) {
      exporter.export(spans, (result) => {
        const failed = result.code !== ExportResultCode.SUCCESS
        if (failed && !isAway) log.warn({ reason: result.error?.message }, 'the collector takes no traces')
        if (!failed && isAway) log.info('the collector takes traces again')
        isAway = failed
        done(result)
      })
    },
    forceFlush: async () => await exporter.forceFlush?.(),
    shutdown: async () => await exporter.shutdown(),
  }
}
