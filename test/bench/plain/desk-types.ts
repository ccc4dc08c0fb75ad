import type { Message as MessageRow, Return as ReturnRow } from '../../../src/core/prisma/client.ts'
import { readable } from '../shown.ts'
import { builder, Locale, Status } from './builder.ts'
import { Return } from './shop-types.ts'

/** Tickets with their people and what is said in them. */

builder.prismaObject('Customer', {
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => `cus_${id}` }),
    name: t.exposeString('name', { nullable: true }),
    email: t.exposeString('email', { nullable: true }),
    phone: t.exposeString('phone', { nullable: true }),
    locale: t.expose('locale', { type: Locale }),
    isGuest: t.exposeBoolean('isGuest'),
  }),
})
builder.prismaObject('Operator', {
  fields: (t) => ({ id: t.id({ resolve: ({ id }) => `opr_${id}` }), name: t.exposeString('name') }),
})
builder.prismaObject('Team', {
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => `tea_${id}` }),
    key: t.exposeString('key'),
    name: t.exposeString('name'),
  }),
})
const Author = builder.objectRef<MessageRow>('Author').implement({
  fields: (t) => ({
    kind: t.exposeString('authorKind'),
    id: t.id({
      nullable: true,
      resolve: ({ authorCustomerId, authorOperatorId }) => {
        if (authorCustomerId !== null) return `cus_${authorCustomerId}`
        return authorOperatorId === null ? null : `opr_${authorOperatorId}`
      },
    }),
    name: t.exposeString('authorName', { nullable: true }),
  }),
})
const Message = builder.prismaObject('Message', {
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => `msg_${id}` }),
    seq: t.exposeInt('seq', { nullable: true }),
    kind: t.exposeString('kind'),
    text: t.exposeString('text'),
    author: t.field({ type: Author, resolve: (message) => message }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
  }),
})
const MessageConnection = builder.objectRef<{ nodes: MessageRow[] }>('MessageConnection').implement({
  fields: (t) => ({ nodes: t.field({ type: [Message], resolve: ({ nodes }) => nodes }) }),
})

const ReturnConnection = builder.objectRef<{ nodes: ReturnRow[] }>('ReturnConnection').implement({
  fields: (t) => ({ nodes: t.field({ type: [Return], resolve: ({ nodes }) => nodes }) }),
})

export const Ticket = builder.prismaObject('Ticket', {
  fields: (t) => ({
    id: t.id({ resolve: ({ id }) => `tkt_${id}` }),
    number: t.string({ resolve: ({ serial }) => readable('T', serial) }),
    subject: t.exposeString('subject'),
    topic: t.exposeString('topic'),
    channel: t.exposeString('channel'),
    status: t.expose('status', { type: Status }),
    priority: t.exposeString('priority'),
    language: t.expose('language', { type: Locale }),
    tags: t.exposeStringList('tags'),
    version: t.exposeInt('version'),
    lastSeq: t.exposeInt('lastSeq'),
    lastActivityAt: t.expose('lastActivityAt', { type: 'DateTime' }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    resolution: t.exposeString('resolution', { nullable: true }),
    resolvedAt: t.expose('resolvedAt', { type: 'DateTime', nullable: true }),
    closedAt: t.expose('closedAt', { type: 'DateTime', nullable: true }),
    customer: t.relation('customer'),
    assignee: t.relation('assignee', { nullable: true }),
    team: t.relation('team', { nullable: true }),
    order: t.relation('order', { nullable: true }),
    delivery: t.relation('delivery', { nullable: true }),
    complaint: t.relation('complaint', { nullable: true }),
    returns: t.field({
      type: ReturnConnection,
      args: { first: t.arg.int({ required: true }) },
      select: ({ first }, _context, nested) =>
        ({
          returns: nested({ orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: first }, {
            getType: () => 'Return',
            paths: [[{ name: 'nodes' }]],
          } as never),
        }) as never,
      resolve: (ticket) => ({ nodes: (ticket as unknown as { returns: ReturnRow[] }).returns }),
    }),
    messages: t.field({
      type: MessageConnection,
      args: { last: t.arg.int({ required: true }) },
      select: ({ last }, _context, nested) =>
        ({
          messages: nested({ where: { seq: { not: null } }, orderBy: { seq: 'desc' }, take: last }, {
            getType: () => 'Message',
            paths: [[{ name: 'nodes' }]],
          } as never),
        }) as never,
      resolve: (ticket) => ({
        nodes: (ticket as unknown as { messages: MessageRow[] }).messages.toReversed(),
      }),
    }),
  }),
})
