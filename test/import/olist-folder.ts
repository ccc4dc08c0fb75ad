import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import { openTable } from '../../src/commands/import/bulk/table.ts'
import {
  type Column,
  findOlist,
  startsRow,
  type TableName,
  tables,
} from '../../src/commands/import/olist/folder.ts'

/** The real shop, beside the checkout. */
export const realOlist = fileURLToPath(new URL('../../../shared/data/olist/', import.meta.url))
export const isOlistMissing = !existsSync(realOlist)

type Rows = { readonly [Name in TableName]: readonly (readonly string[])[] }

/** A folder as Olist's own, with these rows; gone after the test. */
export async function writeOlist(rows: Rows): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'opora-olist-'))
  onTestFinished(async () => await rm(folder, { recursive: true }))
  for (const inner of ['joined', 'full_tables']) await mkdir(join(folder, inner))
  for (const [name, { file, columns }] of Object.entries(tables)) {
    const lines = [columns, ...rows[name as TableName]].map((fields) => fields.map(quoted).join(','))
    await writeFile(join(folder, file), `${lines.join('\n')}\n`)
  }
  return folder
}

const quoted = (field: string) => (/[",\n]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)

const hex = (kind: string, index: number) => `${kind}${index.toString(16).padStart(32 - kind.length, '0')}`
export const orderId = (index: number) => hex('0', index)
export const reviewId = (index: number) => hex('e', index)

/** What one made-up order is, where it is not like the others. */
export interface MadeOrder {
  readonly status?: string
  readonly approved?: string
  readonly carrier?: string
  readonly delivered?: string
  readonly estimated?: string
  /** The seller of each item. */
  readonly sellers?: readonly number[]
  readonly payments?: readonly (readonly [type: string, value: string])[]
  readonly reviews?: readonly (readonly [id: string, score: string, title: string, message: string])[]
  readonly person?: number
}

/** Rows of a shop: each order has an address of its own, and what is said of it; numbered from `first`. */
export function olistRows(orders: readonly MadeOrder[], first = 0): Rows {
  const at = '2018-01-14 14:33:31'
  const each = <Row>(toRows: (order: MadeOrder, index: number) => readonly Row[]) =>
    orders.flatMap((order, place) => toRows(order, first + place))
  return {
    products: [
      [hex('a', 1), 'beleza_saude'],
      [hex('a', 2), ''],
    ],
    categories: [['beleza_saude', 'health_beauty']],
    sellers: [[hex('b', 1), 'maua', 'SP']],
    customers: each((order, index) => [
      [hex('c', index), hex('d', order.person ?? index), '35550', 'itapecerica', 'MG'],
    ]),
    orders: each((order, index) => [
      [
        orderId(index),
        hex('c', index),
        order.status ?? 'delivered',
        at,
        order.approved ?? '2018-01-14 14:48:30',
        order.carrier ?? '2018-01-16 12:36:48',
        order.delivered ?? '2018-01-22 13:19:16',
        order.estimated ?? '2018-02-05 00:00:00',
      ],
    ]),
    items: each((order, index) =>
      (order.sellers ?? [1]).map((seller, place) => [
        orderId(index),
        String(place + 1),
        hex('a', 1 + (place % 2)),
        hex('b', seller),
        '199.00',
        '17.87',
      ]),
    ),
    payments: each((order, index) =>
      (order.payments ?? [['credit_card', '216.87']]).map(([type, value], place) => [
        orderId(index),
        String(place + 1),
        type,
        '1',
        value,
      ]),
    ),
    reviews: each((order, index) =>
      (order.reviews ?? []).map(([id, score, title, message]) => [
        id,
        orderId(index),
        score,
        title,
        message,
        '2018-01-24 00:00:00',
        '2018-01-25 10:00:00',
      ]),
    ),
  }
}

/** The first orders of the real shop with all that belongs to them. */
export async function firstOrders(count: number): Promise<Rows> {
  const files = await findOlist([realOlist])
  const read = async <Name extends TableName>(
    name: Name,
    isWanted: (row: Record<Column<Name>, string>) => boolean,
  ) => {
    const columns: readonly Column<Name>[] = tables[name].columns
    const rows: string[][] = []
    const hasIds = name !== 'categories'
    for await (const row of openTable(files[name], columns, hasIds ? startsRow : undefined).rows) {
      if (!('reason' in row) && isWanted(row.row)) rows.push(columns.map((column) => row.row[column]))
    }
    return rows
  }
  const orders = (await read('orders', () => true)).slice(0, count)
  const [ids, addresses] = [0, 1].map((column) => new Set(orders.map((row) => row[column])))
  const ofOrders = ({ order_id }: { order_id: string }) => ids?.has(order_id) === true
  const items = await read('items', ofOrders)
  const products = new Set(items.map((row) => row[2]))
  return {
    orders,
    items,
    products: await read('products', ({ product_id }) => products.has(product_id)),
    categories: await read('categories', () => true),
    sellers: await read('sellers', () => true),
    customers: await read('customers', ({ customer_id }) => addresses?.has(customer_id) === true),
    payments: await read('payments', ofOrders),
    reviews: await read('reviews', ofOrders),
  }
}
