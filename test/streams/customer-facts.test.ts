import { afterAll, beforeAll, expect, it } from 'vitest'
import { record, told, upsertParcels } from '../deliveries/parcels.ts'
import { toldLog } from '../events/nodes.ts'
import { isCaughtUp, type Stream, type Told } from '../kit/stream.ts'
import { done, type Person, service } from '../kit/world.ts'
import { paymentItem, recordPayments, uuidOf } from '../orders/shop.ts'
import { type GatewayServer, startGateway } from '../returns/gateway-server.ts'
import { execute, grant } from '../returns/money.ts'
import { type Bought, buy, document, move, openScene, request, type Scene } from '../returns/scene.ts'
import { followCustomer, happen } from './shop.ts'

let scene: Scene
let gateway: GatewayServer
let carrier: Person
beforeAll(async () => {
  gateway = await startGateway()
  scene = await openScene({ PAYMENT_GATEWAY_URL: gateway.url, PAYMENT_GATEWAY_TOKEN: 'provider-secret' })
  carrier = await service(scene.server, 'deliveries:write')
})
afterAll(async () => {
  await scene.server.close()
  await gateway.close()
})

interface Fact extends Told {
  readonly deliveryProblem?: { readonly id: string } | null
}
const fields = `__typename cursor ... on Event { id type }
  ... on OrderUpserted { fromOrderStatus toOrderStatus order { id status } }
  ... on PaymentRecorded { fromPaymentStatus toPaymentStatus payment { id } order { id } }
  ... on DeliveryUpserted { isNew delivery { id } }
  ... on DeliveryStatusChanged { fromDeliveryStatus toDeliveryStatus delivery { id } }
  ... on DeliveryLate { delivery { id } }
  ... on DeliveryProblemReported { problemKind deliveryProblem { id } delivery { id } }
  ... on DeliveryProblemResolved { problemKind deliveryProblem { id } delivery { id } }
  ... on AttachmentUploaded { byteSize attachment { id } }
  ... on AttachmentScanned { attachmentStatus attachment { id } }
  ... on ReturnRequested { return { id } ticket { id } }
  ... on ReturnStatusChanged { fromReturnStatus toReturnStatus returnCause returnDecision return { id } }
  ... on ReturnGoodsChanged { fromGoodsStatus toGoodsStatus inspection return { id } }
  ... on RefundGranted { refund { id } return { id } }
  ... on RefundStatusChanged { fromRefundStatus toRefundStatus refund { id } return { id } }`

const follow = async (by: Person): Promise<Stream<Fact>> => {
  await toldLog(scene.server.desk)
  const stream = followCustomer<Fact>(scene.server, by, undefined, { fields })
  await stream.upTo(isCaughtUp)
  return stream
}

/** The facts of some kinds up to the first that fits. */
async function upTo(stream: Stream<Fact>, kinds: RegExp, fits: (fact: Fact) => boolean): Promise<Fact[]> {
  return (await stream.upTo(fits)).filter(({ type }) => kinds.test(type ?? ''))
}

const ofType = (type: string) => (fact: Fact) => fact.type === type

/** A parcel of what was bought, which becomes late on its way. */
async function lateParcel({ externalId }: Bought): Promise<string> {
  const parcel = { source: 'shop', externalId, orderSource: 'shop', orderExternalId: externalId }
  const promisedTo = new Date(Date.now() + 500).toISOString()
  const rest = { carrier: 'cdek', sourceUpdatedAt: '2026-03-01T12:00:00.000Z', promisedTo }
  const [result] = await upsertParcels(carrier, { ...parcel, ...rest })
  await record(carrier, told(externalId, '8', '2026-03-02T00:00:00.000Z'))
  return result?.delivery?.id ?? ''
}

it('orders, payments and parcels of the buyer arrive with the facts of then', async () => {
  const { cast, partner } = scene
  const stream = await follow(cast.ownBuyer)
  const bought = await buy(scene, { deliveredDaysAgo: null })
  const { externalId, orderId } = bought
  const [paymentId] = bought.paymentIds
  const again = { capturedAmount: '0', status: 'FAILED', sourceUpdatedAt: '2026-03-02T00:00:00.000Z' }
  await recordPayments(partner, paymentItem(`${externalId}-0`, externalId, { amount: '5000.00', ...again }))
  const deliveryId = await lateParcel(bought)
  const delivery = { id: deliveryId }
  const [order, payment] = [{ id: orderId }, { id: paymentId }]
  const isLate = ofType('delivery.problemReported')
  const facts = await upTo(stream, /^(order|payment|delivery)\./, isLate)
  expect(facts).toMatchObject([
    {
      __typename: 'OrderUpserted',
      fromOrderStatus: null,
      toOrderStatus: 'SHIPPED',
      order: { ...order, status: 'SHIPPED' },
    },
    {
      __typename: 'PaymentRecorded',
      fromPaymentStatus: null,
      toPaymentStatus: 'CAPTURED',
      payment,
      order,
    },
    {
      __typename: 'PaymentRecorded',
      fromPaymentStatus: 'CAPTURED',
      toPaymentStatus: 'FAILED',
      payment,
      order,
    },
    { __typename: 'DeliveryUpserted', isNew: true, delivery },
    {
      __typename: 'DeliveryStatusChanged',
      fromDeliveryStatus: 'CREATED',
      toDeliveryStatus: 'IN_TRANSIT',
      delivery,
    },
    { __typename: 'DeliveryLate', delivery },
    {
      __typename: 'DeliveryProblemReported',
      problemKind: 'LATE',
      deliveryProblem: { id: expect.any(String) },
      delivery,
    },
  ])
  const problem = facts.at(-1)?.deliveryProblem
  await done(cast.operator, 'deliveryProblemResolve', { problemId: problem?.id }, '__typename')
  expect(await upTo(stream, /./, ofType('delivery.problemResolved'))).toMatchObject([
    { __typename: 'DeliveryProblemResolved', problemKind: 'LATE', deliveryProblem: problem, delivery },
  ])
})

it('returns, their goods and the money arrive, and to nobody else', async () => {
  const { cast, warehouse, cashier } = scene
  const bought = await buy(scene)
  const stream = await follow(cast.ownBuyer)
  const other = await follow(cast.otherBuyer)
  const filed = await request(scene, bought)
  const because = { returnId: filed.id }
  await move(cast.operator, 'returnReview', because)
  await move(cast.operator, 'returnApprove', { ...because, decision: 'RETURN_AND_REFUND' })
  await move(cast.ownBuyer, 'returnGoodsSend', because)
  const [line] = filed.items
  const items = [{ orderItemId: line?.orderItemId, quantity: 1 }]
  await move(warehouse, 'returnGoodsReceive', { ...because, items })
  const { id } = await grant(cast.operator, because, '100.50')
  await execute(cashier, id)
  const isOver = (fact: Fact) => 'toRefundStatus' in fact && fact.toRefundStatus === 'SUCCEEDED'
  const decided = {
    __typename: 'ReturnStatusChanged',
    returnDecision: null,
    return: { id: filed.id },
  }
  const goods = { __typename: 'ReturnGoodsChanged', inspection: null, return: { id: filed.id } }
  const money = { refund: { id }, return: { id: filed.id } }
  expect(await upTo(stream, /^(return|refund)\./, isOver)).toMatchObject([
    { __typename: 'ReturnRequested', return: { id: filed.id }, ticket: { id: filed.ticket?.id } },
    {
      ...decided,
      fromReturnStatus: 'REQUESTED',
      toReturnStatus: 'UNDER_REVIEW',
      returnCause: 'REVIEW',
    },
    {
      ...decided,
      fromReturnStatus: 'UNDER_REVIEW',
      toReturnStatus: 'APPROVED',
      returnCause: 'APPROVE',
      returnDecision: 'RETURN_AND_REFUND',
    },
    { ...goods, fromGoodsStatus: 'AWAITING', toGoodsStatus: 'IN_TRANSIT' },
    { ...goods, fromGoodsStatus: 'IN_TRANSIT', toGoodsStatus: 'RECEIVED' },
    { __typename: 'RefundGranted', ...money },
    { __typename: 'RefundStatusChanged', fromRefundStatus: 'GRANTED', toRefundStatus: 'PENDING', ...money },
    { __typename: 'RefundStatusChanged', fromRefundStatus: 'PENDING', toRefundStatus: 'SUCCEEDED', ...money },
  ])
  await happen(scene.server.desk, 'customer.upserted', { customerId: uuidOf(cast.otherBuyer.id) }, {})
  const attachmentId = uuidOf(await document(scene, cast.otherBuyer))
  const subjects = { customerId: uuidOf(cast.otherBuyer.id) }
  await happen(scene.server.desk, 'attachment.uploaded', subjects, { attachmentId, byteSize: 1_000 })
  expect(await other.next()).toMatchObject({ type: 'attachment.uploaded' })
})

it('files arrive when they were uploaded and scanned, but not what the desk keeps to itself', async () => {
  const { server, cast } = scene
  const { desk } = server
  const subjects = { customerId: uuidOf(cast.ownBuyer.id) }
  const kept = uuidOf(await document(scene, cast.ownBuyer, { uploader_kind: 'OPERATOR' }))
  const id = await document(scene, cast.ownBuyer)
  const stream = await follow(cast.ownBuyer)
  await happen(desk, 'attachment.scanned', subjects, { attachmentId: kept, status: 'CLEAN' })
  await happen(desk, 'attachment.uploaded', subjects, { attachmentId: uuidOf(id), byteSize: 1_000 })
  await happen(desk, 'attachment.scanned', subjects, { attachmentId: uuidOf(id), status: 'CLEAN' })
  expect(await upTo(stream, /./, ofType('attachment.scanned'))).toMatchObject([
    { __typename: 'AttachmentUploaded', byteSize: 1_000, attachment: { id } },
    { __typename: 'AttachmentScanned', attachmentStatus: 'CLEAN', attachment: { id } },
  ])
})
