import { createYoga } from 'graphql-yoga'
import type { Issuers } from '../auth/tokens.ts'
import type { Logger } from '../core/logger.ts'
import type { Env } from '../env.ts'
import type { Desk } from '../events/desk.ts'
import { schema } from '../graphql/schema.ts'
import type { Contexts } from './contexts.ts'
import { createDocumentCache } from './document-cache.ts'
import type { EndingStreams } from './ending-streams.ts'
import type { ErrorSeal } from './error-seal.ts'
import { createGraphiqlPages } from './graphiql.ts'
import { useAuthentication } from './plugins/authentication.ts'
import { useDocumentLimits } from './plugins/document-limits.ts'
import { useEventStreams } from './plugins/event-streams.ts'
import { useExecution } from './plugins/execution.ts'
import { useGraphiql } from './plugins/graphiql.ts'
import { useHealth } from './plugins/health.ts'
import { useReadiness } from './plugins/readiness.ts'
import { useRequestParams } from './plugins/request-params.ts'
import { useRequestShape } from './plugins/request-shape.ts'
import { useSealedErrors } from './plugins/sealed-errors.ts'
import type { ServerContext } from './plugins/server-context.ts'

export interface EndpointOptions {
  readonly env: Env
  readonly desk: Desk
  readonly issuers: Issuers
  readonly contexts: Contexts
  readonly seal: ErrorSeal
  readonly streams: EndingStreams
  readonly log: Logger
}

export type Endpoint = ReturnType<typeof createEndpoint>

/** The GraphQL endpoint: what happens to a request, in the order in which it happens. */
export function createEndpoint({ env, desk, issuers, contexts, seal, streams, log }: EndpointOptions) {
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
    parserAndValidationCache: createDocumentCache(),
    logging: {
      debug: (...words) => log.trace(words.map(String).join(' ')),
      info: (...words) => log.debug(words.map(String).join(' ')),
      warn: (...words) => log.warn(words.map(String).join(' ')),
      error: (...words) => log.error({ err: words[0] }, 'the endpoint failed'),
    },
    plugins: [
      // A request arrives.
      useHealth(),
      useReadiness(desk),
      useGraphiql(createGraphiqlPages(env, issuers)),
      // Its body is read.
      useRequestShape(),
      useRequestParams(env.BODY_LIMIT_BYTES),
      // Its document is parsed and validated.
      useDocumentLimits(),
      // It is executed, for somebody.
      useAuthentication(contexts),
      useExecution(),
      useEventStreams(streams),
      // It is answered.
      useSealedErrors(seal),
    ],
  })
}
