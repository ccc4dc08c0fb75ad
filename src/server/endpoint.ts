import { createYoga } from 'graphql-yoga'
import type { Issuers } from '../auth/tokens.ts'
import type { Logger } from '../core/logger.ts'
import type { Env } from '../env.ts'
import type { Desk } from '../events/desk.ts'
import { schema } from '../graphql/schema.ts'
import type { Contexts } from './contexts.ts'
import type { Admission } from './cost/admission.ts'
import { createDocumentCache } from './document-cache.ts'
import type { EndingStreams } from './ending-streams.ts'
import type { ErrorSeal } from './error-seal.ts'
import { exposureOf } from './exposure.ts'
import { createGraphiqlPages } from './graphiql.ts'
import type { OperationPlaces } from './operation-places.ts'
import type { Operations } from './operations/operations.ts'
import type { Places } from './places.ts'
import { useAuthentication } from './plugins/authentication.ts'
import { useCost } from './plugins/cost.ts'
import { useDocumentLimits } from './plugins/document-limits.ts'
import { type EventStreamsOptions, useEventStreams } from './plugins/event-streams.ts'
import { useExecution } from './plugins/execution.ts'
import { useGraphiql } from './plugins/graphiql.ts'
import { useHealth } from './plugins/health.ts'
import { useIntrospection } from './plugins/introspection.ts'
import { usePersistedOperations } from './plugins/persisted-operations.ts'
import { useReadiness } from './plugins/readiness.ts'
import { useRequestParams } from './plugins/request-params.ts'
import { useRequestShape } from './plugins/request-shape.ts'
import { useSealedErrors } from './plugins/sealed-errors.ts'
import type { ServerContext } from './plugins/server-context.ts'
import { useSingleConnection } from './plugins/single-connection.ts'
import { useWatch } from './plugins/watch.ts'
import { SingleConnections } from './single-connections.ts'

export interface EndpointOptions {
  readonly env: Env
  readonly desk: Desk
  readonly issuers: Issuers
  readonly operations: Operations
  readonly contexts: Contexts
  readonly seal: ErrorSeal
  readonly streams: EndingStreams
  readonly places: Places
  readonly operationPlaces: OperationPlaces
  readonly admission: Admission
  readonly log: Logger
  readonly isStopping: () => boolean
}

export type Endpoint = ReturnType<typeof createEndpoint>

/** The GraphQL endpoint: what happens to a request, in the order in which it happens. */
export function createEndpoint(options: EndpointOptions) {
  const { env, desk, issuers, operations, contexts, admission, seal, log, isStopping } = options
  const exposure = exposureOf(env)
  const eventStreams = eventStreamParts(options)
  return createYoga<ServerContext>({
    schema,
    graphqlEndpoint: '/graphql',
    // Yoga's own pages, formats and masks are off: each of them is one of the plugins below, or not wanted.
    graphiql: false,
    landingPage: false,
    cors: false,
    batching: false,
    multipart: false,
    maskedErrors: false,
    maxRequestBodySize: false,
    parserAndValidationCache: createDocumentCache(operations),
    logging: {
      debug: (...words) => log.trace(words.map(String).join(' ')),
      info: (...words) => log.debug(words.map(String).join(' ')),
      warn: (...words) => log.warn(words.map(String).join(' ')),
      error: (...words) => log.error({ err: words[0] }, 'the endpoint failed'),
    },
    plugins: [
      // A request arrives.
      useHealth(),
      useReadiness(desk, isStopping),
      useGraphiql(exposure.hasGraphiql ? createGraphiqlPages(env, issuers) : null),
      // First of all that happens to an operation once it is known who asks: nothing may take it for begun before.
      useCost(admission, env.PROXY_HOPS),
      // Its body is read.
      useSingleConnection(contexts, eventStreams.connections),
      useRequestShape(),
      useRequestParams(env.BODY_LIMIT_BYTES),
      // Its document is found, parsed and validated.
      usePersistedOperations(operations),
      useDocumentLimits(env),
      // It is executed, for somebody.
      useAuthentication(contexts),
      useIntrospection(exposure.isIntrospectable),
      useExecution(),
      useEventStreams(eventStreams),
      // It is answered.
      useSealedErrors(seal, contexts),
      useWatch(),
    ],
  })
}

function eventStreamParts({
  env,
  desk,
  streams,
  places,
  operationPlaces,
}: EndpointOptions): EventStreamsOptions {
  const heartbeatMs = env.HEARTBEAT_SECONDS * 1_000
  const reservationMs = env.RESERVATION_SECONDS * 1_000
  const held = { streams, places, operationPlaces, heartbeatMs, counts: desk.counts }
  return { ...held, connections: new SingleConnections({ ...held, reservationMs }) }
}
