import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OrderStatus } from '../../src/core/prisma/enums.ts'
import { openShop, orderItem, type Shop, upsertOrders } from './shop.ts'

let shop: Shop
beforeAll(async () => {
  shop = await openShop()
  await upsertOrders(shop.partner, orderItem('any'))
})
afterAll(async () => await shop.server.close())

interface Page {
  nodes: { number: string; isLate: boolean }[]
  pageInfo: { hasNextPage: boolean; endCursor: string }
}

describe('isLate', () => {
  const times = [null, '1 hour', '-1 hour', '-2 hours']
  it('is the same in the list’s filter and on each order, whatever its state and times', async () => {
    const rows = Object.values(OrderStatus).flatMap((status) =>
      times.flatMap((promised) =>
        [null, '-90 minutes', '-2 hours'].flatMap((delivered) =>
          [null, '-3 hours'].map((cancelled) => ({ status, promised, delivered, cancelled })),
        ),
      ),
    )
    await shop.server.desk.database.pool.query(
      `insert into orders (id, source, external_id, number, customer_id, status, currency_code, items_total, total,
         placed_at, source_updated_at, promised_to, delivered_at, cancelled_at)
       select gen_random_uuid(), 'times', n::text, 'times ' || n, (select customer_id from orders limit 1),
         (row->>'status')::order_status, 'RUB', 0, 0, '2020-01-01'::timestamptz + n * interval '1 minute', now(),
         now() + (row->>'promised')::interval, now() + (row->>'delivered')::interval,
         now() + (row->>'cancelled')::interval
       from jsonb_array_elements($1::jsonb) with ordinality as given(row, n)`,
      [JSON.stringify(rows)],
    )
    const query = `query ($isLate: Boolean, $after: String) {
      orders(first: 100, after: $after, filter: { source: "times", isLate: $isLate }) {
        nodes { number isLate } pageInfo { hasNextPage endCursor } } }`
    const read = async (isLate: boolean | null) => {
      const nodes: Page['nodes'] = []
      for (let after: string | null = null; ; ) {
        const asked = await shop.cast.operator.ask<{ orders: Page }>(query, { isLate, after })
        const page: Page = asked.orders
        nodes.push(...page.nodes)
        if (!page.pageInfo.hasNextPage) return nodes
        after = page.pageInfo.endCursor
      }
    }
    const all = await read(null)
    expect(all).toHaveLength(rows.length)
    expect(await read(true)).toEqual(all.filter(({ isLate }) => isLate))
    expect(await read(false)).toEqual(all.filter(({ isLate }) => !isLate))
  })
})
