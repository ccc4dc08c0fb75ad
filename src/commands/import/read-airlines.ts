import { decodeHTMLStrict } from 'entities'
import { createExternalIds, type ImportedMessage, type Reading } from './conversation.ts'
import { readRecords } from './csv-records.ts'
import { readLines } from './lines.ts'
import { cleanText, subjectOf } from './text.ts'
import { airlineTopic } from './topics.ts'

export const airlineColumns = ['first_tweet_id', 'tag', 'first_utterance', 'context'] as const

type Row = Record<(typeof airlineColumns)[number], string>

const sides = { cust: 'CUSTOMER', rep: 'OPERATOR' } as const
const openingMark = /<(cust|rep)__/g
/** Masks that stand for a name at the head of nearly every first message; as a subject they say nothing. */
const leadingMasks = /^(?:[\s.]*__(?:company|cust)__)+[\s.,:]*/

/**
 * Two-sided conversations of airlines in CSV: one row is one conversation, marked up as `<cust__ … __cust>`.
 */
export async function* readAirlines(source: string, chunks: AsyncIterable<Buffer>): AsyncGenerator<Reading> {
  const externalIds = createExternalIds()
  let header: string[] | undefined
  for await (const record of readRecords(readLines(chunks), startsRow)) {
    const { line } = record
    if ('fault' in record) {
      yield { file: source, line, reason: record.fault }
    } else if (!header) {
      header = record.fields
    } else if (record.fields.length !== header.length) {
      yield { file: source, line, reason: `${record.fields.length} columns instead of ${header.length}` }
    } else {
      yield readRow(toRow(header, record.fields), externalIds, source, line)
    }
  }
}

function startsRow(line: string): boolean {
  return /^\d*,[A-Z]*,/.test(line)
}

function toRow(header: string[], fields: string[]): Row {
  const value = (column: string): string => fields[header.indexOf(column)] ?? ''
  return {
    first_tweet_id: value('first_tweet_id').trim(),
    tag: value('tag').trim(),
    first_utterance: value('first_utterance'),
    context: value('context'),
  }
}

function readRow(row: Row, externalIds: (id: string) => string, source: string, line: number): Reading {
  const id = row.first_tweet_id
  const externalId = externalIds(id)
  const messages: ImportedMessage[] = []
  const problem = id === '' ? 'first_tweet_id is empty' : undefined
  const reason = problem ?? addTurns(row.first_utterance, messages) ?? addTurns(row.context, messages)
  const first = messages.find((message) => message.author === 'CUSTOMER') ?? messages[0]
  if (reason !== undefined || !first) return { file: source, line, reason: reason ?? 'there is no message' }
  return {
    source,
    externalId,
    subject: subjectOf(first.text.replace(leadingMasks, '') || first.text),
    topic: airlineTopic(row.tag, first.text),
    channel: 'SITE_CHAT',
    language: 'en',
    // A thread is known by its first tweet, so rows that repeat the id come from the same customer.
    customerExternalId: id,
    messages,
    tags: row.tag === '' || row.tag === 'UNK' ? [] : [row.tag],
    line,
  }
}

/**
 * Adds the turns of a marked-up text to `messages`, or says why they cannot be told apart. Marks are found
 * before entities are decoded: people's own angle brackets are entities, and `__cust__` within a turn is only
 * a mention.
 */
function addTurns(text: string, messages: ImportedMessage[]): string | undefined {
  let position = 0
  for (const opening of text.matchAll(openingMark)) {
    if (opening.index < position)
      return `a turn is not closed before the next begins: ${excerpt(text.slice(opening.index))}`
    const stray = text.slice(position, opening.index).trim()
    if (stray !== '') return `text outside of a turn: ${excerpt(stray)}`
    const side = opening[1] as keyof typeof sides
    const closingMark = `__${side}>`
    const start = opening.index + opening[0].length
    const end = text.indexOf(closingMark, start)
    if (end === -1) return `a turn has no closing ${closingMark}: ${excerpt(text.slice(opening.index))}`
    const body = cleanText(decodeHTMLStrict(text.slice(start, end)))
    if (body !== '') messages.push({ author: sides[side], text: body })
    position = end + closingMark.length
  }
  const rest = text.slice(position).trim()
  return rest === '' ? undefined : `text outside of a turn: ${excerpt(rest)}`
}

function excerpt(text: string): string {
  return JSON.stringify(text.slice(0, 40))
}
