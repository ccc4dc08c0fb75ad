import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, unchanged } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { follow } from '../kit/stream.ts'
import { admin, done, mutate, openTicket, operator, outcome, type Person, readTicket } from '../kit/world.ts'

let server: TestServer
let cast: Cast
let alla: Person
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  alla = await admin(server)
})
afterAll(async () => await server.close())

const selection = 'operator { id name role isDisabled teams { key } }'
interface Updated {
  operator: { id: string; name: string; role: string; isDisabled: boolean; teams: { key: string }[] }
}
const update = async (input: object) => await mutate<Updated>(alla, 'operatorUpdate', input, selection)

let count = 0
async function newcomer(role: 'operator' | 'supervisor' | 'admin' = 'operator'): Promise<Person> {
  count += 1
  return await operator(server, `newcomer-${count}`, { role })
}

/** The role that counts for somebody; null when they have none any more. */
async function roleOf(who: Person): Promise<string | null> {
  const { data, status } = await who.answer<{ viewer: { role: string } }>('{ viewer { role } }')
  return status === 200 ? data.viewer.role : null
}

describe('an update', () => {
  it('changes what is given and leaves the rest', async () => {
    const { id } = await newcomer()
    const before = { id, name: `newcomer-${count}`, role: 'OPERATOR', isDisabled: false, teams: [] }
    const steps: [object, object][] = [
      [{ name: ' Ольга ' }, { name: 'Ольга' }],
      [{ role: 'SUPERVISOR' }, { role: 'SUPERVISOR' }],
      [
        { teamIds: [cast.otherTeamId, cast.teamId, cast.teamId] },
        { teams: [{ key: 'delivery' }, { key: 'returns' }] },
      ],
      [{ teamIds: [cast.teamId] }, { teams: [{ key: 'delivery' }] }],
      [{}, {}],
      [{ name: null, role: null, isDisabled: null, teamIds: null }, {}],
      [{ teamIds: [] }, { teams: [] }],
      [{ isDisabled: true }, { isDisabled: true }],
      [{ isDisabled: false }, { isDisabled: false }],
    ]
    let expected: object = before
    for (const [input, change] of steps) {
      expected = { ...expected, ...change }
      expect((await update({ operatorId: id, ...input })).operator).toEqual(expected)
    }
  })

  it('is one event that names nobody', async () => {
    const { id } = await newcomer()
    await update({ operatorId: id, name: 'Ольга', isDisabled: true })
    const { rows } = await server.desk.database.pool.query(
      'select type, is_internal, actor_id, data from events where operator_id = $1',
      [id.slice(4)],
    )
    expect(rows).toEqual([
      { type: 'operator.updated', is_internal: true, actor_id: alla.id.slice(4), data: { isDisabled: true } },
    ])
  })
})

describe('an update that is refused', () => {
  const unknown = (prefix: string) => `${prefix}_01990000-0000-7000-8000-000000000000`
  it.each([unknown('opr'), unknown('cus'), 'olga', ''])('finds no operator %j', async (operatorId) => {
    const call = async () => await update({ operatorId, isDisabled: true })
    expect(await unchanged(server.desk, call)).toMatchObject({ __typename: 'NotFound', path: ['operatorId'] })
  })

  it.each([unknown('tea'), unknown('opr'), 'delivery', ''])('finds no team %j', async (teamId) => {
    const input = { operatorId: cast.operator.id, name: 'Иная', teamIds: [cast.teamId, teamId] }
    const call = async () => await update(input)
    expect(await unchanged(server.desk, call)).toMatchObject({ __typename: 'NotFound', path: ['teamIds'] })
  })

  it.each([
    ['empty', ' '],
    ['tooLong', 'я'.repeat(201)],
    ['nul', '\0'],
    ['surrogate', '\udc00'],
  ])('takes no name that is `%s`', async (rule, name) => {
    const call = async () => await update({ operatorId: cast.operator.id, name, isDisabled: true })
    expect(await unchanged(server.desk, call)).toMatchObject({
      __typename: 'InvalidInput',
      rule,
      path: ['name'],
    })
  })

  it.each([
    ['anonymous', 'UNAUTHENTICATED'],
    ['guest', 'FORBIDDEN'],
    ['ownBuyer', 'FORBIDDEN'],
    ['operator', 'FORBIDDEN'],
    ['supervisor', 'FORBIDDEN'],
    ['serviceWithoutScope', 'FORBIDDEN'],
    ['service', 'FORBIDDEN'],
  ] as const)('comes from the %s: %s', async (who, code) => {
    const input = { operatorId: cast.operator.id, role: 'ADMIN' }
    const call = async () => await outcome(cast[who], 'operatorUpdate', input)
    expect(await unchanged(server.desk, call)).toBe(code)
  })
})

describe('disabling somebody', () => {
  it('counts from the answer on', async () => {
    for (let round = 0; round < 10; round += 1) {
      const who = await newcomer()
      expect(await roleOf(who)).toBe('OPERATOR')
      await update({ operatorId: who.id, isDisabled: true })
      expect(await roleOf(who)).toBeNull()
      await update({ operatorId: who.id, isDisabled: false })
      expect(await roleOf(who)).toBe('OPERATOR')
    }
  })

  it('ends every right, open streams and other nodes included', async () => {
    const other = await startTestServer({ DATABASE_URL: server.desk.database.url })
    const here = await newcomer()
    const there = await operator(other, `newcomer-${count}`)
    expect(there.id).toBe(here.id)
    const { id: ticketId } = await openTicket(cast.ownBuyer)
    const inbox = 'subscription { item: inboxEvents { __typename } }'
    const streams = [follow(server, here, inbox, {}), follow(other, there, inbox, {})]
    for (const stream of streams) expect(await stream.next()).toEqual({ __typename: 'CaughtUp' })
    await update({ operatorId: here.id, isDisabled: true })
    expect(await roleOf(here)).toBeNull()
    await until(async () => (await roleOf(there)) === null)
    for (const who of [here, there]) {
      const { data, errors, status } = await who.answer(
        'mutation ($id: ID!) { ticketClaim(input: { ticketId: $id }) { __typename } }',
        { id: ticketId },
      )
      expect([status, data, errors?.[0]?.extensions?.['code']]).toEqual([401, undefined, 'TOKEN_EXPIRED'])
    }
    for (const stream of streams) expect(await stream.refusal()).toBe('TOKEN_EXPIRED')
    expect(await readTicket(cast.supervisor, ticketId, 'assignee { id }')).toEqual({ assignee: null })
    await other.close()
  })
})

describe('the role that counts', () => {
  it('is the lower of the token’s and the desk’s', async () => {
    for (const [ofToken, ofDesk, counts] of [
      ['supervisor', 'OPERATOR', 'OPERATOR'],
      ['admin', 'SUPERVISOR', 'SUPERVISOR'],
      ['operator', 'ADMIN', 'OPERATOR'],
      ['admin', 'ADMIN', 'ADMIN'],
    ] as const) {
      const who = await newcomer(ofToken)
      await update({ operatorId: who.id, role: ofDesk })
      expect(await roleOf(who)).toBe(counts)
    }
  })

  it('takes what a supervisor sees away with it', async () => {
    const who = await newcomer('supervisor')
    const { id } = await openTicket(cast.ownBuyer)
    await done(cast.supervisor, 'ticketAssign', { ticketId: id, teamId: cast.teamId })
    expect((await readTicket(who, id))?.id).toBe(id)
    await update({ operatorId: who.id, role: 'OPERATOR' })
    expect(await readTicket(who, id)).toBeNull()
    expect(await outcome(who, 'ticketClaim', { ticketId: id })).toBe('NotFound')
  })
})

describe('other teams', () => {
  it('show other tickets, in the list and in the inbox that is open', async () => {
    const who = await newcomer()
    const { id } = await openTicket(cast.ownBuyer)
    await done(cast.supervisor, 'ticketAssign', { ticketId: id, teamId: cast.teamId })
    const inbox =
      'subscription { item: inboxEvents { __typename ... on Reset { reason } ... on MessageSent { ticket { id } } } }'
    const stream = follow<{ __typename: string }>(server, who, inbox, {})
    expect(await stream.next()).toEqual({ __typename: 'CaughtUp' })
    expect(await readTicket(who, id)).toBeNull()
    await update({ operatorId: who.id, teamIds: [cast.teamId] })
    expect(await stream.next()).toEqual({ __typename: 'Reset', reason: 'RIGHTS_CHANGED' })
    expect((await readTicket(who, id))?.id).toBe(id)
    await done(cast.ownBuyer, 'messageSend', { ticketId: id, text: 'Алло' })
    expect(await stream.next()).toEqual({ __typename: 'MessageSent', ticket: { id } })
    await update({ operatorId: who.id, teamIds: [cast.otherTeamId] })
    expect(await stream.next()).toEqual({ __typename: 'Reset', reason: 'RIGHTS_CHANGED' })
    expect(await readTicket(who, id)).toBeNull()
  })
})
