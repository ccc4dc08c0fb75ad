import { type Row, RowRefused } from '../bulk/table.ts'
import { cleanText, subjectOf } from '../text.ts'
import { zonedTime } from '../zoned-time.ts'

export const reviewColumns = ['', 'User review', 'Review date', 'Star review'] as const
export type ReviewRow = Row<(typeof reviewColumns)[number]>

const moscow = zonedTime('Europe/Moscow')

/** What a review becomes. */
type Fate = 'complaint' | 'suggestion' | 'rating'

/** Ways to say that something should be otherwise, in an otherwise good review. */
const wishes: readonly RegExp[] = [
  /хотел(?:ось|а|и)? бы/i,
  /(?:ещ[её]|лучше|было) бы/i,
  /(?:^|[^а-яё])(?:добавьте|добавили бы|сделайте|сделали бы|верните|исправьте|учтите пожелани)/i,
  /не ?хватает(?! надолго)/i,
  /жаль,? что[^.!?]{0,40}(?:^|[^а-яё])(?:нет|без)(?:[^а-яё]|$)/i,
  /(?:^|[^а-яё])(?:прошу|пожелани[ея])(?:[^а-яё]|$)/i,
]

export function hasWish(text: string): boolean {
  return wishes.some((wish) => wish.test(text))
}

/** Up to two stars with words complain; a wish in better ones is a suggestion; the rest only judges. */
export function fateOf(score: number, text: string): Fate {
  if (text === '') return 'rating'
  if (score <= 2) return 'complaint'
  return hasWish(text) ? 'suggestion' : 'rating'
}

/** The parts of a row that all kinds share. */
export function readReview(source: string, row: ReviewRow) {
  const score = Number(row['Star review'])
  if (!/^[1-5]$/.test(row['Star review']))
    throw new RowRefused(`no score: ${row['Star review'].slice(0, 40)}`)
  if (row[''] === '') throw new RowRefused('the row has no number')
  const occurredAt = moscow.instantOf(row['Review date'])
  if (occurredAt === null) throw new RowRefused(`no date: ${row['Review date'].slice(0, 40)}`)
  // Line ends within Wildberries’ reviews are written as two characters.
  const text = cleanText(row['User review'].replaceAll(String.raw`\n`, '\n'))
  return { source, externalId: row[''], score, text, occurredAt: occurredAt.toISOString() }
}
export type Review = ReturnType<typeof readReview>

export function toRating({ text, ...review }: Review) {
  return { ...review, text: text === '' ? null : text }
}

/** The writers of these reviews are not known: each is a customer of its own. */
const writerOf = ({ externalId }: Review) => externalId

export function toComplaint(review: Review) {
  const { source, externalId, text, occurredAt } = review
  return {
    source,
    externalId,
    customerExternalId: writerOf(review),
    about: aboutOf(text),
    text,
    language: 'RU' as const,
    // Nobody has answered it as far as is known.
    status: 'RECEIVED' as const,
    occurredAt,
  }
}

export function toSuggestion(review: Review) {
  const { source, externalId, text, occurredAt } = review
  return {
    source,
    externalId,
    customerExternalId: writerOf(review),
    title: subjectOf(text),
    text,
    language: 'RU' as const,
    occurredAt,
  }
}

function aboutOf(text: string): 'PICKUP_POINT' | 'COURIER' | 'GOODS' {
  if (/(?:^|[^а-яё])пвз|пункт[а-яё]* выдачи/i.test(text)) return 'PICKUP_POINT'
  return /курьер|доставк|доставля/i.test(text) ? 'COURIER' : 'GOODS'
}
