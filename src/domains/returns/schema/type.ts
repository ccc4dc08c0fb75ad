import { encodeId } from '../../../core/ids.ts'
import type { Prisma } from '../../../core/prisma/client.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionType } from '../../../graphql/connections.ts'
import type { Context } from '../../../graphql/context.ts'
import { findTogether, isById } from '../../../graphql/find-together.ts'
import { Money } from '../../../graphql/money.ts'
import { findNodesBy, idDescription, Node } from '../../../graphql/node.ts'
import { maySeeOrder } from '../../orders/policy.ts'
import { OrderItem } from '../../orders/schema/type.ts'
import { returnFacts } from '../loaders.ts'
import { returnSideOf, visibleReturns } from '../policy.ts'
import { policyOf, reasonText } from '../policy-data.ts'
import { rulesOf } from '../reads.ts'
import { goodsValue, leftToGrant, offeredFor, returnNumber } from '../rules.ts'
import {
  GoodsStatusEnum,
  InspectionResultEnum,
  ReturnAllowedAction,
  ReturnDecisionEnum,
  ReturnStatusEnum,
} from './enums.ts'

builder.prismaObject('ReturnItem', {
  fields: (t) => ({
    orderItemId: t.id({
      description: 'Which line of the order.',
      resolve: ({ orderItemId }) => encodeId('OrderItem', orderItemId),
    }),
    orderItem: t.field({
      description: 'The line; null for a partner’s system that may not see orders.',
      type: OrderItem,
      nullable: true,
      select: (_args, _context, nested) => ({
        orderItem: nested(true),
        return: { select: { customerId: true } },
      }),
      resolve: ({ orderItem, return: parent }, _args, { viewer }) =>
        maySeeOrder(viewer, parent) ? orderItem : null,
    }),
    quantity: t.exposeInt('quantity'),
    receivedQuantity: t.exposeInt('receivedQuantity'),
  }),
})

export const Return = builder.prismaObject('Return', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('Return', id) }),
    number: t.string({
      description: 'What people read out on the phone, such as `R-000123`.',
      resolve: ({ serial }) => returnNumber(serial),
    }),
    status: t.expose('status', { type: ReturnStatusEnum }),
    version: t.exposeInt('version'),
    reason: t.exposeString('reason'),
    reasonText: t.string({
      description: 'The reason in the viewer’s language; the key itself where the policy has no words.',
      select: { reason: true, policyVersion: { select: { id: true, data: true } } },
      resolve: ({ reason, policyVersion }, _args, { locale }) =>
        reasonText(policyOf(policyVersion), reason)?.[locale] ?? reason,
    }),
    comment: t.exposeString('comment', { nullable: true }),
    wish: t.expose('wish', { type: ReturnDecisionEnum }),
    infoRequest: t.exposeString('infoRequest', { nullable: true }),
    decision: t.expose('decision', { type: ReturnDecisionEnum, nullable: true }),
    declineCode: t.exposeString('declineCode', { nullable: true }),
    declineText: t.exposeString('declineText', { nullable: true }),
    decisionDueAt: t.expose('decisionDueAt', { type: 'DateTime', nullable: true }),
    decidedAt: t.expose('decidedAt', { type: 'DateTime', nullable: true }),
    escalatedAt: t.expose('escalatedAt', {
      description: 'When the missed deadline was escalated. For the desk only: null for others.',
      type: 'DateTime',
      nullable: true,
      authScopes: { staff: true },
      unauthorizedResolver: () => null,
    }),
    goodsStatus: t.expose('goodsStatus', { type: GoodsStatusEnum, nullable: true }),
    inspection: t.expose('inspection', { type: InspectionResultEnum, nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    items: t.relation('items', {
      description: 'What is to be given back; at most 100 lines.',
      query: { orderBy: { orderItemId: 'asc' } },
    }),
    goodsValue: t.field({
      description: 'What the goods cost, with their part of the shipping.',
      type: Money,
      select: { id: true, currencyCode: true },
      resolve: async ({ id, currencyCode }, _args, context) => {
        const { items } = await returnFacts(context).load(id)
        return { amount: goodsValue(items), currencyCode }
      },
    }),
    grantableAmount: t.field({
      description:
        'What can still be granted because of it: for the goods that came back, by the decision. Zero while nothing is.',
      type: Money,
      select: { id: true, currencyCode: true },
      resolve: async ({ id, currencyCode }, _args, context) => ({
        amount: leftToGrant(await returnFacts(context).load(id)),
        currencyCode,
      }),
    }),
    priceDifference: t.field({
      description:
        'Of an exchange: what the replacement costs more (above 0, to be paid) or less (below 0, can be granted).',
      type: Money,
      nullable: true,
      resolve: ({ priceDifference, currencyCode }) =>
        priceDifference === null ? null : { amount: priceDifference, currencyCode },
    }),
    replacementProduct: t.relation('replacementProduct', {
      description: 'Of an exchange: what is given instead.',
      nullable: true,
    }),
    allowedActions: t.field({
      description:
        'What the viewer’s side can ask of the return, and what it can ask now: from the one rule table.',
      type: [ReturnAllowedAction],
      select: { id: true },
      resolve: async ({ id }, _args, context) => {
        const side = returnSideOf(context.viewer)
        if (side === null) return []
        const facts = await returnFacts(context).load(id)
        return offeredFor(facts, side, rulesOf(facts).needsInspection)
      },
    }),
  }),
})

export const ReturnConnection = connectionType('Return', Return)

/** One return by policy. */
export async function findReturn(context: Context, query: object, key: Prisma.ReturnWhereInput | null) {
  const { desk, viewer } = context
  if (key === null || isById(key)) {
    return await findTogether(
      context,
      'Return',
      { query, id: key?.id ?? null },
      async (selection, ids) =>
        await desk.database.prisma.return.findMany({
          ...selection,
          where: { AND: [{ id: { in: ids } }, visibleReturns(viewer)] },
        }),
    )
  }
  return await desk.database.prisma.return.findFirst({
    ...query,
    where: { AND: [key, visibleReturns(viewer)] },
  })
}

findNodesBy('Return', async (query, context, id) => await findReturn(context, query, { id }))
