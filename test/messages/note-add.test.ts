import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { TicketStatus } from '../../src/core/prisma/enums.ts'
import { type Cast, castOf, eventsOf, ticketIn, unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { mutate, outcome, type Person, readTicket } from '../kit/world.ts'
import { note, send, uuidOf } from './entries.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
})
afterAll(async () => await server.close())

const notesOf = async (id: string) =>
  await readTicket<{ notes: { nodes: object[] } }>(
    cast.operator,
    id,
    'notes { nodes { kind seq noteSeq afterSeq text author { kind name id } clientMessageId } }',
  )

describe('a note', () => {
  it('counts by itself and knows after which message it was written', async () => {
    const ticket = await ticketIn(cast)
    const clientMessageId = randomUUID()
    await note(cast.operator, ticket.id, ' Постоянный клиент ', { clientMessageId })
    await send(cast.ownBuyer, ticket.id, 'Ещё вопрос')
    await note(cast.supervisor, ticket.id, 'Вернуть деньги')
    const entry = { kind: 'NOTE', seq: null, clientMessageId: null }
    const author = { kind: 'OPERATOR', name: 'olga', id: cast.operator.id }
    const other = { kind: 'OPERATOR', name: 'sergey', id: cast.supervisor.id }
    expect(await notesOf(ticket.id)).toEqual({
      notes: {
        nodes: [
          { ...entry, noteSeq: 1, afterSeq: 1, text: 'Постоянный клиент', author, clientMessageId },
          { ...entry, noteSeq: 2, afterSeq: 2, text: 'Вернуть деньги', author: other },
        ],
      },
    })
    expect(await readTicket(cast.operator, ticket.id)).toEqual({ ...ticket, lastSeq: 2 })
    const [added] = (await eventsOf(server.desk, ticket.id)).filter(({ type }) => type === 'note.added')
    expect(added?.data).toEqual({ messageId: expect.any(String), noteSeq: 1 })
  })

  it('of 20 writers at once gets a place of its own', async () => {
    const { id } = await ticketIn(cast)
    const writers = [cast.operator, cast.supervisor]
    const written = await Promise.all(
      Array.from({ length: 20 }, async (_, n) => await note(writers[n % 2] ?? cast.operator, id, `${n}`)),
    )
    const places = written.map(({ message }) => message.noteSeq).sort((one, other) => one - other)
    expect(places).toEqual(Array.from({ length: 20 }, (_, n) => n + 1))
  })

  it('is written once, however often it is sent', async () => {
    const { id } = await ticketIn(cast)
    const clientMessageId = randomUUID()
    const written = await Promise.all(
      Array.from({ length: 20 }, async () => await note(cast.operator, id, 'Один раз', { clientMessageId })),
    )
    expect(new Set(written.map((answer) => JSON.stringify(answer))).size).toBe(1)
    const notes = await notesOf(id)
    expect(notes?.notes.nodes).toHaveLength(1)
  })

  it.each<[string, string, (cast: Cast) => Person]>([
    ['another text', 'Иначе', ({ operator }) => operator],
    ['another author', 'Так', ({ supervisor }) => supervisor],
  ])('with a used key and %s is a conflict', async (_name, text, by) => {
    const { id } = await ticketIn(cast)
    const input = { ticketId: id, text: 'Так', clientMessageId: randomUUID() }
    await note(cast.operator, id, input.text, input)
    const writing = () => outcome(by(cast), 'noteAdd', { ...input, text })
    expect(await unchanged(server.desk, writing)).toBe('IdempotencyConflict')
  })

  it('is not taken for a message with the same key and text', async () => {
    const { id } = await ticketIn(cast)
    const input = { ticketId: id, text: 'Одно и то же', clientMessageId: randomUUID() }
    await send(cast.operator, id, input.text, input)
    const writing = () => outcome(cast.operator, 'noteAdd', input)
    expect(await unchanged(server.desk, writing)).toBe('IdempotencyConflict')
  })

  it.each<[TicketStatus]>([['CLOSED'], ['MERGED']])('is not written on a %s ticket', async (status) => {
    const { id } = await ticketIn(cast, status)
    const writing = () => mutate(cast.operator, 'noteAdd', { ticketId: id, text: 'Поздно' })
    expect(await unchanged(server.desk, writing)).toMatchObject({
      __typename: 'IllegalTransition',
      from: status,
      action: 'UPDATE',
      allowedActions: [],
    })
  })

  it.each([
    ['', 'empty'],
    ['\u2003\n', 'empty'],
    ['ж'.repeat(10_001), 'tooLong'],
    ['a\0', 'nul'],
  ])('of a text that will not do is refused', async (text, rule) => {
    const { id } = await ticketIn(cast)
    const writing = () => mutate(cast.operator, 'noteAdd', { ticketId: id, text })
    expect(await unchanged(server.desk, writing)).toMatchObject({ __typename: 'InvalidInput', rule })
  })
})

describe('who may write a note', () => {
  it.each<[keyof Cast, string]>([
    ['anonymous', 'UNAUTHENTICATED'],
    ['guest', 'FORBIDDEN'],
    ['otherBuyer', 'FORBIDDEN'],
    ['ownBuyer', 'FORBIDDEN'],
    ['operatorOfAnotherTeam', 'NotFound'],
    ['serviceWithoutScope', 'FORBIDDEN'],
    ['readingService', 'FORBIDDEN'],
    ['service', 'FORBIDDEN'],
  ])('not %s: %s', async (member, refusal) => {
    const { id } = await ticketIn(cast)
    const writing = () => outcome(cast[member] as Person, 'noteAdd', { ticketId: id, text: 'Можно?' })
    expect(await unchanged(server.desk, writing)).toBe(refusal)
  })

  it('nobody on what does not exist', async () => {
    const ticketId = `tkt_${uuidOf(cast.ownBuyer.id)}`
    expect(await outcome(cast.supervisor, 'noteAdd', { ticketId, text: 'Где?' })).toBe('NotFound')
  })
})
