import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followInbox, isCaughtUp, transports } from '../kit/stream.ts'
import { done, openTicket, type Person } from '../kit/world.ts'
import { followCustomer } from '../streams/shop.ts'
import { change, openScene, type Scene, suggest, suggestionAt } from './scene.ts'

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const fields = `__typename cursor ... on Event { type actor { kind id } }
  ... on SuggestionSubmitted { suggestion { id status author { id } } }
  ... on SuggestionStatusChanged { fromSuggestionStatus toSuggestionStatus suggestion { id status } duplicateOf { id } }`
interface Heard {
  readonly __typename: string
  readonly cursor: string
  readonly [field: string]: unknown
}
const listen = (by: Person, after?: string, transport?: (typeof transports)[number]) =>
  followCustomer<Heard>(scene.server, by, after, { fields, ...(transport && { transport }) })

/** The cursor of a write before which nothing of these tests has happened. */
async function begin(by: Person): Promise<string> {
  const selection = 'cursor'
  return (await done<{ cursor: string }>(by, 'ticketOpen', { text: 'Начало' }, selection)).cursor
}
const changed = (id: string, from: string, to: string, more: object = {}) => ({
  __typename: 'SuggestionStatusChanged',
  cursor: expect.any(String),
  type: 'suggestion.statusChanged',
  actor: { kind: 'OPERATOR', id: scene.cast.operator.id },
  fromSuggestionStatus: from,
  toSuggestionStatus: to,
  suggestion: { id, status: expect.any(String) },
  duplicateOf: null,
  ...more,
})

describe('the author’s stream', () => {
  it.each(transports)('tells of every change, live over %s', async (transport) => {
    const { ownBuyer, operator } = scene.cast
    const stream = listen(ownBuyer, undefined, transport)
    await stream.upTo(({ __typename }) => __typename === 'CaughtUp')
    const { id } = await suggest(ownBuyer)
    expect(await stream.next()).toEqual({
      __typename: 'SuggestionSubmitted',
      cursor: expect.any(String),
      type: 'suggestion.submitted',
      actor: { kind: 'CUSTOMER', id: ownBuyer.id },
      suggestion: { id, status: 'OPEN', author: { id: ownBuyer.id } },
    })
    const steps = ['OPEN', 'PLANNED', 'STARTED', 'COMPLETED']
    for (const [index, status] of steps.slice(1).entries()) {
      await change(operator, 'suggestionUpdate', { suggestionId: id, status })
      expect(await stream.next()).toEqual(
        changed(id, steps[index] ?? '', status, { suggestion: { id, status } }),
      )
    }
  })

  it('tells what it is a duplicate of, and what was decided while nobody listened', async () => {
    const { ownBuyer, otherBuyer, operator } = scene.cast
    const original = await suggest(otherBuyer)
    const after = await begin(ownBuyer)
    const declined = await suggestionAt(scene, 'DECLINED')
    const duplicate = await suggest(ownBuyer)
    await change(operator, 'suggestionUpdate', {
      suggestionId: duplicate.id,
      status: 'DUPLICATE',
      duplicateOfId: original.id,
    })
    const stream = listen(ownBuyer, after)
    const heard = await stream.upTo(({ __typename }) => __typename === 'CaughtUp')
    expect(heard.filter(({ __typename }) => __typename === 'SuggestionStatusChanged')).toEqual([
      changed(declined.id, 'OPEN', 'DECLINED'),
      changed(duplicate.id, 'OPEN', 'DUPLICATE', { duplicateOf: { id: original.id } }),
    ])
  })

  it('tells nothing of votes, which are counted for all', async () => {
    const { ownBuyer, otherBuyer, operator } = scene.cast
    const { id } = await suggest(ownBuyer)
    const stream = listen(ownBuyer)
    await stream.upTo(({ __typename }) => __typename === 'CaughtUp')
    await change(otherBuyer, 'suggestionVote', { suggestionId: id })
    await change(operator, 'suggestionUpdate', { suggestionId: id, status: 'PLANNED' })
    expect(await stream.next()).toEqual(changed(id, 'OPEN', 'PLANNED'))
  })
})

describe('the streams of others', () => {
  it('tell nothing of it: a voter’s, another buyer’s, a guest’s, the desk’s', async () => {
    const { ownBuyer, otherBuyer, guest, supervisor, operator } = scene.cast
    const others = [otherBuyer, guest]
    const streams = others.map((by) => listen(by))
    for (const stream of streams) await stream.upTo(({ __typename }) => __typename === 'CaughtUp')
    const inbox = followInbox(scene.server, supervisor)
    await inbox.upTo(isCaughtUp)
    const { id } = await suggest(ownBuyer)
    await change(otherBuyer, 'suggestionVote', { suggestionId: id })
    await change(operator, 'suggestionUpdate', { suggestionId: id, status: 'PLANNED' })
    // The next that each hears of is what happens after it.
    for (const [index, by] of others.entries()) {
      await openTicket(by)
      expect(await streams[index]?.next()).toMatchObject({ type: 'ticket.opened' })
    }
    expect(await inbox.next()).toMatchObject({ type: 'ticket.opened' })
  })
})
