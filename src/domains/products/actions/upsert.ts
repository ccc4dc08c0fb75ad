import type { KnownViewer } from '../../../auth/viewer.ts'
import type { BulkTable } from '../../../core/bulk-rows.ts'
import { insertMissing, keyOf, rowsBy, saysTheSame, storedRows, upsertRows } from '../../../core/bulk-rows.ts'
import type { Tx } from '../../../core/database.ts'
import type { Product, ProductPromotion } from '../../../core/prisma/client.ts'
import type { Problem } from '../../../core/problems.ts'
import { actorOf } from '../../../events/acting.ts'
import { staleOver, writeBulk } from '../../../events/bulk-write.ts'
import type { Desk } from '../../../events/desk.ts'
import { appendAll } from '../../../events/log.ts'
import type { CheckedProduct, ProductItem } from './check.ts'
import { checkProduct } from './check.ts'

type Row = Omit<Product, 'createdAt'>
const products: BulkTable<Row> = {
  name: 'products',
  key: ['source', 'externalId'],
  plain: 'description',
  columns: {
    id: 'uuid',
    source: 'text',
    externalId: 'text',
    name: 'text',
    category: 'text',
    description: 'text',
    url: 'text',
    imageUrl: 'text',
    price: 'bigint',
    currencyCode: 'text',
    isAvailable: 'boolean',
    stock: 'int',
    sourceUpdatedAt: 'timestamptz',
  },
}
const promotions: BulkTable<ProductPromotion> = {
  name: 'product_promotions',
  key: ['productId', 'position'],
  plain: 'name',
  columns: {
    productId: 'uuid',
    position: 'int',
    name: 'text',
    price: 'bigint',
    startsAt: 'timestamptz',
    endsAt: 'timestamptz',
  },
}

export interface ProductDone {
  readonly productId: string
  readonly isNew: boolean
  readonly eventId: bigint | null
}

/**
 * Makes or changes products by the shop's own key. Each item has its own result, in order; one that cannot be taken
 * does not spoil the others. What was said before in the same words appends nothing.
 */
export async function upsertProducts(
  desk: Desk,
  viewer: KnownViewer,
  items: readonly ProductItem[],
): Promise<(ProductDone | Problem)[]> {
  return await writeBulk(desk, {
    name: 'products',
    items,
    check: checkProduct,
    write: async (tx, checked) => await writeProducts(tx, viewer, checked),
  })
}

async function writeProducts(tx: Tx, viewer: KnownViewer, items: readonly CheckedProduct[]) {
  const results = new Map<CheckedProduct, ProductDone | Problem>()
  const known = await readKnown(tx, items)
  const renewed: Row[] = []
  const changed: Change[] = []
  for (const item of items) {
    const before = known.products.get(keyOf(products, item))
    const stale = before === undefined ? null : staleOver(before, item)
    const productId = before?.id ?? item.id
    results.set(item, stale ?? { productId, isNew: before === undefined, eventId: null })
    if (stale !== null) continue
    const promised = known.promotions.get(productId) ?? []
    if (before !== undefined && !saysTheSame(products, before, item)) renewed.push(item)
    const isSame =
      before !== undefined &&
      saysTheSame(products, before, item, ['sourceUpdatedAt']) &&
      samePromotions(promised, promotionRows(item, productId))
    if (!isSame) changed.push({ item, productId, isNew: before === undefined, before: promised })
  }
  await upsertRows(tx, products, renewed)
  await replacePromotions(tx, changed)
  const eventIds = await appendAll(
    tx,
    actorOf(viewer),
    changed.map(({ productId }) => ({ type: 'product.upserted', subjects: {}, data: { productId } })),
  )
  for (const [index, { item, productId, isNew }] of changed.entries()) {
    results.set(item, { productId, isNew, eventId: eventIds[index] ?? null })
  }
  return results
}

interface Change {
  readonly item: CheckedProduct
  readonly productId: string
  readonly isNew: boolean
  readonly before: readonly ProductPromotion[]
}

/** Inserts what is new, and gives what was stored of the others, locked from now on. */
async function readKnown(tx: Tx, items: readonly CheckedProduct[]) {
  const fresh = await insertMissing(tx, products, items)
  const known = items.filter(({ id }) => !fresh.has(id))
  const stored = await storedRows(tx, products, products.key, known)
  const asked = [...stored.values()].map(({ id }) => ({ productId: id }))
  const running = await storedRows(tx, promotions, ['productId'], asked)
  return { products: stored, promotions: rowsBy(running.values(), 'productId') }
}

function promotionRows(item: CheckedProduct, productId: string): ProductPromotion[] {
  return item.promotions.map((promotion, index) => ({ ...promotion, productId, position: index + 1 }))
}

function samePromotions(before: readonly ProductPromotion[], after: readonly ProductPromotion[]): boolean {
  const stored = new Map(before.map((row) => [row.position, row]))
  return (
    before.length === after.length &&
    after.every((row) => {
      const same = stored.get(row.position)
      return same !== undefined && saysTheSame(promotions, same, row)
    })
  )
}

/** The list is a complete one: what it does not name any more is gone. */
async function replacePromotions(tx: Tx, changed: readonly Change[]): Promise<void> {
  const shortened = changed.filter(({ item, before }) => before.length > item.promotions.length)
  if (shortened.length > 0) {
    const limits = shortened.map(({ item, productId }) => ({ id: productId, kept: item.promotions.length }))
    await tx.$executeRaw`
      delete from product_promotions using jsonb_to_recordset(${JSON.stringify(limits)}::jsonb) as given(id uuid, kept int)
      where product_id = given.id and position > given.kept`
  }
  await upsertRows(
    tx,
    promotions,
    changed.flatMap(({ item, productId }) => promotionRows(item, productId)),
  )
}
