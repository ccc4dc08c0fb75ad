import type { Viewer } from '../../auth/viewer.ts'
import type { Prisma } from '../../core/prisma/client.ts'

/** The shop's rules as data are the desk's to read; buyers and partners see what follows from them. */
export function visiblePolicies(viewer: Viewer): Prisma.PolicyVersionWhereInput {
  return viewer.kind === 'operator' ? {} : { id: { in: [] } }
}
