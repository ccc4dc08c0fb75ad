import type { OutboundMessagesSubscription, OutboundPartsFragment } from '../../client/index.ts'
import type { Bridge } from './bridge.ts'
import { applyChange } from './change.ts'
import { deliver } from './deliver.ts'
import { Lanes } from './lanes.ts'
import type { Place } from './place.ts'
import { pause, Stopped } from './retry.ts'

const sweepPauseMs = 20_000

/** All that the desk says and changes, on its way out: by conversation one after the other. */
export class Outgoing {
  readonly #bridge: Bridge
  readonly #place: Place
  readonly #lanes = new Lanes()
  readonly #delivering = new Set<string>()
  #sweeping: Promise<void> | null = null

  constructor(bridge: Bridge, place: Place) {
    this.#bridge = bridge
    this.#place = place
  }

  /** Until the bridge stops, and what was begun is done. */
  async run(): Promise<void> {
    const { desk, stopping, onStreamEnd } = this.#bridge
    const sweeps = this.#sweepAgain()
    try {
      for await (const { outboundMessages: item } of desk.follow(this.#place.cursor)) this.#take(item)
      if (!stopping.aborted) onStreamEnd(null)
    } catch (error) {
      onStreamEnd(error)
    }
    await sweeps
    await this.#lanes.idle()
    await this.#place.saved()
  }

  #take(item: OutboundMessagesSubscription['outboundMessages']): void {
    const done = this.#place.enter(item.cursor)
    switch (item.__typename) {
      case 'OutboundMessage':
        // Should it not be sent now, the next sweep finds it.
        if (item.outbound !== null) this.#deliver(item.outbound)
        return done()
      case 'OutboundMessageEdited':
      case 'OutboundMessageRedacted':
        return item.outbound === null ? done() : this.#change(item.outbound, done)
      case 'Reset':
        this.#bridge.journal.note('the stream begins anew', { reason: item.reason })
        this.#sweep()
        return done()
      case 'CaughtUp':
        this.#sweep()
        return done()
      default:
        return done()
    }
  }

  #deliver({ messageId, conversationId, delivery }: OutboundPartsFragment): void {
    const isOver = !['PENDING', 'SENDING', 'FAILED'].includes(delivery.status)
    if (isOver || this.#delivering.has(messageId)) return
    this.#delivering.add(messageId)
    this.#lane(conversationId, async () => {
      try {
        await deliver(this.#bridge, messageId)
      } finally {
        this.#delivering.delete(messageId)
      }
    })
  }

  #change({ messageId, conversationId }: OutboundPartsFragment, done: () => void): void {
    this.#lane(conversationId, async () => {
      await applyChange(this.#bridge, messageId)
      done()
    })
  }

  #lane(conversationId: string, work: () => Promise<void>): void {
    const { journal } = this.#bridge
    this.#lanes.run(conversationId, work).catch((error: unknown) => {
      if (!(error instanceof Stopped)) journal.trouble('outgoing message not carried', error)
    })
  }

  /** What another copy has given up, or was not told of, is found by looking. */
  async #sweepAgain(): Promise<void> {
    const { stopping } = this.#bridge
    while (!stopping.aborted) {
      await pause(sweepPauseMs, stopping)
      if (!stopping.aborted) this.#sweep()
      await this.#sweeping
    }
  }

  #sweep(): void {
    const { desk, journal } = this.#bridge
    const look = async () => {
      for await (const outbound of desk.pending()) this.#deliver(outbound)
    }
    this.#sweeping ??= look()
      .catch((error: unknown) => {
        if (!(error instanceof Stopped)) journal.trouble('pending messages not read', error)
      })
      .finally(() => {
        this.#sweeping = null
      })
  }
}
