import type { ExecutionArgs, GraphQLError } from 'graphql'
import type { ServerOptions, SubscribePayload } from 'graphql-ws'
import { TokenRefused } from '../auth/tokens.ts'
import { newId } from '../core/ids.ts'
import type { Logger } from '../core/logger.ts'
import type { Env } from '../env.ts'
import type { Context } from '../graphql/context.ts'
import type { Contexts } from './contexts.ts'
import type { Endpoint } from './endpoint.ts'
import type { ErrorSeal } from './error-seal.ts'
import { connect, type Extra, type Payload } from './socket-connection.ts'

export type SocketProtocol = ServerOptions<Payload, Extra>

interface Parts {
  readonly env: Env
  readonly endpoint: Endpoint
  readonly contexts: Contexts
  readonly seal: ErrorSeal
  readonly log: Logger
}

type Engine = ReturnType<Endpoint['getEnveloped']>

/** An operation that may run, with the engine that has parsed it. */
interface Prepared extends ExecutionArgs {
  readonly contextValue: Context
  readonly engine: Engine
}

/** GraphQL over a WebSocket (`graphql-transport-ws`): the same engine, limits and errors as over HTTP. */
export function createSocketProtocol({ env, endpoint, contexts, seal, log }: Parts): SocketProtocol {
  const run = async (kind: 'execute' | 'subscribe', args: ExecutionArgs) => {
    const { engine, ...rest } = args as Prepared
    try {
      return await engine[kind](rest)
    } catch (error) {
      return { errors: [seal.error(error, rest.contextValue.requestId)] }
    }
  }
  return {
    connectionInitWaitTimeout: env.CONNECTION_INIT_SECONDS * 1_000,
    onConnect: async (opened) => await connect(opened, contexts, log),
    async onSubscribe({ extra }, _id, payload) {
      const requestId = newId()
      try {
        return await prepare(endpoint, payload, async () => {
          if (extra.asker === undefined) throw new TokenRefused('MISSING')
          return await contexts.make(extra.asker, requestId)
        })
      } catch (error) {
        const errors: unknown[] = error instanceof Invalid ? [...error.errors] : [error]
        return errors.map((one) => seal.error(one, requestId))
      }
    },
    execute: async (args) => await run('execute', args),
    subscribe: async (args) => await run('subscribe', args),
    onNext(_opened, _id, _payload, args, result) {
      const { errors, ...rest } = seal.result(result, (args as Prepared).contextValue.requestId)
      return errors === undefined ? undefined : { ...rest, errors: errors.map(formatted) }
    },
    onError: (_opened, _id, _payload, errors) => errors.map((error) => formatted(seal.error(error, newId()))),
  }
}

class Invalid extends Error {
  readonly errors: readonly GraphQLError[]

  constructor(errors: readonly GraphQLError[]) {
    super('the document is not valid')
    this.errors = errors
  }
}

/** @throws what parsing, validation or the making of the context throws */
async function prepare(
  endpoint: Endpoint,
  { query, operationName, variables }: SubscribePayload,
  makeContext: () => Promise<Context>,
): Promise<Prepared> {
  const engine: Engine = endpoint.getEnveloped({})
  const document = engine.parse(query)
  const errors: readonly GraphQLError[] = engine.validate(engine.schema, document)
  if (errors.length > 0) throw new Invalid(errors)
  const contextValue = await makeContext()
  return { schema: engine.schema, document, operationName, variableValues: variables, contextValue, engine }
}

/** What is for HTTP only stays out of the frame. */
function formatted(error: GraphQLError) {
  const { http: _http, ...extensions } = error.extensions
  return { ...error.toJSON(), extensions }
}
