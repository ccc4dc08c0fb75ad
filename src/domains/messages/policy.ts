import type { Viewer } from '../../auth/viewer.ts'
import type { Prisma } from '../../core/prisma/client.ts'
import { maySeeInternal } from '../tickets/policy.ts'

/** Inside a ticket the viewer may see: everything for the desk, only public messages for everybody else. */
export function visibleEntries(viewer: Viewer): Prisma.MessageWhereInput {
  return maySeeInternal(viewer) ? {} : publicMessages
}

/** What counts in `seq`: public messages have one, notes and internal lines never do. */
export const publicMessages = { seq: { not: null } } satisfies Prisma.MessageWhereInput
