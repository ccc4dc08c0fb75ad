import { GraphQLError } from 'graphql'
import { describe, expect, it } from 'vitest'
import { stoppable } from '../../src/events/stoppable.ts'
import { createEndingStreams } from '../../src/server/ending-streams.ts'
import { readAll } from '../kit/read-all.ts'

const stopped = new GraphQLError('stopped')

/** One result, then a wait that only leaving ends. */
function waiting() {
  return stoppable(async function* (signal) {
    yield { data: { count: 1 } }
    await new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()))
  })
}

describe('ending streams', () => {
  it('ends a stream that waits with the error as its last result', async () => {
    let overCount = 0
    const { results, end } = createEndingStreams().add(waiting(), () => (overCount += 1))
    expect(await results.next()).toEqual({ value: { data: { count: 1 } }, done: false })
    const next = results.next()
    end(stopped)
    expect(await next).toEqual({ value: { errors: [stopped] }, done: false })
    expect(await results.next()).toEqual({ value: undefined, done: true })
    expect(overCount).toBeGreaterThan(0)
  })

  it('ends all, and those that come later', async () => {
    const streams = createEndingStreams()
    const early = streams.add(waiting(), () => {}).results
    await early.next()
    for (const end of streams.endings(() => stopped)) end()
    const late = streams.add(waiting(), () => {}).results
    for (const results of [early, late]) {
      expect((await readAll(results)).at(-1)).toEqual({ errors: [stopped] })
    }
  })

  it('says nothing more to a reader who has left', async () => {
    const { results, end } = createEndingStreams().add(waiting(), () => {})
    await results.next()
    await results.return?.()
    end(stopped)
    expect(await results.next()).toEqual({ value: undefined, done: true })
  })
})
