import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf } from '../kit/cast.ts'
import { countRows } from '../kit/rows.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { done, openTicket, operator, type Person, readTicket } from '../kit/world.ts'

let server: TestServer
let cast: Cast
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
})
afterAll(async () => await server.close())

describe('the people and teams of the desk', () => {
  const query = '{ operators { id name } teams { key } }'
  it.each([
    ['guest', false],
    ['ownBuyer', false],
    ['operator', true],
    ['supervisor', true],
    ['serviceWithoutScope', false],
    ['readingService', true],
  ] as const)('are listed for the %s: %s', async (who, isSeen) => {
    const people = ['alla', 'olga', 'pavel', 'sergey']
    const answer = await cast[who].ask<{ operators: { name: string }[]; teams: { key: string }[] }>(query)
    expect(answer.operators.map(({ name }) => name)).toEqual(isSeen ? people : [])
    expect(answer.teams).toEqual(isSeen ? [{ key: 'delivery' }, { key: 'returns' }] : [])
  })

  it('and what the desk knows of them is not for others', async () => {
    const { id } = await openTicket(cast.ownBuyer)
    await done(cast.operator, 'ticketClaim', { ticketId: id })
    expect(await readTicket(cast.ownBuyer, id, 'assignee { name }')).toEqual({ assignee: { name: 'olga' } })
    for (const field of ['role', 'isDisabled', 'teams { key }']) {
      const query = `query ($id: ID!) { ticket(id: $id) { assignee { name ${field} } } }`
      const { errors } = await cast.ownBuyer.answer(query, { id })
      expect(errors).toMatchObject([{ extensions: { code: 'FORBIDDEN' } }])
      expect((await cast.operator.answer(query, { id })).errors).toBeUndefined()
    }
  })
})

describe('who somebody is', () => {
  const query = '{ viewer { role scopes locale customer { id } operator { id } } }'
  const operatorId = (who: Person) => ({ customer: null, operator: { id: who.id } })
  const customerId = (who: Person) => ({ customer: { id: who.id }, operator: null })
  const nobody = { customer: null, operator: null }
  it.each<[keyof Cast, string, string[], (who: Person) => object]>([
    ['guest', 'GUEST', [], customerId],
    ['ownBuyer', 'CUSTOMER', [], customerId],
    ['operator', 'OPERATOR', [], operatorId],
    ['supervisor', 'SUPERVISOR', [], operatorId],
    ['serviceWithoutScope', 'SERVICE', [], () => nobody],
    ['service', 'SERVICE', ['tickets:write'], () => nobody],
  ])('the %s is told', async (who, role, scopes, record) => {
    const viewer = cast[who] as Person
    expect(await viewer.ask(query)).toEqual({ viewer: { role, scopes, locale: 'RU', ...record(viewer) } })
  })
})

describe('an operator’s first request', () => {
  it('makes the record the token tells of', async () => {
    const who = await operator(server, 'roman', { name: 'Роман', role: 'admin' })
    expect(await who.ask('{ viewer { operator { id name role isDisabled teams { key } } } }')).toEqual({
      viewer: { operator: { id: who.id, name: 'Роман', role: 'ADMIN', isDisabled: false, teams: [] } },
    })
  })

  it('without a name is named by the subject', async () => {
    const token = await server.token('operator', { sub: 'nameless' })
    const { data } = await server.request('{ viewer { operator { name } } }', {}, token)
    expect(data).toEqual({ viewer: { operator: { name: 'nameless' } } })
  })

  it('makes one record when there are twenty at once', async () => {
    const before = await countRows(server.desk)
    // Tokens that differ, so that no request can wait for another’s answer inside the node.
    const tokens = await Promise.all(
      Array.from(
        { length: 20 },
        async (_, index) => await server.token('operator', { sub: 'rush', scope: `s${index}` }),
      ),
    )
    const answers = await Promise.all(
      tokens.map(
        async (token) =>
          await server.request<{ viewer: { operator: { id: string } } }>(
            '{ viewer { operator { id } } }',
            {},
            token,
          ),
      ),
    )
    expect(new Set(answers.map(({ data }) => data.viewer.operator.id)).size).toBe(1)
    expect(await countRows(server.desk)).toEqual({ ...before, operators: (before['operators'] ?? 0) + 1 })
  })
})
