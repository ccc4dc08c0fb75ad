import type { EventType, LogEvent } from './catalog.ts'
import type { Desk } from './desk.ts'
import type { Topic } from './log.ts'
import { countLog, lastPosition, positionOf, readHead, readHistory } from './log.ts'
import { Queue } from './queue.ts'
import type { Shared } from './shared.ts'
import { sharedFor } from './shared.ts'
import type { StreamItem } from './streams.ts'
import type { Turns } from './turns.ts'

/** Why a stream cannot go on from a cursor. */
export type ResetReason = 'UNKNOWN_CURSOR' | 'AHEAD' | 'EXPIRED' | 'TOO_FAR'

export interface Following {
  readonly topic: Topic
  /** A cursor; null to start from now. */
  readonly after: string | null
  /** False for buyers: internal events are not read at all, and leave no trace in the cursors. */
  readonly withInternal: boolean
  /** Internal events that the follower itself has to know of; it tells nobody. */
  readonly alsoInternal?: readonly EventType[]
  /** What is sent for an event, by the policy of now; null for nothing. */
  readonly see: (event: LogEvent, shared: Shared) => Promise<StreamItem | null>
  /** Whose rights the stream has, if it is a person. */
  readonly personId: string | null
  /** What is sent because those rights may have changed, whatever else happens; null for nothing. */
  readonly seeAgain: (position: bigint) => Promise<StreamItem | null>
  readonly signal: AbortSignal
}

const pageSize = 200

/**
 * Replay and live are one loop over the log: history, one `caughtUp`, then what happens. Every event after the cursor
 * is looked at once, in order, until the signal or the follower ends it; where nothing is sent for long there are
 * heartbeats. A follower that reads too slowly gets `lagged` and the end, never a gap.
 */
export async function* follow(desk: Desk, following: Following): AsyncGenerator<StreamItem, void, void> {
  const start = await beginning(desk, following)
  if (start === null) return
  let last = start.position
  if (start.reason !== null) yield { kind: 'reset', position: last, reason: start.reason }
  // First without listening, so that a long replay fills no buffer; the rest after joining closes the gap.
  last = yield* replay(desk, following, last, desk.replays)
  const live = listen(desk, following)
  try {
    // Only what came meanwhile: waiting for a turn would let the queue overflow.
    last = yield* replay(desk, following, last, null)
    // Rights that changed before it listened.
    const again = await following.seeAgain(last)
    if (again !== null) yield again
    if (following.signal.aborted) return
    yield { kind: 'caughtUp', position: last }
    live.pulse.beaten()
    for await (const news of live.queue) {
      if (news.kind === 'event') {
        if (news.event.position <= last) continue
        last = news.event.position
      }
      const seen = await tell(desk, following, news, last)
      if (seen === null) continue
      yield seen
      live.pulse.beaten()
    }
    if (!live.queue.hasOverflowed) return
    desk.counts.lagged += 1
    yield { kind: 'lagged', position: last }
  } finally {
    live.stop()
  }
}

type News =
  | { readonly kind: 'event'; readonly event: LogEvent; readonly shared: Shared }
  | { readonly kind: 'silence'; readonly shared: Shared }
  | { readonly kind: 'rights' }

async function tell(desk: Desk, following: Following, news: News, last: bigint): Promise<StreamItem | null> {
  if (news.kind === 'event') return await following.see(news.event, news.shared)
  if (news.kind === 'rights') return await following.seeAgain(last)
  return { kind: 'heartbeat', position: silentSince(desk, following, last), shared: news.shared }
}

/** Collects what happens until it is stopped. */
function listen(desk: Desk, following: Following) {
  const { topic, personId, signal } = following
  const queue = new Queue<News>(desk.env.STREAM_BUFFER, () => stopListening())
  const stopListening = desk.feed.listen(topic, (event, shared) => {
    if (isFor(following, event)) queue.push({ kind: 'event', event, shared })
  })
  const pulse = desk.pulses.start((shared) => queue.offer({ kind: 'silence', shared }))
  const stopPerson = desk.personNews.onChanged(personId, () => queue.push({ kind: 'rights' }))
  const leave = () => void queue.return()
  signal.addEventListener('abort', leave)
  if (signal.aborted) leave()
  return {
    queue,
    pulse,
    stop() {
      signal.removeEventListener('abort', leave)
      pulse.stop()
      stopPerson()
      stopListening()
    },
  }
}

/**
 * Where a stream stands that has nothing to tell. Who has taken all that was told stands where the feed does; a buyer
 * stays where their own events are, for how far the log has come is not theirs to know.
 */
function silentSince(desk: Desk, { withInternal }: Following, last: bigint): bigint {
  return withInternal && desk.feed.position > last ? desk.feed.position : last
}

function isFor({ withInternal, alsoInternal = [] }: Following, event: LogEvent): boolean {
  return withInternal || !event.isInternal || alsoInternal.includes(event.type)
}

/**
 * What is to tell of the topic after `last` up to where the feed stood when this began, each page in a turn of its
 * own. Answers how far that is.
 */
async function* replay(
  desk: Desk,
  following: Following,
  last: bigint,
  turns: Turns | null,
): AsyncGenerator<StreamItem, bigint, void> {
  const { topic, signal, see } = following
  const upTo = desk.feed.position
  let told = last
  for (let position = last, isMore = last < upTo; isMore; ) {
    const turn = await turns?.take(signal)
    try {
      if (signal.aborted) return told
      const { events, archived } = await readHistory(desk.database.pool, topic, position, upTo, pageSize)
      if (archived > position) {
        // Archived while it was told: there is no knowing what is missing.
        const head = await headFor(desk, following)
        yield { kind: 'reset', position: head, reason: 'EXPIRED' }
        return head
      }
      const shared = sharedFor(events)
      for (const event of events) {
        position = event.position
        if (!isFor(following, event)) continue
        told = position
        const seen = await see(event, shared)
        if (seen !== null) yield seen
      }
      isMore = events.length === pageSize
    } finally {
      turn?.leave()
    }
  }
  return told
}

/** Where to begin; null when the follower has left while it waited. Finding a cursor's place counts what follows it. */
async function beginning(desk: Desk, following: Following) {
  if (following.after === null) return await startOf(desk, following)
  const turn = await desk.replays.take(following.signal)
  if (turn === null) return null
  try {
    return await startOf(desk, following)
  } finally {
    turn.leave()
  }
}

/** Where "now" is: for a buyer the last of their own events, whatever else has happened. */
async function headFor(desk: Desk, { topic, withInternal }: Following): Promise<bigint> {
  const { position } = desk.feed
  return withInternal ? position : await lastPosition(desk.database.pool, topic, position)
}

async function startOf(
  desk: Desk,
  following: Following,
): Promise<{ position: bigint; reason: ResetReason | null }> {
  const { topic, after, withInternal, signal } = following
  const { pool } = desk.database
  const reset = async (reason: ResetReason) => ({ position: await headFor(desk, following), reason })
  if (after === null) return { position: await headFor(desk, following), reason: null }
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
