import type { KnownViewer } from '../../auth/viewer.ts'
import type { Ephemeral } from '../../events/bell.ts'
import type { Desk } from '../../events/desk.ts'
import { Latest } from '../../events/latest.ts'
import { Queue } from '../../events/queue.ts'
import { Shared } from '../../events/shared.ts'
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
  const news = new Latest<Shared>()
  const stop = desk.ticketNews.onWritten(ticketId, (shared) => news.set(shared))
  const leave = () => news.end()
  signal.addEventListener('abort', leave)
  if (signal.aborted) leave()
  try {
    const first = new Shared([ticketId])
    await assertVisible(desk, options, first)
    let last = await startSeq(desk, options)
    for (let shared: Shared | null = first; shared !== null; shared = await news.take()) {
      await assertVisible(desk, options, shared)
      for await (const message of newMessages(desk, ticketId, last, shared)) {
        last = message.seq
        yield message
      }
    }
  } finally {
    signal.removeEventListener('abort', leave)
    stop()
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

async function* newMessages(
  desk: Desk,
  ticketId: string,
  after: number,
  shared: Shared,
): AsyncGenerator<SentMessage> {
  for (let last = after; ; ) {
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
  }
}

/** Who writes in a ticket right now, for the other people who follow it. Ephemeral: nothing is replayed. */
export async function* followTyping(
  desk: Desk,
  { ticketId, viewer, signal }: Omit<MessageStreamOptions, 'afterSeq'>,
): AsyncGenerator<Ephemeral, void, void> {
  const queue = new Queue<Ephemeral>(desk.env.STREAM_BUFFER, () => stop())
  const stop = desk.ticketNews.onEphemeral(ticketId, (news) => queue.push(news))
  const leave = () => void queue.return()
  signal.addEventListener('abort', leave)
  if (signal.aborted) leave()
  try {
    await assertVisible(desk, { ticketId, viewer, signal, afterSeq: null }, new Shared([ticketId]))
    for await (const news of queue) {
      await assertVisible(desk, { ticketId, viewer, signal, afterSeq: null }, new Shared([ticketId]))
      if (!isOwn(await viewer(), news)) yield news
    }
  } finally {
    signal.removeEventListener('abort', leave)
    stop()
  }
}

function isOwn(viewer: KnownViewer, { authorId }: Ephemeral): boolean {
  if (viewer.kind === 'operator') return viewer.operatorId === authorId
  return viewer.kind === 'customer' && viewer.customerId === authorId
}
