import type { KnownViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import { newId } from '../../../core/ids.ts'
import type { Channel, ReturnDecision } from '../../../core/prisma/enums.ts'
import { InvalidInput, NotEligible, NotFound } from '../../../core/problems.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { setDue } from '../../../events/due.ts'
import { once } from '../../../events/idempotency.ts'
import { append } from '../../../events/log.ts'
import { transact } from '../../../events/transact.ts'
import { languages } from '../../customers/rules.ts'
import { visibleOrders } from '../../orders/policy.ts'
import type { Policy } from '../../policies/kinds.ts'
import type { ReasonPolicy, ReturnPolicy } from '../policy-data.ts'
import { reasonText, returnPolicies } from '../policy-data.ts'
import type { Line } from '../reads.ts'
import { commonDecisions, reasonsOfLine } from '../reads.ts'
import { addDays } from '../rules.ts'
import { joinConversation, openConversation } from './conversation.ts'
import { assertDocuments, linkDocuments, takeDocuments } from './documents.ts'
import type { CheckedQuantity, LineQuantity } from './lines.ts'
import { assertLeft, checkQuantities, lockLines } from './lines.ts'
import type { ReturnChange } from './lock.ts'
import { lockReturn } from './lock.ts'

export interface RequestInput {
  readonly orderId: string | null
  readonly items: readonly LineQuantity[]
  readonly reason: string
  readonly comment: string | null
  readonly wish: ReturnDecision
  readonly documentIds: readonly (string | null)[]
  /** Undefined: a new ticket is opened. Null: an id of wrong shape. */
  readonly ticketId: string | null | undefined
  readonly channel: Channel
  readonly idempotencyKey: string | null
}

interface Checked extends RequestInput {
  readonly quantities: readonly CheckedQuantity[]
}

/**
 * Files a return: for a buyer's own order, or by the desk for a customer's. All of it is checked against the policy of
 * this moment, which the return keeps. Retries with one `idempotencyKey` file one return.
 */
export async function requestReturn(
  desk: Desk,
  viewer: KnownViewer,
  input: RequestInput,
): Promise<ReturnChange> {
  const key = checkOptionalText(input.idempotencyKey, ['idempotencyKey'], textLimits.key)
  const checked: Checked = {
    ...input,
    reason: checkText(input.reason, ['reason'], textLimits.key),
    comment: checkOptionalText(input.comment, ['comment'], textLimits.message),
    quantities: checkQuantities(input.items),
  }
  return await transact(desk, async (tx) => {
    const stored = await once(tx, viewer, 'returnRequest', { key, input }, async () => {
      const { returnId, eventId } = await writeRequest(tx, desk, viewer, checked)
      return { returnId, eventId: String(eventId) }
    })
    // A retry is answered like any read: what has left the viewer's sight since is not shown for it.
    await lockReturn(tx, viewer, stored.returnId, 'idempotencyKey')
    return { ...stored, eventId: BigInt(stored.eventId) }
  })
}

async function writeRequest(tx: Tx, desk: Desk, viewer: KnownViewer, input: Checked): Promise<ReturnChange> {
  const at = now()
  const order = await orderOf(tx, viewer, input.orderId)
  const { id: orderId, customerId, currencyCode } = order
  const lines = await lockLines(
    tx,
    orderId,
    input.quantities.map(({ orderItemId }) => orderItemId),
  )
  const policy = await returnPolicies.at(tx, at)
  const reasons = input.quantities.map((one) => reasonOf(policy.data, input.reason, lines, one, at))
  if (!commonDecisions(reasons).includes(input.wish)) throw new NotEligible(['decisionNotAllowed'], ['wish'])
  const documents = await takeDocuments(tx, viewer, customerId, input.documentIds)
  assertDocuments(reasons, documents)
  const ticketId = await ticketOf(tx, desk, viewer, input, order, policy)
  const { reason, comment, wish } = input
  const decisionDueAt = addDays(at, policy.data.decisionDays)
  const row = await tx.return.create({
    data: {
      id: newId(),
      customerId,
      orderId,
      ticketId,
      policyVersionId: policy.version.id,
      reason,
      comment,
      wish,
      currencyCode,
      decisionDueAt,
      createdAt: at,
      items: { create: input.quantities.map(({ orderItemId, quantity }) => ({ orderItemId, quantity })) },
    },
  })
  await linkDocuments(tx, row.id, documents)
  await setDue(tx, 'return.decision', row.id, decisionDueAt)
  const facts = { returnId: row.id, orderId }
  const eventId = await append(tx, 'return.requested', actorOf(viewer), { ticketId, customerId }, facts)
  return { returnId: row.id, eventId }
}

/** FOR SHARE: a guest being joined to a customer right now is either joined before, or sees this return. */
async function orderOf(tx: Tx, viewer: KnownViewer, orderId: string | null) {
  if (orderId === null) throw new NotFound('orderId')
  await tx.$queryRaw`
    select 1 from customers where id = (select customer_id from orders where id = ${orderId}::uuid) for share`
  const order = await tx.order.findFirst({
    where: { AND: [{ id: orderId }, visibleOrders(viewer)] },
    select: { id: true, customerId: true, currencyCode: true, customer: { select: { locale: true } } },
  })
  if (order === null) throw new NotFound('orderId')
  return order
}

/**
 * The reason as the policy has it for the line's category.
 * @throws NotFound, InvalidInput, NotEligible or QuantityExceeded
 */
function reasonOf(
  policy: ReturnPolicy,
  key: string,
  lines: ReadonlyMap<string, Line>,
  { orderItemId, quantity, path }: CheckedQuantity,
  at: Date,
): ReasonPolicy {
  const line = lines.get(orderItemId)
  if (line === undefined) throw new NotFound(...path, 'orderItemId')
  if (reasonText(policy, key) === null) throw new InvalidInput('unknown', ['reason'])
  const found = reasonsOfLine(policy, line, new Set(), at).find(({ reason }) => reason.key === key)
  if (found === undefined) throw new NotEligible(['notReturnable'], path)
  const blocks = found.blockedBy.filter((block) => block !== 'nothingLeft')
  if (blocks.length > 0) throw new NotEligible(blocks, path)
  assertLeft(line, quantity, [...path, 'quantity'])
  return found.reason
}

async function ticketOf(
  tx: Tx,
  desk: Desk,
  viewer: KnownViewer,
  { ticketId, comment, reason, channel }: Checked,
  order: Awaited<ReturnType<typeof orderOf>>,
  policy: Policy<ReturnPolicy>,
): Promise<string> {
  const { id: orderId, customerId } = order
  if (ticketId !== undefined) return await joinConversation(tx, viewer, ticketId, customerId)
  const language = viewer.kind === 'customer' ? languages[viewer.locale] : order.customer.locale
  const said = reasonText(policy.data, reason)?.[language === 'RU' ? 'ru' : 'en'] ?? reason
  return await openConversation(tx, desk, viewer, {
    customerId,
    orderId,
    language,
    channel,
    text: comment ?? said,
  })
}
