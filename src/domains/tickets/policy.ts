import { hasScope, isSupervisor } from '../../auth/scopes.ts'
import type { Viewer } from '../../auth/viewer.ts'
import type { Prisma as PrismaTypes } from '../../core/prisma/client.ts'
import { Prisma } from '../../core/prisma/client.ts'
import type { ComplaintStatus } from '../../core/prisma/enums.ts'
import type { ActionBlock } from '../../core/transitions.ts'
import type { VisibilityFacts } from '../../events/catalog.ts'
import type { Side, TicketAction } from './rules.ts'
import { waitsForComplaint } from './rules.ts'

/** A partner's system reads tickets with one of these scopes. */
const readingScopes = ['tickets:read', 'tickets:write', 'import:write']

/**
 * The tickets a viewer may see. Buyers see their own. Operators see those of their teams, those of no team and those
 * assigned to them; supervisors and admins see all; partners with a ticket scope see all. Uses only the facts that
 * events carry, so that the log can tell what was visible before a change.
 */
export function visibleTickets(viewer: Viewer): PrismaTypes.TicketWhereInput {
  if (viewer.kind === 'customer') return { customerId: viewer.customerId }
  if (viewer.kind === 'service') return readingScopes.some((scope) => hasScope(viewer, scope)) ? {} : nothing
  if (viewer.kind === 'anonymous') return nothing
  if (isSupervisor(viewer)) return {}
  return {
    OR: [{ assigneeId: viewer.operatorId }, { teamId: null }, { teamId: { in: [...viewer.teamIds] } }],
  }
}
const nothing = { id: { in: [] } }

/**
 * The canonical form of a viewer's rights: followers of one class share the execution of an event. Everything a
 * field's scopes look at is part of it, not only the where clause.
 */
export function policyClass(viewer: Viewer): string {
  const scopes = viewer.kind === 'service' ? [...viewer.scopes].sort() : []
  const role = viewer.kind === 'anonymous' ? null : viewer.role
  return JSON.stringify([role, scopes, visibleTickets(viewer)])
}

/** `visibleTickets` over facts: of a ticket now, or before a change. A property test holds the two together. */
export function couldSee(viewer: Viewer, facts: VisibilityFacts): boolean {
  if (viewer.kind === 'customer') return facts.customerId === viewer.customerId
  if (viewer.kind === 'service') return readingScopes.some((scope) => hasScope(viewer, scope))
  if (viewer.kind === 'anonymous') return false
  if (isSupervisor(viewer)) return true
  return (
    facts.assigneeId === viewer.operatorId || facts.teamId === null || viewer.teamIds.includes(facts.teamId)
  )
}

/** On which side of the conversation a viewer acts. Bots and partners act for the desk. */
export function sideOf(viewer: Viewer): Side {
  return viewer.kind === 'customer' ? 'CUSTOMER' : 'OPERATOR'
}

/** Only a person can do it. */
const forPeople: readonly TicketAction[] = ['CLAIM', 'SPAM']

/** What stands in the way of an action that the state of the ticket allows. */
export function blocksFor(
  viewer: Viewer,
  ticket: {
    readonly assigneeId: string | null
    readonly complaint: { readonly status: ComplaintStatus } | null
  },
): (action: TicketAction) => readonly ActionBlock[] {
  const isBot = viewer.kind === 'service'
  const mayWrite = !isBot || hasScope(viewer, 'tickets:write')
  const isTaken =
    ticket.assigneeId !== null && viewer.kind === 'operator' && ticket.assigneeId !== viewer.operatorId
  return (action) => {
    const isDenied = !mayWrite || (isBot && forPeople.includes(action)) || (isTaken && action === 'CLAIM')
    return [
      ...(isDenied ? (['PERMISSION'] as const) : []),
      ...(waitsForComplaint(action, ticket.complaint) ? (['INFORMATION'] as const) : []),
    ]
  }
}

/** True if the viewer may see notes, tags and other inner matters of the desk. */
export function maySeeInternal(viewer: Viewer): boolean {
  return viewer.kind === 'operator'
}

/** The facts that decide who sees a ticket, as the columns that hold them. All are UUIDs. */
const columns: ReadonlyMap<string, string> = new Map([
  ['id', 'id'],
  ['customerId', 'customer_id'],
  ['assigneeId', 'assignee_id'],
  ['teamId', 'team_id'],
])

/**
 * A where clause over the facts as SQL, for statements written by hand. It knows what the policy of tickets is made
 * of, and throws at anything else: a condition it does not know is never left out.
 */
export function factsSql(where: PrismaTypes.TicketWhereInput): PrismaTypes.Sql {
  const conditions = Object.entries(where).map(([name, value]) => conditionSql(name, value))
  return conditions.length === 0 ? Prisma.sql`true` : Prisma.sql`(${Prisma.join(conditions, ' and ')})`
}

function conditionSql(name: string, value: unknown): PrismaTypes.Sql {
  if (name === 'OR' && Array.isArray(value)) {
    return Prisma.sql`(${Prisma.join(
      value.map((one) => factsSql(one as PrismaTypes.TicketWhereInput)),
      ' or ',
    )})`
  }
  const known = columns.get(name)
  if (known === undefined)
    throw new Error(`the policy of tickets has a condition that is not known as SQL: ${name}`)
  const column = Prisma.raw(`tickets.${known}`)
  if (value === null) return Prisma.sql`${column} is null`
  if (typeof value === 'string') return Prisma.sql`${column} = ${value}::uuid`
  const among: unknown = (value as { in?: unknown }).in
  if (Array.isArray(among)) return Prisma.sql`${column} = any(${among}::uuid[])`
  throw new Error(`the policy of tickets has a condition that is not known as SQL: ${name}`)
}
