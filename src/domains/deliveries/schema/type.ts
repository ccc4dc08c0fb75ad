import { encodeId } from '../../../core/ids.ts'
import type { Delivery as DeliveryRow, TrackingEvent as EventRow } from '../../../core/prisma/client.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionType, relatedRows } from '../../../graphql/connections.ts'
import type { Context } from '../../../graphql/context.ts'
import { AuthorKindEnum } from '../../../graphql/enums.ts'
import { findTogether, isById } from '../../../graphql/find-together.ts'
import type { Keyset } from '../../../graphql/keyset.ts'
import { findNodesBy, idDescription, Node } from '../../../graphql/node.ts'
import { maySeeOrder } from '../../orders/policy.ts'
import { Order, OrderItem } from '../../orders/schema/type.ts'
import { trackingUrl } from '../carriers/carriers.ts'
import { visibleDeliveries } from '../policy.ts'
import { DeliveryProblemKindEnum, DeliveryStatusEnum } from './enums.ts'

const PickupPoint = builder.objectRef<DeliveryRow>('PickupPoint').implement({
  description: 'Where a parcel can be fetched.',
  fields: (t) => ({
    name: t.string({
      description: 'What it is called.',
      resolve: ({ pickupPointName }) => pickupPointName ?? '',
    }),
    address: t.exposeString('pickupPointAddress', { description: 'Where it is.', nullable: true }),
    hours: t.exposeString('pickupPointHours', {
      description: 'When it is open, in its own words.',
      nullable: true,
    }),
    storedUntil: t.expose('storedUntil', {
      description: 'Until when it keeps the parcel.',
      type: 'DateTime',
      nullable: true,
    }),
  }),
})

export const TrackingEvent = builder.prismaObject('TrackingEvent', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('TrackingEvent', id) }),
    code: t.expose('code', { type: DeliveryStatusEnum, nullable: true }),
    rawCode: t.exposeString('rawCode'),
    rawText: t.exposeString('rawText', { nullable: true }),
    location: t.exposeString('location', { nullable: true }),
    occurredAt: t.expose('occurredAt', { type: 'DateTime' }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime' }),
    source: t.exposeString('source'),
    delivery: t.relation('delivery', { description: 'The parcel it is about.' }),
  }),
})

export const TrackingEventConnection = connectionType('TrackingEvent', TrackingEvent)

export const DeliveryProblem = builder.prismaObject('DeliveryProblem', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('DeliveryProblem', id) }),
    kind: t.expose('kind', { type: DeliveryProblemKindEnum }),
    reportedBy: t.expose('reportedBy', { type: AuthorKindEnum }),
    description: t.exposeString('description', { nullable: true }),
    createdAt: t.expose('createdAt', { type: 'DateTime' }),
    resolvedAt: t.expose('resolvedAt', { type: 'DateTime', nullable: true }),
    delivery: t.relation('delivery', { description: 'The parcel it is about.' }),
  }),
})

const DeliveryItem = builder.prismaObject('DeliveryItem', {
  fields: (t) => ({ quantity: t.exposeInt('quantity') }),
})

export const Delivery = builder.prismaObject('Delivery', {
  interfaces: [Node],
  fields: (t) => ({
    id: t.id({ description: idDescription, resolve: ({ id }) => encodeId('Delivery', id) }),
    source: t.exposeString('source'),
    externalId: t.exposeString('externalId'),
    carrier: t.exposeString('carrier'),
    trackingNumber: t.exposeString('trackingNumber', { nullable: true }),
    trackingUrl: t.field({
      description: 'The carrier’s own page of the parcel; null when none is known.',
      type: 'URL',
      nullable: true,
      resolve: ({ carrier, trackingNumber }) => trackingUrl(carrier, trackingNumber),
    }),
    sellerName: t.exposeString('sellerName', { nullable: true }),
    status: t.expose('status', {
      description:
        'Where it is: derived from the whole set of its tracking events, so that no order of arrival, no doubles and no delay of them make a difference. Of one moment the event furthest along counts. After `DELIVERED` and `PICKED_UP` only a way back counts, on the way back no scan of a station.',
      type: DeliveryStatusEnum,
    }),
    rawStatus: t.exposeString('rawStatus', { nullable: true }),
    statusAt: t.expose('statusAt', { type: 'DateTime', nullable: true }),
    promisedFrom: t.expose('promisedFrom', { type: 'DateTime', nullable: true }),
    promisedTo: t.expose('promisedTo', { type: 'DateTime', nullable: true }),
    deliveredAt: t.expose('deliveredAt', {
      description: 'When it was first delivered or picked up; it stays when the parcel comes back later.',
      type: 'DateTime',
      nullable: true,
    }),
    isLate: t.exposeBoolean('isLate', {
      description:
        'True if it was handed over after `promisedTo`, or is still to come and that time has passed. False for one that is cancelled or went back.',
    }),
    pickupPoint: t.field({
      description: 'Where it can be fetched; null when it is brought, or nothing is known.',
      type: PickupPoint,
      nullable: true,
      resolve: (parcel) => (parcel.pickupPointName === null ? null : parcel),
    }),
    sourceUpdatedAt: t.expose('sourceUpdatedAt', { type: 'DateTime' }),
    createdAt: t.expose('createdAt', { description: 'When it was first seen here.', type: 'DateTime' }),
    items: t.relation('items', {
      description: 'What of the order is in it; empty when the source does not say.',
      query: { orderBy: { orderItemId: 'asc' } },
    }),
    problems: t.relation('problems', {
      description: 'What was reported about it, the newest first; at most 100.',
      query: { orderBy: [{ createdAt: 'desc' }, { id: 'desc' }], take: 100 },
    }),
  }),
})

const oldestEvents: Keyset<EventRow> = {
  name: 'tracking events',
  keys: [
    { field: 'occurredAt', direction: 'asc', type: 'date' },
    { field: 'id', direction: 'asc', type: 'string' },
  ],
}

// To-one relations take no where clause: policy looks at the row that was read with its parent.
builder.prismaObjectFields(Delivery, (t) => ({
  order: t.field({
    description: 'The order it belongs to; null for a partner’s system that may not see orders.',
    type: Order,
    nullable: true,
    select: (_args, _context, nested) => ({ order: nested(true) }),
    resolve: ({ order }, _args, { viewer }) => (maySeeOrder(viewer, order) ? order : null),
  }),
  events: t.field({
    description:
      'What the carrier told of it by the time it happened, the newest last: `last: 5` gives the newest.',
    type: TrackingEventConnection,
    ...relatedRows({ relation: 'events', type: 'TrackingEvent', keyset: oldestEvents, among: () => ({}) }),
  }),
}))

builder.prismaObjectFields(DeliveryItem, (t) => ({
  orderItem: t.field({
    description: 'The order’s line; null for a partner’s system that may not see orders.',
    type: OrderItem,
    nullable: true,
    select: (_args, _context, nested) => ({
      orderItem: nested(true),
      delivery: { select: { customerId: true } },
    }),
    resolve: ({ orderItem, delivery }, _args, { viewer }) =>
      maySeeOrder(viewer, delivery) ? orderItem : null,
  }),
}))

builder.prismaObjectFields(Order, (t) => ({
  deliveries: t.relation('deliveries', {
    description: 'Its parcels that the viewer may see, in the order in which they were told.',
    query: (_args, { viewer }) => ({
      where: visibleDeliveries(viewer),
      orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    }),
  }),
}))

export const DeliveryConnection = connectionType('Delivery', Delivery)

/** One parcel by policy; of several with one number the one told last. */
export async function findDelivery(
  context: Context,
  query: object,
  key: { readonly id: string } | { readonly trackingNumber: string } | null,
) {
  const { desk, viewer } = context
  if (key === null || isById(key)) {
    return await findTogether(
      context,
      'Delivery',
      { query, id: key?.id ?? null },
      async (selection, ids) =>
        await desk.database.prisma.delivery.findMany({
          ...selection,
          where: { AND: [{ id: { in: ids } }, visibleDeliveries(viewer)] },
        }),
    )
  }
  return await desk.database.prisma.delivery.findFirst({
    ...query,
    where: { AND: [key, visibleDeliveries(viewer)] },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
  })
}

findNodesBy('Delivery', async (query, context, id) => await findDelivery(context, query, { id }))
findNodesBy(
  'TrackingEvent',
  async (query, { desk, viewer }, id) =>
    await desk.database.prisma.trackingEvent.findFirst({
      ...query,
      where: { id, delivery: visibleDeliveries(viewer) },
    }),
)

/** One problem of a parcel by policy. */
export async function findProblem(context: Context, query: object, id: string) {
  const { desk, viewer } = context
  return await findTogether(
    context,
    'DeliveryProblem',
    { query, id },
    async (selection, ids) =>
      await desk.database.prisma.deliveryProblem.findMany({
        ...selection,
        where: { id: { in: ids }, delivery: visibleDeliveries(viewer) },
      }),
  )
}

findNodesBy('DeliveryProblem', async (query, context, id) => await findProblem(context, query, id))
