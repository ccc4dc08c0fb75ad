import type { Viewer } from '../../auth/viewer.ts'
import type { Prisma } from '../../core/prisma/client.ts'

/** Who may ask in whose name is for admins to know. A service does not see its own token either. */
export function visibleServiceTokens(viewer: Viewer): Prisma.ServiceTokenWhereInput {
  return viewer.kind === 'operator' && viewer.role === 'admin' ? {} : { id: { in: [] } }
}

/** Those whose status is the one asked for, at a moment. */
export function serviceTokensThatAre(
  status: 'ACTIVE' | 'EXPIRED' | 'REVOKED',
  now: Date,
): Prisma.ServiceTokenWhereInput {
  if (status === 'REVOKED') return { revokedAt: { not: null } }
  if (status === 'EXPIRED') return { revokedAt: null, expiresAt: { lte: now } }
  return { revokedAt: null, OR: [{ expiresAt: null }, { expiresAt: { gt: now } }] }
}

/** The secrets that still work at a moment, as far as rotations go. */
export function workingSecrets(now: Date): Prisma.ServiceTokenSecretWhereInput {
  return { OR: [{ endsAt: null }, { endsAt: { gt: now } }] }
}
