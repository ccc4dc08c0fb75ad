import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, type Member, ticketIn, unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, done, guest, mutate, outcome } from '../kit/world.ts'
import { png } from './samples.ts'
import { announce, createFields, put, readAttachment, scanned, upload } from './uploading.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer({ ATTACHMENT_MAX_BYTES: '1000', ATTACHMENT_MAX_PENDING: '3' })
  cast = await castOf(server)
})
afterAll(async () => await server.close())

const usual = { fileName: 'чек.png', byteSize: 100, contentType: 'image/png' }
const create = async (input: object) =>
  await mutate(cast.ownBuyer, 'attachmentCreate', { ...usual, ...input }, createFields)

describe('announcing a file', () => {
  it('gives a link of this server, for a time', async () => {
    const before = Date.now()
    const anna = await buyer(server, 'анна первая')
    const { attachment, uploadUrl, uploadExpiresAt, uploadMethod } = await announce(anna, { byteSize: 100 })
    expect(attachment).toEqual({ id: expect.stringMatching(/^att_/), status: 'PENDING', fileName: 'чек.png' })
    expect(uploadUrl).toMatch(
      new RegExp(`^${server.url.replace('/graphql', '')}/attachments/${attachment.id}\\?`),
    )
    expect(uploadMethod).toBe('PUT')
    const seconds = (Date.parse(uploadExpiresAt) - before) / 1_000
    expect(seconds).toBeGreaterThanOrEqual(900)
    expect(seconds).toBeLessThan(930)
    expect(await readAttachment(anna, attachment.id)).toEqual({
      id: attachment.id,
      fileName: 'чек.png',
      status: 'PENDING',
      failureCode: null,
      contentType: null,
      byteSize: null,
      uploadedAt: null,
      url: null,
    })
  })

  it.each([
    ['счёт №5.png', 'счёт №5.png'],
    ['  фото.png ', 'фото.png'],
    ['a<b>c:d"e|f?g*.png', 'a_b_c_d_e_f_g_.png'],
    ['.htaccess', 'htaccess'],
    ['con.png', '_con.png'],
    ['LPT1', '_LPT1'],
    ['console.png', 'console.png'],
    ['и\u0306.png', 'й.png'],
  ])('keeps the name %j as %j', async (fileName, kept) => {
    const anna = await buyer(server, `имя ${fileName.trim().length} ${kept}`)
    expect((await announce(anna, { fileName })).attachment.fileName).toBe(kept)
  })

  it.each([
    ['../../etc/passwd', 'fileName'],
    ['..\\..\\boot.ini', 'fileName'],
    ['/etc/passwd', 'fileName'],
    ['C:\\fakepath\\чек.png', 'fileName'],
    ['..', 'fileName'],
    ['.', 'fileName'],
    ['a\u0000.png', 'fileName'],
    ['a\n.png', 'fileName'],
    ['gpj.\u202Eexe', 'fileName'],
    ['', 'empty'],
    ['   ', 'empty'],
    ['\uD800.png', 'surrogate'],
    ['x'.repeat(201), 'tooLong'],
  ])('refuses the name %j: %s', async (fileName, rule) => {
    const result = await unchanged(server.desk, async () => await create({ fileName }))
    expect(result).toMatchObject({ __typename: 'InvalidInput', rule, path: ['fileName'] })
  })

  it.each([
    [{ byteSize: 0 }, 'InvalidInput', 'range', ['byteSize']],
    [{ byteSize: -1 }, 'InvalidInput', 'range', ['byteSize']],
    [{ byteSize: 1_001 }, 'AttachmentRefused', 'tooLarge', ['byteSize']],
    [{ contentType: 'text/html' }, 'AttachmentRefused', 'type', ['contentType']],
    [{ contentType: 'application/zip' }, 'AttachmentRefused', 'type', ['contentType']],
    [{ contentType: 'x'.repeat(201) }, 'AttachmentRefused', 'type', ['contentType']],
    [{ documentKind: 'a b' }, 'InvalidInput', 'pattern', ['documentKind']],
    [{ idempotencyKey: '' }, 'InvalidInput', 'empty', ['idempotencyKey']],
  ])('refuses %j', async (input, type, rule, path) => {
    const result = await unchanged(server.desk, async () => await create(input))
    expect(result).toMatchObject({ __typename: type, rule, path })
  })
})

describe('for whom', () => {
  const forCustomer: { readonly [Name in Member]: string } = {
    anonymous: 'UNAUTHENTICATED',
    guest: 'InvalidInput',
    otherBuyer: 'InvalidInput',
    ownBuyer: 'AttachmentCreatePayload',
    operator: 'AttachmentCreatePayload',
    operatorOfAnotherTeam: 'AttachmentCreatePayload',
    supervisor: 'AttachmentCreatePayload',
    serviceWithoutScope: 'FORBIDDEN',
    readingService: 'FORBIDDEN',
    service: 'AttachmentCreatePayload',
  }
  it.each(Object.entries(forCustomer) as [Member, string][])('%s by customer: %s', async (who, expected) => {
    const customer = who === 'ownBuyer' ? cast.ownBuyer : await buyer(server, `для ${who}`)
    const customerId = who === 'guest' || who === 'otherBuyer' ? cast.ownBuyer.id : customer.id
    const call = async () => await outcome(cast[who], 'attachmentCreate', { ...usual, customerId })
    expect(await (expected.endsWith('Payload') ? call() : unchanged(server.desk, call))).toBe(expected)
  })

  const forTicket: { readonly [Name in Member]: string } = {
    ...forCustomer,
    guest: 'NotFound',
    otherBuyer: 'NotFound',
    operatorOfAnotherTeam: 'NotFound',
  }
  it.each(Object.entries(forTicket) as [Member, string][])('%s by ticket: %s', async (who, expected) => {
    const owner = await buyer(server, `обращение для ${who}`)
    const ticket = await ticketIn({ ...cast, ownBuyer: owner })
    const by = who === 'ownBuyer' ? owner : cast[who]
    const call = async () => await outcome(by, 'attachmentCreate', { ...usual, ticketId: ticket.id })
    expect(await (expected.endsWith('Payload') ? call() : unchanged(server.desk, call))).toBe(expected)
  })

  it('the desk must say it, rightly', async () => {
    const { operator, otherBuyer } = cast
    const call = async (input: object) => await mutate(operator, 'attachmentCreate', { ...usual, ...input })
    expect(await call({})).toMatchObject({ rule: 'required', path: ['customerId'] })
    expect(await call({ customerId: 'cus_x' })).toMatchObject({ code: 'NOT_FOUND', path: ['customerId'] })
    expect(await call({ ticketId: 'x' })).toMatchObject({ code: 'NOT_FOUND', path: ['ticketId'] })
    const ticket = await ticketIn(cast)
    const both = await call({ ticketId: ticket.id, customerId: otherBuyer.id })
    expect(both).toMatchObject({ code: 'NOT_FOUND', path: ['customerId'] })
  })
})

describe('how many', () => {
  it('a customer has a few files that are in no message, also when many are announced at once', async () => {
    const vera = await buyer(server, 'vera')
    const results = await Promise.all(
      Array.from({ length: 8 }, async () => await outcome(vera, 'attachmentCreate', usual)),
    )
    expect(results.sort()).toEqual([
      ...Array.from({ length: 3 }, () => 'AttachmentCreatePayload'),
      ...Array.from({ length: 5 }, () => 'AttachmentRefused'),
    ])
    expect(await mutate(vera, 'attachmentCreate', usual)).toMatchObject({
      rule: 'tooMany',
      detail: 'Ждать отправки может не больше 3 файлов.',
    })
  })

  it('the limit of sizes is told in words', async () => {
    expect(await create({ byteSize: 1_001 })).toMatchObject({
      detail: 'Файл может быть не больше 1000 байт.',
    })
  })
})

describe('the same key', () => {
  it('gives the one file, with a new link while it waits', async () => {
    const key = { idempotencyKey: 'файл 1' }
    const lena = await buyer(server, 'lena')
    const first = await announce(lena, { ...usual, ...key })
    const again = await announce(lena, { ...usual, ...key })
    expect(again.attachment).toEqual(first.attachment)
    expect(await put(again.uploadUrl, png())).toBe(204)
    const after = await announce(lena, { ...usual, ...key })
    expect(after).toMatchObject({ attachment: { id: first.attachment.id }, uploadUrl: null })
    expect((await scanned(lena, first.attachment.id)).status).toBe('CLEAN')
  })

  it('with another file is a conflict', async () => {
    const zoya = await buyer(server, 'zoya')
    await announce(zoya, { ...usual, idempotencyKey: 'k' })
    const call = async () =>
      await outcome(zoya, 'attachmentCreate', { ...usual, byteSize: 99, idempotencyKey: 'k' })
    expect(await unchanged(server.desk, call)).toBe('IdempotencyConflict')
  })

  it('works for a bot too', async () => {
    const input = { ...usual, customerId: (await buyer(server, 'бот')).id, idempotencyKey: 'бот' }
    const first = await announce(cast.service, input)
    expect((await announce(cast.service, input)).attachment.id).toBe(first.attachment.id)
  })
})

it('a file of a guest is the customer’s after login', async () => {
  const visitor = await guest(server)
  const id = await upload(visitor)
  const igor = await buyer(server, 'igor')
  expect(await readAttachment(igor, id)).toBe(null)
  await done(igor, 'guestLink', { guestToken: visitor.token }, '__typename')
  expect(await scanned(igor, id)).toMatchObject({ id, status: 'CLEAN' })
})
