import { afterAll, beforeAll, expect, it } from 'vitest'
import { receive } from '../channels/scene.ts'
import { record, upsertParcels } from '../deliveries/parcels.ts'
import { admin, buyer, outcome, type Person, service } from '../kit/world.ts'
import { upsertOrders } from '../orders/shop.ts'
import { openScene, type Scene } from '../returns/scene.ts'
import { ask, exportIn } from './archive.ts'
import { completed, erase } from './erasing.ts'
import { pathsIn, Seeds } from './seeds.ts'
import { type Story, tellStory } from './story.ts'

/** Somebody who has left traces everywhere is erased, and none of them is found by reading everything. */
let scene: Scene
let owner: Person
let story: Story
const seeds = new Seeds()
beforeAll(async () => {
  scene = await openScene()
  owner = await admin(scene.server)
  story = await tellStory(scene, seeds)
  await exportIn(story.zoya, (await ask(story.zoya)).id, 'READY')
}, 120_000)
afterAll(async () => await scene.server.close())

it('every seed was planted where it is kept', async () => {
  const found = await seeds.findIn(scene.server)
  expect(seeds.all.filter((seed) => found[seed] === undefined)).toEqual([])
})

it('the log of events holds none of them at any time, nor does the server’s own', async () => {
  const found = await seeds.findIn(scene.server)
  const places = new Set(Object.values(found).flat())
  expect([...places].filter((place) => place.startsWith('events'))).toEqual([])
  const said = JSON.stringify(scene.server.logs)
  expect(seeds.all.filter((seed) => said.includes(seed))).toEqual([])
})

it('nothing of the person is left in any table or file', async () => {
  for (const id of [story.zoya.id, ...story.others]) {
    const { id: erasureId } = await erase(owner, id)
    await completed(scene.server, owner, erasureId)
  }
  expect(await seeds.findIn(scene.server)).toEqual({})
  expect(await pathsIn(scene.server)).toEqual([])
})

it('the shop’s books stay: orders, payments, parcels, returns, tickets and stars, without the person', async () => {
  const { pool } = scene.server.desk.database
  const id = story.zoya.id.slice(4)
  const { rows } = await pool.query<{ books: object }>(
    `select jsonb_build_object(
      'order', (select jsonb_build_object('total', total, 'status', status, 'country', address_country)
        from orders where customer_id = $1),
      'payment', (select captured_amount from payments where customer_id = $1),
      'attempts', (select count(*) from payment_attempts join payments on payments.id = payment_id where customer_id = $1),
      'events', (select count(*) from tracking_events join deliveries on deliveries.id = delivery_id where customer_id = $1),
      'returns', (select jsonb_agg(status order by id) from returns where customer_id = $1),
      'complaint', (select status from complaints where customer_id = $1),
      'stars', (select score from ratings where customer_id = $1),
      'tickets', (select jsonb_agg(status order by id) from tickets where customer_id = $1)) as books`,
    [id],
  )
  expect(rows[0]?.books).toEqual({
    order: { total: 259_150, status: 'DELIVERED', country: 'RU' },
    payment: 259_150,
    attempts: 1,
    events: 1,
    returns: ['CANCELLED', 'DECLINED'],
    complaint: 'RESOLVED',
    stars: 2,
    tickets: ['CLOSED', 'CLOSED', 'CLOSED', 'CLOSED', 'CLOSED'],
  })
})

it('the desk sees in its own language that a customer was here', async () => {
  const query =
    'query ($id: ID!) { ticket(id: $id) { subject customer { name email erasedAt } messages { nodes { text } } } }'
  const read = async (locale: string) =>
    (
      await scene.server.request<{ ticket: { customer: { name: string }; messages: { nodes: object[] } } }>(
        query,
        { id: story.ticketId },
        owner.token,
        { 'accept-language': locale },
      )
    ).data.ticket
  expect(await read('ru')).toMatchObject({
    subject: '…',
    customer: { name: 'Удалённый покупатель', email: null },
  })
  const { customer, messages } = await read('en')
  expect(customer.name).toBe('Deleted customer')
  expect(messages.nodes).toEqual([{ text: '' }, { text: '' }, { text: '' }])
})

it('what partners tell once more brings nothing back', async () => {
  const later = { sourceUpdatedAt: new Date(Date.now() + 1_000).toISOString() }
  const warehouse = await service(scene.server, 'deliveries:write')
  expect(await upsertParcels(warehouse, { ...story.parcel, ...later })).toMatchObject([{ isNew: false }])
  const again = { ...story.tracking, rawCode: '1', occurredAt: new Date().toISOString() }
  expect(await record(warehouse, again)).toMatchObject([{ isNew: true }])
  expect(await upsertOrders(scene.partner, { ...story.order, ...later })).toMatchObject([
    { __typename: 'InvalidInput', rule: 'unknown' },
  ])
  expect(await seeds.findIn(scene.server)).toEqual({})
})

it('whoever comes back is somebody new: by the old login, or from the platform', async () => {
  const back = await buyer(scene.server, 'Зоя', { sub: story.subject })
  expect(back.id).not.toBe(story.zoya.id)
  const { viewer, tickets, orders } = await back.ask(
    '{ viewer { customer { id name externalId } } tickets { nodes { id } } orders { nodes { id } } }',
  )
  expect({ viewer, tickets, orders }).toEqual({
    viewer: { customer: { id: back.id, name: 'Зоя', externalId: null } },
    tickets: { nodes: [] },
    orders: { nodes: [] },
  })
  const bot = await service(scene.server, 'channels:telegram')
  const { ticket, isNew } = await receive(bot, story.telegram)
  const { rows } = await scene.server.desk.database.pool.query<{ id: string }>(
    'select customer_id as id from tickets where id = $1',
    [ticket.id.slice(4)],
  )
  expect(isNew).toBe(true)
  expect(story.others).not.toContain(`cus_${rows[0]?.id}`)
})

it('nobody opens anything for who is not there any more', async () => {
  const { operator } = scene.cast
  const input = { customerId: story.zoya.id, text: 'Здравствуйте' }
  expect(await outcome(operator, 'ticketOpen', input)).toBe('NotFound')
  const file = { customerId: story.zoya.id, fileName: 'a.txt', byteSize: 1, contentType: 'text/plain' }
  expect(await outcome(operator, 'attachmentCreate', file)).toBe('NotFound')
  expect(await outcome(owner, 'customerExportRequest', { customerId: story.zoya.id })).toBe('NotFound')
})
