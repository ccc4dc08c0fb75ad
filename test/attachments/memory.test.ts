import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer } from '../kit/world.ts'
import { mp4 } from './samples.ts'
import { announce, scanned } from './uploading.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer({ ATTACHMENT_MAX_BYTES: '300000000' })
})
afterAll(async () => await server.close())

const chunk = Buffer.alloc(65_536)
const chunks = 3_200
const total = mp4.length + chunk.length * chunks

/** A film of 200 MB that says nothing. */
function* film(): Generator<Buffer> {
  yield mp4
  for (let index = 0; index < chunks; index += 1) yield chunk
}

const heldMegabytes = () => {
  const { heapUsed, external, arrayBuffers } = process.memoryUsage()
  return (heapUsed + external + arrayBuffers) / 1_000_000
}

it('200 MB pass through upload, scan and download without being held', async () => {
  const anna = await buyer(server, 'anna')
  const { attachment, uploadUrl } = await announce(anna, { byteSize: total, contentType: 'video/mp4' })
  const before = heldMegabytes()
  let most = 0
  const watch = setInterval(() => (most = Math.max(most, heldMegabytes() - before)), 20)
  const wanted = createHash('sha256')
  for (const part of film()) wanted.update(part)

  const outgoing = request(uploadUrl, { method: 'PUT' })
  const answered = once(outgoing, 'response') as Promise<[IncomingMessage]>
  await pipeline(Readable.from(film()), outgoing)
  expect((await answered)[0].statusCode).toBe(204)
  const { url, byteSize } = await scanned(anna, attachment.id)
  expect(byteSize).toBe(total)

  const got = createHash('sha256')
  const response = await fetch(url ?? '')
  for await (const part of response.body ?? []) got.update(part as Uint8Array)
  expect(got.digest('hex')).toBe(wanted.digest('hex'))
  clearInterval(watch)
  expect(most).toBeLessThan(100)
})
