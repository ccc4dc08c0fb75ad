import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ticketIn, unchanged } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { statementsDuring } from '../kit/statements.ts'
import { done, mutate, openTicket, outcome, type Person, readTicket } from '../kit/world.ts'
import { send, uuidOf } from '../messages/entries.ts'
import { openShop, orderItem, productItem, type Shop, upsertOrders, upsertProducts } from '../orders/shop.ts'
import * as samples from './samples.ts'
import { eventsOfFile, quiet, readAttachment, scanned, timersOfFile, upload } from './uploading.ts'

let shop: Shop
let anna: Person
let orderId: string
let foreignOrderId: string
let productId: string
beforeAll(async () => {
  shop = await openShop()
  anna = shop.cast.ownBuyer
  const [order, foreign] = await upsertOrders(
    shop.partner,
    orderItem('1'),
    orderItem('2', { customerExternalId: 'boris' }),
  )
  const [product] = await upsertProducts(shop.partner, productItem('p1'))
  orderId = order?.order?.id ?? ''
  foreignOrderId = foreign?.order?.id ?? ''
  productId = product?.product?.id ?? ''
})
afterAll(async () => await shop.server.close())

interface Shown {
  readonly id: string
  readonly text: string
  readonly kind: string
  readonly attachments: {
    id: string
    fileName: string
    status: string
    failureCode: string | null
    url: string | null
  }[]
  readonly cards: { position: number; product: { id: string } | null; order: { id: string } | null }[]
}
const shown =
  'id text kind attachments { id fileName status failureCode url } cards { position product { id } order { id } }'
const messagesOf = async (by: Person, ticketId: string) =>
  (await readTicket<{ messages: { nodes: Shown[] } }>(by, ticketId, `messages { nodes { ${shown} } }`))
    ?.messages.nodes ?? []

describe('a message with files', () => {
  it('shows them, with their status, and their link when they are clean', async () => {
    const { id } = await openTicket(anna)
    const files = [await upload(anna, samples.png('1')), await upload(anna, samples.png('2'))]
    await send(anna, id, 'Вот чек', { attachmentIds: files })
    for (const file of files) await scanned(anna, file)
    const [, message] = await messagesOf(shop.cast.supervisor, id)
    expect(message).toMatchObject({ text: 'Вот чек', kind: 'TEXT', cards: [] })
    expect(message?.attachments).toEqual(
      files.map((file) => ({
        id: file,
        fileName: 'чек.png',
        status: 'CLEAN',
        failureCode: null,
        url: expect.stringContaining(file),
      })),
    )
  })

  it('may have no words, also as the first of a ticket', async () => {
    const [first, second] = [await upload(anna), await upload(anna)]
    const { id } = await openTicket(anna, { text: ' ', attachmentIds: [first] })
    await send(anna, id, '', { attachmentIds: [second] })
    expect((await messagesOf(anna, id)).map(({ text, attachments }) => [text, attachments.length])).toEqual([
      ['', 1],
      ['', 1],
    ])
    expect(await readTicket(anna, id, 'subject')).toEqual({ subject: '…' })
    expect(await outcome(anna, 'messageSend', { ticketId: id, text: '' })).toBe('InvalidInput')
  })

  it('that are still being scanned are taken; the scan is told to the ticket then', async () => {
    const { id } = await openTicket(anna)
    const file = await upload(anna)
    await send(anna, id, 'Вот', { attachmentIds: [file] })
    await scanned(anna, file)
    const events = await eventsOfFile(shop.server.desk, file)
    expect(events.map(({ type }) => type)).toEqual(['attachment.uploaded', 'attachment.scanned'])
    // The scan may have ended before the message was sent.
    expect([uuidOf(id), null]).toContain(events[1]?.ticketId)
  })

  it('of the customer may be sent by the desk, and its own by the desk only', async () => {
    const { operator } = shop.cast
    const { id } = await ticketIn(shop.cast, 'OPEN')
    const [hers, ours] = [await upload(anna), await upload(operator, samples.png(), { ticketId: id })]
    const refused = await mutate(anna, 'messageSend', { ticketId: id, text: 'x', attachmentIds: [ours] })
    expect(refused).toMatchObject({ code: 'NOT_FOUND', path: ['attachmentIds', '0'] })
    await send(operator, id, 'Оба', { attachmentIds: [hers, ours] })
    expect((await messagesOf(anna, id)).at(-1)?.attachments.map((file) => file.id)).toEqual([hers, ours])
  })
})

describe('cards', () => {
  it('show products and orders of the customer, in order', async () => {
    const { id } = await openTicket(anna, { text: '', cards: [{ productId }] })
    await send(shop.cast.supervisor, id, '', { cards: [{ orderId }, { productId }] })
    const messages = await messagesOf(anna, id)
    expect(messages.map(({ cards }) => cards)).toEqual([
      [{ position: 1, product: { id: productId }, order: null }],
      [
        { position: 1, product: null, order: { id: orderId } },
        { position: 2, product: { id: productId }, order: null },
      ],
    ])
    expect(messages.map(({ kind }) => kind)).toEqual(['TEXT', 'TEXT'])
  })

  it('of an order are empty for a bot that may not see orders', async () => {
    const { id } = await openTicket(anna, { text: '', cards: [{ orderId }] })
    const cards = async (by: Person) => (await messagesOf(by, id))[0]?.cards
    expect(await cards(shop.cast.service)).toEqual([{ position: 1, product: null, order: null }])
    expect(await cards(shop.cast.readingService)).toEqual([
      { position: 1, product: null, order: { id: orderId } },
    ])
  })

  it('are refused for what is not there, not theirs, or not one thing', async () => {
    const { id } = await openTicket(anna)
    await quiet(shop.server.desk)
    const cases: [object, object][] = [
      [[{ orderId: foreignOrderId }], { code: 'NOT_FOUND', path: ['cards', '0', 'orderId'] }],
      [[{ productId }, { orderId: 'ord_x' }], { code: 'NOT_FOUND', path: ['cards', '1', 'orderId'] }],
      [[{ productId: orderId }], { code: 'NOT_FOUND', path: ['cards', '0', 'productId'] }],
      [[{}], { rule: 'oneOf', path: ['cards', '0'] }],
      [[{ productId, orderId }], { rule: 'oneOf', path: ['cards', '0'] }],
      [Array.from({ length: 6 }, () => ({ productId })), { rule: 'tooMany', path: ['cards'] }],
    ]
    for (const [cards, refusal] of cases) {
      const call = async () => await mutate(anna, 'messageSend', { ticketId: id, text: 'x', cards })
      expect(await unchanged(shop.server.desk, call)).toMatchObject(refusal)
    }
    const foreign = { ticketId: id, text: 'x', cards: [{ orderId: foreignOrderId }] }
    expect(await outcome(shop.cast.supervisor, 'messageSend', foreign)).toBe('NotFound')
  })
})

describe('a redaction', () => {
  it('removes files and cards for good: content, name, digest; a mark stays', async () => {
    const { desk } = shop.server
    const { id } = await openTicket(anna)
    const file = await upload(anna, samples.png('тайна'), { fileName: 'паспорт.png' })
    const { message } = await send(anna, id, 'Вот', { attachmentIds: [file], cards: [{ orderId }] })
    const { url } = await scanned(anna, file)
    await done(shop.cast.supervisor, 'messageRedact', { messageId: message.id }, 'message { id }')
    expect((await fetch(url ?? '')).status).toBe(404)
    const [, redacted] = await messagesOf(anna, id)
    expect(redacted).toMatchObject({
      text: '',
      cards: [],
      attachments: [{ id: file, fileName: '', status: 'FAILED', failureCode: 'redacted', url: null }],
    })
    const folder = join(desk.env.DATA_DIR, 'attachments', uuidOf(file))
    await until(async () => (await readdir(folder).catch(() => [])).length === 0)
    await until(async () => (await timersOfFile(desk, file)).length === 0)
    expect(await readAttachment(anna, file)).toMatchObject({ contentType: null, byteSize: null })
    const { rows } = await desk.database.pool.query(
      `select 1 from attachments where id = $1 and sha256 is null and document_kind is null`,
      [uuidOf(file)],
    )
    expect(rows).toHaveLength(1)
  })

  it('of a message whose file is still to be scanned ends the scan', async () => {
    const { id } = await openTicket(anna)
    const file = await upload(anna)
    const { message } = await send(anna, id, 'Вот', { attachmentIds: [file] })
    await done(shop.cast.supervisor, 'messageRedact', { messageId: message.id }, 'message { id }')
    await until(async () => (await timersOfFile(shop.server.desk, file)).length === 0)
    expect(await readAttachment(anna, file)).toMatchObject({ status: 'FAILED', failureCode: 'redacted' })
  })
})

it('a list of messages with files and cards costs the same statements for 1 and for 50', async () => {
  const count = async (messages: number) => {
    const { id } = await openTicket(anna)
    for (let index = 1; index < messages; index += 1) {
      const file = index % 10 === 0 ? [await upload(anna)] : []
      await send(anna, id, `№${index}`, { attachmentIds: file, cards: [{ orderId }, { productId }] })
    }
    const query = `query ($id: ID!) { ticket(id: $id) { messages(first: 100) { nodes { ${shown} } } } }`
    // The scans have statements of their own.
    await quiet(shop.server.desk)
    return (await statementsDuring(shop.server.desk, async () => await anna.ask(query, { id }))).length
  }
  expect(await count(50)).toBe(await count(2))
})
