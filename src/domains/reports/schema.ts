import type { ComplaintStatus, OrderStatus } from '../../core/prisma/enums.ts'
import { isStorable } from '../../core/text.ts'
import type { Desk } from '../../events/desk.ts'
import { builder } from '../../graphql/builder.ts'
import { Money } from '../../graphql/money.ts'
import { ComplaintStatusEnum } from '../complaints/schema/type.ts'
import { OrderStatusEnum } from '../orders/schema/type.ts'
import {
  complaintsByStatus,
  countCustomers,
  countItems,
  countSuggestions,
  deliveryFigures,
  orderFigures,
  paymentFigures,
  ratingsByScore,
  type ShopPeriod,
} from './reads.ts'

/** Each part is read once for a report, when a field first asks for it: at most one statement a part. */
function openReport(desk: Desk, period: ShopPeriod) {
  const parts = new Map<unknown, Promise<unknown>>()
  return {
    part<Figures>(read: (desk: Desk, period: ShopPeriod) => Promise<Figures>): Promise<Figures> {
      const known = parts.get(read) ?? read(desk, period)
      parts.set(read, known)
      return known as Promise<Figures>
    },
  }
}
type Report = ReturnType<typeof openReport>

const OrderStatusCount = builder
  .objectRef<{ status: OrderStatus; rawStatus: string | null; count: number }>('OrderStatusCount')
  .implement({
    description: 'How many orders stand in one status, by the shop’s own word for it.',
    fields: (t) => ({
      status: t.expose('status', { description: 'The status.', type: OrderStatusEnum }),
      rawStatus: t.exposeString('rawStatus', { description: 'The shop’s own word.', nullable: true }),
      count: t.exposeInt('count', { description: 'How many.' }),
    }),
  })

const RatingScoreCount = builder
  .objectRef<{ score: number; count: number; withTextCount: number }>('RatingScoreCount')
  .implement({
    description: 'How many ratings have one score.',
    fields: (t) => ({
      score: t.exposeInt('score', { description: 'From 1, the worst, to 5.' }),
      count: t.exposeInt('count', { description: 'How many.' }),
      withTextCount: t.exposeInt('withTextCount', { description: 'How many of them say something.' }),
    }),
  })

const ComplaintStatusCount = builder
  .objectRef<{ status: ComplaintStatus; count: number }>('ComplaintStatusCount')
  .implement({
    description: 'How many complaints stand in one status.',
    fields: (t) => ({
      status: t.expose('status', { description: 'The status.', type: ComplaintStatusEnum }),
      count: t.exposeInt('count', { description: 'How many.' }),
    }),
  })

const ofOrders = (what: string) => `${what}, of the orders of the report.`
const perCurrency = (what: string) => ofOrders(`${what}: one sum for each currency`)

const ShopReport = builder.objectRef<Report>('ShopReport').implement({
  description:
    'What the desk knows of the shop, counted now. Each part costs one statement, whatever it counts.',
  fields: (t) => ({
    orderCount: t.int({
      description: 'How many orders there are.',
      resolve: async (report) =>
        (await report.part(orderFigures)).byRawStatus.reduce((sum, { count }) => sum + count, 0),
    }),
    ordersByStatus: t.field({
      description: 'The orders by status and the shop’s own word, in the order of both.',
      type: [OrderStatusCount],
      resolve: async (report) => (await report.part(orderFigures)).byRawStatus,
    }),
    addressCount: t.int({
      description: ofOrders('How many have an address'),
      resolve: async (report) => (await report.part(orderFigures)).addressCount,
    }),
    customerCount: t.int({
      description: 'How many people placed the orders.',
      resolve: async (report) => await report.part(countCustomers),
    }),
    itemCount: t.int({
      description: ofOrders('How many lines there are'),
      resolve: async (report) => await report.part(countItems),
    }),
    goodsTotals: t.field({
      description: perCurrency('What the goods cost'),
      type: [Money],
      resolve: async (report) => (await report.part(orderFigures)).goodsTotals,
    }),
    shippingTotals: t.field({
      description: perCurrency('What the shipping costs'),
      type: [Money],
      resolve: async (report) => (await report.part(orderFigures)).shippingTotals,
    }),
    orderTotals: t.field({
      description: perCurrency('What is to be paid'),
      type: [Money],
      resolve: async (report) => (await report.part(orderFigures)).totals,
    }),
    deliveredCount: t.int({
      description: ofOrders('How many are delivered and have the time of it'),
      resolve: async (report) => (await report.part(orderFigures)).deliveredCount,
    }),
    lateCount: t.int({
      description: ofOrders('How many are delivered, after the time promised'),
      resolve: async (report) => (await report.part(orderFigures)).lateCount,
    }),
    paymentCount: t.int({
      description: ofOrders('How many payments there are'),
      resolve: async (report) => (await report.part(paymentFigures)).count,
    }),
    paymentTotals: t.field({
      description: perCurrency('What is to be paid by the payments'),
      type: [Money],
      resolve: async (report) => (await report.part(paymentFigures)).totals,
    }),
    capturedTotals: t.field({
      description: perCurrency('What the payments took'),
      type: [Money],
      resolve: async (report) => (await report.part(paymentFigures)).capturedTotals,
    }),
    deliveryCount: t.int({
      description: ofOrders('How many parcels there are'),
      resolve: async (report) => (await report.part(deliveryFigures)).count,
    }),
    arrivedDeliveryCount: t.int({
      description: ofOrders('How many parcels were delivered or picked up'),
      resolve: async (report) => (await report.part(deliveryFigures)).arrivedCount,
    }),
    lateDeliveryCount: t.int({
      description: ofOrders('How many parcels are marked as late'),
      resolve: async (report) => (await report.part(deliveryFigures)).lateCount,
    }),
    ratingsByScore: t.field({
      description: 'The ratings given in the period, the best score first; a score nobody gave is absent.',
      type: [RatingScoreCount],
      resolve: async (report) => await report.part(ratingsByScore),
    }),
    complaintsByStatus: t.field({
      description: 'The complaints made in the period; a status without any is absent.',
      type: [ComplaintStatusCount],
      resolve: async (report) => await report.part(complaintsByStatus),
    }),
    suggestionCount: t.int({
      description: 'How many suggestions were made in the period.',
      resolve: async (report) => await report.part(countSuggestions),
    }),
  }),
})

builder.queryFields((t) => ({
  shopReport: t.field({
    description:
      'Counts and sums over orders and what belongs to them, over ratings, complaints and suggestions. For supervisors, admins, and services with the scope `orders:write`.',
    type: ShopReport,
    authScopes: { $any: { supervisor: true, service: 'orders:write' } },
    args: {
      source: t.arg.string({
        required: false,
        description: 'Only records of this source; left out: of all, those made here too.',
      }),
      from: t.arg({
        type: 'DateTime',
        required: false,
        description: 'Only orders placed, and ratings, complaints and suggestions made, then or later.',
      }),
      to: t.arg({
        type: 'DateTime',
        required: false,
        description: 'Only what was placed or made before that.',
      }),
    },
    resolve: (_root, { source, from, to }, { desk }) =>
      openReport(desk, {
        // No record has an empty source, nor one that cannot be stored.
        source: source == null || isStorable(source) ? (source ?? null) : '',
        from: from ?? null,
        to: to ?? null,
      }),
  }),
}))
