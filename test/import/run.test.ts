import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import type { ImportedConversation } from '../../src/commands/import/conversation.ts'
import type { Progress } from '../../src/commands/import/progress.ts'
import { type ImportOptions, ImportStopped, importChats } from '../../src/commands/import/run.ts'
import type { Send, SendResult } from '../../src/commands/import/send.ts'
import { formatSummary } from '../../src/commands/import/summary.ts'
import { airlineFile, airlineHeader, writeFolder } from './files.ts'

/** Keeps tickets by their key, as the server does. */
function createDesk() {
  const tickets = new Map<string, ImportedConversation>()
  const store = (conversation: ImportedConversation): SendResult => {
    const key = `${conversation.source} ${conversation.externalId}`
    if (tickets.has(key)) return { outcome: 'EXISTED' }
    tickets.set(key, conversation)
    return { outcome: 'CREATED' }
  }
  const send: Send = async (batch) => batch.map(store)
  return { tickets, send }
}

const withoutWaiting = async (): Promise<void> => {}

async function importFile(text: string | Uint8Array, options: Omit<ImportOptions, 'paths'>) {
  const folder = await writeFolder({ 'a.csv': text })
  return importChats({ paths: [join(folder, 'a.csv')], wait: withoutWaiting, ...options })
}

describe('importChats', () => {
  test('one call at a time sends everything in the order of the file', async () => {
    const { tickets, send } = createDesk()
    const sizes: number[] = []
    const summary = await importFile(airlineFile(250), {
      concurrency: 1,
      send: async (batch) => {
        sizes.push(batch.length)
        return send(batch)
      },
    })
    expect(sizes).toEqual([100, 100, 50])
    expect([...tickets.keys()]).toEqual(Array.from({ length: 250 }, (_, index) => `a.csv ${index + 1}:1`))
    expect([...tickets.values()][249]?.messages).toEqual([
      { author: 'CUSTOMER', text: 'question 250' },
      { author: 'OPERATOR', text: 'answer 250' },
    ])
    expect(summary.files).toEqual([
      {
        file: 'a.csv',
        format: 'airlines',
        conversations: 250,
        messages: { CUSTOMER: 250, OPERATOR: 250, SYSTEM: 0 },
        unreadable: 0,
        created: 250,
        existed: 0,
        refused: 0,
      },
    ])
  })

  test('has as many calls under way as allowed and no more, and reads no further meanwhile', async () => {
    const { send } = createDesk()
    const waiting: (() => void)[] = []
    let most = 0
    const done = importFile(airlineFile(60), {
      batchSize: 5,
      concurrency: 3,
      send: async (batch) => {
        await new Promise<void>((resolve) => {
          waiting.push(resolve)
          most = Math.max(most, waiting.length)
          if (waiting.length === 3) for (const release of waiting.splice(0)) release()
        })
        return send(batch)
      },
    })
    expect((await done).files[0]).toMatchObject({ created: 60 })
    expect(most).toBe(3)
  })

  test('a second run finds everything there', async () => {
    const { tickets, send } = createDesk()
    const folder = await writeFolder({ 'a.csv': airlineFile(120) })
    const first = await importChats({ paths: [folder], send })
    const second = await importChats({ paths: [folder], send })
    expect(first.files).toMatchObject([{ created: 120, existed: 0 }])
    expect(second.files).toMatchObject([{ created: 0, existed: 120, messages: first.files[0]!.messages }])
    expect(tickets.size).toBe(120)
  })

  test('failing calls, also those that did their work, lose nothing and double nothing', async () => {
    const { tickets, send } = createDesk()
    let calls = 0
    const summary = await importFile(airlineFile(200), {
      batchSize: 7,
      send: async (batch) => {
        calls += 1
        if (calls % 3 === 0) throw new Error('refused connection')
        const results = await send(batch)
        if (calls % 3 === 1) throw new Error('lost answer')
        return results
      },
    })
    expect(tickets.size).toBe(200)
    const [file] = summary.files
    expect(file!.created + file!.existed).toBe(200)
    expect(file!.existed).toBeGreaterThan(0)
  })

  test('interrupted for good, it says how far it came; run again, it completes', async () => {
    const { tickets, send } = createDesk()
    const folder = await writeFolder({ 'a.csv': airlineFile(100), 'b.csv': airlineFile(10) })
    let calls = 0
    const dying: Send = async (batch) => {
      calls += 1
      if (calls > 4) throw new Error('connection refused')
      return send(batch)
    }
    const options = { paths: [folder], batchSize: 10, concurrency: 2, wait: withoutWaiting }
    const stopped = await importChats({ ...options, send: dying }).catch((error: unknown) => error)
    if (!(stopped instanceof ImportStopped)) throw new Error('it did not stop')
    expect(stopped.message).toBe('The import stopped: connection refused')
    expect(stopped.summary.files).toMatchObject([{ file: 'a.csv', created: 40 }])
    expect(tickets.size).toBe(40)
    // Two calls were under way; one had its eight tries, the other gave up with it.
    expect(calls).toBeLessThanOrEqual(4 + 8 + 8)
    expect(formatSummary(stopped.summary)).toMatch(/^read but without an answer: \d+$/m)

    const again = await importChats({ ...options, send })
    expect(again.files).toMatchObject([{ created: 60, existed: 40 }, { created: 10 }])
    expect(tickets.size).toBe(110)
  })

  test('rows that cannot be read or are refused are counted, named and do not stop the rest', async () => {
    const { send } = createDesk()
    const broken = Array.from({ length: 25 }, (_, index) => `${index},UNK,nothing,`)
    const text = [airlineHeader, ...broken, '98,UNK,<cust__ a __cust>,', '99,UNK,<cust__ b __cust>,'].join(
      '\n',
    )
    const summary = await importFile(text, {
      send: async (batch) => {
        const results = await send(batch)
        return results.map((result, index) =>
          batch[index]?.externalId === '98:1' ? { outcome: 'REFUSED', reason: 'too short' } : result,
        )
      },
    })
    expect(summary.files).toMatchObject([{ conversations: 2, unreadable: 25, created: 1, refused: 1 }])
    expect(summary.refused).toEqual({ count: 1, first: [{ file: 'a.csv', line: 27, reason: 'too short' }] })
    expect(summary.unreadable.first).toHaveLength(20)
    const lines = formatSummary(summary).split('\n')
    expect(lines[0]).toBe(
      'a.csv (airlines): 2 conversations, 2 messages (customer 2, operator 0, system 0), tickets created 1, ' +
        'already there 0, refused 1, unreadable rows 25',
    )
    expect(lines[1]).toBe('unreadable a.csv:2: text outside of a turn: "nothing"')
    expect(lines.slice(21, 23)).toEqual(['unreadable: 5 more', 'refused a.csv:27: too short'])
    expect(lines.at(-1)).toMatch(/^took \d+\.\d s \([\d,]+ rows\/s\)$/)
  })

  test('a truncated file gives what stands before the cut, the same each time, and is reported', async () => {
    const whole = gzipSync(airlineFile(3_000))
    const truncated = whole.subarray(0, Math.floor(whole.length / 2))
    const { tickets, send } = createDesk()
    const first = await importFile(truncated, { send })
    const readBefore = tickets.size
    const second = await importFile(truncated, { send })
    expect(readBefore).toBeGreaterThan(1_000)
    expect(readBefore).toBeLessThan(2_000)
    expect(first.unreadable).toEqual({
      count: 1,
      first: [
        {
          file: 'a.csv',
          line: readBefore + 2,
          reason: 'the file cannot be read from here on: broken gzip data: unexpected end of file',
        },
      ],
    })
    expect(second.unreadable).toEqual(first.unreadable)
    expect(second.files).toMatchObject([{ created: 0, existed: readBefore }])
  })

  test('shows progress in bytes of the files, from nothing to all, and always ends it', async () => {
    const compressed = gzipSync(airlineFile(2_000))
    const seen: number[] = []
    const calls: string[] = []
    const progress: Progress = {
      start: (totalBytes) => calls.push(`start ${totalBytes === compressed.length}`),
      update: (doneBytes) => seen.push(doneBytes),
      stop: () => calls.push('stop'),
    }
    await importFile(compressed, { send: createDesk().send, progress })
    expect(seen).toHaveLength(20)
    expect(seen).toEqual(seen.toSorted((left, right) => left - right))
    expect(seen.at(-1)).toBe(compressed.length)
    const error = Object.assign(new Error('forbidden'), { retryable: false })
    await expect(importFile(airlineFile(1), { send: () => Promise.reject(error), progress })).rejects.toThrow(
      ImportStopped,
    )
    expect(calls).toEqual(['start true', 'stop', 'start false', 'stop'])
  })

  test.each([
    [{ batchSize: 0 }, 'batchSize is a whole number from 1 to 100, not 0'],
    [{ batchSize: 101 }, 'batchSize is a whole number from 1 to 100, not 101'],
    [{ concurrency: 0 }, 'concurrency is a whole number from 1 to'],
    [{ concurrency: 1.5 }, 'concurrency is a whole number from 1 to'],
  ])('%o is refused before anything is sent', async (wrong, message) => {
    const { tickets, send } = createDesk()
    await expect(importFile(airlineFile(1), { send, ...wrong })).rejects.toThrow(message)
    expect(tickets.size).toBe(0)
  })
})
