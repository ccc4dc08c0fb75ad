import { encodeId } from '../../../core/ids.ts'
import type { Message as MessageRow } from '../../../core/prisma/client.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionType, relatedRows } from '../../../graphql/connections.ts'
import { AuthorKindEnum, MessageKindEnum } from '../../../graphql/enums.ts'
import type { Keyset } from '../../../graphql/keyset.ts'
import { findNodesBy, idDescription, Node } from '../../../graphql/node.ts'
import { visibleInMessage } from '../../attachments/policy.ts'
import { Attachment } from '../../attachments/schema/type.ts'
import { maySeeOrder } from '../../orders/policy.ts'
import { Order } from '../../orders/schema/type.ts'
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

const MessageCard = builder.prismaObject('MessageCard', {
  fields: (t) => ({
    position: t.exposeInt('position'),
    product: t.relation('product', {
      description: 'The product; null on the card of an order.',
      nullable: true,
    }),
    order: t.field({
      description: 'The order; null on the card of a product, and for who may not see the order.',
      type: Order,
      nullable: true,
      select: (_args, _context, nested) => ({ order: nested(true) }),
      resolve: ({ order }, _args, { viewer }) =>
        order !== null && maySeeOrder(viewer, order) ? order : null,
    }),
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
    attachments: t.relation('attachments', {
      description:
        'The files it carries and that the viewer may see, oldest first; after a redaction only that there were some.',
      type: Attachment,
      query: (_args, { viewer }) => ({ where: visibleInMessage(viewer), orderBy: { id: 'asc' } }),
    }),
    cards: t.relation('cards', {
      description: 'The products and orders shown with it, in order; none after a redaction.',
      type: MessageCard,
      query: { orderBy: { position: 'asc' } },
    }),
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

builder.prismaObjectFields('Ticket', (t) => ({
  messages: t.field({
    description: 'The public messages, oldest first: `last: 5` gives the newest five. Never notes.',
    type: MessageConnection,
    ...relatedRows({ relation: 'messages', type: 'Message', keyset: bySeq, among: () => publicMessages }),
  }),
  notes: t.field({
    description: 'The internal notes, oldest first. For the desk only.',
    type: MessageConnection,
    nullable: true,
    authScopes: { staff: true },
    ...relatedRows({
      relation: 'messages',
      type: 'Message',
      keyset: byNoteSeq,
      among: ({ viewer }) => ({ AND: [{ noteSeq: { not: null } }, visibleEntries(viewer)] }),
    }),
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
