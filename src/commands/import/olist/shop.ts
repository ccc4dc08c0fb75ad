import { openTable, type Row } from '../bulk/table.ts'
import { type Column, type OlistFiles, startsRow, tables } from './folder.ts'

export type OrderRow = Row<Column<'orders'>>
export type ItemRow = Row<Column<'items'>>

/**
 * What the rows of one table must know of another: kept in memory, by id. It grows with the orders (about 40 MB for
 * these), not with what people wrote.
 */
export interface Shop {
  /** By `customer_id`, which is an address of a person. */
  readonly addresses: ReadonlyMap<string, Address>
  readonly orders: ReadonlyMap<string, OrderRow>
  readonly items: ReadonlyMap<string, readonly ItemRow[]>
  /** The English category of a product. */
  readonly categories: ReadonlyMap<string, string>
  /** How a seller is called. */
  readonly sellers: ReadonlyMap<string, string>
}

export interface Address {
  readonly personId: string
  readonly postalCode: string
  readonly city: string
  readonly region: string
}

export async function readShop(files: OlistFiles): Promise<Shop> {
  const english = new Map<string, string>()
  await each(files, 'categories', (row) => {
    english.set(row.product_category_name, row.product_category_name_english)
  })
  const categories = new Map<string, string>()
  await each(files, 'products', ({ product_id, product_category_name: name }) => {
    if (name !== '') categories.set(product_id, english.get(name) ?? name)
  })
  const sellers = new Map<string, string>()
  await each(files, 'sellers', (row) => {
    sellers.set(row.seller_id, sellerName(row))
  })
  const addresses = new Map<string, Address>()
  await each(files, 'customers', (row) => {
    addresses.set(row.customer_id, {
      personId: row.customer_unique_id,
      postalCode: row.customer_zip_code_prefix,
      city: row.customer_city,
      region: row.customer_state,
    })
  })
  const orders = new Map<string, OrderRow>()
  await each(files, 'orders', (row) => {
    orders.set(row.order_id, row)
  })
  const items = new Map<string, ItemRow[]>()
  await each(files, 'items', (row) => {
    const known = items.get(row.order_id)
    if (known === undefined) items.set(row.order_id, [row])
    else known.push(row)
  })
  return { addresses, orders, items, categories, sellers }
}

/** Olist's sellers have no names: the place and the beginning of the id tell them apart. */
function sellerName({ seller_id, seller_city, seller_state }: Row<Column<'sellers'>>): string {
  return `${seller_city}, ${seller_state} (${seller_id.slice(0, 8)})`
}

/** Rows that cannot be read are left out here: the step that sends that table names them. */
async function each<Name extends keyof typeof tables>(
  files: OlistFiles,
  name: Name,
  take: (row: Row<Column<Name>>) => void,
): Promise<void> {
  const columns: readonly Column<Name>[] = tables[name].columns
  const hasIds = name !== 'categories'
  for await (const row of openTable(files[name], columns, hasIds ? startsRow : undefined).rows) {
    if (!('reason' in row)) take(row.row)
  }
}
