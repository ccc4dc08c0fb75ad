import { randomUUID } from 'node:crypto'
import { type Cast, castOf } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { done, mutate, type Person, service } from '../kit/world.ts'
import { lineItem, orderItem, paymentItem, recordPayments, upsertOrders, uuidOf } from '../orders/shop.ts'

/** A shop that delivers, a warehouse that takes goods back, and who executes refunds. */
export interface Scene {
  readonly server: TestServer
  readonly cast: Cast
  /** Holds the scopes to write customers, products, orders and payments. */
  readonly partner: Person
  /** Holds `returns:write`. */
  readonly warehouse: Person
  /** Holds `refunds:execute`. */
  readonly cashier: Person
}

export async function openScene(settings: Readonly<Record<string, string>> = {}): Promise<Scene> {
  const server = await startTestServer(settings)
  const cast = await castOf(server)
  const partner = await service(server, 'customers:write products:write orders:write payments:write')
  const customers = ['anna', 'boris'].map((name) => ({
    externalId: name,
    login: { issuer: 'opora:dev', subject: name },
  }))
  await done(partner, 'customersUpsert', { customers }, 'results { __typename }')
  return {
    server,
    cast,
    partner,
    warehouse: await service(server, 'returns:write'),
    cashier: await service(server, 'refunds:execute'),
  }
}

export interface Bought {
  readonly orderId: string
  readonly externalId: string
  /** The public ids of the lines, in the order given. */
  readonly itemIds: readonly string[]
  readonly paymentIds: readonly string[]
}

export interface Purchase {
  readonly lines?: readonly object[]
  /** What each payment took; one of 5000.00 if left out. */
  readonly captured?: readonly string[]
  /** Null: not delivered yet. */
  readonly deliveredDaysAgo?: number | null
  readonly order?: object
}

let count = 0
const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000).toISOString()

/** An order of Anna's that was paid and, a day ago, delivered. */
export async function buy(scene: Scene, purchase: Purchase = {}): Promise<Bought> {
  const { lines = [{}], captured = ['5000.00'], deliveredDaysAgo = 1, order = {} } = purchase
  count += 1
  const externalId = `bought-${count}`
  const item = orderItem(externalId, {
    items: lines.map((line, index) => lineItem(String(index + 1), line)),
    total: '5000.00',
    placedAt: daysAgo(2_000),
    status: deliveredDaysAgo === null ? 'SHIPPED' : 'DELIVERED',
    ...(deliveredDaysAgo === null ? {} : { deliveredAt: daysAgo(deliveredDaysAgo) }),
    ...order,
  })
  const [made] = await upsertOrders(scene.partner, item)
  const orderId = made?.order?.id
  if (orderId === undefined) throw new Error(JSON.stringify(made))
  const { currencyCode } = item
  const payments = captured.map((amount, index) =>
    paymentItem(`${externalId}-${index}`, externalId, { currencyCode, amount, capturedAmount: amount }),
  )
  const paid = await recordPayments(scene.partner, ...payments)
  const { order: read } = await scene.cast.operator.ask<{ order: { items: { id: string }[] } }>(
    'query ($id: ID!) { order(id: $id) { items { id } } }',
    { id: orderId },
  )
  return {
    orderId,
    externalId,
    itemIds: read.items.map(({ id }) => id),
    paymentIds: paid.map((one) => {
      if (one.payment === undefined) throw new Error(JSON.stringify(one))
      return one.payment.id
    }),
  }
}

/** A file that a customer has uploaded, as it stands in the database. */
export async function document(
  { server }: Scene,
  customer: Person,
  { kind = 'photo', ...columns }: { kind?: string | null; [column: string]: unknown } = {},
): Promise<string> {
  const id = randomUUID()
  const row = {
    id,
    customer_id: uuidOf(customer.id),
    uploader_kind: 'CUSTOMER',
    uploader_id: uuidOf(customer.id),
    document_kind: kind,
    file_name: 'photo.jpg',
    content_type: 'image/jpeg',
    byte_size: 1_000,
    status: 'CLEAN',
    storage_key: id,
    uploaded_at: new Date(),
    ...columns,
  }
  const names = Object.keys(row)
  await server.desk.database.pool.query(
    `insert into attachments (${names.join(', ')}) values (${names.map((_, index) => `$${index + 1}`).join(', ')})`,
    Object.values(row),
  )
  return `att_${id}`
}

export const returnFields = `id number status version reason wish decision goodsStatus inspection declineCode
  declineText infoRequest comment decisionDueAt decidedAt escalatedAt ticket { id topic }
  goodsValue { amount currencyCode } grantableAmount { amount currencyCode } priceDifference { amount currencyCode }
  items { orderItemId quantity receivedQuantity } documents { id }`
export interface Return {
  readonly id: string
  readonly number: string
  readonly status: string
  readonly version: number
  readonly goodsStatus: string | null
  readonly ticket: { id: string; topic: string } | null
  readonly items: readonly { orderItemId: string; quantity: number; receivedQuantity: number }[]
  readonly [field: string]: unknown
}

/** Files a return of one piece of each line, for damage, with a photo; what is given replaces that. */
export async function request(
  scene: Scene,
  bought: Bought,
  input: object = {},
  by = scene.cast.ownBuyer,
): Promise<Return> {
  const filed = await mutate<{ return: Return }>(
    by,
    'returnRequest',
    await requestInput(scene, bought, input),
    `return { ${returnFields} }`,
  )
  if (filed.__typename !== 'ReturnRequestPayload') throw new Error(JSON.stringify(filed))
  return filed.return
}

export async function requestInput(scene: Scene, bought: Bought, input: object = {}): Promise<object> {
  const documentIds =
    'documentIds' in input ? {} : { documentIds: [await document(scene, scene.cast.ownBuyer)] }
  return {
    orderId: bought.orderId,
    items: bought.itemIds.map((orderItemId) => ({ orderItemId, quantity: 1 })),
    reason: 'damaged',
    wish: 'RETURN_AND_REFUND',
    comment: 'Коробка помята, товар разбит',
    ...documentIds,
    ...input,
  }
}

/** Calls a mutation of a return that must not be refused, and gives the return. */
export async function move(by: Person, mutation: string, input: object): Promise<Return> {
  const moved = await done<{ return: Return }>(by, mutation, input, `return { ${returnFields} }`)
  return moved.return
}

export async function readReturn<Data = Return>(
  by: Person,
  id: string,
  fields = returnFields,
): Promise<Data | null> {
  const read = await by.ask<{ return: Data | null }>(`query ($id: ID!) { return(id: $id) { ${fields} } }`, {
    id,
  })
  return read.return
}

export const places = [
  'REQUESTED',
  'INFO_REQUIRED',
  'UNDER_REVIEW',
  'DECLINED',
  'CANCELLED',
  'KEPT',
  'AWAITING',
  'IN_TRANSIT',
  'PARTIALLY_RECEIVED',
  'RECEIVED',
  'PASSED',
  'FAILED',
] as const
/** Where all the machines of a return stand together; KEPT: approved, and the goods need not come back. */
export type Place = (typeof places)[number]

/** A return of two pieces, brought to a place by those who move it. */
export async function returnAt(scene: Scene, place: Place): Promise<Return> {
  const { cast, warehouse } = scene
  const bought = await buy(scene, { lines: [{ quantity: 2 }] })
  const [orderItemId = ''] = bought.itemIds
  const filed = await request(scene, bought, { items: [{ orderItemId, quantity: 2 }] })
  const returnId = filed.id
  const step = async (by: Person, mutation: string, input: object = {}) =>
    await move(by, mutation, { returnId, ...input })
  if (place === 'REQUESTED') return filed
  if (place === 'INFO_REQUIRED') return await step(cast.operator, 'returnAskInfo', { text: 'Где трещина?' })
  if (place === 'CANCELLED') return await step(cast.ownBuyer, 'returnCancel')
  const reviewed = await step(cast.operator, 'returnReview')
  if (place === 'UNDER_REVIEW') return reviewed
  if (place === 'DECLINED') {
    return await step(cast.operator, 'returnDecline', { code: 'used', text: 'Следы носки' })
  }
  const decision = place === 'KEPT' ? 'REFUND_WITHOUT_RETURN' : 'RETURN_AND_REFUND'
  const approved = await step(cast.operator, 'returnApprove', { decision })
  if (place === 'KEPT' || place === 'AWAITING') return approved
  const sent = await step(cast.ownBuyer, 'returnGoodsSend')
  if (place === 'IN_TRANSIT') return sent
  const quantity = place === 'PARTIALLY_RECEIVED' ? 1 : 2
  const received = await step(warehouse, 'returnGoodsReceive', { items: [{ orderItemId, quantity }] })
  if (place !== 'PASSED' && place !== 'FAILED') return received
  return await step(warehouse, 'returnGoodsInspect', { result: place === 'PASSED' ? 'PASS' : 'FAIL' })
}
