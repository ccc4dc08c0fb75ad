import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, ticketIn } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { done, openTicket, type Person, readTicket, service } from '../kit/world.ts'
import { deliveryOf, orderOf } from '../tickets/shop-rows.ts'
import { note, send } from './entries.ts'
import { conversation, importAll, source } from './imports.ts'
import { allSaid, eventful, timelineOf, walk } from './timelines.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
})
afterAll(async () => await server.close())

const forEverybody = (team: string, own: string) => [
  'ticket.opened',
  '1 Где посылка?',
  'ticket.assigned',
  'ticket.statusChanged NEW OPEN',
  'ticket.assigned',
  ...(team === '' ? [] : [team]),
  'ticket.statusChanged OPEN WAITING_CUSTOMER',
  '2 Проверяю',
  ...(own === '' ? [] : [own]),
  'ticket.objectsLinked',
  'ticket.statusChanged WAITING_CUSTOMER OPEN',
  '3 Жду',
  'ticket.statusChanged OPEN RESOLVED',
]

describe('a timeline', () => {
  it('tells everything in the order of the log, inner matters to the desk only', async () => {
    const id = await eventful(server, cast)
    for (const who of [cast.operator, cast.supervisor]) {
      expect(await allSaid(who, id)).toEqual(forEverybody('note Проверить склад', 'ticket.tagged'))
    }
    for (const who of [cast.ownBuyer, cast.readingService, cast.service]) {
      expect(await allSaid(who, id)).toEqual(forEverybody('', ''))
    }
    for (const who of [cast.otherBuyer, cast.guest, cast.operatorOfAnotherTeam, cast.serviceWithoutScope]) {
      expect(await readTicket(who, id, 'timeline { nodes { at } }')).toBeNull()
    }
  })

  it('names who did it, and what it is about', async () => {
    const { id } = await ticketIn(cast)
    const order = await orderOf(server.desk, cast.ownBuyer)
    const parcel = await deliveryOf(server.desk, cast.ownBuyer, order)
    await done(cast.operator, 'ticketClaim', { ticketId: id })
    await done(cast.ownBuyer, 'ticketLink', { ticketId: id, deliveryId: parcel })
    const into = await openTicket(cast.ownBuyer)
    await done(cast.operator, 'ticketMerge', { ticketId: id, intoTicketId: into.id })
    const events = async (who: Person) =>
      (await timelineOf(who, id)).nodes.flatMap(({ type, actor, subjectIds }) =>
        type === 'ticket.statusChanged' || type === undefined ? [] : [[type, actor?.id, subjectIds]],
      )
    const [opened, linked, merged] = [
      ['ticket.opened', cast.ownBuyer.id, []],
      ['ticket.objectsLinked', cast.ownBuyer.id, [order, parcel]],
      ['ticket.merged', cast.operator.id, [into.id]],
    ]
    expect(await events(cast.operator)).toEqual([
      opened,
      ['ticket.assigned', cast.supervisor.id, [cast.teamId]],
      ['ticket.assigned', cast.operator.id, [cast.operator.id, cast.teamId]],
      linked,
      merged,
    ])
    expect(await events(cast.ownBuyer)).toEqual([
      opened,
      ['ticket.assigned', cast.supervisor.id, []],
      ['ticket.assigned', cast.operator.id, []],
      linked,
      merged,
    ])
    const about = await cast.ownBuyer.ask('query ($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }', {
      ids: [order, parcel, into.id],
    })
    expect(about).toEqual({
      nodes: [
        { __typename: 'Order', id: order },
        { __typename: 'Delivery', id: parcel },
        { __typename: 'Ticket', id: into.id },
      ],
    })
  })

  it('shows messages as they are now', async () => {
    const { id } = await openTicket(cast.ownBuyer)
    const { message } = await send(cast.ownBuyer, id, 'Опечатка')
    await done(cast.ownBuyer, 'messageEdit', { messageId: message.id, text: 'Исправлено' })
    const { message: secret } = await send(cast.ownBuyer, id, 'Номер карты')
    await done(cast.operator, 'messageRedact', { messageId: secret.id })
    expect(await allSaid(cast.ownBuyer, id)).toEqual([
      'ticket.opened',
      '1 Где посылка?',
      '2 Исправлено',
      '3 ',
    ])
  })
})

describe('the timeline of an imported ticket', () => {
  it('has its messages by seq, then what happened here', async () => {
    const partner = await service(server, 'import:write')
    const [imported] = await importAll(partner, [conversation('1', { ...source(), status: 'RESOLVED' })])
    const id = imported?.ticket?.id ?? ''
    const past = ['1 Где заказ?', '2 В пути', '3 Заказ выдан', 'ticket.imported']
    expect(await allSaid(cast.supervisor, id)).toEqual(past)
    await done(cast.supervisor, 'ticketReopen', { ticketId: id })
    await note(cast.supervisor, id, 'Старое')
    await send(cast.supervisor, id, 'Чем помочь?', { keepOpen: true })
    expect(await allSaid(cast.supervisor, id)).toEqual([
      ...past,
      'ticket.statusChanged RESOLVED OPEN',
      'note Старое',
      '4 Чем помочь?',
    ])
    const { nodes } = await timelineOf(cast.supervisor, id)
    expect(nodes[0]).toMatchObject({
      at: '2020-01-02T03:04:06.000Z',
      message: { author: { kind: 'CUSTOMER' } },
    })
    expect(await walk(cast.supervisor, id, 2)).toEqual(nodes)
  })
})
