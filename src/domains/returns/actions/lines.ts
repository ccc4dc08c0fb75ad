import type { Tx } from '../../../core/database.ts'
import { InvalidInput, NotFound, QuantityExceeded } from '../../../core/problems.ts'
import type { Line } from '../reads.ts'
import { lineFactsOf, withLineFacts } from '../reads.ts'

/** How many of a line. */
export interface LineQuantity {
  readonly orderItemId: string | null
  readonly quantity: number
}
/** The same with its shape checked. */
export interface CheckedQuantity {
  readonly orderItemId: string
  readonly quantity: number
  readonly path: readonly string[]
}

export const maxLines = 100
const maxQuantity = 1_000_000

/** @throws InvalidInput, or NotFound for an id of wrong shape */
export function checkQuantities(items: readonly LineQuantity[]): CheckedQuantity[] {
  if (items.length === 0) throw new InvalidInput('empty', ['items'])
  if (items.length > maxLines) throw new InvalidInput('tooMany', ['items'], { max: maxLines })
  const seen = new Set<string>()
  return items.map(({ orderItemId, quantity }, index) => {
    const path = ['items', String(index)]
    if (orderItemId === null) throw new NotFound(...path, 'orderItemId')
    if (seen.has(orderItemId)) throw new InvalidInput('duplicate', [...path, 'orderItemId'])
    seen.add(orderItemId)
    if (quantity < 1 || quantity > maxQuantity) {
      throw new InvalidInput('range', [...path, 'quantity'], { min: 1, max: maxQuantity })
    }
    return { orderItemId, quantity, path }
  })
}

/** Lines of an order as they are now, locked in the order of their ids: who returns more of them waits. */
export async function lockLines(
  tx: Tx,
  orderId: string,
  orderItemIds: readonly string[],
): Promise<ReadonlyMap<string, Line>> {
  await tx.$queryRaw`
    select 1 from order_items where order_id = ${orderId}::uuid and id = any(${[...orderItemIds]}::uuid[])
    order by id for no key update`
  const lines = await tx.orderItem.findMany({
    where: { orderId, id: { in: [...orderItemIds] } },
    include: withLineFacts,
  })
  return new Map(lines.map((line) => [line.id, line]))
}

/** @throws QuantityExceeded when there are not as many left of a line that are in no live return */
export function assertLeft(line: Line, quantity: number, path: readonly string[]): void {
  const { left } = lineFactsOf(line)
  if (quantity > left) throw new QuantityExceeded(left, path)
}
