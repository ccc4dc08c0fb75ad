import { isSupervisor } from '../../auth/scopes.ts'
import type { Viewer } from '../../auth/viewer.ts'
import type { Prisma } from '../../core/prisma/client.ts'

const nothing = { id: { in: [] } }

/**
 * The exports a viewer may see, and so download. A buyer has those of themself, whoever asked for them; supervisors and
 * admins, who see every ticket anyway, have all. An operator of a team and a partner's system have none: an export
 * tells more than either may see.
 */
export function visibleExports(viewer: Viewer): Prisma.CustomerExportWhereInput {
  if (viewer.kind === 'customer') {
    const { customerId } = viewer
    return { customer: { OR: [{ id: customerId }, { mergedIntoId: customerId }] } }
  }
  return isSupervisor(viewer) ? {} : nothing
}

/** Only admins erase, and only they see how far it has come. */
export function visibleErasures(viewer: Viewer): Prisma.CustomerErasureWhereInput {
  return viewer.kind === 'operator' && viewer.role === 'admin' ? {} : nothing
}
