/** What each example does, with the means of its library. */
export interface Partner {
  /** The texts of a ticket's messages, oldest first, page by page. */
  readPages(ticketId: string, size: number): Promise<string[][]>
  /** Writes a message; what the shop's rules refuse is an answer, no error. */
  send(ticketId: string, text: string): Promise<Sent | Refused>
  close(): void
}

/** One whose library has subscriptions. */
export interface FollowingPartner extends Partner {
  /**
   * Follows what happens on a ticket from now on, through lost connections, each event once. Answers how to stop.
   * `onSeq` is told of each public message, `onCaughtUp` that all until now is told, also after a lost connection.
   */
  follow(ticketId: string, listener: Listener): () => void
}

export interface Listener {
  onSeq(seq: number): void
  onCaughtUp(): void
  onRefused(error: unknown): void
}

export interface Sent {
  readonly seq: number | null
}

export interface Refused {
  readonly code: string
  readonly detail: string
}

/** Where the shop is, and as whom. */
export interface Shop {
  /** `http://…/graphql` */
  readonly url: string
  readonly token: string
  /** To listen to what is sent. */
  readonly fetch?: typeof globalThis.fetch
}

/** What the stock client of graphql-ws needs to know. */
export const socketUrl = (shop: Shop): string => shop.url.replace('http', 'ws')

interface EventItem {
  readonly __typename: string
  readonly seq?: number
}

/** New kinds of events may appear: what one does not know one passes over. */
export function tell(listener: Listener, event: EventItem): void {
  if (event.__typename === 'CaughtUp') listener.onCaughtUp()
  if (event.__typename === 'MessageSent' && event.seq !== undefined) listener.onSeq(event.seq)
}

interface MessagePage {
  readonly nodes: readonly { readonly text: string }[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor?: string | null }
}

/** The texts of one page after the other, as long as there is a next one. */
export async function pagesOf(
  read: (after: string | null) => Promise<MessagePage | undefined>,
): Promise<string[][]> {
  const pages: string[][] = []
  for (let after: string | null = null; ; ) {
    const page = await read(after)
    // Not there and not visible look the same.
    if (page === undefined) throw new Error('there is no such ticket')
    pages.push(page.nodes.map(({ text }) => text))
    if (!page.pageInfo.hasNextPage) return pages
    after = page.pageInfo.endCursor ?? null
  }
}
