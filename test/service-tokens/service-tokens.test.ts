import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Cast, castOf } from '../kit/cast.ts'
import { withClient } from '../kit/database.ts'
import { until } from '../kit/postgres-process.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { statementsDuring } from '../kit/statements.ts'
import { admin, type Person } from '../kit/world.ts'
import { bearer, create, letIn, readToken, revoke, type Token, tokenFields, usesNoted } from './scene.ts'

let server: TestServer
let cast: Cast
let alla: Person
beforeAll(async () => {
  server = await startTestServer()
  cast = await castOf(server)
  alla = await admin(server)
})
afterAll(async () => await server.close())

interface Page {
  readonly nodes: readonly Token[]
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string }
  readonly totalCount: { readonly value: number }
}
const list = async (by: Person, variables: object = {}) =>
  (
    await by.ask<{ serviceTokens: Page }>(
      `query ($filter: ServiceTokenFilter, $first: Int, $after: String) {
        serviceTokens(filter: $filter, first: $first, after: $after) {
          nodes { ${tokenFields} } pageInfo { hasNextPage endCursor } totalCount { value } } }`,
      { ...variables },
    )
  ).serviceTokens
const ids = ({ nodes }: Page) => nodes.map(({ id }) => id)

describe('serviceTokens', () => {
  it('lists them newest first, by page and by filter', async () => {
    const made: Token[] = []
    for (const service of ['one', 'two', 'one', 'three'])
      made.push((await create(alla, { service })).serviceToken)
    const [first, second, third, fourth] = made.map(({ id }) => id)
    await revoke(alla, { id: second ?? '' })
    await server.desk.database.pool.query('update service_tokens set expires_at = now() where id = $1', [
      third?.slice(4),
    ])
    const all = await list(alla)
    expect(ids(all)).toEqual([fourth, third, second, first])
    expect(all.nodes.map(({ status }) => status)).toEqual(['ACTIVE', 'EXPIRED', 'REVOKED', 'ACTIVE'])
    expect(all.totalCount.value).toBe(4)
    const page = await list(alla, { first: 3 })
    expect(ids(page)).toEqual([fourth, third, second])
    expect(ids(await list(alla, { after: page.pageInfo.endCursor }))).toEqual([first])
    expect(ids(await list(alla, { filter: { service: 'one' } }))).toEqual([third, first])
    expect(ids(await list(alla, { filter: { service: 'one', status: 'ACTIVE' } }))).toEqual([first])
    expect(ids(await list(alla, { filter: { status: 'EXPIRED' } }))).toEqual([third])
    expect(ids(await list(alla, { filter: { status: 'REVOKED' } }))).toEqual([second])
    expect(ids(await list(alla, { filter: { service: 'a\0b' } }))).toEqual([])
  })

  it('is for admins; to others a token is not there', async () => {
    const { secret, serviceToken } = await create(alla)
    const { anonymous, teamId: _team, otherTeamId: _other, ...known } = cast
    for (const by of [...Object.values(known), bearer(server, secret)]) {
      await expect(list(by)).rejects.toThrow(/^FORBIDDEN/)
      expect(await readToken(by, serviceToken)).toBeNull()
    }
    await expect(list(anonymous)).rejects.toThrow(/^UNAUTHENTICATED/)
    await expect(readToken(anonymous, serviceToken)).rejects.toThrow(/^UNAUTHENTICATED/)
  })

  it('costs as many statements for 50 tokens as for one', async () => {
    for (let count = 0; count < 50; count += 1) await create(alla)
    const count = async (first: number) =>
      (await statementsDuring(server.desk, async () => await list(alla, { first }))).length
    await count(50)
    expect(await count(50)).toBe(await count(1))
    expect((await list(alla, { first: 50 })).nodes).toHaveLength(50)
  })
})

describe('the use of a token', () => {
  it('is written down beside the request, which costs no statement from then on', async () => {
    const { secret, serviceToken } = await create(alla)
    const warehouse = bearer(server, secret)
    const first = await statementsDuring(server.desk, async () => {
      expect(await letIn(warehouse)).toBe('SERVICE')
      await usesNoted(server.desk)
    })
    expect(first.filter((text) => text.startsWith('update service_token_secrets'))).toHaveLength(1)
    const used = await readToken(alla, serviceToken)
    expect(used?.lastUsedAt).not.toBeNull()
    expect(used?.secrets[0]?.lastUsedAt).toBe(used?.lastUsedAt)
    const more = await statementsDuring(server.desk, async () => {
      for (let count = 0; count < 5; count += 1) expect(await letIn(warehouse)).toBe('SERVICE')
    })
    expect(more).toEqual([])
    expect(await readToken(alla, serviceToken)).toEqual(used)
  })

  it('is written once a minute though it is read anew before', async () => {
    const { secret, serviceToken } = await create(alla)
    const other = await create(alla)
    await letIn(bearer(server, secret))
    await until(async () => (await readToken(alla, serviceToken))?.lastUsedAt !== null)
    const before = await readToken(alla, serviceToken)
    // Any change makes a node read all secrets anew.
    await revoke(alla, other.serviceToken)
    expect(await letIn(bearer(server, secret))).toBe('SERVICE')
    await usesNoted(server.desk)
    expect(await readToken(alla, serviceToken)).toEqual(before)
  })

  it('holds up no request and fails none', async () => {
    const { secret, serviceToken } = await create(alla)
    await withClient(server.desk.database.url, async (client) => {
      await client.query('begin')
      await client.query('select 1 from service_token_secrets where token_id = $1 for update', [
        serviceToken.id.slice(4),
      ])
      // Whoever waited for the write would wait for ever.
      expect(await letIn(bearer(server, secret))).toBe('SERVICE')
      await client.query(
        `select pg_terminate_backend(pid) from pg_stat_activity
         where datname = current_database() and query like 'update service_token_secrets%' and pid <> pg_backend_pid()`,
      )
      await client.query('rollback')
    })
    expect(await letIn(bearer(server, secret))).toBe('SERVICE')
  })
})
