import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { decodeIdOf } from '../../src/core/ids.ts'
import { unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, type Person } from '../kit/world.ts'
import * as samples from './samples.ts'
import { announce, put, quiet, scanned, upload } from './uploading.ts'

let server: TestServer
let anna: Person
beforeAll(async () => {
  server = await startTestServer({ ATTACHMENT_MAX_BYTES: '1000000', ATTACHMENT_MAX_PENDING: '1000' })
  anna = await buyer(server, 'anna')
})
beforeEach(async () => await quiet(server.desk))
afterAll(async () => await server.close())

describe('the link', () => {
  const soon = () => new Date(Date.now() + 60_000)

  it('of another file, or changed, is none of ours: 403', async () => {
    const [one, other] = [await announce(anna), await announce(anna)]
    const url = new URL(one.uploadUrl)
    const changed = (change: (made: URL) => void) => {
      const made = new URL(url)
      change(made)
      return made.href
    }
    const forged = [
      changed((made) => (made.pathname = new URL(other.uploadUrl).pathname)),
      changed((made) => made.searchParams.set('size', '999999')),
      changed((made) => made.searchParams.set('type', 'application/pdf')),
      changed((made) => made.searchParams.set('expires', '99999999999')),
      changed((made) => made.searchParams.append('size', '999999')),
      changed((made) => made.searchParams.set('signature', '')),
      changed((made) => made.searchParams.delete('signature')),
      changed((made) => (made.search = '')),
      changed((made) =>
        made.searchParams.set('signature', new URL(other.uploadUrl).searchParams.get('signature') ?? ''),
      ),
    ]
    for (const link of forged) {
      expect(await unchanged(server.desk, async () => await put(link, samples.png()))).toBe(403)
    }
  })

  it('to download by does not upload', async () => {
    const id = await upload(anna)
    const { url } = await scanned(anna, id)
    expect(await put(url ?? '', samples.png('x'))).toBe(403)
  })

  it('past its time: 410', async () => {
    const { attachment } = await announce(anna)
    const path = `/attachments/${attachment.id}`
    const facts = { size: '1000', type: 'image/png' }
    const past = server.desk.links.make('upload', path, facts, new Date(Date.now() - 1_000))
    expect(await unchanged(server.desk, async () => await put(past.href, samples.png()))).toBe(410)
    const present = server.desk.links.make('upload', path, facts, soon())
    expect(await put(present.href, samples.png())).toBe(204)
  })

  it.each([
    'att_01990000-0000-7000-8000-000000000000',
    'tkt_01990000-0000-7000-8000-000000000000',
    '..%2f..%2fetc',
  ])('of no file, %s: 404', async (id) => {
    expect(decodeIdOf('Attachment', id) === null || id.startsWith('att_0199')).toBe(true)
    const facts = { size: '1000', type: 'image/png' }
    const link = server.desk.links.make('upload', `/attachments/${id}`, facts, soon())
    expect(await put(link.href, samples.png())).toBe(404)
  })

  it('takes no other method', async () => {
    const { uploadUrl } = await announce(anna)
    for (const method of ['POST', 'DELETE', 'OPTIONS']) {
      const response = await fetch(uploadUrl, { method })
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, PUT'])
    }
  })

  it('works on another node of the same database and folder', async () => {
    const { env, database } = server.desk
    const second = await startTestServer({ DATABASE_URL: database.url, DATA_DIR: env.DATA_DIR })
    try {
      const { attachment, uploadUrl } = await announce(anna)
      const there = uploadUrl.replace(new URL(uploadUrl).origin, new URL(second.url).origin)
      expect(await put(there, samples.png('там'))).toBe(204)
      expect(await put(uploadUrl, samples.png('тут'))).toBe(409)
      const { url } = await scanned(anna, attachment.id)
      const got = await fetch((url ?? '').replace(new URL(uploadUrl).origin, new URL(second.url).origin))
      expect(Buffer.from(await got.arrayBuffer())).toEqual(samples.png('там'))
    } finally {
      await second.close()
    }
  })
})
