import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Opened, type Reading, toCalls } from '../../src/commands/import/bulk/calls.ts'
import { toResults } from '../../src/commands/import/bulk/send.ts'
import { type ItemResult, runSteps, StepsStopped, stepOf } from '../../src/commands/import/bulk/steps.ts'
import { openItems, RowRefused } from '../../src/commands/import/bulk/table.ts'
import { formatTallies, isClean, startTally } from '../../src/commands/import/bulk/tally.ts'
import type { Unreadable } from '../../src/commands/import/conversation.ts'
import { describeFile } from '../../src/commands/import/source-file.ts'
import { collect, writeFolder } from './files.ts'

async function* each<Item>(items: Iterable<Item>): AsyncGenerator<Item> {
  yield* items
}

const numbered = (count: number): Reading<number>[] =>
  Array.from({ length: count }, (_, index) => ({ key: `k${index}`, item: index }))

const opened = <Item>(readings: Iterable<Reading<Item>>): Opened<Item> => ({
  readings: each(readings),
  totalBytes: 0,
  doneBytes: () => 0,
})

describe('toCalls', () => {
  async function sizes(readings: Reading<unknown>[]): Promise<number[]> {
    const calls = await collect(toCalls(each(readings), () => {}))
    return calls.map((items) => items.length)
  }

  test('500 items a call', async () => {
    expect(await sizes(numbered(1_001))).toEqual([500, 500, 1])
    expect(await sizes([])).toEqual([])
  })

  test('fewer when they are long; one that is longer than a call goes alone', async () => {
    const long = (length: number) => ({ key: 'k', item: 'я'.repeat(length) })
    expect(await sizes(Array.from({ length: 5 }, () => long(100_000)))).toEqual([2, 2, 1])
    expect(await sizes([long(400_000), long(1), long(400_000)])).toEqual([1, 1, 1])
  })

  test('tells what could not be read, and goes on', async () => {
    const told: Unreadable[] = []
    const fault = { file: 'a.csv', line: 3, reason: 'broken' }
    const readings = [...numbered(1), fault, ...numbered(1)]
    expect(await collect(toCalls(each(readings), (row) => told.push(row)))).toHaveLength(1)
    expect(told).toEqual([fault])
  })
})

describe('openItems', () => {
  const columns = ['id', 'text'] as const

  async function read(text: string | Uint8Array) {
    const folder = await writeFolder({ 'a.csv': text })
    const file = await describeFile(`${folder}/a.csv`)
    const toItems = ({ id, text: said }: Record<'id' | 'text', string>) => {
      if (said === 'no') throw new RowRefused('it says no')
      return said === '' ? [] : [{ key: id, item: said }]
    }
    const { readings, totalBytes, doneBytes } = openItems(file, columns, toItems, (line) => /^\d,/.test(line))
    const found = await collect(readings)
    expect(doneBytes()).toBe(totalBytes)
    return found
  }

  test('rows by the names of their columns, compressed, with a byte order mark, quotes and line ends', async () => {
    const text = '\uFEFF"text",extra,id\r\n"a ""quoted""\nline",,1\r\n,,2\r\nb,,3'
    const expected = [
      { key: '1', item: 'a "quoted"\nline' },
      { key: '3', item: 'b' },
    ]
    expect(await read(text)).toEqual(expected)
    expect(await read(gzipSync(text))).toEqual(expected)
  })

  test('a row that is refused or broken is named by its line; the rest goes on', async () => {
    expect(await read('id,text\n1,no\n2\n3,"open\n4,yes\n')).toEqual([
      { file: 'a.csv', line: 2, reason: 'it says no' },
      { file: 'a.csv', line: 3, reason: '1 columns instead of 2' },
      { file: 'a.csv', line: 4, reason: 'broken CSV: a quote is not closed' },
      { key: '4', item: 'yes' },
    ])
  })

  test('a file without a column is not imported at all', async () => {
    await expect(read('id,words\n1,a\n')).rejects.toThrow('a.csv lacks the columns text')
  })
})

describe('toResults', () => {
  const refusal = { code: 'INVALID_INPUT', detail: 'Too long.', path: ['orders', '1', 'number'] }

  test('one outcome for each item', () => {
    const results = [
      { __typename: 'OrderUpsertPayload', isNew: true },
      { __typename: 'OrderUpsertPayload', isNew: false },
      { __typename: 'StaleUpdate', ...refusal },
      { __typename: 'InvalidInput', ...refusal },
      { __typename: 'NotFound', ...refusal, path: null },
    ]
    expect(toResults({ __typename: 'OrdersUpsertPayload', results })).toEqual([
      { outcome: 'NEW' },
      { outcome: 'KNOWN' },
      { outcome: 'STALE' },
      { outcome: 'REFUSED', reason: 'INVALID_INPUT: Too long. (orders.1.number)' },
      { outcome: 'REFUSED', reason: 'INVALID_INPUT: Too long.' },
    ])
  })

  test('a call that is refused as a whole is not tried again', () => {
    const call = () => toResults({ __typename: 'InvalidInput', ...refusal })
    expect(call).toThrow(expect.objectContaining({ retryable: false }))
  })
})

describe('runSteps', () => {
  const withoutWaiting = { wait: async () => {} }

  test('sends all of a step before the next, a few calls at once, and counts', async () => {
    const log: string[] = []
    let [underway, most] = [0, 0]
    const send = (name: string) => async (items: number[]) => {
      most = Math.max(most, ++underway)
      log.push(name)
      await new Promise((resolve) => setImmediate(resolve))
      underway -= 1
      return items.map((item): ItemResult => {
        if (item === 7) return { outcome: 'REFUSED', reason: 'unlucky' }
        if (item === 8) return { outcome: 'STALE' }
        return { outcome: item % 2 === 0 ? 'NEW' : 'KNOWN' }
      })
    }
    const steps = ['first', 'second'].map((name) =>
      stepOf<number>({ name, open: () => opened(numbered(5_000)), send: send(name) }),
    )
    const tallies = await runSteps(steps, { concurrency: 3 })
    expect(most).toBe(3)
    expect(log).toEqual([...Array(10).fill('first'), ...Array(10).fill('second')])
    const [first] = tallies
    expect(first).toMatchObject({ name: 'first', read: 5_000, made: 2_499, known: 2_499, stale: 1 })
    expect(first?.refused).toMatchObject({ count: 1, first: ['k7: unlucky'] })
    expect(isClean(tallies)).toBe(false)
    expect(first?.seconds).toBeGreaterThan(0)
  })

  test('a call that fails for a while is sent again; one that fails for good stops everything', async () => {
    let failures = 3
    const sent: number[] = []
    const send = async (items: number[]): Promise<ItemResult[]> => {
      if (failures-- > 0) throw new Error('connection refused')
      sent.push(...items)
      return items.map(() => ({ outcome: 'NEW' }))
    }
    const step = stepOf<number>({ name: 'orders', open: () => opened(numbered(700)), send })
    const [tally] = await runSteps([step], { ...withoutWaiting, concurrency: 1 })
    expect(sent).toHaveLength(700)
    expect(tally).toMatchObject({ read: 700, made: 700 })
    failures = Number.POSITIVE_INFINITY
    const next = stepOf<number>({ name: 'next', open: () => opened(numbered(1)), send })
    const stopped = await runSteps([step, next], withoutWaiting).catch((error: unknown) => error)
    if (!(stopped instanceof StepsStopped)) throw new Error('it did not stop')
    expect(stopped.message).toBe('The import stopped: connection refused')
    expect(stopped.text).toContain('orders')
    expect(stopped.text).not.toContain('next')
  })

  test('always ends its progress', async () => {
    const calls: string[] = []
    const progress = {
      start: (name: string) => void calls.push(`start ${name}`),
      update: () => {},
      stop: () => void calls.push('stop'),
    }
    const send = () => Promise.reject(Object.assign(new Error('forbidden'), { retryable: false }))
    const step = stepOf<number>({ name: 'orders', open: () => opened(numbered(1)), send })
    await expect(runSteps([step], { progress })).rejects.toThrow(StepsStopped)
    expect(calls).toEqual(['start orders', 'stop'])
  })
})

test('the summary is a table, the first refusals by name, and how long it took', () => {
  const tally = startTally('orders')
  Object.assign(tally, { read: 27_288, made: 27_276, seconds: 10 })
  for (let index = 0; index < 12; index += 1) tally.refused.add(`o${index}: unknown`)
  tally.unreadable.add('orders.csv:7: broken')
  const lines = formatTallies([tally]).split('\n')
  expect(lines.slice(0, 3)).toEqual([
    '          read     new  known  stale  refused  unreadable  seconds  items/s',
    'orders  27,288  27,276      0      0       12           1     10.0    2,729',
    'refused orders o0: unknown',
  ])
  expect(lines.slice(12, 14)).toEqual(['refused orders: 2 more', 'unreadable orders.csv:7: broken'])
  expect(lines.at(-1)).toMatch(/^took 10\.0 s, at most [\d,]+ MiB of memory here$/)
})
