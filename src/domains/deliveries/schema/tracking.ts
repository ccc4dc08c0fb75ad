import { maxItemsPerCall } from '../../../core/bulk.ts'
import type { UnknownCarrierCode as UnknownCodeRow } from '../../../core/prisma/client.ts'
import { InvalidInput } from '../../../core/problems.ts'
import { isStorable } from '../../../core/text.ts'
import { builder } from '../../../graphql/builder.ts'
import { bulkPayloadType } from '../../../graphql/bulk.ts'
import { payloadType } from '../../../graphql/cursor.ts'
import { knownViewer } from '../../../graphql/viewer-of.ts'
import { deliveryLimits } from '../actions/check.ts'
import type { EventRecorded } from '../actions/record.ts'
import { recordTrackingEvents } from '../actions/record.ts'
import { CodeSystemEnum, DeliveryStatusEnum } from './enums.ts'

const TrackingEventInput = builder.inputType('TrackingEventInput', {
  description:
    'One thing a carrier told of a parcel: of the one with `carrier` and `trackingNumber`, or of the one with `source` and `externalId`.',
  fields: (t) => ({
    source: t.string({ description: 'The system that tells it; 1–200 characters.' }),
    externalId: t.string({
      required: false,
      description: 'The source’s own key of the parcel. Not together with `trackingNumber`.',
    }),
    carrier: t.string({ required: false, description: 'The carrier’s key. Goes with `trackingNumber`.' }),
    trackingNumber: t.string({ required: false, description: 'The carrier’s number of the parcel.' }),
    codeSystem: t.field({
      type: CodeSystemEnum,
      required: false,
      description: 'Whose code `rawCode` is; the carrier’s own when it is left out.',
    }),
    rawCode: t.string({
      required: false,
      description:
        'The code as it was told; up to 200 characters. One that no table knows is kept and counted, and says nothing about the status. Required unless `code` is given.',
    }),
    code: t.field({
      type: DeliveryStatusEnum,
      required: false,
      description: 'What it means, where the source says so itself: then no table is asked.',
    }),
    rawText: t.string({
      required: false,
      description: `The words as they were told; up to ${deliveryLimits.rawText} characters.`,
    }),
    location: t.string({
      required: false,
      description: `Where it happened; up to ${deliveryLimits.location} characters.`,
    }),
    occurredAt: t.field({
      type: 'DateTime',
      description:
        'When it happened, with the offset of the place. Where a carrier tells only a day, it is the beginning of that day, in UTC unless an offset is known. At most 24 hours ahead.',
    }),
  }),
})

const TrackingEventsRecordInput = builder.inputType('TrackingEventsRecordInput', {
  description: 'What carriers told.',
  fields: (t) => ({
    events: t.field({
      type: [TrackingEventInput],
      description: `At most ${maxItemsPerCall}, in any order.`,
    }),
  }),
})

const TrackingEventRecordPayload = payloadType<EventRecorded>(
  'TrackingEventRecordPayload',
  'A tracking event as kept.',
)
builder.objectFields(TrackingEventRecordPayload, (t) => ({
  isNew: t.exposeBoolean('isNew', {
    description: 'False if the same was told before: same parcel, code, moment, place and words.',
  }),
  meaning: t.expose('code', {
    description: 'What its code means; null for a code that no table knows.',
    type: DeliveryStatusEnum,
    nullable: true,
  }),
  delivery: t.prismaField({
    description: 'The parcel, after the whole call.',
    type: 'Delivery',
    resolve: async (query, { deliveryId }, _args, { desk }) =>
      await desk.database.prisma.delivery.findUniqueOrThrow({ ...query, where: { id: deliveryId } }),
  }),
}))

const TrackingEventsRecordPayload = bulkPayloadType('TrackingEventsRecordPayload', {
  name: 'TrackingEventRecord',
  payload: TrackingEventRecordPayload,
})

builder.mutationFields((t) => ({
  trackingEventsRecord: t.field({
    description:
      'Keeps what carriers told of parcels, each thing once. Needs the scope `deliveries:write`. Each event has its own result; safe to repeat, in any order.',
    type: TrackingEventsRecordPayload,
    authScopes: { service: 'deliveries:write' },
    args: { input: t.arg({ type: TrackingEventsRecordInput, description: 'Which.' }) },
    errors: { types: [InvalidInput] },
    resolve: async (_root, { input }, context) => ({
      results: await recordTrackingEvents(
        context.desk,
        knownViewer(context),
        input.events.map((event) => ({
          source: event.source,
          externalId: event.externalId ?? null,
          carrier: event.carrier ?? null,
          trackingNumber: event.trackingNumber ?? null,
          codeSystem: event.codeSystem ?? null,
          rawCode: event.rawCode ?? null,
          code: event.code ?? null,
          rawText: event.rawText ?? null,
          location: event.location ?? null,
          occurredAt: event.occurredAt,
        })),
      ),
    }),
  }),
}))

const UnknownCarrierCode = builder.objectRef<UnknownCodeRow>('UnknownCarrierCode').implement({
  description: 'A carrier’s code that no table knows, and how often it came.',
  fields: (t) => ({
    carrier: t.exposeString('carrier', {
      description: 'Whose code it is: the key of the carrier, or of the service that watches carriers.',
    }),
    rawCode: t.exposeString('rawCode', { description: 'The code as it was told.' }),
    rawText: t.exposeString('rawText', {
      description: 'The words that came with it first.',
      nullable: true,
    }),
    count: t.exposeInt('count', { description: 'In how many events it came.' }),
    firstSeenAt: t.expose('firstSeenAt', { description: 'When it came first.', type: 'DateTime' }),
    lastSeenAt: t.expose('lastSeenAt', { description: 'When it came last.', type: 'DateTime' }),
  }),
})

const maxUnknownCodes = 100

builder.queryFields((t) => ({
  unknownCarrierCodes: t.field({
    description: `The codes that no table knows, the most frequent first; at most ${maxUnknownCodes}. For supervisors and partners with \`deliveries:write\`.`,
    type: [UnknownCarrierCode],
    authScopes: { $any: { supervisor: true, service: 'deliveries:write' } },
    args: {
      carrier: t.arg.string({ required: false, description: 'Only of this key, such as `cdek`.' }),
    },
    resolve: async (_root, { carrier }, { desk }) =>
      carrier != null && !isStorable(carrier)
        ? []
        : await desk.database.prisma.unknownCarrierCode.findMany({
            where: carrier == null ? {} : { carrier },
            orderBy: [{ count: 'desc' }, { carrier: 'asc' }, { rawCode: 'asc' }],
            take: maxUnknownCodes,
          }),
  }),
}))
