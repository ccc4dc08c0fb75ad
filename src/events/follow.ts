import type { LogEvent } from './catalog.ts'
import type { Desk } from './desk.ts'
import type { Topic } from './log.ts'
import { countLog, lastPosition, positionOf, readHead, readLog } from './log.ts'
import { Queue } from './queue.ts'
import type { Shared } from './shared.ts'
import { sharedFor } from './shared.ts'

/** Why a stream cannot go on from a cursor. */
export type ResetReason = 'UNKNOWN_CURSOR' | 'AHEAD' | 'EXPIRED' | 'TOO_FAR'

/** What a follower of the log gets: history, one `caughtUp`, then what happens. */
export type Followed =
  | { readonly kind: 'event'; readonly event: LogEvent; readonly shared: Shared }
  | { readonly kind: 'caughtUp'; readonly position: bigint }
  | { readonly kind: 'reset'; readonly position: bigint; readonly reason: ResetReason }
  | { readonly kind: 'lagged'; readonly position: bigint }

export interface Following {
  readonly topic: Topic
  /** A cursor; null to start from now. */
  readonly after: string | null
  /** False for buyers: internal events are not read at all, and leave no trace in the cursors. */
  readonly withInternal: boolean
  readonly signal: AbortSignal
}

const pageSize = 200

/**
 * Replay and live are one loop over the log: every event after the cursor once, in order, until the signal or the
 * follower ends it. A follower that reads too slowly gets `lagged` and the end, never a gap.
 */
export async function* follow(desk: Desk, following: Following): AsyncGenerator<Followed, void, void> {
  const { topic, withInternal, signal } = following
  const start = await startOf(desk, following)
  let last = start.position
  if (start.reason !== null) yield { kind: 'reset', position: last, reason: start.reason }
  // First without listening, so that a long replay fills no buffer; the rest after joining closes the gap.
  for await (const item of replay(desk, following, last)) {
    last = item.event.position
    yield item
  }
  const queue = new Queue<{ event: LogEvent; shared: Shared }>(desk.env.STREAM_BUFFER, () => stop())
  const stop = desk.feed.listen(topic, (event, shared) => {
    if (withInternal || !event.isInternal) queue.push({ event, shared })
  })
  const leave = () => void queue.return()
  signal.addEventListener('abort', leave)
  if (signal.aborted) leave()
  try {
    for await (const item of replay(desk, following, last)) {
      last = item.event.position
      yield item
    }
    yield { kind: 'caughtUp', position: last }
    for await (const { event, shared } of queue) {
      if (event.position <= last) continue
      last = event.position
      yield { kind: 'event', event, shared }
    }
    if (queue.hasOverflowed) yield { kind: 'lagged', position: last }
  } finally {
    signal.removeEventListener('abort', leave)
    stop()
  }
}

/** Events of the topic after `last` up to where the feed stood when this began. */
async function* replay(desk: Desk, { topic, withInternal, signal }: Following, last: bigint) {
  const upTo = desk.feed.position
  for (let position = last; position < upTo && !signal.aborted; ) {
    const events = await readLog(desk.database.pool, topic, position, upTo, pageSize)
    const shared = sharedFor(events)
    for (const event of events) {
      if (withInternal || !event.isInternal) yield { kind: 'event' as const, event, shared }
    }
    position = events.length < pageSize ? upTo : (events.at(-1)?.position ?? upTo)
  }
}

async function startOf(
  desk: Desk,
  { topic, after, withInternal, signal }: Following,
): Promise<{ position: bigint; reason: ResetReason | null }> {
  const { pool } = desk.database
  const head = async () =>
    withInternal ? desk.feed.position : await lastPosition(pool, topic, desk.feed.position)
  const reset = async (reason: ResetReason) => ({ position: await head(), reason })
  if (after === null) return { position: await head(), reason: null }
  const place = desk.cursors.decode(after)
  if (place === null) return await reset('UNKNOWN_CURSOR')
  const position = place.kind === 'position' ? place.value : await numbered(desk, place.value, signal)
  if (position === undefined) return await reset('EXPIRED')
  const { position: newest, archived } = await readHead(pool)
  if (position > newest) return await reset('AHEAD')
  if (position < archived) return await reset('EXPIRED')
  const limit = desk.env.REPLAY_LIMIT
  const count = await countLog(pool, topic, position, { limit: limit + 1, withInternal })
  if (count > limit) return await reset('TOO_FAR')
  return { position, reason: null }
}

/** Waits for the sequencer to number an event; undefined when the log no longer has it. */
async function numbered(desk: Desk, eventId: bigint, signal: AbortSignal): Promise<bigint | undefined> {
  while (!signal.aborted) {
    const position = await positionOf(desk.database.pool, eventId)
    if (position !== null) return position
    await desk.feed.moved()
  }
  return undefined
}
