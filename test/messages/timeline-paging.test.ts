import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { statementsDuring } from '../kit/statements.ts'
import { openTicket, Refused, readTicket } from '../kit/world.ts'
import { note, send } from './entries.ts'
import { eventful, fields, type Page, said, timelineOf, walk } from './timelines.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
})
afterAll(async () => await server.close())

describe('paging', () => {
  it.each([1, 2, 3, 5, 100])('by %i gives every entry once, from both ends', async (size) => {
    const id = await eventful(server, cast)
    for (const who of [cast.operator, cast.ownBuyer]) {
      const { nodes } = await timelineOf(who, id)
      expect(await walk(who, id, size)).toEqual(nodes)
      expect(await walk(who, id, size, true)).toEqual(nodes)
    }
  })

  it('is the same while the newest entries are not numbered yet', async () => {
    const id = await eventful(server, cast)
    const client = await server.desk.database.pool.connect()
    try {
      // The sequencer waits for the head of the log.
      await client.query('begin')
      await client.query('select 1 from log_head where id = 1 for update')
      await send(cast.ownBuyer, id, 'Спасибо')
      await note(cast.operator, id, 'Готово')
      const { nodes } = await timelineOf(cast.operator, id)
      expect(nodes.slice(-3).map(said)).toEqual([
        'ticket.statusChanged RESOLVED OPEN',
        '4 Спасибо',
        'note Готово',
      ])
      for (const size of [1, 2, 5]) {
        expect(await walk(cast.operator, id, size)).toEqual(nodes)
        expect(await walk(cast.operator, id, size, true)).toEqual(nodes)
      }
      await client.query('rollback')
      expect(await walk(cast.operator, id, 5)).toEqual(nodes)
    } finally {
      client.release()
    }
  })

  it('goes on after and before any entry', async () => {
    const id = await eventful(server, cast)
    const { nodes } = await timelineOf(cast.operator, id)
    const [, second, third, fourth, fifth] = nodes
    const between = await timelineOf(
      cast.operator,
      id,
      `first: 10, after: "${second?.cursor}", before: "${fifth?.cursor}"`,
    )
    expect(between.nodes).toEqual([third, fourth])
    const end = await timelineOf(cast.operator, id, `first: 10, after: "${nodes.at(-1)?.cursor}"`)
    expect([end.nodes, end.pageInfo.endCursor]).toEqual([[], null])
  })

  it.each(['first: 0', 'first: 101', 'first: 1, last: 1', 'after: "чужой"', 'last: -1'])(
    'refuses %s',
    async (args) => {
      const { id } = await openTicket(cast.ownBuyer)
      await expect(timelineOf(cast.ownBuyer, id, args)).rejects.toThrow(Refused)
    },
  )

  it('refuses the cursor of another list', async () => {
    const { id } = await openTicket(cast.ownBuyer)
    const ticket = await readTicket<{ messages: Page }>(cast.ownBuyer, id, 'messages { edges { cursor } }')
    const cursor = ticket?.messages.edges[0]?.cursor
    await expect(timelineOf(cast.ownBuyer, id, `after: "${cursor}"`)).rejects.toThrow('BAD_USER_INPUT')
  })
})

describe('many timelines at once', () => {
  const query = `query ($first: Int, $customerId: ID) { tickets(first: $first, filter: { customerId: $customerId }) {
    nodes { id timeline(last: 5) { ${fields} } oldest: timeline(first: 1) { nodes { at } } } } }`
  interface Answer {
    readonly tickets: { readonly nodes: readonly { readonly id: string; readonly timeline: Page }[] }
  }

  it('cost two statements for each field, whatever the number of tickets, and are each one’s own', async () => {
    for (let index = 0; index < 50; index += 1) {
      const { id } = await openTicket(cast.guest, { text: `Вопрос ${index}` })
      await note(cast.supervisor, id, `Заметка ${index}`)
    }
    const cost = async (first: number) => {
      const asking = async () =>
        await cast.supervisor.ask<Answer>(query, { first, customerId: cast.guest.id })
      let answer: Answer = { tickets: { nodes: [] } }
      const statements = await statementsDuring(server.desk, async () => {
        answer = await asking()
      })
      return { nodes: answer.tickets.nodes, count: statements.length }
    }
    const [one, fifty] = [await cost(1), await cost(50)]
    // The tickets; for each of the two fields its entries and their messages.
    expect([one.count, fifty.count]).toEqual([5, 5])
    expect([one.nodes.length, fifty.nodes.length]).toEqual([1, 50])
    for (const [index, { timeline }] of fifty.nodes.entries()) {
      const number = 49 - index
      expect(timeline.nodes.map(said)).toEqual([
        'ticket.opened',
        `1 Вопрос ${number}`,
        `note Заметка ${number}`,
      ])
    }
  })

  it('of one ticket asked for twice are the same', async () => {
    const { id } = await openTicket(cast.ownBuyer)
    const { nodes } = await cast.ownBuyer.ask<{ nodes: { timeline: Page }[] }>(
      `query ($ids: [ID!]!) { nodes(ids: $ids) { ... on Ticket { timeline { ${fields} } } } }`,
      { ids: [id, id] },
    )
    expect(nodes[0]?.timeline.nodes.map(said)).toEqual(['ticket.opened', '1 Где посылка?'])
    expect(nodes[1]).toEqual(nodes[0])
  })
})
