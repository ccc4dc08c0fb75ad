import type { OporaClient } from '../../../client/index.ts'
import {
  sendComplaints,
  sendCustomers,
  sendDeliveries,
  sendOrders,
  sendPayments,
  sendProducts,
  sendRatings,
  sendTrackingEvents,
} from '../bulk/senders.ts'
import { type ItemResult, type Step, stepOf } from '../bulk/steps.ts'
import { openItems, type Row } from '../bulk/table.ts'
import { type Column, type OlistFiles, startsRow, type TableName, tables } from './folder.ts'
import { toDeliveries, toTrackingEvents } from './map-deliveries.ts'
import { toOrder } from './map-orders.ts'
import { toComplaint, toRating } from './map-reviews.ts'
import { customerMapper, toPayment, toProduct } from './map-shop.ts'
import type { Shop } from './shop.ts'

/** What is sent, in the order in which one kind needs another. */
export function olistSteps(client: OporaClient, files: OlistFiles, shop: Shop): Step[] {
  const step = <Name extends TableName, Item>(
    name: string,
    table: Name,
    toItems: (row: Row<Column<Name>>, shop: Shop) => readonly { key: string; item: Item }[],
    send: (items: Item[]) => Promise<ItemResult[]>,
  ): Step => {
    const columns: readonly Column<Name>[] = tables[table].columns
    const open = () => openItems(files[table], columns, (row) => toItems(row, shop), startsRow)
    return stepOf<Item>({ name, open, send })
  }
  return [
    step('products', 'products', toProduct, sendProducts(client)),
    step('customers', 'customers', customerMapper(), sendCustomers(client)),
    step('orders', 'orders', toOrder, sendOrders(client)),
    step('payments', 'payments', toPayment, sendPayments(client)),
    step('deliveries', 'orders', toDeliveries, sendDeliveries(client)),
    step('tracking events', 'orders', toTrackingEvents, sendTrackingEvents(client)),
    step('complaints', 'reviews', toComplaint, sendComplaints(client)),
    step('ratings', 'reviews', toRating, sendRatings(client)),
  ]
}
