import type { Desk } from '../../src/events/desk.ts'
import { until } from '../kit/postgres-process.ts'
import type { TestServer } from '../kit/server.ts'
import { done, type Person, person } from '../kit/world.ts'

/** Service tokens as an admin gets them, and services that come with them. */

export interface Secret {
  readonly hint: string
  readonly createdAt: string
  readonly endsAt: string | null
  readonly lastUsedAt: string | null
}
export interface Token {
  readonly id: string
  readonly name: string
  readonly service: string
  readonly scopes: readonly string[]
  readonly status: string
  readonly createdBy: { readonly id: string }
  readonly expiresAt: string | null
  readonly lastUsedAt: string | null
  readonly revokedAt: string | null
  readonly revokedBy: { readonly id: string } | null
  readonly secrets: readonly Secret[]
}
export interface Written {
  readonly secret: string | null
  readonly serviceToken: Token
  readonly cursor: string
}

export const tokenFields = `id name service scopes status createdBy { id } expiresAt lastUsedAt revokedAt revokedBy { id }
  secrets { hint createdAt endsAt lastUsedAt }`
export const writtenFields = `secret cursor serviceToken { ${tokenFields} }`

export const newToken = {
  name: 'Склад',
  service: 'warehouse',
  scopes: ['tickets:write', 'tickets:read', 'events:read'],
}

export async function create(admin: Person, input: object = {}): Promise<Written & { secret: string }> {
  return await done(admin, 'serviceTokenCreate', { ...newToken, ...input }, writtenFields)
}

export async function rotate(
  admin: Person,
  { id }: { id: string },
  input: object = {},
): Promise<Written & { secret: string }> {
  return await done(admin, 'serviceTokenRotate', { serviceTokenId: id, ...input }, writtenFields)
}

export async function revoke(admin: Person, { id }: { id: string }): Promise<Written> {
  return await done(
    admin,
    'serviceTokenRevoke',
    { serviceTokenId: id },
    `cursor serviceToken { ${tokenFields} }`,
  )
}

export async function readToken(admin: Person, { id }: { id: string }): Promise<Token | null> {
  const { node } = await admin.ask<{ node: Token | null }>(
    `query ($id: ID!) { node(id: $id) { ... on ServiceToken { ${tokenFields} } } }`,
    { id },
  )
  return node
}

/** The service that holds a secret. */
export const bearer = (server: TestServer, secret: string): Person => person(server, secret, '')

/** `SERVICE`, or the code of the refusal: whether a service is let in. */
export async function letIn(by: Person): Promise<string> {
  const { data, errors } = await by.answer<{ viewer: { role: string } | null } | null>('{ viewer { role } }')
  return data?.viewer?.role ?? String(errors?.[0]?.extensions?.['code'])
}

/** Waits until no use of a token is being written down any more: it would be counted with what is measured. */
export async function usesNoted({ database: { pool } }: Desk): Promise<void> {
  await until(() => pool.totalCount === pool.idleCount && pool.waitingCount === 0)
}
