import type { ExecutionArgs, ExecutionResult } from 'graphql'
import { buildSchema, GraphQLError, parse } from 'graphql'
import { describe, expect, it } from 'vitest'
import { Counts } from '../../src/events/counts.ts'
import { stoppable } from '../../src/events/stoppable.ts'
import { subscribe } from '../../src/server/subscribe.ts'
import { readAll } from '../kit/read-all.ts'

const schema = buildSchema(`
  type Query { unused: Boolean }
  type Subscription { count: Count }
  type Count { value: Int, context: Int }
`)

/** Arguments of `subscription { count { value context } }` on a source, with contexts that are numbered. */
function makeArgs(source: unknown, renew?: () => Promise<unknown>): ExecutionArgs {
  let made = 0
  return {
    schema,
    document: parse('subscription { count { value context } }'),
    contextValue: {
      made,
      desk: { counts: new Counts(), tracing: null },
      renew: renew ?? (async () => ({ made: (made += 1) })),
    },
    fieldResolver: (parent: Record<string, unknown>, _args, context: { made: number }, { fieldName }) =>
      fieldName === 'context' ? context.made : parent[fieldName],
    subscribeFieldResolver: () => source,
  }
}

async function follow(args: ExecutionArgs): Promise<AsyncIterableIterator<ExecutionResult>> {
  const results = await subscribe(args)
  if (!(Symbol.asyncIterator in results)) throw new Error(JSON.stringify(results))
  return results
}

async function* two() {
  yield { count: { value: 10 } }
  yield { count: { value: 20 } }
}

describe('subscribe', () => {
  it('executes each event with a context of its own', async () => {
    const seen = []
    for await (const { data } of await follow(makeArgs(two()))) seen.push(data?.['count'])
    expect(seen).toEqual([
      { value: 10, context: 1 },
      { value: 20, context: 2 },
    ])
  })

  it('ends with what the source throws as the last result', async () => {
    const refusal = new GraphQLError('gone', { extensions: { code: 'NOT_VISIBLE' } })
    const results = await follow(
      makeArgs(
        (async function* () {
          yield { count: { value: 1 } }
          throw refusal
        })(),
      ),
    )
    const [first, last, ...more] = await readAll(results)
    expect(first?.errors).toBeUndefined()
    expect(last).toEqual({ errors: [refusal] })
    expect(more).toEqual([])
  })

  it('ends, and leaves the source, when the context cannot be renewed', async () => {
    let isLeft = false
    const source = stoppable(async function* () {
      try {
        yield* two()
      } finally {
        isLeft = true
      }
    })
    const cause = new Error('disabled')
    const results = await readAll(
      await follow(
        makeArgs(source, async () => {
          throw cause
        }),
      ),
    )
    expect(results).toHaveLength(1)
    expect(results[0]?.errors?.[0]?.originalError).toBe(cause)
    expect(isLeft).toBe(true)
  })

  it('lets go of a source that waits when its reader leaves', async () => {
    let isLeft = false
    const source = stoppable(async function* (signal) {
      try {
        yield { count: { value: 1 } }
        await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
      } finally {
        isLeft = true
      }
    })
    const results = await follow(makeArgs(source))
    await results.next()
    const waiting = results.next()
    await results.return?.()
    expect(await waiting).toEqual({ value: undefined, done: true })
    expect(isLeft).toBe(true)
  })

  it('answers a refusal to subscribe as a result', async () => {
    const args = makeArgs(null)
    args.subscribeFieldResolver = () => {
      throw new GraphQLError('no', { extensions: { code: 'FORBIDDEN' } })
    }
    expect(await subscribe(args)).toMatchObject({ errors: [{ message: 'no', path: ['count'] }] })
  })
})
