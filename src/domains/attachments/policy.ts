import { hasScope, isBot } from '../../auth/scopes.ts'
import type { Viewer } from '../../auth/viewer.ts'
import type { Prisma } from '../../core/prisma/client.ts'

const nothing = { id: { in: [] } }

/**
 * The files a viewer may see. Buyers see those of their own matters: what they have uploaded, and what the desk has
 * given to them in a message or a return. The desk sees all, and so do partners with a ticket scope.
 */
export function visibleAttachments(viewer: Viewer): Prisma.AttachmentWhereInput {
  if (viewer.kind === 'customer') {
    return {
      customerId: viewer.customerId,
      OR: [{ uploaderKind: 'CUSTOMER' }, { message: { seq: { not: null } } }, { returnId: { not: null } }],
    }
  }
  if (viewer.kind === 'operator') return {}
  return ['tickets:read', 'tickets:write'].some((scope) => hasScope(viewer, scope)) ? {} : nothing
}

/**
 * The files of a message that a viewer was given: as everywhere, and a bot those of what it carries. A partner that
 * writes history in reads no files, though it may read the messages.
 */
export function visibleInMessage(viewer: Viewer): Prisma.AttachmentWhereInput {
  return isBot(viewer) ? { message: { seq: { not: null } } } : visibleAttachments(viewer)
}
