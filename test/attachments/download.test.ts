import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, type Member, ticketIn } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { Refused } from '../kit/world.ts'
import { send, uuidOf } from '../messages/entries.ts'
import * as samples from './samples.ts'
import { announce, readAttachment, scanned, upload } from './uploading.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer({ PUBLIC_URL: 'https://support.shop.example/desk/' })
  cast = await castOf(server)
})
afterAll(async () => await server.close())

/** The link as it reaches the node behind what stands in front of it. */
const here = (url: string | null) =>
  (url ?? '').replace('https://support.shop.example/desk', new URL(server.url).origin)

async function uploaded(content: Buffer, input: object): Promise<string> {
  const { attachment, uploadUrl } = await announce(cast.ownBuyer, { byteSize: content.length, ...input })
  await fetch(here(uploadUrl), { method: 'PUT', body: new Uint8Array(content) })
  return attachment.id
}

describe('a download', () => {
  it('gives the content, to be saved and never shown', async () => {
    const content = samples.png('содержание')
    const id = await uploaded(content, { fileName: 'чек "№1" 100%.png' })
    const { url } = await scanned(cast.ownBuyer, id)
    expect(url).toMatch(/^https:\/\/support\.shop\.example\/desk\/attachments\/att_/)
    const response = await fetch(here(url))
    expect(response.status).toBe(200)
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': String(content.length),
      'content-disposition': `attachment; filename="___ __1_ 100_.png"; filename*=UTF-8''${encodeURIComponent('чек _№1_ 100%.png')}`,
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
      'cache-control': 'private, no-store',
      'x-request-id': expect.any(String),
    })
    expect(Buffer.from(await response.arrayBuffer())).toEqual(content)
    const head = await fetch(here(url), { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, String(content.length)])
    expect(await head.text()).toBe('')
  })

  it('names a text by what it is', async () => {
    const id = await uploaded(samples.text, { fileName: 'run.bat', contentType: 'text/plain' })
    const { url } = await scanned(cast.ownBuyer, id)
    const response = await fetch(here(url))
    expect(response.headers.get('content-type')).toBe('text/plain; charset=utf-8')
    expect(response.headers.get('content-disposition')).toContain('filename="run.bat.txt"')
    expect(await response.text()).toBe(samples.text.toString('utf8'))
  })

  it('asks for a link of this file, in time: 403, 410', async () => {
    const ids = [await uploaded(samples.png('a'), {}), await uploaded(samples.png('b'), {})]
    const [one, other] = await Promise.all(ids.map(async (id) => await scanned(cast.ownBuyer, id)))
    const foreign = new URL(here(one?.url ?? null))
    foreign.pathname = `/attachments/${other?.id}`
    expect((await fetch(foreign)).status).toBe(403)
    expect((await fetch(`${new URL(server.url).origin}/attachments/${one?.id}`)).status).toBe(403)
    const past = server.desk.links.make(
      'download',
      `/attachments/${one?.id}`,
      {},
      new Date(Date.now() - 1_000),
    )
    expect((await fetch(here(past.href))).status).toBe(410)
  })

  it('is for clean files only: no link, and 404 by an old one', async () => {
    const { attachment } = await announce(cast.ownBuyer)
    expect(await readAttachment(cast.ownBuyer, attachment.id)).toMatchObject({ status: 'PENDING', url: null })
    const id = await uploaded(samples.eicar, { contentType: 'text/plain', fileName: 'a.txt' })
    expect(await scanned(cast.ownBuyer, id)).toMatchObject({
      status: 'INFECTED',
      failureCode: 'virus',
      url: null,
    })
    for (const file of [attachment.id, id]) {
      const link = server.desk.links.make(
        'download',
        `/attachments/${file}`,
        {},
        new Date(Date.now() + 60_000),
      )
      expect((await fetch(here(link.href))).status).toBe(404)
    }
  })
})

describe('who sees a file', () => {
  const sees: { readonly [Name in Member]: boolean | string } = {
    anonymous: 'UNAUTHENTICATED',
    guest: false,
    otherBuyer: false,
    ownBuyer: true,
    operator: true,
    operatorOfAnotherTeam: true,
    supervisor: true,
    serviceWithoutScope: false,
    readingService: true,
    service: true,
  }

  it.each(Object.entries(sees) as [Member, boolean | string][])(
    'a buyer’s own, %s: %s',
    async (who, expected) => {
      const id = await uploaded(samples.png(who), {})
      await scanned(cast.ownBuyer, id)
      const seen = await readAttachment(cast[who], id).catch((error: unknown) => (error as Refused).code)
      if (typeof expected === 'string') expect(seen).toBe(expected)
      else if (expected) expect(seen).toMatchObject({ id, url: expect.any(String) })
      else expect(seen).toBe(null)
    },
  )

  it('the desk’s own is the buyer’s when it stands in a public message', async () => {
    const { operator, ownBuyer, otherBuyer } = cast
    const ticket = await ticketIn(cast)
    const { attachment, uploadUrl } = await announce(operator, { ticketId: ticket.id })
    await fetch(here(uploadUrl), { method: 'PUT', body: new Uint8Array(samples.png()) })
    expect(await readAttachment(ownBuyer, attachment.id)).toBe(null)
    await send(operator, ticket.id, 'Вот ваш чек', { attachmentIds: [attachment.id] })
    expect(await scanned(ownBuyer, attachment.id)).toMatchObject({ status: 'CLEAN' })
    expect(await readAttachment(otherBuyer, attachment.id)).toBe(null)
  })

  it('a malformed id is none', async () => {
    expect(await readAttachment(cast.operator, `att_${uuidOf(cast.ownBuyer.id).toUpperCase()}x`)).toBe(null)
  })
})

it('uploads keep working where a link is not behind anything', async () => {
  const plain = await startTestServer()
  try {
    const [by] = [await castOf(plain)]
    expect((await scanned(by.ownBuyer, await upload(by.ownBuyer))).url).toContain(new URL(plain.url).origin)
  } finally {
    await plain.close()
  }
})
