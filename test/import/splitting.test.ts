import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readElements } from '../../src/commands/import/json-elements.ts'
import { readLines } from '../../src/commands/import/lines.ts'
import { chunksOf, collect } from './files.ts'

async function* failAfter(text: string): AsyncGenerator<Buffer> {
  yield* chunksOf(text)
  throw new Error('unplugged')
}

describe('readLines', () => {
  async function linesOf(text: string, chunkBytes?: number): Promise<string[]> {
    const lines = await collect(readLines(chunksOf(text, chunkBytes)))
    return lines.map((line) =>
      'fault' in line ? `${line.number}! ${line.fault}` : `${line.number} ${line.bytes.toString()}`,
    )
  }

  test.each([
    ['nothing', '', []],
    ['no line end at the end', 'a\nb', ['1 a', '2 b']],
    ['line end at the end', 'a\r\nb\r\n', ['1 a', '2 b']],
    ['empty lines', '\n\n', ['1 ', '2 ']],
    ['a carriage return within', 'a\rb\n', ['1 a\rb']],
  ])('%s', async (_, text, expected) => {
    expect(await linesOf(text)).toEqual(expected)
  })

  test('chunks make no difference', async () => {
    const line = fc.string({ unit: 'grapheme' }).map((text) => text.replaceAll(/[\r\n]/g, ''))
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        async (lines, chunkBytes) => {
          const expected = lines.map((text, index) => `${index + 1} ${text}`)
          expect(await linesOf(`${lines.join('\n')}\n`, chunkBytes)).toEqual(expected)
        },
      ),
    )
  })

  test('an endless line is skipped and named, the next is read', async () => {
    const endless = `a\n${'x'.repeat(5_000_000)}\nb\n`
    expect(await linesOf(endless, 65_536)).toEqual(['1 a', '2! the line is longer than 4194304 bytes', '3 b'])
  })

  test('a source that breaks off ends with a fault at its last line', async () => {
    expect(await collect(readLines(failAfter('a\nb')))).toEqual([
      { number: 1, bytes: Buffer.from('a') },
      { number: 2, fault: 'the file cannot be read from here on: unplugged' },
    ])
  })
})

describe('readElements', () => {
  async function elementsOf(text: string, chunkBytes?: number): Promise<unknown[]> {
    const elements = await collect(readElements(chunksOf(text, chunkBytes)))
    return elements.map((element) => ('fault' in element ? element : JSON.parse(element.bytes.toString())))
  }

  test('gives the elements of any list, indented or not, whatever the chunks', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.jsonValue()),
        fc.constantFrom(0, 2),
        fc.integer({ min: 1, max: 30 }),
        async (list, indent, chunkBytes) => {
          const text = JSON.stringify(list, null, indent)
          expect(await elementsOf(text, chunkBytes)).toEqual(JSON.parse(text))
        },
      ),
    )
  })

  test('gives the elements of an object of lists', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), fc.array(fc.jsonValue())), async (lists) => {
        const text = JSON.stringify(lists)
        expect(await elementsOf(text)).toEqual(Object.values(JSON.parse(text) as typeof lists).flat())
      }),
    )
  })

  test('knows the line of each element', async () => {
    const text = '[\n  {"a": "]\\",\\n"},\n\n  7, {"b":\n[1]}\n]'
    expect(await collect(readElements(chunksOf(text)))).toMatchObject([{ line: 2 }, { line: 4 }, { line: 4 }])
  })

  test('a list that is cut off keeps what was whole', async () => {
    expect(await elementsOf('[{"a":1},\n{"b":')).toEqual([
      { a: 1 },
      { line: 2, fault: 'the file ends in the middle of a list' },
    ])
  })

  test('a source that breaks off keeps what was whole', async () => {
    expect(await collect(readElements(failAfter('[1,\n2')))).toEqual([
      { line: 1, bytes: Buffer.from('1') },
      { line: 2, fault: 'the file cannot be read from here on: unplugged' },
    ])
  })
})
