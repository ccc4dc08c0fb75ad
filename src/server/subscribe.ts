import type { ExecutionArgs, ExecutionResult } from 'graphql'
import { createSourceEventStream, execute, GraphQLError } from 'graphql'
import type { Context } from '../graphql/context.ts'
import { sharingOf } from './shared-execution.ts'

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
  return mapEvents(source, async (event) => await executeEvent(args, event))
}

/** The one place where an event becomes a result: once for all subscribers who would get the same. */
async function executeEvent(args: ExecutionArgs, event: unknown): Promise<ExecutionResult> {
  const { renew } = args.contextValue as Context
  if (renew === undefined) throw new Error('the context of a subscription cannot be renewed')
  const contextValue = await renew()
  const run = async () => await execute({ ...args, rootValue: event, contextValue })
  const sharing = sharingOf(args, event, contextValue)
  return sharing === null ? await run() : await sharing.shared.once(sharing.key, run)
}

function mapEvents(
  source: AsyncIterable<unknown>,
  toResult: (event: unknown) => Promise<ExecutionResult>,
): AsyncIterableIterator<ExecutionResult> {
  const iterator = source[Symbol.asyncIterator]()
  const over: IteratorResult<ExecutionResult> = { value: undefined, done: true }
  let isOver = false
  const leave = async () => {
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
        return { value: await toResult(value), done: false }
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
