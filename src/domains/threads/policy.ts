import type { Viewer } from '../../auth/viewer.ts'
import type { Prisma } from '../../core/prisma/client.ts'
import { Channel } from '../../core/prisma/enums.ts'
import { mayCarry } from '../channels/policy.ts'

/** What is on its way to the platforms that a bot carries; nobody else sees it so. */
export function visibleOutbounds(viewer: Viewer): Prisma.OutboundWhereInput {
  const channels = Object.values(Channel).filter((channel) => mayCarry(viewer, channel))
  return { thread: { channel: { in: channels } } }
}
