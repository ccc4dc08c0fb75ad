import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { allScopes } from '../../src/domains/service-tokens/rules.ts'
import { toldLog } from '../events/nodes.ts'
import { type Cast, castOf, unchanged } from '../kit/cast.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { follow, followTicket, isCaughtUp, transports } from '../kit/stream.ts'
import { admin, mutate, openTicket, outcome, type Person } from '../kit/world.ts'
import { bearer, create, letIn, newToken, readToken, type Written, writtenFields } from './scene.ts'

let server: TestServer
let cast: Cast
let alla: Person
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  alla = await admin(server)
})
afterAll(async () => await server.close())

/** Everything the database holds, as text. */
async function allRows(): Promise<string> {
  const { pool } = server.desk.database
  const tables = await pool.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
  )
  const texts = await Promise.all(
    tables.rows.map(async ({ name }) => {
      const { rows } = await pool.query<{ said: string | null }>(
        `select string_agg(to_jsonb(stored)::text, '\n') as said from "${name}" as stored`,
      )
      return rows[0]?.said ?? ''
    }),
  )
  return texts.join('\n')
}

async function eventsOfTokens(): Promise<{ type: string; data: { serviceTokenId: string } }[]> {
  const { rows } = await server.desk.database.pool.query<{ type: string; data: { serviceTokenId: string } }>(
    `select type, data from events where type like 'serviceToken.%' order by id`,
  )
  return rows
}

describe('a service token', () => {
  it('is made with what was asked for, and shows its secret', async () => {
    const expiresAt = new Date(Date.now() + 86_400_000).toISOString()
    const scopes = ['events:read', 'channels:telegram', 'orders:write', 'events:read']
    const { secret, serviceToken } = await create(alla, { name: ' Склад ', scopes, expiresAt })
    expect(secret).toMatch(/^opora_[0-9A-Za-z]{49}$/)
    expect(serviceToken).toEqual({
      id: expect.stringMatching(/^svt_/),
      name: 'Склад',
      service: 'warehouse',
      scopes: ['orders:write', 'events:read', 'channels:telegram'],
      status: 'ACTIVE',
      createdBy: { id: alla.id },
      expiresAt,
      lastUsedAt: null,
      revokedAt: null,
      revokedBy: null,
      secrets: [{ hint: secret.slice(-4), createdAt: expect.any(String), endsAt: null, lastUsedAt: null }],
    })
    expect(await readToken(alla, serviceToken)).toEqual(serviceToken)
    expect((await eventsOfTokens()).at(-1)).toEqual({
      type: 'serviceToken.created',
      data: { serviceTokenId: serviceToken.id.slice('svt_'.length) },
    })
  })

  it('lets its service in, with its scopes and no other', async () => {
    const { secret } = await create(alla, { scopes: ['events:read', 'tickets:read'] })
    const warehouse = bearer(server, secret)
    const { viewer } = await warehouse.ask('{ viewer { role scopes customer { id } operator { id } } }')
    expect(viewer).toEqual({
      role: 'SERVICE',
      scopes: ['tickets:read', 'events:read'],
      customer: null,
      operator: null,
    })
    await warehouse.ask('{ events { nodes { id } } }')
    await expect(warehouse.ask('{ orders { nodes { id } } }')).resolves.toEqual({ orders: { nodes: [] } })
    expect(await outcome(warehouse, 'ordersUpsert', { orders: [] })).toBe('FORBIDDEN')
  })

  it.each(transports)('is taken over %s', async (transport) => {
    const { secret } = await create(alla)
    const { id } = await openTicket(cast.ownBuyer)
    const stream = followTicket(server, bearer(server, secret), { ticketId: id }, transport)
    await stream.upTo(isCaughtUp)
    await stream.leave()
    const buyers = 'subscription { item: customerEvents { cursor } }'
    expect(await follow(server, bearer(server, secret), buyers, {}, transport).refusal()).toBe('FORBIDDEN')
  })

  it('is told by its id where it acted, in the log only', async () => {
    const { secret, serviceToken } = await create(alla)
    const { id } = await openTicket(cast.ownBuyer)
    await mutate(bearer(server, secret), 'ticketResolve', { ticketId: id, resolution: 'FIXED' })
    const { rows } = await server.desk.database.pool.query(
      `select actor_kind, actor_id from events where ticket_id = $1 and type = 'ticket.statusChanged'`,
      [id.slice(4)],
    )
    expect(rows).toEqual([{ actor_kind: 'SERVICE', actor_id: serviceToken.id.slice(4) }])
    await toldLog(server.desk)
    // Streams and the feed, which partners read, do not name partners.
    const { events } = await alla.ask(
      `query ($id: ID!) { events(filter: { ticketId: $id, types: ["ticket.statusChanged"] }) {
        nodes { actor { kind id } } } }`,
      { id },
    )
    expect(events).toEqual({ nodes: [{ actor: { kind: 'SERVICE', id: null } }] })
  })

  it('has no secret in the database, in the log or in what the server says', async () => {
    const { secret } = await create(alla, { idempotencyKey: 'shown once' })
    const wrong = `${secret.slice(0, -1)}${secret.endsWith('0') ? '1' : '0'}`
    const refused = await bearer(server, wrong).answer('{ viewer { role } }')
    await bearer(server, secret).answer('{ broken')
    await bearer(server, secret).answer('{ events(after: "x") { nodes { id } } }')
    for (const said of [await allRows(), JSON.stringify(server.logs), JSON.stringify(refused.errors)]) {
      expect(said).not.toContain(secret.slice(6, 40))
      expect(said).not.toContain(Buffer.from(secret).toString('base64').slice(8, 40))
      expect(said).not.toContain(Buffer.from(secret).toString('hex').slice(12, 60))
    }
  })
})

describe('a secret that is nobody’s', () => {
  it('is refused, with the right check or without', async () => {
    const { secret } = await create(alla)
    const { rowCount } = await server.desk.database.pool.query(
      'delete from service_token_secrets where hint = $1',
      [secret.slice(-4)],
    )
    expect(rowCount).toBe(1)
    const wrong = [secret, `${secret.slice(0, -1)}!`, 'opora_', 'opora_x.y.z']
    for (const one of wrong) expect(await letIn(bearer(server, one))).toBe('UNAUTHENTICATED')
  })
})

describe('a retry', () => {
  it('with the key makes no second token, and shows no secret', async () => {
    const input = { idempotencyKey: 'retry', expiresAt: '2100-01-01T00:00:00.000Z' }
    const first = await create(alla, input)
    const again = await unchanged(server.desk, async () => await create(alla, input))
    expect(again).toEqual({ ...first, secret: null })
    expect(
      await unchanged(
        server.desk,
        async () => await outcome(alla, 'serviceTokenCreate', { ...newToken, ...input, name: 'Другой' }),
      ),
    ).toBe('IdempotencyConflict')
  })

  it('at the same moment too: one of them shows the secret', async () => {
    const input = { ...newToken, idempotencyKey: 'at once' }
    const all = await Promise.all(
      Array.from(
        { length: 5 },
        async () => await mutate<Written>(alla, 'serviceTokenCreate', input, writtenFields),
      ),
    )
    expect(new Set(all.map(({ serviceToken }) => serviceToken.id)).size).toBe(1)
    const secrets = all.flatMap(({ secret }) => (secret === null ? [] : [secret]))
    expect(secrets).toHaveLength(1)
    expect(await letIn(bearer(server, secrets[0] ?? ''))).toBe('SERVICE')
  })
})

describe('nothing is made', () => {
  it.each([
    [{ name: '  ' }, 'empty', ['name']],
    [{ name: 'x'.repeat(201) }, 'tooLong', ['name']],
    [{ name: 'a\0b' }, 'nul', ['name']],
    [{ service: '' }, 'pattern', ['service']],
    [{ service: 'склад' }, 'pattern', ['service']],
    [{ service: 'x'.repeat(101) }, 'pattern', ['service']],
    [{ scopes: [] }, 'empty', ['scopes']],
    [{ scopes: ['events:read', 'admin'] }, 'unknown', ['scopes', '1']],
    [{ scopes: ['channels:fax'] }, 'unknown', ['scopes', '0']],
    [{ expiresAt: '2020-01-01T00:00:00.000Z' }, 'past', ['expiresAt']],
    [{ idempotencyKey: 'x'.repeat(201) }, 'tooLong', ['idempotencyKey']],
  ])('of %j', async (input, rule, path) => {
    const result = await unchanged(
      server.desk,
      async () => await mutate(alla, 'serviceTokenCreate', { ...newToken, ...input }),
    )
    expect(result).toMatchObject({ __typename: 'InvalidInput', rule, path })
  })

  it('for anybody but an admin, a service with every scope included', async () => {
    const { secret } = await create(alla, { scopes: allScopes })
    const everything = bearer(server, secret)
    expect(await letIn(everything)).toBe('SERVICE')
    await until(async () => (await readToken(alla, await lastToken()))?.lastUsedAt !== null)
    const { anonymous, teamId: _team, otherTeamId: _other, ...known } = cast
    await unchanged(server.desk, async () => {
      for (const by of [...Object.values(known), everything]) {
        expect(await outcome(by, 'serviceTokenCreate', newToken)).toBe('FORBIDDEN')
      }
      expect(await outcome(anonymous, 'serviceTokenCreate', newToken)).toBe('UNAUTHENTICATED')
    })
  })
})

async function lastToken(): Promise<{ id: string }> {
  const { serviceTokens } = await alla.ask<{ serviceTokens: { nodes: { id: string }[] } }>(
    '{ serviceTokens(first: 1) { nodes { id } } }',
  )
  return serviceTokens.nodes[0] ?? { id: '' }
}
