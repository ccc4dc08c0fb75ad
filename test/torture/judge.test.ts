import { describe, expect, it } from 'vitest'
import { judge, sum } from './judge.ts'

const log = ['a', 'b', 'c', 'd']
const right = { lost: 0, duplicated: 0, outOfOrder: 0, foreign: 0 }

describe('the judge of a follower’s history', () => {
  it.each([
    ['the log itself', ['a', 'b', 'c', 'd'], right],
    ['nothing', [], { ...right, lost: 4 }],
    ['a gap', ['a', 'b', 'd'], { ...right, lost: 1 }],
    ['one twice', ['a', 'b', 'b', 'c', 'd'], { ...right, duplicated: 1 }],
    ['one again much later', ['a', 'b', 'c', 'd', 'a'], { ...right, duplicated: 1 }],
    ['two swapped', ['a', 'c', 'b', 'd'], { ...right, outOfOrder: 1 }],
    ['what is not in the log', ['a', 'b', 'x', 'c', 'd'], { ...right, foreign: 1 }],
    ['all wrong at once', ['x', 'd', 'a', 'a'], { lost: 2, duplicated: 1, outOfOrder: 1, foreign: 1 }],
  ])('%s', (_what, told, verdict) => {
    expect(judge(told, log)).toEqual(verdict)
  })

  it('adds up over followers', () => {
    const one = { lost: 1, duplicated: 2, outOfOrder: 3, foreign: 4 }
    expect(sum([one, one, right])).toEqual({ lost: 2, duplicated: 4, outOfOrder: 6, foreign: 8 })
  })
})
