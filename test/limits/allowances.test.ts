import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { MemoryAllowances } from '../../src/server/cost/allowances.ts'

const limit = { capacity: 100, perSecond: 10 }

function open(maxBuckets?: number) {
  const clock = { nowMs: 1_000 }
  return { clock, allowances: new MemoryAllowances(() => clock.nowMs, maxBuckets) }
}

describe('a bucket in memory', () => {
  it('gives what it has at once, refuses the rest and takes nothing for it', () => {
    const { allowances } = open()
    expect(allowances.take('anna', limit, 60)).toEqual({ isTaken: true, left: 40 })
    expect(allowances.take('anna', limit, 41)).toEqual({ isTaken: false, left: 40 })
    expect(allowances.take('anna', limit, 40)).toEqual({ isTaken: true, left: 0 })
  })

  it('refills with time, up to its capacity', () => {
    const { allowances, clock } = open()
    allowances.take('anna', limit, 100)
    clock.nowMs += 2_500
    expect(allowances.take('anna', limit, 26)).toEqual({ isTaken: false, left: 25 })
    expect(allowances.take('anna', limit, 25)).toEqual({ isTaken: true, left: 0 })
    clock.nowMs += 3_600_000
    expect(allowances.take('anna', limit, 1)).toEqual({ isTaken: true, left: 99 })
  })

  it('is refilled by no clock that is set back', () => {
    const { allowances, clock } = open()
    allowances.take('anna', limit, 100)
    clock.nowMs -= 60_000
    expect(allowances.take('anna', limit, 1)).toEqual({ isTaken: false, left: 0 })
    clock.nowMs += 100
    expect(allowances.take('anna', limit, 1)).toEqual({ isTaken: true, left: 0 })
  })

  it('is one person’s', () => {
    const { allowances } = open()
    allowances.take('anna', limit, 100)
    expect(allowances.take('anna', limit, 1).isTaken).toBe(false)
    expect(allowances.take('boris', limit, 100).isTaken).toBe(true)
  })

  it('makes place for others when nobody has used it for long', () => {
    const { allowances } = open(2)
    for (const owner of ['anna', 'boris', 'anna', 'vera']) allowances.take(owner, limit, 60)
    expect(allowances.count).toBe(2)
    // Boris went, who was used before Anna, and is full again.
    expect(allowances.take('boris', limit, 100).isTaken).toBe(true)
    expect(allowances.count).toBe(2)
  })

  it('never gives more than it had and what came back meanwhile', () => {
    const step = fc.record({ waitMs: fc.nat(5_000), cost: fc.integer({ min: 1, max: 120 }) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const { allowances, clock } = open()
        const beganMs = clock.nowMs
        let given = 0
        for (const { waitMs, cost } of steps) {
          clock.nowMs += waitMs
          const { isTaken, left } = allowances.take('anna', limit, cost)
          if (isTaken) given += cost
          expect(left).toBeGreaterThanOrEqual(0)
          const most = limit.capacity + ((clock.nowMs - beganMs) / 1_000) * limit.perSecond
          expect(given).toBeLessThanOrEqual(most + 1e-6)
          // A refusal is for want of points only.
          if (!isTaken) expect(left).toBeLessThan(cost)
        }
      }),
      { numRuns: 50 },
    )
  })
})
