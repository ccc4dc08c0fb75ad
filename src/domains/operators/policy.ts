import { hasScope } from '../../auth/scopes.ts'
import type { Viewer } from '../../auth/viewer.ts'
import type { Prisma } from '../../core/prisma/client.ts'

const nothing = { id: { in: [] } }

/** The desk sees its people; partners with a ticket scope too. Buyers see only names, on what concerns them. */
export function visibleOperators(viewer: Viewer): Prisma.OperatorWhereInput {
  return viewer.kind === 'operator' || hasScope(viewer, 'tickets:read') ? {} : nothing
}

export function visibleTeams(viewer: Viewer): Prisma.TeamWhereInput {
  return viewer.kind === 'operator' || hasScope(viewer, 'tickets:read') ? {} : nothing
}
