import { describe, expect, it } from 'vitest'
import { createRetry, wait } from '../../src/client/retry.ts'

describe('pauseMs', () => {
  const retry = createRetry({ firstPauseMs: 100, longestPauseMs: 1_000 })

  it.each([
    [0, 100],
    [1, 200],
    [3, 800],
    [4, 1_000],
    [5_000, 1_000],
  ])('after %i failures at most %i ms, and at least a tenth of it', (failures, longestMs) => {
    const pauses = Array.from({ length: 200 }, () => retry.pauseMs(failures))
    expect(Math.max(...pauses)).toBeLessThanOrEqual(longestMs)
    expect(Math.min(...pauses)).toBeGreaterThanOrEqual(longestMs / 10)
    // Spread over the whole, so that clients which failed together come back apart.
    expect(Math.max(...pauses) - Math.min(...pauses)).toBeGreaterThan(longestMs / 2)
  })

  it('waits for what the server asks on top', () => {
    expect(retry.pauseMs(0, 5_000)).toBeGreaterThanOrEqual(5_010)
  })
})

describe('wait', () => {
  it('ends at once with its signal, before and during', async () => {
    await wait(1e9, AbortSignal.abort())
    const leaving = new AbortController()
    const waiting = wait(1e9, leaving.signal)
    leaving.abort()
    await waiting
  })
})
