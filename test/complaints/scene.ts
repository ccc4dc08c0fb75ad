import type { ComplaintStatus } from '../../src/core/prisma/enums.ts'
import { type Cast, castOf } from '../kit/cast.ts'
import { startTestServer, type TestServer } from '../kit/server.ts'
import { done, type Person, service } from '../kit/world.ts'

/** Everybody, and a partner's system that works on complaints. */
export interface Scene {
  readonly server: TestServer
  readonly cast: Cast
  /** Holds `complaints:write`. */
  readonly clerk: Person
}

export async function openScene(): Promise<Scene> {
  const server = await startTestServer()
  return { server, cast: await castOf(server), clerk: await service(server, 'complaints:write') }
}

export interface Complaint {
  readonly id: string
  readonly number: string
  readonly status: ComplaintStatus
  readonly version: number
  readonly ticket: { readonly id: string; readonly topic: string; readonly status: string } | null
  readonly [field: string]: unknown
}
export const complaintFields = `id number about status version resolution relief { amount currencyCode } answerDueAt
  answerRule disputableUntil escalatedAt resolvedAt closedAt createdAt ticket { id topic status }`

/** Files a complaint that must not be refused. */
export async function file(by: Person, input: object = {}): Promise<Complaint> {
  return await move(by, 'complaintFile', { about: 'COURIER', text: 'Курьер нагрубил', ...input })
}

/** Calls a mutation of a complaint that must not be refused. */
export async function move(by: Person, mutation: string, input: object): Promise<Complaint> {
  const selection = `complaint { ${complaintFields} }`
  return (await done<{ complaint: Complaint }>(by, mutation, input, selection)).complaint
}

export async function readComplaint<Data = Complaint>(
  by: Person,
  id: string,
  fields = complaintFields,
): Promise<Data | null> {
  const read = await by.ask<{ complaint: Data | null }>(
    `query ($id: ID!) { complaint(id: $id) { ${fields} } }`,
    { id },
  )
  return read.complaint
}

export const places = [
  'RECEIVED',
  'ACKNOWLEDGED',
  'INVESTIGATING',
  'WAITING_CUSTOMER',
  'RESOLVED',
  'SETTLED',
  'DISPUTED',
  'ARBITRATION',
  'FINAL',
  'CLOSED',
] as const
/** Where a complaint stands, and how its clock does; SETTLED: resolved, and no longer to be disputed. */
export type Place = (typeof places)[number]
export const statusAt = (place: Place): ComplaintStatus => (place === 'SETTLED' ? 'RESOLVED' : place)

export const answer = { resolution: 'EXPLANATION', text: 'Разобрались' }

/** A complaint of the own buyer's, brought to a place by those who move it. */
export async function complaintAt(
  scene: Pick<Scene, 'server' | 'cast'>,
  place: Place,
  input: object = {},
): Promise<Complaint> {
  const { ownBuyer, operator, supervisor } = scene.cast
  let row = await file(ownBuyer, input)
  const complaintId = row.id
  const steps: readonly (readonly [at: Place, by: Person, mutation: string, input?: object])[] = [
    ['ACKNOWLEDGED', operator, 'complaintAcknowledge'],
    ['INVESTIGATING', operator, 'complaintInvestigate'],
    ['WAITING_CUSTOMER', operator, 'complaintAskCustomer', { text: 'Когда это было?' }],
    ['RESOLVED', operator, 'complaintResolve', answer],
    ['DISPUTED', ownBuyer, 'complaintDispute', { text: 'Не согласна' }],
    ['ARBITRATION', supervisor, 'complaintArbitrate'],
    ['FINAL', supervisor, 'complaintFinalize', answer],
    ['CLOSED', ownBuyer, 'complaintClose'],
  ]
  for (const [at, by, mutation, more] of steps) {
    if (row.status === statusAt(place)) break
    // Asked only when that is where it should stand: it is answered right after it was looked into, too.
    if (at === 'WAITING_CUSTOMER' && place !== at) continue
    row = await move(by, mutation, { complaintId, ...more })
  }
  if (place !== 'SETTLED') return row
  await endDisputeWindow(scene, complaintId)
  return (await readComplaint(ownBuyer, complaintId)) ?? row
}

/** Moves the answer to before the time to dispute it; the timer that would close the complaint is kept waiting. */
export async function endDisputeWindow({ server }: Pick<Scene, 'server'>, id: string): Promise<void> {
  await server.desk.database.pool.query(
    `update complaints set resolved_at = now() - interval '15 days' where id = $1`,
    [uuidOf(id)],
  )
}

export const unknownIds = [
  'cmp_01990000-0000-7000-8000-000000000000',
  'ord_01990000-0000-7000-8000-000000000000',
  'C-000001',
  '',
]

export const uuidOf = (id: string) => id.slice(4)

/** The type, subjects, actor and data of a complaint's events, oldest first. */
export async function eventsOf({ server }: Pick<Scene, 'server'>, { id }: { id: string }) {
  const { rows } = await server.desk.database.pool.query<{
    type: string
    ticketId: string
    customerId: string
    actorKind: string
    isInternal: boolean
    data: Record<string, unknown>
  }>(
    `select type, ticket_id as "ticketId", customer_id as "customerId", actor_kind as "actorKind",
       is_internal as "isInternal", data from events where data ->> 'complaintId' = $1 order by id`,
    [uuidOf(id)],
  )
  return rows
}

/** The timers of a complaint. */
export async function timersOf({ server }: Pick<Scene, 'server'>, { id }: { id: string }) {
  const { rows } = await server.desk.database.pool.query<{ kind: string; dueAt: Date }>(
    'select kind, due_at as "dueAt" from due where subject_id = $1 order by kind',
    [uuidOf(id)],
  )
  return rows
}

/** Lets a timer come due now. */
export async function fire({ server }: Pick<Scene, 'server'>, kind: string, id: string): Promise<void> {
  const due = 'update due set due_at = now() where kind = $1 and subject_id = $2'
  const { rowCount } = await server.desk.database.pool.query(due, [kind, uuidOf(id)])
  if (rowCount !== 1) throw new Error(`there is no timer ${kind} of ${id}`)
}
