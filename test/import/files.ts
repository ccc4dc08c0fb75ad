import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** Writes files into a folder of its own, which is gone after the test. */
export async function writeFolder(files: Record<string, string | Uint8Array>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'opora-import-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content)
  return folder
}

/** The bytes of a text, cut into chunks of that many bytes, also in the middle of a character. */
export async function* chunksOf(content: string | Uint8Array, chunkBytes = 7): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(content)
  for (let start = 0; start < bytes.length; start += chunkBytes)
    yield bytes.subarray(start, start + chunkBytes)
}

export async function collect<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const collected: Item[] = []
  for await (const item of items) collected.push(item)
  return collected
}

export const airlineHeader = 'first_tweet_id,tag,first_utterance,context'

/** A file of that many readable airline rows; row n has the id n and two messages. */
export function airlineFile(rows: number): string {
  const lines = Array.from(
    { length: rows },
    (_, index) => `${index + 1},UNK,<cust__ question ${index + 1} __cust>,<rep__ answer ${index + 1} __rep>`,
  )
  return `${[airlineHeader, ...lines].join('\r\n')}\r\n`
}

/** `first_tweet_id,tag,…` and one row with the id 7, compressed with bzip2, which Node itself cannot do. */
export const bzip2File = Buffer.from(
  'QlpoOTFBWSZTWdbLyQcAABhfgAASQAQAhQAJAgCv5d7AIABA1NR6m0mE9T1NB6gFAANAAAQ7Tnewoc2vtSw6rqx1B5ajHEig7xO7cevIZsSz6sEq4l3F8LHCKqPQo++CEFa6ToCNPxdyRThQkNbLyQc=',
  'base64',
)
export const bzip2Text = `${airlineHeader}\r\n7,UNK,<cust__ hello __cust>,<rep__ hi __rep>\r\n`
