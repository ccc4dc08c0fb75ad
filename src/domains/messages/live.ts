import type { KnownViewer } from '../../auth/viewer.ts'
import type { Desk } from '../../events/desk.ts'
import { Latest } from '../../events/latest.ts'
import { personOf } from '../../events/person-news.ts'
import { Shared } from '../../events/shared.ts'
import type { Turns } from '../../events/turns.ts'
import { sees } from '../tickets/live.ts'

/** A public message that was sent, for `messageSent`. */
export interface SentMessage {
  readonly kind: 'message'
  readonly messageId: string
  readonly seq: number
  readonly shared: Shared
}

/** How a `messageSent` stream ends when it cannot go on. */
export type StreamEnd = 'NOT_VISIBLE' | 'STREAM_RESET'
export class StreamEnded extends Error {
  readonly reason: StreamEnd
  constructor(reason: StreamEnd) {
    super(reason)
    this.reason = reason
  }
}

export interface MessageStreamOptions {
  readonly ticketId: string
  /** Null: from now. */
  readonly afterSeq: number | null
  readonly viewer: () => Promise<KnownViewer>
  readonly signal: AbortSignal
}

const pageSize = 200

/**
 * The public messages of a ticket after a `seq`, then each new one as it is committed. `seq` has no gaps, so that the
 * reader knows by it alone that nothing is missing. Reads what is there when told to look: nothing is buffered, and a
 * slow reader only reads later.
 * @throws StreamEnded
 */
export async function* followMessages(
  desk: Desk,
  options: MessageStreamOptions,
): AsyncGenerator<SentMessage, void, void> {
  const { ticketId, signal } = options
  const personId = personOf(await options.viewer())
  const news = new Latest<Shared>()
  const stops = [
    desk.ticketNews.onWritten(ticketId, (shared) => news.set(shared)),
    desk.personNews.onChanged(personId, () => news.set(new Shared([ticketId]))),
  ]
  const leave = () => news.end()
  signal.addEventListener('abort', leave)
  if (signal.aborted) leave()
  try {
    const first = new Shared([ticketId])
    await assertVisible(desk, options, first)
    let last = await startSeq(desk, options)
    for (let shared: Shared | null = first; shared !== null; shared = await news.take()) {
      await assertVisible(desk, options, shared)
      const isHistory = shared === first && options.afterSeq !== null
      const turns = isHistory ? desk.replays : null
      for await (const message of newMessages(desk, { ticketId, after: last, shared, turns, signal })) {
        last = message.seq
        yield message
      }
    }
  } finally {
    signal.removeEventListener('abort', leave)
    for (const stop of stops) stop()
  }
}

async function assertVisible(
  desk: Desk,
  { ticketId, viewer }: MessageStreamOptions,
  shared: Shared,
): Promise<void> {
  // News of the log may be about many tickets; the question is shared with the streams that follow them.
  if (!(await sees(desk, await viewer(), shared, ticketId))) throw new StreamEnded('NOT_VISIBLE')
}

async function startSeq(desk: Desk, { ticketId, afterSeq }: MessageStreamOptions): Promise<number> {
  const ticket = await desk.database.prisma.ticket.findUniqueOrThrow({
    where: { id: ticketId },
    select: { lastSeq: true },
  })
  if (afterSeq === null) return ticket.lastSeq
  if (afterSeq < 0 || afterSeq > ticket.lastSeq) throw new StreamEnded('STREAM_RESET')
  return afterSeq
}

interface Looking {
  readonly ticketId: string
  readonly after: number
  readonly shared: Shared
  /** Each page of history waits for its turn; what is new does not, and is read once for all who follow. */
  readonly turns: Turns | null
  readonly signal: AbortSignal
}

async function* newMessages(
  desk: Desk,
  { ticketId, after, shared, turns, signal }: Looking,
): AsyncGenerator<SentMessage> {
  for (let last = after; ; ) {
    const turn = await turns?.take(signal)
    try {
      if (signal.aborted) return
      const rows = await shared.once(`messages ${ticketId} ${last}`, async () => {
        const result = await desk.database.pool.query<{ id: string; seq: number }>({
          name: 'new-messages',
          text: `select id, seq from messages where ticket_id = $1 and seq > $2 order by seq limit ${pageSize}`,
          values: [ticketId, last],
        })
        return result.rows
      })
      for (const { id, seq } of rows) yield { kind: 'message', messageId: id, seq, shared }
      if (rows.length < pageSize) return
      last = rows.at(-1)?.seq ?? last
    } finally {
      turn?.leave()
    }
  }
}
