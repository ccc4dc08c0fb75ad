import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { statementsDuring } from '../kit/statements.ts'
import { follow, followMessages } from '../kit/stream.ts'
import {
  buyer,
  done,
  openTicket,
  operator,
  type Person,
  supervisor,
  type Ticket,
  team,
} from '../kit/world.ts'

let server: TestServer
let anna: Person
let olga: Person
let ticket: Ticket

beforeAll(async () => {
  server = await startTestServer()
  anna = await buyer(server, 'anna')
  olga = await operator(server, 'olga')
  ticket = await openTicket(anna)
})
afterAll(async () => await server.close())

describe('an event for many subscribers', () => {
  it('is executed once for those alike in all', async () => {
    const followers = Array.from({ length: 12 }, () =>
      followMessages(server, anna, { ticketId: ticket.id, afterSeq: 0 }, { fields: 'id seq text createdAt' }),
    )
    for (const follower of followers) expect((await follower.next()).seq).toBe(1)
    const sent = await statementsDuring(server.desk, async () => {
      await done(olga, 'messageSend', { ticketId: ticket.id, text: 'Сейчас посмотрю' })
      for (const follower of followers) expect((await follower.next()).text).toBe('Сейчас посмотрю')
    })
    // The mutation and one execution: far fewer than there are followers.
    const ofMessages = sent.filter((statement) => statement.includes('"messages"'))
    expect(ofMessages.length).toBeGreaterThan(0)
    expect(ofMessages.length).toBeLessThan(followers.length / 2)
  })

  it('is the viewer’s own where a field depends on the viewer', async () => {
    const opened = await openTicket(anna)
    const fields = '__typename ... on MessageSent { ticket { unreadCount } }'
    const query = `subscription ($id: ID!, $after: String) { item: ticketEvents(ticketId: $id, after: $after) { ${fields} } }`
    const boss = await supervisor(server, 'boss')
    const streams = [olga, boss].map((by) =>
      follow<{ __typename: string; ticket?: { unreadCount: number } }>(server, by, query, { id: opened.id }),
    )
    for (const stream of streams) expect((await stream.next()).__typename).toBe('CaughtUp')
    await done(olga, 'messagesMarkRead', { ticketId: opened.id, upToSeq: 1 })
    await done(anna, 'messageSend', { ticketId: opened.id, text: 'Ещё вопрос' })
    const counts: (number | undefined)[] = []
    for (const stream of streams) {
      const items = await stream.upTo(({ __typename }) => __typename === 'MessageSent')
      counts.push(items.at(-1)?.ticket?.unreadCount)
    }
    expect(counts).toEqual([1, 2])
  })

  it('keeps to the rights of each where they differ', async () => {
    const teamId = await team(server, 'returns')
    const timur = await operator(server, 'timur', { teams: [teamId] })
    const opened = await openTicket(anna)
    const query = `subscription { item: inboxEvents { __typename ... on MessageSent { message { text } }
      ... on Removed { subjectId } } }`
    type Item = { __typename: string; subjectId?: string; message?: { text: string } | null }
    const [ofTeam, ofNone] = [timur, olga].map((by) => follow<Item>(server, by, query, {}))
    expect((await ofTeam?.next())?.__typename).toBe('CaughtUp')
    expect((await ofNone?.next())?.__typename).toBe('CaughtUp')
    await done(await supervisor(server, 'boss'), 'ticketAssign', { ticketId: opened.id, teamId })
    await done(anna, 'messageSend', { ticketId: opened.id, text: 'только для своих' })
    const seen = await ofTeam?.upTo(({ __typename }) => __typename === 'MessageSent')
    expect(seen?.at(-1)?.message?.text).toBe('только для своих')
    const last = await ofNone?.upTo(({ __typename }) => __typename === 'Removed')
    expect(last?.at(-1)?.subjectId).toBe(opened.id)
    await openTicket(anna, { text: 'для всех' })
    const after = await ofNone?.upTo(({ __typename }) => __typename === 'MessageSent')
    expect(after?.flatMap(({ message }) => message?.text ?? [])).toEqual(['для всех'])
  })

  it('speaks each subscriber’s language', async () => {
    const opened = await openTicket(anna)
    const query = `subscription ($id: ID!) { item: messageSent(ticketId: $id, afterSeq: 0) { ticket { id } seq } }`
    const [ru, en] = [anna, await buyer(server, 'anna', { locale: 'en' })].map((by) =>
      follow<{ seq: number; ticket: { id: string } }>(server, by, query, { id: opened.id }),
    )
    expect(await ru?.next()).toEqual({ seq: 1, ticket: { id: opened.id } })
    expect(await en?.next()).toEqual({ seq: 1, ticket: { id: opened.id } })
  })
})
