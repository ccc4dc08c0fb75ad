import { queryFromInfo } from '@pothos/plugin-prisma'
import { decodeIdOf } from '../../../core/ids.ts'
import type { Delivery as DeliveryRow, Prisma } from '../../../core/prisma/client.ts'
import { isStorable } from '../../../core/text.ts'
import { builder } from '../../../graphql/builder.ts'
import { connectionOf, nodePaths, pageArguments } from '../../../graphql/connections.ts'
import { topLevelError } from '../../../graphql/errors.ts'
import { optionalIdOf } from '../../../graphql/input.ts'
import type { Keyset } from '../../../graphql/keyset.ts'
import { pageOf } from '../../../graphql/keyset.ts'
import { visibleDeliveries } from '../policy.ts'
import { normalTrackingNumber } from '../rules.ts'
import { DeliveryStatusEnum } from './enums.ts'
import { DeliveryConnection, findDelivery } from './type.ts'

const DeliveryFilter = builder.inputType('DeliveryFilter', {
  description: 'Which parcels. What is left out does not narrow; everything given must hold.',
  fields: (t) => ({
    statuses: t.field({ type: [DeliveryStatusEnum], required: false, description: 'One of these states.' }),
    isLate: t.boolean({ required: false, description: 'Late ones only, or only those that are not.' }),
    carrier: t.string({ required: false, description: 'Of this carrier: its key, such as `cdek`.' }),
    customerId: t.id({ required: false, description: 'Of this customer.' }),
  }),
})

const newestDeliveries: Keyset<DeliveryRow> = {
  name: 'deliveries',
  keys: [
    { field: 'createdAt', direction: 'desc', type: 'date' },
    { field: 'id', direction: 'desc', type: 'string' },
  ],
}

const nothing = { id: { in: [] } }

/** The where clause of a filter, without policy. */
function filterDeliveries(filter: typeof DeliveryFilter.$inferInput): Prisma.DeliveryWhereInput {
  const { statuses, isLate, carrier } = filter
  const customerId = optionalIdOf('Customer', filter.customerId)
  if (carrier != null && !isStorable(carrier)) return nothing
  return {
    ...(statuses == null ? {} : { status: { in: statuses } }),
    ...(isLate == null ? {} : { isLate }),
    ...(carrier == null ? {} : { carrier }),
    ...(customerId == null ? {} : { customerId }),
  }
}

const maxNumberLength = 200

/** A number as it is stored; null for what no parcel can have. */
function storedNumber(text: string): string | null {
  if (text.length > maxNumberLength || !isStorable(text)) return null
  const number = normalTrackingNumber(text)
  return number === '' ? null : number
}

builder.queryFields((t) => ({
  delivery: t.prismaField({
    description:
      'One parcel, by id or by the carrier’s number. Null when there is none, or none that the viewer may see.',
    type: 'Delivery',
    nullable: true,
    args: {
      id: t.arg.id({ required: false, description: 'The id.' }),
      trackingNumber: t.arg.string({
        required: false,
        description:
          'The carrier’s number, in any case, with or without spaces. Of several carriers’ parcels with one number the one told last.',
      }),
    },
    resolve: async (query, _root, { id, trackingNumber }, context) => {
      if ((id == null) === (trackingNumber == null)) {
        throw topLevelError('BAD_USER_INPUT', 'delivery takes either id or trackingNumber.')
      }
      const uuid = id == null ? null : decodeIdOf('Delivery', id)
      const number = trackingNumber == null ? null : storedNumber(trackingNumber)
      if (uuid !== null) return await findDelivery(context, query, { id: uuid })
      return await findDelivery(context, query, number === null ? null : { trackingNumber: number })
    },
  }),
  deliveries: t.field({
    description:
      'Parcels, the one told last first. For the desk and for partners with `deliveries:write` or `tickets:read`.',
    type: DeliveryConnection,
    authScopes: { $any: { staff: true, service: 'deliveries:write', $all: { service: 'tickets:read' } } },
    args: {
      filter: t.arg({ type: DeliveryFilter, required: false, description: 'Which.' }),
      ...pageArguments,
    },
    resolve: async (_root, { filter, ...args }, context, info) => {
      const page = pageOf(newestDeliveries, args)
      const { prisma } = context.desk.database
      const where = { AND: [visibleDeliveries(context.viewer), filterDeliveries(filter ?? {})] }
      const query = queryFromInfo({ context, info, typeName: 'Delivery', paths: nodePaths })
      const rows = await prisma.delivery.findMany({
        ...query,
        where: { AND: [where, page.where] },
        orderBy: page.orderBy,
        take: page.take,
      })
      return connectionOf(page, rows, async (limit) => await prisma.delivery.count({ where, take: limit }))
    },
  }),
}))
