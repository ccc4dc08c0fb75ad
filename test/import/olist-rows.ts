import type { ItemRow, OrderRow, Shop } from '../../src/commands/import/olist/shop.ts'

/** Rows as Olist's files hold them, made up. */
export const order: OrderRow = {
  order_id: 'o1',
  customer_id: 'c1',
  order_status: 'delivered',
  order_purchase_timestamp: '2018-01-14 14:33:31',
  order_approved_at: '2018-01-14 14:48:30',
  order_delivered_carrier_date: '2018-01-16 12:36:48',
  order_delivered_customer_date: '2018-01-22 13:19:16',
  order_estimated_delivery_date: '2018-02-05 00:00:00',
}

export function item(number: string, seller: string, fields: Partial<ItemRow> = {}): ItemRow {
  return {
    order_id: 'o1',
    order_item_id: number,
    product_id: 'abcdef0123456789',
    seller_id: seller,
    price: '199.00',
    freight_value: '17.87',
    ...fields,
  }
}

export function shopOf(row: OrderRow = order, items: ItemRow[] = [item('1', 's1')]): Shop {
  return {
    addresses: new Map([['c1', { personId: 'p1', postalCode: '35550', city: 'itapecerica', region: 'MG' }]]),
    orders: new Map([[row.order_id, row]]),
    items: new Map(items.length > 0 ? [[row.order_id, items]] : []),
    categories: new Map([['abcdef0123456789', 'health_beauty']]),
    sellers: new Map([['s1', 'maua, SP (s1)']]),
  }
}
