import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { InputRefused } from '../formats.ts'
import { describeFile, type SourceFile } from '../source-file.ts'

/** The tables of Olist that are imported, and the columns used of each. */
export const tables = {
  products: {
    file: 'full_tables/olist_products_dataset.csv',
    columns: ['product_id', 'product_category_name'],
  },
  categories: {
    file: 'full_tables/product_category_name_translation.csv',
    columns: ['product_category_name', 'product_category_name_english'],
  },
  sellers: {
    file: 'full_tables/olist_sellers_dataset.csv',
    columns: ['seller_id', 'seller_city', 'seller_state'],
  },
  customers: {
    file: 'joined/olist_customers_dataset.csv',
    columns: [
      'customer_id',
      'customer_unique_id',
      'customer_zip_code_prefix',
      'customer_city',
      'customer_state',
    ],
  },
  orders: {
    file: 'joined/olist_orders_dataset.csv',
    columns: [
      'order_id',
      'customer_id',
      'order_status',
      'order_purchase_timestamp',
      'order_approved_at',
      'order_delivered_carrier_date',
      'order_delivered_customer_date',
      'order_estimated_delivery_date',
    ],
  },
  items: {
    file: 'joined/olist_order_items_dataset.csv',
    columns: ['order_id', 'order_item_id', 'product_id', 'seller_id', 'price', 'freight_value'],
  },
  payments: {
    file: 'joined/olist_order_payments_dataset.csv',
    columns: ['order_id', 'payment_sequential', 'payment_type', 'payment_installments', 'payment_value'],
  },
  reviews: {
    file: 'joined/olist_order_reviews_dataset.csv',
    columns: [
      'review_id',
      'order_id',
      'review_score',
      'review_comment_title',
      'review_comment_message',
      'review_creation_date',
      'review_answer_timestamp',
    ],
  },
} as const

export type TableName = keyof typeof tables
export type Column<Name extends TableName> = (typeof tables)[Name]['columns'][number]
export type OlistFiles = Readonly<Record<TableName, SourceFile>>

/** A row of any of the tables begins with an id of 32 hexadecimal digits; a review's text hardly does. */
export function startsRow(line: string): boolean {
  return /^"?[\da-f]{32}"?,/.test(line)
}

/**
 * The files of the folder that holds `joined` and `full_tables`, plain or compressed.
 * @throws InputRefused naming what is missing
 */
export async function findOlist(paths: readonly string[]): Promise<OlistFiles> {
  const [folder, ...others] = paths
  if (folder === undefined || others.length > 0)
    throw new InputRefused('olist takes one folder: the one that holds joined and full_tables')
  const found: Partial<Record<TableName, SourceFile>> = {}
  // One after the other, so that of several that are missing it is always the first that is named.
  for (const name of Object.keys(tables) as TableName[]) {
    found[name] = await findFile(folder, tables[name].file)
  }
  return found as OlistFiles
}

async function findFile(folder: string, path: string): Promise<SourceFile> {
  const [inner = '', name = ''] = path.split('/')
  const present: string[] = await readdir(join(folder, inner)).catch(() => [])
  const file = ['.gz', '.bz2', ''].map((suffix) => name + suffix).find((known) => present.includes(known))
  if (file === undefined) throw new InputRefused(`Cannot import ${folder}: ${path} is missing`)
  return await describeFile(join(folder, inner, file))
}
