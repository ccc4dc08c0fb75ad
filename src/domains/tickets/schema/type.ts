import { encodeId } from '../../../core/ids.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionType } from '../../../graphql/connections.ts'
import type { Context } from '../../../graphql/context.ts'
import {
  ChannelEnum,
  describedEnum,
  LanguageEnum,
  PriorityEnum,
  TicketResolutionEnum,
  TicketStatusEnum,
  TopicEnum,
} from '../../../graphql/enums.ts'
import { findNodesBy, idDescription, Node } from '../../../graphql/node.ts'
import { sideOf, visibleTickets } from '../policy.ts'
import type { TicketAction } from '../rules.ts'
import { ticketActions, ticketNumber, transitions } from '../rules.ts'

const TicketActionEnum = describedEnum<TicketAction>('TicketAction', 'What can be asked of a ticket.', {
  REPLY: 'Send a public message: `messageSend`.',
  CLAIM: 'Take it: `ticketClaim`.',
  ASSIGN: 'Give it to somebody: `ticketAssign`.',
  UPDATE: 'Change subject, priority, topic, language or tags, or add a note: `ticketUpdate`, `noteAdd`.',
  WAIT_CUSTOMER: 'Hand it to the customer: `ticketWait`.',
  WAIT_THIRD_PARTY: 'Wait for a courier, a seller or a bank: `ticketWait`.',
  SNOOZE: 'Let it sleep: `ticketSnooze`.',
  RESOLVE: 'Say that it is settled: `ticketResolve`.',
  REOPEN: 'Take it up again: `ticketReopen`.',
  CLOSE: 'End it for good: `ticketClose`.',
  MERGE: 'End it in another ticket: `ticketMerge`.',
  SPAM: 'Mark it as not a customer’s request: `ticketMarkSpam`.',
})

const ActionBlockEnum = describedEnum<'STATUS'>('ActionBlock', 'Why an action is not possible now.', {
  STATUS: 'The state machine has no such step from the present status.',
})

const AllowedAction = builder
  .objectRef<{ action: TicketAction; isAllowed: boolean }>('TicketAllowedAction')
  .implement({
    description: 'One action of the viewer’s side, and whether it is possible now.',
    fields: (t) => ({
      action: t.expose('action', { description: 'The action.', type: TicketActionEnum }),
      isAllowed: t.exposeBoolean('isAllowed', { description: 'True if it would be accepted now.' }),
      blockedBy: t.field({
        description: 'Why it is not possible; null when it is.',
        type: ActionBlockEnum,
        nullable: true,
        resolve: ({ isAllowed }) => (isAllowed ? null : ('STATUS' as const)),
      }),
    }),
  })

export const Ticket = builder.prismaObject('Ticket', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('Ticket', id) }),
    number: t.string({
      description: 'What people read out on the phone, such as `T-000123`.',
      resolve: ({ serial }) => ticketNumber(serial),
    }),
    subject: t.exposeString('subject'),
    topic: t.expose('topic', { type: TopicEnum }),
    channel: t.expose('channel', { type: ChannelEnum }),
    status: t.expose('status', { type: TicketStatusEnum }),
    priority: t.expose('priority', { type: PriorityEnum }),
    language: t.expose('language', { type: LanguageEnum }),
    tags: t.exposeStringList('tags', {
      description: 'Free labels of the desk. For the desk only: null for others.',
      nullable: true,
      authScopes: { $any: { staff: true, service: 'tickets:read' } },
      unauthorizedResolver: () => null,
    }),
    version: t.exposeInt('version'),
    lastSeq: t.exposeInt('lastSeq'),
    lastActivityAt: t.expose('lastActivityAt', { type: 'DateTime' }),
    snoozedUntil: t.expose('snoozedUntil', { type: 'DateTime', nullable: true }),
    resolution: t.expose('resolution', { type: TicketResolutionEnum, nullable: true }),
    resolvedAt: t.expose('resolvedAt', { type: 'DateTime', nullable: true }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    customer: t.relation('customer', { description: 'Whose ticket it is.' }),
    assignee: t.relation('assignee', {
      description: 'Who works on it; null while nobody does.',
      nullable: true,
    }),
    team: t.relation('team', {
      description: 'Whose queue it is in; null for the common one.',
      nullable: true,
    }),
    mergedInto: t.prismaField({
      description:
        'Where a merged ticket goes on; null when it is not merged, or the viewer may not see the target.',
      type: 'Ticket',
      nullable: true,
      resolve: (query, { mergedIntoId }, _args, context) => findTicket(context, query, mergedIntoId),
    }),
    predecessor: t.prismaField({
      description: 'The closed ticket that this one continues; null when there is none, or none to see.',
      type: 'Ticket',
      nullable: true,
      resolve: (query, { predecessorId }, _args, context) => findTicket(context, query, predecessorId),
    }),
    allowedActions: t.field({
      description:
        'What the viewer’s side can ask of the ticket, and what it can ask now: from the one rule table.',
      type: [AllowedAction],
      resolve: ({ status }, _args, { viewer }) => {
        const side = sideOf(viewer)
        return ticketActions
          .filter((action) => transitions[action].by.includes(side))
          .map((action) => ({ action, isAllowed: transitions[action].from.includes(status) }))
      },
    }),
  }),
})

export const TicketConnection = connectionType('Ticket', Ticket)

/** One ticket by policy. */
export async function findTicket({ desk, viewer }: Context, query: object, id: string | null) {
  // Taken in any case: a selection that nobody takes is reported as a forgotten one.
  const selection = { ...query }
  if (id === null) return null
  return await desk.database.prisma.ticket.findFirst({
    ...selection,
    where: { AND: [{ id }, visibleTickets(viewer)] },
  })
}

findNodesBy('Ticket', async (query, context, id) => await findTicket(context, query, id))
