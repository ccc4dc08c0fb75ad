import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { spread } from '../../src/server/spread.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Works that note when they are done, in milliseconds since the beginning. */
function noting(count: number) {
  const started = performance.now()
  const done = new Map<number, number>()
  const works = Array.from({ length: count }, (_, name) => () => {
    done.set(name, Math.round(performance.now() - started))
  })
  return { done, works }
}

describe('works that are spread', () => {
  it('are done once each, evenly, the first at once, in no order that one could foresee', async () => {
    const { done, works } = noting(100)
    const spreading = spread(works, 5)
    await vi.runAllTimersAsync()
    await spreading
    expect([...done.values()]).toEqual(Array.from({ length: 100 }, (_, index) => index * 50))
    expect([...done.keys()]).not.toEqual(works.map((_, name) => name))
  })

  it('are done at once when there is no time, or only one', async () => {
    const several = noting(100)
    await spread(several.works, 0)
    expect(several.done.size).toBe(100)
    const one = noting(1)
    await spread(one.works, 5)
    expect(one.done.size).toBe(1)
    await spread([], 5)
  })
})
