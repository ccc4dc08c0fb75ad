import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Claims, Viewer } from '../../src/auth/viewer.ts'
import { newId } from '../../src/core/ids.ts'
import { couldSee, factsSql, policyClass, visibleTickets } from '../../src/domains/tickets/policy.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { buyer, openTicket, operator, supervisor, team } from '../kit/world.ts'

let server: TestServer
const ids = { customers: [] as string[], operators: [] as string[], teams: [] as string[] }

beforeAll(async () => {
  server = await startTestServer()
  const { prisma } = server.desk.database
  for (const name of ['anna', 'boris']) await openTicket(await buyer(server, name))
  for (const name of ['olga', 'timur']) await operator(server, name)
  for (const key of ['delivery', 'returns']) await team(server, key)
  ids.customers = (await prisma.customer.findMany()).map(({ id }) => id)
  ids.operators = (await prisma.operator.findMany({ where: { role: 'OPERATOR' } })).map(({ id }) => id)
  ids.teams = (await prisma.team.findMany()).map(({ id }) => id)
  await makeEveryKindOfTicket()
})
afterAll(async () => await server.close())

/** A ticket for each customer, assignee and team, nobody and none included. */
async function makeEveryKindOfTicket(): Promise<void> {
  const combinations = ids.customers.flatMap((customerId) =>
    [null, ...ids.operators].flatMap((assigneeId) =>
      [null, ...ids.teams].map((teamId) => ({ customerId, assigneeId, teamId })),
    ),
  )
  await server.desk.database.prisma.ticket.createMany({
    data: combinations.map((facts) => ({
      id: newId(),
      ...facts,
      subject: 'x',
      topic: 'OTHER',
      channel: 'EMAIL',
      language: 'EN',
      lastActivityAt: new Date(),
    })),
  })
}

const claims = { issuer: 'i', subject: 's', scopes: [], locale: null, name: null, expiresAt: 0 }

function viewers(): fc.Arbitrary<Viewer> {
  const of = <R extends Claims['role']>(role: R) => ({ claims: { ...claims, role }, locale: 'ru' as const })
  const customer = fc
    .constantFrom(...ids.customers, newId())
    .map((customerId) => ({ kind: 'customer', role: 'customer', customerId, ...of('customer') }) as const)
  const desk = fc
    .record({
      operatorId: fc.constantFrom(...ids.operators, newId()),
      role: fc.constantFrom('operator', 'supervisor', 'admin'),
      teamIds: fc.subarray(ids.teams),
    })
    .map((person) => ({ kind: 'operator', name: 'o', ...person, ...of('operator') }) as const)
  const service = fc
    .subarray(['tickets:read', 'tickets:write', 'import:write', 'orders:write', 'customers:write'])
    .map(
      (scopes) => ({ kind: 'service', role: 'service', scopes: new Set(scopes), ...of('service') }) as const,
    )
  return fc.oneof(customer, desk, service, fc.constant({ kind: 'anonymous', locale: 'ru' } as const))
}

describe('the policy of tickets', () => {
  it('says the same as a where clause, as SQL and over facts', async () => {
    const { prisma } = server.desk.database
    const all = await prisma.ticket.findMany()
    expect(all.length).toBeGreaterThan(10)
    await fc.assert(
      fc.asyncProperty(viewers(), async (viewer) => {
        const found = await prisma.ticket.findMany({ where: visibleTickets(viewer), select: { id: true } })
        const seen = all.filter((ticket) => couldSee(viewer, ticket)).map(({ id }) => id)
        const bySql = await prisma.$queryRaw<{ id: string }[]>`
          select id from tickets where ${factsSql(visibleTickets(viewer))}`
        expect(found.map(({ id }) => id).sort()).toEqual(seen.sort())
        expect(bySql.map(({ id }) => id).sort()).toEqual(seen)
      }),
      { numRuns: 60 },
    )
  })

  it('leaves out no condition it does not know as SQL', () => {
    expect(() => factsSql({ status: 'OPEN' })).toThrow('status')
    expect(() => factsSql({ OR: [{ teamId: null }, { teamId: { not: null } }] })).toThrow('teamId')
    expect(() => factsSql({ NOT: { teamId: null } })).toThrow('NOT')
  })

  it('puts viewers of one class only where all of their rights are the same', async () => {
    const { prisma } = server.desk.database
    const all = await prisma.ticket.findMany()
    fc.assert(
      fc.property(viewers(), viewers(), (one, other) => {
        if (policyClass(one) !== policyClass(other)) return
        for (const ticket of all) expect(couldSee(one, ticket)).toBe(couldSee(other, ticket))
        expect(one.kind).toBe(other.kind)
        if (one.kind === 'service' && other.kind === 'service') expect(one.scopes).toEqual(other.scopes)
        if (one.kind === 'operator' && other.kind === 'operator') expect(one.role).toBe(other.role)
      }),
      { numRuns: 500 },
    )
  })

  it('lets supervisors see what no team has, and strangers nothing', async () => {
    const boss = await supervisor(server)
    const { tickets } = await boss.ask<{ tickets: { totalCount: { value: number } } }>(
      '{ tickets { totalCount { value } } }',
    )
    expect(tickets.totalCount.value).toBe(await server.desk.database.prisma.ticket.count())
    const stranger = await buyer(server, 'nobody-knows')
    const { tickets: none } = await stranger.ask<{ tickets: { nodes: unknown[] } }>(
      '{ tickets { nodes { id } } }',
    )
    expect(none.nodes).toEqual([])
  })
})
