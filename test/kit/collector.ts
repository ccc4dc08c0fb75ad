import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'

/** A span as the collector was told of it. */
export interface ToldSpan {
  readonly name: string
  readonly traceId: string
  readonly spanId: string
  readonly parentSpanId: string | undefined
  readonly kind: number
  readonly isError: boolean
  readonly attributes: Readonly<Record<string, string | number | boolean>>
  readonly service: string
}

interface Value {
  readonly stringValue?: string
  readonly intValue?: number | string
  readonly doubleValue?: number
  readonly boolValue?: boolean
}
interface Attribute {
  readonly key: string
  readonly value: Value
}
interface Export {
  readonly resourceSpans: readonly {
    readonly resource: { readonly attributes: readonly Attribute[] }
    readonly scopeSpans: readonly {
      readonly spans: readonly (Omit<ToldSpan, 'attributes' | 'isError'> & {
        readonly attributes: readonly Attribute[]
        readonly status: { readonly code?: number }
      })[]
    }[]
  }[]
}

/** A collector of traces: OTLP over HTTP, as JSON. */
export async function startCollector() {
  const spans: ToldSpan[] = []
  const bodies: string[] = []
  const server = createServer((request, response) => {
    void (async () => {
      const body = await text(request)
      if (request.url === '/v1/traces' && request.headers['content-type'] === 'application/json') {
        bodies.push(body)
        spans.push(...spansOf(JSON.parse(body) as Export))
        response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
      } else response.writeHead(404).end()
    })()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    spans: spans as readonly ToldSpan[],
    /** All that was sent, byte for byte. */
    bodies: bodies as readonly string[],
    async close() {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}

function spansOf({ resourceSpans }: Export): ToldSpan[] {
  return resourceSpans.flatMap(({ resource, scopeSpans }) =>
    scopeSpans
      .flatMap(({ spans }) => spans)
      .map(({ name, traceId, spanId, parentSpanId, kind, attributes, status }) => ({
        name,
        traceId,
        spanId,
        parentSpanId: parentSpanId === '' ? undefined : parentSpanId,
        kind,
        isError: status.code === 2,
        attributes: valuesOf(attributes),
        service: String(valuesOf(resource.attributes)['service.name']),
      })),
  )
}

function valuesOf(attributes: readonly Attribute[]): ToldSpan['attributes'] {
  return Object.fromEntries(
    attributes.map(({ key, value }) => {
      const { stringValue, intValue, doubleValue, boolValue } = value
      return [
        key,
        stringValue ??
          (intValue === undefined ? undefined : Number(intValue)) ??
          doubleValue ??
          boolValue ??
          '',
      ]
    }),
  )
}
