import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf, unchanged } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { connect } from '../kit/socket.ts'
import { admin, done, mutate, outcome, type Person } from '../kit/world.ts'
import { bearer, create, letIn, readToken, revoke, rotate } from './scene.ts'

let server: TestServer
let cast: Cast
let alla: Person
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  alla = await admin(server)
})
afterAll(async () => await server.close())

const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1_000).toISOString()
/** As if so much time had passed since. */
async function backdate({ id }: { id: string }, column: 'expires_at', value: string): Promise<void> {
  await server.desk.database.pool.query(`update service_tokens set ${column} = $2 where id = $1`, [
    id.slice(4),
    value,
  ])
}

describe('a rotation', () => {
  it('gives another secret, and the one of before works on for a day', async () => {
    const { secret, serviceToken } = await create(alla)
    const before = Date.now()
    const rotated = await rotate(alla, serviceToken)
    expect(rotated.secret).toMatch(/^opora_[0-9A-Za-z]{49}$/)
    expect(rotated.secret).not.toBe(secret)
    for (const one of [secret, rotated.secret]) expect(await letIn(bearer(server, one))).toBe('SERVICE')
    const [newest, former, ...none] = rotated.serviceToken.secrets
    expect(none).toEqual([])
    expect(newest).toMatchObject({ hint: rotated.secret.slice(-4), endsAt: null })
    expect(former).toMatchObject({ hint: secret.slice(-4) })
    const endsAt = Date.parse(former?.endsAt ?? '')
    expect(endsAt).toBeGreaterThanOrEqual(before + 86_400_000)
    expect(endsAt).toBeLessThanOrEqual(Date.now() + 86_400_000)
    expect({ ...rotated.serviceToken, secrets: [] }).toEqual({ ...serviceToken, secrets: [] })
  })

  it('without an overlap ends the secrets of before at once', async () => {
    const { secret, serviceToken } = await create(alla)
    const old = bearer(server, secret)
    expect(await letIn(old)).toBe('SERVICE')
    const second = await rotate(alla, serviceToken)
    const third = await rotate(alla, serviceToken, { overlapSeconds: 0 })
    expect(await letIn(old)).toBe('TOKEN_EXPIRED')
    expect(await letIn(bearer(server, second.secret))).toBe('TOKEN_EXPIRED')
    expect(await letIn(bearer(server, third.secret))).toBe('SERVICE')
    expect(third.serviceToken.secrets).toHaveLength(1)
  })

  it('gives no secret of before a longer life than it would have had', async () => {
    const { serviceToken } = await create(alla, { expiresAt: inSeconds(600) })
    const once = await rotate(alla, serviceToken, { overlapSeconds: 60 })
    const first = once.serviceToken.secrets[1]
    const twice = await rotate(alla, serviceToken, { overlapSeconds: 3_600, expiresAt: inSeconds(86_400) })
    expect(twice.serviceToken.secrets.map(({ endsAt }) => endsAt)).toEqual([
      null,
      // The end that the whole token had.
      serviceToken.expiresAt,
      first?.endsAt,
    ])
  })

  it('keeps the service what it is: a retry with the new secret finds what the old one did', async () => {
    const { secret, serviceToken } = await create(alla)
    const input = { text: 'Не пришло', customerId: cast.ownBuyer.id, idempotencyKey: 'across' }
    const { ticket } = await done(bearer(server, secret), 'ticketOpen', input)
    const { secret: next } = await rotate(alla, serviceToken, { overlapSeconds: 0 })
    const again = await done(bearer(server, next), 'ticketOpen', input)
    expect(again.ticket.id).toBe(ticket.id)
    // Another service has other keys.
    const other = await create(alla, { service: 'another' })
    expect((await done(bearer(server, other.secret), 'ticketOpen', input)).ticket.id).not.toBe(ticket.id)
  })

  it('done again with its key rotates nothing, and shows no secret', async () => {
    const { serviceToken } = await create(alla)
    const input = { idempotencyKey: `rotate ${serviceToken.id}` }
    const first = await rotate(alla, serviceToken, input)
    const again = await unchanged(server.desk, async () => await rotate(alla, serviceToken, input))
    expect(again).toEqual({ ...first, secret: null })
    const other = { serviceTokenId: serviceToken.id, ...input, overlapSeconds: 5 }
    expect(await outcome(alla, 'serviceTokenRotate', other)).toBe('IdempotencyConflict')
  })

  it('brings an expired token back with another end only', async () => {
    const { secret, serviceToken } = await create(alla, { expiresAt: inSeconds(600) })
    await backdate(serviceToken, 'expires_at', inSeconds(-60))
    expect(await letIn(bearer(server, secret))).toBe('TOKEN_EXPIRED')
    expect(await readToken(alla, serviceToken)).toMatchObject({ status: 'EXPIRED', secrets: [] })
    const refused = await unchanged(
      server.desk,
      async () => await mutate(alla, 'serviceTokenRotate', { serviceTokenId: serviceToken.id }),
    )
    expect(refused).toMatchObject({ __typename: 'InvalidInput', rule: 'past', path: ['expiresAt'] })
    const back = await rotate(alla, serviceToken, { expiresAt: inSeconds(600) })
    expect(back.serviceToken).toMatchObject({ status: 'ACTIVE', secrets: [{ endsAt: null }] })
    expect(await letIn(bearer(server, back.secret))).toBe('SERVICE')
    expect(await letIn(bearer(server, secret))).toBe('TOKEN_EXPIRED')
  })

  it('closes the socket of the old secret when the overlap is over, and not that of the new one', async () => {
    const { secret, serviceToken } = await create(alla)
    const old = await connect(server.wsUrl, secret)
    const { secret: next } = await rotate(alla, serviceToken, { overlapSeconds: 1 })
    const fresh = await connect(server.wsUrl, next)
    expect(await old.closed).toEqual({ code: 4403, reason: 'Token expired' })
    fresh.send({ type: 'subscribe', id: '1', payload: { query: '{ viewer { role } }' } })
    expect(await fresh.next()).toMatchObject({ payload: { data: { viewer: { role: 'SERVICE' } } } })
    await fresh.close()
  })
})

describe('nothing is rotated', () => {
  it('of a token that was revoked', async () => {
    const { serviceToken } = await create(alla)
    await revoke(alla, serviceToken)
    const input = { serviceTokenId: serviceToken.id, expiresAt: inSeconds(600) }
    const result = await unchanged(server.desk, async () => await mutate(alla, 'serviceTokenRotate', input))
    expect(result).toMatchObject({
      __typename: 'IllegalTransition',
      from: 'REVOKED',
      action: 'ROTATE',
      allowedActions: [],
    })
  })

  it('beyond five secrets that work at a time, until one ends', async () => {
    const { serviceToken } = await create(alla)
    for (let count = 0; count < 4; count += 1) await rotate(alla, serviceToken, { overlapSeconds: 3_600 })
    const input = { serviceTokenId: serviceToken.id }
    const result = await unchanged(server.desk, async () => await mutate(alla, 'serviceTokenRotate', input))
    expect(result).toMatchObject({ __typename: 'TooSoon' })
    expect(Reflect.get(result, 'retryAfterSeconds')).toBeGreaterThan(3_000)
    expect(Reflect.get(result, 'retryAfterSeconds')).toBeLessThanOrEqual(3_600)
    const { serviceToken: rotated } = await rotate(alla, serviceToken, { overlapSeconds: 0 })
    expect(rotated.secrets).toHaveLength(1)
  })

  it.each([
    [{ serviceTokenId: 'svt_1' }, 'NotFound'],
    [{ serviceTokenId: 'svt_01939d7f-0000-7000-8000-000000000000' }, 'NotFound'],
    [{ overlapSeconds: -1 }, 'InvalidInput'],
    [{ overlapSeconds: 2_592_001 }, 'InvalidInput'],
    [{ expiresAt: '2020-01-01T00:00:00.000Z' }, 'InvalidInput'],
    [{ idempotencyKey: '' }, 'InvalidInput'],
  ])('with %j', async (input, problem) => {
    const { serviceToken } = await create(alla)
    const given = { serviceTokenId: serviceToken.id, ...input }
    expect(await unchanged(server.desk, async () => await outcome(alla, 'serviceTokenRotate', given))).toBe(
      problem,
    )
  })

  it('by anybody but an admin, its own service included', async () => {
    const { secret, serviceToken } = await create(alla)
    const { anonymous, teamId: _team, otherTeamId: _other, ...known } = cast
    for (const by of [...Object.values(known), bearer(server, secret)]) {
      for (const mutation of ['serviceTokenRotate', 'serviceTokenRevoke']) {
        expect(await outcome(by, mutation, { serviceTokenId: serviceToken.id })).toBe('FORBIDDEN')
        expect(await outcome(anonymous, mutation, { serviceTokenId: serviceToken.id })).toBe(
          'UNAUTHENTICATED',
        )
      }
    }
    expect(await readToken(alla, serviceToken)).toMatchObject({
      status: 'ACTIVE',
      secrets: [{ endsAt: null }],
    })
  })
})
