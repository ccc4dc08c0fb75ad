import { type OporaClient, ShopReportDocument, type ShopReportQuery } from '../../../client/index.ts'
import { openTable, RowRefused } from '../bulk/table.ts'
import { formatTable, number } from '../bulk/tally.ts'
import { InputRefused } from '../formats.ts'
import type { Outcome } from '../kinds.ts'
import { countDirt } from './dirt.ts'
import { type OlistFiles, startsRow, tables } from './folder.ts'
import { currencyCode, source, sumOf } from './map-orders.ts'
import { textOf } from './map-reviews.ts'
import type { OrderRow, Shop } from './shop.ts'

type Report = ShopReportQuery['shopReport']
type Counts = Readonly<Record<string, string>>

/** Compares what the files hold with what the server tells: every count by itself, added up from the rows. */
export async function checkCounts(client: OporaClient, files: OlistFiles, shop: Shop): Promise<Outcome> {
  const startedAt = performance.now()
  const { shopReport } = await client.query(ShopReportDocument, { source })
  const seconds = (performance.now() - startedAt) / 1_000
  const { held, dirt } = await countFiles(files, shop)
  const told = countsOf(shopReport)
  const names = [...new Set([...Object.keys(held), ...Object.keys(told)])]
  const rows = names.map((name) => {
    const [here, there] = [held[name] ?? '0', told[name] ?? '0']
    return [name, here, there, here === there ? 'same' : 'DIFFERENT']
  })
  const different = rows.filter(([, here, there]) => here !== there).length
  const verdict = different === 0 ? 'all counts are the same' : `${number(different)} counts are different`
  const lines = [
    ...formatTable([['', 'files', 'server', ''], ...rows]),
    `${verdict}; the server answered in ${seconds.toFixed(2)} s`,
    ...Object.entries(dirt).map(([what, count]) => `in the files: ${what}: ${number(count)}`),
  ]
  return { text: lines.join('\n'), isGood: different === 0 }
}

async function countFiles(files: OlistFiles, shop: Shop) {
  try {
    const held = { ...countOrders(shop), ...(await countPayments(files)), ...(await countReviews(files)) }
    return { held: held as Counts, dirt: await countDirt(files, shop) }
  } catch (error) {
    if (!(error instanceof RowRefused)) throw error
    throw new InputRefused(`The files cannot be added up: ${error.message}`)
  }
}

const label = {
  status: (status: string) => `orders ${status}`,
  stars: (score: number | string) => `reviews ${score} stars`,
  text: 'reviews with text',
  badText: 'reviews with text of 1–2 stars',
  complaints: 'complaints',
}

/** What the server tells, in the same words. */
function countsOf(report: Report): Counts {
  const statuses = report.ordersByStatus.map(
    ({ rawStatus, count }) => [label.status(rawStatus ?? ''), number(count)] as const,
  )
  const stars = report.ratingsByScore.map(({ score, count }) => [label.stars(score), number(count)] as const)
  const withText = (least: number, most: number) =>
    report.ratingsByScore
      .filter(({ score }) => score >= least && score <= most)
      .reduce((sum, { withTextCount }) => sum + withTextCount, 0)
  return {
    orders: number(report.orderCount),
    ...Object.fromEntries(statuses),
    addresses: number(report.addressCount),
    people: number(report.customerCount),
    items: number(report.itemCount),
    goods: amountIn(report.goodsTotals),
    freight: amountIn(report.shippingTotals),
    parcels: number(report.deliveryCount),
    'delivered with a date': number(report.deliveredCount),
    'delivered later than promised': number(report.lateCount),
    payments: number(report.paymentCount),
    'payments, sum': amountIn(report.paymentTotals),
    reviews: number(report.ratingsByScore.reduce((sum, { count }) => sum + count, 0)),
    ...Object.fromEntries(stars),
    [label.text]: number(withText(1, 5)),
    [label.badText]: number(withText(1, 2)),
    [label.complaints]: number(report.complaintsByStatus.reduce((sum, { count }) => sum + count, 0)),
  }
}

function amountIn(totals: Report['goodsTotals']): string {
  return totals.find((total) => total.currencyCode === currencyCode)?.amount ?? '0.00'
}

/** What the files hold of orders, by their own columns: not through the mapping that is checked. */
function countOrders({ orders, addresses, items }: Shop): Counts {
  const rows = [...orders.values()]
  const pieces = [...items.values()].flat()
  const isDated = (row: OrderRow) =>
    row.order_status === 'delivered' && row.order_delivered_customer_date !== ''
  const day = (time: string) => time.slice(0, 10)
  const isLate = (row: OrderRow) =>
    day(row.order_delivered_customer_date) > day(row.order_estimated_delivery_date)
  const statuses = new Map<string, number>()
  for (const { order_status } of rows) statuses.set(order_status, (statuses.get(order_status) ?? 0) + 1)
  return {
    orders: number(rows.length),
    ...Object.fromEntries([...statuses].map(([status, count]) => [label.status(status), number(count)])),
    addresses: number(new Set(rows.map(({ customer_id }) => customer_id)).size),
    people: number(new Set(rows.map(({ customer_id }) => addresses.get(customer_id)?.personId)).size),
    items: number(pieces.length),
    goods: sumOf(pieces.map(({ price }) => price)),
    freight: sumOf(pieces.map(({ freight_value }) => freight_value)),
    parcels: number(new Set(pieces.map(({ order_id, seller_id }) => `${order_id} ${seller_id}`)).size),
    'delivered with a date': number(rows.filter(isDated).length),
    'delivered later than promised': number(rows.filter((row) => isDated(row) && isLate(row)).length),
  }
}

async function countPayments(files: OlistFiles): Promise<Counts> {
  const amounts: string[] = []
  for await (const row of openTable(files.payments, tables.payments.columns, startsRow).rows) {
    if (!('reason' in row)) amounts.push(row.row.payment_value)
  }
  return { payments: number(amounts.length), 'payments, sum': sumOf(amounts) }
}

async function countReviews(files: OlistFiles): Promise<Counts> {
  const stars = new Map<string, number>()
  let [withText, badWithText] = [0, 0]
  for await (const row of openTable(files.reviews, tables.reviews.columns, startsRow).rows) {
    if ('reason' in row) continue
    const { review_score: score } = row.row
    stars.set(score, (stars.get(score) ?? 0) + 1)
    if (textOf(row.row) === null) continue
    withText += 1
    if (score <= '2') badWithText += 1
  }
  return {
    reviews: number([...stars.values()].reduce((sum, count) => sum + count, 0)),
    ...Object.fromEntries(
      [...stars].sort().map(([score, count]) => [label.stars(score), number(count)] as const),
    ),
    [label.text]: number(withText),
    [label.badText]: number(badWithText),
    [label.complaints]: number(badWithText),
  }
}
