import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { unchanged } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { mutate, openTicket, outcome, type Person } from '../kit/world.ts'
import { send } from '../messages/entries.ts'
import { openShop, orderItem, type Shop, upsertOrders } from '../orders/shop.ts'
import * as samples from './samples.ts'
import { announce, put, quiet, scanned, timersOfFile, upload } from './uploading.ts'

let shop: Shop
let anna: Person
let orderId: string
beforeAll(async () => {
  shop = await openShop()
  anna = shop.cast.ownBuyer
  const [order] = await upsertOrders(shop.partner, orderItem('1'))
  orderId = order?.order?.id ?? ''
})
afterAll(async () => await shop.server.close())

describe('files that are refused, with nothing written', () => {
  const refusalOf = async (input: object, by = anna) => {
    const { id } = await openTicket(anna)
    await quiet(shop.server.desk)
    return await unchanged(
      shop.server.desk,
      async () => await mutate(by, 'messageSend', { ticketId: id, text: 'Вот', ...input }),
    )
  }

  it('of somebody else, or of none', async () => {
    const foreign = await upload(shop.cast.otherBuyer)
    await scanned(shop.cast.otherBuyer, foreign)
    for (const attachmentId of [foreign, 'att_01990000-0000-7000-8000-000000000000', 'att_x', orderId]) {
      const refused = await refusalOf({ attachmentIds: [attachmentId] })
      expect(refused).toMatchObject({ __typename: 'NotFound', path: ['attachmentIds', '0'] })
    }
    const byDesk = await refusalOf({ attachmentIds: [foreign] }, shop.cast.supervisor)
    expect(byDesk).toMatchObject({ __typename: 'NotFound', path: ['attachmentIds', '0'] })
  })

  it('not uploaded, in another message, infected, of a wrong type', async () => {
    const waiting = (await announce(anna)).attachment.id
    const taken = await upload(anna)
    await scanned(anna, taken)
    await openTicket(anna, { attachmentIds: [taken] })
    const infected = await upload(anna, samples.eicar, { contentType: 'text/plain' })
    await scanned(anna, infected)
    await until(async () => (await timersOfFile(shop.server.desk, infected)).length === 0)
    const wrong = await announce(anna)
    await put(wrong.uploadUrl, samples.pdf)
    const cases = { notUploaded: waiting, taken, infected, failed: wrong.attachment.id }
    for (const [rule, attachmentId] of Object.entries(cases)) {
      const refused = await refusalOf({ attachmentIds: [attachmentId] })
      expect(refused).toMatchObject({ __typename: 'AttachmentRefused', rule, path: ['attachmentIds', '0'] })
      const opening = { text: 'Вот', attachmentIds: [attachmentId] }
      const byOpening = await unchanged(
        shop.server.desk,
        async () => await mutate(anna, 'ticketOpen', opening),
      )
      expect(byOpening).toMatchObject({ __typename: 'AttachmentRefused', rule })
    }
  })

  it('too many, or one twice', async () => {
    const file = await upload(anna)
    await scanned(anna, file)
    const eleven = Array.from({ length: 11 }, () => `att_${randomUUID()}`)
    expect(await refusalOf({ attachmentIds: eleven })).toMatchObject({
      rule: 'tooMany',
      path: ['attachmentIds'],
    })
    expect(await refusalOf({ attachmentIds: [file, file] })).toMatchObject({ rule: 'duplicate' })
  })

  it('one file in two messages at once is in one of them', async () => {
    const tickets = await Promise.all(Array.from({ length: 5 }, async () => await openTicket(anna)))
    const file = await upload(anna)
    const results = await Promise.all(
      tickets.map(
        async ({ id }) =>
          await outcome(anna, 'messageSend', { ticketId: id, text: 'x', attachmentIds: [file] }),
      ),
    )
    expect(results.toSorted()).toEqual([
      ...Array.from({ length: 4 }, () => 'AttachmentRefused'),
      'MessageSendPayload',
    ])
  })
})

describe('retries', () => {
  it('of a message with files give the one message; other files or cards are a conflict', async () => {
    const { id } = await openTicket(anna)
    const [file, other] = [await upload(anna), await upload(anna)]
    await quiet(shop.server.desk)
    const key = { clientMessageId: randomUUID() }
    const first = await send(anna, id, 'Вот', { ...key, attachmentIds: [file], cards: [{ orderId }] })
    const again = await send(anna, id, 'Вот', { ...key, attachmentIds: [file], cards: [{ orderId }] })
    expect(again).toEqual(first)
    for (const more of [
      {},
      { attachmentIds: [other] },
      { attachmentIds: [file] },
      { cards: [{ orderId }] },
    ]) {
      const call = async () =>
        await outcome(anna, 'messageSend', { ticketId: id, text: 'Вот', ...key, ...more })
      expect(await unchanged(shop.server.desk, call)).toBe('IdempotencyConflict')
    }
  })

  it('of a ticket with files open one', async () => {
    const file = await upload(anna)
    const input = { text: 'Вот', attachmentIds: [file], idempotencyKey: 'с файлом' }
    expect((await openTicket(anna, input)).id).toBe((await openTicket(anna, input)).id)
    expect(await outcome(anna, 'ticketOpen', { ...input, attachmentIds: [] })).toBe('IdempotencyConflict')
  })
})
