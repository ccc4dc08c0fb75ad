import { createCredentials, type TokenSource } from './credentials.ts'
import { FollowedStream, type Following, type FollowOptions } from './following.ts'
import { isObject, type Operation, type Rest, sentDocument } from './operation.ts'
import { createRequests } from './requests.ts'
import { createRetry, type RetryOptions } from './retry.ts'
import { createSharedSocket } from './socket.ts'
import { Subscribing } from './subscribing.ts'

export interface ClientOptions {
  /** Where the server is, such as `https://support.example.com/graphql`; in a browser also relative. */
  readonly url: string
  /**
   * A bearer token, or how to get one: asked when the first is needed and again when the server says that it has
   * expired. What the function throws is passed on by `query` and `mutate`; `follow` tries again later, unless the
   * error has `retryable: false`. Left out: as nobody, for `GuestStart`.
   */
  readonly token?: TokenSource
  /** The language of texts for people; left out: the token's. */
  readonly locale?: 'ru' | 'en'
  /** A WebSocket class; left out: the platform's, and in a Node without one that of the package `ws`. */
  readonly webSocket?: unknown
  readonly fetch?: typeof globalThis.fetch
  readonly retry?: RetryOptions
  /**
   * Sends operations by their ids, and the text only to a server that does not know the id yet. A plain string, or a
   * document without an id in its `__meta__`, is sent as text. False when left out.
   */
  readonly persistedOperations?: boolean
  /** How long one try of a request may take; 60 when left out. */
  readonly timeoutSeconds?: number
  /** How often a followed connection is checked; one that does not answer for as long again is given up. 10. */
  readonly pingSeconds?: number
}

export interface RequestOptions {
  readonly signal?: AbortSignal
}

/** Every method throws OporaError when the server refuses the whole or cannot be reached. */
export interface OporaClient {
  /** Reads. Tried again, with pauses, while the failure may pass. */
  query<Data, Variables>(
    document: Operation<Data, Variables>,
    ...rest: Rest<Variables, RequestOptions>
  ): Promise<Data>
  /**
   * Writes. Tried again only if `input` has a `clientMessageId` or an `idempotencyKey`, with which any number of tries
   * are one: without one, a lost answer leaves open whether it was done.
   */
  mutate<Data, Variables>(
    document: Operation<Data, Variables>,
    ...rest: Rest<Variables, RequestOptions>
  ): Promise<Data>
  /**
   * Follows a subscription: every item once and in order, over lost connections, restarts and expired tokens, until
   * the iteration is left, the signal aborts or the server refuses for good (then it throws). It goes on after the last
   * item's `seq` (documents with `$afterSeq`) or `cursor` (documents with `$after`); documents with neither, such as
   * `Typing`, miss what happens in between. With `$afterSeq` left out it asks for the ticket's `lastSeq` first.
   *
   * Items wait in memory until they are taken. `Lagged` is not handed out, it is resumed, and `Heartbeat` only moves
   * the place; `CaughtUp` comes once per connection; `Reset` means to read again what is shown. To go on after a restart
   * of the app, keep `place` after each item: `follow(document, { ...variables, ...place })`.
   *
   * `state` becomes `live` with the document's `CaughtUp` (select `__typename`), with `$afterSeq` at the message that
   * was the ticket's last when it connected (asked with `$ticketId`), with neither at once.
   */
  follow<Data, Variables>(
    document: Operation<Data, Variables>,
    ...rest: Rest<Variables, FollowOptions>
  ): Following<Data>
  /** Closes the socket; what is followed ends, also what is followed later. Requests are not touched. */
  close(): void
}

export function createClient(options: ClientOptions): OporaClient {
  const parts = assemble(options)
  const { send, sent, socket, active } = parts
  let isClosed = false
  return {
    async query<Data, Variables>(
      document: Operation<Data, Variables>,
      ...[variables, { signal } = {}]: Rest<Variables, RequestOptions>
    ) {
      return (await send(sent(document), variables, { signal, mayRepeat: true })) as Data
    },
    async mutate<Data, Variables>(
      document: Operation<Data, Variables>,
      ...[variables, { signal } = {}]: Rest<Variables, RequestOptions>
    ) {
      return (await send(sent(document), variables, { signal, mayRepeat: hasKey(variables) })) as Data
    },
    follow<Data, Variables>(
      document: Operation<Data, Variables>,
      ...[variables, followOptions = {}]: Rest<Variables, FollowOptions>
    ) {
      const payload = new Subscribing(sent(document), { ...variables })
      const following = new FollowedStream<Data>(parts, payload, followOptions)
      if (isClosed) following.stop()
      return following
    },
    close() {
      isClosed = true
      for (const following of active) following.stop()
      socket.close()
    },
  }
}

function assemble(options: ClientOptions) {
  const { locale, webSocket, timeoutSeconds = 60, pingSeconds = 10, fetch = globalThis.fetch } = options
  const url = new URL(options.url, (globalThis as { location?: { href: string } }).location?.href).href
  const credentials = createCredentials(options.token)
  const shared = { url, credentials, locale, retry: createRetry(options.retry) }
  return {
    retry: shared.retry,
    canRenew: credentials.canRenew,
    active: new Set<{ stop(): void }>(),
    sent: <Data, Variables>(document: Operation<Data, Variables>) =>
      sentDocument(document, options.persistedOperations),
    socket: createSharedSocket({ ...shared, webSocket, pingSeconds }),
    send: createRequests({
      ...shared,
      timeoutSeconds,
      // Called as a bare function: a browser's own refuses to be a method of something else.
      fetch: (...request) => fetch(...request),
    }),
  }
}

/** Whether the input carries the sender's own key, by which the server knows a second try. */
function hasKey(variables: unknown): boolean {
  const input = isObject(variables) ? variables['input'] : undefined
  if (!isObject(input)) return false
  return [input['clientMessageId'], input['idempotencyKey']].some(
    (key) => typeof key === 'string' && key !== '',
  )
}
