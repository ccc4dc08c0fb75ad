import { maxItemsPerCall } from '../../../core/bulk.ts'
import { InvalidInput } from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { bulkPayloadType } from '../../../graphql/bulk.ts'
import { describedEnum, LanguageEnum } from '../../../graphql/enums.ts'
import { ExternalKeyInput } from '../../../graphql/external-key.ts'
import { knownViewer } from '../../../graphql/viewer-of.ts'
import { importComplaints } from '../actions/import.ts'
import { complaintPayload } from './payload.ts'
import { ComplaintAboutEnum, ComplaintResolutionEnum } from './type.ts'

const ImportStatusEnum = describedEnum<'RECEIVED' | 'RESOLVED' | 'CLOSED'>(
  'ComplaintImportStatus',
  'Where an imported complaint stands.',
  {
    RECEIVED: 'Still to be answered; no clock runs.',
    RESOLVED: 'Answered; it does not close by itself.',
    CLOSED: 'Over.',
  },
)

const AnswerInput = builder.inputType('ComplaintImportAnswerInput', {
  description: 'What the shop answered.',
  fields: (t) => ({
    text: t.string({ description: '1–10,000 characters.' }),
    occurredAt: t.field({
      type: 'DateTime',
      required: false,
      description: 'When; the complaint’s time when left out.',
    }),
  }),
})

const ComplaintImportInput = builder.inputType('ComplaintImportInput', {
  description: 'One complaint of the past.',
  fields: (t) => ({
    source: t.string({ description: 'Where it comes from, such as a file’s name; 1–200 characters.' }),
    externalId: t.string({
      description: 'Its key inside the source; 1–200 characters. The two together are imported once.',
    }),
    customerExternalId: t.string({
      description:
        'The customer’s key: the shop’s (`customersUpsert`) if there is one, else the source’s own, made if it is new.',
    }),
    customerName: t.string({
      required: false,
      description: 'The customer’s name, for a customer not known yet.',
    }),
    order: t.field({
      type: ExternalKeyInput,
      required: false,
      description: 'The order it is about. One that is not known refuses the item.',
    }),
    about: t.field({ type: ComplaintAboutEnum, description: 'What it is about.' }),
    subject: t.string({
      required: false,
      description: '1–200 characters; the first words of the text when left out.',
    }),
    text: t.string({ description: 'What the customer wrote; 1–10,000 characters.' }),
    language: t.field({ type: LanguageEnum, description: 'The language it is written in.' }),
    tags: t.stringList({
      defaultValue: [],
      description: 'Labels of its ticket; at most 20 of 1–50 characters.',
    }),
    status: t.field({ type: ImportStatusEnum, defaultValue: 'CLOSED', description: 'Where it stands.' }),
    resolution: t.field({
      type: ComplaintResolutionEnum,
      required: false,
      description: 'How it was resolved: required unless it is RECEIVED, refused then.',
    }),
    occurredAt: t.field({
      type: 'DateTime',
      required: false,
      description: 'When it was filed, not in the future; now when left out.',
    }),
    answer: t.field({ type: AnswerInput, required: false, description: 'The shop’s answer.' }),
  }),
})

const ComplaintsImportInput = builder.inputType('ComplaintsImportInput', {
  description: 'Complaints of the past.',
  fields: (t) => ({
    complaints: t.field({ type: [ComplaintImportInput], description: `At most ${maxItemsPerCall}.` }),
  }),
})

const ComplaintImportPayload = complaintPayload<{ complaintId: string; isNew: boolean; eventId: bigint }>(
  'ComplaintImportPayload',
  'An imported complaint.',
)
builder.objectFields(ComplaintImportPayload, (t) => ({
  isNew: t.exposeBoolean('isNew', { description: 'False if this source and key had been imported before.' }),
}))

const ComplaintsImportPayload = bulkPayloadType('ComplaintsImportPayload', {
  name: 'ComplaintImport',
  payload: ComplaintImportPayload,
})

builder.mutationFields((t) => ({
  complaintsImport: t.field({
    description:
      'Writes complaints of the past with their tickets: past times allowed, no clocks started, nobody notified. Needs the scope `import:write`. Safe to repeat.',
    type: ComplaintsImportPayload,
    authScopes: { service: 'import:write' },
    args: { input: t.arg({ type: ComplaintsImportInput, description: 'Which.' }) },
    errors: { types: [InvalidInput] },
    resolve: async (_root, { input }, context) => ({
      results: await importComplaints(
        context.desk,
        knownViewer(context),
        input.complaints.map((complaint) => ({
          ...complaint,
          customerName: complaint.customerName ?? null,
          order: complaint.order ?? null,
          subject: complaint.subject ?? null,
          tags: complaint.tags ?? [],
          resolution: complaint.resolution ?? null,
          occurredAt: complaint.occurredAt ?? null,
          answer:
            complaint.answer == null
              ? null
              : { text: complaint.answer.text, occurredAt: complaint.answer.occurredAt ?? null },
        })),
      ),
    }),
  }),
}))
