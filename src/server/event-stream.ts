import type { ServerResponse } from 'node:http'
import { PassThrough } from 'node:stream'
import type { ExecutionResult } from 'graphql'
import type { Counts } from '../events/counts.ts'
import { Outbox, takenBytes } from './outbox.ts'
import { jsonOf } from './result-json.ts'

/** Proxies must neither keep nor change nor collect what is streamed. */
export const eventStreamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache, no-transform',
  connection: 'keep-alive',
  'x-accel-buffering': 'no',
}

const heartbeat = ':\n\n'
const bufferBytes = 1_024

/** One response of server-sent events, of one operation or of many: `next` and `complete`, and comments between. */
export class EventStream {
  /** What becomes the body of the response. */
  readonly body = new PassThrough({ highWaterMark: bufferBytes })
  readonly #outbox = new Outbox(this.body)
  readonly #response: ServerResponse
  readonly #timer: NodeJS.Timeout
  readonly #counts: Counts

  constructor(response: ServerResponse, heartbeatMs: number, counts: Counts) {
    this.#response = response
    this.#counts = counts
    counts.eventStreams += 1
    // Some browsers take a response for open only when something has come.
    this.body.write(heartbeat)
    this.#timer = setInterval(this.#beat(), heartbeatMs)
    this.onClosed(() => {
      counts.eventStreams -= 1
      clearInterval(this.#timer)
      this.body.destroy()
    })
  }

  /** Also when the client was gone before the stream began. */
  onClosed(listener: () => void): void {
    if (this.#response.closed) listener()
    else this.#response.once('close', listener)
  }

  async sendNext(result: ExecutionResult, operationId: string | null): Promise<void> {
    const [head, tail] = operationId === null ? plain : enveloped(operationId)
    await this.#write(() => Buffer.concat([head, jsonOf(result), tail]))
  }

  async sendComplete(operationId: string | null): Promise<void> {
    const data = operationId === null ? '' : ` ${JSON.stringify({ id: operationId })}`
    await this.#write(() => Buffer.from(`event: complete\ndata:${data}\n\n`))
  }

  end(): void {
    clearInterval(this.#timer)
    this.body.end()
  }

  async #write(make: () => Buffer): Promise<void> {
    await this.#outbox.send(() => {
      if (this.body.writable) this.body.write(make())
    })
  }

  #cut(): void {
    this.#counts.cut += 1
    this.#response.destroy()
  }

  /** A comment, so that no proxy takes the stream for dead. A client that takes nothing of a backlog is cut. */
  #beat(): () => void {
    let before = 0
    return () => {
      const { socket } = this.#response
      const taken = socket === null ? 0 : takenBytes(socket)
      if (!this.#outbox.isClogged) void this.#write(() => Buffer.from(heartbeat))
      else if (taken === before) this.#cut()
      before = taken
    }
  }
}

const nextEvent = 'event: next\ndata: '
const plain = [Buffer.from(nextEvent), Buffer.from('\n\n')] as const

function enveloped(operationId: string): readonly [Buffer, Buffer] {
  return [Buffer.from(`${nextEvent}{"id":${JSON.stringify(operationId)},"payload":`), Buffer.from('}\n\n')]
}
