import type { Pool } from 'pg'
import type { Logger } from '../core/logger.ts'
import { Alarm } from './alarm.ts'
import type { Bell } from './bell.ts'
import type { LogEvent } from './catalog.ts'
import { readHead, readLog, type Topic } from './log.ts'
import type { Shared } from './shared.ts'
import { sharedFor } from './shared.ts'

export type FeedListener = (event: LogEvent, shared: Shared) => void

/** The one reader of the log in this process: told by the bell or by its own look each second. */
export interface Feed {
  /** Every event up to this position was told to the listeners. */
  readonly position: bigint
  listen(topic: Topic, listener: FeedListener): () => void
  /** Resolves when the position has moved on, or after about a second. */
  moved(): Promise<void>
  readonly listenerCount: number
  close(): Promise<void>
}

const batchSize = 1_000
const everything: Topic = { kind: 'all' }

export async function openFeed(pool: Pool, bell: Bell, log: Logger): Promise<Feed> {
  const { position } = await readHead(pool)
  return new LogFeed(pool, bell, log, position)
}

class LogFeed implements Feed {
  readonly #pool: Pool
  readonly #log: Logger
  readonly #listeners = new Map<string, Set<FeedListener>>()
  readonly #onMoved = new Set<() => void>()
  readonly #alarm = new Alarm()
  readonly #running: Promise<void>
  readonly #stopListening: () => void
  #position: bigint

  constructor(pool: Pool, bell: Bell, log: Logger, position: bigint) {
    this.#pool = pool
    this.#log = log
    this.#position = position
    this.#stopListening = bell.listen((ring) => {
      if (ring.numbered === true) this.#alarm.set()
    })
    this.#running = this.#run()
  }

  get position(): bigint {
    return this.#position
  }

  get listenerCount(): number {
    return [...this.#listeners.values()].reduce((sum, set) => sum + set.size, 0)
  }

  listen(topic: Topic, listener: FeedListener): () => void {
    const stops = topicKeys(topic).map((key) => addListener(this.#listeners, key, listener))
    return () => {
      for (const stop of stops) stop()
    }
  }

  async moved(): Promise<void> {
    await new Promise<void>((resolve) => this.#onMoved.add(resolve))
  }

  async close(): Promise<void> {
    this.#stopListening()
    this.#alarm.turnOff()
    await this.#running
    this.#tellMoved()
  }

  async #run(): Promise<void> {
    while (!this.#alarm.isOff) {
      this.#alarm.clear()
      await this.#readOn().catch((error: unknown) =>
        this.#log.warn({ err: error }, 'the log could not be read; trying again'),
      )
      this.#tellMoved()
      await this.#alarm.wait()
    }
  }

  async #readOn(): Promise<void> {
    for (;;) {
      const events = await readLog(this.#pool, everything, this.#position, maxPosition, batchSize)
      const shared = sharedFor(events)
      for (const event of events) {
        tell(this.#listeners, event, shared)
        this.#position = event.position
      }
      if (events.length < batchSize) return
    }
  }

  #tellMoved(): void {
    const waiting = [...this.#onMoved]
    this.#onMoved.clear()
    for (const resolve of waiting) resolve()
  }
}

const maxPosition = 2n ** 63n - 1n

function topicKeys(topic: Topic): string[] {
  if (topic.kind === 'ticket') return [`ticket:${topic.ticketId}`]
  return topic.kind === 'customer' ? topic.customerIds.map((id) => `customer:${id}`) : ['all']
}

function addListener(
  listeners: Map<string, Set<FeedListener>>,
  key: string,
  listener: FeedListener,
): () => void {
  const set = listeners.get(key) ?? new Set()
  listeners.set(key, set.add(listener))
  return () => {
    set.delete(listener)
    if (set.size === 0 && listeners.get(key) === set) listeners.delete(key)
  }
}

function tell(
  listeners: ReadonlyMap<string, ReadonlySet<FeedListener>>,
  event: LogEvent,
  shared: Shared,
): void {
  const keys = ['all']
  if (event.ticketId !== null) keys.push(`ticket:${event.ticketId}`)
  if (event.customerId !== null) keys.push(`customer:${event.customerId}`)
  for (const key of keys) {
    for (const listener of listeners.get(key) ?? []) listener(event, shared)
  }
}
