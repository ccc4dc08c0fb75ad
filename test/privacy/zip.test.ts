import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import { fromBufferPromise } from 'yauzl'
import { type ZipEntry, zipOf } from '../../src/domains/privacy/export/zip.ts'
import { until } from '../kit/postgres-process.ts'

const entry = (name: string, open: () => Readable | Promise<Readable>): ZipEntry => ({
  name,
  isPacked: false,
  open: async () => await open(),
})
async function* listed(...entries: ZipEntry[]): AsyncGenerator<ZipEntry> {
  yield* entries
}

it('an archive has its files in order, each opened when the one before has ended', async () => {
  const opened: string[] = []
  const file = (name: string) =>
    entry(name, () => {
      opened.push(name)
      return Readable.from([`в ${name}`])
    })
  const packed = await buffer(zipOf(listed(file('a.txt'), file('папка/b.txt')), new Date()))
  const archive = await fromBufferPromise(packed, { lazyEntries: true })
  const read: [string, string][] = []
  for await (const found of archive.eachEntry()) {
    const content = await buffer(await archive.openReadStreamPromise(found))
    read.push([found.fileName, content.toString()])
  }
  expect(read).toEqual([
    ['a.txt', 'в a.txt'],
    ['папка/b.txt', 'в папка/b.txt'],
  ])
  expect(opened).toEqual(['a.txt', 'папка/b.txt'])
})

it('a file that is not there, cannot be opened or breaks off ends it with that error', async () => {
  const missing = entry('a.txt', () => createReadStream('/nowhere/at/all'))
  await expect(buffer(zipOf(listed(missing), new Date()))).rejects.toThrow('ENOENT')
  const refused = entry('a.txt', () => Promise.reject(new Error('refused')))
  await expect(buffer(zipOf(listed(refused), new Date()))).rejects.toThrow('refused')
  const broken = entry('a.txt', () =>
    Readable.from(
      (async function* () {
        yield 'half'
        throw new Error('broken off')
      })(),
    ),
  )
  await expect(buffer(zipOf(listed(broken), new Date()))).rejects.toThrow('broken off')
  const list = (async function* (): AsyncGenerator<ZipEntry> {
    yield* []
    throw new Error('no list')
  })()
  await expect(buffer(zipOf(list, new Date()))).rejects.toThrow('no list')
})

it('whoever leaves it early has what is open closed', async () => {
  const endless = Readable.from(
    (async function* () {
      for (;;) yield Buffer.alloc(65_536, crypto.randomUUID())
    })(),
  )
  const archive = zipOf(listed(entry('a.bin', () => endless)), new Date())
  for await (const _chunk of archive) break
  await until(() => endless.destroyed)
  expect(archive.destroyed).toBe(true)
})
