import type { Prisma } from '../../../core/prisma/client.ts'
import { publicMessages } from '../../messages/policy.ts'
import { visibleTickets } from '../../tickets/policy.ts'
import { ticketNumber } from '../../tickets/rules.ts'
import { pages } from './pages.ts'
import type { Person, Section } from './section.ts'
import { idIn, pick, section } from './section.ts'

const messagesAtOnce = 200

const withContents = {
  revisions: { orderBy: { revision: 'asc' } },
  cards: { orderBy: { position: 'asc' } },
  attachments: { select: { id: true }, orderBy: { id: 'asc' } },
} satisfies Prisma.MessageInclude

type MessageRow = Prisma.MessageGetPayload<{ include: typeof withContents }>

/**
 * A message as the customer sees it: the side that wrote it, not the name of the person there. What their own words
 * were before an edit is theirs too.
 */
function showMessage(message: MessageRow): object {
  const { authorKind } = message
  const earlierTexts = message.revisions.map(({ text: said, createdAt: replacedAt }) => ({
    text: said,
    replacedAt,
  }))
  return {
    id: idIn('Message', message.id),
    ticketId: idIn('Ticket', message.ticketId),
    author: authorKind,
    ...pick(message, 'seq', 'kind', 'text', 'sentAt', 'createdAt', 'editedAt', 'redactedAt'),
    ...(authorKind === 'CUSTOMER' ? { earlierTexts } : {}),
    cards: message.cards.map(({ productId, orderId }) => ({
      productId: idIn('Product', productId),
      orderId: idIn('Order', orderId),
    })),
    attachmentIds: message.attachments.map((file) => idIn('Attachment', file.id)),
  }
}

/** Ticket by ticket, and each in the order of its conversation. */
async function* messagePages(person: Person): AsyncGenerator<object[]> {
  for await (const tickets of pages((after, take) => ticketsOf(person, { after, take }))) {
    for (const { id: ticketId } of tickets) {
      for (let seq = 0; ; ) {
        const rows = await person.prisma.message.findMany({
          where: { AND: [{ ticketId, seq: { gt: seq } }, publicMessages] },
          include: withContents,
          orderBy: { seq: 'asc' },
          take: messagesAtOnce,
        })
        if (rows.length > 0) yield rows.map(showMessage)
        if (rows.length < messagesAtOnce) break
        seq = rows.at(-1)?.seq ?? seq
      }
    }
  }
}

async function ticketsOf({ prisma, viewers }: Person, { after, take }: { after: object; take: number }) {
  return await prisma.ticket.findMany({
    where: { AND: [{ OR: viewers.map(visibleTickets) }, after] },
    orderBy: { id: 'asc' },
    take,
  })
}

/** The tickets without what the desk keeps to itself: tags, team, who works on it. */
export const conversationSections: readonly Section[] = [
  section('tickets', ticketsOf, (ticket) => ({
    id: idIn('Ticket', ticket.id),
    number: ticketNumber(ticket.serial),
    ...pick(ticket, 'subject', 'topic', 'channel', 'status', 'language', 'resolution'),
    orderId: idIn('Order', ticket.orderId),
    deliveryId: idIn('Delivery', ticket.deliveryId),
    continues: idIn('Ticket', ticket.predecessorId),
    mergedInto: idIn('Ticket', ticket.mergedIntoId),
    ...pick(ticket, 'createdAt', 'resolvedAt', 'closedAt', 'erasedAt'),
  })),
  { name: 'messages', isCounted: true, pages: messagePages },
]
