import { encodeId } from '../../../core/ids.ts'
import type { Message as MessageRow } from '../../../core/prisma/client.ts'
import { builder } from '../../../graphql/builder.ts'
import {
  connectionOf,
  connectionType,
  nodePathSegments,
  pageArguments,
} from '../../../graphql/connections.ts'
import { AuthorKindEnum, MessageKindEnum } from '../../../graphql/enums.ts'
import type { Keyset, PageArguments } from '../../../graphql/keyset.ts'
import { pageOf } from '../../../graphql/keyset.ts'
import { findNodesBy, idDescription, Node } from '../../../graphql/node.ts'
import { visibleTickets } from '../../tickets/policy.ts'
import { readMarkers, unreadCounts } from '../loaders.ts'
import { publicMessages, visibleEntries } from '../policy.ts'

const Author = builder.objectRef<MessageRow>('Author').implement({
  description: 'Who wrote a message.',
  fields: (t) => ({
    kind: t.expose('authorKind', { description: 'Which side.', type: AuthorKindEnum }),
    name: t.exposeString('authorName', {
      description:
        'The name shown beside the message, as it was then; null for customers, see `Ticket.customer`.',
      nullable: true,
    }),
    id: t.id({
      description: 'The customer’s or operator’s id; null for bots and the system.',
      nullable: true,
      resolve: ({ authorCustomerId, authorOperatorId }) => {
        if (authorCustomerId !== null) return encodeId('Customer', authorCustomerId)
        return authorOperatorId === null ? null : encodeId('Operator', authorOperatorId)
      },
    }),
  }),
})

const Revision = builder.prismaObject('MessageRevision', {
  fields: (t) => ({
    revision: t.exposeInt('revision'),
    text: t.exposeString('text'),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
})

export const Message = builder.prismaObject('Message', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('Message', id) }),
    seq: t.exposeInt('seq', { nullable: true }),
    noteSeq: t.exposeInt('noteSeq', { nullable: true }),
    afterSeq: t.exposeInt('afterSeq', { nullable: true }),
    kind: t.expose('kind', { type: MessageKindEnum }),
    text: t.exposeString('text', { description: 'What it says; empty after a redaction.' }),
    author: t.field({ description: 'Who wrote it.', type: Author, resolve: (message) => message }),
    clientMessageId: t.exposeString('clientMessageId', { nullable: true }),
    sentAt: t.expose('sentAt', { type: 'DateTime', nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    editedAt: t.expose('editedAt', { type: 'DateTime', nullable: true }),
    redactedAt: t.expose('redactedAt', { type: 'DateTime', nullable: true }),
    ticket: t.relation('ticket', { description: 'The ticket it is in.' }),
    revisions: t.relation('revisions', {
      description: 'What it said before its edits, oldest first. For the desk only.',
      type: Revision,
      nullable: true,
      authScopes: { staff: true },
      query: { orderBy: { revision: 'asc' } },
    }),
  }),
})

export const MessageConnection = connectionType('Message', Message)

findNodesBy(
  'Message',
  async (query, { desk, viewer }, id) =>
    await desk.database.prisma.message.findFirst({
      ...query,
      where: { AND: [{ id, ticket: visibleTickets(viewer) }, visibleEntries(viewer)] },
    }),
)

const bySeq: Keyset<MessageRow> = {
  name: 'messages',
  keys: [{ field: 'seq', direction: 'asc', type: 'int' }],
}
const byNoteSeq: Keyset<MessageRow> = {
  name: 'notes',
  keys: [{ field: 'noteSeq', direction: 'asc', type: 'int' }],
}

/** The messages of a ticket in one counting, as part of the ticket's own statement. */
function selectEntries(keyset: Keyset<MessageRow>, args: PageArguments, among: object, nested: unknown) {
  const page = pageOf(keyset, args)
  const nest = nested as (query: object, path: object) => object
  const query = { where: { AND: [among, page.where] }, orderBy: page.orderBy, take: page.take }
  return { messages: nest(query, { getType: () => 'Message', paths: nodePathSegments }) } as never
}
const rowsOf = (ticket: object) => (ticket as { messages: MessageRow[] }).messages

builder.prismaObjectFields('Ticket', (t) => ({
  messages: t.field({
    description: 'The public messages, oldest first: `last: 5` gives the newest five. Never notes.',
    type: MessageConnection,
    args: pageArguments,
    select: (args, _context, nested) => selectEntries(bySeq, args, publicMessages, nested),
    resolve: (ticket, args) => connectionOf(pageOf(bySeq, args), rowsOf(ticket)),
  }),
  notes: t.field({
    description: 'The internal notes, oldest first. For the desk only.',
    type: MessageConnection,
    nullable: true,
    authScopes: { staff: true },
    args: pageArguments,
    select: (args, { viewer }, nested) =>
      selectEntries(byNoteSeq, args, { AND: [{ noteSeq: { not: null } }, visibleEntries(viewer)] }, nested),
    resolve: (ticket, args) => connectionOf(pageOf(byNoteSeq, args), rowsOf(ticket)),
  }),
  unreadCount: t.int({
    description: 'How many public messages of the other side the viewer has not read; 0 for services.',
    extensions: { isPerViewer: true },
    resolve: async ({ id }, _args, context) => await unreadCounts(context).load(id),
  }),
  customerReadSeq: t.int({
    description: 'Up to which `seq` the customer has read.',
    resolve: async ({ id }, _args, context) => (await readMarkers(context).load(id)).customer,
  }),
  deskReadSeq: t.int({
    description: 'Up to which `seq` somebody of the desk has read.',
    resolve: async ({ id }, _args, context) => (await readMarkers(context).load(id)).desk,
  }),
}))
