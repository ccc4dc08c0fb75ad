import { maxItemsPerCall } from '../../../core/bulk.ts'
import { InvalidInput } from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { bulkPayloadType } from '../../../graphql/bulk.ts'
import { payloadType } from '../../../graphql/cursor.ts'
import { ExternalKeyInput } from '../../../graphql/external-key.ts'
import { knownViewer } from '../../../graphql/viewer-of.ts'
import { recordRatings } from '../actions/record.ts'

const RatingRecordInput = builder.inputType('RatingRecordInput', {
  description: 'One judgement in stars.',
  fields: (t) => ({
    source: t.string({ description: 'The system the record comes from; 1–200 characters.' }),
    externalId: t.string({
      description: 'Its key inside the source; 1–200 characters. The two together are recorded once.',
    }),
    customerExternalId: t.string({
      required: false,
      description:
        'The customer’s key: the shop’s (`customersUpsert`) if there is one, else the source’s own. Left out: the customer of the order.',
    }),
    order: t.field({
      type: ExternalKeyInput,
      required: false,
      description: 'The order that is judged. One that is not known refuses the item.',
    }),
    product: t.field({
      type: ExternalKeyInput,
      required: false,
      description: 'The product that is judged. One that is not known refuses the item.',
    }),
    score: t.int({ description: 'From 1, the worst, to 5.' }),
    text: t.string({ required: false, description: 'What was said, if anything; 1–10,000 characters.' }),
    occurredAt: t.field({
      type: 'DateTime',
      required: false,
      description: 'When it was given, not in the future; now when left out.',
    }),
  }),
})

const RatingsRecordInput = builder.inputType('RatingsRecordInput', {
  description: 'Customers’ judgements in stars.',
  fields: (t) => ({
    ratings: t.field({ type: [RatingRecordInput], description: `At most ${maxItemsPerCall}.` }),
  }),
})

const RatingRecordPayload = payloadType<{ ratingId: string; isNew: boolean; eventId: bigint }>(
  'RatingRecordPayload',
  'A recorded rating.',
)
builder.objectFields(RatingRecordPayload, (t) => ({
  isNew: t.exposeBoolean('isNew', { description: 'False if this source and key had been recorded before.' }),
  rating: t.prismaField({
    description: 'The rating.',
    type: 'Rating',
    resolve: async (query, { ratingId }, _args, { desk }) =>
      await desk.database.prisma.rating.findUniqueOrThrow({ ...query, where: { id: ratingId } }),
  }),
}))

const RatingsRecordPayload = bulkPayloadType('RatingsRecordPayload', {
  name: 'RatingRecord',
  payload: RatingRecordPayload,
})

builder.mutationFields((t) => ({
  ratingsRecord: t.field({
    description:
      'Keeps customers’ judgements of orders and products. Needs the scope `orders:write` or `import:write`; notifies nobody. What was recorded before stays as it is: safe to repeat.',
    type: RatingsRecordPayload,
    authScopes: { $any: { service: 'orders:write', $all: { service: 'import:write' } } },
    args: { input: t.arg({ type: RatingsRecordInput, description: 'Which.' }) },
    errors: { types: [InvalidInput] },
    resolve: async (_root, { input }, context) => ({
      results: await recordRatings(
        context.desk,
        knownViewer(context),
        input.ratings.map((rating) => ({
          ...rating,
          customerExternalId: rating.customerExternalId ?? null,
          order: rating.order ?? null,
          product: rating.product ?? null,
          text: rating.text ?? null,
          occurredAt: rating.occurredAt ?? null,
        })),
      ),
    }),
  }),
}))
