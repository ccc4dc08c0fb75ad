import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openStorage } from '../../src/core/files/storage.ts'
import { readEnv, WrongSetting } from '../../src/env.ts'
import { unchanged } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, type Person } from '../kit/world.ts'
import { uuidOf } from '../messages/entries.ts'
import { type Bucket, startBucket } from './s3.ts'
import * as samples from './samples.ts'
import { announce, put, quiet, readAttachment, scanned, upload } from './uploading.ts'

let bucket: Bucket
let server: TestServer
let anna: Person
beforeAll(async () => {
  bucket = await startBucket()
  server = await startTestServer({ STORAGE_URL: bucket.url })
  anna = await buyer(server, 'anna')
})
afterAll(async () => {
  await server.close()
  await bucket.close()
})

describe('files in a bucket', () => {
  it('are put, scanned and given by signed requests', async () => {
    const content = samples.png('x'.repeat(3_000_000))
    const id = await upload(anna, content)
    const { url, status } = await scanned(anna, id)
    expect(status).toBe('CLEAN')
    const [[key, stored] = []] = [...bucket.objects].filter(([one]) => one.startsWith(`${uuidOf(id)}/`))
    expect(key).toMatch(/^[0-9a-f-]{36}\/[0-9a-f-]{36}$/)
    expect(stored?.content.equals(content)).toBe(true)
    expect(stored?.contentType).toBe('image/png')
    const got = await fetch(url ?? '')
    expect(got.headers.get('content-length')).toBe(String(content.length))
    expect(Buffer.from(await got.arrayBuffer()).equals(content)).toBe(true)
    expect(bucket.calls.filter((call) => !call.endsWith('200'))).toEqual([])
  })

  it('are removed when something bad is in them', async () => {
    const id = await upload(anna, samples.eicar, { contentType: 'text/plain' })
    expect(await scanned(anna, id)).toMatchObject({ status: 'INFECTED' })
    await until(() => ![...bucket.objects.keys()].some((key) => key.startsWith(uuidOf(id))))
    await quiet(server.desk)
  })

  it('wait for a bucket that is down: 503, nothing written, the link can be used again', async () => {
    const { attachment, uploadUrl } = await announce(anna)
    bucket.isDown = true
    expect(await unchanged(server.desk, async () => await put(uploadUrl, samples.png()))).toBe(503)
    bucket.isDown = false
    expect(await put(uploadUrl, samples.png())).toBe(204)
    const { url } = await scanned(anna, attachment.id)
    bucket.isDown = true
    expect((await fetch(url ?? '')).status).toBe(503)
    bucket.isDown = false
    expect((await fetch(url ?? '')).status).toBe(200)
    expect(await readAttachment(anna, attachment.id)).toMatchObject({ status: 'CLEAN' })
  })

  it('are refused with a wrong key', async () => {
    const storage = await openStorage({ dataDir: '/nowhere', url: bucket.url.replace('se%2F', 'xx%2F') })
    await expect(storage.read('a/b')).rejects.toThrow()
    expect(bucket.calls.at(-1)).toBe('GET 403')
  })
})

describe('STORAGE_URL', () => {
  it.each([
    'http://a:b@host/bucket',
    's3://host/bucket',
    's3://a:b@host',
    's3://a:b@host/',
    's3://a:b@host/x/y',
    'x',
  ])('%s stops the start', (url) => {
    expect(() => readEnv({ STORAGE_URL: url })).toThrow(WrongSetting)
    expect(() => readEnv({ STORAGE_URL: url })).toThrow(/^STORAGE_URL: must be s3:/)
  })
})

describe('CLAMAV_URL', () => {
  it.each(['clamd', 'http://host', 'unix:', 'tcp://'])('%s stops the start', (url) => {
    expect(() => readEnv({ CLAMAV_URL: url })).toThrow(/^CLAMAV_URL: must be tcp:/)
  })
})
