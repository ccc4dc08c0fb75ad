import type { ExecutionResult, GraphQLError } from 'graphql'

export type Results = AsyncIterableIterator<ExecutionResult>
type End = (error: GraphQLError) => void

/** Streams of results that can be ended from outside, with an error as their last result. */
export interface EndingStreams {
  add(results: Results, onOver: () => void): { results: Results; end: End }
  /** Something else that can be ended so. Answers how to forget it. */
  register(end: End): () => void
  /** One function for each that ends it; what is added later ends at once. */
  endings(makeError: () => GraphQLError): (() => void)[]
}

export function createEndingStreams(): EndingStreams {
  const open = new Set<End>()
  let makeLast: (() => GraphQLError) | null = null
  const register = (end: End) => {
    if (makeLast === null) open.add(end)
    else end(makeLast())
    return () => void open.delete(end)
  }
  return {
    register,
    add(results, onOver) {
      let forget = () => {}
      const stream = endable(results, () => {
        forget()
        onOver()
      })
      forget = register(stream.end)
      return stream
    },
    endings(makeError) {
      makeLast = makeError
      return [...open].map((end) => () => end(makeError()))
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
