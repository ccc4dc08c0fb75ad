import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../src/core/ids.ts'
import { type Cast, castOf } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { statementsDuring } from '../kit/statements.ts'
import { done, openTicket, type Person, readTicket } from '../kit/world.ts'
import { orderOf, paymentOf } from '../tickets/shop-rows.ts'
import { send } from './entries.ts'

let server: TestServer
let cast: Cast
let order: string
let otherOrder: string
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  order = await orderOf(server.desk, cast.ownBuyer)
  otherOrder = await orderOf(server.desk, cast.ownBuyer, '777001')
})
afterAll(async () => await server.close())

const missing = 'missingDetails { detail question }'
interface Missing {
  readonly missingDetails: readonly { readonly detail: string; readonly question: string }[]
}
async function missingOf(by: Person, ticketId: string): Promise<string[]> {
  const ticket = await readTicket<Missing>(by, ticketId, missing)
  return ticket?.missingDetails.map(({ detail }) => detail) ?? ['no ticket']
}

describe('missing details', () => {
  it('are asked for by the answer to ticketOpen, in the viewer’s language', async () => {
    const input = { text: 'Не подошёл размер', topic: 'RETURN' }
    const { ticket } = await done<{ ticket: Missing }>(
      cast.ownBuyer,
      'ticketOpen',
      input,
      `ticket { ${missing} }`,
    )
    expect(ticket.missingDetails).toEqual([
      { detail: 'ORDER_NUMBER', question: 'О каком заказе речь? Пришлите, пожалуйста, его номер.' },
      {
        detail: 'PRODUCT',
        question: 'О каком товаре речь? Пришлите, пожалуйста, артикул или выберите товар из заказа.',
      },
      { detail: 'PHOTO', question: 'Приложите, пожалуйста, фотографии, на которых видно, что не так.' },
    ])
    const english = await server.request<{ result: { ticket: Missing } }>(
      `mutation ($input: TicketOpenInput!) { result: ticketOpen(input: $input) {
        ... on TicketOpenPayload { ticket { ${missing} } } } }`,
      { input: { text: 'Where is it?', topic: 'DELIVERY' } },
      cast.ownBuyer.token,
      { 'accept-language': 'en' },
    )
    expect(english.data.result.ticket.missingDetails).toEqual([
      {
        detail: 'TRACKING_NUMBER',
        question: 'Which parcel is it about? Please send the tracking number or the number of the order.',
      },
    ])
  })

  it('become fewer as they are told, the same for everybody who sees the ticket', async () => {
    const { id } = await openTicket(cast.ownBuyer, { text: 'Не проходит оплата', topic: 'PAYMENT' })
    const everybody = [cast.ownBuyer, cast.operator, cast.supervisor, cast.readingService]
    const expectMissing = async (details: string[]) => {
      for (const who of everybody) expect(await missingOf(who, id)).toEqual(details)
    }
    await expectMissing(['ORDER_NUMBER', 'PAYMENT_METHOD', 'ERROR_TEXT'])
    await send(cast.operator, id, 'Вы платили картой? Пишет «Отказано»?')
    await done(cast.operator, 'noteAdd', { ticketId: id, text: 'картой, «Отказано»' })
    await expectMissing(['ORDER_NUMBER', 'PAYMENT_METHOD', 'ERROR_TEXT'])
    await send(cast.ownBuyer, id, 'Картой')
    await expectMissing(['ORDER_NUMBER', 'ERROR_TEXT'])
    await send(cast.ownBuyer, id, 'Заказ 777001')
    await expectMissing(['ERROR_TEXT'])
    await paymentOf(server.desk, cast.ownBuyer, otherOrder, 'INSUFFICIENT_FUNDS')
    await expectMissing([])
  })

  it('of a payment are told by the linked order’s declined one', async () => {
    const declined = await orderOf(server.desk, cast.ownBuyer, '555000111')
    await paymentOf(server.desk, cast.ownBuyer, declined)
    const { id } = await openTicket(cast.ownBuyer, { topic: 'PAYMENT', orderId: declined })
    expect(await missingOf(cast.ownBuyer, id)).toEqual(['ERROR_TEXT'])
    await paymentOf(server.desk, cast.ownBuyer, declined, 'INSUFFICIENT_FUNDS')
    expect(await missingOf(cast.ownBuyer, id)).toEqual([])
  })

  it('of a return do not ask which product of an order with one', async () => {
    const one = await openTicket(cast.ownBuyer, { topic: 'RETURN', orderId: order })
    expect(await missingOf(cast.ownBuyer, one.id)).toEqual(['PHOTO'])
    const larger = await orderOf(server.desk, cast.ownBuyer, 'два товара', 2)
    const two = await openTicket(cast.ownBuyer, { topic: 'RETURN', orderId: larger })
    expect(await missingOf(cast.ownBuyer, two.id)).toEqual(['PRODUCT', 'PHOTO'])
  })

  it('are told by files and cards of public messages', async () => {
    const { id } = await openTicket(cast.ownBuyer, {
      topic: 'RETURN',
      orderId: await orderOf(server.desk, cast.ownBuyer, newId(), 2),
    })
    const { message } = await send(cast.ownBuyer, id, 'Вот')
    const { prisma } = server.desk.database
    const product = await prisma.product.create({
      data: { id: newId(), source: 'shop', externalId: newId(), name: 'Чайник', sourceUpdatedAt: new Date() },
    })
    await prisma.messageCard.create({
      data: { messageId: message.id.slice(4), position: 1, productId: product.id },
    })
    expect(await missingOf(cast.ownBuyer, id)).toEqual(['PHOTO'])
    const file = {
      customerId: cast.ownBuyer.id.slice(4),
      uploaderKind: 'CUSTOMER' as const,
      messageId: message.id.slice(4),
      fileName: 'фото.jpg',
    }
    await prisma.attachment.create({
      data: { ...file, id: newId(), storageKey: newId(), status: 'INFECTED' },
    })
    expect(await missingOf(cast.ownBuyer, id)).toEqual(['PHOTO'])
    await prisma.attachment.create({ data: { ...file, id: newId(), storageKey: newId(), status: 'CLEAN' } })
    expect(await missingOf(cast.ownBuyer, id)).toEqual([])
  })

  it('cost one statement for any number of tickets, and none where nothing is needed', async () => {
    const query = `query ($filter: TicketFilter, $first: Int) {
      tickets(filter: $filter, first: $first) { nodes { id missingDetails { detail } } } }`
    const cost = async (topics: string[], first: number) => {
      const filter = { topics, customerId: cast.guest.id }
      const statements = await statementsDuring(
        server.desk,
        async () => await cast.supervisor.ask(query, { filter, first }),
      )
      return statements.length
    }
    for (let index = 0; index < 50; index += 1) {
      await openTicket(cast.guest, { topic: index % 2 === 0 ? 'PAYMENT' : 'OTHER' })
    }
    expect([await cost(['PAYMENT'], 1), await cost(['PAYMENT', 'OTHER'], 50)]).toEqual([2, 2])
    expect(await cost(['OTHER'], 50)).toBe(1)
  })
})
