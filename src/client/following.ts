import { mayAskAgain } from './credentials.ts'
import { errorOfAnswer, OporaError } from './error.ts'
import { declares, rootValue } from './operation.ts'
import { Queue } from './queue.ts'
import type { SendRequest } from './requests.ts'
import { advance } from './resume.ts'
import { type Retry, wait } from './retry.ts'
import type { SharedSocket, StreamResult, Subscribing } from './socket.ts'

/**
 * `catchingUp`: connected, and being told what happened before; `live`: being told what happens; `offline`: not
 * connected, trying to be.
 */
export type FollowState = 'live' | 'catchingUp' | 'offline'

export interface FollowOptions {
  /** Aborting it ends the iteration, quietly. */
  readonly signal?: AbortSignal
  /** Called at each change. It begins as `offline`. */
  readonly onState?: (state: FollowState) => void
}

interface Parts {
  readonly socket: SharedSocket
  readonly send: SendRequest
  readonly retry: Retry
  readonly canRenew: boolean
  /** Those that are under way. */
  readonly active: Set<{ stop(): void }>
}

/** How one subscription ended: for good, for now with an error or without one. */
type Ending = { readonly kind: 'over' | 'resume' } | { readonly kind: 'failed'; readonly error: unknown }

/** An event that the server fails on each time must not hold up a stream unheard for ever. */
const maxInternalErrors = 8

const startQuery = 'query FollowStart($ticketId: ID!) { ticket(id: $ticketId) { lastSeq } }'

/** One stream, over as many subscriptions and sockets as it takes. Nothing happens before the first `next()`. */
export class Following<Data> implements AsyncIterableIterator<Data, undefined> {
  readonly #parts: Parts
  readonly #options: FollowOptions
  readonly #payload: Subscribing
  readonly #queue = new Queue<Data>()
  readonly #stopping = new AbortController()
  /** Whether the stream itself says when its history is told. */
  readonly #tellsCaughtUp: boolean
  #running: Promise<void> | null = null
  #state: FollowState = 'offline'
  #isSubscribed = false
  /** Subscriptions in a row that brought nothing. */
  #failures = 0

  constructor(parts: Parts, document: string, variables: Record<string, unknown>, options: FollowOptions) {
    this.#parts = parts
    this.#options = options
    this.#payload = { query: document, variables }
    this.#tellsCaughtUp = declares(document, 'after') && document.includes('__typename')
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async next(): Promise<IteratorResult<Data, undefined>> {
    if (!this.#stopping.signal.aborted) this.#running ??= this.#run()
    return await this.#queue.next()
  }

  async return(): Promise<IteratorResult<Data, undefined>> {
    this.stop()
    await this.#running
    return { value: undefined, done: true }
  }

  readonly stop = (): void => {
    this.#queue.drop()
    this.#stopping.abort()
  }

  async #run(): Promise<void> {
    const { socket, active } = this.#parts
    active.add(this)
    const { signal } = this.#options
    signal?.addEventListener('abort', this.stop)
    if (signal?.aborted === true) this.stop()
    const forget = socket.onConnection(() => this.#showConnection())
    try {
      await this.#follow()
      this.#queue.end()
    } catch (error) {
      this.#queue.fail(error)
    } finally {
      forget()
      signal?.removeEventListener('abort', this.stop)
      this.#isSubscribed = false
      this.#setState('offline')
      active.delete(this)
    }
  }

  async #follow(): Promise<void> {
    await this.#parts.socket.prepare()
    await this.#findStart()
    while (!this.#stopping.signal.aborted) {
      const ending = await this.#subscribe()
      if (ending.kind === 'over') return
      if (ending.kind === 'failed') await this.#recover(ending.error)
      else if (this.#failures > 0) await this.#pause()
      this.#failures += 1
    }
  }

  /** "From now" needs a place, or a connection lost before the first message would lose those until the next. */
  async #findStart(): Promise<void> {
    const { query, variables } = this.#payload
    while (declares(query, 'afterSeq') && variables['afterSeq'] == null && !this.#stopping.signal.aborted) {
      try {
        const { signal } = this.#stopping
        const { ticketId } = variables
        const data = await this.#parts.send(startQuery, { ticketId }, { signal, mayRepeat: false })
        const { lastSeq } = rootValue(data) ?? {}
        if (typeof lastSeq !== 'number') throw notVisible()
        variables['afterSeq'] = lastSeq
      } catch (error) {
        if (this.#stopping.signal.aborted) return
        // What is no OporaError comes from the token function.
        if (error instanceof OporaError || !mayAskAgain(error)) await this.#recover(error)
        else await this.#pause()
        this.#failures += 1
      }
    }
    this.#failures = 0
  }

  #subscribe(): Promise<Ending> {
    const { socket } = this.#parts
    return new Promise((resolve) => {
      let lastType: unknown
      let isOver = false
      const end = (ending: Ending) => {
        if (isOver) return
        isOver = true
        this.#stopping.signal.removeEventListener('abort', stop)
        this.#isSubscribed = false
        leave()
        resolve(ending)
      }
      const stop = () => end({ kind: 'over' })
      const leave = socket.subscribe(this.#payload, {
        next: (result) => {
          try {
            lastType = this.#take(result)
          } catch (error) {
            end({ kind: 'failed', error })
          }
        },
        error: (error) => end({ kind: 'failed', error }),
        // The stream of a ticket that went out of sight is over; others end only to be taken up again.
        complete: () => end({ kind: lastType === 'Removed' ? 'over' : 'resume' }),
      })
      this.#isSubscribed = true
      this.#showConnection()
      this.#stopping.signal.addEventListener('abort', stop)
      if (this.#stopping.signal.aborted) stop()
    })
  }

  /** Queues what came and moves the place to resume from. Answers the type of the item, if it says so. */
  #take({ data, errors }: StreamResult): unknown {
    if (!this.#isSubscribed) return undefined
    if (errors !== undefined && errors.length > 0) throw errorOfAnswer(errors)
    const item = rootValue(data)
    const type = item?.['__typename']
    advance(this.#payload, item)
    this.#failures = 0
    if (type === 'Lagged') return type
    if (type === 'CaughtUp') this.#setState('live')
    this.#queue.push(data as Data)
    return type
  }

  /** Waits before the next try. Throws what no further try can change. */
  async #recover(error: unknown): Promise<void> {
    if (!(error instanceof OporaError)) throw error
    const { code, retryable, retryAfterMs } = error
    const isExpired = code === 'TOKEN_EXPIRED' && this.#parts.canRenew
    if (isExpired) this.#parts.socket.renew()
    else if (!retryable || code === 'STREAM_RESET') throw error
    else if (code === 'INTERNAL_SERVER_ERROR' && this.#failures + 1 >= maxInternalErrors) throw error
    await this.#pause(retryAfterMs)
  }

  async #pause(leastMs: number | null = null): Promise<void> {
    this.#setState('offline')
    await wait(this.#parts.retry.pauseMs(this.#failures, leastMs), this.#stopping.signal)
  }

  #showConnection(): void {
    if (!this.#isSubscribed) return
    if (!this.#parts.socket.isConnected) this.#setState('offline')
    else this.#setState(this.#tellsCaughtUp ? 'catchingUp' : 'live')
  }

  #setState(state: FollowState): void {
    if (state === this.#state) return
    this.#state = state
    const { onState } = this.#options
    // Not from within the socket's own events, which a throwing listener would break.
    if (onState !== undefined) queueMicrotask(() => onState(state))
  }
}

function notVisible(): OporaError {
  const message = 'There is no such ticket, or it is not visible to you.'
  return new OporaError(message, { code: 'NOT_VISIBLE', retryable: false })
}
