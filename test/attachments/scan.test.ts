import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { freshDatabase } from '../kit/database.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer } from '../kit/world.ts'
import { uuidOf } from '../messages/entries.ts'
import { type Clamd, startClamd } from './clamd.ts'
import * as samples from './samples.ts'
import { eventsOfFile, put, readAttachment, scanned, timersOfFile, upload } from './uploading.ts'

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

/** What lies in the storage under a file. */
async function storedFiles({ desk }: TestServer, id: string): Promise<string[]> {
  return await readdir(join(desk.env.DATA_DIR, 'attachments', uuidOf(id))).catch(() => [])
}

/** Makes what waits for a file due at once. */
async function hurry({ desk }: TestServer, id: string): Promise<void> {
  await desk.database.pool.query('update due set due_at = now() where subject_id = $1', [uuidOf(id)])
}

async function waitSeconds({ desk }: TestServer, id: string): Promise<number> {
  const { rows } = await desk.database.pool.query<{ seconds: number }>(
    'select extract(epoch from due_at - now())::float as seconds from due where subject_id = $1',
    [uuidOf(id)],
  )
  return rows[0]?.seconds ?? Number.NaN
}

describe('the built-in rules', () => {
  let server: TestServer
  beforeAll(async () => {
    server = await startTestServer()
  })
  afterAll(async () => await server.close())

  it.each([
    ['virus', 'text/plain', samples.eicar],
    ['macro', docx, samples.docx({ name: 'word/vbaProject.bin', data: Buffer.from('Sub') })],
    ['archive', docx, samples.docx({ name: 'word/zeros.xml', data: Buffer.alloc(60_000_000) })],
    ['script', 'image/gif', Buffer.concat([samples.gif, Buffer.from('<script>alert(1)</script>')])],
    ['polyglot', 'image/jpeg', Buffer.concat([samples.jpeg, samples.xlsx])],
  ])('%s: INFECTED, its content is gone at once', async (failureCode, contentType, content) => {
    const anna = await buyer(server, `anna ${failureCode}`)
    const id = await upload(anna, content, { contentType })
    expect(await scanned(anna, id)).toMatchObject({ status: 'INFECTED', failureCode, contentType, url: null })
    await until(async () => (await storedFiles(server, id)).length === 0)
    await until(async () => (await timersOfFile(server.desk, id)).length === 0)
    expect((await eventsOfFile(server.desk, id)).map(({ type, data }) => [type, data])).toEqual([
      ['attachment.uploaded', { attachmentId: uuidOf(id), byteSize: content.length }],
      ['attachment.scanned', { attachmentId: uuidOf(id), status: 'INFECTED' }],
    ])
    expect(await readAttachment(anna, id)).toMatchObject({ status: 'INFECTED' })
  })
})

describe.each(['unix', 'tcp'] as const)('a clamd behind %s', (kind) => {
  let clamd: Clamd
  let server: TestServer
  beforeAll(async () => {
    clamd = await startClamd(kind)
    server = await startTestServer({ CLAMAV_URL: clamd.url })
  })
  afterAll(async () => {
    await server.close()
    await clamd.close()
  })

  it('says what is clean and what is not', async () => {
    const anna = await buyer(server, 'anna')
    const clean = samples.png('x'.repeat(300_000))
    const bad = Buffer.from('ВИРУС внутри')
    const cleanId = await upload(anna, clean)
    const badId = await upload(anna, bad, { contentType: 'text/plain' })
    expect(await scanned(anna, cleanId)).toMatchObject({ status: 'CLEAN', failureCode: null })
    expect(await scanned(anna, badId)).toMatchObject({ status: 'INFECTED', failureCode: 'virus' })
    expect(clamd.scans.toSorted((one, other) => one - other)).toEqual([bad.length, clean.length])
  })

  it.each(['full', 'gone'] as const)('that is %s is asked again later', async (mood) => {
    clamd.mood = mood
    const boris = await buyer(server, 'boris')
    const id = await upload(boris, samples.png('y'.repeat(2_000_000)))
    await until(() => server.logs.some((line) => JSON.stringify(line).includes(uuidOf(id))))
    expect(await readAttachment(boris, id)).toMatchObject({ status: 'PENDING', url: null })
    expect(await timersOfFile(server.desk, id)).toEqual(['attachment.scan'])
    clamd.mood = 'well'
    await hurry(server, id)
    expect(await scanned(boris, id)).toMatchObject({ status: 'CLEAN' })
  })
})

describe('a scanner that cannot be reached', () => {
  it('is asked with growing pauses, and given up after a day', async () => {
    const server = await startTestServer({ CLAMAV_URL: 'tcp://127.0.0.1:1' })
    onTestFinished(async () => await server.close())
    const anna = await buyer(server, 'anna')
    const id = await upload(anna)
    const age = async (text: string) => {
      const before = server.logs.length
      await server.desk.database.pool.query(
        'update attachments set uploaded_at = now() - $2::interval where id = $1',
        [uuidOf(id), text],
      )
      await hurry(server, id)
      await until(() => server.logs.slice(before).some((line) => JSON.stringify(line).includes(uuidOf(id))))
      await until(async () => Math.abs((await waitSeconds(server, id)) - 900) > 5)
    }
    await age('0 seconds')
    expect(await waitSeconds(server, id)).toBeLessThan(5)
    await age('10 minutes')
    expect(Math.round(await waitSeconds(server, id))).toBeGreaterThan(595)
    expect(Math.round(await waitSeconds(server, id))).toBeLessThanOrEqual(601)
    await age('23 hours')
    expect(Math.round(await waitSeconds(server, id))).toBeGreaterThan(3_590)
    expect(await readAttachment(anna, id)).toMatchObject({ status: 'PENDING' })
    await age('25 hours')
    expect(await scanned(anna, id)).toMatchObject({ status: 'FAILED', failureCode: 'scan' })
    await until(async () => (await storedFiles(server, id)).length === 0)
  })
})

describe('a node that dies', () => {
  it('between upload and scan loses no scan: another node does it', async () => {
    const database = await freshDatabase()
    onTestFinished(async () => await database.drop())
    const first = await startTestServer({ DATABASE_URL: database.url, CLAMAV_URL: 'tcp://127.0.0.1:1' })
    onTestFinished(async () => await first.close())
    const anna = await buyer(first, 'anna')
    const id = await upload(anna)
    // As it is the moment after the upload was recorded, with nobody scanning.
    await until(() => first.logs.some((line) => JSON.stringify(line).includes(uuidOf(id))))
    expect(await timersOfFile(first.desk, id)).toEqual(['attachment.scan'])
    const second = await startTestServer({ DATABASE_URL: database.url, DATA_DIR: first.desk.env.DATA_DIR })
    onTestFinished(async () => await second.close())
    // Whichever of the two takes it: the first puts it off, the second does it.
    const there = await buyer(second, 'anna')
    await until(async () => {
      await hurry(second, id)
      return (await readAttachment(there, id))?.status === 'CLEAN'
    })
    expect((await eventsOfFile(second.desk, id)).map(({ type }) => type)).toEqual([
      'attachment.uploaded',
      'attachment.scanned',
    ])
  })
})

it('content that the storage gives back changed is not given out', async () => {
  const server = await startTestServer({ CLAMAV_URL: 'tcp://127.0.0.1:1' })
  onTestFinished(async () => await server.close())
  const anna = await buyer(server, 'anna')
  const id = await upload(anna)
  await server.desk.files.storage.removeAll(`${uuidOf(id)}/`)
  await server.desk.database.pool.query(
    `update attachments set uploaded_at = now() - interval '2 days' where id = $1`,
    [uuidOf(id)],
  )
  await hurry(server, id)
  expect(await scanned(anna, id)).toMatchObject({ status: 'FAILED', failureCode: 'scan' })
  expect(await put((await readAttachment(anna, id))?.url ?? server.url, samples.png())).not.toBe(204)
})
