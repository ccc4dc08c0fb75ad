import type { ExecutionResult, GraphQLError } from 'graphql'

type Results = AsyncIterableIterator<ExecutionResult>

/** Streams of results that can be ended from outside, with an error as their last result. */
export interface EndingStreams {
  add(results: Results, onOver: () => void): { results: Results; end(error: GraphQLError): void }
  /** Ends all of them, and those added later. */
  endAll(makeError: () => GraphQLError): void
}

export function createEndingStreams(): EndingStreams {
  const open = new Set<(error: GraphQLError) => void>()
  let makeLast: (() => GraphQLError) | null = null
  return {
    add(results, onOver) {
      const stream = endable(results, () => {
        open.delete(stream.end)
        onOver()
      })
      if (makeLast === null) open.add(stream.end)
      else stream.end(makeLast())
      return stream
    },
    endAll(makeError) {
      makeLast = makeError
      for (const end of open) end(makeError())
    },
  }
}

function endable(source: Results, onOver: () => void) {
  let last: ExecutionResult | null = null
  let isLeft = false
  const over: IteratorResult<ExecutionResult> = { value: undefined, done: true }
  const results: Results = {
    async next() {
      const result = await source.next()
      if (result.done !== true) return result
      onOver()
      if (last === null) return over
      const value = last
      last = null
      return { value, done: false }
    },
    async return() {
      last = null
      isLeft = true
      onOver()
      await source.return?.()
      return over
    },
    [Symbol.asyncIterator]() {
      return this
    },
  }
  const end = (error: GraphQLError) => {
    if (isLeft) return
    onOver()
    last = { errors: [error] }
    // What waits in `next()` comes back as done, and the error goes out in its place.
    void source.return?.()
  }
  return { results, end }
}
