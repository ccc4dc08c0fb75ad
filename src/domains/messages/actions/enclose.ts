import type { KnownViewer } from '../../../auth/viewer.ts'
import type { Tx } from '../../../core/database.ts'
import type { Ticket } from '../../../core/prisma/client.ts'
import { InvalidInput, NotFound } from '../../../core/problems.ts'
import { checkText, textLimits } from '../../../core/text.ts'
import { checkAttachmentIds, linkAttachments } from '../../attachments/actions/link.ts'
import { visibleOrders } from '../../orders/policy.ts'
import { visibleProducts } from '../../products/policy.ts'
import { maxCards } from '../rules.ts'

/** A card of a product or of an order: one of them. */
export interface Card {
  readonly productId: string | undefined
  readonly orderId: string | undefined
}

/** What a message carries beside its words. */
export interface Enclosures {
  readonly attachmentIds: readonly (string | null)[]
  readonly cards: readonly Card[]
}

/**
 * The words of a message, already checked: they may be missing when it carries something else.
 * @throws InvalidInput
 */
export function checkMessage(text: string, enclosures: Enclosures | undefined): string {
  if (enclosures !== undefined) {
    checkAttachmentIds(enclosures.attachmentIds)
    checkCards(enclosures.cards)
    if (text.trim() === '') return ''
  }
  return checkText(text, ['text'], textLimits.message)
}

function checkCards(cards: readonly Card[]): void {
  if (cards.length > maxCards) throw new InvalidInput('tooMany', ['cards'], { max: maxCards })
  for (const [index, { productId, orderId }] of cards.entries()) {
    const given = [productId, orderId].filter((id) => id !== undefined)
    if (given.length !== 1) throw new InvalidInput('oneOf', ['cards', String(index)])
  }
}

/** Puts files and cards into a message that was just written into a locked ticket. */
export async function enclose(
  tx: Tx,
  viewer: KnownViewer,
  { customerId }: Pick<Ticket, 'customerId'>,
  messageId: string,
  { attachmentIds, cards }: Enclosures,
): Promise<void> {
  await linkAttachments(tx, viewer, customerId, attachmentIds, { messageId })
  if (cards.length === 0) return
  for (const [index, card] of cards.entries()) {
    await assertCard(tx, viewer, customerId, card, ['cards', String(index)])
  }
  await tx.messageCard.createMany({
    data: cards.map(({ productId, orderId }, index) => ({
      messageId,
      position: index + 1,
      productId,
      orderId,
    })),
  })
}

/** @throws NotFound for a product or order that the viewer does not see, or an order of somebody else */
async function assertCard(
  tx: Tx,
  viewer: KnownViewer,
  customerId: string,
  { productId, orderId }: Card,
  path: readonly string[],
): Promise<void> {
  const select = { id: true } as const
  if (productId !== undefined) {
    const where = { AND: [{ id: productId }, visibleProducts(viewer)] }
    if ((await tx.product.findFirst({ where, select })) === null) throw new NotFound(...path, 'productId')
    return
  }
  const where = { AND: [{ id: orderId, customerId }, visibleOrders(viewer)] }
  if ((await tx.order.findFirst({ where, select })) === null) throw new NotFound(...path, 'orderId')
}
