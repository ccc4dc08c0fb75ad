import type { KnownViewer } from '../../../auth/viewer.ts'
import { now } from '../../../core/clock.ts'
import type { Tx } from '../../../core/database.ts'
import type { Prisma } from '../../../core/prisma/client.ts'
import type { ReturnDecision } from '../../../core/prisma/enums.ts'
import { InvalidInput, NotEligible, NotFound } from '../../../core/problems.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import { actorOf } from '../../../events/acting.ts'
import type { Desk } from '../../../events/desk.ts'
import { clearDue, setDue } from '../../../events/due.ts'
import { transact } from '../../../events/transact.ts'
import { policyOf } from '../policy-data.ts'
import type { ReturnWithFacts } from '../reads.ts'
import { rulesOf } from '../reads.ts'
import type { DecisionAction } from '../rules.ts'
import { addDays, decisionTransitions, goodsAfterDecision, goodsValue } from '../rules.ts'
import { linkDocuments, takeDocuments } from './documents.ts'
import { assertLeft, lockLines } from './lines.ts'
import type { OnReturn, ReturnChange } from './lock.ts'
import { appendMove, assertAllowed, assertVersion, lockReturn } from './lock.ts'

type Columns = Prisma.ReturnUncheckedUpdateInput & { decision?: ReturnDecision }

/** A step of the decision asked for by somebody: version, rules, columns, timer, event. */
async function decide(
  desk: Desk,
  viewer: KnownViewer,
  { returnId, expectedVersion }: OnReturn,
  action: DecisionAction,
  columnsOf: (tx: Tx, row: ReturnWithFacts) => Promise<Columns> | Columns,
): Promise<ReturnChange> {
  return await transact(desk, async (tx) => {
    const row = await lockReturn(tx, viewer, returnId, 'returnId')
    assertVersion(row, expectedVersion)
    assertAllowed(row, action, viewer)
    const to = decisionTransitions[action].to ?? row.status
    const columns = await columnsOf(tx, row)
    await tx.return.update({
      where: { id: row.id },
      data: { ...columns, status: to, version: { increment: 1 } },
    })
    if (['APPROVED', 'DECLINED', 'CANCELLED'].includes(to)) await clearDue(tx, 'return.decision', row.id)
    const decision = columns.decision ?? row.decision
    const eventId = await appendMove(tx, actorOf(viewer), row, { to, cause: action, decision })
    return { returnId: row.id, eventId }
  })
}

/** Asks the customer for what is missing. The deadline of the decision goes on: the law does not stop it. */
export async function askInfo(desk: Desk, viewer: KnownViewer, input: OnReturn & { text: string }) {
  const infoRequest = checkText(input.text, ['text'], textLimits.message)
  return await decide(desk, viewer, input, 'ASK_INFO', () => ({ infoRequest }))
}

/** Gives what the desk has asked for: words that are added to the comment, documents, or both. */
export async function provideInfo(
  desk: Desk,
  viewer: KnownViewer,
  input: OnReturn & { text: string | null; documentIds: readonly (string | null)[] },
) {
  const text = checkOptionalText(input.text, ['text'], textLimits.message)
  if (text === null && input.documentIds.length === 0) throw new InvalidInput('required', ['text'])
  return await decide(desk, viewer, input, 'PROVIDE_INFO', async (tx, row) => {
    const documents = await takeDocuments(tx, viewer, row.customerId, input.documentIds)
    await linkDocuments(tx, row.id, documents)
    const comment = [row.comment, text].filter((one) => one !== null).join('\n\n')
    if (comment.length > textLimits.message) {
      const max = Math.max(textLimits.message - (row.comment?.length ?? 0) - 2, 0)
      throw new InvalidInput('tooLong', ['text'], { max })
    }
    return { infoRequest: null, comment: comment === '' ? null : comment }
  })
}

export async function reviewReturn(desk: Desk, viewer: KnownViewer, input: OnReturn) {
  return await decide(desk, viewer, input, 'REVIEW', () => ({}))
}

export async function approveReturn(
  desk: Desk,
  viewer: KnownViewer,
  input: OnReturn & { decision: ReturnDecision; replacementProductId: string | null | undefined },
) {
  const { decision, replacementProductId } = input
  if (decision === 'EXCHANGE' && replacementProductId === undefined) {
    throw new InvalidInput('required', ['replacementProductId'])
  }
  if (decision !== 'EXCHANGE' && replacementProductId !== undefined) {
    throw new InvalidInput('forbidden', ['replacementProductId'])
  }
  return await decide(desk, viewer, input, 'APPROVE', async (tx, row) => {
    if (!rulesOf(row).decisions.includes(decision)) {
      throw new NotEligible(['decisionNotAllowed'], ['decision'])
    }
    const exchange = decision === 'EXCHANGE' ? await exchangeFor(tx, row, replacementProductId ?? null) : {}
    const goodsStatus = goodsAfterDecision(decision)
    return { decision, ...exchange, goodsStatus, decidedAt: now(), declineCode: null, declineText: null }
  })
}

/** One replacement for each of the goods that come back, at its price of this moment. */
async function exchangeFor(tx: Tx, row: ReturnWithFacts, replacementProductId: string | null) {
  const path = 'replacementProductId'
  if (replacementProductId === null) throw new NotFound(path)
  const product = await tx.product.findUnique({ where: { id: replacementProductId } })
  if (product === null) throw new NotFound(path)
  if (!product.isAvailable || product.price === null) throw new NotEligible(['notAvailable'], [path])
  if (product.currencyCode !== row.currencyCode) throw new InvalidInput('currencyMismatch', [path])
  const count = row.items.reduce((sum, { quantity }) => sum + quantity, 0)
  // The shipping was for the first delivery: it is no part of what the goods are exchanged for.
  const goods = row.items.map((item) => ({ ...item, orderItem: { ...item.orderItem, shipping: 0n } }))
  return { replacementProductId, priceDifference: product.price * BigInt(count) - goodsValue(goods) }
}

export async function declineReturn(
  desk: Desk,
  viewer: KnownViewer,
  input: OnReturn & { code: string; text: string },
) {
  const declineCode = checkText(input.code, ['code'], textLimits.key)
  const declineText = checkText(input.text, ['text'], textLimits.message)
  return await decide(desk, viewer, input, 'DECLINE', (_tx, row) => {
    const known = policyOf(row.policyVersion).declineReasons.map(({ key }) => key)
    if (!known.includes(declineCode)) throw new InvalidInput('unknown', ['code'])
    return { declineCode, declineText, decidedAt: now() }
  })
}

/** The customer does not agree: it is decided anew, within a new deadline, if the goods are not in another return. */
export async function reconsiderReturn(
  desk: Desk,
  viewer: KnownViewer,
  input: OnReturn & { comment: string | null },
) {
  const said = checkOptionalText(input.comment, ['comment'], textLimits.message)
  return await decide(desk, viewer, input, 'RECONSIDER', async (tx, row) => {
    const lines = await lockLines(
      tx,
      row.orderId,
      row.items.map(({ orderItemId }) => orderItemId),
    )
    for (const { orderItemId, quantity } of row.items) {
      const line = lines.get(orderItemId)
      if (line !== undefined) assertLeft(line, quantity, ['returnId'])
    }
    const decisionDueAt = addDays(now(), policyOf(row.policyVersion).decisionDays)
    await setDue(tx, 'return.decision', row.id, decisionDueAt)
    const comment = [row.comment, said].filter((one) => one !== null).join('\n\n')
    if (comment.length > textLimits.message) {
      throw new InvalidInput('tooLong', ['comment'], { max: textLimits.message - (row.comment?.length ?? 0) })
    }
    return { decisionDueAt, escalatedAt: null, comment: comment === '' ? null : comment }
  })
}

export async function cancelReturn(desk: Desk, viewer: KnownViewer, input: OnReturn) {
  return await decide(desk, viewer, input, 'CANCEL', () => ({ goodsStatus: null }))
}
