import { expect, test } from 'vitest'
import { readOptions } from './options.ts'

test('without words everything is measured at full scale, and only then the results are kept', () => {
  expect(readOptions([])).toEqual({
    names: [],
    json: false,
    pace: { rounds: 5, seconds: 3 },
    tickets: 10_000,
    grownTickets: 1_000_000,
    followers: [1_000],
    live: { rate: 200, stallSeconds: 60, heldSeconds: 5, connections: 5_000, reconnects: 10_000 },
    only: null,
    isWhole: true,
  })
  expect(readOptions(['--scale', 'small']).isWhole).toBe(false)
  expect(readOptions(['--contestants', 'limit']).isWhole).toBe(false)
})

test('one benchmark with a pace and numbers of its own', () => {
  const options = readOptions([
    'fanout',
    '--json',
    '--rounds',
    '9',
    '--seconds',
    '0.5',
    '--followers',
    '1000,5000',
  ])
  expect(options).toMatchObject({
    names: ['fanout'],
    json: true,
    pace: { rounds: 9, seconds: 0.5 },
    followers: [1_000, 5_000],
    isWhole: false,
  })
})

test('the measurements of real time have sizes of their own', () => {
  const { live } = readOptions(['stall', '--rate', '50', '--stall-seconds', '10', '--connections', '100'])
  expect(live).toMatchObject({ rate: 50, stallSeconds: 10, connections: 100, heldSeconds: 5 })
})

test.each([
  [['--rate', 'fast'], '--rate takes a number above 0'],
  [['--rounds', 'many'], '--rounds takes a number above 0'],
  [['--tickets', '0'], '--tickets takes a number above 0'],
  [['--scale', 'huge'], '--scale is full or small'],
])('%j is refused', (words, message) => {
  expect(() => readOptions(words)).toThrow(message)
})
