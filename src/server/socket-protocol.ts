import type { ExecutionArgs, ExecutionResult } from 'graphql'
import { GraphQLError, getOperationAST } from 'graphql'
import type { ServerOptions, SubscribePayload } from 'graphql-ws'
import { TokenRefused } from '../auth/tokens.ts'
import type { Locale } from '../auth/viewer.ts'
import { newId } from '../core/ids.ts'
import type { Logger } from '../core/logger.ts'
import type { Env } from '../env.ts'
import type { Context } from '../graphql/context.ts'
import type { Contexts } from './contexts.ts'
import type { Admission, Cost } from './cost/admission.ts'
import type { Results } from './ending-streams.ts'
import type { Endpoint } from './endpoint.ts'
import type { ErrorSeal } from './error-seal.ts'
import type { OperationPlaces } from './operation-places.ts'
import type { Operations } from './operations/operations.ts'
import { withCost } from './plugins/cost.ts'
import { formatted, formattedResult, jsonOf } from './result-json.ts'
import { connect, type Extra, type Payload } from './socket-connection.ts'
import type { Watch, WatchedOperation } from './telemetry/watch.ts'
import { viewerKey } from './viewer-key.ts'

export type SocketProtocol = ServerOptions<Payload, Extra>

interface Parts {
  readonly env: Env
  readonly endpoint: Endpoint
  readonly operations: Operations
  readonly contexts: Contexts
  readonly admission: Admission
  readonly operationPlaces: OperationPlaces
  readonly seal: ErrorSeal
  readonly watch: Watch
  readonly log: Logger
}

type Engine = ReturnType<Endpoint['getEnveloped']>

/** An operation that may run, with the engine that has parsed it. */
interface Prepared extends ExecutionArgs {
  readonly contextValue: Context
  readonly engine: Engine
  /** The client's name for it. */
  readonly operationId: string
  readonly watched: WatchedOperation
  readonly send: Extra['send']
  readonly cost: Cost
  /** Gives back its place among those that are under way. */
  readonly leave: () => void
}

/** GraphQL over a WebSocket (`graphql-transport-ws`): the same engine, limits and errors as over HTTP. */
export function createSocketProtocol(parts: Parts): SocketProtocol {
  const { env, contexts, seal, log } = parts
  return {
    connectionInitWaitTimeout: env.CONNECTION_INIT_SECONDS * 1_000,
    onConnect: async (opened) => await connect(opened, contexts, log),
    onSubscribe: async ({ extra }, operationId, payload) => await begin(parts, extra, operationId, payload),
    execute: async (args) => await execute(args as Prepared, seal),
    subscribe: async (args) => await subscribe(args as Prepared, seal),
    onNext: (_opened, _id, _payload, args, result) => {
      const { contextValue, watched } = args as Prepared
      const { requestId, viewer, locale } = contextValue
      const hasSuggestions = viewer.kind === 'operator'
      const sealed = seal.result(result, requestId, { hasSuggestions, locale })
      watched.answered(sealed.errors)
      return formattedResult(sealed)
    },
    onError: ({ extra }, _id, _payload, errors) =>
      errors.map((error) => formatted(seal.error(error, newId(), { locale: localeOf(extra) }))),
  }
}

async function execute(prepared: Prepared, seal: ErrorSeal): Promise<ExecutionResult> {
  try {
    return withCost((await run('execute', prepared, seal)) as ExecutionResult, prepared.cost)
  } finally {
    prepared.leave()
  }
}

async function subscribe(prepared: Prepared, seal: ErrorSeal): Promise<Results | ExecutionResult> {
  const results = await run('subscribe', prepared, seal)
  if (!(Symbol.asyncIterator in results)) {
    prepared.leave()
    return results
  }
  prepared.watched.answered(undefined)
  return sendEach(results as Results, prepared, seal)
}

async function run(kind: 'execute' | 'subscribe', prepared: Prepared, seal: ErrorSeal) {
  const { engine, watched, operationId: _id, send: _send, cost: _cost, leave: _leave, ...args } = prepared
  try {
    return await watched.run(() => engine[kind](args))
  } catch (error) {
    return { errors: [seal.error(error, args.contextValue.requestId, args.contextValue)] }
  }
}

/** What a client wants to begin, ready to be run; or why it cannot be. */
async function begin(
  { endpoint, operations, contexts, admission, operationPlaces, seal, watch }: Parts,
  extra: Extra,
  operationId: string,
  payload: SubscribePayload,
): Promise<Prepared | readonly GraphQLError[]> {
  const requestId = newId()
  const watched = watch.arrived('WebSocket', requestId, payload.extensions?.['traceparent'])
  let leave = () => {}
  try {
    leave = operationPlaces.take(ownerOf(extra), extra)
    const query = operations.textOf(payload) ?? payload.query
    const prepared = await watched.run(
      async () => await prepare(endpoint, { ...payload, query }, makeContext),
    )
    const { document, operationName, contextValue } = prepared
    watched.prepared(document, operationName, contextValue.viewer)
    const { cost, refusal } = await admission.admit(prepared, contextValue.viewer, () => '')
    if (refusal !== null) throw refusal
    return { ...prepared, operationId, watched, send: extra.send, cost, leave }
  } catch (error) {
    leave()
    const errors: unknown[] = error instanceof Invalid ? [...error.errors] : [error]
    const hasSuggestions = await contexts.isStaff(extra.asker?.claims ?? null)
    const locale = localeOf(extra)
    const sealed = errors.map((one) => seal.error(one, requestId, { hasSuggestions, locale }))
    watched.answered(sealed)
    return sealed
  }
  async function makeContext(): Promise<Context> {
    if (extra.asker === undefined) throw new TokenRefused('MISSING')
    return await contexts.make(extra.asker, requestId)
  }
}

/** Of who has opened the socket; Russian before that is known. */
function localeOf({ asker }: Extra): Locale {
  return asker?.locale ?? asker?.claims?.locale ?? 'ru'
}

function ownerOf({ asker }: Extra): string {
  if (asker?.claims == null) throw new TokenRefused('MISSING')
  return viewerKey(asker.claims)
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
): Promise<Omit<Prepared, 'operationId' | 'watched' | 'send' | 'cost' | 'leave'>> {
  const engine: Engine = endpoint.getEnveloped({})
  const document = engine.parse(query)
  const errors: readonly GraphQLError[] = engine.validate(engine.schema, document)
  if (errors.length > 0) throw new Invalid(errors)
  // Nobody would run it, nor give back its place.
  if (getOperationAST(document, operationName) == null) throw new GraphQLError('Unable to identify operation')
  const contextValue = await makeContext()
  return { schema: engine.schema, document, operationName, variableValues: variables, contextValue, engine }
}

/**
 * Sends the results of a subscription itself, so that each is made JSON once for all who share it: a frame is the
 * client's name of the operation and the shared rest. What graphql-ws sees is a stream without results, that ends.
 */
function sendEach(results: Results, prepared: Prepared, seal: ErrorSeal): Results {
  const { operationId, send, contextValue } = prepared
  const head = Buffer.from(`{"id":${JSON.stringify(operationId)},"type":"next","payload":`)
  const over: IteratorResult<ExecutionResult> = { value: undefined, done: true }
  const leave = async () => {
    prepared.leave()
    await results.return?.()
    return over
  }
  return {
    async next() {
      for (;;) {
        const { value, done } = await results.next()
        if (done === true) return await leave()
        const result = seal.result(value, contextValue.requestId, contextValue)
        await send(() => Buffer.concat([head, jsonOf(result), tail]))
      }
    },
    return: leave,
    throw: leave,
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

const tail = Buffer.from('}')
