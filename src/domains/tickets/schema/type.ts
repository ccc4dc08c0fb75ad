import type { Viewer } from '../../../auth/viewer.ts'
import { encodeId } from '../../../core/ids.ts'
import { offeredActions } from '../../../core/transitions.ts'
import type { VisibilityFacts } from '../../../events/catalog.ts'
import { allowedActionType } from '../../../graphql/allowed-actions.ts'
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
import { findTogether } from '../../../graphql/find-together.ts'
import { findNodesBy, idDescription, Node } from '../../../graphql/node.ts'
import { blocksFor, couldSee, sideOf, visibleTickets } from '../policy.ts'
import type { TicketAction } from '../rules.ts'
import { ticketNumber, transitions } from '../rules.ts'

const TicketActionEnum = describedEnum<TicketAction>('TicketAction', 'What can be asked of a ticket.', {
  REPLY: 'Send a public message: `messageSend`.',
  CLAIM: 'Take it: `ticketClaim`.',
  ASSIGN: 'Give it to somebody: `ticketAssign`.',
  UPDATE: 'Change subject, priority, topic, language or tags, or add a note: `ticketUpdate`, `noteAdd`.',
  LINK: 'Say which order or parcel it is about: `ticketLink`.',
  WAIT_CUSTOMER: 'Hand it to the customer: `ticketWait`.',
  WAIT_THIRD_PARTY: 'Wait for a courier, a seller or a bank: `ticketWait`.',
  SNOOZE: 'Let it sleep: `ticketSnooze`.',
  RESOLVE: 'Say that it is settled: `ticketResolve`.',
  REOPEN: 'Take it up again: `ticketReopen`.',
  CLOSE: 'End it for good: `ticketClose`.',
  MERGE: 'End it in another ticket: `ticketMerge`.',
  SPAM: 'Mark it as not a customer’s request: `ticketMarkSpam`.',
})

const AllowedAction = allowedActionType('TicketAllowedAction', TicketActionEnum)

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
    erasedAt: t.expose('erasedAt', { type: 'DateTime', nullable: true }),
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
    allowedActions: t.field({
      description:
        'What the viewer’s side can ask of the ticket, and what it can ask now: from the one rule table. A ticket that somebody else has is not claimed, and one whose complaint has no resolution is neither resolved nor closed.',
      type: [AllowedAction],
      extensions: { isPerViewer: true },
      select: { status: true, assigneeId: true, complaint: { select: { status: true } } },
      resolve: (ticket, _args, { viewer }) =>
        offeredActions(transitions, ticket.status, sideOf(viewer), blocksFor(viewer, ticket)),
    }),
  }),
})

// To-one relations take no where clause: policy looks at the row that was read with its parent.
builder.prismaObjectFields(Ticket, (t) => ({
  mergedInto: t.field({
    description:
      'Where a merged ticket goes on; null when it is not merged, or the viewer may not see the target.',
    type: Ticket,
    nullable: true,
    select: (_args, _context, nested) => ({ mergedInto: nested(true) }),
    resolve: ({ mergedInto }, _args, { viewer }) => onlyVisible(viewer, mergedInto),
  }),
  predecessor: t.field({
    description: 'The closed ticket that this one continues; null when there is none, or none to see.',
    type: Ticket,
    nullable: true,
    select: (_args, _context, nested) => ({ predecessor: nested(true) }),
    resolve: ({ predecessor }, _args, { viewer }) => onlyVisible(viewer, predecessor),
  }),
}))

function onlyVisible<Row extends VisibilityFacts>(viewer: Viewer, row: Row | null): Row | null {
  return row !== null && couldSee(viewer, row) ? row : null
}

export const TicketConnection = connectionType('Ticket', Ticket)

/** One ticket by policy. */
export async function findTicket(context: Context, query: object, id: string | null) {
  const { desk, viewer } = context
  return await findTogether(
    context,
    'Ticket',
    { query, id },
    async (selection, ids) =>
      await desk.database.prisma.ticket.findMany({
        ...selection,
        where: { AND: [{ id: { in: ids } }, visibleTickets(viewer)] },
      }),
  )
}

findNodesBy('Ticket', async (query, context, id) => await findTicket(context, query, id))
