import { describe, expect, it } from 'vitest'
import { Queue } from '../../src/client/queue.ts'
import { readAll } from '../kit/read-all.ts'

const over = { value: undefined, done: true }
const all = async <T>(queue: Queue<T>) =>
  await readAll({ [Symbol.asyncIterator]: () => ({ next: async () => await queue.next() }) })

describe('Queue', () => {
  it('hands out in order what was there before and what comes while somebody waits', async () => {
    const queue = new Queue<number>()
    queue.push(1)
    queue.push(2)
    const taken = [queue.next(), queue.next(), queue.next(), queue.next()]
    queue.push(3)
    queue.push(4)
    queue.end()
    queue.push(5)
    expect((await Promise.all(taken)).map(({ value }) => value)).toEqual([1, 2, 3, 4])
    expect(await queue.next()).toEqual(over)
  })

  it('keeps its order over many items', async () => {
    const queue = new Queue<number>()
    const numbers = Array.from({ length: 5_000 }, (_, index) => index)
    for (const number of numbers) queue.push(number)
    queue.end()
    expect(await all(queue)).toEqual(numbers)
  })

  it('throws its error once, after the last item', async () => {
    const queue = new Queue<string>()
    queue.push('last')
    queue.fail('trouble')
    queue.end()
    expect(await queue.next()).toEqual({ value: 'last', done: false })
    await expect(queue.next()).rejects.toBe('trouble')
    expect(await queue.next()).toEqual(over)
  })

  it('gives an error to the first of those who wait', async () => {
    const queue = new Queue<string>()
    const [first, second] = [queue.next(), queue.next()]
    queue.fail('trouble')
    await expect(first).rejects.toBe('trouble')
    expect(await second).toEqual(over)
    expect(await queue.next()).toEqual(over)
  })

  it('drops what waits, an error too', async () => {
    const queue = new Queue<string>()
    queue.push('never seen')
    queue.fail('trouble')
    queue.drop()
    expect(await queue.next()).toEqual(over)
  })
})
