import { now } from '../../../core/clock.ts'
import { checkDate, checkOptionalDate } from '../../../core/dates.ts'
import { newId } from '../../../core/ids.ts'
import { checkAmount, checkCurrency, toMinorUnits } from '../../../core/money.ts'
import type { OrderStatus } from '../../../core/prisma/enums.ts'
import { InvalidInput } from '../../../core/problems.ts'
import { checkOptionalText, checkText, textLimits } from '../../../core/text.ts'
import { orderLimits } from '../rules.ts'

export interface OrderInput {
  readonly source: string
  readonly externalId: string
  readonly number: string
  readonly customerExternalId: string
  readonly status: OrderStatus
  readonly rawStatus: string | null
  readonly currencyCode: string
  readonly items: readonly OrderItemInput[]
  readonly shippingTotal: string
  readonly discountTotal: string
  readonly total: string
  readonly recipientName: string | null
  readonly address: AddressInput | null
  readonly placedAt: Date
  readonly approvedAt: Date | null
  readonly promisedTo: Date | null
  readonly deliveredAt: Date | null
  readonly cancelledAt: Date | null
  readonly sourceUpdatedAt: Date
}
export interface OrderItemInput {
  readonly externalId: string
  readonly productExternalId: string | null
  readonly name: string
  readonly sku: string | null
  readonly category: string | null
  readonly sellerName: string | null
  readonly quantity: number
  readonly unitPrice: string
  readonly shipping: string
}
export interface AddressInput {
  readonly country?: string | null
  readonly region?: string | null
  readonly city?: string | null
  readonly postalCode?: string | null
  readonly line?: string | null
}

export type CheckedOrder = ReturnType<typeof checkOrder>
export type CheckedOrderItem = ReturnType<typeof checkItem>

/** @throws InvalidInput for what no order can be */
export function checkOrder(item: OrderInput, path: readonly string[]) {
  const at = (...names: string[]) => [...path, ...names]
  const currencyCode = checkCurrency(item.currencyCode, at('currencyCode'))
  const lines = checkItems(item.items, currencyCode, at('items'))
  const lineTotals = lines.reduce((sum, { total }) => sum + total, 0n)
  return {
    path,
    id: newId(),
    source: checkText(item.source, at('source'), textLimits.key),
    externalId: checkText(item.externalId, at('externalId'), textLimits.key),
    number: checkText(item.number, at('number'), orderLimits.number),
    customerExternalId: checkText(item.customerExternalId, at('customerExternalId'), textLimits.key),
    status: item.status,
    rawStatus: checkOptionalText(item.rawStatus, at('rawStatus'), textLimits.name),
    currencyCode,
    lines,
    itemsTotal: checkAmount(lineTotals, at('items')),
    shippingTotal: toMinorUnits(item.shippingTotal, currencyCode, at('shippingTotal')),
    discountTotal: toMinorUnits(item.discountTotal, currencyCode, at('discountTotal')),
    total: toMinorUnits(item.total, currencyCode, at('total')),
    recipientName: checkOptionalText(item.recipientName, at('recipientName'), textLimits.name),
    ...checkAddress(item.address, at('address')),
    ...checkTimes(item, path),
  }
}

function checkAddress(address: AddressInput | null, path: readonly string[]) {
  const part = (name: keyof AddressInput, max: number = textLimits.name) =>
    checkOptionalText(address?.[name], [...path, name], max)
  return {
    addressCountry: part('country'),
    addressRegion: part('region'),
    addressCity: part('city'),
    addressPostalCode: part('postalCode', orderLimits.postalCode),
    addressLine: part('line', orderLimits.address),
  }
}

function checkTimes(item: OrderInput, path: readonly string[]) {
  const present = now()
  return {
    placedAt: checkDate(item.placedAt, [...path, 'placedAt'], present),
    approvedAt: checkOptionalDate(item.approvedAt, [...path, 'approvedAt'], present),
    promisedTo: checkOptionalDate(item.promisedTo, [...path, 'promisedTo'], present),
    deliveredAt: checkOptionalDate(item.deliveredAt, [...path, 'deliveredAt'], present),
    cancelledAt: checkOptionalDate(item.cancelledAt, [...path, 'cancelledAt'], present),
    sourceUpdatedAt: checkDate(item.sourceUpdatedAt, [...path, 'sourceUpdatedAt'], present),
  }
}

function checkItems(items: readonly OrderItemInput[], currencyCode: string, path: readonly string[]) {
  if (items.length > orderLimits.items) throw new InvalidInput('tooMany', path, { max: orderLimits.items })
  const lines = items.map((item, index) => checkItem(item, currencyCode, [...path, String(index)]))
  const keys = new Set<string>()
  for (const { externalId, path: place } of lines) {
    if (keys.has(externalId)) throw new InvalidInput('duplicate', [...place, 'externalId'])
    keys.add(externalId)
  }
  return lines
}

function checkItem(item: OrderItemInput, currencyCode: string, path: readonly string[]) {
  const at = (name: string) => [...path, name]
  const { quantity } = item
  if (quantity < 1 || quantity > orderLimits.quantity) {
    throw new InvalidInput('range', at('quantity'), { min: 1, max: orderLimits.quantity })
  }
  const unitPrice = toMinorUnits(item.unitPrice, currencyCode, at('unitPrice'))
  return {
    path,
    externalId: checkText(item.externalId, at('externalId'), textLimits.key),
    productExternalId: checkOptionalText(item.productExternalId, at('productExternalId'), textLimits.key),
    name: checkText(item.name, at('name'), orderLimits.name),
    sku: checkOptionalText(item.sku, at('sku'), textLimits.key),
    category: checkOptionalText(item.category, at('category'), textLimits.name),
    sellerName: checkOptionalText(item.sellerName, at('sellerName'), textLimits.name),
    quantity,
    unitPrice,
    total: checkAmount(unitPrice * BigInt(quantity), at('unitPrice')),
    shipping: toMinorUnits(item.shipping, currencyCode, at('shipping')),
  }
}
