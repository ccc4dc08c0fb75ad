import { encodeId } from '../../../core/ids.ts'
import { NotFound } from '../../../core/problems.ts'
import type { LeaseNews } from '../../../events/leases.ts'
import { stoppable } from '../../../events/stoppable.ts'
import { builder } from '../../../graphql/builder.ts'
import { AuthorKindEnum } from '../../../graphql/enums.ts'
import { idOf } from '../../../graphql/input.ts'
import { knownViewer, operatorViewer, personViewer, viewerNow } from '../../../graphql/viewer-of.ts'
import { ticketIdOf, withTypedEnd } from '../../messages/schema/subscriptions.ts'
import { setPresence, setTyping, typingSeconds } from '../actions.ts'
import type { PresentOperator } from '../live.ts'
import { followPresence, followTyping } from '../live.ts'

const TypingState = builder.objectRef<LeaseNews>('TypingState').implement({
  description: 'Somebody writes, or stopped.',
  fields: (t) => ({
    authorKind: t.expose('holderKind', { description: 'Which side.', type: AuthorKindEnum }),
    authorId: t.id({
      description: 'The customer’s or operator’s id.',
      nullable: true,
      resolve: ({ holderKind, holderId }) =>
        encodeId(holderKind === 'CUSTOMER' ? 'Customer' : 'Operator', holderId),
    }),
    isTyping: t.boolean({
      description: 'False when they stopped, or did not say again in time that they write.',
      resolve: ({ value }) => value !== null,
    }),
    expiresAt: t.expose('expiresAt', { description: 'When the sign ends by itself.', type: 'DateTime' }),
  }),
})

const TypingSetInput = builder.inputType('TypingSetInput', {
  description: 'Says that the viewer writes, or stopped.',
  fields: (t) => ({
    ticketId: t.id({ description: 'In which ticket.' }),
    isTyping: t.boolean({
      description: `True while writing: send it again within ${typingSeconds} seconds.`,
    }),
  }),
})

const leasePayload = (name: string) =>
  builder.objectRef<{ expiresAt: Date }>(name).implement({
    description: 'How long the sign lasts.',
    fields: (t) => ({
      expiresAt: t.expose('expiresAt', { description: 'When it ends by itself.', type: 'DateTime' }),
    }),
  })

const PresenceSetInput = builder.inputType('PresenceSetInput', {
  description: 'Says that the operator looks at a ticket, or left it.',
  fields: (t) => ({
    ticketId: t.id({ description: 'Which ticket.' }),
    isPresent: t.boolean({
      description: 'True while the ticket is open: send it again before `expiresAt`, best at half the time.',
    }),
  }),
})

const OperatorPresence = builder.objectRef<PresentOperator>('OperatorPresence').implement({
  description: 'An operator who looks at a ticket.',
  fields: (t) => ({
    operator: t.prismaField({
      description: 'Who.',
      type: 'Operator',
      resolve: async (query, { operatorId }, _args, { desk }) =>
        await desk.database.prisma.operator.findUniqueOrThrow({ ...query, where: { id: operatorId } }),
    }),
    isTyping: t.exposeBoolean('isTyping', { description: 'True while they write in it.' }),
  }),
})

const TicketPresence = builder
  .objectRef<{ present: readonly PresentOperator[] }>('TicketPresence')
  .implement({
    description: 'Who looks at a ticket at a moment.',
    fields: (t) => ({
      operators: t.field({
        description: 'All other operators who look at it now; empty when nobody does.',
        type: [OperatorPresence],
        resolve: ({ present }) => [...present],
      }),
    }),
  })

builder.mutationFields((t) => ({
  typingSet: t.field({
    description: 'Tells the followers of `typing` that the viewer writes. Ephemeral: never stored.',
    type: leasePayload('TypingSetPayload'),
    authScopes: { $any: { staff: true, buyer: true } },
    args: { input: t.arg({ type: TypingSetInput, description: 'Where.' }) },
    errors: { types: [NotFound] },
    resolve: async (_root, { input }, context) =>
      await setTyping(context.desk, personViewer(context), {
        ticketId: idOf('Ticket', input.ticketId),
        isTyping: input.isTyping,
      }),
  }),
  presenceSet: t.field({
    description:
      'Tells the desk that the operator looks at a ticket. For the desk only; buyers see nothing of it. Ephemeral: never stored. It counts for the person, in whichever window they look.',
    type: leasePayload('PresenceSetPayload'),
    authScopes: { staff: true },
    args: { input: t.arg({ type: PresenceSetInput, description: 'Where.' }) },
    errors: { types: [NotFound] },
    resolve: async (_root, { input }, context) =>
      await setPresence(context.desk, operatorViewer(context), {
        ticketId: idOf('Ticket', input.ticketId),
        isPresent: input.isPresent,
      }),
  }),
}))

builder.subscriptionFields((t) => ({
  typing: t.field({
    description:
      'Who writes in a ticket right now, the viewer left out. Ephemeral: never stored, never replayed; who does not say again in time that they write has stopped.',
    type: TypingState,
    args: { ticketId: t.arg.id({ description: 'In which ticket.' }) },
    subscribe: (_root, { ticketId }, context) => {
      const id = ticketIdOf(ticketId)
      const viewer = viewerNow(context, knownViewer)
      return stoppable((signal) => withTypedEnd(followTyping(context.desk, { ticketId: id, viewer, signal })))
    },
    resolve: (news) => news,
  }),
  presence: t.field({
    description:
      'Which other operators look at a ticket, and who of them writes: all of them at first, then all again whenever that changes. For the desk only. Ends with NOT_VISIBLE when the ticket leaves the viewer’s sight.',
    type: TicketPresence,
    authScopes: { staff: true },
    args: { ticketId: t.arg.id({ description: 'At which ticket.' }) },
    subscribe: (_root, { ticketId }, context) => {
      const id = ticketIdOf(ticketId)
      const viewer = viewerNow(context, operatorViewer)
      return stoppable((signal) =>
        withTypedEnd(followPresence(context.desk, { ticketId: id, viewer, signal })),
      )
    },
    resolve: (item) => item,
  }),
}))
