import { type Client, createClient } from 'graphql-ws/client'
import { type Credentials, mayAskAgain } from './credentials.ts'
import { type AnswerError, errorOfStream, isClosing } from './error.ts'
import { type Retry, wait } from './retry.ts'
import type { Subscribing } from './subscribing.ts'
import { webSocketImplementation } from './web-socket.ts'

export interface StreamResult {
  readonly data?: unknown
  readonly errors?: readonly AnswerError[]
}

export interface Sink {
  next(result: StreamResult): void
  /** An OporaError, or what the token function threw. */
  error(error: unknown): void
  complete(): void
}

/** The one WebSocket of a client: opened for the first stream, closed after the last, reconnected in between. */
export interface SharedSocket {
  readonly isConnected: boolean
  /** Calls back when the connection is there or gone. Answers how to stop that. */
  onConnection(listener: (isConnected: boolean) => void): () => void
  /** Has to be awaited once before `subscribe`. */
  prepare(): Promise<void>
  /** Answers how to leave. */
  subscribe(payload: Subscribing, sink: Sink): () => void
  /** Comes back with another token. */
  renew(): void
  /** For good. */
  close(): void
}

interface Parts {
  readonly url: string
  readonly credentials: Credentials
  readonly retry: Retry
  readonly locale: string | undefined
  readonly webSocket: unknown
  readonly pingSeconds: number
}

const ackTimeoutMs = 10_000
/** A stream that follows right on the last one finds the socket still open. */
const lingerMs = 200
const expiredCode = 4403
/** Ours, for a socket that is opened but has no token to show. */
const tokenFailedCode = 4900

export function createSharedSocket(parts: Parts): SharedSocket {
  const state = new State(parts)
  return {
    get isConnected() {
      return state.isConnected
    },
    onConnection(listener) {
      state.listeners.add(listener)
      return () => state.listeners.delete(listener)
    },
    async prepare() {
      const implementation = await webSocketImplementation(parts.webSocket)
      state.client ??= connectWith(state, implementation)
    },
    subscribe: (payload, sink) => subscribe(state, payload, sink),
    renew() {
      parts.credentials.expire(state.token)
      state.cut()
    },
    close() {
      state.stopWaiting()
      // What fails while closing has nobody left to be told.
      Promise.resolve(state.client?.dispose()).catch(() => {})
    },
  }
}

/** What the events of the socket have told so far. */
class State {
  readonly parts: Parts
  readonly listeners = new Set<(isConnected: boolean) => void>()
  client: Client | null = null
  isConnected = false
  /** The token that this socket was opened with. */
  token: string | null = null
  tokenFailure: unknown = null
  streamCount = 0
  waiting = new AbortController()
  socket: { onmessage: unknown; close(code: number, reason: string): void } | null = null
  pongTimer: ReturnType<typeof setTimeout> | undefined

  constructor(parts: Parts) {
    this.parts = parts
  }

  setConnected(isConnected: boolean): void {
    if (isConnected === this.isConnected) return
    this.isConnected = isConnected
    for (const listener of this.listeners) listener(isConnected)
  }

  /** Ends a pause before the next try, so that nothing is left running when nobody follows any more. */
  stopWaiting(): void {
    this.waiting.abort()
    this.waiting = new AbortController()
  }

  /** Gives up on a socket that does not answer, without waiting for its end. */
  cut(): void {
    // It may still have frames on their way, which the next socket will bring again.
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- it is there that the stock client listens.
    if (this.socket !== null) this.socket.onmessage = null
    this.client?.terminate()
  }
}

function connectWith(state: State, webSocketImpl: unknown): Client {
  const { url, credentials, retry, pingSeconds } = state.parts
  return createClient({
    url: url.replace(/^http/, 'ws'),
    webSocketImpl,
    lazyCloseTimeout: lingerMs,
    connectionAckWaitTimeout: ackTimeoutMs,
    keepAlive: pingSeconds * 1_000,
    retryAttempts: Infinity,
    shouldRetry: (failure) => {
      if (!isClosing(failure)) return true
      if (failure.code === expiredCode) return credentials.canRenew
      return failure.code !== tokenFailedCode || mayAskAgain(state.tokenFailure)
    },
    retryWait: async (retries) => await wait(retry.pauseMs(retries), state.waiting.signal),
    connectionParams: async () => await showToken(state),
    on: {
      opened: (socket) => {
        state.socket = socket as State['socket']
      },
      connected: () => state.setConnected(true),
      ping: (isReceived) => {
        if (!isReceived) state.pongTimer = setTimeout(() => state.cut(), pingSeconds * 1_000)
      },
      pong: (isReceived) => {
        if (isReceived) clearTimeout(state.pongTimer)
      },
      error: () => lose(state),
      closed: (event) => {
        if (isClosing(event) && event.code === expiredCode) credentials.expire(state.token)
        lose(state)
      },
    },
  })
}

function lose(state: State): void {
  clearTimeout(state.pongTimer)
  state.setConnected(false)
}

/** Must not throw: the stock client would come back while this socket is still closing, and take its end for its own. */
async function showToken(state: State): Promise<Record<string, unknown>> {
  const { credentials, locale } = state.parts
  const { socket } = state
  try {
    state.token = await credentials.current()
    return { ...(state.token !== null && { authorization: `Bearer ${state.token}` }), locale }
  } catch (error) {
    state.tokenFailure = error
    socket?.close(tokenFailedCode, 'No token')
    return {}
  }
}

function subscribe(state: State, payload: Subscribing, sink: Sink): () => void {
  if (state.client === null) throw new Error('the socket is not prepared')
  let isOver = false
  const leave = () => {
    if (isOver) return
    isOver = true
    state.streamCount -= 1
    if (state.streamCount === 0) state.stopWaiting()
  }
  state.streamCount += 1
  const dispose = state.client.subscribe(payload, {
    next: (result) => sink.next(result),
    error: (failure) => {
      leave()
      const isTokenFailure = isClosing(failure) && failure.code === tokenFailedCode
      sink.error(isTokenFailure ? state.tokenFailure : errorOfStream(failure))
    },
    complete: () => {
      leave()
      sink.complete()
    },
  })
  return () => {
    leave()
    // After the message at hand: the stock client counts a stream as left twice whose end comes in the same breath, and
    // would then take the next one for gone and never come back for it.
    queueMicrotask(dispose)
  }
}
