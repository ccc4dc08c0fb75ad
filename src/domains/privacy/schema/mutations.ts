import { IdempotencyConflict, InvalidInput, NotEligible, NotFound, TooSoon } from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { payloadType } from '../../../graphql/cursor.ts'
import { idOf, optionalIdOf } from '../../../graphql/input.ts'
import { knownViewer, operatorViewer } from '../../../graphql/viewer-of.ts'
import type { Erased } from '../actions/erase.ts'
import { eraseCustomer } from '../actions/erase.ts'
import type { ExportAsked } from '../actions/request-export.ts'
import { requestExport } from '../actions/request-export.ts'
import { CustomerErasure } from './erasure.ts'
import { CustomerExport } from './export.ts'

const CustomerExportRequestInput = builder.inputType('CustomerExportRequestInput', {
  description: 'Asks for a copy of everything the shop keeps of a customer.',
  fields: (t) => ({
    customerId: t.id({
      required: false,
      description: 'Of whom. A buyer leaves it out: it is themself. Required for the desk.',
    }),
    idempotencyKey: t.string({
      required: false,
      description:
        'Chosen by the sender, up to 200 characters, kept 48 hours: retries with it ask for one copy.',
    }),
  }),
})

const CustomerEraseInput = builder.inputType('CustomerEraseInput', {
  description: 'Removes everything personal of a customer for good.',
  fields: (t) => ({
    customerId: t.id({ description: 'Whom. The id of a joined record means the customer it became.' }),
    confirmation: t.string({
      description:
        'The `Customer.id` as the customer is shown now, once more: nothing can be taken back. Another one is refused (`confirmation`).',
    }),
  }),
})

const CustomerExportRequestPayload = payloadType<ExportAsked>(
  'CustomerExportRequestPayload',
  'The copy that is being made.',
)
builder.objectFields(CustomerExportRequestPayload, (t) => ({
  export: t.prismaField({
    description: 'The export as it is now. Ask for it again to see how far it has come.',
    type: CustomerExport,
    resolve: async (query, { exportId }, _args, { desk }) =>
      await desk.database.prisma.customerExport.findUniqueOrThrow({ ...query, where: { id: exportId } }),
  }),
}))

const CustomerErasePayload = payloadType<Erased>('CustomerErasePayload', 'The erasure that has begun.')
builder.objectFields(CustomerErasePayload, (t) => ({
  erasure: t.prismaField({
    description: 'The erasure as it is now. Ask for it by `node` to see when it is completed.',
    type: CustomerErasure,
    resolve: async (query, { erasureId }, _args, { desk }) =>
      await desk.database.prisma.customerErasure.findUniqueOrThrow({ ...query, where: { id: erasureId } }),
  }),
  customer: t.prismaField({
    description: 'The record that is left.',
    type: 'Customer',
    resolve: async (query, { customerId }, _args, { desk }) =>
      await desk.database.prisma.customer.findUniqueOrThrow({ ...query, where: { id: customerId } }),
  }),
}))

builder.mutationFields((t) => ({
  customerExportRequest: t.field({
    description:
      'Asks for a copy of everything the shop keeps of a customer, as a ZIP of `data.json` and the files: what the customer may see, without notes of the desk and without other people. For buyers, of themself, once in EXPORT_INTERVAL_HOURS (TooSoon before); for supervisors and admins, of anybody. While one is being made that one is answered. It is removed after EXPORT_RETENTION_DAYS.',
    type: CustomerExportRequestPayload,
    authScopes: { $any: { buyer: true, supervisor: true } },
    args: { input: t.arg({ type: CustomerExportRequestInput, description: 'Of whom.' }) },
    errors: { types: [NotFound, InvalidInput, TooSoon, IdempotencyConflict] },
    resolve: async (_root, { input }, context) =>
      await requestExport(context.desk, knownViewer(context), {
        customerId: optionalIdOf('Customer', input.customerId) ?? undefined,
        idempotencyKey: input.idempotencyKey ?? null,
      }),
  }),
  customerErase: t.field({
    description:
      'Removes everything personal of a customer for good: names, addresses, logins, words, files, copies made before. Orders, payments, counts and the log stay, without the person. At once nobody is this customer any more; the rest goes on until the erasure is COMPLETED. Refused (NotEligible: `openRefund`, `openReturn`, `openComplaint`) while money, goods or an answer are under way; open tickets are closed. Asking again changes nothing. For admins.',
    type: CustomerErasePayload,
    authScopes: { admin: true },
    args: { input: t.arg({ type: CustomerEraseInput, description: 'Whom.' }) },
    errors: { types: [NotFound, InvalidInput, NotEligible] },
    resolve: async (_root, { input }, context) =>
      await eraseCustomer(context.desk, operatorViewer(context), {
        customerId: idOf('Customer', input.customerId),
        confirmation: input.confirmation,
      }),
  }),
}))
