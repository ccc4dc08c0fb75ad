import { describe, expect, test } from 'vitest'
import type { ImportedConversation } from '../../src/commands/import/conversation.ts'
import { type Send, sendWithRetries, toBatches } from '../../src/commands/import/send.ts'
import { collect } from './files.ts'

function conversation(externalId: string, characters = 1): ImportedConversation {
  return {
    source: 'a.csv',
    externalId,
    subject: 'x',
    topic: 'OTHER',
    channel: 'SITE_CHAT',
    language: 'en',
    customerExternalId: externalId,
    messages: [{ author: 'CUSTOMER', text: 'x'.repeat(characters) }],
    tags: [],
    line: 1,
  }
}

async function* each<Item>(items: Item[]): AsyncGenerator<Item> {
  yield* items
}

describe('toBatches', () => {
  async function sizes(count: number, size: number, characters?: number): Promise<number[]> {
    const all = Array.from({ length: count }, (_, index) => conversation(String(index), characters))
    const batches = await collect(toBatches(each(all), size))
    expect(batches.flat()).toEqual(all)
    return batches.map((batch) => batch.length)
  }

  test.each([
    [0, 100, []],
    [100, 100, [100]],
    [101, 100, [100, 1]],
    [3, 1, [1, 1, 1]],
  ])('%i conversations by %i', async (count, size, expected) => {
    expect(await sizes(count, size)).toEqual(expected)
  })

  test('much text makes smaller batches, and a huge conversation goes alone', async () => {
    expect(await sizes(5, 100, 40_000)).toEqual([2, 2, 1])
    expect(await sizes(3, 100, 300_000)).toEqual([1, 1, 1])
  })
})

describe('sendWithRetries', () => {
  const batch = [conversation('1'), conversation('2')]
  const created = batch.map(() => ({ outcome: 'CREATED' as const }))

  /**
   * Sends to something that fails that many times first; tells how often it was called and how long was
   * waited.
   */
  async function attempt(failures: number, error: unknown = new Error('down'), isStopped = () => false) {
    const pauses: number[] = []
    let calls = 0
    const send: Send = async () => {
      calls += 1
      if (calls <= failures) throw error
      return created
    }
    const wait = async (milliseconds: number): Promise<void> => void pauses.push(milliseconds)
    const outcome = await sendWithRetries(send, batch, { wait, isStopped }).catch((thrown: unknown) => thrown)
    return { outcome, calls, pauses }
  }

  test('seven failures are survived, with growing, jittered pauses', async () => {
    const { outcome, calls, pauses } = await attempt(7)
    expect({ outcome, calls }).toEqual({ outcome: created, calls: 8 })
    const longest = [250, 500, 1_000, 2_000, 4_000, 8_000, 10_000]
    expect(pauses).toHaveLength(longest.length)
    for (const [index, pause] of pauses.entries()) {
      expect(pause).toBeGreaterThanOrEqual(longest[index]! / 2)
      expect(pause).toBeLessThanOrEqual(longest[index]!)
    }
  })

  test('the eighth failure is the last', async () => {
    const error = new Error('down')
    expect(await attempt(8, error)).toMatchObject({ outcome: error, calls: 8 })
  })

  test('what may not be retried is not', async () => {
    const error = Object.assign(new Error('forbidden'), { retryable: false })
    expect(await attempt(1, error)).toEqual({ outcome: error, calls: 1, pauses: [] })
  })

  test('a pause that is asked for is kept, up to a minute', async () => {
    const asks = async (retryAfterMs: number): Promise<number> =>
      (await attempt(1, Object.assign(new Error('busy'), { retryAfterMs }))).pauses[0]!
    expect(await asks(5_000)).toBeGreaterThanOrEqual(5_125)
    expect(await asks(5_000)).toBeLessThanOrEqual(5_250)
    expect(await asks(86_400_000)).toBeLessThanOrEqual(60_250)
  })

  test('stops trying when the import has stopped', async () => {
    expect(await attempt(8, new Error('down'), () => true)).toMatchObject({ calls: 1, pauses: [] })
  })

  test('an answer of the wrong length is an error, without another try', async () => {
    let calls = 0
    const send: Send = async () => {
      calls += 1
      return [{ outcome: 'CREATED' }]
    }
    const options = { wait: async () => {}, isStopped: () => false }
    await expect(sendWithRetries(send, batch, options)).rejects.toThrow('1 results for 2 items')
    expect(calls).toBe(1)
  })
})
