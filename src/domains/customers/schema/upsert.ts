import { maxItemsPerCall } from '../../../core/bulk.ts'
import { InvalidInput } from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { bulkPayloadType } from '../../../graphql/bulk.ts'
import { payloadType } from '../../../graphql/cursor.ts'
import { LanguageEnum } from '../../../graphql/enums.ts'
import { knownViewer } from '../../../graphql/viewer-of.ts'
import { upsertCustomers } from '../actions/upsert.ts'

const CustomerLoginInput = builder.inputType('CustomerLoginInput', {
  description: 'The token a customer logs in with.',
  fields: (t) => ({
    issuer: t.string({ description: 'The token’s `iss`.' }),
    subject: t.string({ description: 'The token’s `sub`.' }),
  }),
})

const CustomerUpsertInput = builder.inputType('CustomerUpsertInput', {
  description: 'One customer as the shop knows them. Fields left out stay.',
  fields: (t) => ({
    externalId: t.string({ description: 'The shop’s own key; 1–200 characters.' }),
    name: t.string({ required: false, description: 'How to address the person; 1–200 characters.' }),
    email: t.field({ type: 'EmailAddress', required: false, description: 'The e-mail address.' }),
    phone: t.string({ required: false, description: 'In E.164 form, such as `+79001234567`.' }),
    locale: t.field({ type: LanguageEnum, required: false, description: 'The language to answer in.' }),
    login: t.field({
      type: CustomerLoginInput,
      required: false,
      description: 'The login that the shop vouches for; one that belongs to somebody else is refused.',
    }),
  }),
})

const CustomersUpsertInput = builder.inputType('CustomersUpsertInput', {
  description: 'Customers of the shop.',
  fields: (t) => ({
    customers: t.field({ type: [CustomerUpsertInput], description: `At most ${maxItemsPerCall}.` }),
  }),
})

const CustomerUpsertPayload = payloadType<{
  customerId: string
  isNew: boolean
  eventId: bigint | null
}>('CustomerUpsertPayload', 'A customer as made or changed.')
builder.objectFields(CustomerUpsertPayload, (t) => ({
  isNew: t.exposeBoolean('isNew', { description: 'True if the customer was not known before.' }),
  customer: t.prismaField({
    description: 'The customer.',
    type: 'Customer',
    resolve: async (query, { customerId }, _args, { desk }) =>
      await desk.database.prisma.customer.findUniqueOrThrow({ ...query, where: { id: customerId } }),
  }),
}))

const CustomersUpsertPayload = bulkPayloadType('CustomersUpsertPayload', {
  name: 'CustomerUpsert',
  payload: CustomerUpsertPayload,
})

builder.mutationFields((t) => ({
  customersUpsert: t.field({
    description:
      'Makes or changes customers by the shop’s own key. Needs the scope `customers:write`. Each item has its own result; safe to repeat: what changes nothing writes nothing.',
    type: CustomersUpsertPayload,
    authScopes: { service: 'customers:write' },
    args: { input: t.arg({ type: CustomersUpsertInput, description: 'Whom.' }) },
    errors: { types: [InvalidInput] },
    resolve: async (_root, { input }, context) => ({
      results: await upsertCustomers(
        context.desk,
        knownViewer(context),
        input.customers.map(({ externalId, name, email, phone, locale, login }) => ({
          externalId,
          name: name ?? null,
          email: email ?? null,
          phone: phone ?? null,
          locale: locale ?? null,
          login: login ?? null,
        })),
      ),
    }),
  }),
}))
