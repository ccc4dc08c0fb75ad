import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Plugin } from 'graphql-yoga'
import type { Context } from '../../graphql/context.ts'
import type { WatchedOperation } from '../telemetry/watch.ts'

/** What `server.ts` hands to Yoga with each HTTP request. */
export interface ServerContext {
  readonly req: IncomingMessage
  readonly res: ServerResponse
  readonly requestId: string
  /** None for requests that are no operation. */
  readonly watched: WatchedOperation | null
}

/**
 * A step of the endpoint. Operations of a WebSocket pass the same steps with our own context only: what comes of an
 * HTTP request is then missing.
 */
export type ServerPlugin = Plugin<Partial<ServerContext & Context>, ServerContext>
