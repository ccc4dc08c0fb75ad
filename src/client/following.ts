import { mayAskAgain } from './credentials.ts'
import { errorOfAnswer, OporaError } from './error.ts'
import { askLastSeq, lastSeqQuery } from './last-seq.ts'
import { declares, rootValue } from './operation.ts'
import type { SendRequest } from './requests.ts'
import { advance, type HistoryEnd, historyEndOf, placeOf } from './resume.ts'
import { type Retry, wait } from './retry.ts'
import type { SharedSocket, StreamResult } from './socket.ts'
import { type FollowPlace, type FollowState, Standing } from './standing.ts'
import type { Subscribing } from './subscribing.ts'

export interface FollowOptions {
  /** Aborting it ends the iteration, quietly. */
  readonly signal?: AbortSignal
  /** Called at each change. It begins as `offline`. */
  readonly onState?: (state: FollowState) => void
}

/** What is followed. Both properties are true as of the last item that `next()` gave, not of those that still wait. */
export interface Following<Data> extends AsyncIterableIterator<Data, undefined> {
  readonly state: FollowState
  /**
   * Keep it when an item is dealt with, best in the same transaction, and spread it into the variables of the next
   * `follow`: after a crash that goes on with the next item. Empty as long as it is not known where "now" is, and for
   * what cannot be resumed.
   */
  readonly place: FollowPlace
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

/** One stream, over as many subscriptions and sockets as it takes. Nothing happens before the first `next()`. */
export class FollowedStream<Data> implements Following<Data> {
  readonly #parts: Parts
  readonly #options: FollowOptions
  readonly #payload: Subscribing
  readonly #standing: Standing<Data>
  readonly #stopping = new AbortController()
  readonly #historyEnd: HistoryEnd
  #running: Promise<void> | null = null
  /** The history goes up to this message; null when that is not known yet. */
  #lastSeq: number | null = null
  #stopAsking = () => {}
  #isSubscribed = false
  /** Subscriptions in a row that brought nothing. */
  #failures = 0

  constructor(parts: Parts, payload: Subscribing, options: FollowOptions) {
    this.#parts = parts
    this.#options = options
    this.#payload = payload
    this.#historyEnd = historyEndOf(payload.text)
    this.#standing = new Standing(placeOf(this.#payload), options.onState)
  }

  get state(): FollowState {
    return this.#standing.state
  }

  get place(): FollowPlace {
    return this.#standing.place
  }

  [Symbol.asyncIterator](): this {
    return this
  }

  async next(): Promise<IteratorResult<Data, undefined>> {
    if (!this.#stopping.signal.aborted) this.#running ??= this.#run()
    return await this.#standing.items.next()
  }

  async return(): Promise<IteratorResult<Data, undefined>> {
    this.stop()
    await this.#running
    return { value: undefined, done: true }
  }

  readonly stop = (): void => {
    this.#standing.items.drop()
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
      this.#standing.items.end()
    } catch (error) {
      this.#standing.items.fail(error)
    } finally {
      forget()
      signal?.removeEventListener('abort', this.stop)
      this.#standing.lose()
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
    const { text, variables } = this.#payload
    while (declares(text, 'afterSeq') && variables['afterSeq'] == null && !this.#stopping.signal.aborted) {
      try {
        const { signal } = this.#stopping
        const { ticketId } = variables
        const data = await this.#parts.send(lastSeqQuery, { ticketId }, { signal, mayRepeat: false })
        const { lastSeq } = rootValue(data) ?? {}
        if (typeof lastSeq !== 'number') throw notVisible()
        variables['afterSeq'] = lastSeq
        this.#standing.moveTo(placeOf(this.#payload))
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
        this.#stopAsking()
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
    const place = placeOf(this.#payload)
    // Both only move the place.
    if (type === 'Lagged' || type === 'Heartbeat') this.#standing.moveTo(place)
    else this.#standing.arrive(data as Data, place)
    if (type === 'CaughtUp') this.#standing.caughtUp()
    this.#compareWithLast()
    return type
  }

  /** Waits before the next try. Throws what no further try can change. */
  async #recover(error: unknown): Promise<void> {
    if (!(error instanceof OporaError)) throw error
    const { code, retryable, retryAfterMs } = error
    if (code === 'PERSISTED_QUERY_NOT_FOUND' && this.#payload.addText()) return
    const isExpired = code === 'TOKEN_EXPIRED' && this.#parts.canRenew
    if (isExpired) this.#parts.socket.renew()
    else if (!retryable || code === 'STREAM_RESET') throw error
    else if (code === 'INTERNAL_SERVER_ERROR' && this.#failures + 1 >= maxInternalErrors) throw error
    await this.#pause(retryAfterMs)
  }

  async #pause(leastMs: number | null = null): Promise<void> {
    this.#standing.lose()
    await wait(this.#parts.retry.pauseMs(this.#failures, leastMs), this.#stopping.signal)
  }

  #showConnection(): void {
    if (!this.#isSubscribed) return
    this.#stopAsking()
    this.#lastSeq = null
    if (!this.#parts.socket.isConnected) {
      this.#standing.lose()
      return
    }
    this.#standing.begin(this.#historyEnd !== null)
    if (this.#historyEnd === 'lastSeq') this.#askLastSeq()
  }

  #askLastSeq(): void {
    this.#stopAsking = askLastSeq(this.#parts, this.#payload.variables['ticketId'], (lastSeq) => {
      this.#lastSeq = lastSeq
      this.#compareWithLast()
    })
  }

  #compareWithLast(): void {
    if (this.#lastSeq === null || Number(this.#payload.variables['afterSeq']) < this.#lastSeq) return
    this.#lastSeq = null
    this.#standing.caughtUp()
  }
}

function notVisible(): OporaError {
  const message = 'There is no such ticket, or it is not visible to you.'
  return new OporaError(message, { code: 'NOT_VISIBLE', retryable: false })
}
