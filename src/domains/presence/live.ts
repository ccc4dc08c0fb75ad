import type { KnownViewer, OperatorViewer } from '../../auth/viewer.ts'
import type { Desk } from '../../events/desk.ts'
import { Latest } from '../../events/latest.ts'
import type { LeaseNews } from '../../events/leases.ts'
import { personOf } from '../../events/person-news.ts'
import { Queue } from '../../events/queue.ts'
import { Shared } from '../../events/shared.ts'
import { StreamEnded } from '../messages/live.ts'
import { sees } from '../tickets/live.ts'
import type { OperatorStatus } from './topics.ts'
import { atTheDesk, presentOn, statusOf, typingIn } from './topics.ts'

interface Following<V extends KnownViewer> {
  readonly ticketId: string
  readonly viewer: () => Promise<V>
  readonly signal: AbortSignal
}

/** Who is asking now; ends the stream when they do not see the ticket. */
async function seeing<V extends KnownViewer>(desk: Desk, { ticketId, viewer }: Following<V>): Promise<V> {
  const now = await viewer()
  if (!(await sees(desk, now, new Shared([ticketId]), ticketId))) throw new StreamEnded('NOT_VISIBLE')
  return now
}

/**
 * Each sign of typing in a ticket, for the other people who follow it, and the end of each. Nothing is replayed.
 * @throws StreamEnded
 */
export async function* followTyping(
  desk: Desk,
  following: Following<KnownViewer>,
): AsyncGenerator<LeaseNews, void, void> {
  const { ticketId, signal } = following
  const personId = personOf(await following.viewer())
  // Null: the rights of who follows may have changed.
  const queue = new Queue<LeaseNews | null>(desk.env.STREAM_BUFFER, () => stopListening())
  const stopListening = desk.leases.listen(typingIn(ticketId), (news) => queue.push(news))
  const stopPerson = desk.personNews.onChanged(personId, () => queue.push(null))
  const leave = () => void queue.return()
  signal.addEventListener('abort', leave)
  if (signal.aborted) leave()
  try {
    await seeing(desk, following)
    for await (const news of queue) {
      const viewer = await seeing(desk, following)
      if (news !== null && personOf(viewer) !== news.holderId) yield news
    }
  } finally {
    signal.removeEventListener('abort', leave)
    stopPerson()
    stopListening()
  }
}

export interface PresentOperator {
  readonly operatorId: string
  readonly isTyping: boolean
}

/**
 * Which other operators look at a ticket: all of them at first, and again whenever it is others, so that a reader who
 * was late or away has the truth with the next item.
 * @throws StreamEnded
 */
export async function* followPresence(
  desk: Desk,
  following: Following<OperatorViewer>,
): AsyncGenerator<{ present: readonly PresentOperator[] }, void, void> {
  const { ticketId } = following
  let told: string | null = null
  for await (const _ of changes(desk, [presentOn(ticketId), typingIn(ticketId)], following)) {
    const { operatorId } = await seeing(desk, following)
    const present = presentIn(desk, ticketId).filter((one) => one.operatorId !== operatorId)
    const telling = JSON.stringify(present)
    if (telling !== told) yield { present }
    told = telling
  }
}

/** Who writes is there, also without having said so. */
function presentIn({ leases }: Desk, ticketId: string): PresentOperator[] {
  const holders = (topic: string) =>
    leases.held(topic).flatMap(({ holderKind, holderId }) => (holderKind === 'OPERATOR' ? [holderId] : []))
  const typing = new Set(holders(typingIn(ticketId)))
  return [...new Set([...holders(presentOn(ticketId)), ...typing])]
    .sort()
    .map((operatorId) => ({ operatorId, isTyping: typing.has(operatorId) }))
}

export interface StatusNews {
  /** True for the first: who is not among them is offline. */
  readonly isAll: boolean
  readonly operatorIds: readonly string[]
}

/** Who of the desk is there: first all who are, then those whose status is another one. */
export async function* followOperatorStatuses(
  desk: Desk,
  following: Omit<Following<OperatorViewer>, 'ticketId'>,
): AsyncGenerator<StatusNews, void, void> {
  const told = new Map<string, OperatorStatus>()
  let isAll = true
  for await (const _ of changes(desk, [atTheDesk], following)) {
    await following.viewer()
    const now = desk.leases.held(atTheDesk).map(({ holderId }) => holderId)
    const operatorIds = [...new Set([...told.keys(), ...now])].filter(
      (id) => (told.get(id) ?? 'OFFLINE') !== statusOf(desk, id),
    )
    for (const id of operatorIds) {
      const status = statusOf(desk, id)
      if (status === 'OFFLINE') told.delete(id)
      else told.set(id, status)
    }
    if (isAll || operatorIds.length > 0) yield { isAll, operatorIds }
    isAll = false
  }
}

/**
 * Once at first, and whenever something is new about the topics or the rights of who follows; what happens while the
 * reader is busy is one.
 */
async function* changes(
  { leases, personNews }: Desk,
  topics: readonly string[],
  { viewer, signal }: Pick<Following<OperatorViewer>, 'viewer' | 'signal'>,
): AsyncGenerator<true, void, void> {
  const personId = personOf(await viewer())
  const news = new Latest<true>()
  const look = () => news.set(true)
  const stops = [...topics.map((topic) => leases.listen(topic, look)), personNews.onChanged(personId, look)]
  const leave = () => news.end()
  signal.addEventListener('abort', leave)
  if (signal.aborted) leave()
  try {
    for (let next: true | null = true; next !== null; next = await news.take()) yield next
  } finally {
    signal.removeEventListener('abort', leave)
    for (const stop of stops) stop()
  }
}
