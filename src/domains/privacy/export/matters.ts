import type { Prisma } from '../../../core/prisma/client.ts'
import { visibleComplaints } from '../../complaints/policy.ts'
import { complaintNumber } from '../../complaints/rules.ts'
import { visibleRatings } from '../../ratings/policy.ts'
import { visibleRefunds, visibleReturns } from '../../returns/policy.ts'
import type { Section } from './section.ts'
import { idIn, moneyIn, pick, section } from './section.ts'

const orderBy = { id: 'asc' } as const
const withParts = {
  items: true,
  documents: { select: { id: true }, orderBy: { id: 'asc' } },
} satisfies Prisma.ReturnInclude

function showReturn(row: Prisma.ReturnGetPayload<{ include: typeof withParts }>): object {
  return {
    id: idIn('Return', row.id),
    orderId: idIn('Order', row.orderId),
    ticketId: idIn('Ticket', row.ticketId),
    ...pick(
      row,
      'status',
      'reason',
      'comment',
      'wish',
      'infoRequest',
      'decision',
      'declineCode',
      'declineText',
    ),
    ...pick(row, 'goodsStatus', 'inspection', 'decisionDueAt', 'decidedAt', 'createdAt'),
    priceDifference: moneyIn(row.priceDifference, row.currencyCode),
    items: row.items.map(({ orderItemId, quantity, receivedQuantity }) => ({
      orderItemId: idIn('OrderItem', orderItemId),
      quantity,
      receivedQuantity,
    })),
    attachmentIds: row.documents.map(({ id }) => idIn('Attachment', id)),
  }
}

/** What the customer asked to be put right, suggested and judged. */
export const matterSections: readonly Section[] = [
  section(
    'returns',
    async ({ prisma, viewers }, { after, take }) =>
      await prisma.return.findMany({
        where: { AND: [{ OR: viewers.map(visibleReturns) }, after] },
        include: withParts,
        orderBy,
        take,
      }),
    showReturn,
  ),
  section(
    'refunds',
    async ({ prisma, viewers }, { after, take }) =>
      await prisma.refund.findMany({
        where: { AND: [{ OR: viewers.map(visibleRefunds) }, after] },
        orderBy,
        take,
      }),
    (row) => ({
      id: idIn('Refund', row.id),
      orderId: idIn('Order', row.orderId),
      returnId: idIn('Return', row.returnId),
      amount: moneyIn(row.amount, row.currencyCode),
      ...pick(row, 'status', 'createdAt', 'succeededAt'),
    }),
  ),
  section(
    'complaints',
    async ({ prisma, viewers }, { after, take }) =>
      await prisma.complaint.findMany({
        where: { AND: [{ OR: viewers.map(visibleComplaints) }, after] },
        orderBy,
        take,
      }),
    (row) => ({
      id: idIn('Complaint', row.id),
      number: complaintNumber(row.serial),
      ticketId: idIn('Ticket', row.ticketId),
      orderId: idIn('Order', row.orderId),
      deliveryId: idIn('Delivery', row.deliveryId),
      relief: moneyIn(row.reliefAmount, row.currencyCode),
      ...pick(row, 'about', 'status', 'resolution', 'answerDueAt', 'resolvedAt', 'closedAt', 'createdAt'),
    }),
  ),
  section(
    'suggestions',
    async ({ prisma, customerIds }, { after, take }) =>
      await prisma.suggestion.findMany({
        where: { AND: [{ customerId: { in: customerIds } }, after] },
        orderBy,
        take,
      }),
    (row) => ({
      id: idIn('Suggestion', row.id),
      ...pick(row, 'title', 'text', 'language', 'status', 'voteCount', 'createdAt'),
    }),
  ),
  section(
    'votes',
    async ({ prisma, customerIds }, { after, take }) => {
      const rows = await prisma.suggestionVote.findMany({
        where: { AND: [{ customerId: { in: customerIds } }, afterVote(after)] },
        orderBy: { suggestionId: 'asc' },
        take,
      })
      return rows.map((row) => ({ ...row, id: row.suggestionId }))
    },
    ({ suggestionId, createdAt }) => ({ suggestionId: idIn('Suggestion', suggestionId), createdAt }),
    { isCounted: false },
  ),
  section(
    'ratings',
    async ({ prisma, viewers }, { after, take }) =>
      await prisma.rating.findMany({
        where: { AND: [{ OR: viewers.map(visibleRatings) }, after] },
        orderBy,
        take,
      }),
    (row) => ({
      id: idIn('Rating', row.id),
      orderId: idIn('Order', row.orderId),
      productId: idIn('Product', row.productId),
      ...pick(row, 'score', 'text', 'occurredAt'),
    }),
  ),
]

/** A vote is named by its suggestion: a customer has one for each. */
function afterVote({ id }: { readonly id?: { readonly gt: string } }): Prisma.SuggestionVoteWhereInput {
  return id === undefined ? {} : { suggestionId: id }
}
