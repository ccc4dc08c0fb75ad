import { randomInt, randomUUID } from 'node:crypto'
import { scanned, upload } from '../attachments/uploading.ts'
import { link } from '../customers/linking.ts'
import { record, upsertParcels } from '../deliveries/parcels.ts'
import { buyer, done, guest, openTicket, type Person, service } from '../kit/world.ts'
import { note, send } from '../messages/entries.ts'
import { lineItem, orderItem, paymentItem, recordPayments, upsertOrders } from '../orders/shop.ts'
import type { Scene } from '../returns/scene.ts'
import type { Seeds } from './seeds.ts'
import { importPast, writeInTelegram } from './story-carried.ts'

/** One person's whole life with the shop, told by everybody who tells something, with a seed in each of its words. */
export interface Story {
  readonly zoya: Person
  /** How Zoya logs in. */
  readonly subject: string
  readonly externalId: string
  /** Whose conversation a bot carries, and whose comes from a file of the past: nobody knows that they are Zoya. */
  readonly others: readonly string[]
  readonly ticketId: string
  /** What the bot said of the conversation. */
  readonly telegram: object
  readonly order: object
  readonly parcel: object
  readonly tracking: object
}

const now = () => new Date().toISOString()
const text = (content: string) => Buffer.from(content)
const textFile = { contentType: 'text/plain' }

export async function tellStory(scene: Scene, seeds: Seeds): Promise<Story> {
  const { zoya, subject, externalId } = await logIn(scene, seeds)
  const bought = await buyThings(scene, seeds, externalId)
  const ticketId = await talk(scene, seeds, zoya)
  await askForThings(scene, seeds, zoya, bought.order)
  const carried = await writeInTelegram(scene, seeds)
  const imported = await importPast(scene, seeds)
  return {
    zoya,
    subject,
    externalId,
    ticketId,
    ...bought.told,
    ...carried.told,
    others: [carried.id, imported],
  }
}

async function logIn({ server, partner }: Scene, seeds: Seeds) {
  const subject = seeds.plant('sub')
  const externalId = seeds.plant('key')
  const customer = {
    externalId,
    name: seeds.plant('name'),
    email: `${seeds.plantAs(`seed${randomInt(1e9)}`)}@shop.example`,
    phone: seeds.plantAs(`+79${randomInt(1e8, 1e9)}`),
    login: { issuer: 'opora:dev', subject },
  }
  await done(partner, 'customersUpsert', { customers: [customer] }, 'results { __typename }')
  const zoya = await buyer(server, 'Зоя', { sub: subject })
  const visitor = await guest(server, seeds.plant('guest'))
  await openTicket(visitor, { text: seeds.plant('guestText'), idempotencyKey: seeds.plant('idempotency') })
  await link(zoya, visitor)
  return { zoya, subject, externalId }
}

/** The words of partners: the shop, its bank, the carrier. */
async function buyThings({ server, partner }: Scene, seeds: Seeds, customerExternalId: string) {
  const order = orderItem(`story-${randomUUID()}`, {
    customerExternalId,
    recipientName: seeds.plant('recipient'),
    address: {
      country: 'RU',
      region: seeds.plant('region'),
      city: seeds.plant('city'),
      postalCode: seeds.plantAs(`p${randomInt(1e12)}`),
      line: seeds.plant('line'),
    },
    items: [lineItem('1', { quantity: 2 })],
    status: 'DELIVERED',
    deliveredAt: now(),
  })
  const [made] = await upsertOrders(partner, order)
  const attempt = {
    externalId: '1',
    isSuccessful: false,
    declineReason: 'UNKNOWN',
    rawReason: seeds.plant('rawReason'),
    occurredAt: now(),
  }
  const words = { rawMethod: seeds.plant('rawMethod'), rawStatus: seeds.plant('paymentStatus') }
  await recordPayments(
    partner,
    paymentItem(order.externalId, order.externalId, { ...words, attempts: [attempt] }),
  )
  const warehouse = await service(server, 'deliveries:write')
  const parcel = {
    source: 'shop',
    externalId: order.externalId,
    orderSource: 'shop',
    orderExternalId: order.externalId,
    carrier: 'cdek',
    trackingNumber: seeds.plantAs(`TRK${randomInt(1e12)}`),
    sourceUpdatedAt: now(),
    pickupPoint: {
      name: seeds.plant('point'),
      address: seeds.plant('pointAddress'),
      hours: seeds.plant('hours'),
    },
  }
  await upsertParcels(warehouse, parcel)
  const tracking = {
    source: 'shop',
    externalId: order.externalId,
    rawCode: `unknown ${randomUUID()}`,
    rawText: seeds.plant('carrierText'),
    location: seeds.plant('location'),
    occurredAt: now(),
  }
  await record(warehouse, tracking)
  await rate(partner, seeds, customerExternalId)
  return { order: made?.order?.id ?? '', told: { order, parcel, tracking } }
}

async function rate(partner: Person, seeds: Seeds, customerExternalId: string): Promise<void> {
  const rating = { source: 'shop', externalId: randomUUID(), score: 2, text: seeds.plant('rating') }
  const ratings = [{ ...rating, customerExternalId }]
  await done(partner, 'ratingsRecord', { ratings }, 'results { __typename }')
}

/** A conversation with edits, files, a note and labels. */
async function talk({ cast: { operator } }: Scene, seeds: Seeds, zoya: Person): Promise<string> {
  const { id: ticketId } = await openTicket(zoya, {
    subject: seeds.plant('subject'),
    text: seeds.plant('text'),
  })
  const file = await upload(zoya, text(seeds.plant('file')), {
    ...textFile,
    fileName: `${seeds.plant('fileName')}.txt`,
  })
  await scanned(zoya, file)
  const { message } = await send(zoya, ticketId, seeds.plant('beforeEdit'), { attachmentIds: [file] })
  await done(zoya, 'messageEdit', { messageId: message.id, text: seeds.plant('edited') }, '__typename')
  await send(operator, ticketId, seeds.plant('answer'), { keepOpen: true })
  const inner = await upload(operator, text(seeds.plant('noteFile')), { ...textFile, ticketId })
  await scanned(operator, inner)
  const noted = await note(operator, ticketId, seeds.plant('note'))
  await done(
    operator,
    'messageEdit',
    { messageId: noted.message.id, text: seeds.plant('noteEdited') },
    '__typename',
  )
  await done(operator, 'ticketUpdate', { ticketId, tags: [seeds.plant('tag')] }, '__typename')
  const unused = await upload(zoya, text(seeds.plant('unused')), textFile)
  await scanned(zoya, unused)
  return ticketId
}

/** A return that was declined, a complaint that was answered, trouble with the parcel, a suggestion. */
async function askForThings(
  { cast: { operator } }: Scene,
  seeds: Seeds,
  zoya: Person,
  orderId: string,
): Promise<void> {
  const read = await operator.ask<{ order: { items: { id: string }[]; deliveries: { id: string }[] } }>(
    'query ($id: ID!) { order(id: $id) { items { id } deliveries { id } } }',
    { id: orderId },
  )
  await sendBack(operator, seeds, zoya, { orderId, orderItemId: read.order.items[0]?.id ?? '' })
  const problem = {
    deliveryId: read.order.deliveries[0]?.id,
    kind: 'DAMAGED',
    description: seeds.plant('problem'),
  }
  await done(zoya, 'deliveryProblemReport', problem, '__typename')
  const complaint = {
    about: 'COURIER',
    text: seeds.plant('complaint'),
    subject: seeds.plant('complaintSubject'),
  }
  const complained = await done<{ complaint: { id: string } }>(
    zoya,
    'complaintFile',
    complaint,
    'complaint { id }',
  )
  await done(zoya, 'complaintWithdraw', { complaintId: complained.complaint.id }, '__typename')
  const suggestion = { title: seeds.plant('title'), text: seeds.plant('suggestion') }
  await done(zoya, 'suggestionSubmit', suggestion, '__typename')
}

/** One return that the customer gave up when asked for more, and one that was declined. */
async function sendBack(
  operator: Person,
  seeds: Seeds,
  zoya: Person,
  line: { orderId: string; orderItemId: string },
) {
  const request = async () => {
    const photo = await upload(zoya, text(seeds.plant('receipt')), { ...textFile, documentKind: 'photo' })
    await scanned(zoya, photo)
    const { orderId, orderItemId } = line
    const what = { orderId, items: [{ orderItemId, quantity: 1 }], documentIds: [photo] }
    const wished = { reason: 'damaged', wish: 'RETURN_AND_REFUND', comment: seeds.plant('comment') }
    const filed = await done<{ return: { id: string } }>(
      zoya,
      'returnRequest',
      { ...what, ...wished },
      'return { id }',
    )
    return filed.return.id
  }
  const given = await request()
  await done(operator, 'returnAskInfo', { returnId: given, text: seeds.plant('infoRequest') }, '__typename')
  await done(zoya, 'returnCancel', { returnId: given }, '__typename')
  const returnId = await request()
  await done(operator, 'returnReview', { returnId }, '__typename')
  const declined = { returnId, code: 'used', text: seeds.plant('decline') }
  await done(operator, 'returnDecline', declined, '__typename')
}
