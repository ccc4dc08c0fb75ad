import { stoppable } from '../../../events/stoppable.ts'
import { builder } from '../../../graphql/builder.ts'
import { describedEnum } from '../../../graphql/enums.ts'
import { operatorViewer, viewerNow } from '../../../graphql/viewer-of.ts'
import { setOperatorStatus } from '../actions.ts'
import type { StatusNews } from '../live.ts'
import { followOperatorStatuses } from '../live.ts'
import type { OperatorStatus } from '../topics.ts'
import { statusOf } from '../topics.ts'

const OperatorStatusEnum = describedEnum<OperatorStatus>(
  'OperatorStatus',
  'Whether an operator is there. Ephemeral: never stored.',
  {
    ONLINE: 'At the desk.',
    AWAY: 'Back in a while.',
    OFFLINE: 'Not there: said so, or did not say again in time to be there.',
  },
)

builder.prismaObjectField('Operator', 'status', (t) =>
  t.field({
    description: 'Whether the person is there now. For the desk only.',
    type: OperatorStatusEnum,
    nullable: true,
    authScopes: { staff: true },
    select: { id: true, isDisabled: true },
    resolve: ({ id, isDisabled }, _args, { desk }) => (isDisabled ? 'OFFLINE' : statusOf(desk, id)),
  }),
)

const OperatorStatusSetInput = builder.inputType('OperatorStatusSetInput', {
  description: 'Says whether the operator is there.',
  fields: (t) => ({
    status: t.field({
      type: OperatorStatusEnum,
      description: 'The status; ONLINE and AWAY must be sent again before `expiresAt`.',
    }),
  }),
})

const OperatorStatusSetPayload = builder
  .objectRef<{ operatorId: string; expiresAt: Date }>('OperatorStatusSetPayload')
  .implement({
    description: 'The status as set, and how long it lasts.',
    fields: (t) => ({
      operator: t.prismaField({
        description: 'The viewer’s own record.',
        type: 'Operator',
        resolve: async (query, { operatorId }, _args, { desk }) =>
          await desk.database.prisma.operator.findUniqueOrThrow({ ...query, where: { id: operatorId } }),
      }),
      expiresAt: t.expose('expiresAt', {
        description: 'When the person is OFFLINE unless they say again that they are there.',
        type: 'DateTime',
      }),
    }),
  })

const OperatorStatuses = builder.objectRef<StatusNews>('OperatorStatuses').implement({
  description: 'Who of the desk is there, or whose status has changed.',
  fields: (t) => ({
    isAll: t.exposeBoolean('isAll', {
      description: 'True for the first item: it has everybody who is there; who is not in it is OFFLINE.',
    }),
    operators: t.prismaField({
      description:
        'The people with their present `status`, by name: of the first item all, later the changed.',
      type: ['Operator'],
      resolve: async (query, { operatorIds }, _args, { desk }) =>
        await desk.database.prisma.operator.findMany({
          ...query,
          where: { id: { in: [...operatorIds] } },
          orderBy: [{ name: 'asc' }, { id: 'asc' }],
        }),
    }),
  }),
})

builder.mutationFields((t) => ({
  operatorStatusSet: t.field({
    description:
      'Says whether the operator is there. For the desk only. Ephemeral: never stored. It counts for the person, in whichever window they work.',
    type: OperatorStatusSetPayload,
    authScopes: { staff: true },
    args: { input: t.arg({ type: OperatorStatusSetInput, description: 'Which status.' }) },
    errors: { types: [] },
    resolve: (_root, { input }, context) =>
      setOperatorStatus(context.desk, operatorViewer(context), input.status),
  }),
}))

builder.subscriptionFields((t) => ({
  operatorStatuses: t.field({
    description:
      'Who of the desk is there: first all who are, then those whose status changes. For the desk only.',
    type: OperatorStatuses,
    authScopes: { staff: true },
    subscribe: (_root, _args, context) =>
      stoppable((signal) =>
        followOperatorStatuses(context.desk, { viewer: viewerNow(context, operatorViewer), signal }),
      ),
    resolve: (item) => item,
  }),
}))
