import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { followInbox, followMessages, followTicket, isCaughtUp, transports } from '../kit/stream.ts'
import { done, mutate, openTicket, type Person } from '../kit/world.ts'
import { note, send } from './entries.ts'

/** An operator's note reaches no buyer, and no service, by any path: one test per path. */

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer({ REPLAY_LIMIT: '100' })
  cast = await castOf(server)
})
afterAll(async () => await server.close())

const outsiders = ['ownBuyer', 'readingService'] as const

interface Scene {
  readonly ticketId: string
  readonly otherTicketId: string
  /** A word that only the note says. */
  readonly word: string
  /** The note's id, or of nothing as long as there is no note. */
  readonly noteId: string
  readonly by: Person
}

/** Two tickets of the buyer, the second one written to last. */
async function sceneOf(by: Person): Promise<Scene> {
  const { id: ticketId } = await openTicket(cast.ownBuyer)
  await send(cast.supervisor, ticketId, 'Здравствуйте')
  const { id: otherTicketId } = await openTicket(cast.ownBuyer)
  const word = `мошенник${randomUUID().replaceAll('-', '')}`
  return { ticketId, otherTicketId, word, noteId: `msg_${randomUUID()}`, by }
}

/** Writes a note, edits it, writes another and redacts that one. */
async function writeNotes({ ticketId, word }: Scene): Promise<string> {
  const { message } = await note(cast.supervisor, ticketId, `Черновик ${word}`)
  await done(cast.supervisor, 'messageEdit', { messageId: message.id, text: `Это ${word}` })
  const second = await note(cast.supervisor, ticketId, word)
  await done(cast.supervisor, 'messageRedact', { messageId: second.message.id })
  return message.id
}

const onTicket = (fields: string) => async (scene: Scene) =>
  await scene.by.answer(`query ($id: ID!) { ticket(id: $id) { ${fields} } }`, { id: scene.ticketId })
const onTickets = (args: string, fields: string) => async (scene: Scene) =>
  await scene.by.answer(`query ($search: String) { tickets${args} { ${fields} } }`, { search: scene.word })
const timelineEntry = `cursor ... on TimelineMessage { message { id text } } ... on TimelineNote { note { id text } }
  ... on TimelineEvent { type subjectIds }`
const entry = 'id seq noteSeq afterSeq kind text editedAt redactedAt'

const paths: readonly [string, (scene: Scene) => Promise<unknown>][] = [
  ['ticket.messages', onTicket(`messages(first: 100) { nodes { ${entry} } }`)],
  ['the newest of ticket.messages', onTicket(`messages(last: 1) { nodes { ${entry} } }`)],
  ['cursors and counts of ticket.messages', onTicket(connection('messages'))],
  ['ticket.notes', onTicket('notes { nodes { id text } }')],
  ['cursors and counts of ticket.notes', onTicket(connection('notes'))],
  ['ticket.timeline', onTicket(`timeline(first: 100) { nodes { __typename at ${timelineEntry} } }`)],
  ['the newest of ticket.timeline', onTicket(`timeline(last: 1) { nodes { ${timelineEntry} } }`)],
  ['cursors and counts of ticket.timeline', onTicket(connection('timeline'))],
  ['missingDetails', onTicket('missingDetails { detail }')],
  ['unreadCount', onTicket('unreadCount')],
  ['read marks', onTicket('customerReadSeq deskReadSeq')],
  ['lastSeq', onTicket('lastSeq')],
  ['version', onTicket('version')],
  ['lastActivityAt', onTicket('lastActivityAt')],
  ['status, assignee, team and tags', onTicket('status assignee { id } team { id } tags')],
  ['allowedActions', onTicket('allowedActions { action isAllowed }')],
  ['the order of tickets', onTickets('(first: 2)', 'edges { cursor node { id lastActivityAt } }')],
  ['the number of tickets', onTickets('', 'totalCount { value isCapped }')],
  ['the search', onTickets('(filter: { search: $search })', 'totalCount { value } nodes { id }')],
  [
    'node',
    async ({ by, noteId }) => await by.answer('query ($id: ID!) { node(id: $id) { id } }', { id: noteId }),
  ],
  [
    'nodes',
    async ({ by, noteId, ticketId }) => {
      const query = `query ($ids: [ID!]!) { nodes(ids: $ids) { id ... on Message { ${entry} } } }`
      return await by.answer(query, { ids: [noteId, ticketId, noteId] })
    },
  ],
  [
    'the customer’s tickets',
    async ({ by }) => {
      const query = `query ($id: ID!) { customer(id: $id) {
        tickets(first: 2) { edges { cursor node { id lastSeq messages(last: 2) { nodes { text } } } } } } }`
      return await by.answer(query, { id: cast.ownBuyer.id })
    },
  ],
]
function connection(field: string): string {
  return `${field}(last: 2) { edges { cursor } totalCount { value }
    pageInfo { startCursor endCursor hasNextPage hasPreviousPage } }`
}

/** What an answer says, without the id that each request has of its own. */
function said(answer: unknown): string {
  const { data, errors } = answer as { data: unknown; errors?: readonly { message: string }[] }
  return JSON.stringify({ data, errors: errors?.map(({ message }) => message) })
}

describe.each(outsiders)('a note reaches %s not by', (member) => {
  it.each(paths)('%s', async (_path, look) => {
    const scene = await sceneOf(cast[member])
    const before = said(await look(scene))
    const noteId = await writeNotes(scene)
    const after = said(await look({ ...scene, noteId }))
    expect(after).toBe(before)
    expect(after).not.toContain(scene.word)
  })

  it.each(transports)('messageSent over %s', async (transport) => {
    const scene = await sceneOf(cast[member])
    const { ticketId } = scene
    const live = followMessages(server, scene.by, { ticketId, afterSeq: 0 }, { transport })
    expect([(await live.next()).seq, (await live.next()).seq]).toEqual([1, 2])
    await writeNotes(scene)
    await send(cast.supervisor, ticketId, 'Ответ')
    expect(await live.next()).toMatchObject({ seq: 3, text: 'Ответ' })
    const replay = followMessages(server, scene.by, { ticketId, afterSeq: 1 }, { transport })
    expect([(await replay.next()).text, (await replay.next()).text]).toEqual(['Здравствуйте', 'Ответ'])
  })

  it.each(transports)('ticketEvents over %s, live and replayed', async (transport) => {
    const scene = await sceneOf(cast[member])
    const { ticketId, by } = scene
    const { cursor } = await send(cast.supervisor, ticketId, 'До заметки')
    const live = followTicket(server, by, { ticketId, after: cursor }, transport)
    expect(isCaughtUp(await live.next())).toBe(true)
    await writeNotes(scene)
    await send(cast.supervisor, ticketId, 'После заметки')
    expect(await live.next()).toMatchObject({ type: 'message.sent', message: { text: 'После заметки' } })
    const told = await followTicket(server, by, { ticketId, after: cursor }, transport).upTo(isCaughtUp)
    expect(told.map(({ __typename }) => __typename)).toEqual(['MessageSent', 'CaughtUp'])
  })

  it.each<[string, (scene: Scene) => Promise<string | undefined>]>([
    ['that a stream is caught up from now', async ({ ticketId }) => await follow(member, { ticketId })],
    [
      'that a stream is caught up after a cursor',
      async ({ ticketId }) => {
        const { rows } = await server.desk.database.pool.query<{ position: string }>(
          'select min(position) as position from events where ticket_id = $1',
          [ticketId.slice(4)],
        )
        const value = BigInt(rows[0]?.position ?? 0)
        const after = server.desk.cursors.encode({ kind: 'position', value })
        return await follow(member, { ticketId, after })
      },
    ],
    [
      'that a stream begins anew after a wrong cursor',
      async ({ ticketId }) => await follow(member, { ticketId, after: 'подделка' }),
    ],
  ])('the cursor that says %s', async (_name, cursorOf) => {
    const scene = await sceneOf(cast[member])
    const before = await cursorOf(scene)
    await writeNotes(scene)
    expect(await cursorOf(scene)).toBe(before)
  })

  it('the limit of a replay', async () => {
    const { ticketId, by } = await sceneOf(cast[member])
    const { cursor } = await send(cast.supervisor, ticketId, 'Много заметок')
    await Promise.all(
      Array.from({ length: 101 }, async (_, n) => await note(cast.supervisor, ticketId, `${n}`)),
    )
    const told = await followTicket(server, by, { ticketId, after: cursor }).upTo(isCaughtUp)
    expect(told.map(({ __typename }) => __typename)).toEqual(['CaughtUp'])
  })

  it.each<[string, string, object]>([
    ['messageEdit', 'messageId', { text: 'Чужое' }],
    ['messageRedact', 'messageId', {}],
    ['messageSend', 'ticketId', { text: 'В заметку' }],
  ])('what %s of it answers', async (mutation, field, more) => {
    const scene = await sceneOf(cast[member])
    const trying = async (id: string) => {
      const result = mutate(scene.by, mutation, { [field]: id, ...more })
      return await result.catch((error: unknown) => String(error))
    }
    const nothing = await trying(scene.noteId)
    expect(await trying(await writeNotes(scene))).toEqual(nothing)
  })
})

/** The cursor with which a stream says that it is caught up. */
async function follow(member: (typeof outsiders)[number], variables: { ticketId: string; after?: string }) {
  await allNumbered()
  const told = await followTicket(server, cast[member], variables).upTo(isCaughtUp)
  return told.at(-1)?.cursor
}

/** Waits until the streams have everything that was written: a retry's answer names no place before that. */
async function allNumbered(): Promise<void> {
  const { cursor } = await send(cast.supervisor, (await openTicket(cast.otherBuyer)).id, 'Готово?')
  await followInbox(server, cast.supervisor, { after: cursor }).upTo(isCaughtUp)
}

describe('and not by', () => {
  it('inboxEvents of a service, live and replayed', async () => {
    const scene = await sceneOf(cast.readingService)
    const { cursor } = await send(cast.supervisor, scene.ticketId, 'До заметки')
    const live = followInbox(server, scene.by, { after: cursor })
    await live.upTo(isCaughtUp)
    await writeNotes(scene)
    await send(cast.supervisor, scene.ticketId, 'После заметки')
    expect(await live.next()).toMatchObject({ type: 'message.sent', message: { text: 'После заметки' } })
    const told = await followInbox(server, scene.by, { after: cursor }).upTo(isCaughtUp)
    expect(told.map(({ __typename }) => __typename)).toEqual(['MessageSent', 'CaughtUp'])
  })

  it('the messages a service has missed', async () => {
    const scene = await sceneOf(cast.service)
    await writeNotes(scene)
    const input = { ticketId: scene.ticketId, text: 'Ответ', lastSeenSeq: 0 }
    const refused = await mutate<{ messages: object[] }>(cast.service, 'messageSend', input)
    expect(refused).toMatchObject({ __typename: 'MissedMessages', lastSeq: 2 })
    expect(refused.messages).toHaveLength(2)
    expect(await send(cast.service, scene.ticketId, 'Ответ', { lastSeenSeq: 2 })).toMatchObject({
      message: { seq: 3 },
    })
  })

  it('the cursor of a buyer’s call that changes nothing', async () => {
    const scene = await sceneOf(cast.ownBuyer)
    const marking = async () => {
      const input = { ticketId: scene.ticketId, upToSeq: 1 }
      const { cursor } = await done<{ cursor: string }>(scene.by, 'messagesMarkRead', input, 'cursor')
      return cursor
    }
    await marking()
    await allNumbered()
    const before = await marking()
    await writeNotes(scene)
    await followInbox(server, cast.supervisor).upTo(isCaughtUp)
    const told = followInbox(server, cast.supervisor, { after: before })
    await told.upTo(({ type }) => type === 'note.redacted')
    expect(await marking()).toBe(before)
  })
})
