import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { eventsOf, unchanged } from '../kit/cast.ts'
import { done, mutate, openTicket, outcome, type Person, readTicket } from '../kit/world.ts'
import { uuidOf } from '../orders/shop.ts'
import {
  buy,
  document,
  openScene,
  type Return,
  request,
  requestInput,
  returnFields,
  type Scene,
} from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

async function refused(input: object, by: Person = scene.cast.ownBuyer) {
  return await unchanged(scene.server.desk, async () => await mutate(by, 'returnRequest', input))
}

describe('returnRequest', () => {
  it('files a return, and opens a conversation about it', async () => {
    const bought = await buy(scene, { lines: [{ quantity: 3 }, {}] })
    const documentId = await document(scene, scene.cast.ownBuyer)
    const filed = await request(scene, bought, { documentIds: [documentId] })
    expect(filed).toMatchObject({
      id: expect.stringMatching(/^ret_/),
      number: expect.stringMatching(/^R-\d{6}$/),
      status: 'REQUESTED',
      version: 1,
      reason: 'damaged',
      wish: 'RETURN_AND_REFUND',
      decision: null,
      goodsStatus: null,
      escalatedAt: null,
      documents: [{ id: documentId }],
      goodsValue: { amount: '4180.00', currencyCode: 'RUB' },
      grantableAmount: { amount: '0.00', currencyCode: 'RUB' },
    })
    const days = (Date.parse(String(filed['decisionDueAt'])) - Date.now()) / 86_400_000
    expect(days).toBeGreaterThan(9.99)
    expect(days).toBeLessThanOrEqual(10)
    const ticketId = filed.ticket?.id ?? ''
    const fields =
      'topic status subject customer { id } order { id } messages { nodes { seq text author { __typename } } }'
    expect(await readTicket(scene.cast.ownBuyer, ticketId, fields)).toMatchObject({
      topic: 'RETURN',
      status: 'NEW',
      subject: 'Коробка помята, товар разбит',
      order: { id: bought.orderId },
      messages: { nodes: [{ seq: 1, text: 'Коробка помята, товар разбит' }] },
    })
    const events = await eventsOf(scene.server.desk, ticketId)
    expect(events.at(-1)).toEqual({
      type: 'return.requested',
      data: { returnId: uuidOf(filed.id), orderId: uuidOf(bought.orderId) },
    })
  })

  it('without a comment lets the reason speak, in the customer’s language', async () => {
    const filed = await request(scene, await buy(scene), { comment: null })
    expect(filed['comment']).toBeNull()
    const read = await readTicket<{ subject: string }>(scene.cast.operator, filed.ticket?.id ?? '', 'subject')
    expect(read).toEqual({ subject: 'Повреждён при доставке' })
  })

  it('joins a ticket of the customer when one is given', async () => {
    const ticket = await openTicket(scene.cast.ownBuyer)
    const filed = await request(scene, await buy(scene), { ticketId: ticket.id })
    expect(filed.ticket?.id).toBe(ticket.id)
    const fields = 'lastSeq returns { nodes { id } }'
    expect(await readTicket(scene.cast.ownBuyer, ticket.id, fields)).toEqual({
      lastSeq: 1,
      returns: { nodes: [{ id: filed.id }] },
    })
  })

  it('by the desk is for the customer of the order, and leaves the desk to act', async () => {
    const filed = await request(scene, await buy(scene), {}, scene.cast.operator)
    const read = await readTicket(scene.cast.ownBuyer, filed.ticket?.id ?? '', 'status customer { id }')
    expect(read).toEqual({ status: 'OPEN', customer: { id: scene.cast.ownBuyer.id } })
  })

  it('files one return for one key', async () => {
    const input = await requestInput(scene, await buy(scene), { idempotencyKey: 'возврат 1' })
    const file = async () =>
      (
        await done<{ return: Return }>(
          scene.cast.ownBuyer,
          'returnRequest',
          input,
          `return { ${returnFields} }`,
        )
      ).return
    const [first, second] = await Promise.all([file(), file()])
    expect(second).toEqual(first)
    expect(await unchanged(scene.server.desk, file)).toEqual(first)
    expect(await refused({ ...input, comment: 'Другое' })).toMatchObject({
      __typename: 'IdempotencyConflict',
    })
  })

  it.each([
    ['anonymous', 'UNAUTHENTICATED'],
    ['guest', 'NotFound'],
    ['otherBuyer', 'NotFound'],
    ['ownBuyer', 'ReturnRequestPayload'],
    ['operator', 'ReturnRequestPayload'],
    ['operatorOfAnotherTeam', 'ReturnRequestPayload'],
    ['supervisor', 'ReturnRequestPayload'],
    ['serviceWithoutScope', 'FORBIDDEN'],
    ['readingService', 'FORBIDDEN'],
    ['service', 'FORBIDDEN'],
  ] as const)('%s: %s', async (who, expected) => {
    const input = await requestInput(scene, await buy(scene))
    const call = async () => await outcome(scene.cast[who], 'returnRequest', input)
    expect(await (expected.endsWith('Payload') ? call() : unchanged(scene.server.desk, call))).toBe(expected)
  })
})
