import { channelScope, hasScope } from '../../auth/scopes.ts'
import type { Viewer } from '../../auth/viewer.ts'
import type { Channel } from '../../core/prisma/enums.ts'

/** True for a bot that carries this channel. It sees that channel's conversations by its own fields, and nothing else. */
export function mayCarry(viewer: Viewer, channel: Channel): boolean {
  return hasScope(viewer, channelScope(channel))
}
