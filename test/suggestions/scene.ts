import type { SuggestionStatus } from '../../src/core/prisma/enums.ts'
import { type Cast, castOf } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { done, type Person } from '../kit/world.ts'

export interface Scene {
  readonly server: TestServer
  readonly cast: Cast
}

export async function openScene(): Promise<Scene> {
  const server = await startTestServer()
  return { server, cast: await castOf(server) }
}

export interface Suggestion {
  readonly id: string
  readonly number: string
  readonly status: SuggestionStatus
  readonly version: number
  readonly voteCount: number
  readonly duplicateOf: { readonly id: string } | null
  readonly [field: string]: unknown
}
export const suggestionFields = 'id number status version voteCount duplicateOf { id }'

export async function suggest(by: Person, input: object = {}): Promise<Suggestion> {
  const given = { title: 'Примерочные', text: 'Больше примерочных в пункте выдачи', ...input }
  const selection = `suggestion { ${suggestionFields} }`
  return (await done<{ suggestion: Suggestion }>(by, 'suggestionSubmit', given, selection)).suggestion
}

/** Calls a mutation of a suggestion that must not be refused. */
export async function change(by: Person, mutation: string, input: object): Promise<Suggestion> {
  const selection = `suggestion { ${suggestionFields} }`
  return (await done<{ suggestion: Suggestion }>(by, mutation, input, selection)).suggestion
}

export async function readSuggestion<Data = Suggestion>(
  by: Person,
  id: string,
  fields = suggestionFields,
): Promise<Data | null> {
  const read = await by.ask<{ suggestion: Data | null }>(
    `query ($id: ID!) { suggestion(id: $id) { ${fields} } }`,
    { id },
  )
  return read.suggestion
}

export const statuses: readonly SuggestionStatus[] = [
  'OPEN',
  'PLANNED',
  'STARTED',
  'COMPLETED',
  'DECLINED',
  'DUPLICATE',
]
const ways: { readonly [Status in SuggestionStatus]: readonly SuggestionStatus[] } = {
  OPEN: [],
  PLANNED: ['PLANNED'],
  STARTED: ['PLANNED', 'STARTED'],
  COMPLETED: ['PLANNED', 'STARTED', 'COMPLETED'],
  DECLINED: ['DECLINED'],
  DUPLICATE: ['DUPLICATE'],
}

/** A suggestion of the own buyer's, brought to a status by the operator. */
export async function suggestionAt(
  { cast }: Pick<Scene, 'cast'>,
  status: SuggestionStatus,
): Promise<Suggestion> {
  let row = await suggest(cast.ownBuyer)
  for (const step of ways[status]) {
    const original = step === 'DUPLICATE' ? { duplicateOfId: (await suggest(cast.ownBuyer)).id } : {}
    row = await change(cast.operator, 'suggestionUpdate', { suggestionId: row.id, status: step, ...original })
  }
  return row
}

export const unknownIds = [
  'sug_01990000-0000-7000-8000-000000000000',
  'ord_01990000-0000-7000-8000-000000000000',
  'S-000001',
  '',
]

export const uuidOf = (id: string) => id.slice(4)

/** The type, subject and data of a suggestion's events, oldest first. */
export async function eventsOf({ server }: Pick<Scene, 'server'>, { id }: { id: string }) {
  const { rows } = await server.desk.database.pool.query<{
    type: string
    customerId: string
    actorKind: string
    data: Record<string, unknown>
  }>(
    `select type, customer_id as "customerId", actor_kind as "actorKind", data from events
     where data ->> 'suggestionId' = $1 order by id`,
    [uuidOf(id)],
  )
  return rows
}

/** The customers whose vote is stored. */
export async function votersOf({ server }: Pick<Scene, 'server'>, { id }: { id: string }): Promise<string[]> {
  const rows = await server.desk.database.prisma.suggestionVote.findMany({
    where: { suggestionId: uuidOf(id) },
    orderBy: { customerId: 'asc' },
  })
  return rows.map(({ customerId }) => `cus_${customerId}`)
}
