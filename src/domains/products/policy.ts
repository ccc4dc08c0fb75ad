import type { Viewer } from '../../auth/viewer.ts'
import type { Prisma } from '../../core/prisma/client.ts'

/** The catalogue is the shop window: everybody with a token sees all of it. */
export function visibleProducts(viewer: Viewer): Prisma.ProductWhereInput {
  return viewer.kind === 'anonymous' ? { id: { in: [] } } : {}
}
