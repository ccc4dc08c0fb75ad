import type { EventType } from '../../../events/catalog.ts'
import { builder } from '../../../graphql/builder.ts'
import { factType } from '../../../graphql/events.ts'
import { DeliveryProblemKindEnum, DeliveryStatusEnum } from './enums.ts'
import { Delivery, DeliveryProblem, findDelivery, findProblem } from './type.ts'

type DeliveryEvent = Extract<EventType, `delivery.${string}`>

/** A type of fact about a parcel, which is shown as it is now. */
function deliveryFactType<T extends DeliveryEvent>(type: T, name: string, description: string) {
  const ref = factType(type, name, description)
  builder.objectFields(ref, (t) => ({
    delivery: t.prismaField({
      description: 'The parcel as it is now; null if the viewer may no longer see it.',
      type: Delivery,
      nullable: true,
      resolve: async (query, { event }, _args, context) =>
        await findDelivery(context, query, { id: event.data.deliveryId }),
    }),
  }))
  return ref
}

builder.objectFields(
  deliveryFactType(
    'delivery.upserted',
    'DeliveryUpserted',
    'The shop told of a parcel: a new one, or what changed.',
  ),
  (t) => ({
    isNew: t.boolean({
      description: 'True when it was not known before.',
      resolve: ({ event }) => event.data.isNew,
    }),
  }),
)

// One selection may meet the facts of all domains: a field of one name has one type in all of them.
builder.objectFields(
  deliveryFactType(
    'delivery.statusChanged',
    'DeliveryStatusChanged',
    'A parcel got further, by what its carrier told.',
  ),
  (t) => ({
    fromDeliveryStatus: t.field({
      description: 'Before.',
      type: DeliveryStatusEnum,
      resolve: ({ event }) => event.data.from,
    }),
    toDeliveryStatus: t.field({
      description: 'After.',
      type: DeliveryStatusEnum,
      resolve: ({ event }) => event.data.to,
    }),
  }),
)

deliveryFactType(
  'delivery.late',
  'DeliveryLate',
  'The promised time has passed while the parcel was on its way. Told once for each promise.',
)

/** A type of fact about something wrong with a parcel. */
function problemFactType(
  type: 'delivery.problemReported' | 'delivery.problemResolved',
  name: string,
  description: string,
) {
  builder.objectFields(deliveryFactType(type, name, description), (t) => ({
    problemKind: t.field({
      description: 'What is wrong.',
      type: DeliveryProblemKindEnum,
      resolve: ({ event }) => event.data.kind,
    }),
    deliveryProblem: t.prismaField({
      description: 'The problem as it is now; null if the viewer may no longer see its parcel.',
      type: DeliveryProblem,
      nullable: true,
      resolve: async (query, { event }, _args, context) =>
        await findProblem(context, query, event.data.problemId),
    }),
  }))
}
problemFactType(
  'delivery.problemReported',
  'DeliveryProblemReported',
  'Something is wrong with a parcel. The system says so itself of one that is late.',
)
problemFactType(
  'delivery.problemResolved',
  'DeliveryProblemResolved',
  'What was wrong with a parcel is settled.',
)
