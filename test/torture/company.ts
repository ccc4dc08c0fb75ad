import { openTicket } from '../crash/chat.ts'
import { type Follower, startFollower, type Topic } from './followers.ts'
import type { Installation } from './installation.ts'
import { clientOf, type People, peopleOf } from './people.ts'
import type { Writer } from './writers.ts'

/** All who take part: the buyers with a ticket each, those who follow, those who write. */
export interface Company {
  /** The last ticket that was opened: event streams begin after it. */
  readonly lastTicketId: string
  readonly followers: readonly Follower[]
  readonly writers: readonly Writer[]
}

const buyerCount = 10
/** In turn, so that each kind is there on both transports. */
const kinds = ['messages', 'ticket', 'customer', 'desk', 'messages', 'ticket', 'customer', 'inbox'] as const

export async function gather(
  { balancer: { url }, cluster: { dataDir } }: Installation,
  counts: { readonly followers: number; readonly writers: number },
): Promise<Company> {
  const people = await peopleOf(dataDir)
  const tickets: string[] = []
  let after = ''
  for (let index = 0; index < buyerCount; index += 1) {
    const buyer = clientOf(url, await people.buyer(index))
    const opened = await openTicket(buyer, 'Где посылка?')
    buyer.close()
    tickets.push(opened.ticketId)
    after = opened.cursor
  }
  const followers: Follower[] = []
  for (let index = 0; index < counts.followers; index += 1) {
    const transport = index % 2 === 0 ? 'ws' : 'sse'
    const place = Math.floor(index / 2)
    const { topic, token } = await seatOf(people, tickets, place)
    followers.push(startFollower({ url, token, topic, transport, after }))
  }
  const writers: Writer[] = []
  for (let index = 0; index < counts.writers; index += 1) {
    const isOperator = index % 2 === 1
    const buyer = Math.floor(index / 2) % buyerCount
    const token = await (isOperator ? people.operator(index) : people.buyer(buyer))
    const ticketIds = isOperator ? tickets : [tickets[buyer] ?? '']
    writers.push({ client: clientOf(url, token), ticketIds, isOperator })
  }
  return { lastTicketId: tickets.at(-1) ?? '', followers, writers }
}

async function seatOf(
  people: People,
  tickets: readonly string[],
  place: number,
): Promise<{ topic: Topic; token: string }> {
  const kind = kinds[place % kinds.length] ?? 'messages'
  const buyer = Math.floor(place / kinds.length) % tickets.length
  const ticketId = tickets[buyer] ?? ''
  if (kind === 'inbox') return { topic: { kind }, token: await people.supervisor() }
  if (kind === 'desk') {
    const topic = { kind: 'ticket', ticketId, withInternal: true } as const
    return { topic, token: await people.operator(place) }
  }
  const token = await people.buyer(buyer)
  if (kind === 'ticket') return { topic: { kind, ticketId, withInternal: false }, token }
  return { topic: { kind, ticketId }, token }
}
