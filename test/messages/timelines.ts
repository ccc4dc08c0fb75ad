import { expect } from 'vitest'
import type { Cast } from '../kit/cast.ts'
import type { TestServer } from '../kit/server.ts'
import { done, openTicket, type Person, readTicket } from '../kit/world.ts'
import { orderOf } from '../tickets/shop-rows.ts'
import { note, send } from './entries.ts'

/** Timelines as the API answers them. */

export interface Item {
  readonly __typename: string
  readonly at: string
  readonly cursor: string
  readonly type?: string
  readonly actor?: { readonly kind: string; readonly id: string | null }
  readonly from?: string | null
  readonly to?: string | null
  readonly change?: string | null
  readonly subjectIds?: readonly string[]
  readonly message?: { readonly text: string; readonly seq: number }
  readonly note?: { readonly text: string }
}
export interface Page {
  readonly nodes: readonly Item[]
  readonly edges: readonly { readonly cursor: string }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly startCursor: string | null
    readonly endCursor: string | null
  }
}
export const fields = `nodes { __typename at cursor
    ... on TimelineMessage { message { id seq text author { kind name } ticket { id } } }
    ... on TimelineNote { note { id text } }
    ... on TimelineEvent { type actor { kind id } from to change subjectIds } }
  edges { cursor } pageInfo { hasNextPage hasPreviousPage startCursor endCursor }`

export async function timelineOf(by: Person, ticketId: string, args = 'first: 100'): Promise<Page> {
  const ticket = await readTicket<{ timeline: Page }>(by, ticketId, `timeline(${args}) { ${fields} }`)
  if (ticket === null) throw new Error('the ticket is not visible')
  return ticket.timeline
}

/** An entry in a word: what was said, or what happened. */
export function said({ message, note: internal, type, from, to, change }: Item): string {
  if (message !== undefined) return `${message.seq} ${message.text}`
  if (internal !== undefined) return `note ${internal.text}`
  return [type, change, from, to].filter((word) => word != null).join(' ')
}
export const allSaid = async (by: Person, ticketId: string) =>
  (await timelineOf(by, ticketId)).nodes.map(said)

/** A ticket with something of everything. */
export async function eventful({ desk }: TestServer, cast: Cast): Promise<string> {
  const { id } = await openTicket(cast.ownBuyer, { text: 'Где посылка?' })
  await done(cast.supervisor, 'ticketAssign', { ticketId: id, teamId: cast.teamId })
  await done(cast.operator, 'ticketClaim', { ticketId: id })
  await note(cast.operator, id, 'Проверить склад')
  await send(cast.operator, id, 'Проверяю')
  await done(cast.operator, 'ticketUpdate', { ticketId: id, tags: ['склад'] })
  const order = await orderOf(desk, cast.ownBuyer)
  await done(cast.operator, 'ticketLink', { ticketId: id, orderId: order })
  await send(cast.ownBuyer, id, 'Жду')
  await done(cast.ownBuyer, 'messagesMarkRead', { ticketId: id, upToSeq: 3 })
  await done(cast.operator, 'ticketResolve', { ticketId: id, resolution: 'FIXED' })
  return id
}
/** All entries, page by page from one end; in order. */
export async function walk(by: Person, ticketId: string, size: number, isBackward = false): Promise<Item[]> {
  const items: Item[] = []
  let cursor: string | null = null
  for (;;) {
    const [count, place] = isBackward ? ['last', 'before'] : ['first', 'after']
    const from: string = cursor === null ? '' : `, ${place}: "${cursor}"`
    const page: Page = await timelineOf(by, ticketId, `${count}: ${size}${from}`)
    expect(page.edges.map((edge) => edge.cursor)).toEqual(page.nodes.map((item) => item.cursor))
    const { hasNextPage, hasPreviousPage, startCursor, endCursor } = page.pageInfo
    expect(isBackward ? hasNextPage : hasPreviousPage).toBe(cursor !== null)
    if (isBackward) items.unshift(...page.nodes)
    else items.push(...page.nodes)
    cursor = isBackward ? startCursor : endCursor
    if (!(isBackward ? hasPreviousPage : hasNextPage)) return items
    expect(page.nodes).toHaveLength(size)
  }
}
