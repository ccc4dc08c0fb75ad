import type { ServiceViewer, Viewer } from './viewer.ts'

/** True for operators who may see and move every ticket. */
export function isSupervisor(viewer: Viewer): boolean {
  return viewer.kind === 'operator' && viewer.role !== 'operator'
}

/** True for a service token that holds the scope. */
export function hasScope(viewer: Viewer, scope: string): boolean {
  return viewer.kind === 'service' && viewer.scopes.has(scope)
}

const channelScopes = 'channels:'

/** The scope of a bot that carries a channel: `channels:telegram`. */
export function channelScope(channel: string): string {
  return `${channelScopes}${channel.toLowerCase()}`
}

/** True for a bot that carries some channel. */
export function isBot(viewer: Viewer): viewer is ServiceViewer {
  return viewer.kind === 'service' && [...viewer.scopes].some((scope) => scope.startsWith(channelScopes))
}
