import type { IncomingMessage } from 'node:http'
import type { ExecutionArgs, GraphQLError } from 'graphql'
import type { Context as Connection, ServerOptions } from 'graphql-ws'
import type { WebSocket } from 'ws'
import { readLocale } from '../auth/claims.ts'
import { TokenRefused } from '../auth/tokens.ts'
import type { Claims } from '../auth/viewer.ts'
import { newId } from '../core/ids.ts'
import type { Logger } from '../core/logger.ts'
import type { Env } from '../env.ts'
import type { Context } from '../graphql/context.ts'
import { callAt } from './call-at.ts'
import { closeCodes, closeSocket } from './close-codes.ts'
import type { Asker, Contexts } from './contexts.ts'
import type { Endpoint } from './endpoint.ts'
import type { ErrorSeal } from './error-seal.ts'

interface Extra {
  readonly socket: WebSocket
  readonly request: IncomingMessage
  /** Who opened the socket; set by `connection_init`. */
  asker?: Asker
}
type Payload = Record<string, unknown>
type Opened = Connection<Payload, Extra>
export type SocketProtocol = ServerOptions<Payload, Extra>

interface Parts {
  readonly env: Env
  readonly endpoint: Endpoint
  readonly contexts: Contexts
  readonly seal: ErrorSeal
  readonly log: Logger
}

/** GraphQL over a WebSocket (`graphql-transport-ws`): the same engine, limits and errors as over HTTP. */
export function createSocketProtocol({ env, endpoint, contexts, seal, log }: Parts): SocketProtocol {
  const engines = new WeakMap<ExecutionArgs, Pick<Engine, 'execute' | 'subscribe'>>()
  const run = async (kind: 'execute' | 'subscribe', args: ExecutionArgs) => {
    const { requestId } = args.contextValue as Context
    try {
      return await engines.get(args)?.[kind](args)
    } catch (error) {
      return { errors: [seal.error(error, requestId)] }
    }
  }
  return {
    connectionInitWaitTimeout: env.CONNECTION_INIT_SECONDS * 1_000,
    onConnect: async (opened) => await connect(opened, contexts, log),
    async onSubscribe({ extra }, _id, { query, operationName, variables }) {
      const requestId = newId()
      try {
        const engine: Engine = endpoint.getEnveloped({})
        const document = engine.parse(query)
        const refused = engine.validate(engine.schema, document)
        if (refused.length > 0) return refused.map((error: unknown) => seal.error(error, requestId))
        if (extra.asker === undefined) throw new TokenRefused('MISSING')
        const contextValue = await contexts.make(extra.asker, requestId)
        const args = {
          schema: engine.schema,
          document,
          operationName,
          variableValues: variables,
          contextValue,
        }
        engines.set(args, engine)
        return args
      } catch (error) {
        return [seal.error(error, requestId)]
      }
    },
    execute: async (args) => await run('execute', args),
    subscribe: async (args) => await run('subscribe', args),
    onNext(_opened, _id, _payload, args, result) {
      const { errors, ...rest } = seal.result(result, (args.contextValue as Context).requestId)
      return errors === undefined ? undefined : { ...rest, errors: errors.map(formatted) }
    },
    onError: (_opened, _id, _payload, errors) => errors.map((error) => formatted(seal.error(error, newId()))),
  }
}

type Engine = ReturnType<Endpoint['getEnveloped']>

/** What is for HTTP only stays out of the frame. */
function formatted(error: GraphQLError) {
  const { http: _http, ...extensions } = error.extensions
  return { ...error.toJSON(), extensions }
}

/** Answers false when the socket was closed: what is sent on it afterwards does not count. */
async function connect(opened: Opened, contexts: Contexts, log: Logger): Promise<boolean> {
  const { extra, connectionParams } = opened
  const { socket } = extra
  try {
    const { authorization, locale } = connectionParams ?? {}
    const claims = await contexts.identify(typeof authorization === 'string' ? authorization : null)
    if (claims === null) throw new TokenRefused('MISSING')
    const asker = { claims, locale: readLocale(locale) }
    // Refuses at once who was disabled since the token was given.
    await contexts.make(asker, newId())
    if (claims.expiresAt * 1_000 <= Date.now()) throw new TokenRefused('EXPIRED')
    extra.asker = asker
    closeAtExpiry(socket, claims)
    return true
  } catch (error) {
    refuse(socket, error, log)
    return false
  }
}

/** A client with a fresh token comes back by itself. */
function closeAtExpiry(socket: WebSocket, { expiresAt }: Claims): void {
  if (socket.readyState !== socket.OPEN) return
  const forget = callAt(expiresAt * 1_000, () => closeSocket(socket, closeCodes.expired, 'Token expired'))
  socket.once('close', forget)
}

function refuse(socket: WebSocket, error: unknown, log: Logger): void {
  if (error instanceof TokenRefused) {
    const isExpired = error.fault === 'EXPIRED'
    const reason = isExpired ? 'Token expired' : error.message
    closeSocket(socket, isExpired ? closeCodes.expired : closeCodes.unauthenticated, reason)
    return
  }
  log.warn({ err: error }, 'a socket could not be authenticated')
  closeSocket(socket, closeCodes.tryAgainLater, 'Try again later')
}
