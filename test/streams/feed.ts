import type { Person } from '../kit/world.ts'

/** Pages of `events`, as a partner asks for them. */

export interface FeedEvent {
  readonly __typename: string
  readonly id: string
  readonly type: string
  readonly cursor: string
  readonly ticket?: { readonly id: string } | null
  readonly message?: { readonly text: string } | null
}

export interface FeedPage {
  readonly edges: readonly { readonly cursor: string; readonly node: FeedEvent }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly endCursor: string
  }
}

export interface FeedArguments {
  readonly after?: string | null
  readonly first?: number
  readonly filter?: object
}

export const feedQuery = `query ($after: String, $first: Int, $filter: EventFilter) {
  events(after: $after, first: $first, filter: $filter) {
    edges { cursor node { __typename id type cursor
      ... on MessageSent { ticket { id } message { text } } ... on NoteAdded { message { text } } } }
    pageInfo { hasNextPage hasPreviousPage endCursor } } }`

export async function page(by: Person, variables: FeedArguments = {}): Promise<FeedPage> {
  return (await by.ask<{ events: FeedPage }>(feedQuery, { ...variables })).events
}

/** All there is behind a place, page by page. */
export async function whole(by: Person, variables: FeedArguments = {}): Promise<FeedEvent[]> {
  const events: FeedEvent[] = []
  for (let after = variables.after ?? null; ; ) {
    const { edges, pageInfo } = await page(by, { ...variables, after })
    events.push(...edges.map(({ node }) => node))
    after = pageInfo.endCursor
    if (!pageInfo.hasNextPage) return events
  }
}

/** Why a page is refused, and the cursor that comes with it. */
export async function reset(by: Person, after: string): Promise<{ reason?: string; cursor?: string }> {
  const { errors } = await by.answer(feedQuery, { after })
  const { code, retryable, reason, cursor } = (errors?.[0]?.extensions ?? {}) as Record<string, string>
  if (code !== 'STREAM_RESET' || String(retryable) !== 'false') throw new Error(JSON.stringify(errors))
  return { reason, cursor }
}
