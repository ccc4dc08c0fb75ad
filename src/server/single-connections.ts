import { randomBytes } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import type { ExecutionResult, GraphQLError } from 'graphql'
import type { Claims } from '../auth/viewer.ts'
import type { Counts } from '../events/counts.ts'
import { topLevelError } from '../graphql/errors.ts'
import { createEndingStreams, type EndingStreams, type Results } from './ending-streams.ts'
import { EventStream } from './event-stream.ts'
import type { OperationPlaces } from './operation-places.ts'
import type { Places } from './places.ts'
import { viewerKey } from './viewer-key.ts'

/** How many places somebody may hold before the streams are opened; beyond it the oldest one goes. */
const waitingPerPerson = 20

/**
 * The reservations of graphql-sse's single connection mode, in which one event stream carries the results of
 * operations that other requests start. They live on the node that gave them.
 */
export class SingleConnections {
  readonly #options: SingleConnectionsOptions
  readonly #byToken = new Map<string, SingleConnection>()
  /** What a request of this mode has asked for. */
  readonly operations = new WeakMap<Request, SingleOperation>()

  constructor(options: SingleConnectionsOptions) {
    this.#options = options
  }

  get count(): number {
    return this.#byToken.size
  }

  /** Answers the token of the new reservation; null when the node has no place left. */
  reserve(claims: Claims): string | null {
    const owner = viewerKey(claims)
    const waiting = [...this.#byToken.values()].filter((one) => one.owner === owner && !one.isOpen)
    if (waiting.length >= waitingPerPerson) waiting[0]?.close()
    const leavePlace = this.#options.places.take()
    if (leavePlace === null) return null
    const token = randomBytes(24).toString('base64url')
    const connection = new SingleConnection(owner, this.#options, () => {
      this.#byToken.delete(token)
      leavePlace()
    })
    // A node that stops has ended it already.
    if (connection.isClosed) return null
    this.#byToken.set(token, connection)
    return token
  }

  /** Whoever else has learned the token is told nothing. */
  find(token: string, claims: Claims): SingleConnection | null {
    const found = this.#byToken.get(token)
    return found?.owner === viewerKey(claims) ? found : null
  }
}

export interface SingleConnectionsOptions {
  readonly streams: EndingStreams
  readonly places: Places
  readonly operationPlaces: OperationPlaces
  readonly heartbeatMs: number
  readonly reservationMs: number
  readonly counts: Counts
}

/** A request that starts an operation. */
export interface SingleOperation {
  readonly connection: SingleConnection
  /** The client's name for it; null until the body is read. */
  id: string | null
  /** Its document is valid and it is known who asks: from now on everything is told on the event stream. */
  isPrepared: boolean
}

/** One reservation, and later the event stream that has fulfilled it. */
export class SingleConnection {
  readonly owner: string
  /** Its operations, so that they end with a word to the client. */
  readonly streams = createEndingStreams()
  readonly #options: SingleConnectionsOptions
  readonly #opened: Promise<EventStream | null>
  /** Null: asked for, and not begun. */
  readonly #operations = new Map<string, Results | null>()
  /** How each of them gives back its place. */
  readonly #leaves = new Map<string, () => void>()
  readonly #onClosed: (() => void)[] = []
  #resolveOpened: (stream: EventStream | null) => void = () => {}
  #isOpen = false
  #isEnding = false
  #isClosed = false

  constructor(owner: string, options: SingleConnectionsOptions, onClosed: () => void) {
    this.owner = owner
    this.#options = options
    this.#opened = new Promise((resolve) => {
      this.#resolveOpened = resolve
    })
    const timer = setTimeout(() => {
      if (!this.#isOpen) this.close()
    }, options.reservationMs)
    this.#onClosed.push(onClosed, () => clearTimeout(timer))
    this.#onClosed.push(options.streams.register((error) => this.end(error)))
  }

  get isClosed(): boolean {
    return this.#isClosed
  }

  get isOpen(): boolean {
    return this.#isOpen
  }

  /** Answers null when a stream is open: there is never more than one. It ends with the token that opened it. */
  open(response: ServerResponse, onTokenEnd: (end: () => void) => () => void): EventStream | null {
    if (this.#isOpen || this.#isClosed) return null
    this.#isOpen = true
    const stream = new EventStream(response, this.#options.heartbeatMs, this.#options.counts)
    this.#onClosed.push(onTokenEnd(() => this.end(topLevelError('TOKEN_EXPIRED', 'The token has expired.'))))
    stream.onClosed(() => this.close())
    this.#resolveOpened(stream)
    return stream
  }

  /**
   * Takes the name and a place for an operation that is about to begin; false when the name is in use.
   * @throws a SUBSCRIPTION_LIMIT error when too many are under way
   */
  take(operationId: string): boolean {
    if (this.#operations.has(operationId)) return false
    this.#leaves.set(operationId, this.#options.operationPlaces.take(this.owner, this))
    this.#operations.set(operationId, null)
    return true
  }

  /** Gives back the name of an operation that came to nothing. */
  release(operationId: string): void {
    if (this.#operations.get(operationId) === null) this.#forget(operationId)
    this.#endWhenEmpty()
  }

  /** Begins to send an operation's results; false when it was stopped before. */
  begin(operationId: string, results: Results): boolean {
    if (this.#isClosed || this.#operations.get(operationId) !== null) {
      void results.return?.()
      return false
    }
    this.#operations.set(operationId, results)
    void this.#send(operationId, results)
    return true
  }

  /** The client wants no more of an operation. */
  stop(operationId: string): void {
    const results = this.#operations.get(operationId)
    this.#forget(operationId)
    void results?.return?.()
  }

  /** Ends each operation with an error, then the stream. */
  end(error: GraphQLError): void {
    this.#isEnding = true
    for (const end of this.streams.endings(() => error)) end()
    this.#endWhenEmpty()
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.#resolveOpened(null)
    for (const operationId of this.#operations.keys()) this.stop(operationId)
    for (const leave of this.#onClosed.splice(0)) leave()
  }

  /** The first result is pulled when there is a stream to send it on: a reservation holds nothing. */
  async #send(operationId: string, results: Results): Promise<void> {
    const stream = await this.#opened
    const isOurs = () => this.#operations.get(operationId) === results
    if (stream !== null) {
      for await (const result of results) {
        if (isOurs()) await stream.sendNext(result, operationId)
      }
      if (isOurs()) await stream.sendComplete(operationId)
    }
    if (isOurs()) this.#forget(operationId)
    this.#endWhenEmpty()
  }

  #forget(operationId: string): void {
    this.#operations.delete(operationId)
    this.#leaves.get(operationId)?.()
    this.#leaves.delete(operationId)
  }

  #endWhenEmpty(): void {
    if (!this.#isEnding || this.#operations.size > 0) return
    if (!this.#isOpen) this.close()
    else void this.#opened.then((stream) => stream?.end())
  }
}

/** A result that comes alone, as a stream of one. */
export function single(result: ExecutionResult): Results {
  return (async function* () {
    yield result
  })()
}
