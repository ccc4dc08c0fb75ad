import { once } from 'node:events'
import { readdir } from 'node:fs/promises'
import { request } from 'node:http'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Desk } from '../../src/events/desk.ts'
import { unchanged } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, operator, type Person } from '../kit/world.ts'
import { uuidOf } from '../messages/entries.ts'
import * as samples from './samples.ts'
import {
  announce,
  eventsOfFile,
  put,
  quiet,
  readAttachment,
  scanned,
  timersOfFile,
  upload,
} from './uploading.ts'

let server: TestServer
let anna: Person
beforeAll(async () => {
  server = await startTestServer({ ATTACHMENT_MAX_BYTES: '1000000', ATTACHMENT_MAX_PENDING: '1000' })
  anna = await buyer(server, 'anna')
})
beforeEach(async () => await quiet(server.desk))
afterAll(async () => await server.close())

/** The files that lie in the storage, or wait on the node's disk. */
async function filesOf({ env }: Desk): Promise<string[]> {
  const inside = async (folder: string) =>
    await readdir(join(env.DATA_DIR, folder), { recursive: true, withFileTypes: true }).catch(() => [])
  const found = [...(await inside('attachments')), ...(await inside('scratch'))]
  return found.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name))
}
const filesAbout = async (id: string) =>
  (await filesOf(server.desk)).filter((path) => path.includes(uuidOf(id)))

describe('an upload', () => {
  it('is stored, told, scanned and told again', async () => {
    const content = samples.png('первый')
    const id = await upload(anna, content)
    const attachment = await scanned(anna, id)
    expect(attachment).toEqual({
      id,
      fileName: 'чек.png',
      status: 'CLEAN',
      failureCode: null,
      contentType: 'image/png',
      byteSize: content.length,
      uploadedAt: expect.stringMatching(/^\d{4}-/),
      url: expect.stringContaining(`/attachments/${id}?`),
    })
    const attachmentId = uuidOf(id)
    const about = { ticketId: null, customerId: uuidOf(anna.id) }
    expect(await eventsOfFile(server.desk, id)).toEqual([
      {
        type: 'attachment.uploaded',
        data: { attachmentId, byteSize: content.length },
        actor: 'CUSTOMER',
        ...about,
      },
      { type: 'attachment.scanned', data: { attachmentId, status: 'CLEAN' }, actor: 'SYSTEM', ...about },
    ])
    expect(await timersOfFile(server.desk, id)).toEqual([])
    expect(await filesAbout(id)).toHaveLength(1)
  })

  it('of the desk is told to the desk only, until the buyer is given the file', async () => {
    const olga = await operator(server, 'olga')
    const id = await upload(olga, samples.pdf, { customerId: anna.id, contentType: 'application/pdf' })
    await scanned(olga, id)
    expect(await readAttachment(anna, id)).toBe(null)
    expect(await eventsOfFile(server.desk, id)).toEqual([
      expect.objectContaining({ customerId: null, actor: 'OPERATOR' }),
      expect.objectContaining({ customerId: null, actor: 'SYSTEM' }),
    ])
  })

  it('is possible once: content and row stay', async () => {
    const { attachment, uploadUrl } = await announce(anna, { byteSize: 5_000 })
    expect(await put(uploadUrl, samples.png('одно'))).toBe(204)
    const before = await scanned(anna, attachment.id)
    expect(await unchanged(server.desk, async () => await put(uploadUrl, samples.png('другое')))).toBe(409)
    expect(await readAttachment(anna, attachment.id)).toMatchObject({ byteSize: before.byteSize })
    const got = await fetch(before.url ?? '')
    expect(Buffer.from(await got.arrayBuffer())).toEqual(samples.png('одно'))
  })

  it('at the same moment by one link: one counts, the others leave nothing', async () => {
    const { attachment, uploadUrl } = await announce(anna, { byteSize: 500_000 })
    const contents = Array.from({ length: 6 }, (_, index) =>
      samples.png(String(index).repeat(100_000 + index)),
    )
    const statuses = await Promise.all(contents.map(async (content) => await put(uploadUrl, content)))
    expect(statuses.toSorted()).toEqual([204, 409, 409, 409, 409, 409])
    const winner = contents[statuses.indexOf(204)]
    const { url, byteSize } = await scanned(anna, attachment.id)
    expect(byteSize).toBe(winner?.length)
    const got = await fetch(url ?? '')
    expect(Buffer.from(await got.arrayBuffer()).equals(winner ?? Buffer.alloc(0))).toBe(true)
    await until(async () => (await filesAbout(attachment.id)).length === 1)
  })
})

describe('an upload that is refused', () => {
  it('larger than announced: 413, and the link can be used again', async () => {
    const { attachment, uploadUrl } = await announce(anna, { byteSize: 200 })
    const call = async () => await put(uploadUrl, Buffer.concat([samples.png(), Buffer.alloc(200_000)]))
    expect(await unchanged(server.desk, call)).toBe(413)
    expect(await filesAbout(attachment.id)).toEqual([])
    expect(await put(uploadUrl, samples.png())).toBe(204)
  })

  it('larger than announced without saying so beforehand: 413 while it streams', async () => {
    const { uploadUrl } = await announce(anna, { byteSize: 100_000 })
    const outgoing = request(uploadUrl, { method: 'PUT' })
    outgoing.on('error', () => undefined)
    const answered = once(outgoing, 'response')
    outgoing.write(samples.png())
    for (let sent = 0; sent < 400_000; sent += 10_000) outgoing.write(Buffer.alloc(10_000))
    const [response] = (await answered) as [{ statusCode: number }]
    expect(response.statusCode).toBe(413)
    outgoing.destroy()
    expect(
      await filesOf(server.desk).then((files) => files.filter((path) => path.includes('scratch'))),
    ).toEqual([])
  })

  it('empty: 400', async () => {
    const { uploadUrl } = await announce(anna)
    expect(await unchanged(server.desk, async () => await put(uploadUrl, ''))).toBe(400)
  })

  const html = Buffer.from('<!doctype html><script>alert(1)</script>')
  it.each([
    ['a picture of another kind', 'image/png', samples.jpeg],
    ['a PDF', 'image/png', samples.pdf],
    ['a page as text', 'text/plain', html],
    ['a page as something', 'application/octet-stream', html],
    ['an archive', 'application/octet-stream', samples.zip([{ name: 'a', data: Buffer.alloc(3) }])],
    ['a program', 'application/octet-stream', Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500)])],
    ['zeros', 'video/mp4', Buffer.alloc(500)],
  ])('%s announced as %s: 415, FAILED, nothing kept', async (_name, contentType, content) => {
    const { attachment, uploadUrl } = await announce(anna, { contentType, byteSize: 10_000 })
    expect(await put(uploadUrl, content)).toBe(415)
    expect(await readAttachment(anna, attachment.id)).toMatchObject({
      status: 'FAILED',
      failureCode: 'type',
      contentType: null,
      url: null,
    })
    expect(await filesAbout(attachment.id)).toEqual([])
    expect((await eventsOfFile(server.desk, attachment.id)).map(({ data }) => data)).toEqual([
      { attachmentId: uuidOf(attachment.id), status: 'FAILED' },
    ])
    expect(await put(uploadUrl, samples.png())).toBe(409)
  })
})

describe('an upload that breaks off', () => {
  it('leaves nothing, and the link can be used again', async () => {
    const { attachment, uploadUrl } = await announce(anna, { byteSize: 500_000 })
    await unchanged(server.desk, async () => {
      const headers = { 'content-length': '400000', expect: '100-continue' }
      const outgoing = request(uploadUrl, { method: 'PUT', headers })
      outgoing.on('error', () => undefined)
      outgoing.flushHeaders()
      // The server waits for the content now.
      await once(outgoing, 'continue')
      outgoing.write(Buffer.concat([samples.png(), Buffer.alloc(100_000)]), () => outgoing.destroy())
      await new Promise((resolve) => outgoing.once('close', resolve))
    })
    expect(await filesAbout(attachment.id)).toEqual([])
    expect(await readAttachment(anna, attachment.id)).toMatchObject({ status: 'PENDING', uploadedAt: null })
    expect(await put(uploadUrl, samples.png())).toBe(204)
    expect(await scanned(anna, attachment.id)).toMatchObject({ status: 'CLEAN' })
  })
})
