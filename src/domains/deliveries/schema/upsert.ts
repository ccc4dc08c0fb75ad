import { maxItemsPerCall } from '../../../core/bulk.ts'
import { InvalidInput, QuantityExceeded, StaleUpdate } from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { bulkPayloadType } from '../../../graphql/bulk.ts'
import { payloadType } from '../../../graphql/cursor.ts'
import { knownViewer } from '../../../graphql/viewer-of.ts'
import { deliveryLimits } from '../actions/check.ts'
import type { DeliveryDone } from '../actions/upsert.ts'
import { upsertDeliveries } from '../actions/upsert.ts'

const DeliveryItemInput = builder.inputType('DeliveryItemInput', {
  description: 'How many of an order’s line a parcel holds.',
  fields: (t) => ({
    orderItemExternalId: t.string({ description: 'The source’s key of the line, within the order.' }),
    quantity: t.int({ description: 'How many: at least 1, no more than the line has.' }),
  }),
})

const PickupPointInput = builder.inputType('PickupPointInput', {
  description: 'Where a parcel can be fetched.',
  fields: (t) => ({
    name: t.string({ description: 'What it is called; 1–200 characters.' }),
    address: t.string({
      required: false,
      description: `Where it is; up to ${deliveryLimits.address} characters.`,
    }),
    hours: t.string({
      required: false,
      description: `When it is open, in its own words; up to ${deliveryLimits.hours} characters.`,
    }),
    storedUntil: t.field({
      type: 'DateTime',
      required: false,
      description: 'Until when it keeps the parcel.',
    }),
  }),
})

const DeliveryUpsertInput = builder.inputType('DeliveryUpsertInput', {
  description:
    'One parcel as the source knows it, whole: what is left out is empty. Where it is, is told by `trackingEventsRecord`.',
  fields: (t) => ({
    source: t.string({ description: 'The system the record comes from; 1–200 characters.' }),
    externalId: t.string({ description: 'The source’s own key; 1–200 characters.' }),
    orderSource: t.string({ description: 'The system that the order was told by.' }),
    orderExternalId: t.string({
      description: 'That system’s key of the order. A parcel never changes its order.',
    }),
    carrier: t.string({
      description: 'The carrier’s key: small letters, digits and hyphens, such as `cdek` or `russian-post`.',
    }),
    trackingNumber: t.string({
      required: false,
      description: `The carrier’s number; up to ${deliveryLimits.trackingNumber} characters, unique per carrier. White space is removed, letters become capitals.`,
    }),
    sellerName: t.string({ required: false, description: 'Who sends it, on a marketplace.' }),
    items: t.field({
      type: [DeliveryItemInput],
      defaultValue: [],
      description: `What of the order is in it; at most ${deliveryLimits.items} lines.`,
    }),
    promisedFrom: t.field({
      type: 'DateTime',
      required: false,
      description: 'The first moment of the promised time.',
    }),
    promisedTo: t.field({
      type: 'DateTime',
      required: false,
      description:
        'The last moment of the promised time, not before the first. When it passes while the parcel is on its way, `delivery.late` is appended; one that has passed when it is told is history and no news.',
    }),
    pickupPoint: t.field({
      type: PickupPointInput,
      required: false,
      description: 'Where it can be fetched, if it is not brought.',
    }),
    sourceUpdatedAt: t.field({
      type: 'DateTime',
      description: 'When the source changed it last; older than what is stored gives a StaleUpdate.',
    }),
  }),
})

const DeliveriesUpsertInput = builder.inputType('DeliveriesUpsertInput', {
  description: 'Parcels of the shop.',
  fields: (t) => ({
    deliveries: t.field({ type: [DeliveryUpsertInput], description: `At most ${maxItemsPerCall}.` }),
  }),
})

const DeliveryUpsertPayload = payloadType<DeliveryDone>(
  'DeliveryUpsertPayload',
  'A parcel as made or changed.',
)
builder.objectFields(DeliveryUpsertPayload, (t) => ({
  isNew: t.exposeBoolean('isNew', { description: 'True if the parcel was not known before.' }),
  delivery: t.prismaField({
    description: 'The parcel.',
    type: 'Delivery',
    resolve: async (query, { deliveryId }, _args, { desk }) =>
      await desk.database.prisma.delivery.findUniqueOrThrow({ ...query, where: { id: deliveryId } }),
  }),
}))

const DeliveriesUpsertPayload = bulkPayloadType('DeliveriesUpsertPayload', {
  name: 'DeliveryUpsert',
  payload: DeliveryUpsertPayload,
  problems: [StaleUpdate, QuantityExceeded],
})

builder.mutationFields((t) => ({
  deliveriesUpsert: t.field({
    description:
      'Makes or changes parcels by the source’s own key. Needs the scope `deliveries:write`. Each item has its own result; safe to repeat.',
    type: DeliveriesUpsertPayload,
    authScopes: { service: 'deliveries:write' },
    args: { input: t.arg({ type: DeliveriesUpsertInput, description: 'Which.' }) },
    errors: { types: [InvalidInput] },
    resolve: async (_root, { input }, context) => ({
      results: await upsertDeliveries(
        context.desk,
        knownViewer(context),
        input.deliveries.map(({ pickupPoint, ...item }) => ({
          ...item,
          trackingNumber: item.trackingNumber ?? null,
          sellerName: item.sellerName ?? null,
          items: item.items ?? [],
          promisedFrom: item.promisedFrom ?? null,
          promisedTo: item.promisedTo ?? null,
          pickupPoint:
            pickupPoint == null
              ? null
              : {
                  name: pickupPoint.name,
                  address: pickupPoint.address ?? null,
                  hours: pickupPoint.hours ?? null,
                  storedUntil: pickupPoint.storedUntil ?? null,
                },
        })),
      ),
    }),
  }),
}))
