import type { ExecutionArgs, ExecutionResult } from 'graphql'
import { createSourceEventStream, execute, GraphQLError } from 'graphql'
import type { Tracing } from '../core/tracing/tracing.ts'
import type { LogEvent } from '../events/catalog.ts'
import type { Counts } from '../events/counts.ts'
import type { Desk } from '../events/desk.ts'
import type { Context } from '../graphql/context.ts'
import { sharingOf } from './shared-execution.ts'
import { operationFacts } from './telemetry/operation-facts.ts'

/**
 * Runs a subscription. Each event is executed with a context of its own, so that loaders start empty and who is
 * asking is looked at again. `return()` goes straight to the source, also while `next()` waits: a client that leaves
 * must not leave its listener behind. What the source or the context throws is the last result; the iterator itself
 * never throws.
 */
export async function subscribe(
  args: ExecutionArgs,
): Promise<AsyncIterableIterator<ExecutionResult> | ExecutionResult> {
  const source = await createSourceEventStream(args)
  if (!(Symbol.asyncIterator in source)) return source
  const { desk } = args.contextValue as Context
  return mapEvents(source, desk.counts, async (event) => await executeEvent(desk, args, event))
}

/** The one place where an event becomes a result: once for all subscribers who would get the same. */
async function executeEvent(desk: Desk, args: ExecutionArgs, event: unknown): Promise<ExecutionResult> {
  const { renew } = args.contextValue as Context
  if (renew === undefined) throw new Error('the context of a subscription cannot be renewed')
  const contextValue = await renew()
  const run = async () => {
    desk.counts.executions += 1
    const execution = { ...args, rootValue: event, contextValue }
    return await (desk.tracing === null ? execute(execution) : traced(desk.tracing, execution, event))
  }
  const sharing = sharingOf(args, event, contextValue)
  return sharing === null ? await run() : await sharing.shared.once(sharing.key, run)
}

/** A trace of its own: one execution is for many followers, whose subscriptions began long before. */
async function traced(tracing: Tracing, args: ExecutionArgs, item: unknown): Promise<ExecutionResult> {
  const { document, operationName } = args
  const { event } = item as { event?: LogEvent }
  const { name } = operationFacts(document, operationName)
  const span = tracing.begin('subscription event', {
    'graphql.operation.type': 'subscription',
    ...(name !== null && { 'graphql.operation.name': name }),
    ...(event !== undefined && {
      'opora.event.type': event.type,
      'opora.event.position': Number(event.position),
      // From the write to here: the sequencer, the bell and the reader of the log.
      'opora.event.delay_ms': Date.now() - event.occurredAt.getTime(),
    }),
  })
  try {
    return await span.run(async () => await execute(args))
  } finally {
    span.end()
  }
}

function mapEvents(
  source: AsyncIterable<unknown>,
  counts: Counts,
  toResult: (event: unknown) => Promise<ExecutionResult>,
): AsyncIterableIterator<ExecutionResult> {
  const iterator = source[Symbol.asyncIterator]()
  const over: IteratorResult<ExecutionResult> = { value: undefined, done: true }
  let isOver = false
  counts.subscriptions += 1
  const leave = async () => {
    if (!isOver) counts.subscriptions -= 1
    isOver = true
    // What fails while leaving has nobody left to be told.
    await Promise.resolve(iterator.return?.()).catch(() => {})
    return over
  }
  return {
    async next() {
      if (isOver) return over
      try {
        const { value, done } = await iterator.next()
        if (done === true || isOver) return await leave()
        const result = await toResult(value)
        counts.deliveries += 1
        return { value: result, done: false }
      } catch (error) {
        await leave()
        return { value: { errors: [asGraphQLError(error)] }, done: false }
      }
    },
    return: leave,
    async throw() {
      return await leave()
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
}

function asGraphQLError(error: unknown): GraphQLError {
  if (error instanceof GraphQLError) return error
  const originalError = error instanceof Error ? error : new Error(String(error))
  return new GraphQLError(originalError.message, { originalError })
}
