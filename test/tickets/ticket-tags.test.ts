import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ticketIn } from '../kit/cast.ts'
import { follow } from '../kit/stream.ts'
import { done, mutate, readTicket } from '../kit/world.ts'
import { openScene, type Scene } from './change.ts'

/** Labels are the desk's own matter: no buyer learns of them, by any path. */

let scene: Scene
beforeAll(async () => {
  scene = await openScene()
})
afterAll(async () => await scene.server.close())

const label = 'скандалист'

async function taggedTicket(): Promise<string> {
  const { id } = await ticketIn(scene.cast)
  await done(scene.cast.operator, 'ticketUpdate', { ticketId: id, tags: [label] })
  return id
}

describe('the tags of a ticket', () => {
  it.each([
    ['operator', [label]],
    ['supervisor', [label]],
    ['readingService', [label]],
    ['service', null],
    ['ownBuyer', null],
  ] as const)('read by the %s are %j', async (who, tags) => {
    const id = await taggedTicket()
    expect(await readTicket(scene.cast[who], id, 'id tags')).toEqual({ id, tags })
  })

  it('are null for the buyer on every path to a ticket', async () => {
    const { ownBuyer } = scene.cast
    const id = await taggedTicket()
    const paths = `query ($id: ID!) {
      node(id: $id) { ... on Ticket { tags } }
      nodes(ids: [$id]) { ... on Ticket { tags messages { nodes { ticket { tags } } } } }
      tickets(first: 1) { nodes { tags } edges { node { tags } } }
      viewer { customer { tickets(first: 1) { nodes { tags } } } }
    }`
    const answer = await ownBuyer.answer(paths, { id })
    expect(answer.errors).toBeUndefined()
    expect(JSON.stringify(answer.data)).not.toContain(label)
    expect(answer.data).toEqual({
      node: { tags: null },
      nodes: [{ tags: null, messages: { nodes: [{ ticket: { tags: null } }] } }],
      tickets: { nodes: [{ tags: null }], edges: [{ node: { tags: null } }] },
      viewer: { customer: { tickets: { nodes: [{ tags: null }] } } },
    })
    const sent = await mutate(ownBuyer, 'messageSend', { ticketId: id, text: 'Алло' }, 'ticket { tags }')
    expect(sent).toMatchObject({ ticket: { tags: null } })
  })

  it.each(['ownBuyer', 'guest', 'service', 'readingService'] as const)(
    'are no filter for the %s',
    async (who) => {
      await taggedTicket()
      const query = 'query ($tag: String!) { tickets(filter: { tag: $tag }) { nodes { id } } }'
      const answers = await Promise.all(
        [label, 'другое'].map(async (tag) => await scene.cast[who].answer(query, { tag })),
      )
      for (const { data, errors } of answers) {
        expect(data).toBeNull()
        expect(errors).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }])
      }
    },
  )

  it('are not searched', async () => {
    const { ownBuyer, operator } = scene.cast
    await taggedTicket()
    const query = 'query ($search: String!) { tickets(filter: { search: $search }) { nodes { id } } }'
    for (const who of [ownBuyer, operator]) {
      expect(await who.ask(query, { search: label })).toEqual({ tickets: { nodes: [] } })
    }
  })

  it('change nothing else that a buyer can read', async () => {
    const { ownBuyer, operator } = scene.cast
    const { id } = await ticketIn(scene.cast)
    const all = `id number subject topic channel status priority language version lastSeq lastActivityAt
      createdAt unreadCount allowedActions { action isAllowed } messages { nodes { id } }`
    const before = await readTicket(ownBuyer, id, all)
    await done(operator, 'ticketUpdate', { ticketId: id, tags: [label] })
    expect(await readTicket(ownBuyer, id, all)).toEqual(before)
  })
})

interface Told {
  __typename: string
  fields?: string[]
  ticket?: { tags: string[] | null }
}

describe('the events of a change of tags', () => {
  const query = `subscription ($ticketId: ID!, $after: String) {
    item: ticketEvents(ticketId: $ticketId, after: $after) {
      __typename ... on TicketUpdated { fields ticket { tags } } ... on TicketTagged { ticket { tags } } } }`
  async function change() {
    const { server, cast } = scene
    const opened = await mutate<{ cursor: string; ticket: { id: string } }>(
      cast.ownBuyer,
      'ticketOpen',
      { text: 'Где посылка?' },
      'cursor ticket { id }',
    )
    const ticketId = opened.ticket.id
    const variables = { ticketId, after: opened.cursor }
    const live = follow<Told>(server, cast.ownBuyer, query, variables)
    expect(await live.next()).toEqual({ __typename: 'CaughtUp' })
    await done(cast.operator, 'ticketUpdate', { ticketId, tags: [label] })
    await done(cast.operator, 'ticketUpdate', { ticketId, tags: [], subject: 'Посылка' })
    return { live, variables }
  }
  const ofBuyer = { __typename: 'TicketUpdated', fields: ['subject'], ticket: { tags: null } }

  it('do not reach the buyer, live or told again', async () => {
    const { server, cast } = scene
    const { live, variables } = await change()
    expect(await live.next()).toEqual(ofBuyer)
    const again = follow<Told>(server, cast.ownBuyer, query, variables)
    expect(await again.upTo(({ __typename }) => __typename === 'CaughtUp')).toEqual([
      ofBuyer,
      { __typename: 'CaughtUp' },
    ])
  })

  it('reach the desk', async () => {
    const { server, cast } = scene
    const { variables } = await change()
    const stream = follow<Told>(server, cast.operator, query, variables)
    const told = await stream.upTo(({ __typename }) => __typename === 'TicketUpdated')
    expect(told.filter(({ __typename }) => __typename !== 'CaughtUp')).toEqual([
      { __typename: 'TicketTagged', ticket: { tags: [] } },
      { __typename: 'TicketUpdated', fields: ['subject'], ticket: { tags: [] } },
    ])
  })
})
