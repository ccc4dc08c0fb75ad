import type { Client } from 'pg'
import type { LoadRequest } from '../load.ts'
import { requestsBy } from '../tokens.ts'

/** What operators search: each list is asked in turn. */
export interface Searches {
  /** Numbers of orders, as a customer's first message names them: each is found once. */
  readonly references: readonly string[]
  /** Words that one of 500 to 5,000 messages has, and words that one of 50 has. */
  readonly rare: readonly string[]
  readonly common: readonly string[]
  /** Parts of a customer's name. */
  readonly names: readonly string[]
}

const searchCount = 64
/** As many of the oldest messages tell how frequent a word is. */
const sampleSize = 20_000

/** The same on every run. */
export async function chooseSearches(client: Client): Promise<Searches> {
  const list = async (statement: string) => {
    const found = await client.query<{ text: string }>(statement)
    return found.rows.map(({ text }) => text)
  }
  const words = async (from: number, to: number) =>
    await list(`
      select word as text
      from ts_stat($$
        select to_tsvector('simple', text) from (select text from messages order by id limit ${sampleSize}) as sample
      $$)
      where word ~ '^[a-z]{4,}$' and ndoc between ${from * sampleSize} and ${to * sampleSize}
        and to_tsvector('russian', word) <> ''
      order by md5(word) limit ${searchCount}`)
  return {
    references: await list(`select number as text from orders order by md5(number) limit ${searchCount}`),
    rare: await words(0.0002, 0.002),
    common: await words(0.02, 1),
    names: await list(`select name as text from customers order by md5(name) limit ${searchCount}`),
  }
}

const ticketSearch = `query Search($search: String!) {
  tickets(filter: { search: $search }, first: 20) {
    nodes { id number subject status lastActivityAt customer { id name } assignee { id name } }
    pageInfo { hasNextPage }
  }
}`

const customerSearch = `query Customers($search: String!) {
  customers(search: $search, first: 20) { nodes { id name email phone locale } pageInfo { hasNextPage } }
}`

/** A search for each of the texts, by the operators in turn. */
export function searchRequests(
  tokens: readonly string[],
  of: 'tickets' | 'customers',
  texts: readonly string[],
): LoadRequest[] {
  const query = of === 'tickets' ? ticketSearch : customerSearch
  const askers = texts.map((_, index) => tokens[index % tokens.length] ?? '')
  return requestsBy(askers, (index) => ({ query, variables: { search: texts[index] } }))
}
