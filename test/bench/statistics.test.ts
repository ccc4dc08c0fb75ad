import { describe, expect, test } from 'vitest'
import { pairedRatio, quartilesOf } from './statistics.ts'

describe('quartiles', () => {
  test('of an odd and an even number of values, in any order', () => {
    expect(quartilesOf([5, 1, 4, 2, 3])).toEqual({ lower: 2, median: 3, upper: 4 })
    expect(quartilesOf([4, 1, 3, 2])).toEqual({ lower: 1.75, median: 2.5, upper: 3.25 })
    expect(quartilesOf([7])).toEqual({ lower: 7, median: 7, upper: 7 })
  })

  test('a round that was slow for both sides does not move the ratio', () => {
    expect(pairedRatio([100, 10, 200], [50, 5, 100])).toEqual({ lower: 2, median: 2, upper: 2 })
  })
})
