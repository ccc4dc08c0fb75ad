import { maxItemsPerCall } from '../../../core/bulk.ts'
import { InvalidInput, StaleUpdate } from '../../../core/problems.ts'
import { builder } from '../../../graphql/builder.ts'
import { bulkPayloadType } from '../../../graphql/bulk.ts'
import { payloadType } from '../../../graphql/cursor.ts'
import { knownViewer } from '../../../graphql/viewer-of.ts'
import type { OrderInput } from '../actions/check.ts'
import type { OrderDone } from '../actions/upsert.ts'
import { upsertOrders } from '../actions/upsert.ts'
import { orderLimits } from '../rules.ts'
import { OrderStatusEnum } from './type.ts'

const amount = 'Not negative, no finer than the currency.'

const OrderItemUpsertInput = builder.inputType('OrderItemUpsertInput', {
  description: 'One line of an order.',
  fields: (t) => ({
    externalId: t.string({ description: 'The shop’s own key, unique within the order; 1–200 characters.' }),
    productExternalId: t.string({
      required: false,
      description: 'The key of the product in the order’s source; one that is not known here is refused.',
    }),
    name: t.string({ description: `What it is called; 1–${orderLimits.name} characters.` }),
    sku: t.string({ required: false, description: 'The stock keeping unit; 1–200 characters.' }),
    category: t.string({ required: false, description: 'The category as ordered; 1–200 characters.' }),
    sellerName: t.string({ required: false, description: 'Who sells it; 1–200 characters.' }),
    quantity: t.int({ description: `How many, 1–${orderLimits.quantity}.` }),
    unitPrice: t.field({ type: 'Decimal', description: `The price of one. ${amount}` }),
    shipping: t.field({
      type: 'Decimal',
      defaultValue: '0',
      description: `The line’s part of the shipping. ${amount}`,
    }),
  }),
})

const part = (what: string) => `${what}; 1–200 characters.`
const OrderAddressInput = builder.inputType('OrderAddressInput', {
  description: 'Where an order goes.',
  fields: (t) => ({
    country: t.string({ required: false, description: part('The country') }),
    region: t.string({ required: false, description: part('The region or state') }),
    city: t.string({ required: false, description: part('The city') }),
    postalCode: t.string({
      required: false,
      description: `The postal code; 1–${orderLimits.postalCode} characters.`,
    }),
    line: t.string({
      required: false,
      description: `Street, house and flat; 1–${orderLimits.address} characters.`,
    }),
  }),
})

const OrderUpsertInput = builder.inputType('OrderUpsertInput', {
  description:
    'One order as the shop knows it now: the whole of it, what is left out is not there. Dates lie between 1990 and ten years ahead.',
  fields: (t) => ({
    source: t.string({ description: 'The system the record comes from; 1–200 characters.' }),
    externalId: t.string({ description: 'The shop’s own key, unique per source; 1–200 characters.' }),
    number: t.string({
      description: `What people call it by, unique over everything; 1–${orderLimits.number} characters.`,
    }),
    customerExternalId: t.string({
      description: 'Whose it is, by the key of `customersUpsert`. It never changes.',
    }),
    status: t.field({ type: OrderStatusEnum, description: 'Where it stands.' }),
    rawStatus: t.string({
      required: false,
      description: 'The shop’s own word for the status; 1–200 characters.',
    }),
    currencyCode: t.field({ type: 'CurrencyCode', description: 'Of every amount. It never changes.' }),
    items: t.field({
      type: [OrderItemUpsertInput],
      description: `All its lines, at most ${orderLimits.items}; one that was given before and is not now is cancelled.`,
    }),
    shippingTotal: t.field({ type: 'Decimal', defaultValue: '0', description: `Shipping. ${amount}` }),
    discountTotal: t.field({
      type: 'Decimal',
      defaultValue: '0',
      description: `Discounts already taken off; information only. ${amount}`,
    }),
    total: t.field({ type: 'Decimal', description: `What is to be paid. ${amount}` }),
    recipientName: t.string({ required: false, description: 'Who receives it; 1–200 characters.' }),
    address: t.field({ type: OrderAddressInput, required: false, description: 'Where it goes.' }),
    placedAt: t.field({ type: 'DateTime', description: 'When it was placed.' }),
    approvedAt: t.field({
      type: 'DateTime',
      required: false,
      description: 'When its payment was approved.',
    }),
    promisedTo: t.field({
      type: 'DateTime',
      required: false,
      description: 'The last moment promised for its delivery.',
    }),
    deliveredAt: t.field({
      type: 'DateTime',
      required: false,
      description: 'When all of it had arrived.',
    }),
    cancelledAt: t.field({ type: 'DateTime', required: false, description: 'When it was cancelled.' }),
    sourceUpdatedAt: t.field({
      type: 'DateTime',
      description: 'When the source changed it last; older than what is stored gives a StaleUpdate.',
    }),
  }),
})

const OrdersUpsertInput = builder.inputType('OrdersUpsertInput', {
  description: 'Orders of the shop.',
  fields: (t) => ({
    orders: t.field({ type: [OrderUpsertInput], description: `At most ${maxItemsPerCall}.` }),
  }),
})

const OrderUpsertPayload = payloadType<OrderDone>('OrderUpsertPayload', 'An order as made or changed.')
builder.objectFields(OrderUpsertPayload, (t) => ({
  isNew: t.exposeBoolean('isNew', { description: 'True if the order was not known before.' }),
  order: t.prismaField({
    description: 'The order.',
    type: 'Order',
    resolve: async (query, { orderId }, _args, { desk }) =>
      await desk.database.prisma.order.findUniqueOrThrow({ ...query, where: { id: orderId } }),
  }),
}))

const OrdersUpsertPayload = bulkPayloadType('OrdersUpsertPayload', {
  name: 'OrderUpsert',
  payload: OrderUpsertPayload,
  problems: [StaleUpdate],
})

function inputOf(item: typeof OrderUpsertInput.$inferInput): OrderInput {
  const { address } = item
  return {
    ...item,
    rawStatus: item.rawStatus ?? null,
    items: item.items.map((line) => ({
      ...line,
      productExternalId: line.productExternalId ?? null,
      sku: line.sku ?? null,
      category: line.category ?? null,
      sellerName: line.sellerName ?? null,
      shipping: line.shipping ?? '0',
    })),
    shippingTotal: item.shippingTotal ?? '0',
    discountTotal: item.discountTotal ?? '0',
    recipientName: item.recipientName ?? null,
    address: address ?? null,
    approvedAt: item.approvedAt ?? null,
    promisedTo: item.promisedTo ?? null,
    deliveredAt: item.deliveredAt ?? null,
    cancelledAt: item.cancelledAt ?? null,
  }
}

builder.mutationFields((t) => ({
  ordersUpsert: t.field({
    description:
      'Makes or changes orders by the shop’s own key. Needs the scope `orders:write`. Each item has its own result; safe to repeat.',
    type: OrdersUpsertPayload,
    authScopes: { service: 'orders:write' },
    args: { input: t.arg({ type: OrdersUpsertInput, description: 'Which.' }) },
    errors: { types: [InvalidInput] },
    resolve: async (_root, { input }, context) => ({
      results: await upsertOrders(context.desk, knownViewer(context), input.orders.map(inputOf)),
    }),
  }),
}))
