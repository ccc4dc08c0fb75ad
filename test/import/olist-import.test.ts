import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kinds } from '../../src/commands/import/kinds.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { snapshot } from '../kit/snapshot.ts'
import { service } from '../kit/world.ts'
import { startImport } from './import-process.ts'
import {
  firstOrders,
  isOlistMissing,
  type MadeOrder,
  olistRows,
  orderId,
  reviewId,
  writeOlist,
} from './olist-folder.ts'

let server: TestServer
let token: string
beforeAll(async () => {
  server = await startTestServer()
  token = await server.token('service', { sub: 'importer', scope: kinds['olist']?.scopes.join(' ') ?? '' })
})
afterAll(async () => await server.close())

const run = async (...args: string[]) =>
  await startImport(server, ['olist', ...args], { OPORA_TOKEN: token }).ended

/** The table of the summary: read, new, known, stale, refused, unreadable of each kind. */
function tableOf(out: string): Record<string, number[]> {
  const rows = out.split('\n').flatMap((line) => {
    const match = /^(\w+(?: \w+)*) {2,}([\d,]+(?: +[\d,.]+)+)$/.exec(line)
    return match === null ? [] : [[match[1] ?? '', match[2]?.split(/ +/).slice(0, 6).map(figure)] as const]
  })
  return Object.fromEntries(rows) as Record<string, number[]>
}
const figure = (text: string) => Number(text.replaceAll(',', ''))
const allNew = (count: number) => [count, count, 0, 0, 0, 0]

const dirt: MadeOrder[] = [
  {
    sellers: [1, 2, 1],
    payments: [
      ['credit_card', '600'],
      ['voucher', '50.61'],
    ],
  },
  { status: 'canceled', carrier: '', delivered: '', approved: '', sellers: [] },
  { status: 'canceled' },
  { delivered: '' },
  { delivered: '2018-02-05 23:59:59', reviews: [[reviewId(1), '5', 'Ótimo', '']] },
  { delivered: '2018-02-06 00:00:00', reviews: [[reviewId(1), '1', '', 'Não recebi,\n"quero" reembolso']] },
  {
    approved: '2018-01-17 10:00:00',
    reviews: [
      [reviewId(2), '2', 'Ruim', 'x'],
      [reviewId(3), '4', '', 'Bom'],
    ],
  },
  { delivered: '2018-01-15 00:00:00', person: 0, reviews: [[reviewId(4), '1', 'Péssimo', ' ']] },
  { status: 'created', approved: '', carrier: '', delivered: '', payments: [['not_defined', '0.00']] },
]

describe('npm run import -- olist', () => {
  it('brings in a small shop with all the dirt; again it changes nothing', async () => {
    const folder = await writeOlist(olistRows(dirt))
    const first = await run(folder)
    expect(tableOf(first.out)).toEqual({
      products: allNew(2),
      // One person has two addresses.
      customers: allNew(8),
      orders: allNew(9),
      payments: allNew(10),
      deliveries: allNew(9),
      'tracking events': allNew(32),
      complaints: allNew(2),
      ratings: allNew(5),
    })
    expect(first.code).toBe(0)
    const before = await snapshot(server.desk)
    const second = await run(folder)
    expect(second.code).toBe(0)
    for (const [kind, [read, made, known]] of Object.entries(tableOf(second.out)))
      expect([kind, made, known]).toEqual([kind, 0, read])
    expect(await snapshot(server.desk)).toEqual(before)
    const check = await run(folder, '--check')
    expect(check.out).toContain('all counts are the same')
    expect(check.code).toBe(0)
  })

  it('keeps what the rows say: late by the calendar of Brazil, cancelled and undated parcels, wishes', async () => {
    const { rows } = await server.desk.database.pool.query<{ place: string; said: string }>(
      `select right(orders.external_id, 1) as place,
         concat_ws(' ', orders.status, deliveries.status, deliveries.is_late, tickets.tags) as said
       from orders left join deliveries on deliveries.order_id = orders.id
       left join complaints on complaints.order_id = orders.id left join tickets on tickets.id = ticket_id
       where orders.source = 'olist' order by 1, deliveries.external_id`,
    )
    expect(rows.map(({ place, said }) => `${place} ${said}`)).toEqual([
      '0 DELIVERED DELIVERED f',
      '0 DELIVERED DELIVERED f',
      '1 CANCELLED',
      '2 CANCELLED DELIVERED f',
      '3 DELIVERED HANDED_TO_CARRIER t',
      '4 DELIVERED DELIVERED f',
      '5 DELIVERED DELIVERED t {return-wish}',
      '6 DELIVERED DELIVERED f {}',
      '7 DELIVERED DELIVERED f',
      '8 CREATED CREATED t',
    ])
  })

  it('names rows that do not fit together, and goes on with the rest; the check tells differences', async () => {
    const rows = olistRows([{ status: 'invoiced' }], 100)
    const stray = orderId(77)
    const folder = await writeOlist({
      ...rows,
      orders: [...rows.orders, [orderId(78), 'nobody', 'shipped', 'never', '', '', '', '']],
      payments: [...rows.payments, [stray, '1', 'boleto', '1', '5.00']],
      items: rows.items.map((item) => item.with(4, 'free')),
    })
    const { code, out } = await run(folder)
    expect(tableOf(out)).toMatchObject({ orders: [0, 0, 0, 0, 0, 2], payments: [1, 0, 0, 0, 1, 1] })
    expect(out).toContain('unreadable olist_orders_dataset.csv:2: no amount: "free"')
    expect(out).toContain(
      'unreadable olist_orders_dataset.csv:3: customer_id nobody is not among the customers',
    )
    expect(out).toContain(`order_id ${stray} is not among the orders`)
    // What belongs to an order that could not be read is refused: that is not as it should be.
    expect(out).toMatch(/^refused payments 0{30}64:1: INVALID_INPUT: /m)
    expect(code).toBe(1)
    const broken = await run(folder, '--check')
    expect(broken).toMatchObject({
      code: 2,
      out: '',
      err: 'The files cannot be added up: no amount: "free"\n',
    })
    const other = await run(await writeOlist(olistRows([{}], 200)), '--check')
    expect(other.code).toBe(1)
    expect(other.out).toMatch(/^orders +1 +9 +DIFFERENT$/m)
    expect(other.out).toMatch(/^\d+ counts are different; /m)
  })

  it('killed in the middle and run again, it completes without a double', async () => {
    const many = Array.from({ length: 1_500 }, () => ({ person: 500 }))
    const folder = await writeOlist(olistRows(many, 1_000))
    const count = async (table: string) =>
      (
        await server.desk.database.pool.query<{ count: number }>(
          `select count(*)::int as count from ${table}`,
        )
      ).rows[0]?.count ?? 0
    const before = await count('orders')
    const { child, ended } = startImport(server, ['olist', folder], { OPORA_TOKEN: token })
    await until(async () => (await count('orders')) > before)
    child.kill('SIGKILL')
    await ended
    const again = await run(folder)
    expect(again.code).toBe(0)
    const [read, made = 0, known = 0] = tableOf(again.out)['orders'] ?? []
    expect(read).toBe(1_500)
    expect(known).toBeGreaterThan(0)
    expect(made + known).toBe(1_500)
    expect(tableOf(again.out)['tracking events']?.[0]).toBe(1_500 * 4)
    const stored = await snapshot(server.desk)
    await run(folder)
    expect(await snapshot(server.desk)).toEqual(stored)
  })

  it.each([
    [['a', 'b'], 'olist takes one folder'],
    [['nowhere'], 'full_tables/olist_products_dataset.csv is missing'],
  ])('stops at %j: %s', async (paths, said) => {
    const { code, out, err } = await run(...paths)
    expect({ code, out }).toEqual({ code: 2, out: '' })
    expect(err).toContain(said)
  })

  it('stops without the scopes, and names the token command', async () => {
    const { token: other } = await service(server, 'import:write orders:write')
    const { code, err } = await startImport(server, ['olist', 'x'], { OPORA_TOKEN: other ?? '' }).ended
    expect(code).toBe(2)
    expect(err).toContain('lacks the scopes products:write customers:write payments:write deliveries:write.')
    expect(err).toContain('--scope "products:write customers:write orders:write')
  })
})

describe.skipIf(isOlistMissing)('the real shop (skipped without shared/data beside the checkout)', () => {
  it('the first 300 orders: all counts are the same, again nothing changes', async () => {
    const own = await startTestServer()
    try {
      const scope = kinds['olist']?.scopes.join(' ') ?? ''
      const settings = { OPORA_TOKEN: await own.token('service', { sub: 'importer', scope }) }
      const folder = await writeOlist(await firstOrders(300))
      const first = await startImport(own, ['olist', folder], settings).ended
      expect(first.code).toBe(0)
      expect(tableOf(first.out)).toMatchObject({ orders: allNew(300), customers: allNew(300) })
      const check = await startImport(own, ['olist', folder, '--check'], settings).ended
      expect(check.out).toContain('all counts are the same')
      const before = await snapshot(own.desk)
      await startImport(own, ['olist', folder], settings).ended
      expect(await snapshot(own.desk)).toEqual(before)
    } finally {
      await own.close()
    }
  })
})
