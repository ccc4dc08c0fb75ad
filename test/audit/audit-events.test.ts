import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { archiveAll } from '../../src/events/archive.ts'
import { createCursors } from '../../src/events/cursors.ts'
import { toldLog, wholeLog } from '../events/nodes.ts'
import { type Cast, castOf, ticketIn } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { statementsDuring } from '../kit/statements.ts'
import { admin, done, mutate, openTicket, type Person } from '../kit/world.ts'
import { note, send } from '../messages/entries.ts'
import { bearer, create, revoke, usesNoted } from '../service-tokens/scene.ts'

let server: TestServer
let cast: Cast
let alla: Person
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  alla = await admin(server)
})
afterAll(async () => await server.close())

interface AuditEvent {
  readonly id: string
  readonly type: string
  readonly isInternal: boolean
  readonly actor: {
    readonly kind: string
    readonly id: string | null
    readonly customer: { readonly id: string; readonly name: string | null } | null
    readonly operator: { readonly id: string; readonly name: string } | null
    readonly serviceToken: { readonly id: string; readonly service: string } | null
  }
  readonly ticket: { readonly id: string } | null
  readonly customer: { readonly id: string } | null
  readonly operator: { readonly id: string } | null
  readonly facts: readonly { readonly name: string; readonly value: string | null }[]
}
interface Page {
  readonly edges: readonly { readonly cursor: string; readonly node: AuditEvent }[]
  readonly pageInfo: {
    readonly hasNextPage: boolean
    readonly hasPreviousPage: boolean
    readonly endCursor: string
  }
}

const query = `query ($filter: AuditEventFilter, $first: Int, $after: String) {
  auditEvents(filter: $filter, first: $first, after: $after) {
    edges { cursor node { id type isInternal
      actor { kind id customer { id name } operator { id name } serviceToken { id service } }
      ticket { id } customer { id } operator { id } facts { name value } } }
    pageInfo { hasNextPage hasPreviousPage endCursor } } }`

const page = async (by: Person, variables: object = {}) =>
  (await by.ask<{ auditEvents: Page }>(query, { ...variables })).auditEvents
const events = async (variables: object = {}) => (await page(alla, variables)).edges.map(({ node }) => node)
const types = async (filter: object) => (await events({ filter, first: 100 })).map(({ type }) => type)

async function whole(variables: { first?: number; filter?: object } = {}): Promise<AuditEvent[]> {
  const all: AuditEvent[] = []
  for (let after: string | null = null; ; ) {
    const { edges, pageInfo }: Page = await page(alla, { ...variables, after })
    all.push(...edges.map(({ node }) => node))
    after = pageInfo.endCursor
    if (!pageInfo.hasNextPage) return all
  }
}

describe('auditEvents', () => {
  it('tells who did what, newest first, with what is the desk’s own', async () => {
    const { id } = await openTicket(cast.ownBuyer)
    const { message } = await note(cast.operator, id, 'Тайное слово')
    const { secret, serviceToken } = await create(alla)
    await mutate(bearer(server, secret), 'ticketUpdate', { ticketId: id, topic: 'PAYMENT' })
    await done(alla, 'operatorUpdate', { operatorId: cast.operator.id, name: 'Ольга' }, '__typename')
    await revoke(alla, serviceToken)
    await toldLog(server.desk)
    const told = await events({ first: 6 })
    const byAdmin = { kind: 'OPERATOR', id: alla.id, operator: { id: alla.id, name: 'alla' } }
    const nobody = { customer: null, operator: null, serviceToken: null }
    const byService = { id: serviceToken.id, service: 'warehouse' }
    const ofTicket = { ticket: { id }, customer: { id: cast.ownBuyer.id }, operator: null }
    const ofNone = { ticket: null, customer: null, operator: null }
    const fact = [{ name: 'serviceTokenId', value: serviceToken.id }]
    expect(told).toMatchObject([
      {
        type: 'serviceToken.revoked',
        isInternal: true,
        actor: { ...nobody, ...byAdmin },
        ...ofNone,
        facts: fact,
      },
      {
        type: 'operator.updated',
        actor: { ...nobody, ...byAdmin },
        ...ofNone,
        operator: { id: cast.operator.id },
        facts: [{ name: 'isDisabled', value: 'false' }],
      },
      {
        type: 'ticket.updated',
        isInternal: false,
        actor: { ...nobody, kind: 'SERVICE', id: serviceToken.id, serviceToken: byService },
        ...ofTicket,
      },
      { type: 'serviceToken.created', actor: { ...nobody, ...byAdmin }, ...ofNone, facts: fact },
      {
        type: 'note.added',
        isInternal: true,
        // By the name of now.
        actor: { ...nobody, kind: 'OPERATOR', operator: { id: cast.operator.id, name: 'Ольга' } },
        ...ofTicket,
        facts: expect.arrayContaining([{ name: 'messageId', value: message.id }]),
      },
      {
        type: 'message.sent',
        actor: { ...nobody, kind: 'CUSTOMER', customer: { id: cast.ownBuyer.id, name: 'anna' } },
        ...ofTicket,
      },
    ])
    const { data } = await alla.answer(query, { first: 100 })
    expect(JSON.stringify(data)).not.toMatch(/Тайное слово|Где посылка/)
  })

  it('gives all of the log once, page by page, the archived part included', async () => {
    const log = await wholeLog(server.desk)
    const expected = log.map(({ id }) => id).toReversed()
    const told = async (first: number) =>
      (await whole({ first })).map(({ id }) => Number.parseInt(id.slice(-12), 16))
    expect(await told(100)).toEqual(expected)
    expect(await told(7)).toEqual(expected)
    const { pool } = server.desk.database
    await pool.query(`update events set occurred_at = now() - interval '2 days' where position <= $1`, [
      Math.floor(log.length / 2),
    ])
    // Nothing is archived that a consumer has not taken yet.
    await pool.query('update consumers set position = (select position from log_head)')
    expect(await archiveAll(server.desk.database, 1)).toBe(Math.floor(log.length / 2))
    expect(await told(7)).toEqual(expected)
    expect(await types({ types: ['operator.updated'] })).toContain('operator.updated')
  })

  it('goes on from any cursor of the log', async () => {
    const { id } = await openTicket(cast.ownBuyer)
    const sent = await send(cast.ownBuyer, id, 'Раз')
    await send(cast.ownBuyer, id, 'Два')
    await toldLog(server.desk)
    const before = await events({ first: 3, after: sent.cursor })
    expect(before.map(({ type }) => type)).toEqual(['message.sent', 'ticket.opened', expect.any(String)])
    const { edges, pageInfo } = await page(alla, { first: 2 })
    expect(pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, endCursor: edges[1]?.cursor })
    for (const cursor of ['', 'x', createCursors(['other'], 'other').encode({ kind: 'position', value: 1n })])
      await expect(page(alla, { after: cursor })).rejects.toThrow(/^BAD_USER_INPUT/)
    for (const first of [0, 101]) await expect(page(alla, { first })).rejects.toThrow(/^BAD_USER_INPUT/)
  })

  it('is for admins', async () => {
    const { secret } = await create(alla)
    const { anonymous, teamId: _team, otherTeamId: _other, ...known } = cast
    for (const by of [...Object.values(known), bearer(server, secret)])
      await expect(page(by)).rejects.toThrow(/^FORBIDDEN/)
    await expect(page(anonymous)).rejects.toThrow(/^UNAUTHENTICATED/)
  })

  it('costs as many statements for 50 events as for one', async () => {
    for (let count = 0; count < 5; count += 1) {
      const { id } = await ticketIn(cast, 'RESOLVED')
      await note(cast.operator, id, 'Заметка')
    }
    await toldLog(server.desk)
    await usesNoted(server.desk)
    const filter = { actorKinds: ['OPERATOR'], subjectId: cast.ownBuyer.id }
    const count = async (first: number) =>
      (await statementsDuring(server.desk, async () => await page(alla, { first, filter }))).length
    await count(30)
    expect(await count(30)).toBe(await count(1))
    expect((await page(alla, { first: 30, filter })).edges.length).toBeGreaterThan(20)
  })
})

describe('a filter', () => {
  it('by who did it gives what they did', async () => {
    const { secret, serviceToken } = await create(alla)
    const { id } = await openTicket(cast.ownBuyer)
    await mutate(bearer(server, secret), 'ticketUpdate', { ticketId: id, topic: 'PAYMENT' })
    await note(cast.operator, id, 'Для своих')
    await toldLog(server.desk)
    const subjectId = id
    expect(await types({ actorId: serviceToken.id })).toEqual(['ticket.updated'])
    expect(await types({ actorId: cast.operator.id, subjectId })).toEqual(['note.added'])
    expect(await types({ actorId: cast.ownBuyer.id, subjectId })).toEqual(['message.sent', 'ticket.opened'])
    expect(await types({ actorKinds: ['SERVICE', 'OPERATOR'], subjectId })).toEqual([
      'note.added',
      'ticket.updated',
    ])
    expect(await types({ actorId: cast.otherBuyer.id, subjectId })).toEqual([])
    expect(await types({ actorId: 'opr_1' })).toEqual([])
  })

  it('by what it is about, and by type', async () => {
    const { id } = await openTicket(cast.otherBuyer)
    await done(alla, 'operatorUpdate', { operatorId: cast.supervisor.id, name: 'Сергей' }, '__typename')
    await toldLog(server.desk)
    expect(await types({ subjectId: id })).toEqual(['message.sent', 'ticket.opened'])
    expect(await types({ subjectId: id, types: ['ticket.opened'] })).toEqual(['ticket.opened'])
    expect((await types({ subjectId: cast.otherBuyer.id })).slice(0, 2)).toEqual([
      'message.sent',
      'ticket.opened',
    ])
    expect(await types({ subjectId: cast.supervisor.id })).toEqual(['operator.updated'])
    expect(await types({ types: [] })).toEqual([])
    expect(await types({ subjectId: 'tkt_1' })).toEqual([])
  })

  it('by time', async () => {
    const { id } = await openTicket(cast.ownBuyer)
    const { message } = await send(cast.ownBuyer, id, 'Позже')
    await toldLog(server.desk)
    const { rows } = await server.desk.database.pool.query<{ at: Date }>(
      `select occurred_at as at from events where data ->> 'messageId' = $1`,
      [message.id.slice('msg_'.length)],
    )
    const moment = rows[0]?.at.toISOString()
    expect(await types({ subjectId: id, occurredFrom: moment })).toEqual(['message.sent'])
    expect(await types({ subjectId: id, occurredTo: moment })).toEqual(['message.sent', 'ticket.opened'])
    expect(await types({ occurredTo: '2020-01-01T00:00:00.000Z' })).toEqual([])
    expect(await types({ occurredFrom: '2100-01-01T00:00:00.000Z' })).toEqual([])
  })

  it('that names what does not exist is refused', async () => {
    for (const filter of [{ types: ['ticket.lost'] }, { actorId: cast.teamId }, { subjectId: cast.teamId }])
      await expect(page(alla, { filter })).rejects.toThrow(/^BAD_USER_INPUT/)
  })
})
