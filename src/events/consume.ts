import { setTimeout as pause } from 'node:timers/promises'
import type { Tx } from '../core/database.ts'
import { Alarm } from './alarm.ts'
import type { EventType, LogEvent } from './catalog.ts'
import type { Desk } from './desk.ts'
import { readBatch } from './log.ts'
import { transact } from './transact.ts'

/** What is done because of events, once for each, after the fact: a reader of the log that acts on it. */
export interface Consumer {
  /** Under which its place is kept: another name begins anew. */
  readonly name: string
  readonly types: readonly EventType[]
  /** Acts on events in their order. `tx` also moves the place: both happen or neither. */
  handle(tx: Tx, events: readonly LogEvent[]): Promise<void>
}

const batchSize = 100
const maxPauseSeconds = 60

/**
 * Hands every event of the types to the consumer exactly once, in order, on one of many nodes: whoever locks its row
 * goes on from there. A batch that fails is tried again event by event; the one that fails holds up those behind it
 * and is tried again with growing pauses, never passed over. A consumer that is new begins with what happens from now
 * on.
 */
export async function startConsumer(desk: Desk, consumer: Consumer): Promise<{ close(): Promise<void> }> {
  await keepPlace(desk, consumer.name)
  desk.consumers.add(consumer.name)
  const alarm = new Alarm()
  const stopping = new AbortController()
  const stopListening = desk.feed.listen({ kind: 'all' }, ({ type }) => {
    if (consumer.types.includes(type)) alarm.set()
  })
  const reader = new ConsumerReader(desk, consumer)
  const running = (async () => {
    while (!alarm.isOff) {
      alarm.clear()
      const pauseSeconds = await reader.readOn(() => alarm.isOff)
      if (pauseSeconds === 0) await alarm.wait()
      else await pause(pauseSeconds * 1_000, undefined, { signal: stopping.signal }).catch(() => undefined)
    }
  })()
  return {
    async close() {
      stopListening()
      alarm.turnOff()
      stopping.abort()
      await running
    },
  }
}

/** A consumer that nobody has kept a place for begins behind all that has happened. */
async function keepPlace({ database }: Desk, name: string): Promise<void> {
  await database.pool.query(
    `insert into consumers (name, position) select $1, position from log_head where id = 1 on conflict do nothing`,
    [name],
  )
}

class ConsumerReader {
  readonly #desk: Desk
  readonly #consumer: Consumer
  /** Up to here nothing is left to do, whatever the stored place says. */
  #seen = -1n
  /** How far the batch under way goes; null before it was read. */
  #reach: bigint | null = null
  /** Up to here events are handled one by one: a batch of them failed. */
  #oneByOneTo = -1n
  #failures = 0

  constructor(desk: Desk, consumer: Consumer) {
    this.#desk = desk
    this.#consumer = consumer
  }

  /** Handles what there is; answers how many seconds to wait before the next try, 0 when nothing failed. */
  async readOn(isOff: () => boolean): Promise<number> {
    while (!isOff()) {
      try {
        const isMore = await this.#handleNext()
        this.#failures = 0
        if (!isMore) break
      } catch (error) {
        if (this.#isOneByOne || this.#reach === null) return this.#failed(error)
        // One of many: the others need not wait for it.
        this.#oneByOneTo = this.#reach
      }
    }
    return 0
  }

  get #isOneByOne(): boolean {
    return this.#seen < this.#oneByOneTo
  }

  /** False when there is nothing more to do, or another node is at it. */
  async #handleNext(): Promise<boolean> {
    this.#reach = null
    if (this.#desk.feed.position <= this.#seen) return false
    const { name, types } = this.#consumer
    const { isMore, seen } = await transact(this.#desk, async (tx) => {
      const rows = await tx.$queryRaw<{ position: bigint }[]>`
        select position from consumers where name = ${name} for update skip locked`
      const [place] = rows
      if (place === undefined) return { isMore: false, seen: this.#seen }
      const from = place.position > this.#seen ? place.position : this.#seen
      const { events, upTo, isFull } = await readBatch(tx, types, from, this.#isOneByOne ? 1 : batchSize)
      this.#reach = upTo
      if (events.length > 0) await this.#consumer.handle(tx, events)
      // Nothing to do is not worth a write each time; a restart reads it again.
      if (events.length > 0 || upTo - place.position >= batchSize) {
        await tx.$executeRaw`update consumers set position = ${upTo} where name = ${name}`
      }
      return { isMore: isFull, seen: upTo }
    })
    this.#seen = seen
    return isMore
  }

  #failed(error: unknown): number {
    const pauseSeconds = Math.min(maxPauseSeconds, 2 ** this.#failures)
    this.#failures += 1
    this.#desk.log.error(
      { err: error, consumer: this.#consumer.name, pauseSeconds },
      'an event could not be handled; it will be tried again',
    )
    return pauseSeconds
  }
}
