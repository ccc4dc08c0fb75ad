import { gunzipSync, gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { type Compression, decompress } from '../../src/commands/import/decompress.ts'
import { airlineFile, bzip2File, bzip2Text, chunksOf } from './files.ts'

async function read(bytes: Uint8Array, compression: Compression, chunkBytes = 512) {
  const flow = { producedBytes: 0, handedOutBytes: 0 }
  const pieces: Buffer[] = []
  let error: string | undefined
  try {
    for await (const piece of decompress(chunksOf(bytes, chunkBytes), compression, flow)) pieces.push(piece)
  } catch (thrown) {
    error = (thrown as Error).message
  }
  return { text: Buffer.concat(pieces).toString(), error, flow }
}

describe('decompress', () => {
  const text = airlineFile(2_000)
  const gzipped = gzipSync(text)

  test('plain bytes come as they are', async () => {
    expect((await read(Buffer.from(text), 'none')).text).toBe(text)
  })

  test('gzip, also of several members', async () => {
    expect((await read(gzipped, 'gzip')).text).toBe(text)
    expect((await read(Buffer.concat([gzipped, gzipSync('more')]), 'gzip')).text).toBe(`${text}more`)
  })

  test('bzip2, also of several streams', async () => {
    expect((await read(bzip2File, 'bzip2', 16)).text).toBe(bzip2Text)
    expect((await read(Buffer.concat([bzip2File, bzip2File]), 'bzip2')).text).toBe(bzip2Text + bzip2Text)
  })

  test('counts what it produced and what it handed out', async () => {
    const { flow } = await read(gzipped, 'gzip')
    expect(flow).toEqual({ producedBytes: Buffer.byteLength(text), handedOutBytes: Buffer.byteLength(text) })
  })

  test('a truncated gzip gives everything before the cut, each time, and then an error', async () => {
    const cuts = Array.from({ length: 12 }, (_, index) => Math.floor((gzipped.length * (index + 1)) / 13))
    for (const cut of cuts) {
      const truncated = gzipped.subarray(0, cut)
      const whole = gunzipSync(truncated, { finishFlush: 2 }).toString()
      expect(await read(truncated, 'gzip')).toMatchObject({
        text: whole,
        error: 'broken gzip data: unexpected end of file',
      })
    }
  })

  test.each([0.3, 0.6, 0.95])('a bzip2 cut at %f of its length is an error', async (share) => {
    const truncated = bzip2File.subarray(0, Math.floor(bzip2File.length * share))
    expect(await read(truncated, 'bzip2')).toMatchObject({
      error: expect.stringMatching(/^broken bzip2 data: /),
    })
  })

  test('damage within is an error', async () => {
    const flipped = Buffer.from(bzip2File)
    flipped[60] = flipped[60]! ^ 0xff
    expect((await read(flipped, 'bzip2')).error).toMatch(/^broken bzip2 data: /)
    const broken = Buffer.from(gzipped)
    broken.fill(0xff, 3_000, 3_100)
    const { text: before, error } = await read(broken, 'gzip')
    expect(error).toMatch(/^broken gzip data: /)
    expect(before.length).toBeGreaterThan(0)
  })
})
