import { InvalidInput } from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { bulkPayloadType } from '../../../graphql/bulk.ts'
import { ChannelEnum, describedEnum, LanguageEnum, TopicEnum } from '../../../graphql/enums.ts'
import { knownViewer } from '../../../graphql/viewer-of.ts'
import { ticketPayload } from '../../tickets/schema/mutations.ts'
import { importTickets, maxMessagesPerTicket, maxTicketsPerImport } from '../actions/import.ts'

const ImportAuthorEnum = describedEnum<'CUSTOMER' | 'OPERATOR' | 'SYSTEM'>(
  'ImportAuthor',
  'Who wrote an imported message.',
  {
    CUSTOMER: 'The customer.',
    OPERATOR: 'A person of the desk.',
    SYSTEM: 'A line of a system.',
  },
)

const ImportStatusEnum = describedEnum<'OPEN' | 'RESOLVED' | 'CLOSED'>(
  'ImportStatus',
  'Where an imported ticket stands.',
  {
    OPEN: 'Still to be worked on.',
    RESOLVED: 'Settled; it does not close by itself.',
    CLOSED: 'Ended.',
  },
)

const TicketImportMessageInput = builder.inputType('TicketImportMessageInput', {
  description: 'One message of the past.',
  fields: (t) => ({
    author: t.field({ type: ImportAuthorEnum, description: 'Who wrote it.' }),
    authorName: t.string({ required: false, description: 'The name shown beside it; up to 200 characters.' }),
    text: t.string({ description: 'What it says; 1–10,000 characters.' }),
    occurredAt: t.field({
      type: 'DateTime',
      required: false,
      description: 'When; the ticket’s time when left out.',
    }),
  }),
})

const TicketImportInput = builder.inputType('TicketImportInput', {
  description: 'One conversation of the past.',
  fields: (t) => ({
    source: t.string({ description: 'Where it comes from, such as a file’s name; 1–200 characters.' }),
    externalId: t.string({
      description: 'Its key inside the source; 1–200 characters. The two together are imported once.',
    }),
    customerExternalId: t.string({ description: 'The customer’s key inside the source.' }),
    customerName: t.string({
      required: false,
      description: 'The customer’s name, for a customer not known yet.',
    }),
    subject: t.string({ description: 'What it is about; 1–200 characters.' }),
    topic: t.field({ type: TopicEnum, defaultValue: 'OTHER', description: 'The area of the matter.' }),
    channel: t.field({ type: ChannelEnum, defaultValue: 'SITE_CHAT', description: 'Where it took place.' }),
    language: t.field({ type: LanguageEnum, description: 'The language of the conversation.' }),
    status: t.field({ type: ImportStatusEnum, defaultValue: 'CLOSED', description: 'Where it stands.' }),
    tags: t.stringList({ defaultValue: [], description: 'Labels; at most 20 of 1–50 characters.' }),
    occurredAt: t.field({
      type: 'DateTime',
      required: false,
      description: 'When it was opened; now when left out.',
    }),
    messages: t.field({
      type: [TicketImportMessageInput],
      description: `The messages in order, at most ${maxMessagesPerTicket}.`,
    }),
  }),
})

const TicketsImportInput = builder.inputType('TicketsImportInput', {
  description: 'Conversations of the past.',
  fields: (t) => ({
    tickets: t.field({ type: [TicketImportInput], description: `At most ${maxTicketsPerImport}.` }),
  }),
})

interface Imported {
  ticketId: string
  isNew: boolean
  eventId: bigint
}
const TicketImportPayload = ticketPayload<Imported>('TicketImportPayload', 'An imported ticket.')
builder.objectFields(TicketImportPayload, (t) => ({
  isNew: t.exposeBoolean('isNew', { description: 'False if this source and key had been imported before.' }),
}))

const TicketsImportPayload = bulkPayloadType('TicketsImportPayload', {
  name: 'TicketImport',
  payload: TicketImportPayload,
})

builder.mutationFields((t) => ({
  ticketsImport: t.field({
    description:
      'Writes conversations of the past: past times allowed, no clocks started, nobody notified. Needs the scope `import:write`. Safe to repeat.',
    type: TicketsImportPayload,
    authScopes: { service: 'import:write' },
    args: { input: t.arg({ type: TicketsImportInput, description: 'Which.' }) },
    errors: { types: [InvalidInput] },
    resolve: async (_root, { input }, context) => ({
      results: await importTickets(
        context.desk,
        knownViewer(context),
        input.tickets.map((ticket) => ({
          ...ticket,
          customerName: ticket.customerName ?? null,
          occurredAt: ticket.occurredAt ?? null,
          messages: ticket.messages.map(({ author, authorName, text, occurredAt }) => ({
            authorKind: author,
            authorName: authorName ?? null,
            text,
            occurredAt: occurredAt ?? null,
          })),
        })),
      ),
    }),
  }),
}))
