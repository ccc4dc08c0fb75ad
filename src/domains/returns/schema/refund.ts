import type { Viewer } from '../../../auth/viewer.ts'
import { encodeId } from '../../../core/ids.ts'
import { offeredActions } from '../../../core/transitions.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionType } from '../../../graphql/connections.ts'
import type { Context } from '../../../graphql/context.ts'
import { findTogether } from '../../../graphql/find-together.ts'
import { Money } from '../../../graphql/money.ts'
import { findNodesBy, idDescription, Node } from '../../../graphql/node.ts'
import { Operator } from '../../operators/schema.ts'
import { deskPeople } from '../loaders.ts'
import { maySeeExecution, refundSideOf, visibleRefunds } from '../policy.ts'
import { refundTransitions } from '../rules.ts'
import { RefundAllowedAction, RefundStatusEnum } from './enums.ts'

const innerMatter = 'For the desk and services with `refunds:execute` only: null for others.'
const only = <T>(viewer: Viewer, value: T): T | null => (maySeeExecution(viewer) ? value : null)

export const Refund = builder.prismaObject('Refund', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('Refund', id) }),
    status: t.expose('status', { type: RefundStatusEnum }),
    version: t.exposeInt('version'),
    amount: t.field({
      description: 'How much. It never changes.',
      type: Money,
      resolve: ({ amount, currencyCode }) => ({ amount, currencyCode }),
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    succeededAt: t.expose('succeededAt', { type: 'DateTime', nullable: true }),
    grantedBy: t.field({
      description: 'Who granted it. For the desk only: null for others.',
      type: Operator,
      nullable: true,
      authScopes: { staff: true },
      unauthorizedResolver: () => null,
      select: { grantedById: true },
      resolve: async ({ grantedById }, _args, context) =>
        grantedById === null ? null : await deskPeople(context).load(grantedById),
    }),
    attemptCount: t.int({
      description: `How often the payment provider was asked. ${innerMatter}`,
      nullable: true,
      resolve: ({ attemptCount }, _args, { viewer }) => only(viewer, attemptCount),
    }),
    lastAttemptAt: t.field({
      description: `When the provider was asked last. ${innerMatter}`,
      type: 'DateTime',
      nullable: true,
      resolve: ({ lastAttemptAt }, _args, { viewer }) => only(viewer, lastAttemptAt),
    }),
    gatewayReference: t.string({
      description: `The payment provider’s own key of it. ${innerMatter}`,
      nullable: true,
      resolve: ({ gatewayReference }, _args, { viewer }) => only(viewer, gatewayReference),
    }),
    failureCode: t.string({
      description: `Why it failed, the provider’s code. ${innerMatter}`,
      nullable: true,
      resolve: ({ failureCode }, _args, { viewer }) => only(viewer, failureCode),
    }),
    isRetryable: t.boolean({
      description: `True if the provider says that a failed one may go through when tried again. ${innerMatter}`,
      nullable: true,
      resolve: ({ isRetryable }, _args, { viewer }) => only(viewer, isRetryable),
    }),
    allowedActions: t.field({
      description:
        'What the viewer’s side can ask of the refund, and what it can ask now: from the one rule table.',
      type: [RefundAllowedAction],
      resolve: ({ status }, _args, { viewer }) => {
        const side = refundSideOf(viewer)
        return side === null ? [] : offeredActions(refundTransitions, status, side)
      },
    }),
  }),
})

export const RefundConnection = connectionType('Refund', Refund)

/** One refund by policy. */
export async function findRefund(context: Context, query: object, id: string) {
  const { desk, viewer } = context
  return await findTogether(
    context,
    'Refund',
    { query, id },
    async (selection, ids) =>
      await desk.database.prisma.refund.findMany({
        ...selection,
        where: { AND: [{ id: { in: ids } }, visibleRefunds(viewer)] },
      }),
  )
}

findNodesBy('Refund', async (query, context, id) => await findRefund(context, query, id))
