import { type Row, RowRefused } from '../bulk/table.ts'
import { cleanText } from '../text.ts'
import type { Column } from './folder.ts'
import { customerKey, source, timeOf } from './map-orders.ts'
import type { Shop } from './shop.ts'

export type ReviewRow = Row<Column<'reviews'>>

/**
 * A review without a message has no text: a title alone (`Recomendo`, `10`) repeats the stars in a word. Where there is
 * a message, the title stands over it.
 */
export function textOf({ review_comment_title, review_comment_message }: ReviewRow): string | null {
  const [title, message] = [cleanText(review_comment_title), cleanText(review_comment_message)]
  if (message === '') return null
  return title === '' ? message : `${title}\n\n${message}`
}

/** The review's id alone is not unique: some stand for several orders. */
function keyOf({ review_id, order_id }: ReviewRow): string {
  return `${review_id}:${order_id}`
}

function scoreOf({ review_score }: ReviewRow): number {
  if (!/^[1-5]$/.test(review_score)) throw new RowRefused(`no score: ${JSON.stringify(review_score)}`)
  return Number(review_score)
}

/** What a review tells of: whose order it was. */
function orderOf({ order_id }: ReviewRow, shop: Shop) {
  const address = shop.addresses.get(shop.orders.get(order_id)?.customer_id ?? '')
  if (address === undefined) throw new RowRefused(`order_id ${order_id} is not among the orders`)
  return {
    order: { source, externalId: order_id },
    customerExternalId: customerKey(address.personId),
  }
}

/** Every review is a judgement in stars, also that of a complaint: else the stars of complaints would be lost. */
export function toRating(row: ReviewRow, shop: Shop) {
  const item = {
    source,
    externalId: keyOf(row),
    ...orderOf(row, shop),
    score: scoreOf(row),
    text: textOf(row),
    occurredAt: timeOf(row.review_creation_date, 'review_creation_date'),
  }
  return [{ key: item.externalId, item }]
}

/** One or two stars with words to them. */
export function toComplaint(row: ReviewRow, shop: Shop) {
  const text = textOf(row)
  if (scoreOf(row) > 2 || text === null) return []
  const item = {
    source,
    externalId: keyOf(row),
    ...orderOf(row, shop),
    about: aboutOf(text),
    text,
    tags: wishesReturn(text) ? [returnWish] : [],
    // The desk knows Russian and English only; what is left is what most of the world reads.
    language: 'EN' as const,
    status: 'CLOSED' as const,
    // No more is known than that it was answered.
    resolution: 'EXPLANATION' as const,
    occurredAt: timeOf(row.review_creation_date, 'review_creation_date'),
    answer: {
      text: 'Answered. The shop’s data tells when, not what was said.',
      occurredAt: timeOf(row.review_answer_timestamp, 'review_answer_timestamp'),
    },
  }
  return [{ key: item.externalId, item }]
}

/** The label of a complaint whose writer wants to exchange or give back, or the money back. */
const returnWish = 'return-wish'

export function wishesReturn(text: string): boolean {
  return /trocar|devolu[cç][aã]o|reembolso/i.test(text)
}

/** The first pattern that the text contains decides: what never came cannot be bad. */
const abouts: readonly (readonly [RegExp, 'COURIER' | 'GOODS'])[] = [
  [
    /n[aã]o (?:me )?(?:recebi|chegou|veio|foi entregue|entregaram|entregou)|correio|transportadora|atras|prazo/i,
    'COURIER',
  ],
  [
    /produto|mercadoria|defeito|quebrad|qualidade|errad|diferente|falt(?:a|ou|ando)|tamanho|funciona/i,
    'GOODS',
  ],
  [/entreg/i, 'COURIER'],
]

export function aboutOf(text: string): 'COURIER' | 'GOODS' | 'SERVICE' {
  return abouts.find(([pattern]) => pattern.test(text))?.[1] ?? 'SERVICE'
}
